//! Choosing a file by keyboard: a path line with completion, and below it what stands in the folder.

mod candidates;
mod chooser;
mod draw;

pub use candidates::Wanted;
pub use chooser::{Chosen, FileChooser};
