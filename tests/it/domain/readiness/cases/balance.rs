//! RC-63 to RC-67.

use sixtwo::domain::objective::{Kind, Level};

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day, number};

/// `n` more objectives like ORG-2, each with a metric of its own.
fn more(sheet: &mut Sheet, n: usize) {
    for at in 1..=n {
        let mut written = sheet.of("ORG-2").clone();
        written.code = format!("MORE-{at}");
        written.definition().metric = format!("metric {at}");
        sheet.written.push(written);
    }
}

/// Most of the list delivers something.
fn deliver(sheet: &mut Sheet) {
    let criteria = sheet.of("ORG-3").definition().criteria.clone();
    for code in ["IT-1", "HR-1"] {
        let definition = sheet.of(code).definition();
        definition.kind = Kind::Milestone;
        definition.criteria = criteria.clone();
    }
}

/// HR-1 measures what IT-1 measures, with another target.
fn same_metric(sheet: &mut Sheet) {
    let twin = sheet.of("IT-1").definition().clone();
    let definition = sheet.of("HR-1").definition();
    definition.metric = twin.metric.to_uppercase();
    definition.function = twin.function;
}

/// One person reports, owns and judges IT-1.
fn alone(sheet: &mut Sheet) {
    for reading in &mut sheet.of("IT-1").readings {
        reading.reported_by = "A. Admin".to_owned();
        reading.evaluated_by = "A. Admin".to_owned();
    }
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-63",
        fires: &[("register", "11 organization-level objectives: some will be decorative.", |sheet| more(sheet, 8))],
        silent: &[("functions may have as many as they need", |sheet| {
            more(sheet, 8);
            sheet.of("MORE-1").definition().level = Some(Level::Function);
        })],
        not_checked: &[("no objective in force says its level", |sheet| {
            sheet.written.iter_mut().for_each(|written| written.definition().level = None);
        })],
    },
    Case {
        id: "RC-64",
        fires: &[
            ("register", "Only 2 organization-level objectives.", |sheet| sheet.keep(&["ORG-1", "ORG-2", "IT-1"])),
            ("register", "Only 1 organization-level objective.", |sheet| sheet.keep(&["ORG-1", "IT-1"])),
        ],
        silent: &[("a small scope may be right", |sheet| {
            sheet.keep(&["ORG-1", "ORG-2", "IT-1"]);
            sheet.directory.truncate(7);
        })],
        not_checked: &[("no objective in force says its level", |sheet| {
            sheet.written.iter_mut().for_each(|written| written.definition().level = None);
        })],
    },
    Case {
        id: "RC-65",
        fires: &[("register", "3 of 5 objectives are milestones; little is being measured.", deliver)],
        silent: &[("an ISMS is being set up", |sheet| {
            deliver(sheet);
            sheet.created_on = day("2026-03-01");
            sheet.written.iter_mut().for_each(|written| written.definition().start = day("2026-04-01"));
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-66",
        fires: &[(
            "objective IT-1",
            "A. Admin produces, owns and judges the figure of \"Accounts of leavers closed by IT within a day\".",
            alone,
        )],
        silent: &[
            ("another role confirmed once a year", |sheet| {
                alone(sheet);
                sheet.of("IT-1").reading("2026-03-31").evaluated_by = "E. Val".to_owned();
            }),
            ("the source is automated", |sheet| {
                alone(sheet);
                sheet.of("IT-1").definition().data_source = "automated export of the IAM".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-67",
        fires: &[(
            "objective HR-1",
            "\"Accounts of leavers closed by IT within a day\" and \"Leavers reported by HR before their last day\" measure the \
             same thing with different targets.",
            same_metric,
        )],
        silent: &[
            ("the same metric of another function is a cascade", |sheet| {
                same_metric(sheet);
                sheet.of("HR-1").definition().function = "Human Resources".to_owned();
            }),
            ("one contributes to the other", |sheet| {
                same_metric(sheet);
                sheet.of("HR-1").definition().parent = "IT-1".to_owned();
            }),
            ("the targets agree", |sheet| {
                same_metric(sheet);
                sheet.of("HR-1").definition().target = Some(number("95"));
            }),
        ],
        not_checked: &[],
    },
];
