//! Who did what, when and why, in words, from the journal.

use serde_json::Value;

use super::refusal::Refusal;
use super::session::Session;
use super::view::HistoryEntry;
use super::write::unknown_code;
use crate::domain::journal::{Change, ReadingBlock, RowImage};
use crate::domain::operation::Operation;
use crate::store::{JournalEntry, JournalQuery, Reader, Sight};

impl Session {
    /// Who changed what, newest first; of one objective where a code is given.
    pub fn history(&mut self, code: Option<&str>, limit: usize) -> Result<Vec<HistoryEntry>, Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        self.store.read(|reader| {
            let objective = match code {
                None => None,
                Some(code) => match reader.objective_by_code(code.trim(), &sight)? {
                    Some(loaded) => Some(loaded.id),
                    None => {
                        let codes = reader.objectives(&sight)?.into_iter().map(|l| l.objective.code).collect();
                        return Err(unknown_code(code, codes));
                    }
                },
            };
            let entries = reader.journal(&JournalQuery { limit, objective, ..JournalQuery::default() })?;
            entries.iter().map(|entry| in_words(reader, entry)).collect()
        })
    }
}

fn in_words(reader: &Reader, entry: &JournalEntry) -> Result<HistoryEntry, Refusal> {
    Ok(HistoryEntry {
        seq: entry.seq,
        at: entry.at.clone(),
        actor: entry.actor.clone(),
        op: entry.op.word().to_owned(),
        codes: codes(reader, entry)?,
        summary: line(reader, entry)?,
        reason: entry.reason.clone(),
        undoes: entry.undoes,
        undone_by: entry.undone_by,
        clock_set: entry.clock_set,
    })
}

fn codes(reader: &Reader, entry: &JournalEntry) -> Result<Vec<String>, Refusal> {
    let mut codes = Vec::with_capacity(entry.objectives.len());
    for id in &entry.objectives {
        codes.extend(reader.code_of(*id)?);
    }
    Ok(codes)
}

/// What an operation did, as one line.
pub(super) fn line(reader: &Reader, entry: &JournalEntry) -> Result<String, Refusal> {
    let codes = codes(reader, entry)?;
    let whose = match codes.as_slice() {
        [] => String::new(),
        [one] => format!("{one}: "),
        several if several.len() <= 4 => format!("{}: ", several.join(", ")),
        several => format!("{} objectives: ", several.len()),
    };
    let said = if let (Operation::Undo | Operation::Redo, Some(undoes)) = (entry.op, entry.undoes) {
        format!("entry {undoes} {}", if entry.op == Operation::Undo { "taken back" } else { "done again" })
    } else {
        of_changes(reader, entry)?.unwrap_or_else(|| plain(entry.op).to_owned())
    };
    Ok(format!("{whose}{said}"))
}

/// What changed. A file comes in as several parts, of which the entry holds the first: its readings are counted, not
/// read, because there may be a million.
fn of_changes(reader: &Reader, entry: &JournalEntry) -> Result<Option<String>, Refusal> {
    let words = |changes: &[Change]| changes.iter().filter_map(|change| of_change(entry.op, change)).collect();
    Ok(match entry.op {
        Operation::ReadingImport => match reader.readings_entered(entry)? {
            0 | 1 => shortened(words(&entry.changes)),
            many => Some(format!("{many} readings from a file")),
        },
        Operation::ObjectiveImport if entry.parts > 1 => shortened(words(&reader.changes(entry.seq)?)),
        _ => shortened(words(&entry.changes)),
    })
}

/// A few changes in full, many by their number.
fn shortened(lines: Vec<String>) -> Option<String> {
    match lines.len() {
        0 => None,
        1..=3 => Some(lines.join("; ")),
        n => Some(format!("{}; and {} more", lines[..2].join("; "), n - 2)),
    }
}

