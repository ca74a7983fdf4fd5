//! The big screen of a running meeting.

mod figures;
#[cfg(unix)]
mod following;
