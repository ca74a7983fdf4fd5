//! RC-47 to RC-49.

use sixtwo::domain::reading::DecisionKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

/// No evaluation of the newest `n` readings of an objective.
fn unsaid(sheet: &mut Sheet, code: &str, n: usize) {
    for reading in sheet.of(code).readings.iter_mut().rev().take(n) {
        reading.evaluation.clear();
        reading.evaluated_by.clear();
    }
}

/// IT-1 with its readings up to September 2026, none evaluated, from a file of October.
fn taken_over(sheet: &mut Sheet) {
    unsaid(sheet, "IT-1", 22);
    let written = sheet.of("IT-1");
    written.forget_from("2026-10-01");
    written.imported = true;
    written.created_on = day("2026-10-15");
    for reading in &mut written.readings {
        reading.imported = true;
        reading.entered_on = day("2026-10-15");
    }
}

/// The same line for the newest `n` readings of IT-1.
fn said(sheet: &mut Sheet, n: usize, line: &str) {
    for reading in sheet.of("IT-1").readings.iter_mut().rev().take(n) {
        reading.evaluation = line.to_owned();
    }
}

/// IT-1 missed its target in August 2026.
fn missed(sheet: &mut Sheet) {
    sheet.of("IT-1").reading("2026-08-31").value = "40/50".parse().expect("a value");
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-47",
        fires: &[
            (
                "objective IT-1",
                "3 readings of \"Accounts of leavers closed by IT within a day\" carry no evaluation, the newest for Sep 2026.",
                |sheet| unsaid(sheet, "IT-1", 4),
            ),
            (
                "objective ORG-2",
                "1 reading of \"Critical patches installed within 24 hours\" carries no evaluation: Q3 2026.",
                |sheet| unsaid(sheet, "ORG-2", 1),
            ),
            (
                "objective IT-1",
                "3 readings of \"Accounts of leavers closed by IT within a day\" carry no evaluation by a person, the newest for \
                 Sep 2026.",
                |sheet| sheet.of("IT-1").readings.iter_mut().rev().take(4).for_each(|reading| reading.automatic = true),
            ),
            (
                "objective IT-1",
                "1 reading of \"Accounts of leavers closed by IT within a day\" carries no evaluation: Sep 2026.",
                taken_over,
            ),
        ],
        silent: &[
            ("one line by a person per quarter is enough", |sheet| {
                unsaid(sheet, "IT-1", 10);
                for on in ["2026-02-28", "2026-05-31", "2026-08-31"] {
                    sheet.of("IT-1").reading(on).evaluation = "stable".to_owned();
                }
            }),
            ("thirty days after the recording are not over", |sheet| {
                unsaid(sheet, "ORG-2", 1);
                sheet.of("ORG-2").reading("2026-09-30").entered_on = day("2026-10-30");
            }),
            ("of what a file brought only the newest is asked", |sheet| {
                taken_over(sheet);
                sheet.of("IT-1").reading("2026-09-30").evaluation = "stable".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-48",
        fires: &[
            (
                "objective IT-1",
                "The last 3 evaluations of \"Accounts of leavers closed by IT within a day\" are the same words.",
                |sheet| {
                    missed(sheet);
                    said(sheet, 3, "Within the usual 3 cases.");
                },
            ),
            (
                "objective IT-1",
                "The evaluation of Oct 2026 of \"Accounts of leavers closed by IT within a day\" says \"Noted.\" and nothing more.",
                |sheet| {
                    sheet.of("IT-1").set_last(1, "40/50");
                    said(sheet, 1, "Noted.");
                },
            ),
            (
                "objective IT-1",
                "The last 3 evaluations of \"Accounts of leavers closed by IT within a day\" were computed and not touched.",
                |sheet| sheet.of("IT-1").readings.iter_mut().rev().take(3).for_each(|reading| reading.automatic = true),
            ),
        ],
        silent: &[
            ("good results can be dull", |sheet| said(sheet, 6, "Within the usual.")),
            ("something else was said", |sheet| {
                missed(sheet);
                said(sheet, 2, "Within the usual.");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-49",
        fires: &[
            (
                "objective IT-1",
                "Aug 2026 of \"Accounts of leavers closed by IT within a day\" missed its target and no decision is recorded.",
                missed,
            ),
            (
                "objective IT-1",
                "Aug 2026 of \"Accounts of leavers closed by IT within a day\" missed its target and no decision is recorded, nor \
                 for 1 other before it.",
                |sheet| {
                    missed(sheet);
                    sheet.of("IT-1").reading("2026-03-31").value = "40/50".parse().expect("a value");
                },
            ),
            (
                "objective ORG-2",
                "Q3 2026 of \"Critical patches installed within 24 hours\" missed its target and no decision is recorded.",
                |sheet| sheet.of("ORG-2").set_last(1, "71"),
            ),
        ],
        silent: &[
            ("watching is a decision", |sheet| {
                missed(sheet);
                sheet.of("IT-1").reading("2026-08-31").decision = Some(DecisionKind::Continue);
            }),
            ("the review that followed decided", |sheet| {
                missed(sheet);
                sheet.of("IT-1").decided("2026-10-20", DecisionKind::Act);
            }),
            ("the review that follows is still to come", |sheet| sheet.of("IT-1").set_last(1, "40/50")),
            ("on the way to a level the status is asked", |sheet| sheet.of("ORG-2").set_last(1, "55")),
            ("what a file brought was answered elsewhere", |sheet| {
                missed(sheet);
                let written = sheet.of("IT-1");
                written.imported = true;
                written.created_on = day("2026-11-01");
                written.readings.iter_mut().for_each(|reading| reading.imported = true);
            }),
        ],
        not_checked: &[],
    },
];
