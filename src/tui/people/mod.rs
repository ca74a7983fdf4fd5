//! Who owns, reports and owes what; who takes over; and the same change of several objectives.

mod bulk;
mod detail;
pub mod forms;
mod sheet;

pub use bulk::bulk_edit;
pub use sheet::PeopleSheet;
