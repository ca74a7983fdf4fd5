//! What the rows of a file do to the readings of one objective: new, a correction, known already, or an error.

use super::RowError;
use crate::app::Refusal;
use crate::domain::period::{Date, Rhythm};
use crate::domain::quantity::Value;
use crate::domain::reading::{DecisionKind, Reading};
use crate::exchange::sheet::{ReadingRow, Remarks};

/// What one row does.
#[derive(Clone, Debug)]
pub(super) enum Decision {
    /// The first entry for its day.
    Create(Entry),
    /// It replaces an earlier entry.
    Restate(Entry),
    /// The register, or an earlier row, says the same.
    Unchanged,
    /// It cannot be taken over.
    Refuse(RowError),
}

/// What becomes of a row that is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    revision: u32,
    known_from: Date,
}

/// The objective the rows belong to.
pub(super) struct Series<'a> {
    pub rhythm: Rhythm,
    pub today: Date,
    /// What the register holds, voided entries among it, by day measured and revision.
    pub existing: &'a [Reading],
    /// Why it takes no further readings; what is there already may stand in the file.
    pub closed_to: Option<String>,
    /// Why values are corrected where their row does not say; empty for no reason.
    pub reason: &'a str,
    /// Header of the column with the codes.
    pub code_header: &'a str,
    /// Header of the column with the days measured.
    pub day_header: &'a str,
    /// Header of the column with the values.
    pub value_header: &'a str,
}

impl Series<'_> {
    /// Decides on rows in the order of their days, rows of one day in the order of the file, and hands each decision on.
    pub fn decide<'r>(
        &self,
        rows: impl Iterator<Item = ReadingRow<'r>>,
        mut take: impl FnMut(&ReadingRow<'r>, Decision) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let last_day = self.rhythm.containing(self.today).end;
        let mut day = Day::default();
        for row in rows {
            if day.date != Some(row.day) {
                day.turn_to(row.day, self.existing);
            }
            let decision = if row.day > last_day {
                let reason = format!("{} lies ahead: the running period ends on {last_day}", row.day);
                Decision::Refuse(RowError::cell(row.line, self.day_header, reason))
            } else {
                self.decide_one(&mut day, &row)
            };
            take(&row, decision)?;
        }
        Ok(())
    }

    fn decide_one<'r>(&self, day: &mut Day<'_, 'r>, row: &ReadingRow<'r>) -> Decision {
        if day.says_already(row) {
            return Decision::Unchanged;
        }
        if let Some(why) = &self.closed_to {
            return Decision::Refuse(RowError::cell(row.line, self.code_header, why.clone()));
        }
        let revision = day.revision + 1;
        if day.is_empty() {
            let known_from =
                row.remarks.recorded_on.unwrap_or_else(|| self.rhythm.containing(row.day).end.min(self.today));
            day.add(row, Entry { revision, known_from });
            return Decision::Create(Entry { revision, known_from });
        }
        if row.remarks.reason.is_empty() && self.reason.is_empty() {
            return Decision::Refuse(RowError::cell(row.line, self.value_header, day.contradicted_by(row)));
        }
        let entry = Entry { revision, known_from: self.correction_known_from(day, row.remarks) };
        day.add(row, entry);
        Decision::Restate(entry)
    }

    /// Of the rows of one day the one recorded last stands, wherever it is in the file; a row without a claim is as old
    /// as the rows before it. A correction of what the register held is never older than that, or it would be lost
    /// behind it; without a claim it is of today.
    fn correction_known_from(&self, day: &Day<'_, '_>, remarks: &Remarks) -> Date {
        let stored = day.stored.iter().map(|r| r.known_from).max();
        let earlier = day.rows.iter().map(|(_, entry)| entry.known_from).max();
        match remarks.recorded_on.or(earlier) {
            Some(known) => stored.map_or(known, |stored| stored.max(known)),
            None => self.today,
        }
    }

    /// The reading a row becomes.
    pub fn reading(&self, row: &ReadingRow<'_>, entry: Entry) -> Reading {
        let remarks = row.remarks;
        let corrects = entry.revision > 1 && remarks.reason.is_empty();
        Reading {
            measured_on: row.day,
            revision: entry.revision,
            value: row.value,
            known_from: entry.known_from,
            claimed_on: remarks.recorded_on,
            entered_on: self.today,
            imported: true,
            reported_by: remarks.reported_by.clone(),
            reported_on: remarks.reported_on,
            source: remarks.source.clone(),
            evidence: remarks.evidence.clone(),
            evaluation: remarks.evaluation.clone(),
            evaluated_by: remarks.evaluated_by.clone(),
            automatic: false,
            decision: remarks.decision,
            reason: if corrects { self.reason.to_owned() } else { remarks.reason.clone() },
            entered_by: String::new(),
            seq: 0,
            voided_seq: None,
            voided_on: None,
        }
    }
}

