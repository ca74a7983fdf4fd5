//! domain, from outside.

mod status_cases;
mod status_table;
