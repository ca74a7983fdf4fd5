//! What people type, read the same way in a form, on the shell and in a file: numbers, dates and target cells.

pub use crate::exchange::date::{DateProblem, parse_date, parse_entered_date};
pub use crate::exchange::number::{NumberFormat, NumberProblem, parse_number, parse_value};
pub use crate::exchange::target_cell::{TargetCell, parse_target_cell};
