//! Snapshots and the papers made from them.

mod drawings;
mod exported;
mod fixture;
mod frozen;
mod page;
mod parts;
mod pdf;
mod since;
mod slips;
