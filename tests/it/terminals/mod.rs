//! Terminals and people: looks, sizes, hostile text, what takes long, and what helps a reader who does not see.

mod hands;
mod hostile;
mod looks;
mod progress;
mod reading_aloud;
mod sizes;
pub mod stage;
mod wire;
