//! The starter catalogue as data and as drafts.

mod drafts;
mod files;
mod matching;
