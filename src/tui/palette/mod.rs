//! The palette: every action by its name, its key or a few letters of what it does; objectives by code and title.

mod entry;
pub mod fuzzy;
mod sheet;
mod view;

pub use entry::{Entry, entries};
pub use sheet::PaletteSheet;
