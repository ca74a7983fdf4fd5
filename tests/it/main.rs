//! The one integration binary: every room from outside, the real program in a pseudo-terminal.

mod architecture;
mod catalogue;
mod cli;
mod docs;
mod domain;
mod editions;
mod exchange;
mod grid;
mod importing;
mod keymap;
mod meeting;
mod people;
mod pictures;
mod present;
mod probe;
mod pty;
mod readiness;
mod registers;
mod report;
mod screens;
mod snapshots;
mod store;
mod terminals;
mod tui;
mod tui_forms;
mod zooms;
