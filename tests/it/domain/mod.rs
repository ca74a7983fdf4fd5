//! domain, from outside.

mod exact_numbers;
mod status_cases;
mod status_table;
mod why_sentences;
