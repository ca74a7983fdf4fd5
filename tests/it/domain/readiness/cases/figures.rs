//! RC-56 to RC-58.

use super::Case;
use crate::domain::readiness::sheet::Sheet;

fn corrected(sheet: &mut Sheet, entered: &str) {
    sheet.of("IT-1").corrected("2026-05-31", "49/50", entered);
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-56",
        fires: &[
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" has reported exactly 96 % (48/50) for 5 periods.",
                |sheet| sheet.of("IT-1").set_last(5, "48/50"),
            ),
            (
                "objective IT-1",
                "\"Accounts of leavers closed by IT within a day\" has reported exactly 96.5 % for 6 periods.",
                |sheet| sheet.of("IT-1").set_last(6, "96.5"),
            ),
        ],
        silent: &[
            ("all of them is a true constant", |sheet| sheet.of("IT-1").set_last(8, "50/50")),
            ("nothing to count is a true constant", |sheet| sheet.of("IT-1").set_last(8, "0/0")),
            ("100 % is a true constant", |sheet| sheet.of("IT-1").set_last(8, "100")),
            ("none is a true constant", |sheet| sheet.of("IT-1").set_last(8, "0")),
            ("four in a row happen", |sheet| sheet.of("IT-1").set_last(4, "96.5")),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-57",
        fires: &[(
            "objective IT-1",
            "The value for May 2026 changed from 98 % (49/50) to 96 % (48/50) without a reason.",
            |sheet| {
                sheet.of("IT-1").reading("2026-05-31").value = "49/50".parse().expect("a value");
                sheet.of("IT-1").corrected("2026-05-31", "48/50", "2026-06-10");
            },
        )],
        silent: &[
            ("a slip of the same day needs none", |sheet| {
                sheet.of("IT-1").reading("2026-05-31").value = "94/50".parse().expect("a value");
                corrected(sheet, "2026-06-05");
            }),
            ("the reason is on record", |sheet| {
                corrected(sheet, "2026-06-10");
                sheet.of("IT-1").readings.iter_mut().for_each(|r| r.reason = "one came in late".to_owned());
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-58",
        fires: &[(
            "objective IT-1",
            "May 2026 was shown to management as 92 % (46/50) and is now 98 % (49/50).",
            |sheet| {
                sheet.of("IT-1").reading("2026-05-31").value = "46/50".parse().expect("a value");
                corrected(sheet, "2026-07-01");
            },
        )],
        silent: &[
            ("it was corrected before it was shown", |sheet| {
                corrected(sheet, "2026-07-01");
                sheet.snapshots[0].seq = 9_500;
            }),
            ("a later management review was told", |sheet| {
                corrected(sheet, "2026-07-01");
                let mut review = sheet.reviews[2].clone();
                review.number = 6;
                review.date = "2026-11-02".parse().expect("a day");
                sheet.reviews.push(review);
            }),
        ],
        not_checked: &[("no snapshot was taken", |sheet| sheet.snapshots.clear())],
    },
];
