//! RC-25 to RC-30.

use sixtwo::domain::directory::EntryKind;
use sixtwo::domain::objective::Level;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

fn all_owned_by(sheet: &mut Sheet, owner: &str) {
    for code in ["ORG-1", "ORG-2", "ORG-3", "IT-1"] {
        sheet.of(code).definition().owner = owner.to_owned();
    }
}

/// IT-1 fails again and again below its parent, which is on track.
fn child_fails(sheet: &mut Sheet) {
    sheet.of("IT-1").set_last(2, "40/50");
}

fn left(sheet: &mut Sheet, name: &str) {
    sheet.entry(name).until = Some(day("2026-09-30"));
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-25",
        fires: &[(
            "entry CISO",
            "CISO owns 4 of 5 objectives; the functions that move the numbers own none.",
            |sheet| {
                all_owned_by(sheet, "C. Iso");
                sheet.of("ORG-1").definition().owner = "CISO".to_owned();
            },
        )],
        silent: &[
            ("two objectives say nothing", |sheet| {
                sheet.keep(&["ORG-1", "ORG-2"]);
                sheet.of("ORG-2").definition().owner = "CISO".to_owned();
            }),
            ("a small organization has one owner", |sheet| {
                all_owned_by(sheet, "CISO");
                sheet.directory.truncate(7);
                for code in ["IT-1", "HR-1"] {
                    sheet.of(code).definition().function = "Office".to_owned();
                }
            }),
            ("the register allows more", |sheet| {
                all_owned_by(sheet, "CISO");
                sheet.set("RC-25", "share", "0.9");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-26",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" is not broken down to any function.",
            |sheet| sheet.of("ORG-2").definition().cascade_note.clear(),
        )],
        silent: &[("one function delivers it and says so", |sheet| {
            let definition = sheet.of("ORG-2").definition();
            definition.cascade_note.clear();
            definition.level = Some(Level::Function);
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-27",
        fires: &[(
            "objective IT-1",
            "\"Accounts of leavers closed by IT within a day\" serves no organization objective.",
            |sheet| sheet.of("IT-1").definition().parent.clear(),
        )],
        silent: &[("it answers a risk of its own", |sheet| {
            let links = sheet.of("ORG-2").definition().links.clone();
            let definition = sheet.of("IT-1").definition();
            definition.parent.clear();
            definition.links = links;
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-28",
        fires: &[(
            "objective ORG-1",
            "\"Leavers lose their access within a day\" is on track while IT Operations target \"Accounts of leavers closed by \
             IT within a day\" is off track.",
            child_fails,
        )],
        silent: &[("the evaluation of the parent says why", |sheet| {
            child_fails(sheet);
            sheet.of("ORG-1").reading("2026-10-31").evaluation = "IT-1 fails, HR locks the badge in time".to_owned();
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-29",
        fires: &[
            (
                "objective IT-1",
                "The owner of \"Accounts of leavers closed by IT within a day\" left on 30 Sep 2026.",
                |sheet| left(sheet, "A. Admin"),
            ),
            (
                "objective ORG-1",
                "Nobody holds the role that owns \"Leavers lose their access within a day\": CISO.",
                |sheet| left(sheet, "C. Iso"),
            ),
        ],
        silent: &[
            ("the role has another holder", |sheet| {
                left(sheet, "C. Iso");
                sheet.entry("Colleague 1").role = "CISO".to_owned();
            }),
            ("the directory does not know the owner", |sheet| {
                sheet.of("IT-1").definition().owner = "Z. Unknown".to_owned();
            }),
        ],
        not_checked: &[("no person and no role is on record", |sheet| sheet.directory.clear())],
    },
    Case {
        id: "RC-30",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" belongs to IT Operations, dissolved on 30 Sep 2026.",
                |sheet| left(sheet, "IT Operations"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" belongs to IT Operations, dissolved on 30 Sep 2026; Human \
                 Resources is named to take over.",
                |sheet| {
                    left(sheet, "IT Operations");
                    sheet.entry("IT Operations").successor = "Human Resources".to_owned();
                },
            ),
        ],
        silent: &[("its end lies ahead", |sheet| sheet.entry("IT Operations").until = Some(day("2026-12-31")))],
        not_checked: &[("no function is on record", |sheet| {
            sheet.directory.retain(|entry| entry.kind != EntryKind::Function);
        })],
    },
];
