//! Finding operations of the journal: every filter is answered by the database, page by page, newest first.

use rusqlite::{Connection, Row, named_params};

use super::shapes::{EnteredAfter, JournalEntry, JournalQuery};
use super::{StoreError, cells, history};

/// Operations, newest first.
pub(super) fn list(conn: &Connection, query: &JournalQuery<'_>) -> Result<Vec<JournalEntry>, StoreError> {
    let firsts = firsts(conn, query)?;
    firsts.into_iter().map(|first| history::entry(conn, first as u64, query.objective)).collect()
}

fn firsts(conn: &Connection, query: &JournalQuery<'_>) -> Result<Vec<i64>, StoreError> {
    let operations: Vec<&str> = query.operations.iter().map(|operation| operation.word()).collect();
    let mut statement = conn.prepare_cached(&sql(query))?;
    let found = statement.query_map(
        named_params! {
            ":objective": query.objective,
            ":before": query.before.unwrap_or(u64::MAX).min(i64::MAX as u64) as i64,
            ":actor": query.actor,
            ":by": pattern(query.by),
            ":operations": json(&operations)?,
            ":from": query.from.map(|day| day.to_string()),
            ":to": query.to.map(|day| day.to_string()),
            ":text": pattern(&as_in_json(query.text)),
            ":plain": pattern(query.text),
            ":holding": query.holding,
            ":among": json(&query.among.unwrap_or_default())?,
            ":limit": query.limit.min(i64::MAX as usize) as i64,
        },
        |row: &Row<'_>| row.get(0),
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The query with the conditions that narrow; every parameter is named in it, so that all can be given.
fn sql(query: &JournalQuery<'_>) -> String {
    let mut sql = "SELECT DISTINCT e.first_seq FROM entry e".to_owned();
    if query.objective.is_some() {
        sql.push_str(" JOIN touch t ON t.seq = e.seq AND t.objective = :objective");
    }
    sql.push_str(" WHERE e.first_seq < :before AND (:actor IS NULL OR e.actor = :actor)");
    sql.push_str(" AND (:from IS NULL OR e.today >= :from) AND (:to IS NULL OR e.today <= :to)");
    for (wanted, condition) in [
        (!query.by.is_empty(), BY),
        (!query.operations.is_empty(), OPERATION),
        (!query.text.is_empty(), TEXT),
        (!query.holding.is_empty(), HOLDING),
        (query.corrections, CORRECTION),
        (query.among.is_some(), "e.first_seq IN (SELECT value FROM json_each(:among))"),
    ] {
        if wanted {
            sql.push_str(" AND ");
            sql.push_str(condition);
        }
    }
    // A parameter that no condition names would be refused.
    sql.push_str(
        " AND (1 OR coalesce(:objective, :by, :operations, :text, :plain, :holding, :among) IS NULL)
          ORDER BY e.first_seq DESC LIMIT :limit",
    );
    sql
}

const BY: &str = "e.actor LIKE :by ESCAPE '\\'";

/// The operation stands at the head of the first part.
const OPERATION: &str = "EXISTS (SELECT 1 FROM journal f, json_each(:operations) o WHERE f.seq = e.first_seq
    AND instr(substr(f.payload, 1, 80), '\"op\":\"' || o.value || '\"') > 0)";

/// What stands before the reason is the same in every entry: names of programs, identifiers.
const TEXT: &str = "(e.actor LIKE :plain ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM journal p WHERE p.seq = e.seq
        AND substr(p.payload, max(1, instr(p.payload, '\"reason\":'))) LIKE :text ESCAPE '\\')
    OR EXISTS (SELECT 1 FROM touch c JOIN objective o ON o.id = c.objective
        WHERE c.seq = e.seq AND o.code LIKE :plain ESCAPE '\\'))";

const HOLDING: &str = "EXISTS (SELECT 1 FROM journal h WHERE h.seq = e.seq AND instr(h.payload, :holding) > 0)";

/// Of the entries for the same day that had not been taken back, the newest before it held another value.
const CORRECTION: &str = "e.seq IN (
    SELECT r.seq FROM reading r WHERE r.revision > 1 AND (
        SELECT (o.scale, o.value, o.numerator, o.denominator) IS NOT (r.scale, r.value, r.numerator, r.denominator)
        FROM reading o WHERE o.objective = r.objective AND o.measured_on = r.measured_on AND o.revision < r.revision
            AND (o.voided_seq IS NULL OR o.voided_seq > r.seq)
        ORDER BY o.revision DESC LIMIT 1))";

fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.trim().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// A text as it stands inside a JSON text.
fn as_in_json(text: &str) -> String {
    let quoted = serde_json::Value::from(text.trim()).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn json(list: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(list).map_err(|error| StoreError::Broken(error.to_string()))
}

/// First entries for a day that people made after it, files left out; the rules say which of them are late.
pub(super) fn entered_after(conn: &Connection) -> Result<Vec<EnteredAfter>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT r.objective, r.measured_on, e.today, e.first_seq FROM reading r JOIN entry e ON e.seq = r.seq
         WHERE r.imported = 0 AND e.today > r.measured_on AND NOT EXISTS (
            SELECT 1 FROM reading o WHERE o.objective = r.objective AND o.measured_on = r.measured_on
                AND o.revision < r.revision AND (o.voided_seq IS NULL OR o.voided_seq > r.seq))",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(EnteredAfter {
            objective: row.get(0)?,
            measured_on: cells::day(row, 1)?,
            entered_on: cells::day(row, 2)?,
            first_seq: cells::seq(row, 3)?,
        });
    }
    Ok(found)
}
