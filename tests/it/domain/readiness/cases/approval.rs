//! RC-31 to RC-34.

use sixtwo::domain::communication::{Acknowledgement, Communication, Reach};
use sixtwo::domain::rearrangement::{Rearrangement, RearrangementKind};

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day, number, told_edition};

/// IT-1 with a lower target since June, in no edition yet.
fn restated(sheet: &mut Sheet) {
    sheet.of("IT-1").restated("2026-06-10", |definition| definition.target = Some(number("97")));
}

/// The same, approved by somebody else than its owner and told to nobody.
fn told_to(sheet: &mut Sheet, reach: Reach, audience: &str) {
    restated(sheet);
    sheet.communications.push(Communication {
        objective: Some(4),
        version: Some(2),
        edition: None,
        ..told_edition(0, reach, audience, "2026-06-20")
    });
}

fn approved_by(sheet: &mut Sheet, body: &str, people: &[&str]) {
    sheet.editions.clear();
    let version = sheet.of("IT-1").versions.last_mut().expect("a version");
    version.approved_by = body.to_owned();
    version.approvers = people.iter().map(|name| (*name).to_owned()).collect();
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-31",
        fires: &[
            (
                "objective IT-1",
                "Version 2 of \"Accounts of leavers closed by IT within a day\" was never approved; approval stands at version \
                 1.",
                |sheet| {
                    restated(sheet);
                    sheet.of("IT-1").versions[1].approved_on = None;
                },
            ),
            (
                "objective IT-1",
                "Version 1 of \"Accounts of leavers closed by IT within a day\", in force since 10 Jan 2025, was never approved.",
                |sheet| {
                    sheet.of("IT-1").versions[0].approved_on = None;
                    sheet.editions[0].members.retain(|member| member.code != "IT-1");
                },
            ),
        ],
        silent: &[
            ("wording is pre-authorised", |sheet| {
                let version =
                    sheet.of("IT-1").restated("2026-06-10", |d| d.title = "Accounts closed in a day".to_owned());
                version.approved_on = None;
            }),
            ("an edition approved it", |sheet| {
                restated(sheet);
                sheet.of("IT-1").versions[1].approved_on = None;
                sheet.editions[0].approved_on = day("2026-06-12");
                sheet.editions[0].members.iter_mut().for_each(|member| member.version = 2);
            }),
        ],
        not_checked: &[("no objective is in force", |sheet| sheet.keep(&["NEW-1"]))],
    },
    Case {
        id: "RC-32",
        fires: &[(
            "objective IT-1",
            "\"Accounts of leavers closed by IT within a day\" was approved only by its owner, on 10 Jan 2025.",
            |sheet| approved_by(sheet, "A. Admin", &["a. admin"]),
        )],
        silent: &[
            ("the committee sat with the owner", |sheet| {
                approved_by(sheet, "Security committee", &["A. Admin", "B. Board"]);
            }),
            ("in a small organization the director is both", |sheet| {
                approved_by(sheet, "A. Admin", &[]);
                sheet.directory.truncate(7);
                sheet.of("HR-1").definition().function = "IT Operations".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-33",
        fires: &[(
            "objective IT-1",
            "A. Admin has no record of receiving version 2 of \"Accounts of leavers closed by IT within a day\", approved on 10 \
             Jun 2026.",
            restated,
        )],
        silent: &[
            ("the owner sat in the approving meeting", |sheet| {
                restated(sheet);
                sheet.of("IT-1").versions[1].approvers.push("A. Admin".to_owned());
            }),
            ("the owner was told", |sheet| told_to(sheet, Reach::Person, "A. Admin")),
            ("everyone was told", |sheet| told_to(sheet, Reach::Everyone, "everyone")),
            ("an edition that holds it was told", |sheet| {
                restated(sheet);
                sheet.editions[0].members.iter_mut().for_each(|member| member.version = 2);
            }),
            ("the owner confirmed", |sheet| {
                restated(sheet);
                sheet.acknowledgements.push(Acknowledgement {
                    id: 1,
                    objective: Some(4),
                    version: Some(2),
                    edition: None,
                    person: "A. Admin".to_owned(),
                    day: day("2026-07-01"),
                    note: String::new(),
                    recorded_on: day("2026-07-01"),
                });
            }),
            ("the owner accepted a hand-over since", |sheet| {
                restated(sheet);
                sheet.rearrangements.push(Rearrangement {
                    id: 1,
                    kind: RearrangementKind::HandOver,
                    name: "B. Board to A. Admin".to_owned(),
                    begins: day("2026-07-01"),
                    giver: "B. Board".to_owned(),
                    taker: "A. Admin".to_owned(),
                    codes: vec!["IT-1".to_owned()],
                    reason: String::new(),
                    actions: Vec::new(),
                    accepted_by: "A. Admin".to_owned(),
                    accepted_on: Some(day("2026-07-02")),
                    recorded_on: day("2026-06-20"),
                });
            }),
            ("thirty days are not over", |sheet| {
                sheet.of("IT-1").restated("2026-11-01", |definition| definition.target = Some(number("97")));
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-34",
        fires: &[(
            "objective IT-1",
            "No record that IT Operations was told about \"Accounts of leavers closed by IT within a day\", version 2, approved \
             on 10 Jun 2026.",
            |sheet| told_to(sheet, Reach::Person, "A. Admin"),
        )],
        silent: &[
            ("the function was told", |sheet| told_to(sheet, Reach::Function, "it operations")),
            ("the function above was told", |sheet| {
                sheet.entry("IT Operations").function = "Technology".to_owned();
                told_to(sheet, Reach::Function, "Technology");
            }),
            ("a public place counts", |sheet| told_to(sheet, Reach::Everyone, "everyone")),
            ("the whole organization has no function", |sheet| {
                sheet.of("ORG-1").restated("2026-06-10", |definition| definition.target = Some(number("97")));
            }),
        ],
        not_checked: &[],
    },
];
