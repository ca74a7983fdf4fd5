//! From sources to objectives to their last reading, and back: what nobody pursues on top.

mod detail;
mod draw;
pub mod forms;
mod rows;
mod sheet;
mod walk;

pub use sheet::TraceSheet;
