//! RC-35 to RC-40.

use sixtwo::domain::objective::CriterionDone;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::ItemState;
use sixtwo::domain::trace::SourceKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

/// A register that grew old: nothing was written since January 2024.
fn old(sheet: &mut Sheet) {
    sheet.keep(&["ORG-1", "IT-1", "HR-1"]);
    sheet.created_on = day("2023-12-01");
    sheet.editions.clear();
    for written in &mut sheet.written {
        written.created_on = day("2024-01-10");
        written.versions[0].recorded_on = day("2024-01-10");
        written.versions[0].approved_on = Some(day("2024-01-10"));
    }
}

/// Nobody met, walked or approved since a day.
fn quiet_since(sheet: &mut Sheet, on: &str) {
    sheet.reviews.retain(|review| review.date < day(on));
    sheet.editions.retain(|edition| edition.approved_on < day(on));
    sheet.refreshes.retain(|refresh| refresh.started_on < day(on));
}

/// IT-1 on no agenda, in no edition, approved two years ago.
fn unseen(sheet: &mut Sheet) {
    for review in &mut sheet.reviews {
        review.items.retain(|item| item.code != "IT-1");
    }
    sheet.editions[0].members.retain(|member| member.code != "IT-1");
    sheet.refreshes.clear();
}

/// ORG-2 at its target since the end of March.
fn reached(sheet: &mut Sheet) {
    sheet.of("ORG-2").set_last(3, "20");
}

fn criteria_done(sheet: &mut Sheet, on: &str) {
    let done = CriterionDone { number: 2, done: day(on), evidence: "test 4".to_owned() };
    sheet.of("ORG-3").criteria_done.push(done);
}

fn closed(sheet: &mut Sheet, reason: &str, by: &str) {
    let closing = sheet.of("OLD-1").closing.as_mut().expect("OLD-1 is closed");
    closing.reason = reason.to_owned();
    closing.by = by.to_owned();
    closing.reference = String::new();
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-35",
        fires: &[("register", "The objectives list has not changed since 10 Jan 2024.", old)],
        silent: &[
            ("an objective was restated", |sheet| {
                old(sheet);
                sheet.of("IT-1").restated("2026-06-10", |definition| definition.due = Some(day("2028-12-31")));
            }),
            ("a file brought it less than two years ago", |sheet| {
                old(sheet);
                sheet.written.iter_mut().for_each(|written| {
                    written.imported = true;
                    written.created_on = day("2025-06-01");
                });
            }),
            ("the register allows more", |sheet| {
                old(sheet);
                sheet.set("RC-35", "months", "36");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-36",
        fires: &[(
            "source assessment:RA-2026",
            "Risk assessment of 1 Mar 2026 is not reflected in any objectives review: Yearly risk assessment.",
            |sheet| quiet_since(sheet, "2026-03-01"),
        )],
        silent: &[
            ("a refresh that changed nothing clears it", |sheet| {
                quiet_since(sheet, "2026-03-01");
                sheet.refreshes[0].closed_on = Some(day("2026-09-15"));
                sheet.refreshes[0].no_change = "the risks are the same".to_owned();
            }),
            ("ninety days are not over", |sheet| {
                sheet.source("RA-2026").day = Some(day("2026-10-25"));
            }),
        ],
        not_checked: &[("no risk assessment is on record", |sheet| {
            sheet.sources.retain(|source| source.kind != SourceKind::Assessment);
        })],
    },
    Case {
        id: "RC-37",
        fires: &[(
            "source incident:INC-7",
            "No objectives review followed the event of 2 May 2026: Phished mailbox.",
            |sheet| quiet_since(sheet, "2026-05-01"),
        )],
        silent: &[
            ("a refresh of that event clears it", |sheet| {
                quiet_since(sheet, "2026-05-01");
                sheet.source("INC-7").id = 8;
                sheet.refreshes[0].event = Some(8);
            }),
            ("sixty days are not over", |sheet| {
                quiet_since(sheet, "2026-05-01");
                sheet.source("INC-7").day = Some(day("2026-10-01"));
            }),
        ],
        not_checked: &[("no significant event is on record", |sheet| sheet.source("INC-7").significant = false)],
    },
    Case {
        id: "RC-38",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" was last formally reviewed on 20 Oct 2025.",
                |sheet| {
                    unseen(sheet);
                    let mut review = sheet.reviews[0].clone();
                    let mut item = review.items[0].clone();
                    item.code = "IT-1".to_owned();
                    review.date = day("2025-10-20");
                    review.items = vec![item];
                    sheet.reviews.insert(0, review);
                },
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" was not formally reviewed since 10 Jan 2025.",
                unseen,
            ),
        ],
        silent: &[
            ("an item passed in a block was reviewed", |sheet| {
                sheet.editions.clear();
                sheet.refreshes.clear();
                sheet.reviews.iter_mut().flat_map(|review| &mut review.items).for_each(|i| i.state = ItemState::Passed);
            }),
            ("a refresh looks at every objective", |sheet| {
                let refreshes = sheet.refreshes.clone();
                unseen(sheet);
                sheet.refreshes = refreshes;
            }),
            ("a file brought it less than a year ago", |sheet| {
                unseen(sheet);
                sheet.of("IT-1").imported = true;
                sheet.of("IT-1").created_on = day("2026-02-01");
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-39",
        fires: &[
            (
                "objective ORG-2",
                "\"Critical patches installed within 24 hours\" has been achieved since 31 Mar 2026 and is still on the list as \
                 open.",
                reached,
            ),
            (
                "objective ORG-3",
                "\"Backup site in operation\" has been achieved since 31 Jul 2026 and is still on the list as open.",
                |sheet| criteria_done(sheet, "2026-07-31"),
            ),
        ],
        silent: &[
            ("holding it is another objective", |sheet| {
                reached(sheet);
                sheet.of("ORG-2").definition().kind = sixtwo::domain::objective::Kind::Maintain;
            }),
            ("it was decided to close it", |sheet| {
                reached(sheet);
                sheet.of("ORG-2").decided("2026-10-20", DecisionKind::Retire);
            }),
            ("one reading is no proof", |sheet| {
                sheet.of("ORG-2").set_last(1, "20");
                sheet.set("RC-39", "days", "30");
            }),
            ("ninety days are not over", |sheet| criteria_done(sheet, "2026-10-31")),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-40",
        fires: &[
            (
                "objective OLD-1",
                "\"Paper files locked away\" was removed without a recorded reason, on 20 Jan 2026.",
                |sheet| closed(sheet, "", "Security committee"),
            ),
            (
                "objective OLD-1",
                "\"Paper files locked away\" was removed on 20 Jan 2026 without a record of who decided it.",
                |sheet| closed(sheet, "no paper is left", ""),
            ),
        ],
        silent: &[
            ("it was closed before this tool", |sheet| {
                closed(sheet, "", "");
                sheet.of("OLD-1").imported = true;
                sheet.of("OLD-1").created_on = day("2026-02-01");
            }),
            ("it says so", |sheet| closed(sheet, "closed before this tool", "")),
            ("the decision is on record", |sheet| {
                closed(sheet, "no paper is left", "");
                sheet.of("OLD-1").decided("2026-01-20", DecisionKind::Retire);
            }),
        ],
        not_checked: &[],
    },
];
