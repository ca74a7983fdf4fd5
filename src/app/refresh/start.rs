//! Beginning a walk.

use super::open_of;
use super::triggers::triggers;
use crate::app::lens::rules_through;
use crate::app::overview::rows;
use crate::app::refusal::Refusal;
use crate::app::view::{Lens, Row};
use crate::app::{Outcome, Session};
use crate::domain::objective::Lifecycle;
use crate::domain::operation::Operation;
use crate::domain::refresh::{Refresh, Trigger};
use crate::domain::trace::Source;
use crate::domain::version::Cause;
use crate::domain::words;

impl Session {
    pub(super) fn start_refresh(&mut self, cause: Cause, event: &str) -> Result<Outcome, Refusal> {
        let (in_force, triggers, sources) = self.store.read(|reader| {
            let look = self.look(Lens::default(), reader)?;
            let rules = rules_through(reader, &look)?;
            let rows = rows(reader, &look, &rules)?;
            let triggers = triggers(reader, &look, &rules, &rows)?;
            let in_force = |row: &&Row| row.objective.lifecycle == Lifecycle::InForce;
            let count = rows.iter().filter(in_force).count();
            Ok::<_, Refusal>((count, triggers, reader.records::<Source>(&look.sight)?))
        })?;
        let event = event_meant(cause, event.trim(), &triggers, &sources)?;
        self.write(Operation::RefreshStart, "", |write| {
            let (today, sight) = (write.today(), write.sight());
            if let Some(open) = open_of(write.tx(), &sight)? {
                return Err(Refusal::invalid(format!("refresh {} of {} is still open", open.number, open.started_on))
                    .next("answer and close it first"));
            }
            if in_force == 0 {
                return Err(Refusal::invalid("no objective is in force, so there is nothing to walk through")
                    .next("approve the first objectives"));
            }
            let number = write.tx().add(&Refresh {
                number: 0,
                cause,
                event: event.map(|source| source.id),
                started_on: today,
                closed_on: None,
                edition: None,
                no_change: String::new(),
                recorded_on: today,
            })?;
            let after = event.map(|source| format!(" after {}", source.name())).unwrap_or_default();
            let objectives = if in_force == 1 { "objective" } else { "objectives" };
            Ok(Outcome {
                summary: format!(
                    "refresh {number} begun, {}{after}: {in_force} {objectives} to answer",
                    words::cause(cause)
                ),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}

/// The event a walk answers: the one named, else the only open one of its cause.
fn event_meant<'s>(
    cause: Cause,
    key: &str,
    triggers: &[Trigger],
    sources: &'s [Source],
) -> Result<Option<&'s Source>, Refusal> {
    if key.is_empty() {
        let mut of_cause = triggers.iter().filter(|trigger| trigger.cause == cause && trigger.source.is_some());
        let only = of_cause.next().filter(|_| of_cause.next().is_none());
        return Ok(only.and_then(|only| sources.iter().find(|source| Some(source.id) == only.source)));
    }
    let meant = |source: &&Source| source.key().eq_ignore_ascii_case(key) || source.reference.eq_ignore_ascii_case(key);
    let mut found = sources.iter().filter(|source| source.kind.is_event()).filter(meant);
    match (found.next(), found.next()) {
        (Some(source), None) => Ok(Some(source)),
        (Some(_), Some(_)) => Err(Refusal::field("event", format!("`{key}` names several events"))
            .next("write the kind before it, as in incident:INC-7")),
        (None, _) => Err(Refusal::field("event", format!("no event is called `{key}`"))
            .next("name an incident, a risk assessment or a change of scope that was entered")),
    }
}
