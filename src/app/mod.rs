//! Use cases: the one door of both faces. A face sends a [`Command`] and reads pictures from [`view`]; it never
//! sees the store.

mod approvals;
pub mod audits;
pub mod catalogue;
pub mod clock;
pub mod command;
pub mod demo;
mod dossier;
mod due;
pub mod editions;
mod file;
pub mod folder;
pub mod freeze;
pub mod grid;
mod history;
pub mod import;
mod lens;
pub mod manual;
mod meeting;
mod milestones;
mod objectives;
mod overview;
pub mod pack;
pub mod parse;
pub mod people;
pub mod probe;
pub mod readiness;
mod readings;
pub mod refresh;
pub mod refusal;
mod rules;
pub mod session;
mod settings;
mod snapshots;
pub mod sources;
mod trails;
mod undo;
pub mod view;
pub mod wording;
mod write;

pub use clock::{Clock, Moment};
pub use command::{Answer, Command, NewAction, NewReading, Outcome};
pub use file::restore;
pub use import::{ImportReport, ImportRequest, Source};
pub use refusal::{FieldProblem, Refusal, RefusalKind};
pub use session::{Access, Env, Session};
