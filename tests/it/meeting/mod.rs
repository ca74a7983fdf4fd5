//! Meetings through the use cases: planned, prepared, held, frozen, followed up.

mod accepted;
mod actions;
mod calendar;
mod corrections;
mod frozen;
mod older;
mod planned;
mod room;
mod running;
mod shell;
