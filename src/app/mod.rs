//! Use cases: the one door of both faces. A face sends a [`Command`] and reads pictures from [`view`]; it never
//! sees the store.

pub mod clock;
pub mod command;
pub mod freeze;
pub mod import;
pub mod pack;
pub mod parse;
pub mod refusal;
pub mod session;
pub mod view;

pub use clock::{Clock, Moment};
pub use command::{Answer, Command, NewAction, NewReading, Outcome};
pub use import::{ImportReport, ImportRequest, Source};
pub use refusal::{FieldProblem, Refusal, RefusalKind};
pub use session::{Access, Env, Session};
