//! An objective whose start nobody set starts with the period of its first reading.

use chrono::Months;

use super::Note;
use crate::app::Refusal;
use crate::app::write::Write;
use crate::domain::objective::Objective;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::store::{Entity, Fields, Loaded, Reader};

/// From when on an objective of a file counts in a look back. A file brings the past with it but does not say when the
/// objective was agreed; it was planned before it started, so that up to a year before it is listed as not started.
pub(super) fn counts_from(start: Date, approved_on: Option<Date>, today: Date) -> Date {
    let planned = start.checked_sub_months(Months::new(12)).unwrap_or(start);
    approved_on.map_or(planned, |approved| approved.min(planned)).min(today)
}

/// Where the start would move to when a reading of `first` comes in; `None` where it stays.
pub(super) fn earlier_start(objective: &Objective, first: Date, rules: &Rules) -> Option<Date> {
    let start = objective.definition.rhythm(rules.calendar).containing(first).start;
    (objective.definition.start_derived && start < objective.definition.start).then_some(start)
}

/// Moves the start of every version whose start was derived, and lets the first one count from there.
pub(super) fn move_back(write: &mut Write, loaded: &mut Loaded, start: Date) -> Result<(), Refusal> {
    let sight = write.sight();
    let reader: &Reader = write.tx();
    let versions = reader.versions(loaded.id, &sight)?;
    let rows = reader.version_ids(loaded.id)?;
    for version in versions.iter().filter(|version| version.definition.start_derived) {
        let Some((_, row)) = rows.iter().find(|(number, _)| *number == version.number) else { continue };
        let mut moved = Fields::new();
        moved.insert("start".to_owned(), serde_json::json!(start));
        if version.number == 1 {
            moved.insert(
                "recorded_on".to_owned(),
                serde_json::json!(version.recorded_on.min(counts_from(start, None, start))),
            );
        }
        write.tx().update(Entity::Version, *row, moved)?;
    }
    loaded.objective.definition.start = start;
    Ok(())
}

/// What is said about starts that move.
pub(super) fn note(moved: &[(String, Date)]) -> Option<Note> {
    let shown: Vec<String> = moved.iter().take(5).map(|(code, start)| format!("{code} {start}")).collect();
    let rest =
        if moved.len() > shown.len() { format!(" and {} more", moved.len() - shown.len()) } else { String::new() };
    let text = format!("start set to the period of the first reading: {}{rest}", shown.join(", "));
    (!moved.is_empty()).then(|| Note::file(text))
}
