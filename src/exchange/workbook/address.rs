//! Where a cell stands, as people call it: `D7`.

use std::fmt;
use std::str::FromStr;

/// The place of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// The number of the row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl CellAt {
    /// A place by row (from 1) and column (from 0).
    pub fn new(row: u32, column: u32) -> CellAt {
        CellAt { row, column }
    }

    /// The letters of a column: 0 is `A`, 26 is `AA`.
    pub fn letters(column: u32) -> String {
        let mut letters = Vec::new();
        let mut rest = u64::from(column) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(b'A' + (rest % 26) as u8);
            rest /= 26;
        }
        letters.iter().rev().map(|letter| char::from(*letter)).collect()
    }

    /// The column of letters, either case; `None` for anything else or beyond what spreadsheets have.
    pub fn column_of(letters: &str) -> Option<u32> {
        let short = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
        let number = |sum: u32, byte: u8| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
        short.then(|| letters.bytes().fold(0, number) - 1)
    }
}

impl fmt::Display for CellAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", CellAt::letters(self.column), self.row)
    }
}

/// A text that is no place of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCell;

impl FromStr for CellAt {
    type Err = NoCell;

    fn from_str(text: &str) -> Result<CellAt, NoCell> {
        let text = text.trim();
        let cut = text.find(|c: char| c.is_ascii_digit()).ok_or(NoCell)?;
        let column = CellAt::column_of(&text[..cut]).ok_or(NoCell)?;
        let row = text[cut..].parse().ok().filter(|row| *row > 0).ok_or(NoCell)?;
        Ok(CellAt { row, column })
    }
}

#[cfg(test)]
mod tests {
    use super::CellAt;

    #[test]
    fn a_place_is_written_and_read_as_people_call_it() {
        for (at, text) in [((7, 3), "D7"), ((1, 0), "A1"), ((12, 25), "Z12"), ((3, 26), "AA3"), ((9, 701), "ZZ9")] {
            let at = CellAt::new(at.0, at.1);
            assert_eq!(at.to_string(), text);
            assert_eq!(text.to_lowercase().parse(), Ok(at));
        }
        for wrong in ["", "7", "D", "D0", "ABCD1", "D7E"] {
            assert!(wrong.parse::<CellAt>().is_err(), "{wrong}");
        }
    }
}
