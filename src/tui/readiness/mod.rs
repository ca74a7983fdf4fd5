//! What an auditor may raise, the worst first, and the way to where it is mended.

mod forms;
mod lines;
mod sheet;
mod ways;

pub use sheet::ReadinessSheet;
