//! The walk through the list: begin it, answer every objective with a letter, look at what nobody pursues, approve and
//! tell the new edition once.

mod begin;
mod draw;
mod edition;
mod forms;
mod sheet;
mod stops;
mod uncovered;

pub use sheet::WalkSheet;
