//! Sources of a file: what each row would do, and doing it.

use std::collections::{HashMap, HashSet};

use super::entries::{self, Plan};
use super::{ImportRequest, Note, unusable};
use crate::app::write::Write;
use crate::app::{Outcome, Refusal};
use crate::domain::period::Date;
use crate::domain::trace::{Source, SourceKind};
use crate::exchange::input::Input;
use crate::exchange::sources::{Context, read_sources};
use crate::store::{Reader, Sight};

/// Reads and checks the whole file against the register.
pub(super) fn plan(
    reader: &Reader,
    input: &Input,
    request: &ImportRequest,
    today: Date,
) -> Result<Plan<Source>, Refusal> {
    let known: Vec<Source> = reader.records(&Sight::today(today))?;
    let by_key: HashMap<(SourceKind, String), &Source> =
        known.iter().map(|source| ((source.kind, source.reference.to_uppercase()), source)).collect();
    let find = |kind: SourceKind, reference: &str| by_key.get(&(kind, reference.to_uppercase())).copied().cloned();
    let context = Context { maps: &request.maps, today, known: &find };
    let mut table = read_sources(input, &context).map_err(|problem| unusable(&request.name, problem))?;
    let risks: HashSet<String> = known
        .iter()
        .chain(table.rows.iter().map(|(_, source)| source))
        .filter(|source| source.kind == SourceKind::Risk)
        .map(|source| source.reference.to_uppercase())
        .collect();
    let unknown =
        |source: &Source| source.treated().find(|risk| !risks.contains(&risk.to_uppercase())).map(str::to_owned);
    let header = table.mapping.iter().find(|(field, _)| field == "treats").map_or("treats", |(_, header)| header);
    let notes: Vec<Note> = table
        .rows
        .iter()
        .filter_map(|(line, source)| Some((*line, unknown(source)?)))
        .map(|(line, risk)| Note::cell(line, header, format!("no risk `{risk}` is known yet")))
        .collect();
    table.notes.extend(notes);
    Ok(entries::plan(table, &known, request))
}

/// Writes what was planned.
pub(super) fn apply(write: &mut Write, plan: &Plan<Source>, name: &str) -> Result<Outcome, Refusal> {
    entries::keep(write, &plan.steps)?;
    let (created, updated) = (plan.report.created, plan.report.updated);
    let summary = match (created, updated) {
        (0, 0) => format!("nothing in {name} is new"),
        (created, 0) => format!("{} from {name}", counted(created)),
        (created, updated) => format!("{} from {name}, {updated} changed", counted(created)),
    };
    Ok(Outcome { summary, ..Outcome::default() })
}

fn counted(count: usize) -> String {
    if count == 1 { "1 source".to_owned() } else { format!("{count} sources") }
}
