//! Objectives with their versions, criteria and readings, as known through a sight.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::shapes::{Loaded, NotMeasuredRow, SettingRow, Sight};
use super::{Entity, StoreError, cells, series, trail};
use crate::domain::ahead::planned;
use crate::domain::objective::{
    Baseline, Closing, ClosingOutcome, CriterionDone, Definition, Direction, Kind, Level, Operator,
};
use crate::domain::period::{Date, Frequency};
use crate::domain::quantity::Decimal;
use crate::domain::reading::{DecisionKind, Reading};
use crate::domain::status::Trail;
use crate::domain::version::{Cause, SeriesMark, Version, objective_as_known};

/// Number of the objective with this code, in any case.
pub(super) fn id_of(conn: &Connection, code: &str) -> Result<Option<i64>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id FROM objective WHERE code = ?1")?;
    Ok(statement.query_row([code], |row| row.get(0)).optional()?)
}

/// Rows by the objective they belong to.
pub(super) type ByObjective<T> = HashMap<i64, Vec<T>>;

/// Every objective known, by code, or the one asked for. Reads no reading.
pub(super) fn objectives(conn: &Connection, sight: &Sight, only: Option<i64>) -> Result<Vec<Loaded>, StoreError> {
    let mut versions = grouped(conn, &version_sql(), only, version_of)?;
    let mut criteria = grouped(conn, CRITERIA, only, criterion_of)?;
    let mut checkins = grouped(conn, CHECKINS, only, |row| Ok((cells::day(row, 1)?, cells::day(row, 2)?)))?;
    let mut trails = if sight.past { HashMap::new() } else { grouped(conn, TRAILS, only, trail_of)? };
    let counts = |recorded_on: Date| !sight.past || recorded_on <= sight.as_of;
    let mut loaded = Vec::new();
    for shell in shells(conn, only)? {
        let mut versions = versions.remove(&shell.id).unwrap_or_default();
        versions.retain(|version| sight.holds(version));
        let criteria = criteria.remove(&shell.id).unwrap_or_default();
        let checkins = checkins.remove(&shell.id).unwrap_or_default();
        let in_force = versions.iter().filter(|v| v.is_in_force(sight.as_of)).map(|v| v.number).max();
        let draft = versions.iter().filter(|v| v.draft).map(|v| v.number).max();
        let ahead = versions.iter().filter(|v| v.is_scheduled(sight.as_of));
        let scheduled = ahead.filter_map(|v| Some((v.number, v.begins?))).min_by_key(|(_, begins)| *begins);
        let planned = if scheduled.is_some() { planned(&versions, sight.as_of) } else { Vec::new() };
        let objective = objective_as_known(
            &shell.code,
            versions,
            shell.closing.filter(|(_, closed_on)| counts(*closed_on)).map(|(closing, _)| closing),
            newest_of_each(criteria.into_iter().filter(|(_, on)| counts(*on)).map(|(done, _)| done)),
            checkins.into_iter().filter(|(_, on)| counts(*on)).map(|(day, _)| day).collect(),
            sight.as_of,
        );
        let Some(objective) = objective else { continue };
        loaded.push(Loaded {
            id: shell.id,
            changed_seq: shell.seq,
            objective,
            in_force,
            draft,
            scheduled,
            planned,
            trail: trails.remove(&shell.id).and_then(|mut found| found.pop()).flatten(),
            created_on: shell.created_on,
        });
    }
    loaded.sort_by(|a, b| a.objective.code.cmp(&b.objective.code));
    Ok(loaded)
}

/// An objective without its content.
struct Shell {
    id: i64,
    seq: u64,
    code: String,
    created_on: Date,
    closing: Option<(Closing, Date)>,
}

fn shells(conn: &Connection, only: Option<i64>) -> Result<Vec<Shell>, StoreError> {
    const ALL: &str = "SELECT id, seq, code, created_on, retired_on, outcome, closing_reason, successor, closed_on,
                closed_by, closing_ref
         FROM objective {filter}";
    let filter = if only.is_some() { "WHERE id = ?1" } else { "WHERE ?1 IS NULL" };
    let mut statement = conn.prepare_cached(&ALL.replace("{filter}", filter))?;
    let mut rows = statement.query([only])?;
    let mut shells = Vec::new();
    while let Some(row) = rows.next()? {
        let closing = match cells::optional_day(row, 4)? {
            None => None,
            Some(retired_on) => {
                let outcome = cells::needed(row, 5, ClosingOutcome::from_word)?;
                let (reason, successor) = (cells::text(row, 6)?, cells::text(row, 7)?);
                let (by, reference) = (cells::text(row, 9)?, cells::text(row, 10)?);
                let closing = Closing { retired_on, outcome, reason, successor, by, reference };
                Some((closing, cells::optional_day(row, 8)?.unwrap_or(retired_on)))
            }
        };
        shells.push(Shell {
            id: row.get(0)?,
            seq: cells::seq(row, 1)?,
            code: cells::text(row, 2)?,
            created_on: cells::day(row, 3)?,
            closing,
        });
    }
    Ok(shells)
}

