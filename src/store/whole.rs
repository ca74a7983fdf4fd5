//! Everything about every objective: one statement per kind of row, however many objectives there are.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::load::{self, ByObjective};
use super::shapes::{NotMeasuredRow, Sight};
use super::{StoreError, history, series};
use crate::domain::ahead::with_what_began;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::version::Version;

/// Versions known of every objective, oldest first.
pub(super) fn versions(conn: &Connection, sight: &Sight) -> Result<ByObjective<Version>, StoreError> {
    let mut versions = load::grouped(conn, &load::version_sql(), None, load::version_of)?;
    for known in versions.values_mut() {
        known.retain(|version| sight.holds(version));
        *known = with_what_began(std::mem::take(known), sight.as_of);
    }
    Ok(versions)
}

/// Every entry known of every objective's readings, by day measured and revision, with what was said about it
/// afterwards.
pub(super) fn readings(conn: &Connection, sight: &Sight) -> Result<ByObjective<Reading>, StoreError> {
    let sql = format!(
        "SELECT {}, r.objective FROM reading r LEFT JOIN entry e ON e.seq = r.seq
         ORDER BY r.objective, r.measured_on, r.revision",
        series::COLUMNS
    );
    selected(conn, &sql, [], sight)
}

/// The same for days measured from `from` to `until`, without a walk over the years before.
pub(super) fn readings_within(
    conn: &Connection,
    sight: &Sight,
    from: Date,
    until: Date,
) -> Result<ByObjective<Reading>, StoreError> {
    let sql = format!(
        "SELECT {}, r.objective FROM objective o CROSS JOIN reading r LEFT JOIN entry e ON e.seq = r.seq
         WHERE r.objective = o.id AND r.measured_on BETWEEN ?1 AND ?2
         ORDER BY r.objective, r.measured_on, r.revision",
        series::COLUMNS
    );
    selected(conn, &sql, [from.to_string(), until.to_string()], sight)
}

fn selected(
    conn: &Connection,
    sql: &str,
    days: impl rusqlite::Params,
    sight: &Sight,
) -> Result<ByObjective<Reading>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(days)?;
    let mut all: ByObjective<Reading> = HashMap::new();
    while let Some(row) = rows.next()? {
        let reading = series::reading_of(row)?;
        if !sight.past || reading.known_from <= sight.as_of {
            all.entry(row.get(series::COLUMN_COUNT)?).or_default().push(reading);
        }
    }
    for (objective, said) in load::grouped(conn, load::EVALUATIONS, None, load::evaluation_of)? {
        if let Some(readings) = all.get_mut(&objective) {
            load::evaluate(readings, said, sight);
        }
    }
    Ok(all)
}

/// Periods of every objective explained as not measured, oldest first.
pub(super) fn not_measured(conn: &Connection, sight: &Sight) -> Result<ByObjective<NotMeasuredRow>, StoreError> {
    let mut notes = load::grouped(conn, load::NOT_MEASURED, None, load::not_measured_of)?;
    if sight.past {
        notes.values_mut().for_each(|known| known.retain(|note| note.on <= sight.as_of));
    }
    Ok(notes)
}

/// Objectives that came from a file: those whose first journal entry is an import.
pub(super) fn imported(conn: &Connection) -> Result<HashSet<i64>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT t.objective, e.first_seq
         FROM (SELECT objective, min(seq) AS seq FROM touch GROUP BY objective) t JOIN entry e ON e.seq = t.seq",
    )?;
    let mut rows = statement.query([])?;
    let mut operations: HashMap<i64, Operation> = HashMap::new();
    let mut imported = HashSet::new();
    while let Some(row) = rows.next()? {
        let first: i64 = row.get(1)?;
        let operation = match operations.get(&first) {
            Some(known) => *known,
            None => *operations.entry(first).or_insert(history::operation_of(conn, first as u64)?),
        };
        if matches!(operation, Operation::ObjectiveImport | Operation::SheetImport) {
            imported.insert(row.get(0)?);
        }
    }
    Ok(imported)
}
