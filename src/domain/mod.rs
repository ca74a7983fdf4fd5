//! The rules of clause 6.2 as pure functions: no IO, no clock, no SQL, no terminal.

pub mod accept;
pub mod agenda;
pub mod attention;
pub mod cascade;
pub mod changes;
pub mod check;
pub mod freshness;
pub mod journal;
pub mod objective;
pub mod operation;
pub mod period;
pub mod plan;
pub mod quantity;
pub mod reading;
pub mod register;
pub mod review;
pub mod snapshot;
pub mod status;
pub mod target;
pub mod text;
pub mod verdict;
pub mod version;
pub mod words;
