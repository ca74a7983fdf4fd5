//! Small things that several views draw.

pub mod pane;
pub mod text;