pub(super) fn grouped<T>(
    conn: &Connection,
    sql: &str,
    only: Option<i64>,
    read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<ByObjective<T>, StoreError> {
    let filter = if only.is_some() { " WHERE objective = ?1" } else { " WHERE ?1 IS NULL" };
    let mut statement = conn.prepare_cached(&sql.replace(" {filter}", filter))?;
    let mut rows = statement.query([only])?;
    let mut groups: ByObjective<T> = HashMap::new();
    while let Some(row) = rows.next()? {
        // Most objectives have one of each: room for more would be most of what a long list allocates.
        groups.entry(row.get(0)?).or_insert_with(|| Vec::with_capacity(1)).push(read(row)?);
    }
    Ok(groups)
}

const CRITERIA: &str = "SELECT objective, number, done, evidence, recorded_on FROM criterion {filter} ORDER BY id";
const CHECKINS: &str = "SELECT objective, day, recorded_on FROM checkin {filter} ORDER BY id";
const TRAILS: &str = "SELECT objective, rules_version, body FROM trail {filter}";

fn criterion_of(row: &Row<'_>) -> Result<(CriterionDone, Date), StoreError> {
    let done = CriterionDone { number: row.get(1)?, done: cells::day(row, 2)?, evidence: cells::text(row, 3)? };
    Ok((done, cells::day(row, 4)?))
}

fn trail_of(row: &Row<'_>) -> Result<Option<Trail>, StoreError> {
    Ok(trail::read(row.get(1)?, row.get_ref(2)?.as_blob().unwrap_or_default()))
}

/// A criterion told again counts as told last.
fn newest_of_each(told: impl Iterator<Item = CriterionDone>) -> Vec<CriterionDone> {
    let mut criteria: Vec<CriterionDone> = Vec::new();
    for done in told {
        criteria.retain(|earlier| earlier.number != done.number);
        criteria.push(done);
    }
    criteria.sort_by_key(|done| done.number);
    criteria
}

/// Objectives with a version that contributes to this code; the caller asks each whether its newest still does.
pub(super) fn candidates_below(conn: &Connection, code: &str) -> Result<Vec<i64>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT objective FROM version WHERE parent = ?1 ORDER BY objective")?;
    let ids = statement.query_map([code], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Versions of one objective, oldest first.
pub(super) fn versions(conn: &Connection, objective: i64) -> Result<Vec<Version>, StoreError> {
    Ok(grouped(conn, &version_sql(), Some(objective), version_of)?.remove(&objective).unwrap_or_default())
}

pub(super) fn version_sql() -> String {
    let names: Vec<&str> = Entity::Version.columns().iter().map(|(name, _)| *name).collect();
    format!("SELECT {}, seq FROM version {{filter}} ORDER BY objective, number", names.join(", "))
}

/// The columns stand in the catalogue's order.
pub(super) fn version_of(row: &Row<'_>) -> Result<Version, StoreError> {
    let text = |at| cells::text(row, at);
    let decimal = |at| cells::word(row, at, |t| t.parse::<Decimal>().ok());
    let baseline = match decimal(21)? {
        None => None,
        Some(value) => {
            let estimated = row.get::<_, Option<bool>>(23)?.unwrap_or(false);
            Some(Baseline { value, date: cells::optional_day(row, 22)?, estimated })
        }
    };
    let definition = Definition {
        title: text(9)?,
        kind: cells::needed(row, 10, Kind::from_word)?,
        level: cells::word(row, 11, Level::from_word)?,
        function: text(12)?,
        parent: text(13)?,
        owner: text(14)?,
        metric: text(15)?,
        formula: text(16)?,
        data_source: text(17)?,
        unit: text(18)?,
        direction: cells::word(row, 19, Direction::from_word)?,
        operator: cells::word(row, 20, Operator::from_word)?,
        baseline,
        target: decimal(24)?,
        target_high: decimal(25)?,
        warn: decimal(26)?,
        floor: decimal(27)?,
        required_met: row.get(28)?,
        frequency: cells::needed(row, 29, Frequency::from_letter)?,
        grace_days: row.get(30)?,
        fiscal_year_start: row.get(31)?,
        start: cells::day(row, 32)?,
        start_derived: row.get::<_, Option<bool>>(45)?.unwrap_or(false),
        due: cells::optional_day(row, 33)?,
        waypoints: cells::list(row, 34)?,
        criteria: cells::list(row, 35)?,
        what: text(36)?,
        resources: text(37)?,
        how_evaluated: text(38)?,
        evaluator: text(39)?,
        collector: text(40)?,
        metric_owner: text(41)?,
        why_target: text(42)?,
        links: cells::list(row, 43)?,
        tags: cells::list(row, 44)?,
        population: text(46)?,
        cascade_note: text(47)?,
        review_on: cells::optional_day(row, 48)?,
        granted: text(53)?,
        granted_by: text(54)?,
        granted_on: cells::optional_day(row, 55)?,
        spent: text(56)?,
    };
    Ok(Version {
        number: row.get(1)?,
        draft: row.get(2)?,
        recorded_on: cells::day(row, 3)?,
        effective: cells::optional_day(row, 4)?,
        reason: text(5)?,
        approved_on: cells::optional_day(row, 6)?,
        approved_by: text(7)?,
        approved_ref: text(8)?,
        approvers: cells::list(row, 52)?,
        begins: cells::optional_day(row, 49)?,
        cause: cells::word(row, 50, Cause::from_word)?,
        series: cells::word(row, 51, SeriesMark::from_word)?,
        seq: cells::seq(row, 57)?,
        definition,
    })
}

/// Every entry of an objective's readings, with what was said about them afterwards.
pub(super) fn readings(conn: &Connection, objective: i64, sight: &Sight) -> Result<Vec<Reading>, StoreError> {
    let sql = format!(
        "SELECT {} FROM reading r LEFT JOIN entry e ON e.seq = r.seq WHERE r.objective = ?1
         ORDER BY r.measured_on, r.revision",
        series::COLUMNS
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([objective])?;
    let mut readings = Vec::new();
    while let Some(row) = rows.next()? {
        let reading = series::reading_of(row)?;
        if !sight.past || reading.known_from <= sight.as_of {
            readings.push(reading);
        }
    }
    let said = grouped(conn, EVALUATIONS, Some(objective), evaluation_of)?.remove(&objective).unwrap_or_default();
    evaluate(&mut readings, said, sight);
    Ok(readings)
}

/// What was said about a reading after it was entered.
pub(super) struct Said {
    reading: (Date, u32),
    meaning: String,
    by: String,
    automatic: bool,
    decision: Option<DecisionKind>,
    on: Date,
}

pub(super) const EVALUATIONS: &str =
    "SELECT objective, measured_on, revision, meaning, evaluated_by, automatic, decision, recorded_on
     FROM evaluation {filter} ORDER BY id";

pub(super) fn evaluation_of(row: &Row<'_>) -> Result<Said, StoreError> {
    Ok(Said {
        reading: (cells::day(row, 1)?, row.get(2)?),
        meaning: cells::text(row, 3)?,
        by: cells::text(row, 4)?,
        automatic: row.get::<_, Option<bool>>(5)?.unwrap_or(false),
        decision: cells::word(row, 6, DecisionKind::from_word)?,
        on: cells::day(row, 7)?,
    })
}

/// Puts what was said later, oldest first, in place of what was entered with the readings of one objective.
pub(super) fn evaluate(readings: &mut [Reading], said: Vec<Said>, sight: &Sight) {
    for said in said.into_iter().filter(|said| !sight.past || said.on <= sight.as_of) {
        let found = readings.binary_search_by_key(&said.reading, |r| (r.measured_on, r.revision));
        let Ok(at) = found else { continue };
        let reading = &mut readings[at];
        if !said.meaning.is_empty() {
            reading.evaluation = said.meaning;
            reading.evaluated_by = said.by;
            reading.automatic = said.automatic;
        }
        reading.decision = said.decision.or(reading.decision);
    }
}

/// Periods explained as not measured, oldest first.
pub(super) fn not_measured(conn: &Connection, objective: i64) -> Result<Vec<NotMeasuredRow>, StoreError> {
    Ok(grouped(conn, NOT_MEASURED, Some(objective), not_measured_of)?.remove(&objective).unwrap_or_default())
}

pub(super) const NOT_MEASURED: &str = "SELECT objective, period_end, reason, stated_by, recorded_on FROM not_measured
     {filter} ORDER BY period_end, id";

pub(super) fn not_measured_of(row: &Row<'_>) -> Result<NotMeasuredRow, StoreError> {
    Ok(NotMeasuredRow {
        period_end: cells::day(row, 1)?,
        reason: cells::text(row, 2)?,
        by: cells::text(row, 3)?,
        on: cells::day(row, 4)?,
    })
}

/// All settings in the order they were entered.
pub(super) fn settings(conn: &Connection) -> Result<Vec<SettingRow>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, effective, value, recorded_on, seq FROM setting ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut settings = Vec::new();
    while let Some(row) = rows.next()? {
        settings.push(SettingRow {
            id: row.get(0)?,
            name: cells::text(row, 1)?,
            effective: cells::day(row, 2)?,
            value: cells::text(row, 3)?,
            recorded_on: cells::day(row, 4)?,
            seq: cells::seq(row, 5)?,
        });
    }
    Ok(settings)
}
