//! Frozen registers: the list, the way back to each, and two of them compared.

mod comparison;
mod sheet;

pub use comparison::ComparisonSheet;
pub use sheet::SnapshotsSheet;
