//! The real program on the shell: words, exit codes, files, crashes.

mod audits;
mod check;
pub mod desk;
mod documents;
mod exports;
mod json;
mod kill;
mod letterhead;
mod open;
mod pipe;
mod record;
mod registers;
mod scorecard;
mod sheets;
mod statistics;
mod story;
mod together;
mod trace;
mod words;
