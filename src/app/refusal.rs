//! Why something was not done: one clear sentence, where it went wrong, and what to do next.

use std::fmt;

use crate::domain::progress::Stopped;
use crate::store::StoreError;

/// What kind of refusal it is; decides the exit code and how a screen shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The register or another file cannot be used.
    File,
    /// Another session holds the register for longer than we wait.
    Busy,
    /// Nothing by that name.
    NotFound,
    /// The input breaks a rule.
    Invalid,
    /// Someone else changed it since the form was opened.
    Conflict,
    /// The register is open for reading only.
    ReadOnly,
    /// The call's words are off: exit code 2.
    Usage,
    /// The disk or SQLite failed.
    Broken,
    /// A person asked to stop.
    Stopped,
}

/// A field of a form or a column of a file that was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field by its contract name: `value`, `target`, `due`.
    pub field: String,
    /// What is wrong, in words.
    pub message: String,
}

/// Both sides of a stale form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictSides {
    /// Per changed field: its name, the value in the form, the value in the register now.
    pub fields: Vec<(String, String, String)>,
    /// Who changed it and when, in words.
    pub by: String,
    /// The base to send when the form's values shall win after all.
    pub base: u64,
}

/// Nothing was changed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What kind.
    pub kind: RefusalKind,
    /// One sentence without a full stop.
    pub message: String,
    /// What to do next, one sentence without a full stop; empty where the message says it.
    pub next: String,
    /// Fields that were not accepted.
    pub fields: Vec<FieldProblem>,
    /// Set for `Conflict`.
    pub conflict: Option<Box<ConflictSides>>,
}

impl Refusal {
    /// A refusal of a kind with its sentence.
    pub fn new(kind: RefusalKind, message: impl Into<String>) -> Refusal {
        Refusal { kind, message: message.into(), next: String::new(), fields: Vec::new(), conflict: None }
    }

    /// The input breaks a rule.
    pub fn invalid(message: impl Into<String>) -> Refusal {
        Refusal::new(RefusalKind::Invalid, message)
    }

    /// One field breaks a rule.
    pub fn field(field: &str, message: impl Into<String>) -> Refusal {
        let message = message.into();
        let problem = FieldProblem { field: field.to_owned(), message: message.clone() };
        Refusal { fields: vec![problem], ..Refusal::invalid(format!("{field}: {message}")) }
    }

    /// Nothing by that name.
    pub fn not_found(message: impl Into<String>) -> Refusal {
        Refusal::new(RefusalKind::NotFound, message)
    }

    /// With what to do next.
    pub fn next(mut self, next: impl Into<String>) -> Refusal {
        self.next = next.into();
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.next.is_empty() {
            write!(f, "; {}", self.next)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Refusal {
        let kind = match &error {
            StoreError::Busy(_) => RefusalKind::Busy,
            StoreError::ReadOnly(..) => RefusalKind::ReadOnly,
            StoreError::ChangedSince(_) => RefusalKind::Conflict,
            StoreError::Refused(_) | StoreError::Repeated(_) => RefusalKind::Invalid,
            StoreError::Stopped => RefusalKind::Stopped,
            StoreError::Damaged(_) | StoreError::Broken(_) => RefusalKind::Broken,
            _ => RefusalKind::File,
        };
        Refusal::new(kind, error.to_string())
    }
}

impl From<Stopped> for Refusal {
    fn from(_: Stopped) -> Refusal {
        Refusal::new(RefusalKind::Stopped, Stopped::SENTENCE)
    }
}
