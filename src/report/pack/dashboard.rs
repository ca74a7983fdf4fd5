//! The first page: where we stand, every objective in one row, what to decide, what is late.

use super::phrases;
use crate::domain::changes::Changes;
use crate::domain::objective::Kind;
use crate::domain::reading::DecisionKind;
use crate::domain::snapshot::{FrozenObjective, Snapshot};
use crate::domain::status::{Freshness, Status};
use crate::domain::words;
use crate::report::chart;
use crate::report::document::{Block, Cell, Column, Items, Mark, Part, Table, Tally};

/// Most decisions asked for on the first page.
const DECISIONS: usize = 3;
/// Rows that fit on one page with air around them; more are set tighter, so that the decisions stay on the page.
const AIRY_ROWS: usize = 12;
/// Most codes named that moved one way.
const MOVED: usize = 5;
/// Most late actions named on the first page.
const LATE_ACTIONS: usize = 4;

/// The dashboard.
pub fn part(snapshot: &Snapshot, changes: Option<&Changes>) -> Part {
    let mut blocks = vec![
        Block::Lead(summary(snapshot, changes)),
        Block::Tallies(vec![statuses(snapshot), measured(snapshot)]),
        table(snapshot),
    ];
    let retired: Vec<&str> = closed(snapshot).map(|o| o.code.as_str()).collect();
    if !retired.is_empty() {
        blocks.push(Block::Note(format!("Closed and not listed here: {}.", retired.join(", "))));
    }
    blocks.push(Block::Columns(decisions_wanted(snapshot), late_actions(snapshot)));
    Part { id: "dashboard".into(), heading: None, new_page: false, blocks }
}

fn closed(snapshot: &Snapshot) -> impl Iterator<Item = &FrozenObjective> {
    snapshot.objectives.iter().filter(|o| o.status == Status::Retired)
}

fn running(snapshot: &Snapshot) -> impl Iterator<Item = &FrozenObjective> {
    snapshot.objectives.iter().filter(|o| !matches!(o.status, Status::Retired | Status::Draft))
}

/// One sentence a person can say aloud.
fn summary(snapshot: &Snapshot, changes: Option<&Changes>) -> String {
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
    format!("{attention}{lateness}{}", changes.map(movement).unwrap_or_default())
}

/// Who needs more attention than in the snapshot before, and who less.
fn movement(changes: &Changes) -> String {
    let judged = |status| !matches!(status, Status::Draft | Status::Retired);
    let moved = |worse: bool| {
        let rank = |(status, freshness): (Status, Freshness)| status.attention(freshness);
        let codes: Vec<&str> = changes
            .status
            .iter()
            .filter(|c| judged(c.before.0) && judged(c.now.0))
            .filter(|c| if worse { rank(c.now) < rank(c.before) } else { rank(c.now) > rank(c.before) })
            .map(|c| c.code.as_str())
            .collect();
        let more = codes.len().saturating_sub(MOVED);
        let named = codes.iter().take(MOVED).copied().collect::<Vec<_>>().join(", ");
        match (codes.len(), more) {
            (0, _) => None,
            (_, 0) => Some(named),
            _ => Some(format!("{named} and {more} more")),
        }
    };
    let since = format!(" Since snapshot {}:", changes.since);
    match (moved(true), moved(false)) {
        (None, None) => String::new(),
        (Some(worse), None) => format!("{since} worse {worse}."),
        (None, Some(better)) => format!("{since} better {better}."),
        (Some(worse), Some(better)) => format!("{since} worse {worse}; better {better}."),
    }
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
            Cell::Pair(last_value(objective), phrases::last_period(objective)),
            Cell::Pair(objective.target_text.clone(), phrases::due(objective)),
            trend(objective),
            Cell::Pair(measured, since),
        ]
    };
    let rows: Vec<Vec<Cell>> = snapshot.objectives.iter().filter(|o| o.status != Status::Retired).map(row).collect();
    Block::Table(Table {
        caption: "All objectives, what needs attention first".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Status", 12),
            Column::words("Objective, owner", 33),
            Column::numbers("Last value", 16),
            Column::numbers("Target, due", 13),
            Column::words("Last 12 periods", 16),
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

/// What the meeting is asked for, in the order of attention.
fn decisions_wanted(snapshot: &Snapshot) -> Items {
    let wanted: Vec<(Option<Mark>, String, String)> = running(snapshot)
        .filter_map(|o| Some((Some(Mark::status(o.status)), o.code.clone(), question(o, snapshot)?)))
        .collect();
    let more = wanted.len().saturating_sub(DECISIONS);
    Items {
        heading: "Decisions wanted".into(),
        numbered: true,
        note: match (wanted.len(), more) {
            (0, _) => "None.".to_owned(),
            (_, 0) => String::new(),
            _ => format!("{more} more under “Objectives that lag”."),
        },
        entries: wanted.into_iter().take(DECISIONS).collect(),
    }
}

/// Why an objective needs a decision now; none where the last one still stands.
fn question(objective: &FrozenObjective, snapshot: &Snapshot) -> Option<String> {
    let title = &objective.title;
    let last = objective.last_decision();
    if let Some(escalated) = last.filter(|d| d.kind == DecisionKind::Escalate && objective.is_lagging()) {
        return Some(format!("{title}: escalated on {}. {}", phrases::day(escalated.on), escalated.text));
    }
    let ended = |until: &crate::domain::period::Date| *until < snapshot.as_of;
    if let Some(until) = last.and_then(|d| d.until).filter(ended) {
        return Some(format!("{title}: accepted until {}, which has passed.", phrases::day(until)));
    }
    let reading = objective.last_reading.as_ref();
    let answered = match (last, reading) {
        (Some(decision), Some(reading)) => {
            decision.on > reading.period_end || decision.measured_on == Some(reading.measured_on)
        }
        (Some(_), None) => true,
        (None, _) => false,
    };
    match objective.status {
        Status::OffTrack | Status::Missed if !answered => {
            let which = reading.map(|r| format!(" the {} reading", r.label)).unwrap_or_else(|| " it".to_owned());
            Some(format!("{title}: nothing decided yet on{which}."))
        }
        Status::Unknown => Some(format!("{title}: {}.", unknown(objective))),
        _ if objective.draft.is_some() && objective.version.is_some() => {
            Some(format!("{title}: version {} waits for approval.", objective.draft.unwrap_or_default()))
        }
        _ => None,
    }
}

fn unknown(objective: &FrozenObjective) -> String {
    match objective.missed_periods {
        0 => "no data; who measures it, and from when".to_owned(),
        missed => format!("no reading for {}; who measures it", phrases::periods(objective, missed)),
    }
}

fn late_actions(snapshot: &Snapshot) -> Items {
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
            _ => format!("{more} more under “Open actions”."),
        },
        entries: late().take(LATE_ACTIONS).map(entry).collect(),
    }
}
