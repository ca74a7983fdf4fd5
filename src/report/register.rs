//! The register as documented information (6.2, 7.5): the edition and who approved it, the list, the five elements of
//! each plan, the six answers of 9.1 on each metric, what each serves, and every version with its approval.

use super::document::{Block, Cell, Column, Document, Fact, House, Line, Mark, Part, Table};
use super::pack::phrases;
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::period::Frequency;
use crate::domain::snapshot::{FrozenObjective, FrozenVersion, Snapshot};
use crate::domain::words;

/// The document of a register.
pub fn document(snapshot: &Snapshot) -> Document {
    let title = "Register of information security objectives";
    let state = phrases::state(snapshot.seq, &snapshot.head);
    let edition = snapshot.edition.map_or("no edition approved yet".to_owned(), |number| format!("edition {number}"));
    let mut identity = vec![edition, format!("as known on {}", phrases::day(snapshot.as_of)), state.clone()];
    if snapshot.demo {
        identity.push("DEMO: invented data".to_owned());
    }
    let parts = [Some(approval(snapshot)), list(snapshot), plans(snapshot), metrics(snapshot), serves(snapshot)];
    Document {
        title: title.to_owned(),
        organization: snapshot.organization.clone(),
        identity,
        as_of: snapshot.as_of,
        house: House::default(),
        foot: format!("{title}, as known on {}, {state}", phrases::day(snapshot.as_of)),
        parts: parts.into_iter().flatten().chain([versions(snapshot)]).collect(),
    }
}

/// Who stands behind the list.
fn approval(snapshot: &Snapshot) -> Part {
    let count = |lifecycle| snapshot.objectives.iter().filter(|o| o.lifecycle == lifecycle).count();
    let mut lead = format!("{} in force", phrases::count(count(Lifecycle::InForce), "objective", "objectives"));
    for (lifecycle, word) in [(Lifecycle::Draft, "not yet approved"), (Lifecycle::Retired, "closed")] {
        match count(lifecycle) {
            0 => {}
            n => lead.push_str(&format!(", {n} {word}")),
        }
    }
    let mut blocks = vec![Block::Lead(format!("{lead}."))];
    blocks.push(match &snapshot.list {
        Some(list) => {
            let by = if list.people.is_empty() {
                list.body.clone()
            } else {
                format!("{}: {}", list.body, list.people.join(", "))
            };
            let facts = [
                Fact::plain("Edition", list.number.to_string()),
                Fact::plain("Approved on", phrases::day(list.approved_on)),
                Fact::plain("Approved by", by),
                Fact::plain("Stands in", list.minutes.clone()),
                Fact::plain("Why", list.why.clone()),
                Fact::plain("Since then", waiting(snapshot)),
            ];
            let said =
                |fact: &Fact| fact.lines.iter().any(|line| !matches!(line, Line::Plain(text) if text.is_empty()));
            Block::Facts(facts.into_iter().filter(said).collect())
        }
        None => Block::Text(
            "The list as a whole has not been approved as an edition yet; each objective says below who approved it."
                .to_owned(),
        ),
    });
    Part { id: "approval".into(), heading: None, new_page: false, blocks }
}

fn waiting(snapshot: &Snapshot) -> String {
    let drafts: Vec<&str> = snapshot
        .objectives
        .iter()
        .filter(|o| o.draft.is_some() && o.lifecycle != Lifecycle::Retired)
        .map(|o| o.code.as_str())
        .collect();
    match drafts.as_slice() {
        [] => "nothing waits for approval".to_owned(),
        codes => format!(
            "{} for approval: {}",
            if codes.len() == 1 { "1 change waits" } else { "changes wait" },
            codes.join(", ")
        ),
    }
}

/// A table of a part; none where it has no row.
fn part(id: &'static str, heading: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Option<Part> {
    let table = Table { caption: heading.to_owned(), quiet_caption: true, columns, rows, names: 0, dense: true };
    (!table.rows.is_empty()).then(|| Part::headed(id, heading, vec![Block::Table(table)]))
}

fn named(objective: &FrozenObjective) -> Cell {
    Cell::Pair(objective.title.clone(), objective.code.clone())
}

