//! Snapshots and the papers made from them.

mod drawings;
mod everything;
mod exported;
mod fixture;
mod formats;
mod frozen;
mod minutes;
mod page;
mod parts;
mod pdf;
mod since;
mod slips;
