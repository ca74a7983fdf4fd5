//! store, from outside.

mod backup;
mod known;
mod older;
mod open;
mod reading;
mod replay;
mod sample;
mod schema;
mod sessions;
mod tamper;
mod transaction;
mod undo;
mod versions;
