//! Outside files to typed rows and back.

mod cells;
mod headers;
mod hostile;
mod import;
mod objectives;
mod readings;
mod registers;
mod round_trip;
mod status_cases;