fn plain(op: Operation) -> &'static str {
    match op {
        Operation::RegisterCreate => "register created",
        Operation::ReviewStart => "review opened",
        Operation::ReviewClose => "review closed",
        Operation::ReviewBlock => "on track passed as a block",
        Operation::SnapshotTake => "snapshot taken",
        other => other.word(),
    }
}

fn of_change(op: Operation, change: &Change) -> Option<String> {
    match change {
        Change::Readings(block) => Some(of_readings(op, block)),
        Change::Voided(block) => Some(match block.void.as_slice() {
            [(day, _)] => format!("reading of {day} taken out"),
            many => format!("{} readings taken out", many.len()),
        }),
        Change::Row(image) => of_row(image),
    }
}

fn of_readings(op: Operation, block: &ReadingBlock) -> String {
    let [row] = block.rows.as_slice() else { return format!("{} readings from a file", block.rows.len()) };
    let cell = |name: &str| {
        let at = block.cols.iter().position(|col| col == name)?;
        row.get(at).cloned().flatten().filter(|text| !text.is_empty())
    };
    let value = cell("value").unwrap_or_default();
    let day = cell("measured_on").unwrap_or_default();
    let verb = if op == Operation::ReadingRestate { " corrected to" } else { "" };
    let meaning = cell("evaluation").map(|text| format!(" “{text}”")).unwrap_or_default();
    format!("reading of {day}{verb} {value}{meaning}")
}

fn of_row(image: &RowImage) -> Option<String> {
    let (before, after) = (image.before.as_ref(), image.after.as_ref());
    let text = |field: &str| after.and_then(|fields| fields.get(field)).map(shown).unwrap_or_default();
    let said = match image.entity.as_str() {
        "register" => format!("register of {} created", text("organization")),
        "setting" => format!("{} set to {} from {}", text("name"), text("value"), text("effective")),
        "objective" if before.is_none() => return None,
        "objective" => match text("retired_on") {
            day if day.is_empty() => differences(image)?,
            day => format!("retired on {day}, {}: {}", text("outcome"), text("closing_reason")),
        },
        "version" if before.is_none() => format!("version {} “{}”", text("number"), text("title")),
        "version" if after.is_some_and(|f| f.contains_key("approved_by")) => {
            format!("approved by {} on {}", text("approved_by"), text("approved_on"))
        }
        "evaluation" => match text("meaning") {
            meaning if meaning.is_empty() => format!("decided: {}", text("decision")),
            meaning => format!("means “{meaning}”"),
        },
        "criterion" => format!("criterion {} fulfilled on {}", text("number"), text("done")),
        "checkin" => format!("checked in on {} {}", text("day"), text("note")).trim_end().to_owned(),
        "not_measured" => format!("period to {} not measured: {}", text("period_end"), text("reason")),
        "decision" => format!("decided: {} {}", text("kind"), text("text")).trim_end().to_owned(),
        "action" if before.is_none() => format!("action for {}: {}", text("owner"), text("text")),
        "action" => format!("action done on {}", text("done_on")),
        "review" if before.is_none() => format!("review of {} opened", text("date")),
        "review" if after.is_some_and(|f| f.contains_key("closed_at")) => "review closed".to_owned(),
        "review_item" if before.is_none() => return None,
        "review_item" => text("state"),
        "snapshot" => format!("snapshot {} {}", image.id, text("name")).trim_end().to_owned(),
        _ => differences(image)?,
    };
    (!said.is_empty()).then_some(said)
}

/// What stood before and what stands now, field by field.
fn differences(image: &RowImage) -> Option<String> {
    let after = image.after.as_ref()?;
    let lines: Vec<String> = after
        .iter()
        .filter(|(field, _)| !matches!(field.as_str(), "seq" | "recorded_on"))
        .map(|(field, now)| {
            let was = image.before.as_ref().and_then(|before| before.get(field)).map(shown).unwrap_or_default();
            let was = if was.is_empty() { "nothing".to_owned() } else { was };
            format!("{} {} (was {was})", field.replace('_', " "), shown(now))
        })
        .collect();
    shortened(lines)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
