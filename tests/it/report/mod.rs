//! Snapshots and the papers made from them.

mod drawings;
mod exported;
mod fixture;
mod frozen;
mod minutes;
mod page;
mod parts;
mod since;
mod slips;
