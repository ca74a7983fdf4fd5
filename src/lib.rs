//! sixtwo keeps the information security objectives of ISO/IEC 27001:2022 clause 6.2 in one local file.

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod report;
pub mod store;
pub mod tui;
