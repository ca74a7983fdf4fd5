//! Snapshots and the papers made from them.

mod fixture;
mod html;
