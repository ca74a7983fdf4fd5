//! The help: the keys that count here, those that count everywhere, the pages of the manual, then all other keys.

mod page;
mod row;
mod sheet;
mod view;

pub use sheet::HelpSheet;
