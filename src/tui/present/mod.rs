//! The big screen: a running meeting for the people in the room. No fields, no drafts: one objective, its value, the
//! chart, the question, and the decision once it is on disk.

mod draw;
mod sheet;

pub use sheet::PresentSheet;
