//! RC-41, RC-42, RC-68.

use sixtwo::domain::version::SeriesMark;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day, number};

/// IT-1 missed August 2026 and got an easier target on a day.
fn eased(sheet: &mut Sheet, on: &str) {
    sheet.of("IT-1").reading("2026-08-31").value = "40/50".parse().expect("a value");
    sheet.of("IT-1").restated(on, |definition| definition.target = Some(number("75")));
}

/// ORG-2 postponed on two days, from the end of March 2027.
fn postponed(sheet: &mut Sheet) {
    sheet.of("ORG-2").restated("2026-02-10", |definition| definition.due = Some(day("2027-06-30")));
    sheet.of("ORG-2").restated("2026-05-11", |definition| definition.due = Some(day("2027-12-31")));
}

fn recounted(sheet: &mut Sheet, formula: &str) {
    sheet.of("IT-1").restated("2026-06-10", |definition| definition.formula = formula.to_owned());
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-41",
        fires: &[
            (
                "objective IT-1",
                "Target of \"Accounts of leavers closed by IT within a day\" moved from ≥ 95 % to ≥ 75 % right after a missed \
                 period, on 10 Sep 2026.",
                |sheet| eased(sheet, "2026-09-10"),
            ),
            (
                "objective IT-1",
                "Target of \"Accounts of leavers closed by IT within a day\" moved from ≥ 95 % to ≥ 75 % inside the period it \
                 judges, on 15 Sep 2026.",
                |sheet| {
                    let version = sheet.of("IT-1").restated("2026-09-15", |d| d.target = Some(number("75")));
                    version.effective = Some(day("2026-09-01"));
                },
            ),
            (
                "objective ORG-2",
                "Target of \"Critical patches installed within 24 hours\" moved from ≤ 24 h by 30 Sep 2026 to ≤ 24 h by 31 Mar \
                 2027 right after a missed period, on 10 Oct 2026.",
                |sheet| {
                    sheet.of("ORG-2").definition().due = Some(day("2026-09-30"));
                    sheet.of("ORG-2").restated("2026-10-10", |definition| definition.due = Some(day("2027-03-31")));
                },
            ),
        ],
        silent: &[
            ("a new definition with reason and approval is no weakening", |sheet| {
                eased(sheet, "2026-09-10");
                sheet.of("IT-1").definition().population = "contractors, too".to_owned();
            }),
            ("the miss was long ago", |sheet| eased(sheet, "2026-11-10")),
            ("the target rose", |sheet| {
                sheet.of("IT-1").reading("2026-08-31").value = "40/50".parse().expect("a value");
                sheet.of("IT-1").restated("2026-09-10", |definition| definition.target = Some(number("97")));
            }),
            ("on the way to a level every reading misses it", |sheet| {
                sheet.of("ORG-2").restated("2026-07-10", |definition| definition.target = Some(number("30")));
            }),
            ("a file brought both targets", |sheet| {
                sheet.of("IT-1").restated("2026-09-10", |d| d.target = Some(number("75"))).effective =
                    Some(day("2026-04-01"));
                let written = sheet.of("IT-1");
                written.reading("2026-08-31").value = "40/50".parse().expect("a value");
                written.imported = true;
                written.created_on = day("2026-09-10");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-42",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" has been postponed 2 times, in total 275 days.",
            postponed,
        )],
        silent: &[
            ("one move is a plan that changed", |sheet| {
                sheet.of("ORG-2").restated("2026-02-10", |definition| definition.due = Some(day("2027-06-30")));
            }),
            ("the scope grew, with approval", |sheet| {
                postponed(sheet);
                sheet.of("ORG-2").definition().population = "the new subsidiary, too".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-68",
        fires: &[(
            "objective IT-1",
            "\"accounts closed in time\" was redefined on 10 Jun 2026; before and after are not comparable.",
            |sheet| recounted(sheet, "accounts closed within 8 hours"),
        )],
        silent: &[
            ("the series has a break", |sheet| {
                recounted(sheet, "accounts closed within 8 hours");
                sheet.of("IT-1").versions[1].series = Some(SeriesMark::Break);
            }),
            ("somebody said that it can be compared", |sheet| {
                recounted(sheet, "accounts closed within 8 hours");
                sheet.of("IT-1").versions[1].series = Some(SeriesMark::Comparable);
            }),
            ("only the wording changed", |sheet| {
                recounted(sheet, "Accounts closed in time - counted at the end of the period.");
            }),
            ("what was not written before was written down", |sheet| {
                sheet.of("IT-1").restated("2026-06-10", |d| d.population = "all leavers".to_owned());
            }),
            ("no reading came since", |sheet| {
                recounted(sheet, "accounts closed within 8 hours");
                sheet.of("IT-1").forget_from("2026-06-01");
            }),
        ],
        not_checked: &[],
    },
];
