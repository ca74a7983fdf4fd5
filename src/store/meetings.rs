//! Meetings with their agendas, decisions, actions and snapshots.

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::shapes::{Sight, SnapshotRow};
use super::{StoreError, cells, records};
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::review::{Action, ActionKind, AgendaGroup, Decision, ItemState, Review, ReviewItem, ReviewKind};
use crate::domain::status::{Freshness, Status};

/// The last day that counts, as a bound of `recorded_on`: none when looking at today.
fn until(sight: &Sight) -> Option<String> {
    sight.past.then(|| sight.as_of.to_string())
}

/// The query for one objective, which an index answers, or for all of them.
fn about(objective: Option<i64>, sql: &str) -> String {
    let one = |column: &str| if objective.is_some() { format!("{column} = ?1") } else { "?1 IS NULL".to_owned() };
    sql.replace("{d.objective}", &one("d.objective")).replace("{a.objective}", &one("a.objective"))
}

/// Decisions, newest first.
pub(super) fn decisions(conn: &Connection, sight: &Sight, objective: Option<i64>) -> Result<Vec<Decision>, StoreError> {
    let mut statement = conn.prepare_cached(&about(
        objective,
        "SELECT d.id, o.code, d.review, d.day, d.kind, d.text, d.decided_by, d.until, d.measured_on, d.approver
         FROM decision d JOIN objective o ON o.id = d.objective
         WHERE {d.objective} AND (?2 IS NULL OR d.recorded_on <= ?2)
         ORDER BY d.day DESC, d.id DESC",
    ))?;
    let mut rows = statement.query(rusqlite::params![objective, until(sight)])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        decisions.push(Decision {
            id: row.get(0)?,
            code: cells::text(row, 1)?,
            review: row.get(2)?,
            on: cells::day(row, 3)?,
            kind: cells::needed(row, 4, DecisionKind::from_word)?,
            text: cells::text(row, 5)?,
            by: cells::text(row, 6)?,
            until: cells::optional_day(row, 7)?,
            measured_on: cells::optional_day(row, 8)?,
            approver: cells::text(row, 9)?,
        });
    }
    Ok(decisions)
}

/// Actions, open ones first, then by due date. Seen from an earlier day, one done later is open and one checked later
/// is not checked. One that a hand-over
/// dated ahead passes on is the taker's from that day.
pub(super) fn actions(conn: &Connection, sight: &Sight, objective: Option<i64>) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached(&about(
        objective,
        "SELECT a.id, coalesce(o.code, ''), a.review, a.text, a.owner, a.due, a.done_on, a.evidence,
             a.kind, a.cause, a.check_on, a.checked_on, a.helped, a.check_note
         FROM action a LEFT JOIN objective o ON o.id = a.objective
         WHERE {a.objective} AND (?2 IS NULL OR a.recorded_on <= ?2)",
    ))?;
    let hand_overs: Vec<Rearrangement> = records::all(conn, sight)?;
    let mut rows = statement.query(rusqlite::params![objective, until(sight)])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        let known = |day: &Date| !sight.past || *day <= sight.as_of;
        let done_on = cells::optional_day(row, 6)?.filter(known);
        let checked_on = cells::optional_day(row, 11)?.filter(known);
        let seen = checked_on.is_some();
        let mut action = Action {
            id: row.get(0)?,
            code: cells::text(row, 1)?,
            review: row.get(2)?,
            text: cells::text(row, 3)?,
            owner: cells::text(row, 4)?,
            due: cells::optional_day(row, 5)?,
            done_on,
            evidence: if done_on.is_some() { cells::text(row, 7)? } else { String::new() },
            kind: cells::word(row, 8, ActionKind::from_word)?.unwrap_or_default(),
            cause: cells::text(row, 9)?,
            check_on: cells::optional_day(row, 10)?,
            checked_on,
            helped: row.get::<_, Option<bool>>(12)?.filter(|_| seen),
            check_note: if seen { cells::text(row, 13)? } else { String::new() },
        };
        for hand_over in &hand_overs {
            action.owner = hand_over.owner_of(&action, sight.as_of).to_owned();
        }
        actions.push(action);
    }
    actions.sort_by_key(|a| (a.done_on.is_some(), a.due.is_none(), a.due, a.id));
    Ok(actions)
}

