//! The full-screen face.
//!
//! `event -> keymap -> update -> effect -> runtime -> app`; `view` reads the model and changes nothing. [`update`]
//! has no IO: what it wants done is an [`effect::Effect`], what came of it is a [`msg::Msg`]. Keys are compared only
//! in [`keymap`] and in the one-line [`text_field`].

pub mod cascade;
pub mod catalogue;
pub mod chart;
pub mod configuration;
pub mod editions;
pub mod effect;
pub mod export;
pub mod family;
pub mod files;
pub mod form;
pub mod grid;
pub mod help;
pub mod history;
pub mod home;
pub mod importing;
pub mod keymap;
pub mod layout;
pub mod looking;
pub mod meeting;
pub mod meetings;
pub mod model;
pub mod msg;
pub mod palette;
pub mod people;
pub mod plan_table;
pub mod preferences;
pub mod present;
pub mod probe;
pub mod readiness;
pub mod registers;
pub mod replies;
pub mod runtime;
pub mod screen;
pub mod sheet;
pub mod snapshots;
pub mod text_field;
pub mod theme;
pub mod trace;
pub mod update;
pub mod view;
pub mod walk;
pub mod widgets;

pub use runtime::rehearsal::Rehearsal;
pub use runtime::{ExitReason, Failure, Options, run};
