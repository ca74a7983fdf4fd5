//! Outside files to typed rows and back: csv and tsv. Nothing here writes the store or asks the clock.
//!
//! A file passes [`input`] (encoding, delimiter), [`headers`] (which column is which field) and then row by row
//! [`objectives`] or [`readings`]; cells are read by [`number`], [`date`], [`target_cell`], [`cell`] and
//! [`list_cell`]. [`write`](mod@write) is the way back.

pub mod date;
pub mod input;
pub mod number;
pub mod problem;
pub mod target_cell;
