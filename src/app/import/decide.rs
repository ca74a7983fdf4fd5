//! What the rows of a file do to the readings of one objective: new, a correction, known already, or an error.

use super::RowError;
use crate::app::Refusal;
use crate::domain::period::{Date, Rhythm};
use crate::domain::reading::Reading;
use crate::exchange::sheet::{ReadingRow, Remarks};

/// What one row does.
#[derive(Clone, Debug)]
pub(super) enum Decision {
    /// The first entry for its day.
    Create(Box<Reading>),
    /// It replaces an earlier entry.
    Restate(Box<Reading>),
    /// The register, or an earlier row, says the same.
    Unchanged,
    /// It cannot be taken over.
    Refuse(RowError),
}

/// The objective the rows belong to.
pub(super) struct Series<'a> {
    pub rhythm: Rhythm,
    pub today: Date,
    /// What the register holds, voided entries among it, by day measured and revision.
    pub existing: &'a [Reading],
    /// Why it takes no further readings; what is there already may stand in the file.
    pub closed_to: Option<String>,
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
                day = Day::of(row.day, self.existing);
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

    fn decide_one(&self, day: &mut Day, row: &ReadingRow<'_>) -> Decision {
        if day.entries.iter().any(|entry| says_the_same(entry, row)) {
            return Decision::Unchanged;
        }
        if let Some(why) = &self.closed_to {
            return Decision::Refuse(RowError::cell(row.line, self.code_header, why.clone()));
        }
        let Some(earlier) = day.entries.last() else {
            let reading = self.reading(row, day.revision + 1, None);
            day.add(&reading, row.line);
            return Decision::Create(Box::new(reading));
        };
        if row.remarks.reason.is_empty() {
            return Decision::Refuse(RowError::cell(row.line, self.value_header, self.changed(day, earlier, row)));
        }
        let reading = self.reading(row, day.revision + 1, Some(earlier));
        day.add(&reading, row.line);
        Decision::Restate(Box::new(reading))
    }

    fn changed(&self, day: &Day, earlier: &Reading, row: &ReadingRow<'_>) -> String {
        let place = match day.line {
            Some(line) => format!("row {line}"),
            None => "the register".to_owned(),
        };
        let (before, now) = (earlier.value.as_typed(), row.value.as_typed());
        let differs = match differing(earlier, row.remarks) {
            _ if before != now => format!("{before} for {}, not {now}", row.day),
            Some(field) => format!("another {field} for {}", row.day),
            None => format!("another entry for {}", row.day),
        };
        format!("{place} has {differs}; a correction needs a text in the column `reason`")
    }

    fn reading(&self, row: &ReadingRow<'_>, revision: u32, replaces: Option<&Reading>) -> Reading {
        let remarks = row.remarks;
        let period_end = self.rhythm.containing(row.day).end.min(self.today);
        let known_from = match (remarks.recorded_on, replaces) {
            // A correction cannot have been known before what it corrects.
            (Some(claimed), Some(earlier)) => claimed.max(earlier.known_from),
            (Some(claimed), None) => claimed,
            (None, Some(earlier)) if earlier.seq > 0 => self.today,
            (None, Some(earlier)) => earlier.known_from,
            (None, None) => period_end,
        };
        Reading {
            measured_on: row.day,
            revision,
            value: row.value,
            known_from,
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
            reason: remarks.reason.clone(),
            entered_by: String::new(),
            seq: 0,
            voided_seq: None,
            voided_on: None,
        }
    }
}

/// What is there for one day: entries of the register and of rows before.
#[derive(Default)]
struct Day {
    date: Option<Date>,
    entries: Vec<Reading>,
    /// The newest revision, voided ones among them.
    revision: u32,
    /// The row that made the newest entry; `None` where the register had it.
    line: Option<u64>,
}

impl Day {
    fn of(date: Date, existing: &[Reading]) -> Day {
        let from = existing.partition_point(|r| r.measured_on < date);
        let there = existing[from..].iter().take_while(|r| r.measured_on == date);
        let revision = there.clone().map(|r| r.revision).max().unwrap_or(0);
        let entries = there.filter(|r| r.voided_seq.is_none()).cloned().collect();
        Day { date: Some(date), entries, revision, line: None }
    }

    fn add(&mut self, reading: &Reading, line: u64) {
        self.revision = reading.revision;
        self.line = Some(line);
        self.entries.push(reading.clone());
    }
}

/// Whether an entry says what a row says. What the row leaves empty it does not deny.
fn says_the_same(entry: &Reading, row: &ReadingRow<'_>) -> bool {
    entry.value == row.value && differing(entry, row.remarks).is_none()
}

/// The first field in which a row says something else.
fn differing(entry: &Reading, row: &Remarks) -> Option<&'static str> {
    let text = |now: &str, before: &str| !now.is_empty() && now != before;
    let date = |now: Option<Date>, before: Option<Date>| now.is_some() && now != before;
    let recorded = entry.claimed_on.or(Some(entry.entered_on).filter(|_| !entry.imported));
    [
        ("recording date", date(row.recorded_on, recorded)),
        ("reporter", text(&row.reported_by, &entry.reported_by)),
        ("reporting date", date(row.reported_on, entry.reported_on)),
        ("source", text(&row.source, &entry.source)),
        ("evidence", text(&row.evidence, &entry.evidence)),
        ("evaluation", text(&row.evaluation, &entry.evaluation)),
        ("evaluator", text(&row.evaluated_by, &entry.evaluated_by)),
        ("decision", row.decision.is_some() && row.decision != entry.decision),
        ("reason", text(&row.reason, &entry.reason)),
    ]
    .into_iter()
    .find_map(|(field, differs)| differs.then_some(field))
}
