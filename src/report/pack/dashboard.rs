//! The first page: where we stand, every objective in one row, what to decide, what is late.

use super::phrases;
use super::wanted::wanted;
use crate::domain::objective::Kind;
use crate::domain::snapshot::{FrozenObjective, Snapshot};
use crate::domain::status::{Freshness, Status};
use crate::domain::words;
use crate::report::chart;
use crate::report::document::{Block, Cell, Column, Items, Mark, Part, Table, Tally};

/// Most decisions asked for on the first page.
const DECISIONS: usize = 3;
/// Rows that fit on one page with air around them; more are set tighter, so that the decisions stay on the page.
const AIRY_ROWS: usize = 12;
/// Most late actions named on the first page.
const LATE_ACTIONS: usize = 4;

/// Where a reader finds what the page has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// In later parts of the same paper.
    Below,
    /// The page stands alone.
    Nowhere,
}

impl More {
    fn tells(self, more: usize, part: &str) -> String {
        match self {
            More::Below => format!("{more} more under “{part}”."),
            More::Nowhere => format!("And {more} more."),
        }
    }
}

/// The dashboard; `since` says what changed.
pub fn part(snapshot: &Snapshot, since: String, more: More) -> Part {
    let mut blocks = vec![
        Block::Lead(summary(snapshot)),
        Block::Text(since),
        Block::Tallies(vec![statuses(snapshot), measured(snapshot)]),
        table(snapshot),
    ];
    let outside: Vec<String> = outside(snapshot).map(|o| format!("{} {}", o.code, words::status(o.status).1)).collect();
    if !outside.is_empty() {
        blocks.push(Block::Note(format!("Not in force and not listed here: {}.", outside.join(", "))));
    }
    blocks.push(Block::Columns(decisions_wanted(snapshot, more), late_actions(snapshot, more)));
    // The first part goes without a heading: the paper's title is one.
    Part { id: "dashboard".into(), heading: None, new_page: false, blocks }
}

fn outside(snapshot: &Snapshot) -> impl Iterator<Item = &FrozenObjective> {
    snapshot.objectives.iter().filter(|o| matches!(o.status, Status::Retired | Status::Draft))
}

fn running(snapshot: &Snapshot) -> impl Iterator<Item = &FrozenObjective> {
    snapshot.objectives.iter().filter(|o| !matches!(o.status, Status::Retired | Status::Draft))
}

/// One sentence a person can say aloud.
fn summary(snapshot: &Snapshot) -> String {
    let all = running(snapshot).count();
    let lagging = running(snapshot).filter(|o| o.is_lagging()).count();
    let late = running(snapshot).filter(|o| matches!(o.freshness, Freshness::Overdue | Freshness::Never)).count();
    let attention = match (all, lagging) {
        (0, _) => "No objective is in force.".to_owned(),
        (_, 0) => format!("None of the {all} objectives in force needs attention."),
        (1, _) => "The one objective in force needs attention.".to_owned(),
        (_, 1) => format!("1 of {all} objectives in force needs attention."),
        _ => format!("{lagging} of {all} objectives in force need attention."),
    };
    let lateness = match (all, late) {
        (0, _) => "",
        (_, 0) => " No reading is late.",
        (_, 1) => " For 1 the readings are late.",
        _ => &format!(" For {late} the readings are late."),
    };
    format!("{attention}{lateness}")
}

fn statuses(snapshot: &Snapshot) -> Tally {
    let order = [
        Status::OffTrack,
        Status::Missed,
        Status::Unknown,
        Status::AtRisk,
        Status::NotStarted,
        Status::OnTrack,
        Status::Achieved,
        Status::Draft,
        Status::Retired,
    ];
    // These four are said even when there are none: silence is never green.
    let always = [Status::OffTrack, Status::Unknown, Status::AtRisk, Status::OnTrack];
    let counts = order
        .into_iter()
        .map(|status| {
            let counted = snapshot.by_status.iter().find(|c| c.status == status).map_or(0, |c| c.objectives);
            (status, counted)
        })
        .filter(|(status, counted)| *counted > 0 || always.contains(status))
        .map(|(status, counted)| (Some(Mark::status(status)), counted, words::status(status).1.to_owned()))
        .collect();
    Tally { heading: "Objectives".into(), counts }
}

