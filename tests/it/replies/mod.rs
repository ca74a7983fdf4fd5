//! What goes out to people and comes back: reply sheets, texts, pages of functions, a calendar.

mod asking;
mod calendar;
mod desk;
mod hostile;
mod pages;
mod round_trip;
pub mod sheet;