/// What is there for one day: entries of the register, and of rows before.
#[derive(Default)]
struct Day<'e, 'r> {
    date: Option<Date>,
    /// Not voided, by revision.
    stored: Vec<&'e Reading>,
    rows: Vec<(ReadingRow<'r>, Entry)>,
    /// The newest revision, voided ones among them.
    revision: u32,
}

impl<'e, 'r> Day<'e, 'r> {
    fn turn_to(&mut self, date: Date, existing: &'e [Reading]) {
        self.date = Some(date);
        self.stored.clear();
        self.rows.clear();
        let from = existing.partition_point(|r| r.measured_on < date);
        let there = existing[from..].iter().take_while(|r| r.measured_on == date);
        self.revision = there.clone().map(|r| r.revision).max().unwrap_or(0);
        self.stored.extend(there.filter(|r| r.voided_seq.is_none()));
    }

    fn is_empty(&self) -> bool {
        self.stored.is_empty() && self.rows.is_empty()
    }

    fn add(&mut self, row: &ReadingRow<'r>, entry: Entry) {
        self.revision = entry.revision;
        self.rows.push((*row, entry));
    }

    fn says_already(&self, row: &ReadingRow<'_>) -> bool {
        let same = |said: &Said| said.value == row.value && said.differs_from(row.remarks).is_none();
        self.stored.iter().any(|stored| same(&Said::by_register(stored)))
            || self.rows.iter().any(|(earlier, _)| same(&Said::by_row(earlier)))
    }

    /// What the newest entry says and the row does not.
    fn contradicted_by(&self, row: &ReadingRow<'_>) -> String {
        let (place, said) = match (self.rows.last(), self.stored.last()) {
            (Some((earlier, _)), _) => (format!("row {}", earlier.line), Some(Said::by_row(earlier))),
            (None, stored) => ("the register".to_owned(), stored.map(|stored| Said::by_register(stored))),
        };
        let before = said.as_ref().map(|said| said.value.as_typed()).unwrap_or_default();
        let now = row.value.as_typed();
        let differs = match said.and_then(|said| said.differs_from(row.remarks)) {
            _ if before != now => format!("{before} for {}, not {now}", row.day),
            Some(field) => format!("another {field} for {}", row.day),
            None => format!("another entry for {}", row.day),
        };
        format!("{place} has {differs}; a correction needs a text in the column `reason`")
    }
}

/// What an entry says, wherever it stands.
struct Said<'x> {
    value: Value,
    recorded_on: Option<Date>,
    reported_on: Option<Date>,
    decision: Option<DecisionKind>,
    texts: [&'x str; 6],
}

/// The names of [`Said::texts`], in their order.
const TEXTS: [&str; 6] = ["reporter", "source", "evidence", "evaluation", "evaluator", "reason"];

fn texts_of(remarks: &Remarks) -> [&str; 6] {
    let Remarks { reported_by, source, evidence, evaluation, evaluated_by, reason, .. } = remarks;
    [reported_by, source, evidence, evaluation, evaluated_by, reason]
}

impl<'x> Said<'x> {
    fn by_register(reading: &'x Reading) -> Said<'x> {
        let Reading { reported_by, source, evidence, evaluation, evaluated_by, reason, .. } = reading;
        Said {
            value: reading.value,
            recorded_on: reading.claimed_on.or(Some(reading.entered_on).filter(|_| !reading.imported)),
            reported_on: reading.reported_on,
            decision: reading.decision,
            texts: [reported_by, source, evidence, evaluation, evaluated_by, reason],
        }
    }

    fn by_row(row: &ReadingRow<'x>) -> Said<'x> {
        Said {
            value: row.value,
            recorded_on: row.remarks.recorded_on,
            reported_on: row.remarks.reported_on,
            decision: row.remarks.decision,
            texts: texts_of(row.remarks),
        }
    }

    /// The first field in which a row says something else. What the row leaves empty it does not deny.
    fn differs_from(&self, row: &Remarks) -> Option<&'static str> {
        let date = |now: Option<Date>, before: Option<Date>| now.is_some() && now != before;
        let now = texts_of(row);
        let other_text = (0..TEXTS.len()).find(|at| !now[*at].is_empty() && now[*at] != self.texts[*at]);
        match () {
            () if date(row.recorded_on, self.recorded_on) => Some("recording date"),
            () if date(row.reported_on, self.reported_on) => Some("reporting date"),
            () if row.decision.is_some() && row.decision != self.decision => Some("decision"),
            () => other_text.map(|at| TEXTS[at]),
        }
    }
}
