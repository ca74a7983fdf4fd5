//! Terminals and people: looks, sizes, hostile text, what takes long, and what helps a reader who does not see.

mod looks;
mod progress;
mod sizes;
mod stage;
