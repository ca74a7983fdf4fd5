//! Rows of a file to sources, and back.

use super::entry::{Reading, Row, Table};
use super::headers::SOURCE_FIELDS;
use super::input::Input;
use super::rows::FileProblem;
use super::write::{day, table, text};
use crate::domain::period::Date;
use crate::domain::trace::{RequirementKind, Source, SourceKind, SourceStatus};

/// What reading sources needs to know.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// `field=Header`.
    pub maps: &'a [String],
    /// The day of the import.
    pub today: Date,
    /// The source of that kind and reference as it is now.
    pub known: &'a dyn Fn(SourceKind, &str) -> Option<Source>,
}

/// Reads the whole file; columns it lacks keep what a known source says.
pub fn read_sources(input: &Input, context: &Context<'_>) -> Result<Table<Source>, FileProblem> {
    let reading = Reading {
        fields: &SOURCE_FIELDS,
        maps: context.maps,
        required: &["ref", "kind"],
        key_field: "ref",
        key: Source::key,
    };
    reading.table(input, |row| source(row, context))
}

fn source(row: &mut Row<'_>, context: &Context<'_>) -> Option<Source> {
    let reference = row.said("ref");
    if reference.is_empty() {
        row.refuse("ref", "a reference is missing");
    }
    if reference.contains([';', '|']) {
        row.refuse("ref", format!("`{reference}` holds a `;` or a `|`: they part the links of an objective"));
    }
    let expected = "commitment, risk, treatment, requirement, finding, incident, priority, assessment or scope_change";
    let kind = row.word("kind", expected, SourceKind::from_said);
    if kind.is_none() && row.said("kind").is_empty() {
        row.refuse("kind", format!("a kind is missing; write {expected}"));
    }
    let kind = kind.filter(|_| !reference.is_empty())?;
    let known = (context.known)(kind, &reference);
    let was_open = known.as_ref().is_some_and(|known| is_open(known.status));
    let mut source = known.unwrap_or_else(|| Source::new(kind, &reference, "", context.today));
    texts(row, &mut source);
    if let Some(status) = row.word("status", "open, accepted, closed or withdrawn", SourceStatus::from_said) {
        source.status = status;
    }
    if is_open(source.status) {
        source.closed_on = None;
    } else if was_open {
        source.closed_on = Some(context.today);
    }
    let binding = "legal, regulatory, contractual or internal";
    if let Some(requirement) = row.word("requirement_type", binding, RequirementKind::from_said) {
        source.requirement = Some(requirement);
    }
    row.flag("mandated", &mut source.mandated);
    row.flag("significant", &mut source.significant);
    row.day("due", &mut source.due);
    row.day("date", &mut source.day);
    if source.title.is_empty() {
        row.refuse("title", "a title is missing");
    }
    question(row, &source, context.today);
    Some(source)
}

fn is_open(status: SourceStatus) -> bool {
    matches!(status, SourceStatus::Open | SourceStatus::Accepted)
}

fn texts(row: &mut Row<'_>, source: &mut Source) {
    let fields: [(&str, &mut String); 10] = [
        ("title", &mut source.title),
        ("level", &mut source.level),
        ("detail", &mut source.detail),
        ("owner", &mut source.owner),
        ("policy", &mut source.policy),
        ("policy_version", &mut source.policy_version),
        ("party", &mut source.party),
        ("covered_by", &mut source.covered_by),
        ("treats", &mut source.treats),
        ("acceptance", &mut source.acceptance),
    ];
    for (field, content) in fields {
        row.text(field, content);
    }
}

/// What comes in as the file says it, but deserves a second look.
fn question(row: &mut Row<'_>, source: &Source, today: Date) {
    match source.day {
        None if source.kind.is_event() => {
            row.note("date", format!("{} happened on no day; the day it was entered stands for it", source.key()));
        }
        Some(day) if day > today => row.refuse("date", format!("{day} lies in the future")),
        _ => {}
    }
    if source.mandated && source.kind != SourceKind::Requirement {
        row.note("mandated", "only a requirement prescribes a metric; it is kept, but no rule reads it here");
    }
    if source.status == SourceStatus::Accepted && source.acceptance.is_empty() {
        row.note("acceptance", format!("{} is accepted, but nobody says by whom and why", source.key()));
    }
}

/// The content of a source, field by field under its contract header, as cells of a file.
pub fn source_cells(source: &Source) -> Vec<(&'static str, String)> {
    let flag = |flag: bool| if flag { "yes".to_owned() } else { String::new() };
    vec![
        ("ref", text(&source.reference)),
        ("kind", source.kind.word().to_owned()),
        ("title", text(&source.title)),
        ("level", text(&source.level)),
        ("status", source.status.word().to_owned()),
        ("detail", text(&source.detail)),
        ("owner", text(&source.owner)),
        ("policy", text(&source.policy)),
        ("policy_version", text(&source.policy_version)),
        ("party", text(&source.party)),
        ("requirement_type", source.requirement.map(RequirementKind::word).unwrap_or_default().to_owned()),
        ("mandated", flag(source.mandated)),
        ("covered_by", text(&source.covered_by)),
        ("treats", text(&source.treats)),
        ("due", day(source.due)),
        ("acceptance", text(&source.acceptance)),
        ("date", day(source.day)),
        ("significant", flag(source.significant)),
    ]
}

/// Sources with our headers; [`read_sources`] reads them back as they are.
pub fn write_sources(sources: &[Source]) -> Vec<u8> {
    table(source_rows(sources).into_iter())
}

/// Sources as rows of cells, our headers first.
pub fn source_rows(sources: &[Source]) -> Vec<Vec<String>> {
    let header = SOURCE_FIELDS.iter().map(|field| field.name.to_owned()).collect();
    let cells = |source: &Source| source_cells(source).into_iter().map(|(_, cell)| cell).collect();
    std::iter::once(header).chain(sources.iter().map(cells)).collect()
}
