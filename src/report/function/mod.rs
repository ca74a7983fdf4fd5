//! The page of a function, a person or a role: what they pursue and why, how it goes, what is due when, whom to tell.

mod dates;
mod objective;

use super::chart;
use super::document::{Block, Cell, Column, ContentsEntry, Document, Fact, House, Mark, Part, Table};
use super::pack::phrases;
use crate::domain::briefing::{Briefing, Pursued};
use crate::domain::objective::Kind;
use crate::domain::period::Date;
use crate::domain::reply::Subject;
use crate::domain::snapshot::FrozenObjective;
use crate::domain::status::Status;
use crate::domain::words::{self, counted};

/// The page.
pub fn document(briefing: &Briefing) -> Document {
    let asked = &briefing.asked;
    let mut parts = vec![where_they_stand(briefing)];
    parts.extend(dates::part(briefing));
    parts.extend(reported(briefing));
    parts.extend(briefing.pursued.iter().zip(1..).map(|(pursued, number)| objective::part(pursued, number)));
    let demo = asked.demo.then(|| "sample register".to_owned());
    let subject = match asked.stamp.subject {
        Subject::Function => "function",
        Subject::Owner => "owner",
    };
    let known = format!("as known on {}", words::day(asked.as_of));
    Document {
        title: asked.stamp.name.clone(),
        organization: asked.organization.clone(),
        identity: [subject.to_owned(), known].into_iter().chain(demo).collect(),
        as_of: asked.as_of,
        house: House::default(),
        foot: format!("{}, {}   {}", asked.organization, asked.stamp.name, briefing.state),
        parts,
    }
}

/// One page of a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its file.
    pub file: String,
    /// The function, person or role.
    pub name: String,
    /// The status that needs attention most; none where nothing is pursued.
    pub worst: Option<Status>,
    /// What stands there in a line.
    pub note: String,
}

impl Entry {
    /// The entry of a page.
    pub fn of(briefing: &Briefing, file: String) -> Entry {
        let worst = briefing.pursued.first().map(|pursued| pursued.frozen.status);
        Entry { file, name: briefing.asked.stamp.name.clone(), worst, note: summary(briefing) }
    }
}

/// The page that leads to the others.
pub fn index(organization: &str, subject: Subject, as_of: Date, state: &str, entries: &[Entry]) -> Document {
    let title = match subject {
        Subject::Function => "Objectives by function",
        Subject::Owner => "Objectives by owner",
    };
    let quiet = Mark { symbol: "–", word: "no objective", tone: super::document::Tone::Quiet };
    let entry = |entry: &Entry| ContentsEntry {
        anchor: entry.file.clone(),
        code: String::new(),
        title: entry.name.clone(),
        mark: entry.worst.map_or_else(|| quiet.clone(), Mark::status),
        note: entry.note.clone(),
    };
    let blocks = vec![
        Block::Lead(
            "Each page says what is pursued and why, how it goes, what is due when, and whom to tell.".to_owned(),
        ),
        Block::Contents(entries.iter().map(entry).collect()),
        Block::Note("The mark is that of the objective that needs attention most; nothing is averaged.".to_owned()),
    ];
    Document {
        title: title.to_owned(),
        organization: organization.to_owned(),
        identity: vec![format!("as known on {}", words::day(as_of))],
        as_of,
        house: House::default(),
        foot: format!("{organization}   {state}"),
        parts: vec![Part { id: "index".into(), heading: None, new_page: false, blocks }],
    }
}

/// `5 objectives: 1 off track, 4 on track; 2 readings and 3 actions wait`
fn summary(briefing: &Briefing) -> String {
    let mut statuses: Vec<(Status, usize)> = Vec::new();
    for pursued in &briefing.pursued {
        match statuses.iter_mut().find(|(status, _)| *status == pursued.frozen.status) {
            Some((_, count)) => *count += 1,
            None => statuses.push((pursued.frozen.status, 1)),
        }
    }
    let statuses: Vec<String> =
        statuses.into_iter().map(|(status, count)| format!("{count} {}", words::status(status).1)).collect();
    let pursues = match briefing.pursued.len() {
        0 => "no objective".to_owned(),
        n => format!("{}: {}", counted(n, "objective", "objectives"), statuses.join(", ")),
    };
    let asked = &briefing.asked;
    let waits = [
        (asked.readings.iter().filter(|asked| asked.closed).count(), "reading", "readings"),
        (asked.tasks.len(), "action", "actions"),
        (asked.targets.len(), "target to confirm", "targets to confirm"),
    ];
    let waits: Vec<String> =
        waits.into_iter().filter(|(n, _, _)| *n > 0).map(|(n, one, many)| counted(n, one, many)).collect();
    if waits.is_empty() { pursues } else { format!("{pursues}; open: {}", waits.join(", ")) }
}

fn where_they_stand(briefing: &Briefing) -> Part {
    let asked = &briefing.asked;
    let mut blocks = vec![Block::Lead(phrases::sentence(&summary(briefing)))];
    if !briefing.people.is_empty() {
        let label = match asked.stamp.subject {
            Subject::Function => "Who works here",
            Subject::Owner => "Holds, held by",
        };
        blocks.push(Block::Facts(vec![Fact::plain(label, briefing.people.join(", "))]));
    }
    if !briefing.pursued.is_empty() {
        blocks.push(Block::Table(table(&briefing.pursued)));
    }
    Part { id: "where".into(), heading: None, new_page: false, blocks }
}

fn table(pursued: &[Pursued]) -> Table {
    let row = |objective: &FrozenObjective| {
        let (measured, since) = phrases::measured(objective);
        vec![
            Cell::Mark(Mark::status(objective.status), String::new()),
            Cell::Pair(objective.title.clone(), phrases::dotted([objective.code.as_str(), &phrases::owner(objective)])),
            phrases::last_value_cell(objective, phrases::last_value(objective)),
            phrases::target_cell(objective),
            trend(objective),
            Cell::Pair(measured, since),
        ]
    };
    Table {
        caption: "The objectives, what needs attention first".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Status", 12),
            Column::words("Objective, owner", 33),
            Column::numbers("Last value", 16),
            Column::numbers("Target, due", 13),
            Column::words("Last 12 periods", 16),
            Column::words("Measured", 10),
        ],
        rows: pursued.iter().map(|pursued| row(&pursued.frozen)).collect(),
        names: 1,
        dense: false,
    }
}

/// The last periods as a line; a delivery has criteria instead.
fn trend(objective: &FrozenObjective) -> Cell {
    if objective.series.is_empty() && objective.kind == Kind::Milestone {
        let signs: Vec<&str> = objective.criteria.iter().map(|c| if c.done.is_some() { "✓" } else { "○" }).collect();
        return Cell::Text(signs.join(" "));
    }
    Cell::Trend(chart::trend(objective))
}

/// Objectives of others that rest on figures from here.
fn reported(briefing: &Briefing) -> Option<Part> {
    if briefing.reported.is_empty() {
        return None;
    }
    let row = |(code, title, status): &(String, String, Status)| {
        vec![Cell::Mark(Mark::status(*status), String::new()), Cell::Pair(title.clone(), code.clone())]
    };
    let table = Table {
        caption: "Objectives of others whose figures come from here".to_owned(),
        quiet_caption: true,
        columns: vec![Column::words("Status", 20), Column::words("Objective", 80)],
        rows: briefing.reported.iter().map(row).collect(),
        names: 1,
        dense: true,
    };
    Some(Part::headed("reported", "Figures for others", vec![Block::Table(table)]))
}
