//! The period grid: cells by the rules, a year through the app, months typed and pasted on screen.

mod cells;
mod desk;
mod pasting;
mod pictures;
mod typing;
mod year;
