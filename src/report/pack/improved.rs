//! What improved over the certification cycle (10.1): first and newest value of each objective, and how closed ones ended.

use super::phrases;
use crate::domain::improvement::{Course, Development, cycle_from, developments};
use crate::domain::objective::{ClosingOutcome, Kind};
use crate::domain::snapshot::{FrozenObjective, FrozenPeriod, Snapshot};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Mark, Part, Table, Tone};

/// The part; none where nothing was ever measured or closed.
pub fn part(snapshot: &Snapshot) -> Option<Part> {
    let developments = developments(snapshot);
    let told: Vec<&Development> = developments.iter().filter(|d| d.values.is_some() || d.ended.is_some()).collect();
    if told.is_empty() {
        return None;
    }
    let table = Table {
        caption: "First and newest value of each objective".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Objective", 36),
            Column::numbers("First value", 16),
            Column::numbers("Newest value", 16),
            Column::words("Which way", 14),
            Column::words("What became of it", 18),
        ],
        rows: told.iter().map(|development| row(development)).collect(),
        names: 0,
        dense: true,
    };
    let blocks = vec![
        Block::Lead(lead(&told)),
        Block::Table(table),
        Block::Note(
            "Each objective is compared with itself alone; they count different things, so nothing is added up or averaged."
                .to_owned(),
        ),
    ];
    let since = format!("What improved since {} · 10.1", phrases::day(cycle_from(snapshot.as_of)));
    Some(Part::headed("improved", first_reading(snapshot).unwrap_or(since), blocks))
}

/// A register younger than a cycle starts with its first reading.
fn first_reading(snapshot: &Snapshot) -> Option<String> {
    let first = snapshot
        .objectives
        .iter()
        .flat_map(|o| o.series.iter().find(|p| p.value.is_some()))
        .map(|p| p.period_start)
        .min()?;
    (first > cycle_from(snapshot.as_of))
        .then(|| format!("What improved since {}, the first readings · 10.1", phrases::day(first)))
}

fn lead(told: &[&Development]) -> String {
    let going = |course| told.iter().filter(|d| d.ended.is_none() && d.course == course).count();
    let ended =
        |outcomes: &[ClosingOutcome]| told.iter().filter(|d| d.ended.is_some_and(|o| outcomes.contains(&o))).count();
    let achieved = ended(&[ClosingOutcome::Achieved, ClosingOutcome::AchievedLate]);
    let replaced = ended(&[ClosingOutcome::Superseded, ClosingOutcome::Transferred]);
    let other = ended(&[ClosingOutcome::Missed, ClosingOutcome::Cancelled]);
    let (better, worse, same) = (going(Course::Better), going(Course::Worse), going(Course::Same));
    let running = match better + worse + same {
        0 => "No objective still running has two values to compare".to_owned(),
        all => format!(
            "Of {} still running with values to compare, {better} improved, {worse} became worse, {same} stayed the same",
            phrases::count(all, "objective", "objectives")
        ),
    };
    let closed =
        [(achieved, "achieved"), (replaced, "replaced or carried on elsewhere"), (other, "missed or given up")];
    let closed: Vec<String> = closed.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let closed = if closed.is_empty() { String::new() } else { format!(" Closed: {}.", closed.join(", ")) };
    format!("{running}.{closed}")
}

fn row(development: &Development) -> Vec<Cell> {
    let objective = development.objective;
    let value = |period: &FrozenPeriod| {
        Cell::amount(period.shown.clone(), period.value.clone(), objective.unit_is_percent(), period.label.clone())
    };
    let (first, newest) = match development.values {
        Some((first, newest)) => (value(first), value(newest)),
        None => (Cell::Text(String::new()), Cell::Text(only(objective))),
    };
    let target =
        if objective.kind == Kind::Milestone { String::new() } else { format!("target {}", objective.target_text) };
    vec![
        Cell::Pair(objective.title.clone(), phrases::dotted([objective.code.as_str(), &target])),
        first,
        newest,
        course(development),
        became(objective),
    ]
}

/// Where there are no two values to compare.
fn only(objective: &FrozenObjective) -> String {
    if objective.kind == Kind::Milestone { phrases::last_value(objective) } else { String::new() }
}

fn course(development: &Development) -> Cell {
    let (symbol, word, tone) = match development.course {
        Course::Better => ("↑", "better", Tone::Good),
        Course::Same => ("=", "the same", Tone::Quiet),
        Course::Worse => ("↓", "worse", Tone::Watch),
        Course::Unknown => return Cell::Text(String::new()),
    };
    let anew = development.anew_since.map(|day| format!("counted anew since {}", phrases::day(day)));
    Cell::Mark(Mark { symbol, word, tone }, anew.unwrap_or_default())
}

fn became(objective: &FrozenObjective) -> Cell {
    let Some(outcome) = objective.outcome else { return Cell::Mark(Mark::status(objective.status), String::new()) };
    let on = objective.retired_on.map(phrases::day).unwrap_or_default();
    let by = if objective.successor.is_empty() { String::new() } else { format!(", now {}", objective.successor) };
    let alone = objective.retired_on.filter(|_| by.is_empty());
    Cell::Pair(phrases::capital(words::outcome(outcome)), format!("{on}{by}")).dated(alone)
}
