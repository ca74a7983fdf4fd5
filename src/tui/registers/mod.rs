//! The registers opened lately and the ways to another one: the first page where no register was named, and the
//! switcher for people with several.

mod forms;
mod lines;
mod opening;
mod sheet;

pub use sheet::RegistersSheet;
