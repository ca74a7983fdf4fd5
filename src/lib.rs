//! sixtwo keeps the information security objectives of ISO/IEC 27001:2022 clause 6.2 in one local SQLite file, the
//! *register*, and makes the loop that auditors look for a habit: objective, plan, reading, what it means, what was
//! decided, management review, refreshed objective. It has two faces on the same use cases: the full screen and a
//! headless command line.
//!
//! # The rooms
//!
//! - [`domain`]: the rules of the clause as pure functions: exact values, periods, targets over time, status and
//!   freshness, the cascade, the agenda of a review, the journal's contract. No IO, no clock, no SQL, no terminal.
//! - [`store`]: the register file; the only room that knows SQL. Every write is one named operation in one
//!   transaction, appended to a hash-chained journal from which all rows can be rebuilt.
//! - [`exchange`]: outside files as typed rows: CSV and TSV, headers as people write them, numbers, dates, targets.
//! - [`report`]: one format-free document, and its writers: HTML, Markdown, PDF, spreadsheet, CSV, JSON.
//! - [`app`]: the use cases, the one door of both faces: a [`app::Command`] becomes one operation or a refusal.
//! - [`cli`]: one file per verb, tables and JSON.
//! - [`tui`]: `update(&mut Model, Msg) -> Vec<Effect>` without IO, a view that changes nothing, and a thread that owns
//!   the session.
//!
//! # The arrows
//!
//! `main` names `cli` and `tui`; both name `app`; `app` names `store`, `exchange` and `report`; all name `domain`, which
//! names nothing of ours.
//!
//! # Never
//!
//! SQL outside of `store` and `assets/`; a store named by a face; a write outside of `Store::transact`; a key compared
//! outside of `tui::keymap` and the text field; a status computed twice; the clock read in more than one file; text from
//! data drawn or printed without passing [`domain::text::one_line`]; a file too long to be held in the head. The test
//! `architecture` executes these.

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod report;
pub mod store;
pub mod tui;
