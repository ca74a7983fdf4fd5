//! Texts and reply sheets on their way out, and filled sheets on their way back.

mod sending;
mod taking;

pub use sending::SendingSheet;
pub use taking::TakingSheet;
