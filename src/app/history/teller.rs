//! Telling one entry: its line, what differs, its marks. Facts about objectives are read once per page.

use std::collections::HashMap;

use super::veil::Veil;
use super::view::{Difference, HistoryEntry, Mark};
use super::{readings, rows, values};
use crate::app::refusal::Refusal;
use crate::domain::journal::{Change, ReadingBlock};
use crate::domain::objective::Definition;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::timeliness::{Timeliness, timeliness_of};
use crate::store::{JournalEntry, Reader, Sight};

/// How many changed fields of one entry are told one by one: an import may bring thousands.
const TOLD: usize = 200;

/// What the words need to know about an objective.
pub(super) struct Known {
    pub code: String,
    pub definition: Option<Definition>,
}

/// Turns entries into words.
pub(super) struct Teller<'r> {
    pub reader: &'r Reader<'r>,
    pub rules: Rules,
    sight: Sight,
    known: HashMap<i64, Known>,
}

/// What one change says.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// One line; empty where another change of the entry says it.
    pub line: String,
    /// Field by field.
    pub differences: Vec<Difference>,
}

impl<'r> Teller<'r> {
    pub fn new(reader: &'r Reader<'r>, rules: Rules, today: Date) -> Teller<'r> {
        Teller { reader, rules, sight: Sight::today(today), known: HashMap::new() }
    }

    /// An entry in words, without what is behind the veil.
    pub fn tell(&mut self, entry: &JournalEntry, veil: Option<&Veil>) -> Result<HistoryEntry, Refusal> {
        let mut codes = Vec::with_capacity(entry.objectives.len());
        for id in &entry.objectives {
            codes.extend(self.reader.code_of(*id)?);
        }
        let mut lines = Vec::new();
        let mut differences = Vec::new();
        let mut changes = self.changes(entry)?;
        if let Some(veil) = veil {
            veil.over_changes(&mut changes);
        }
        for change in &changes {
            let told = self.change(entry, change)?;
            if !told.line.is_empty() {
                lines.push(told.line);
            }
            differences.extend(told.differences.into_iter().take(TOLD.saturating_sub(differences.len())));
        }
        let said = match (entry.op, entry.undoes) {
            (Operation::Undo, Some(seq)) => format!("entry {seq} taken back"),
            (Operation::Redo, Some(seq)) => format!("entry {seq} done again"),
            (Operation::ReadingImport, _) => match self.reader.readings_entered(entry)? {
                0 | 1 => shortened(&lines),
                many => format!("{many} readings from a file"),
            },
            _ => shortened(&lines),
        };
        let said = if said.is_empty() { values::operation(entry.op).to_owned() } else { said };
        Ok(HistoryEntry {
            seq: entry.seq,
            first_seq: entry.first_seq,
            at: entry.at.clone(),
            local: local(entry),
            day: entry.today,
            actor: entry.actor.clone(),
            os_user: entry.os_user.clone(),
            app: entry.app.clone(),
            op: entry.op,
            summary: format!("{}{said}", whose(&codes)),
            codes,
            reason: entry.reason.clone(),
            differences,
            marks: self.marks(entry)?,
            undoes: entry.undoes,
            undone_by: entry.undone_by,
            clock_set: entry.clock_set,
            hash: entry.hash.clone(),
        })
    }

    /// An import of objectives is told whole; one of readings may hold a million rows and is told by its first part.
    fn changes(&self, entry: &JournalEntry) -> Result<Vec<Change>, Refusal> {
        if entry.op == Operation::ObjectiveImport && entry.parts > 1 {
            return Ok(self.reader.changes(entry.seq)?);
        }
        Ok(entry.changes.clone())
    }

    fn change(&mut self, entry: &JournalEntry, change: &Change) -> Result<Told, Refusal> {
        match change {
            Change::Row(image) => rows::told(self, entry, image),
            Change::Readings(block) => readings::entered(self, entry, block),
            Change::Voided(block) => readings::voided(self, block),
        }
    }

    /// Code and content of an objective as they are today.
    pub fn objective(&mut self, id: i64) -> Result<&Known, Refusal> {
        if !self.known.contains_key(&id) {
            let loaded = self.reader.objective(id, &self.sight)?;
            let code = self.reader.code_of(id)?.unwrap_or_default();
            self.known.insert(id, Known { code, definition: loaded.map(|loaded| loaded.objective.definition) });
        }
        self.known.get(&id).ok_or_else(|| Refusal::invalid("an objective was just read and is gone"))
    }

    /// The unit of its values.
    pub fn unit(&mut self, id: i64) -> Result<String, Refusal> {
        let known = self.objective(id)?;
        Ok(known.definition.as_ref().map(|definition| definition.unit.trim().to_owned()).unwrap_or_default())
    }

    fn marks(&mut self, entry: &JournalEntry) -> Result<Vec<Mark>, Refusal> {
        let mut marks = Vec::new();
        let mut latest = Timeliness::InTime;
        let mut imported = matches!(
            entry.op,
            Operation::ObjectiveImport
                | Operation::SourceImport
                | Operation::DirectoryImport
                | Operation::ReadingImport
                | Operation::SheetImport
        );
        let mut corrected = entry.op == Operation::ReadingRestate;
        for change in &entry.changes {
            let Change::Readings(block) = change else { continue };
            imported |= block.imported;
            corrected |= readings::corrects(self, block, entry)?;
            // What came from a file was measured when it says so, and a correction follows a value that was in time.
            if !block.imported && !corrected {
                latest = latest.max(self.latest(block, entry.today)?);
            }
        }
        match latest {
            Timeliness::InTime => {}
            Timeliness::Late(days) => marks.push(Mark::Late(days)),
            Timeliness::Reconstructed(days) => marks.push(Mark::Reconstructed(days)),
        }
        marks.extend(corrected.then_some(Mark::Corrected));
        marks.extend(imported.then_some(Mark::Imported));
        marks.extend(entry.undone_by.map(Mark::TakenBack));
        marks.extend(entry.clock_set.then_some(Mark::ClockSet));
        Ok(marks)
    }

    fn latest(&mut self, block: &ReadingBlock, entered_on: Date) -> Result<Timeliness, Refusal> {
        let rules = self.rules.clone();
        let readings = self.reader.readings_of(block)?;
        let Some(definition) = &self.objective(block.objective)?.definition else { return Ok(Timeliness::InTime) };
        let times = readings.iter().map(|r| timeliness_of(definition, &rules, r.measured_on, entered_on));
        Ok(times.max().unwrap_or(Timeliness::InTime))
    }
}

fn whose(codes: &[String]) -> String {
    match codes {
        [] => String::new(),
        [one] => format!("{one}: "),
        several if several.len() <= 4 => format!("{}: ", several.join(", ")),
        several => format!("{} objectives: ", several.len()),
    }
}

/// A few changes in full, many by their number.
fn shortened(lines: &[String]) -> String {
    match lines.len() {
        0..=3 => lines.join("; "),
        n => format!("{}; and {} more", lines[..2].join("; "), n - 2),
    }
}

/// The day and the minute where the person sat.
fn local(entry: &JournalEntry) -> String {
    let at = chrono::DateTime::parse_from_rfc3339(&entry.at);
    match (at, chrono::FixedOffset::east_opt(entry.offset_minutes * 60)) {
        (Ok(at), Some(offset)) => at.with_timezone(&offset).format("%Y-%m-%d %H:%M").to_string(),
        _ => entry.at.get(..16).unwrap_or(&entry.at).replace('T', " "),
    }
}
