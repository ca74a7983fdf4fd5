//! A line over cells: as fine as the signs it may be drawn with.

use crate::tui::preferences::Marker;

/// What a line is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nib {
    /// Two by four dots in a cell.
    Braille,
    /// Two halves of a cell, one above the other.
    HalfBlock,
    /// One dot in a cell.
    Dot,
    /// One full stop in a cell.
    Ascii,
}

impl Nib {
    /// The nib a person prefers; `Auto` is Braille where more than ASCII can be drawn.
    pub fn of(marker: Marker, ascii: bool) -> Nib {
        match marker {
            _ if ascii => Nib::Ascii,
            Marker::Auto | Marker::Braille => Nib::Braille,
            Marker::HalfBlock => Nib::HalfBlock,
            Marker::Dot => Nib::Dot,
            Marker::Ascii => Nib::Ascii,
        }
    }

    /// Points in a cell, across and down.
    fn fineness(self) -> (usize, usize) {
        match self {
            Nib::Braille => (2, 4),
            Nib::HalfBlock => (1, 2),
            Nib::Dot | Nib::Ascii => (1, 1),
        }
    }
}

/// Cells that lines are drawn into.
#[derive(Debug)]
pub struct Ink {
    nib: Nib,
    width: usize,
    height: usize,
    /// A bit per point of every cell, row by row.
    cells: Vec<u8>,
}

impl Ink {
    /// An empty sheet of so many cells.
    pub fn new(nib: Nib, width: usize, height: usize) -> Ink {
        Ink { nib, width, height, cells: vec![0; width * height] }
    }

    /// A straight line from the middle of a cell to the middle of another, each a column and a row.
    pub fn line(&mut self, from: (usize, usize), to: (usize, usize)) {
        let (across, down) = self.nib.fineness();
        let point =
            |(column, row): (usize, usize)| ((column * across + across / 2) as f64, (row * down + down / 2) as f64);
        let ((x0, y0), (x1, y1)) = (point(from), point(to));
        let run = (x1 - x0).abs().max((y1 - y0).abs()).max(1.0);
        for step in 0..=run as usize {
            let share = step as f64 / run;
            self.dot((x0 + (x1 - x0) * share).round() as usize, (y0 + (y1 - y0) * share).round() as usize);
        }
    }

    fn dot(&mut self, x: usize, y: usize) {
        let (across, down) = self.nib.fineness();
        let (column, row) = (x / across, y / down);
        if column < self.width && row < self.height {
            self.cells[row * self.width + column] |= 1 << ((y % down) * across + x % across);
        }
    }

    /// The sign of a cell; `None` where no line passes.
    pub fn sign(&self, column: usize, row: usize) -> Option<char> {
        let bits = *self.cells.get(row * self.width + column).filter(|_| column < self.width)?;
        match (self.nib, bits) {
            (_, 0) => None,
            (Nib::Braille, bits) => char::from_u32(0x2800 + braille(bits)),
            (Nib::HalfBlock, 1) => Some('▀'),
            (Nib::HalfBlock, 2) => Some('▄'),
            (Nib::HalfBlock, _) => Some('█'),
            (Nib::Dot, _) => Some('•'),
            (Nib::Ascii, _) => Some('.'),
        }
    }
}

/// Points row by row as the pattern numbers them: down the left column, then the right, the lowest row last.
fn braille(bits: u8) -> u32 {
    const PLACES: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
    PLACES.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, place)| place).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_nib_draws_a_line_from_corner_to_corner_and_nothing_outside() {
        for nib in [Nib::Braille, Nib::HalfBlock, Nib::Dot, Nib::Ascii] {
            let mut ink = Ink::new(nib, 4, 2);
            ink.line((0, 1), (3, 0));
            assert!(ink.sign(0, 1).is_some(), "{nib:?} begins below");
            assert!(ink.sign(3, 0).is_some(), "{nib:?} ends above");
            assert_eq!(ink.sign(4, 0), None, "{nib:?} stays inside");
            assert_eq!(ink.sign(0, 0), None, "{nib:?} leaves the rest empty");
        }
    }

    #[test]
    fn a_flat_line_fills_its_row_and_no_other() {
        let mut ink = Ink::new(Nib::Braille, 6, 3);
        ink.line((0, 1), (5, 1));
        assert!((0..6).all(|x| ink.sign(x, 1).is_some()));
        assert!((0..6).all(|x| ink.sign(x, 0).is_none() && ink.sign(x, 2).is_none()));
    }

    #[test]
    fn a_sheet_without_cells_takes_a_line() {
        let mut ink = Ink::new(Nib::Braille, 0, 0);
        ink.line((0, 0), (3, 1));
        assert_eq!(ink.sign(0, 0), None);
    }
}
