//! The review meeting: a queue, one item after the other, every answer a command of its own.
//!
//! [`stop::Stop`] names the pages in their order: what is looked through first, the objectives one by one, what changes in
//! the list, the read-back. What is typed for an item becomes one [`crate::app::Command::AnswerItem`]; the next item is on screen while that is
//! written, and its mark appears only after the register has said that it is on disk. A program that is killed loses
//! at most the field being typed; the meeting is open until somebody closes it and is taken up again with the same key.

pub mod agenda;
pub mod amend;
pub mod clock;
mod closing;
mod drafts;
pub mod entry;
mod flow;
mod item;
pub mod looking;
pub mod matter;
pub mod page;
pub mod sheet;
mod sight;
pub mod split;
pub mod start;
pub mod stop;
mod under_way;
mod view;
pub mod writing;

pub use sheet::{Drafts, MeetingSheet};

use super::form::FormSheet;
use super::model::Model;
use super::sheet::Sheet;

/// Starts a meeting or takes up the open one.
pub fn open(model: &Model) -> Option<Box<dyn Sheet>> {
    let overview = model.overview.as_ref()?;
    Some(match overview.open_review {
        Some(number) => Box::new(MeetingSheet::new(number)),
        None => Box::new(FormSheet::new(start::start(overview.today), model)),
    })
}