fn running(snapshot: &Snapshot) -> impl Iterator<Item = &FrozenObjective> {
    snapshot.objectives.iter().filter(|objective| objective.lifecycle != Lifecycle::Retired)
}

fn list(snapshot: &Snapshot) -> Option<Part> {
    let row = |objective: &FrozenObjective| {
        let level = objective.level.map(|level| level.to_string()).unwrap_or_default();
        let parent = if objective.parent.is_empty() { String::new() } else { format!("part of {}", objective.parent) };
        let state = match objective.outcome {
            Some(outcome) => {
                let on = objective.retired_on.map(phrases::day).unwrap_or_default();
                Cell::Pair(words::outcome(outcome).to_owned(), on).dated(objective.retired_on)
            }
            None => Cell::Mark(Mark::status(objective.status), String::new()),
        };
        let start = objective.baseline.as_ref().map(|b| format!("from {}", b.value.text())).unwrap_or_default();
        vec![
            named(objective),
            Cell::Pair(objective.function.clone(), phrases::dotted([level.as_str(), &parent])),
            phrases::target(objective, phrases::dotted([words::kind(objective.kind), &start])),
            phrases::on_or(objective.due, "no end date"),
            Cell::Text(phrases::owner(objective)),
            approved(objective),
            state,
        ]
    };
    let columns = vec![
        Column::words("Objective", 24),
        Column::words("Where", 16),
        Column::numbers("Target", 13),
        Column::words("Due", 10),
        Column::words("Owner", 9),
        Column::words("Approved", 17),
        Column::words("Status", 11),
    ];
    part("list", "The list", columns, snapshot.objectives.iter().map(row).collect())
}

/// The version in force with the day of its approval and who gave it; a draft that waits is named.
fn approved(objective: &FrozenObjective) -> Cell {
    let waits = objective.draft.map(|number| format!("draft {number} waits")).unwrap_or_default();
    match (objective.version, objective.approved_on) {
        (Some(number), Some(on)) => Cell::Pair(
            format!("version {number}, {}", phrases::day(on)),
            phrases::dotted([objective.approved_by.as_str(), &waits]),
        ),
        (Some(number), None) => Cell::Pair(format!("version {number}, no approval on record"), waits),
        (None, _) => Cell::Text(waits),
    }
}

/// What will be done, needs, who, when, how results are judged (6.2 h to l).
fn plans(snapshot: &Snapshot) -> Option<Part> {
    let row = |objective: &FrozenObjective| {
        let plan = &objective.plan;
        let granted = plan.grant.as_ref().map(|grant| grant.granted.trim()).filter(|granted| !granted.is_empty());
        let granted = granted.map(|granted| format!("granted {granted}")).unwrap_or_default();
        vec![
            named(objective),
            element(&plan.what),
            Cell::Pair(say(&plan.resources), granted),
            Cell::Text(phrases::owner(objective)),
            phrases::on_or(objective.due, &phrases::due(objective)),
            element(&plan.how_evaluated),
        ]
    };
    let columns = vec![
        Column::words("Objective", 20),
        Column::words("What will be done", 22),
        Column::words("What it needs", 18),
        Column::words("Who", 10),
        Column::words("When", 10),
        Column::words("How results are judged", 20),
    ];
    part("plans", "Plans · 6.2 h to l", columns, running(snapshot).map(row).collect())
}

fn element(text: &str) -> Cell {
    Cell::Text(say(text))
}

/// An element nobody answered is named: a gap that is not shown is not closed.
fn say(text: &str) -> String {
    if text.trim().is_empty() { "not said".to_owned() } else { text.to_owned() }
}

