//! Papers: one document without a format, made from frozen snapshots or from auditor's pages, and the writers that
//! turn it into files.
//!
//! Nothing here reads a register, a clock or a rule: the same snapshots and pages give the same bytes.

pub mod chart;
pub mod csv;
pub mod data;
mod dates;
pub mod document;
pub mod drawing;
pub mod evidence;
pub mod flat;
pub mod format;
pub mod function;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod minutes;
pub mod pack;
pub mod pdf;
pub mod register;
pub mod reply;
pub mod status;
pub mod svg;
pub mod xlsx;

pub use format::{Format, WriteError, Written, write};
