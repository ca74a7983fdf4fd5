//! RC-43 to RC-46.

use sixtwo::domain::reading::DecisionKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

/// Readings of IT-1 from one day to another taken away.
fn gap(sheet: &mut Sheet, code: &str, from: &str, to: &str) {
    let (from, to) = (day(from), day(to));
    sheet.of(code).readings.retain(|r| r.measured_on < from || to < r.measured_on);
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-43",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" was approved on 10 Jan 2025 and has no reading.",
                |sheet| sheet.of("IT-1").readings.clear(),
            ),
            (
                "objective ORG-3",
                "\"Backup site in operation\" was to be measured from 1 Jan 2026 on and has no check-in and no evidence.",
                |sheet| {
                    sheet.of("ORG-3").checkins.clear();
                    sheet.of("ORG-3").criteria_done.clear();
                },
            ),
        ],
        silent: &[("measuring starts with a later phase", |sheet| {
            sheet.of("IT-1").readings.clear();
            sheet.of("IT-1").definition().start = day("2027-01-01");
        })],
        not_checked: &[("no objective is in force", |sheet| sheet.keep(&["NEW-1"]))],
    },
    Case {
        id: "RC-44",
        fires: &[(
            "objective IT-1",
            "Reading for Oct 2026 of \"Accounts of leavers closed by IT within a day\" is 14 days overdue.",
            |sheet| sheet.of("IT-1").forget_from("2026-10-01"),
        )],
        silent: &[
            ("this metric has a longer grace", |sheet| {
                sheet.of("IT-1").forget_from("2026-10-01");
                sheet.of("IT-1").definition().grace_days = Some(60);
            }),
            ("it is on record why", |sheet| {
                sheet.of("IT-1").forget_from("2026-10-01");
                sheet.of("IT-1").not_measured.push(day("2026-10-31"));
            }),
            ("what was missed at its date asks for a decision", |sheet| {
                sheet.of("ORG-2").definition().due = Some(day("2026-09-30"));
                sheet.of("ORG-2").forget_from("2026-09-01");
            }),
            ("two periods are RC-45", |sheet| sheet.of("IT-1").forget_from("2026-09-01")),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-45",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" has 3 consecutive periods without a reading.",
                |sheet| sheet.of("IT-1").forget_from("2026-08-01"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" has 2 consecutive periods without a reading.",
                |sheet| gap(sheet, "IT-1", "2026-04-01", "2026-05-31"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" has 2 consecutive periods without a reading.",
                |sheet| {
                    sheet.of("IT-1").forget_from("2026-09-01");
                    sheet.of("IT-1").not_measured.extend([day("2026-09-30"), day("2026-10-31")]);
                },
            ),
            ("register", "2 objectives have a period without a reading in Q2 2026: IT-1, HR-1.", |sheet| {
                gap(sheet, "IT-1", "2026-04-01", "2026-04-30");
                gap(sheet, "HR-1", "2026-06-01", "2026-06-30");
            }),
            (
                "objective ORG-3",
                "\"Backup site in operation\" has 3 consecutive periods without a check-in.",
                |sheet| sheet.of("ORG-3").checkins.retain(|on| *on < day("2026-08-01")),
            ),
        ],
        silent: &[
            ("the measuring is suspended with an end date", |sheet| {
                sheet.of("IT-1").forget_from("2026-08-01");
                sheet.of("IT-1").decided("2026-08-20", DecisionKind::Accept).until = Some(day("2027-01-31"));
            }),
            ("one gap of one objective is history", |sheet| gap(sheet, "IT-1", "2026-04-01", "2026-04-30")),
            ("a gap of years ago is history", |sheet| gap(sheet, "IT-1", "2025-03-01", "2025-06-30")),
            ("before it was written nobody could be late", |sheet| {
                gap(sheet, "IT-1", "2025-01-01", "2026-04-30");
                sheet.of("IT-1").created_on = day("2026-05-02");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-46",
        fires: &[("register", "3 of 5 objectives were not measured in the last year.", |sheet| {
            for code in ["ORG-1", "IT-1", "HR-1"] {
                sheet.of(code).forget_from("2025-11-01");
            }
        })],
        silent: &[("two of five are not most", |sheet| {
            for code in ["IT-1", "HR-1"] {
                sheet.of(code).forget_from("2025-11-01");
            }
        })],
        not_checked: &[("the register is younger than six months", |sheet| {
            for code in ["ORG-1", "IT-1", "HR-1"] {
                sheet.of(code).forget_from("2025-11-01");
            }
            sheet.created_on = day("2026-08-01");
        })],
    },
];
