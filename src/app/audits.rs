//! The calendar of audits.

use super::Outcome;
use super::refusal::Refusal;
use super::session::Session;
use super::view::Lens;
use crate::domain::audit::{Audit, AuditKind};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::words;
use crate::store::{Entity, Reader, Sight};

/// A write on the calendar of audits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditCommand {
    /// An audit planned, or one that was held entered afterwards.
    Plan {
        /// The audit to change; `None` is a new one.
        number: Option<i64>,
        /// What kind.
        kind: AuditKind,
        /// The first day.
        day: Date,
        /// Who audits; may be empty.
        auditor: String,
        /// More of it; may be empty.
        note: String,
    },
    /// Taken out of the calendar.
    Remove {
        /// Which one.
        number: i64,
    },
}

impl Session {
    /// The calendar of audits, held and planned, by day.
    pub fn audits(&mut self, lens: Lens) -> Result<Vec<Audit>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            calendar(reader, &look.sight)
        })
    }

    pub(super) fn run_audits(&mut self, command: AuditCommand) -> Result<Outcome, Refusal> {
        match command {
            AuditCommand::Plan { number, kind, day, auditor, note } => {
                let (auditor, note) = (auditor.trim().to_owned(), note.trim().to_owned());
                self.plan_audit(number, Audit { id: 0, kind, day, auditor, note, recorded_on: day })
            }
            AuditCommand::Remove { number } => self.remove_audit(number),
        }
    }

    fn plan_audit(&mut self, number: Option<i64>, audit: Audit) -> Result<Outcome, Refusal> {
        self.write(Operation::AuditPlan, "", |write| {
            let sight = write.sight();
            let known = calendar(write.tx(), &sight)?;
            let same = |other: &&Audit| other.kind == audit.kind && other.day == audit.day && Some(other.id) != number;
            if let Some(same) = known.iter().find(same) {
                return Err(Refusal::invalid(format!(
                    "{} is in the calendar already, as audit {}",
                    named(same),
                    same.id
                ))
                .next("give another day, or change that one"));
            }
            let id = match number {
                None => {
                    let recorded_on = write.today();
                    write.tx().add(&Audit { recorded_on, ..audit.clone() })?
                }
                Some(number) => {
                    let before = one(&known, number)?;
                    write.tx().put(number, &Audit { recorded_on: before.recorded_on, ..audit.clone() })?;
                    number
                }
            };
            let verb = if number.is_some() { "now" } else { "planned:" };
            Ok(Outcome {
                summary: format!("audit {id} {verb} {}", named(&audit)),
                number: Some(id),
                ..Outcome::default()
            })
        })
    }

    fn remove_audit(&mut self, number: i64) -> Result<Outcome, Refusal> {
        self.write(Operation::AuditRemove, "", |write| {
            let sight = write.sight();
            let known = calendar(write.tx(), &sight)?;
            let audit = one(&known, number)?;
            write.tx().remove(Entity::Audit, number)?;
            let summary = format!("{} taken out of the calendar", named(audit));
            Ok(Outcome { summary, number: Some(number), ..Outcome::default() })
        })
    }
}

/// Every audit known, by day.
fn calendar(reader: &Reader, sight: &Sight) -> Result<Vec<Audit>, Refusal> {
    let mut audits: Vec<Audit> = reader.records(sight)?;
    audits.sort_by_key(|audit| (audit.day, audit.id));
    Ok(audits)
}

fn one(audits: &[Audit], number: i64) -> Result<&Audit, Refusal> {
    audits.iter().find(|audit| audit.id == number).ok_or_else(|| {
        Refusal::not_found(format!("there is no audit {number}")).next("`sixtwo audit list` shows the calendar")
    })
}

fn named(audit: &Audit) -> String {
    format!("{} on {}", words::audit(audit.kind), audit.day)
}
