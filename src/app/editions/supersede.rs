//! One objective takes the place of another: metric, trace and plan go on, the readings stay where they are.

use crate::app::objectives::{close, free_code, insert_objective, known_parent, may_be_drafted};
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::objective::{Closing, ClosingOutcome, Definition};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::version::Version;

impl Session {
    pub(super) fn supersede(
        &mut self,
        code: &str,
        successor: &str,
        definition: Option<Definition>,
        on: Date,
        reason: &str,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ObjectiveSupersede, reason, |write| {
            supersede(write, code, successor, definition, on, reason)
        })
    }
}

/// Another objective takes the place of one, inside a running transaction; touched first is the new one.
pub(in crate::app) fn supersede(
    write: &mut Write,
    code: &str,
    successor: &str,
    definition: Option<Definition>,
    on: Date,
    reason: &str,
) -> Result<Outcome, Refusal> {
    let old = write.objective(code)?.objective;
    if let Some(closed) = &old.closing {
        return Err(Refusal::invalid(format!("{} was retired on {} already", old.code, closed.retired_on)));
    }
    let successor = free_code(write, successor)?;
    let carried = definition.unwrap_or_else(|| Definition { start: on, ..old.definition.clone() });
    may_be_drafted(&successor, &carried, &write.rules()?)?;
    let parent = known_parent(write, &successor, &carried.parent)?;
    let draft = Version {
        reason: format!("carries {} on: {}", old.code, reason.trim()),
        ..Version::draft(1, write.today(), Definition { parent, ..carried })
    };
    insert_objective(write, &successor, &draft)?;
    let closing = Closing {
        retired_on: on,
        outcome: ClosingOutcome::Superseded,
        reason: reason.to_owned(),
        successor: successor.clone(),
        by: String::new(),
        reference: String::new(),
    };
    close(write, &old.code, closing)?;
    let sight = write.sight();
    let children = write.tx().children(&old.code, &sight)?;
    let warnings = match children.len() {
        0 => Vec::new(),
        1 => vec![format!("{} still contributes to {}", children[0].objective.code, old.code)],
        n => vec![format!("{n} objectives still contribute to {}", old.code)],
    };
    Ok(Outcome {
        summary: format!("{} retired on {on}, {successor} carries it on as a draft", old.code),
        touched: vec![successor.clone(), old.code],
        warnings,
        ..Outcome::default()
    })
}
