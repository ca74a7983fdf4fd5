//! The full-screen face: a fixture, a key string, a picture.

mod actor;
mod figures;
pub mod fixture;
mod home;
mod keys;
mod panes;
pub mod screen;
mod sizes;
mod trace;
