//! Snapshots and the papers made from them.

#[allow(dead_code)]
mod fixture;
