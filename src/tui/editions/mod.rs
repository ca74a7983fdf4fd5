//! The list as a whole: its editions, what the next one would hold, who has not confirmed; and the versions of one
//! objective.

pub(in crate::tui) mod detail;
mod difference;
pub mod forms;
mod sheet;
mod versions;

pub use sheet::EditionsSheet;
pub use versions::VersionsSheet;