/// Meetings with their agendas, oldest first.
pub(super) fn reviews(conn: &Connection, sight: &Sight) -> Result<Vec<Review>, StoreError> {
    let mut items = items(conn)?;
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, date, attendees, started_at, closed_at, next_date, host, assessment, assessment_on, steps, refresh,
             no_change, minutes_hash, seq FROM review
         WHERE ?1 IS NULL OR recorded_on <= ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([until(sight)])?;
    let mut reviews = Vec::new();
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        reviews.push(Review {
            number,
            kind: cells::needed(row, 1, ReviewKind::from_word)?,
            date: cells::day(row, 2)?,
            attendees: cells::list(row, 3)?,
            started_at: Some(cells::text(row, 4)?).filter(|at| !at.is_empty()),
            closed_at: cells::word(row, 5, |text| Some(text.to_owned()))?,
            next_date: cells::optional_day(row, 6)?,
            host: cells::text(row, 7)?,
            assessment: cells::text(row, 8)?,
            assessment_on: cells::optional_day(row, 9)?,
            steps: cells::list(row, 10)?,
            refresh: cells::text(row, 11)?,
            no_change: cells::text(row, 12)?,
            minutes_hash: cells::word(row, 13, |text| Some(text.to_owned()))?,
            seq: cells::seq(row, 14)?,
            items: items.remove(&number).unwrap_or_default(),
        });
    }
    Ok(reviews)
}

fn items(conn: &Connection) -> Result<HashMap<i64, Vec<ReviewItem>>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT i.review, i.position, o.code, i.agenda_group, i.state, i.status_before, i.freshness_before,
             i.measured_on, i.meaning, i.decision, i.automatic, i.seconds
         FROM review_item i JOIN objective o ON o.id = i.objective ORDER BY i.review, i.position",
    )?;
    let mut rows = statement.query([])?;
    let mut items: HashMap<i64, Vec<ReviewItem>> = HashMap::new();
    while let Some(row) = rows.next()? {
        items.entry(row.get(0)?).or_default().push(item_of(row)?);
    }
    Ok(items)
}

fn item_of(row: &Row<'_>) -> Result<ReviewItem, StoreError> {
    Ok(ReviewItem {
        position: row.get(1)?,
        code: cells::text(row, 2)?,
        group: cells::needed(row, 3, AgendaGroup::from_word)?,
        state: cells::needed(row, 4, ItemState::from_word)?,
        status_before: cells::needed(row, 5, Status::from_word)?,
        freshness_before: cells::needed(row, 6, Freshness::from_word)?,
        measured_on: cells::optional_day(row, 7)?,
        meaning: cells::text(row, 8)?,
        decision: cells::word(row, 9, DecisionKind::from_word)?,
        automatic: row.get::<_, Option<bool>>(10)?.unwrap_or(false),
        seconds: row.get::<_, Option<u32>>(11)?.unwrap_or(0),
    })
}

/// Readings that stood in closed minutes and were entered anew or taken back afterwards: objective, day measured,
/// meeting; oldest meeting first.
pub(super) fn shown_and_changed(conn: &Connection) -> Result<Vec<(i64, Date, i64)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT i.objective, i.measured_on, i.review
         FROM review r JOIN review_item i ON i.review = r.id
         JOIN reading n ON n.objective = i.objective AND n.measured_on = i.measured_on
         WHERE r.closed_at IS NOT NULL AND (n.seq > r.seq OR n.voided_seq > r.seq)
         ORDER BY i.review, i.position",
    )?;
    let mut rows = statement.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        changed.push((row.get(0)?, cells::day(row, 1)?, row.get(2)?));
    }
    Ok(changed)
}

/// Frozen registers, oldest first.
pub(super) fn snapshots(conn: &Connection) -> Result<Vec<SnapshotRow>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, taken_at, as_of, at_seq, hash, objectives FROM snapshot ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut snapshots = Vec::new();
    while let Some(row) = rows.next()? {
        snapshots.push(SnapshotRow {
            number: row.get(0)?,
            name: cells::text(row, 1)?,
            taken_at: cells::text(row, 2)?,
            as_of: cells::day(row, 3)?,
            seq: cells::seq(row, 4)?,
            hash: cells::text(row, 5)?,
            objectives: row.get(6)?,
        });
    }
    Ok(snapshots)
}
