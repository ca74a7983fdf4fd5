//! What the meeting leaves behind: corrections looked at, actions, changes of the list, the next date.

use super::super::document::{Block, Cell, Column, Fact, Line, Part};
use super::agenda::table;
use super::part;
use crate::domain::minutes::{ListChange, MinutedAction, Minutes};
use crate::domain::review::CorrectionNote;
use crate::domain::words;

pub(super) fn corrections(minutes: &Minutes) -> Option<Part> {
    let row = |note: &CorrectionNote| {
        let new = if note.new.is_empty() { "taken back" } else { &note.new };
        let seen = format!("review {}, {}: {}", note.shown_in, words::day(note.shown_on), note.seen_by.join(", "));
        vec![
            Cell::Pair(note.code.clone(), note.label.clone()),
            Cell::Pair(format!("{} → {new}", note.old), note.reason.clone()),
            Cell::Text(seen),
            Cell::Text(stands(note)),
        ]
    };
    let columns = vec![
        Column::words("Objective", 18),
        Column::words("Value", 26),
        Column::words("Who saw the old one", 30),
        Column::words("Does the decision stand?", 26),
    ];
    let rows = minutes.corrections.iter().map(row).collect();
    part(
        "corrections",
        "Corrected after it was shown",
        table("Values that were shown and are others now", columns, rows),
    )
}

/// `stands: the same verdict`, `does not stand: …`, `not answered yet`
pub(super) fn stands(note: &CorrectionNote) -> String {
    match &note.answer {
        None => "not answered yet".to_owned(),
        Some(answer) if answer.stands => format!("stands: {}", answer.reason),
        Some(answer) => format!("does not stand: {}", answer.reason),
    }
}

pub(super) fn carried(minutes: &Minutes) -> Option<Part> {
    part("earlier", "Actions of earlier meetings", actions("Actions of earlier meetings", &minutes.carried))
}

pub(super) fn agreed(minutes: &Minutes) -> Option<Part> {
    part("agreed", "Actions agreed", actions("Actions agreed in this meeting", &minutes.actions))
}

fn actions(caption: &str, actions: &[MinutedAction]) -> Vec<Block> {
    let row = |action: &MinutedAction| {
        let due = action.due.map(words::day).unwrap_or_else(|| "no date".to_owned());
        let cause = if action.cause.is_empty() { String::new() } else { format!("removes: {}", action.cause) };
        let state = words::action_state(action.state).to_owned();
        vec![
            Cell::Pair(action.text.clone(), cause),
            Cell::Text(action.code.clone()),
            Cell::Text(action.owner.clone()),
            Cell::Text(due),
            Cell::Pair(state, action.evidence.clone()),
        ]
    };
    let columns = vec![
        Column::words("Action", 38),
        Column::words("For", 12),
        Column::words("Who", 16),
        Column::words("By", 14),
        Column::words("State", 20),
    ];
    table(caption, columns, actions.iter().map(row).collect())
}

pub(super) fn changes(minutes: &Minutes) -> Option<Part> {
    let row = |change: &ListChange| {
        vec![
            Cell::Pair(change.code.clone(), change.title.clone()),
            Cell::Pair(words::change(change.kind).to_owned(), change.what.clone()),
            Cell::Text(change.reason.clone()),
            Cell::Text(approval(change)),
        ]
    };
    let columns = vec![
        Column::words("Objective", 26),
        Column::words("Change", 32),
        Column::words("Why", 22),
        Column::words("Approved", 20),
    ];
    let rows = minutes.changes.iter().map(row).collect();
    part("changes", "Changes of the list", table("Changes of the list", columns, rows))
}

/// Who approved it, or that it waits.
pub(super) fn approval(change: &ListChange) -> String {
    let on = change.approved_on.map(|day| format!(", {}", words::day(day))).unwrap_or_default();
    match (change.waits, change.approved_by.as_str()) {
        (true, _) => "waits for approval".to_owned(),
        (false, "") => "no approval recorded".to_owned(),
        (false, by) => format!("{by}{on}"),
    }
}

pub(super) fn end(minutes: &Minutes) -> Part {
    let mut facts = Vec::new();
    let mut say = |label, text: String| {
        if !text.is_empty() {
            facts.push(Fact { label, lines: vec![Line::Plain(text)] });
        }
    };
    say("Changes in the list", minutes.refresh.clone());
    say("No change because", minutes.no_change.clone());
    say("Next meeting", minutes.next_date.map(words::day).unwrap_or_else(|| "no date agreed".to_owned()));
    say("Kept by", minutes.closed_by.clone());
    Part { id: "end", heading: Some("Agreed at the end"), new_page: false, blocks: vec![Block::Facts(facts)] }
}
