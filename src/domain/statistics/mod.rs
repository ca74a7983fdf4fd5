//! Statistics that help a decision (DOMAIN section 7): what is usual, what is unusual, how sure a share of few is,
//! and where the pace leads.
//!
//! Everything here is a float and none of it decides a verdict: status and freshness are computed from exact numbers
//! in [`super::status`], and what is said here only stands beside them. Nothing is calculated across a change of
//! definition, nothing is filled in where a period has no reading, and where figures are too few the answer is the
//! reason why there is none.

pub mod breaks;
pub mod forecast;
mod insight;
pub mod rare;
pub mod series;
pub mod signals;
pub mod summary;
pub mod theil_sen;
pub mod trend;
mod voice;
pub mod wilson;
mod words;
pub mod xmr;

pub use insight::{Breach, Insight, NoRange, insight};
