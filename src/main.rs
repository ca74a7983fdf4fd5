//! The `sixtwo` program.

fn main() {}
