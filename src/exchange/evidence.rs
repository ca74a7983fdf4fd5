//! Which number format a file has, shown by its cells that can be read in one way only.

use csv::StringRecord;

use super::input::Input;
use super::number::{NumberFormat, is_blank};
use super::rows::{FileProblem, Rows};

/// The format all certain cells of a file agree on; unstated where none is certain or two contradict each other.
pub fn format_shown_by(input: &Input) -> Result<NumberFormat, FileProblem> {
    let mut rows = Rows::open(input)?;
    let mut record = StringRecord::new();
    let (mut point, mut comma) = (false, false);
    while rows.next(&mut record)?.is_some() {
        for sign in record.iter().filter_map(certain_decimal_sign) {
            point |= sign == '.';
            comma |= sign == ',';
        }
    }
    Ok(match (point, comma) {
        (true, false) => NumberFormat::Point,
        (false, true) => NumberFormat::Comma,
        _ => NumberFormat::Unstated,
    })
}

/// The sign before the decimals of a cell that is one number and cannot mean thousands: `95.7`, `0,125`.
pub fn certain_decimal_sign(cell: &str) -> Option<char> {
    let number = cell.trim_matches(|c: char| is_blank(c) || matches!(c, '%' | '+' | '-'));
    let at = number.find(['.', ','])?;
    let (whole, decimals) = (&number[..at], &number[at + 1..]);
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) || (decimals.len() == 3 && whole != "0") {
        return None;
    }
    number[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::certain_decimal_sign;

    #[test]
    fn only_a_cell_with_one_meaning_is_evidence() {
        let cases = [
            ("95.7", Some('.')),
            ("95,75 %", Some(',')),
            ("-0.125", Some('.')),
            ("12.3456", Some('.')),
            ("95.745", None),
            ("1,234", None),
            ("1,234.5", None),
            ("31.12.2026", None),
            ("45/47", None),
            ("95", None),
            ("see mail, p. 3", None),
        ];
        for (cell, sign) in cases {
            assert_eq!(certain_decimal_sign(cell), sign, "{cell}");
        }
    }
}
