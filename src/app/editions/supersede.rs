//! One objective takes the place of another: metric, trace and plan go on, the readings stay where they are.

use crate::app::objectives::{close, free_code, insert_objective, known_parent, may_be_drafted};
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::objective::{Closing, Definition};
use crate::domain::operation::Operation;
use crate::domain::version::Version;

impl Session {
    pub(super) fn supersede(
        &mut self,
        code: &str,
        definition: Option<Definition>,
        closing: Closing,
    ) -> Result<Outcome, Refusal> {
        let reason = closing.reason.trim().to_owned();
        self.write(Operation::ObjectiveSupersede, &reason, |write| supersede(write, code, definition, closing))
    }
}

/// Another objective takes the place of one, inside a running transaction: the closing names it, says from which day on
/// and why. Touched first is the new one.
pub(in crate::app) fn supersede(
    write: &mut Write,
    code: &str,
    definition: Option<Definition>,
    closing: Closing,
) -> Result<Outcome, Refusal> {
    let on = closing.retired_on;
    let old = write.objective(code)?.objective;
    if let Some(closed) = &old.closing {
        return Err(Refusal::invalid(format!("{} was retired on {} already", old.code, closed.retired_on)));
    }
    let successor = free_code(write, &closing.successor)?;
    let carried = definition.unwrap_or_else(|| Definition { start: on, ..old.definition.clone() });
    may_be_drafted(&successor, &carried, &write.rules()?)?;
    let parent = known_parent(write, &successor, &carried.parent)?;
    let draft = Version {
        reason: format!("carries {} on: {}", old.code, closing.reason.trim()),
        ..Version::draft(1, write.today(), Definition { parent, ..carried })
    };
    insert_objective(write, &successor, &draft)?;
    close(write, &old.code, Closing { successor: successor.clone(), ..closing })?;
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
