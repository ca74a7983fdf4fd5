//! Meetings on the screen over a register on disk: every step, what was corrected, the management review, the calendar.

mod calendar;
mod imported;
mod steps;
