//! The way in from a spreadsheet: keys in, a register filled, pictures out.

mod files;
mod seat;
