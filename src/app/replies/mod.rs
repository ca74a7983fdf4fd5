//! What goes out to people and comes back: reply sheets, texts for those who owe something, and many replies taken in
//! together.

pub(in crate::app) mod asked;
mod asking;
mod decide;
pub(in crate::app) mod files;
mod sheet;
mod silent;
mod take_in;
pub mod view;

pub use asking::{Addressee, Asking};
pub use sheet::SheetOf;
pub use take_in::{RepliesRequest, ReplyFile};
