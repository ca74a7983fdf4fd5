//! Proposals for the list (9.3.2 g): what to close, what waits for approval, what nobody pursues yet, and what could be
//! better.

use super::changed;
use super::context::told;
use super::phrases;
use crate::domain::changes::Changes;
use crate::domain::objective::Lifecycle;
use crate::domain::reading::DecisionKind;
use crate::domain::review::AgendaTopic;
use crate::domain::snapshot::{FrozenObjective, Snapshot};
use crate::domain::status::Status;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// The part.
pub fn part(snapshot: &Snapshot, changes: Option<&Changes>) -> Part {
    let rows = [retire(snapshot), restate(snapshot), add(snapshot)].concat();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Text(
            "Nothing waits for approval, nothing is to be closed, no source asks for an objective.".to_owned(),
        ));
    } else {
        blocks.push(Block::Table(Table {
            caption: "Proposals for the list".to_owned(),
            quiet_caption: true,
            columns: vec![Column::words("Proposal", 14), Column::words("About", 38), Column::words("Why", 48)],
            rows,
            names: 1,
            dense: false,
        }));
    }
    let list = changes.map(changed::list).filter(|table| !table.rows.is_empty());
    blocks.extend(list.map(Block::Table));
    blocks.push(Block::Facts(vec![told(snapshot, AgendaTopic::ImprovementOpportunities)]));
    Part::headed("proposals", "Proposals and improvement · 9.3.2 g", blocks)
}

fn proposal(what: &str, title: &str, code: &str, why: String) -> Vec<Cell> {
    vec![Cell::Text(what.to_owned()), Cell::Pair(title.to_owned(), code.to_owned()), Cell::Text(why)]
}

/// Achieved or missed and still open; decided to be closed and still open.
fn retire(snapshot: &Snapshot) -> Vec<Vec<Cell>> {
    let row = |objective: &FrozenObjective| {
        let decided = objective.last_decision().filter(|d| d.kind == DecisionKind::Retire);
        let why = match (objective.status, decided) {
            (Status::Retired | Status::Draft, _) => return None,
            (_, Some(decision)) => format!("decided on {}: {}", phrases::day(decision.on), decision.text),
            (Status::Achieved, _) => format!("{}; it can be closed as achieved", objective.why),
            (Status::Missed, _) => format!("{}; close it, move its date, or replace it", objective.why),
            _ => return None,
        };
        Some(proposal("Close", &objective.title, &objective.code, phrases::sentence(&why)))
    };
    snapshot.objectives.iter().filter_map(row).collect()
}

/// Versions that wait beside one in force; targets and dates a meeting decided to change.
fn restate(snapshot: &Snapshot) -> Vec<Vec<Cell>> {
    let row = |objective: &FrozenObjective| {
        if objective.lifecycle != Lifecycle::InForce {
            return None;
        }
        if let Some(number) = objective.draft {
            let draft = objective.versions.iter().find(|version| version.number == number);
            let (changes, reason) = draft.map(|d| (d.changes.join("; "), d.reason.clone())).unwrap_or_default();
            let why = phrases::dotted([changes.as_str(), &reason]);
            return Some(proposal("Approve change", &objective.title, &objective.code, why));
        }
        let last = objective.last_decision()?;
        let moved = matches!(last.kind, DecisionKind::Retarget | DecisionKind::Extend);
        let drafted = objective.versions.iter().any(|version| version.recorded_on >= last.on);
        (moved && !drafted).then(|| {
            let why = format!("{}, not drafted yet: {}", phrases::decided(last), last.text);
            proposal(phrases::CHANGE, &objective.title, &objective.code, phrases::sentence(&why))
        })
    };
    snapshot.objectives.iter().filter_map(row).collect()
}

/// New objectives that wait, and sources nobody pursues.
fn add(snapshot: &Snapshot) -> Vec<Vec<Cell>> {
    let drafts = snapshot.objectives.iter().filter(|o| o.lifecycle == Lifecycle::Draft).map(|o| {
        let why = if o.why_target.is_empty() { "drafted, waits for approval".to_owned() } else { o.why_target.clone() };
        proposal("Approve new", &o.title, &o.code, phrases::sentence(&why))
    });
    let sources = snapshot.sources.iter().filter(|frozen| frozen.uncovered).map(|frozen| {
        let source = &frozen.source;
        let level = if source.level.is_empty() { String::new() } else { format!(" ({})", source.level) };
        proposal(
            "Add",
            &source.title,
            &source.name(),
            format!("{}{level} has no objective", phrases::capital(&source.name())),
        )
    });
    drafts.chain(sources).collect()
}
