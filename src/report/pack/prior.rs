//! Actions from the last review (9.3.2 a): what is late, what is open, what was done, and what followed the decisions.

use super::{Frozen, phrases, since};
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::review::Action;
use crate::domain::snapshot::{FrozenDecision, FrozenObjective, Snapshot};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// Most decisions told; the newest.
const DECISIONS: usize = 20;

/// The part.
pub fn part(frozen: &Frozen) -> Part {
    let snapshot = frozen.snapshot;
    let since_day = frozen.previous.map(|previous| previous.as_of);
    let done = done_since(snapshot, since_day);
    let late = snapshot.open_actions.iter().filter(|a| a.due.is_some_and(|due| due < snapshot.as_of)).count();
    let mut blocks = vec![Block::Lead(lead(snapshot.open_actions.len(), late, done.len()))];
    let rows: Vec<Vec<Cell>> =
        snapshot.open_actions.iter().chain(done).map(|action| row(action, snapshot.as_of)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(actions(rows)));
    }
    let decided = decided(frozen);
    if !decided.is_empty() {
        blocks.push(Block::Table(decisions(decided)));
    }
    Part::headed("actions", "Actions from the last review · 9.3.2 a", blocks).on_a_new_page()
}

fn lead(open: usize, late: usize, done: usize) -> String {
    let open = match (open, late) {
        (0, _) => "No action is open".to_owned(),
        (open, 0) => format!("{} open, none late", phrases::count(open, "action is", "actions are")),
        (open, late) => format!("{} open, {late} of them late", phrases::count(open, "action is", "actions are")),
    };
    format!("{open}; {} done since the last review.", if done == 0 { "none".to_owned() } else { done.to_string() })
}

/// Done since the day of the snapshot before; of the first snapshot, all of them.
fn done_since(snapshot: &Snapshot, since: Option<Date>) -> Vec<&Action> {
    let later = |action: &&Action| since.is_none_or(|since| action.done_on.is_some_and(|day| day > since));
    snapshot.done_actions.iter().filter(later).collect()
}

fn actions(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        caption: "Actions: open ones by date, then those done since".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("State", 15),
            Column::words("Objective", 10),
            Column::words("Action", 45),
            Column::words("Owner", 16),
            Column::words("Due", 14),
        ],
        rows,
        names: 2,
        dense: false,
    }
}

fn row(action: &Action, as_of: Date) -> Vec<Cell> {
    let (mark, note) = phrases::action_mark(action, as_of);
    let agreed = action.review.map(|number| format!("agreed in review {number}")).unwrap_or_default();
    let cause = if action.cause.is_empty() { String::new() } else { format!("cause: {}", action.cause) };
    vec![
        Cell::Mark(mark, note),
        Cell::Text(action.code.clone()),
        Cell::Pair(action.text.clone(), phrases::dotted([agreed.as_str(), &cause, &action.evidence])),
        Cell::Text(if action.owner.is_empty() { "nobody named".to_owned() } else { action.owner.clone() }),
        phrases::on_or(action.due, "no date"),
    ]
}

/// Decisions of the last review and later ones, newest first, each with its objective.
fn decided<'a>(frozen: &Frozen<'a>) -> Vec<Vec<Cell>> {
    let snapshot = frozen.snapshot;
    let since = frozen.previous.map(|previous| {
        let held = since::meeting(previous).map(|review| review.date);
        held.unwrap_or(previous.as_of).min(previous.as_of)
    });
    let mut decisions: Vec<(&FrozenDecision, &FrozenObjective)> = snapshot
        .objectives
        .iter()
        .flat_map(|objective| objective.decisions.iter().map(move |decision| (decision, objective)))
        .filter(|(decision, _)| since.is_none_or(|since| decision.on >= since))
        // To go on as before without a word is no news.
        .filter(|(decision, _)| decision.kind != DecisionKind::Continue || !decision.text.is_empty())
        .collect();
    decisions.sort_by(|(a, x), (b, y)| (b.on, &x.code).cmp(&(a.on, &y.code)));
    decisions.truncate(DECISIONS);
    decisions.into_iter().map(|(decision, objective)| decision_row(decision, objective)).collect()
}

fn decision_row(decision: &FrozenDecision, objective: &FrozenObjective) -> Vec<Cell> {
    let until = decision.until.map(|until| format!("until {}", phrases::day(until))).unwrap_or_default();
    vec![
        phrases::on(decision.on),
        Cell::Text(objective.code.clone()),
        Cell::Pair(phrases::capital(words::decision(decision.kind)), until).dated(decision.until),
        Cell::Pair(decision.text.clone(), phrases::decided_by(decision)),
        Cell::Text(decision.followed.join("; ")),
    ]
}

fn decisions(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        caption: "Decided then and since, and what followed".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("Day", 12),
            Column::words("Objective", 10),
            Column::words("Decision", 13),
            Column::words("In words", 31),
            Column::words("What followed", 34),
        ],
        rows,
        names: 1,
        dense: false,
    }
}
