//! Papers: one document without a format, made from frozen snapshots or from auditor's pages, and the writers that
//! turn it into files.
//!
//! Nothing here reads a register, a clock or a rule: the same snapshots and pages give the same bytes.

pub mod chart;
pub mod csv;
pub mod data;
pub mod document;
pub mod evidence;
pub mod flat;
pub mod format;
pub mod html;
pub mod json;
pub mod markdown;
pub mod minutes;
pub mod pack;
pub mod register;
pub mod status;
pub mod svg;
pub mod xlsx;

pub use format::{Format, WriteError, Written, write};
