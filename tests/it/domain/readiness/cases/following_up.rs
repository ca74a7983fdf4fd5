//! RC-50 to RC-52.

use sixtwo::domain::objective::CriterionDone;
use sixtwo::domain::reading::DecisionKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, action, day};

/// ORG-2 missed its date, the end of June 2026.
fn missed(sheet: &mut Sheet) {
    sheet.of("ORG-2").definition().due = Some(day("2026-06-30"));
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-50",
        fires: &[
            ("action 1", "Action \"Close accounts at night\" has no owner or date.", |sheet| {
                sheet.actions[0].due = None;
            }),
            ("action 1", "Action \"Close accounts at night\" has no owner or date.", |sheet| {
                sheet.actions[0].owner.clear();
            }),
        ],
        silent: &[("it is done", |sheet| sheet.actions[1].due = None)],
        not_checked: &[],
    },
    Case {
        id: "RC-51",
        fires: &[
            ("action 1", "Action \"Close accounts at night\" is 10 days overdue, due 14 Nov 2026.", |sheet| {
                sheet.actions[0].due = Some(day("2026-11-14"));
            }),
            ("action 1", "Action \"Close accounts at night\" is 1 day overdue, due 23 Nov 2026.", |sheet| {
                sheet.actions[0].due = Some(day("2026-11-23"));
            }),
        ],
        silent: &[("the day itself is in time", |sheet| sheet.actions[0].due = Some(sheet.as_of))],
        not_checked: &[],
    },
    Case {
        id: "RC-52",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" was missed on 30 Jun 2026; no follow-up is recorded.",
            missed,
        )],
        silent: &[
            ("an action followed", |sheet| {
                missed(sheet);
                sheet.actions.push(action(3, "ORG-2", "Patch at night", Some("2026-12-31"), None));
            }),
            ("it was decided what to do", |sheet| {
                missed(sheet);
                sheet.of("ORG-2").decided("2026-07-20", DecisionKind::Accept);
            }),
            ("sixty days are not over", |sheet| sheet.of("ORG-2").definition().due = Some(day("2026-09-30"))),
            ("what was completed late was followed up", |sheet| {
                let written = sheet.of("ORG-3");
                written.definition().due = Some(day("2026-06-30"));
                let done = CriterionDone { number: 2, done: day("2026-08-15"), evidence: "test 4".to_owned() };
                written.criteria_done.push(done);
            }),
            ("a file brought it with its date gone", |sheet| {
                missed(sheet);
                sheet.of("ORG-2").imported = true;
                sheet.of("ORG-2").created_on = day("2026-11-01");
            }),
        ],
        not_checked: &[],
    },
];
