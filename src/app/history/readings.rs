//! Readings in words: entered, corrected, taken out.

use super::teller::{Teller, Told};
use super::view::Difference;
use crate::app::refusal::Refusal;
use crate::domain::journal::{ReadingBlock, VoidBlock};
use crate::domain::quantity::Value;
use crate::domain::reading::Reading;
use crate::domain::status::phrase::day;
use crate::domain::words;
use crate::store::JournalEntry;

/// New readings of one objective.
pub(super) fn entered(teller: &mut Teller, entry: &JournalEntry, block: &ReadingBlock) -> Result<Told, Refusal> {
    let unit = teller.unit(block.objective)?;
    let about = teller.objective(block.objective)?.code.clone();
    let readings = teller.reader.readings_of(block)?;
    let mut told = Told::default();
    for reading in &readings {
        let before = stood_before(teller, block, reading, entry)?;
        told.differences.push(Difference {
            about: about.clone(),
            field: format!("reading of {}", day(reading.measured_on)),
            before: before.map(|value| with_unit(&value, &unit)).unwrap_or_default(),
            after: with_unit(&reading.value, &unit),
        });
    }
    told.line = match (readings.as_slice(), told.differences.as_slice()) {
        ([reading], [difference]) => line(reading, difference),
        _ => format!("{} readings from a file", readings.len()),
    };
    Ok(told)
}

fn line(reading: &Reading, difference: &Difference) -> String {
    let mut line = match difference.before.as_str() {
        "" => format!("{}: {}", difference.field, difference.after),
        before => format!("{} corrected: {before} → {}", difference.field, difference.after),
    };
    if !reading.evaluation.is_empty() {
        line.push_str(&format!(", means “{}”", reading.evaluation));
    }
    if let Some(decision) = reading.decision {
        line.push_str(&format!(", decided: {}", words::decision(decision)));
    }
    line
}

fn with_unit(value: &Value, unit: &str) -> String {
    let space = if unit.is_empty() { "" } else { " " };
    match value {
        Value::Share { .. } if value.is_empty() => value.as_typed(),
        Value::Share { .. } if unit == "%" => format!("{} ({} %)", value.as_typed(), value.shown(true, 1)),
        _ => format!("{}{space}{unit}", value.as_typed()),
    }
}

/// The value that stood for the day when another one was entered; `None` where it was the first or the same.
fn stood_before(
    teller: &Teller,
    block: &ReadingBlock,
    reading: &Reading,
    entry: &JournalEntry,
) -> Result<Option<Value>, Refusal> {
    if reading.revision == 1 {
        return Ok(None);
    }
    let entries = teller.reader.entries_for(block.objective, reading.measured_on)?;
    let stood =
        entries.into_iter().rfind(|e| e.revision < reading.revision && e.voided_seq.is_none_or(|seq| seq > entry.seq));
    Ok(stood.map(|earlier| earlier.value).filter(|value| *value != reading.value))
}

/// Whether a block enters another value for a day that had one.
pub(super) fn corrects(teller: &Teller, block: &ReadingBlock, entry: &JournalEntry) -> Result<bool, Refusal> {
    if !block.cols.iter().any(|col| col == "revision") {
        return Ok(false);
    }
    for reading in teller.reader.readings_of(block)? {
        if stood_before(teller, block, &reading, entry)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Readings taken out of every rule.
pub(super) fn voided(teller: &mut Teller, block: &VoidBlock) -> Result<Told, Refusal> {
    let unit = teller.unit(block.objective)?;
    let about = teller.objective(block.objective)?.code.clone();
    let mut told = Told::default();
    for (measured_on, revision) in &block.void {
        let entries = teller.reader.entries_for(block.objective, *measured_on)?;
        let value = entries.into_iter().find(|e| e.revision == *revision).map(|e| with_unit(&e.value, &unit));
        told.differences.push(Difference {
            about: about.clone(),
            field: format!("reading of {}", day(*measured_on)),
            before: value.unwrap_or_default(),
            after: String::new(),
        });
    }
    told.line = match block.void.as_slice() {
        [(measured_on, _)] => format!("reading of {} taken out", day(*measured_on)),
        many => format!("{} readings taken out", many.len()),
    };
    Ok(told)
}
