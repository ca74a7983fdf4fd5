//! A block of readings as journal bytes, written by hand: a long import spends its time here.

use std::io::Write;

use super::part::Part;
use super::series::{Cell, FIXED, IsoDate, OPTIONAL, optional_cell};
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::Reading;

/// The optional columns in which one of the readings says something.
pub(super) fn used_columns(readings: &[&Reading]) -> Vec<usize> {
    let says = |reading: &Reading, at| !matches!(optional_cell(reading, at), Cell::Nothing);
    (0..OPTIONAL.len()).filter(|at| readings.iter().any(|reading| says(reading, *at))).collect()
}

/// Writes as many of `readings` as the part takes, as one change; returns how many. None are written into a part that
/// is full already.
pub(super) fn write(part: &mut Part, objective: i64, readings: &[&Reading], used: &[usize]) -> usize {
    let Some(first) = readings.first() else { return 0 };
    let fresh = part.is_empty();
    let mark = part.bytes().len();
    open(part.open_change(), objective, first.imported, used);
    let mut written = 0;
    for reading in readings {
        let before = part.bytes().len();
        row(part.bytes(), reading, used, written > 0);
        if part.is_over() && !(fresh && written == 0) {
            part.bytes().truncate(before);
            break;
        }
        part.count_row();
        written += 1;
    }
    if written == 0 {
        part.cancel_change(mark);
    } else {
        part.bytes().extend_from_slice(b"]}");
    }
    written
}

fn open(bytes: &mut Vec<u8>, objective: i64, imported: bool, used: &[usize]) {
    let _ = write!(bytes, "{{\"entity\":\"reading\",\"objective\":{objective},\"imported\":{imported},\"cols\":[");
    for (at, name) in FIXED.iter().chain(used.iter().map(|at| &OPTIONAL[*at])).enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(bytes, "{comma}\"{name}\"");
    }
    bytes.extend_from_slice(b"],\"rows\":[");
}

fn row(bytes: &mut Vec<u8>, reading: &Reading, used: &[usize], comma: bool) {
    bytes.extend_from_slice(if comma { b",[" } else { b"[" });
    date(bytes, reading.measured_on);
    bytes.extend_from_slice(b",\"");
    value(bytes, &reading.value);
    bytes.push(b'"');
    for at in used {
        bytes.push(b',');
        match optional_cell(reading, *at) {
            // Writing a text into memory cannot fail.
            Cell::Text(text) => serde_json::to_writer(&mut *bytes, text).unwrap_or_default(),
            Cell::Day(day) => date(bytes, day),
            Cell::Number(number) => {
                bytes.push(b'"');
                whole(bytes, u64::from(number));
                bytes.push(b'"');
            }
            Cell::Nothing => bytes.extend_from_slice(b"null"),
        }
    }
    bytes.push(b']');
}

fn date(bytes: &mut Vec<u8>, date: Date) {
    bytes.push(b'"');
    match IsoDate::of(date) {
        Some(iso) => bytes.extend_from_slice(iso.bytes()),
        None => {
            let _ = write!(bytes, "{date}");
        }
    }
    bytes.push(b'"');
}

fn value(bytes: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Plain(number) => decimal(bytes, *number),
        Value::Share { numerator, denominator } => {
            decimal(bytes, *numerator);
            bytes.push(b'/');
            decimal(bytes, *denominator);
        }
    }
}

/// The same digits as the number's own text, without the formatter.
fn decimal(bytes: &mut Vec<u8>, number: Decimal) {
    if number.is_negative() {
        bytes.push(b'-');
    }
    let size = number.mantissa().unsigned_abs();
    if number.scale() == 0 {
        return whole(bytes, size);
    }
    let power = 10u64.pow(u32::from(number.scale()));
    whole(bytes, size / power);
    bytes.push(b'.');
    let mut fraction = size % power;
    let mut unit = power / 10;
    while unit > 0 {
        bytes.push(b'0' + (fraction / unit) as u8);
        fraction %= unit;
        unit /= 10;
    }
}

fn whole(bytes: &mut Vec<u8>, number: u64) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    bytes.extend_from_slice(&digits[at..]);
}
