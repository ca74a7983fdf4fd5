//! What a write answers on the shell: what was done, what to know about it, what takes it back.

use std::io;

use serde_json::{Value, json};

use super::super::page::{Page, json::SCHEMA, note};
use crate::app::{Outcome, Refusal, RefusalKind};
use crate::domain::text::one_line;

/// Prints what a write did; how to take it back goes to the person beside the data.
pub fn print(outcome: &Outcome, as_json: bool, page: &mut Page) -> io::Result<()> {
    if as_json {
        return page.json(&object(outcome));
    }
    page.line(&one_line(&outcome.summary))?;
    for warning in &outcome.warnings {
        note(warning);
    }
    if outcome.undoable && outcome.seq > 0 {
        note(&format!("`sixtwo undo {}` takes it back", outcome.seq));
    }
    Ok(())
}

/// A write as JSON.
pub fn object(outcome: &Outcome) -> Value {
    json!({
        "schema": SCHEMA,
        "seq": outcome.seq,
        "summary": outcome.summary,
        "touched": outcome.touched,
        "warnings": outcome.warnings,
        "undoable": outcome.undoable,
        "number": outcome.number,
    })
}

/// The call's own words do not fit together.
pub fn usage(message: impl Into<String>) -> Refusal {
    Refusal::new(RefusalKind::Usage, message)
}
