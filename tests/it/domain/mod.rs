//! domain, from outside.

mod cascade_and_agenda;
mod communication;
mod condensed_trails;
mod editions;
mod entry_rules;
mod exact_numbers;
mod readiness;
mod sample;
mod slogans;
mod statistics;
mod status_cases;
mod status_table;
mod trace;
mod why_sentences;
