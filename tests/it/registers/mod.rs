//! Several registers: the ones opened lately, going from one to another, lists over all of them.

mod recent;
mod shell;
#[cfg(unix)]
mod switching;
