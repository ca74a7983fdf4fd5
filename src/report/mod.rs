//! Papers: one document without a format, made from frozen snapshots only, and the writers that turn it into files.
//!
//! Nothing here reads a register, a clock or a rule: the same snapshots give the same bytes.

pub mod chart;
pub mod document;
pub mod html;
pub mod json;
pub mod pack;
pub mod svg;
