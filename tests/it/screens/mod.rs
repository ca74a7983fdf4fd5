//! History, looking back, snapshots and the refresh walk: rules through the app, keys on screen, words on the shell.

mod history;
mod on_the_shell;
pub mod seat;
mod telling;
mod walk;
