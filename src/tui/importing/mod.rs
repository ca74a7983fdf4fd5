//! The way in from a spreadsheet: the sheet as it is, what becomes of it, and nothing written before one key says so.

mod approval;
mod areas;
mod cells;
mod decisions;
mod detail;
mod draw;
mod entry;
mod grid;
mod looking;
mod reading_as;
mod sheet;
mod stage;
mod state;
mod steps;
mod typing;

pub use sheet::ImportSheet;
