//! The period grid: objectives by periods, the fastest way to enter a month.
//!
//! `place` moves over the cells, `entry` is the value being typed, `pasting` the column from a spreadsheet;
//! `columns` and `faces` say where and how a cell is written, the rest draws.

mod acting;
mod columns;
mod detail;
mod drafts;
mod draw;
mod entry;
mod faces;
mod heads;
mod in_full;
mod pasting;
mod place;
mod preview;
mod rows;
mod saving;
mod sheet;

pub use sheet::GridSheet;
