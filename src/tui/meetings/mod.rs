//! The calendar of meetings: what runs, what is planned and how far it is prepared, what was held.

mod forms;
mod held;
mod sheet;

pub use sheet::MeetingsSheet;
