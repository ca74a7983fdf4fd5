//! A running write: the transaction with who writes, when, and the questions every use case asks.

use super::readings::Target;
use super::refusal::{Refusal, RefusalKind};
use super::rules::rules_from;
use super::session::{Session, envelope};
use super::{Access, Moment, Outcome};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::store::{Loaded, Reader, Sight, Tx};

/// One operation in the making.
pub(crate) struct Write<'w, 't> {
    tx: &'w mut Tx<'t>,
    moment: Moment,
    actor: String,
}

impl<'t> Write<'_, 't> {
    /// The transaction.
    pub fn tx(&mut self) -> &mut Tx<'t> {
        self.tx
    }

    /// The civil date where the person sits.
    pub fn today(&self) -> Date {
        self.moment.today
    }

    /// Now, UTC, RFC 3339.
    pub fn at(&self) -> &str {
        &self.moment.at
    }

    /// Who writes.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Today, with everything known.
    pub fn sight(&self) -> Sight {
        Sight::today(self.moment.today)
    }

    /// The rules in force.
    pub fn rules(&mut self) -> Result<Rules, Refusal> {
        Ok(rules_from(&self.tx.settings()?))
    }

    /// An objective by its code, or a refusal that names the near ones.
    pub fn objective(&mut self, code: &str) -> Result<Loaded, Refusal> {
        let sight = self.sight();
        objective_called(self.tx, code, &sight)
    }

    /// An objective with what recording needs to know about it.
    pub(super) fn target(&mut self, code: &str) -> Result<Target, Refusal> {
        Target::load(self.tx, code, self.moment.today)
    }

    /// The codes of all objectives.
    pub fn codes(&mut self) -> Result<Vec<String>, Refusal> {
        let sight = self.sight();
        codes(self.tx, &sight)
    }

    /// Where a reading was shown to people so that its value must not change silently: closed minutes or a snapshot.
    pub fn where_shown(&mut self, code: &str, reading: &Reading) -> Result<Option<String>, Refusal> {
        let snapshot = self.tx.snapshots()?.into_iter().find(|s| s.seq >= reading.seq);
        if let Some(snapshot) = snapshot {
            return Ok(Some(format!("snapshot {}", snapshot.number)));
        }
        let sight = self.sight();
        let closed = self.tx.reviews(&sight)?.into_iter().find(|review| {
            review.closed_at.is_some()
                && review.items.iter().any(|i| i.code == code && i.measured_on == Some(reading.measured_on))
        });
        Ok(closed.map(|review| format!("the minutes of review {}, {}", review.number, review.date)))
    }
}

/// An objective by its code, or a refusal that names the near ones.
pub(crate) fn objective_called(reader: &Reader, code: &str, sight: &Sight) -> Result<Loaded, Refusal> {
    match reader.objective_by_code(code.trim(), sight)? {
        Some(loaded) => Ok(loaded),
        None => Err(unknown_code(code, codes(reader, sight)?)),
    }
}

/// The codes of all objectives.
pub(super) fn codes(reader: &Reader, sight: &Sight) -> Result<Vec<String>, Refusal> {
    Ok(reader.objectives(sight)?.into_iter().map(|l| l.objective.code).collect())
}

/// No objective has this code; the near ones help.
pub(crate) fn unknown_code(code: &str, codes: Vec<String>) -> Refusal {
    let wanted = code.trim().to_uppercase();
    let near: Vec<String> = codes.into_iter().filter(|c| is_near(&c.to_uppercase(), &wanted)).take(3).collect();
    let refusal = Refusal::not_found(format!("no objective has the code `{}`", code.trim()));
    if near.is_empty() {
        refusal.next("`sixtwo status` lists them")
    } else {
        refusal.next(format!("did you mean {}?", near.join(" or ")))
    }
}

/// One letter more, less or other, or the same beginning: near enough to be meant.
fn is_near(known: &str, wanted: &str) -> bool {
    if known.starts_with(wanted) || wanted.starts_with(known) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (known.chars().collect(), wanted.chars().collect());
    let same_front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let same_back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    a.len().abs_diff(b.len()) <= 1 && same_front + same_back + 1 >= longest
}

impl Session {
    /// Runs one operation in one transaction; on disk when this returns.
    pub(crate) fn write(
        &mut self,
        operation: Operation,
        reason: &str,
        work: impl FnOnce(&mut Write) -> Result<Outcome, Refusal>,
    ) -> Result<Outcome, Refusal> {
        self.write_undoing(operation, reason, None, work)
    }

    pub(super) fn write_undoing(
        &mut self,
        operation: Operation,
        reason: &str,
        undoes: Option<u64>,
        work: impl FnOnce(&mut Write) -> Result<Outcome, Refusal>,
    ) -> Result<Outcome, Refusal> {
        if self.access == Access::ReadOnly {
            return Err(Refusal::new(
                RefusalKind::ReadOnly,
                "the register is open for reading only; nothing was changed",
            ));
        }
        let moment = self.env.clock.now();
        let envelope = envelope(&self.env, operation, &moment, reason, undoes);
        let actor = self.env.actor.clone();
        let committed = self.store.transact(&envelope, |tx| work(&mut Write { tx, moment: moment.clone(), actor }))?;
        let undoable = committed.seq > 0 && operation.undoable();
        Ok(Outcome { seq: committed.seq, undoable, ..committed.value })
    }
}
