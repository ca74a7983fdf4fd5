//! RC-60 to RC-62.

use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::ReviewKind;
use sixtwo::domain::status::Status;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

/// No meeting from a day on.
fn no_meeting_from(sheet: &mut Sheet, on: &str) {
    sheet.reviews.retain(|review| review.date < day(on));
}

/// ORG-2 was off track in the management review and nothing was decided.
fn lagging(sheet: &mut Sheet) {
    sheet.reviews[2].items[1].status_before = Status::OffTrack;
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-60",
        fires: &[(
            "register",
            "No objectives review is recorded for Q3 2026; the last one was on 15 Jun 2026.",
            |sheet| no_meeting_from(sheet, "2026-07-01"),
        )],
        silent: &[
            ("the organization meets every half-year", |sheet| {
                no_meeting_from(sheet, "2026-07-01");
                sheet.set("RC-60", "months", "6");
            }),
            ("the last meeting set a later date", |sheet| {
                no_meeting_from(sheet, "2026-07-01");
                sheet.reviews[2].next_date = Some(day("2026-11-30"));
            }),
            ("it was held shortly after the quarter", |sheet| {
                sheet.reviews.retain(|review| review.number != 4);
            }),
        ],
        not_checked: &[("no review period has closed since the register began", |sheet| {
            sheet.created_on = day("2026-08-01");
        })],
    },
    Case {
        id: "RC-61",
        fires: &[
            ("register", "The last management review shows no objectives result: 15 Jun 2026.", |sheet| {
                sheet.reviews[2].items.clear();
            }),
            ("register", "The last management review was on 15 Jun 2025, more than 12 months ago.", |sheet| {
                sheet.reviews[2].date = day("2025-06-15");
            }),
            (
                "register",
                "No management review with a result of the objectives is on record by 24 Nov 2026.",
                |sheet| sheet.reviews.retain(|review| review.kind != ReviewKind::Management),
            ),
        ],
        silent: &[("the organization plans another interval", |sheet| {
            sheet.reviews[2].date = day("2025-06-15");
            sheet.set("RC-61", "months", "18");
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-62",
        fires: &[(
            "objective ORG-2",
            "Management saw \"Critical patches installed within 24 hours\" off track and decided nothing, on 15 Jun 2026.",
            lagging,
        )],
        silent: &[
            ("it was decided there", |sheet| {
                lagging(sheet);
                sheet.reviews[2].items[1].decision = Some(DecisionKind::Act);
            }),
            ("it was decided since", |sheet| {
                lagging(sheet);
                sheet.of("ORG-2").decided("2026-07-20", DecisionKind::Accept);
            }),
        ],
        not_checked: &[("no management review is on record", |sheet| {
            sheet.reviews.retain(|review| review.kind != ReviewKind::Management);
        })],
    },
];
