//! The way in from a spreadsheet: keys in, a register filled, pictures out.

mod files;
mod goal;
mod pictures;
mod seat;
pub mod workbook;
