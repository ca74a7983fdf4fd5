//! RC-12 to RC-19.

use sixtwo::domain::directory::{Entry, EntryKind};
use sixtwo::domain::objective::{Kind, Link};
use sixtwo::domain::reading::DecisionKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, action, day};

/// ORG-2 due on 30 June 2026, long before the day judged, missed and still open.
fn due_in_june(sheet: &mut Sheet) {
    sheet.of("ORG-2").definition().due = Some(day("2026-06-30"));
}

/// The owner of IT-1 by this name.
fn owned_by(sheet: &mut Sheet, owner: &str) {
    sheet.of("IT-1").definition().owner = owner.to_owned();
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-12",
        fires: &[(
            "objective ORG-1",
            "No action is recorded for \"Leavers lose their access within a day\".",
            |sheet| {
                sheet.of("ORG-1").definition().what.clear();
            },
        )],
        silent: &[
            ("the running control is the action", |sheet| {
                sheet.of("ORG-1").definition().what = "operate control 6.5".to_owned();
            }),
            ("an action is on record", |sheet| {
                sheet.of("ORG-1").definition().what.clear();
                sheet.actions.push(action(3, "ORG-1", "Write the script", Some("2027-02-01"), None));
            }),
            ("a treatment is the plan", |sheet| {
                let definition = sheet.of("ORG-1").definition();
                definition.what.clear();
                definition.links.push(Link {
                    kind: "treatment".to_owned(),
                    reference: "T-4".to_owned(),
                    because: String::new(),
                });
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-13",
        fires: &[(
            "objective ORG-1",
            "No resources are recorded for \"Leavers lose their access within a day\".",
            |sheet| sheet.of("ORG-1").definition().resources.clear(),
        )],
        silent: &[("no extra money is an answer", |sheet| {
            sheet.of("ORG-1").definition().resources = "No additional budget; 2 days a month of IT Ops".to_owned();
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-14",
        fires: &[
            (
                "objective ORG-1",
                "Resources for \"Leavers lose their access within a day\" say \"as needed\": nobody can tell whether the plan \
                 is funded.",
                |sheet| sheet.of("ORG-1").definition().resources = "as needed".to_owned(),
            ),
            (
                "objective ORG-1",
                "Resources for \"Leavers lose their access within a day\" say \"Existing staff and internal resources\": \
                 nobody can tell whether the plan is funded.",
                |sheet| {
                    sheet.of("ORG-1").definition().resources = "Existing staff and internal resources".to_owned();
                },
            ),
        ],
        silent: &[
            ("a number is named", |sheet| {
                sheet.of("ORG-1").definition().resources = "existing team, 3 days a month".to_owned();
            }),
            ("a team is named", |sheet| {
                sheet.of("ORG-1").definition().resources = "existing Service Desk".to_owned();
            }),
            ("nothing vague is said", |sheet| {
                sheet.of("ORG-1").definition().resources = "the licence of the scanner".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-15",
        fires: &[("objective IT-1", "\"Accounts of leavers closed by IT within a day\" has no owner.", |sheet| {
            owned_by(sheet, " ");
        })],
        silent: &[("a role is an owner", |sheet| owned_by(sheet, "CISO"))],
        not_checked: &[],
    },
    Case {
        id: "RC-16",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" is owned by \"Security team\": when everyone owns it nobody \
                 reports.",
                |sheet| owned_by(sheet, "Security team"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" is owned by \"A. Admin, P. Staff\": when everyone owns it \
                 nobody reports.",
                |sheet| owned_by(sheet, "A. Admin, P. Staff"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" is owned by \"CISO and Head of Support\": when everyone \
                 owns it nobody reports.",
                |sheet| owned_by(sheet, "CISO and Head of Support"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" is owned by \"IT Operations\": when everyone owns it nobody \
                 reports.",
                |sheet| owned_by(sheet, "IT Operations"),
            ),
        ],
        silent: &[
            ("a post is one owner", |sheet| owned_by(sheet, "Head of IT Operations")),
            ("a post of a team is one owner", |sheet| owned_by(sheet, "Head of the Service Desk Team")),
            ("a post of two things is one owner", |sheet| owned_by(sheet, "Head of Risk and Information Security")),
            ("a name turned round is one owner", |sheet| owned_by(sheet, "Smith, John")),
            ("the directory knows it as a role", |sheet| {
                sheet.directory.push(Entry::new(EntryKind::Role, "Team Alpha", day("2025-01-01")));
                sheet.entry("Team Alpha").role = "A. Admin".to_owned();
                owned_by(sheet, "Team Alpha");
            }),
            ("nobody is not several", |sheet| owned_by(sheet, "")),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-17",
        fires: &[
            (
                "objective ORG-1",
                "\"Leavers lose their access within a day\" has no completion or review date.",
                |sheet| sheet.of("ORG-1").definition().review_on = None,
            ),
            (
                "objective ORG-2",
                "\"Critical patches installed within 24 hours\" has no completion or review date.",
                |sheet| sheet.of("ORG-2").definition().due = None,
            ),
        ],
        silent: &[("what has no end needs a review date only", |sheet| {
            sheet.of("ORG-1").definition().review_on = Some(day("2027-06-30"));
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-18",
        fires: &[
            (
                "objective ORG-1",
                "How results of \"Leavers lose their access within a day\" will be judged, when and by whom is not written.",
                |sheet| sheet.of("ORG-1").definition().how_evaluated.clear(),
            ),
            (
                "objective ORG-1",
                "How results of \"Leavers lose their access within a day\" will be judged, when and by whom is not written.",
                |sheet| sheet.of("ORG-1").definition().how_evaluated = "Leavers processed in time".to_owned(),
            ),
        ],
        silent: &[("a common rule for all is an answer", |sheet| {
            sheet.of("ORG-1").definition().how_evaluated = "see PR-6.2, section 3".to_owned();
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-19",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" was due 30 Jun 2026 and is still open without a decision.",
            due_in_june,
        )],
        silent: &[
            ("thirty days are not over", |sheet| {
                sheet.of("ORG-2").definition().due = Some(day("2026-10-31"));
            }),
            ("the last measurement may still come", |sheet| {
                let written = sheet.of("ORG-2");
                let definition = written.definition();
                definition.due = Some(day("2026-09-30"));
                definition.grace_days = Some(90);
                written.forget_from("2026-09-01");
            }),
            ("it was decided to move the date", |sheet| {
                due_in_june(sheet);
                sheet.of("ORG-2").decided("2026-07-20", DecisionKind::Extend);
            }),
            ("it is accepted until a day to come", |sheet| {
                due_in_june(sheet);
                sheet.of("ORG-2").decided("2026-07-20", DecisionKind::Accept).until = Some(day("2027-03-31"));
            }),
            ("what is held has no date", |sheet| sheet.of("ORG-2").definition().kind = Kind::Maintain),
        ],
        not_checked: &[],
    },
];
