//! Small things that several views draw.

pub mod block_figures;
pub mod chart;
pub mod figures;
pub mod listing;
pub mod pane;
pub mod prompt;
pub mod sparkline;
pub mod split;
pub mod text;
