//! Readings from the published sets and from small hand-made lists.

use sixtwo::domain::period::{Date, FiscalCalendar, Frequency};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::exchange::input::{Input, Source};
use sixtwo::exchange::number::NumberFormat;
use sixtwo::exchange::readings::{Context, Measured, ReadingSheet, read_readings};

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

pub fn measured(code: &str, frequency: Frequency, start_month: u8, unit: &str) -> Measured {
    let calendar = FiscalCalendar { start_month, ..FiscalCalendar::default() };
    Measured { code: code.to_owned(), rhythm: calendar.rhythm(frequency), unit: unit.to_owned(), percent: unit == "%" }
}

fn read(text: &str, objectives: &[Measured]) -> ReadingSheet {
    let input = Input::look(Source::from(text)).expect("readable");
    let context = Context {
        maps: &[],
        format: NumberFormat::Unstated,
        today: day("2026-11-23"),
        calendar: FiscalCalendar::default(),
        objectives,
    };
    let mut sheet = read_readings(&input, &context).expect("a table");
    sheet.rows.sort();
    sheet
}

/// code, day, value as typed, line: in the order of the objectives and days.
fn shown(sheet: &ReadingSheet, objectives: &[Measured]) -> Vec<(String, String, String, u64)> {
    let mut shown = Vec::new();
    for (at, rows) in sheet.rows.groups() {
        for row in rows {
            shown.push((objectives[at].code.clone(), row.day.to_string(), row.value.as_typed(), row.line));
        }
    }
    shown
}

#[test]
fn the_american_readings_keep_what_was_published_beside_them() {
    let objectives = [measured("HHS-3.5", Frequency::Y, 10, "%"), measured("HHS-3.3", Frequency::Y, 10, "%")];
    let sheet = read(include_str!("../../cases/import/hhs-readings.csv"), &objectives);
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    assert_eq!(sheet.rows.len(), 8);
    let (_, mut rows) = sheet.rows.groups().next().expect("a group");
    let worse = rows.nth(2).expect("FY2020");
    assert_eq!((worse.day, worse.value.as_typed().as_str()), (day("2020-09-30"), "4.7"));
    assert_eq!(worse.remarks.evaluation, "Target Met; target in force 6.5; worse than FY2019 yet met");
    assert!(worse.remarks.source.contains("pagefreezer"));
    let unread: Vec<&str> = sheet.notes.iter().map(|note| note.column.as_str()).collect();
    assert_eq!(unread, ["metric", "period_label"]);
}

#[test]
fn the_dutch_readings_keep_dates_inside_their_half_years() {
    let codes =
        ["NL-SB1", "NL-SB2", "NL-SB3", "NL-HTTPS", "NL-TLSN", "NL-HSTS", "NL-STLS", "NL-STLSN", "NL-DANE", "NL-DMARC"];
    let objectives = codes.map(|code| measured(code, Frequency::H, 1, "%"));
    let sheet = read(include_str!("../../cases/import/nl-ivmeting-readings.csv"), &objectives);
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    assert_eq!(sheet.rows.len(), 32);
    let last = shown(&sheet, &objectives).into_iter().rfind(|(code, ..)| code == "NL-SB1").expect("readings");
    assert_eq!((last.1.as_str(), last.2.as_str()), ("2020-03-09", "94"));
    let derived =
        sheet.rows.groups().flat_map(|(_, rows)| rows).filter(|row| row.remarks.source.ends_with("derived: yes"));
    assert_eq!(derived.count(), 4);
}

#[test]
fn periods_shares_and_remarks_are_read() {
    let objectives = [measured("Q", Frequency::Q, 4, "%"), measured("M", Frequency::M, 1, "h")];
    let sheet = read(
        "code,period_end,value,numerator,denominator,recorded_on,decision,evaluation\n\
         M,2026-10,\"24,5 h\",,,2026-11-02,Escalate,late\n\
         Q,FY2026-27 Q2,,45,47,,,\n\
         Q,2026-Q2,45/47,,,,,\n\
         Q,31.12.2025,95.7,45,47,,,\n",
        &objectives,
    );
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    let expected = [
        ("Q", "2025-12-31", "45/47", 5),
        ("Q", "2026-06-30", "45/47", 4),
        ("Q", "2026-09-30", "45/47", 3),
        ("M", "2026-10-31", "24.5", 2),
    ]
    .map(|(code, day, value, line)| (code.to_owned(), day.to_owned(), value.to_owned(), line));
    assert_eq!(shown(&sheet, &objectives), expected);
    let (_, mut rows) = sheet.rows.groups().last().expect("a group");
    let remarks = rows.next().expect("a row").remarks.clone();
    assert_eq!((remarks.recorded_on, remarks.decision), (Some(day("2026-11-02")), Some(DecisionKind::Escalate)));
    assert_eq!(remarks.evaluation, "late");
}

#[test]
fn an_error_names_row_column_and_reason() {
    let objectives = [measured("E-1", Frequency::Q, 1, "%")];
    let sheet = read(
        "code,period_end,value,numerator,denominator,recorded_on\n\
         E-11,2026-03-31,5,,,\n\
         E-1,2026-02-29,5,,,\n\
         E-1,2026-10,5,,,\n\
         E-1,2026-03-31,NaN,,,\n\
         E-1,2026-03-31,,,,\n\
         E-1,2026-03-31,,5,,\n\
         E-1,2026-03-31,90,45,47,\n\
         E-1,2026-03-31,5,,,2027-01-01\n\
         E-1,2026-03-31,\"1,234\",,,\n\
         E-1,2026-06-30\n\
         E-1,2026-06-30,7,,,\n",
        &objectives,
    );
    let said: Vec<(u64, &str)> = sheet.errors.iter().map(|error| (error.row, error.column.as_str())).collect();
    let expected = [
        (2, "code"),
        (3, "period_end"),
        (4, "period_end"),
        (5, "value"),
        (6, "value"),
        (7, "denominator"),
        (8, "value"),
        (9, "recorded_on"),
        (10, "value"),
        (11, ""),
    ];
    assert_eq!(said, expected, "{:#?}", sheet.errors);
    assert!(sheet.errors[0].reason.contains("did you mean E-1"), "{}", sheet.errors[0]);
    assert_eq!((sheet.refused, sheet.rows.len()), (10, 1));
}

#[test]
fn lines_are_right_behind_cells_with_line_breaks() {
    let objectives = [measured("A", Frequency::M, 1, "")];
    let sheet = read(
        "code,period_end,value,evaluation\nA,2026-01-31,1,\"two\nlines\"\n\nA,2026-02-28,2,x\nA,2026-03-31,3,\n",
        &objectives,
    );
    let lines: Vec<u64> = shown(&sheet, &objectives).into_iter().map(|(_, _, _, line)| line).collect();
    assert_eq!(lines, [2, 5, 6]);
}
