//! What was promised, why, and what it is part of.

use super::{Around, also, written};
use crate::app::sources::Because;
use crate::app::view::Dossier;
use crate::domain::objective::{Kind, Operator};
use crate::domain::period::Date;
use crate::domain::probe::{Element, Line};
use crate::domain::target::{Standard, standard_on};
use crate::domain::trace::SourceKind;
use crate::domain::words;

pub(super) fn promised(dossier: &Dossier) -> Element {
    let definition = &dossier.row.objective.definition;
    let metric = written(&definition.metric).unwrap_or(&definition.title);
    let standard = standard_on(&dossier.row.objective.standards, dossier.as_of).cloned();
    let standard = standard.or_else(|| Standard::of(definition, definition.start));
    let unit = definition.unit.trim();
    let mut lines = Vec::new();
    match (definition.kind, standard) {
        (Kind::Milestone, _) if definition.criteria.is_empty() => {
            lines.push(Line::missing("no criteria: nothing says when it is delivered"));
        }
        (Kind::Milestone, _) => {
            let criteria = words::counted(definition.criteria.len(), "criterion", "criteria");
            lines.push(Line::fact(format!("{metric}: {criteria} delivered with evidence{}", by(dossier))));
        }
        (_, None) => lines.push(Line::missing(format!("{metric}: no target, so it cannot be measured"))),
        (_, Some(standard)) => {
            lines.push(Line::fact(format!("{metric}: {}{}", target(&standard, unit), by(dossier))));
            lines.extend(written(&bounds(dossier, &standard, unit)).map(Line::note));
        }
    }
    lines.extend(written(&definition.why_target).map(|why| Line::note(format!("this target because {why}"))));
    Element::new("We promised", "What did you promise?", "6.2 b", lines)
}

/// `, by 31 Dec 2026`, or how long a level is held.
fn by(dossier: &Dossier) -> String {
    let definition = &dossier.row.objective.definition;
    match (dossier.row.judgement.due.or(definition.due), definition.kind) {
        (Some(due), _) => format!(", by {}", words::day(due)),
        (None, Kind::Maintain) => format!(", every {}", definition.frequency.noun(1)),
        (None, _) => String::new(),
    }
}

/// `at least 95 %`, `5 to 15 %`.
fn target(standard: &Standard, unit: &str) -> String {
    match (standard.operator, standard.target_high) {
        (Operator::Between, Some(high)) => format!("{} to {}", standard.target, with_unit(&high.to_string(), unit)),
        (operator, _) => format!("{} {}", operator.phrase(), with_unit(&standard.target.to_string(), unit)),
    }
}

/// What else was agreed beside the target: where it comes from, what is tolerated, interim targets.
fn bounds(dossier: &Dossier, standard: &Standard, unit: &str) -> String {
    let definition = &dossier.row.objective.definition;
    let mut parts = Vec::new();
    if let Some(baseline) = definition.baseline.as_ref().filter(|_| definition.kind == Kind::Reach) {
        let on = baseline.date.map(|day| format!(" on {}", words::day(day))).unwrap_or_default();
        let guess = if baseline.estimated { ", an estimate" } else { "" };
        parts.push(format!("from {}{on}{guess}", with_unit(&baseline.value.to_string(), unit)));
    }
    let limits = [(standard.warn, "tolerated to"), (standard.floor, "worst bearable")];
    let said = limits.into_iter().filter_map(|(limit, word)| Some((limit?, word)));
    parts.extend(said.map(|(limit, word)| format!("{word} {}", with_unit(&limit.to_string(), unit))));
    parts.extend(definition.required_met.map(|n| format!("{n} periods have to be met")));
    let interim = definition.waypoints.iter();
    parts.extend(interim.map(|w| format!("{} by {}", with_unit(&w.value.to_string(), unit), words::day(w.date))));
    parts.extend(written(&definition.population).map(|counted| format!("counted: {counted}")));
    parts.join("; ")
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

pub(super) fn because(dossier: &Dossier) -> Element {
    let mut lines: Vec<Line> = Vec::new();
    let mut clause = "";
    let mut all: Vec<&Because> = dossier.serves.iter().collect();
    all.sort_by_key(|served| ORDER.iter().position(|known| *known == clause_of(&served.kind)));
    for served in all {
        let own = clause_of(&served.kind);
        let line = serves(served);
        lines.push(if own == clause { line } else { line.clause(own) });
        clause = own;
    }
    if lines.is_empty() {
        lines.push(Line::missing("no policy line, risk or requirement is linked"));
    }
    Element::new("Because", "Why this, and not something else?", "6.2 a, c", lines)
}

/// In this order they are asked for; what no letter names comes last.
const ORDER: [&str; 3] = ["6.2 a", "6.2 c", ""];

/// Policy (a) and what follows from requirements, assessment and treatment (c).
fn clause_of(kind: &str) -> &'static str {
    match SourceKind::from_word(kind) {
        Some(SourceKind::Commitment) => "6.2 a",
        Some(SourceKind::Risk | SourceKind::Treatment | SourceKind::Requirement) => "6.2 c",
        _ => "",
    }
}

fn serves(served: &Because) -> Line {
    let from = served.from.as_ref().map(|code| format!(" (through {code})")).unwrap_or_default();
    let because = written(&served.because).map(|why| format!("“{why}”"));
    let said: Vec<String> = written(&served.says()).map(str::to_owned).into_iter().chain(because).collect();
    let text = if said.is_empty() { "kept elsewhere".to_owned() } else { said.join(" ") };
    let line = if served.state.is_dead() && served.source.is_none() {
        Line::missing(format!("{text}{from}"))
    } else {
        Line::fact(format!("{text}{from}"))
    };
    let named = line.about(format!("↑ {}", served.name()));
    // A line without a clause of its own must not take that of the whole answer.
    if clause_of(&served.kind).is_empty() { named.clause(" ") } else { named }
}

pub(super) fn part_of(around: &Around) -> Element {
    let dossier = &around.dossier;
    let definition = &dossier.row.objective.definition;
    let mut lines = Vec::new();
    match (&around.parent, written(&definition.parent)) {
        (Some(parent), _) => {
            let (mark, word) = words::status(parent.judgement.status);
            let title = &parent.objective.definition.title;
            lines.push(Line::fact(format!("{title}  {mark} {word}")).about(parent.code()));
        }
        (None, Some(code)) => lines.push(Line::missing("not in the register").about(code)),
        (None, None) => {
            let level = definition.level.map(|level| format!(", {level}")).unwrap_or_default();
            lines.push(Line::fact(format!("stands on its own{level}{}", also(", ", &definition.function))));
        }
    }
    for child in &dossier.children {
        let (mark, word) = words::status(child.status);
        let against = if child.contradicts { ", although this one looks good" } else { "" };
        lines.push(Line::note(format!("rests on {}  {mark} {word}{against}", child.code)));
    }
    lines.extend(written(&definition.cascade_note).map(|why| Line::note(format!("not broken down: {why}"))));
    Element::new("Part of", "What does it contribute to?", "levels", lines)
}

/// A day that reads like one, where a text holds an ISO date.
pub(super) fn spoken(text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), words::day)
}
