//! RC-53 to RC-55, RC-59.

use sixtwo::domain::audit::AuditKind;

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

/// The reading of IT-1 for July 2026 entered on a day.
fn entered(sheet: &mut Sheet, on: &str) {
    sheet.of("IT-1").reading("2026-07-31").entered_on = day(on);
}

/// Readings of IT-1 from one day on entered on another.
fn all_entered(sheet: &mut Sheet, from: &str, on: &str) {
    for reading in sheet.of("IT-1").readings.iter_mut().filter(|reading| reading.measured_on >= day(from)) {
        reading.entered_on = day(on);
    }
}

/// Every objective written in February 2027 for the audit of March, with nothing measured before.
fn written_for_audit(sheet: &mut Sheet) {
    sheet.as_of = day("2027-03-01");
    for written in &mut sheet.written {
        written.created_on = day("2027-02-01");
        written.forget_from("2000-01-01");
    }
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-53",
        fires: &[
            ("objective IT-1", "Reading for Jul 2026 was entered 51 days after the period.", |sheet| {
                entered(sheet, "2026-09-20");
            }),
            ("objective IT-1", "Reading for Aug 2026 was entered 50 days after the period; so was 1 other.", |sheet| {
                entered(sheet, "2026-09-20");
                sheet.of("IT-1").reading("2026-08-31").entered_on = day("2026-10-20");
            }),
        ],
        silent: &[
            ("an import is shown as imported", |sheet| {
                entered(sheet, "2026-09-20");
                sheet.of("IT-1").reading("2026-07-31").imported = true;
            }),
            ("forty-five days are not over", |sheet| entered(sheet, "2026-09-14")),
            ("three times its grace is not over", |sheet| {
                entered(sheet, "2026-09-20");
                sheet.of("IT-1").definition().grace_days = Some(20);
            }),
            ("a correction is no first entry", |sheet| {
                sheet.of("IT-1").corrected("2026-07-31", "48/50", "2026-11-01").reason = "two were missing".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-54",
        fires: &[("objective IT-1", "7 periods of readings were all recorded on 20 Nov 2026.", |sheet| {
            all_entered(sheet, "2026-04-01", "2026-11-20")
        })],
        silent: &[
            ("a quarterly meeting enters three values of its quarter", |sheet| {
                sheet.of("IT-1").forget_from("2026-10-01");
                all_entered(sheet, "2026-07-01", "2026-10-12");
            }),
            ("a file brought them", |sheet| {
                all_entered(sheet, "2026-04-01", "2026-11-20");
                sheet.of("IT-1").readings.iter_mut().for_each(|reading| reading.imported = true);
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-55",
        fires: &[(
            "register",
            "Most objectives were created at most 37 days before the audit of 10 Mar 2027: 5 of 5.",
            written_for_audit,
        )],
        silent: &[
            ("before a first stage a new list is normal", |sheet| {
                written_for_audit(sheet);
                sheet.audits[0].kind = AuditKind::Stage1;
            }),
            ("readings are older", |sheet| {
                let kept = sheet.of("IT-1").clone();
                written_for_audit(sheet);
                sheet.of("IT-1").readings = kept.readings;
            }),
            ("a file brought what was approved long before", |sheet| {
                written_for_audit(sheet);
                sheet.written.iter_mut().for_each(|written| written.imported = true);
            }),
        ],
        not_checked: &[("no audit is in the calendar", |sheet| sheet.audit = None)],
    },
    Case {
        id: "RC-59",
        fires: &[
            (
                "objective IT-1",
                "Reading Jul 2026 of \"Accounts of leavers closed by IT within a day\" points to no source.",
                |sheet| sheet.of("IT-1").reading("2026-07-31").source.clear(),
            ),
            (
                "objective IT-1",
                "Reading Aug 2026 of \"Accounts of leavers closed by IT within a day\" points to no source; nor does 1 other.",
                |sheet| {
                    sheet.of("IT-1").reading("2026-07-31").source.clear();
                    sheet.of("IT-1").reading("2026-08-31").source.clear();
                },
            ),
        ],
        silent: &[
            ("a feed is its own evidence", |sheet| {
                sheet.of("IT-1").reading("2026-07-31").source.clear();
                sheet.of("IT-1").definition().data_source = "IAM feed 12".to_owned();
            }),
            ("an evidence is named", |sheet| {
                let written = sheet.of("IT-1");
                let reading = written.reading("2026-07-31");
                reading.source.clear();
                reading.evidence = "ticket 4711".to_owned();
            }),
            ("the file it came from is on record", |sheet| {
                let written = sheet.of("IT-1");
                let reading = written.reading("2026-07-31");
                reading.source.clear();
                reading.imported = true;
            }),
        ],
        not_checked: &[],
    },
];
