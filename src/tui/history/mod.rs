//! The history on screen: entries newest first, an auditor's samples, and the way back to any point in time.

mod detail;
mod filter;
mod list;
mod sheet;

pub use sheet::HistorySheet;
