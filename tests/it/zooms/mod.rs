//! Panes over the whole screen, and the plan of everybody as a table: real registers, real keys.

mod cascade;
mod company;
mod fallback;
mod granted;
mod measured;
mod pictures;
mod plan;
mod table;
