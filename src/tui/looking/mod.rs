//! Looking back and being looked at: the day the program is taken to, and what is hidden while others look on.

mod as_known;
pub mod showing;

pub use as_known::AsKnownSheet;
