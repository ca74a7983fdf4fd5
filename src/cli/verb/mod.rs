//! One file per verb: its words, then what it does with them.

pub mod approve;
pub mod audit;
pub mod backup;
pub mod demo;
pub mod due;
pub mod export;
mod figures;
pub mod help;
pub mod history;
pub mod import;
pub mod keys;
pub mod new;
mod outcome;
pub mod paths;
pub mod record;
mod record_lines;
pub mod refresh;
pub mod retire;
pub mod settings;
pub mod show;
mod show_json;
pub mod snapshot;
pub mod status;
pub mod undo;
pub mod verify;
