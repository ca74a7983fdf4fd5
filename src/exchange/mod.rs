//! Outside files to typed rows and back: csv and tsv. Nothing here writes the store or asks the clock.
//!
//! A file passes [`input`] (encoding, delimiter), [`headers`] (which column is which field) and then row by row
//! [`objectives`], [`readings`] (kept in a [`sheet`]), [`sources`] or [`people`] (both in an [`entry`] table); cells are read
//! by [`number`], [`date`], [`target_cell`], [`cell`] and [`list_cell`]. [`write`](mod@write) is the way back, [`register`] the
//! form of a whole register.

pub mod cell;
pub mod date;
pub mod entry;
pub mod evidence;
pub mod headers;
pub mod input;
pub mod list_cell;
pub mod near;
pub mod number;
pub mod objectives;
pub mod people;
pub mod period_header;
pub mod problem;
pub mod readings;
pub mod register;
pub mod rows;
pub mod sheet;
pub mod sources;
pub mod target_cell;
pub mod workbook;
pub mod write;