/// What is measured, by which method, when, by whom, when results are evaluated, by whom (9.1 a to f).
fn metrics(snapshot: &Snapshot) -> Option<Part> {
    let row = |objective: &FrozenObjective| {
        let milestone = objective.kind == Kind::Milestone;
        let what =
            if milestone { criteria(objective) } else { Cell::Pair(say(&objective.metric), objective.unit.clone()) };
        let method = if milestone {
            "each criterion is fulfilled or not, with evidence".to_owned()
        } else {
            say(&objective.formula)
        };
        let from = phrases::dotted([objective.data_source.as_str(), &objective.population]);
        vec![
            named(objective),
            what,
            Cell::Pair(method, from),
            Cell::Text(each(objective.frequency).to_owned()),
            Cell::Text(or_owner(&objective.collector, objective)),
            Cell::Text(format!("after {}", each(objective.frequency))),
            Cell::Text(if objective.evaluator.is_empty() {
                "the review meeting".to_owned()
            } else {
                objective.evaluator.clone()
            }),
        ]
    };
    let columns = vec![
        Column::words("Objective", 19),
        Column::words("What is measured", 17),
        Column::words("Method, source", 21),
        Column::words("When", 9),
        Column::words("By whom", 11),
        Column::words("Evaluated", 11),
        Column::words("By whom", 12),
    ];
    part("metrics", "Measurements · 9.1 a to f", columns, running(snapshot).map(row).collect())
}

fn criteria(objective: &FrozenObjective) -> Cell {
    Cell::Text(objective.criteria.iter().map(|criterion| criterion.text.clone()).collect::<Vec<_>>().join("; "))
}

fn or_owner(said: &str, objective: &FrozenObjective) -> String {
    if said.is_empty() { phrases::owner(objective) } else { said.to_owned() }
}

fn each(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::W => "each week",
        Frequency::M => "each month",
        Frequency::Q => "each quarter",
        Frequency::H => "each half-year",
        Frequency::Y => "each year",
    }
}

/// Which promise, risk or requirement each one serves (6.2 a, c).
fn serves(snapshot: &Snapshot) -> Option<Part> {
    let row = |objective: &FrozenObjective| {
        let own = |link: &crate::domain::objective::Link| format!("{} {}", link.kind, link.reference);
        let links: Vec<String> = objective.links.iter().map(own).collect();
        let serves = match (links.is_empty(), objective.parent.is_empty()) {
            (false, _) => links.join(", "),
            (true, false) => format!("through {}", objective.parent),
            (true, true) => "nothing yet".to_owned(),
        };
        let because: Vec<&str> = objective.links.iter().map(|l| l.because.as_str()).filter(|b| !b.is_empty()).collect();
        vec![
            named(objective),
            Cell::Text(serves),
            Cell::Text(because.join("; ")),
            Cell::Text(objective.why_target.clone()),
        ]
    };
    let columns = vec![
        Column::words("Objective", 24),
        Column::words("Serves", 22),
        Column::words("Because", 27),
        Column::words("Why this target", 27),
    ];
    part("serves", "What they serve · 6.2 a, c", columns, running(snapshot).map(row).collect())
}

/// Every version with its approval: the newest of each objective first.
fn versions(snapshot: &Snapshot) -> Part {
    let row = |objective: &FrozenObjective, version: &FrozenVersion| {
        let approved = match (version.draft, version.approved_on) {
            (true, _) => Cell::Text("waits for approval".to_owned()),
            (false, Some(day)) => Cell::day(
                day,
                phrases::day(day),
                phrases::dotted([version.approved_by.as_str(), &version.approvers.join(", "), &version.approved_ref]),
            ),
            (false, None) => Cell::Text("not recorded".to_owned()),
        };
        vec![
            Cell::Text(objective.code.clone()),
            phrases::counted(version.number, version.number.to_string(), String::new()),
            phrases::on(version.recorded_on),
            phrases::version_target(objective, version),
            approved,
            Cell::Pair(version.reason.clone(), version.changes.join("; ")),
        ]
    };
    let rows: Vec<Vec<Cell>> =
        snapshot.objectives.iter().flat_map(|o| o.versions.iter().rev().map(move |version| row(o, version))).collect();
    let blocks = if rows.is_empty() {
        vec![Block::Text("Nothing has been written yet.".to_owned())]
    } else {
        vec![Block::Table(Table {
            caption: "Versions, the newest of each objective first".to_owned(),
            quiet_caption: true,
            columns: vec![
                Column::words("Objective", 10),
                Column::numbers("Version", 8),
                Column::words("Written", 12),
                Column::words("Target, due", 15),
                Column::words("Approved", 24),
                Column::words("Why, and what it changed", 31),
            ],
            rows,
            names: 0,
            dense: true,
        })]
    };
    Part::headed("versions", "Versions and approvals · 7.5", blocks)
}
