//! From sources to objectives to their last reading, and back: what nobody pursues on top.

mod detail;
mod draw;
mod forms;
mod rows;
mod sheet;
mod walk;

pub use sheet::TraceSheet;