fn measured(snapshot: &Snapshot) -> Tally {
    let always = [Freshness::Current, Freshness::Overdue];
    let order = [Freshness::Current, Freshness::Due, Freshness::Overdue, Freshness::Never, Freshness::NotDue];
    let counts = order
        .into_iter()
        .map(|freshness| {
            let counted = snapshot.by_freshness.iter().find(|c| c.freshness == freshness).map_or(0, |c| c.objectives);
            (freshness, counted)
        })
        .filter(|(freshness, counted)| *counted > 0 || always.contains(freshness))
        .map(|(freshness, counted)| (None, counted, words::freshness(freshness).to_owned()))
        .collect();
    Tally { heading: "Measured".into(), counts }
}

fn table(snapshot: &Snapshot) -> Block {
    let row = |objective: &FrozenObjective| {
        let (measured, since) = phrases::measured(objective);
        let parent = if objective.parent.is_empty() { String::new() } else { format!("part of {}", objective.parent) };
        vec![
            Cell::Mark(Mark::status(objective.status), String::new()),
            Cell::Pair(
                objective.title.clone(),
                phrases::dotted([objective.code.as_str(), &phrases::owner(objective), &parent]),
            ),
            phrases::last_value_cell(objective, last_value(objective)),
            phrases::target_cell(objective),
            trend(objective),
            Cell::Pair(measured, since),
        ]
    };
    let rows: Vec<Vec<Cell>> = running(snapshot).map(row).collect();
    Block::Table(Table {
        caption: "All objectives in force, what needs attention first".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Status", 12),
            Column::words("Objective, owner", 33),
            Column::numbers("Last value", 17),
            Column::numbers("Target, due", 13),
            Column::words("Last 12 periods", 15),
            Column::words("Measured", 10),
        ],
        dense: rows.len() > AIRY_ROWS,
        rows,
        names: 1,
    })
}

/// The last value, with an arrow where its values go somewhere.
fn last_value(objective: &FrozenObjective) -> String {
    let arrow = objective.arrow.map(|arrow| format!("{} ", arrow.sign())).unwrap_or_default();
    format!("{arrow}{}", phrases::last_value(objective))
}

/// The last periods as a line; a milestone has criteria instead.
fn trend(objective: &FrozenObjective) -> Cell {
    if objective.series.is_empty() && objective.kind == Kind::Milestone {
        let signs: Vec<&str> = objective.criteria.iter().map(|c| if c.done.is_some() { "✓" } else { "○" }).collect();
        return Cell::Text(signs.join(" "));
    }
    Cell::Trend(chart::trend(objective))
}

/// What the meeting is asked for first.
fn decisions_wanted(snapshot: &Snapshot, place: More) -> Items {
    let wanted = wanted(snapshot);
    let more = wanted.len().saturating_sub(DECISIONS);
    Items {
        heading: "Decisions wanted".into(),
        numbered: true,
        note: match (wanted.len(), more) {
            (0, _) => "None.".to_owned(),
            (_, 0) => String::new(),
            _ => place.tells(more, "Decisions of the meeting"),
        },
        entries: wanted
            .into_iter()
            .take(DECISIONS)
            .map(|asked| (Some(asked.mark), asked.code, format!("{}: {}", asked.title, asked.question)))
            .collect(),
    }
}

fn late_actions(snapshot: &Snapshot, place: More) -> Items {
    let late = || snapshot.open_actions.iter().filter(|a| a.due.is_some_and(|due| due < snapshot.as_of));
    let entry = |action: &crate::domain::review::Action| {
        let days = action.due.map_or(0, |due| (snapshot.as_of - due).num_days());
        let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
        let code = if action.code.is_empty() { "General" } else { &action.code };
        let late = phrases::count(days as usize, "day", "days");
        (None, code.to_owned(), format!("{}, {owner}, {late} late.", action.text))
    };
    let (number, more) = (late().count(), late().count().saturating_sub(LATE_ACTIONS));
    Items {
        heading: "Late actions".into(),
        numbered: false,
        note: match (number, more) {
            (0, _) => "None.".to_owned(),
            (_, 0) => String::new(),
            _ => place.tells(more, "Actions from the last review"),
        },
        entries: late().take(LATE_ACTIONS).map(entry).collect(),
    }
}
