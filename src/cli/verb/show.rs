//! `show`: the auditor's probe. One objective, and on one screen what was promised, why, by whom, what the last
//! reading said, what it meant and what was decided.

use std::io;

use clap::Args;

use super::super::args::LensArgs;
use super::super::page::Page;
use super::super::page::sheet::Sheet;
use super::super::page::tone::Tone;
use super::super::{Done, Exit, Place};
use super::figures;
use super::{show_json, standing, trace};
use crate::app::view::{Dossier, WorstChild};
use crate::domain::objective::{Definition, Kind};
use crate::domain::reading::{Reading, Standing};
use crate::domain::resources;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo show HR-2
  sixtwo show HR-2 --as-of 2026-06-30        what stood there then
  sixtwo show HR-2 --known-at 1482 --json";

/// How many of the latest periods the trail shows.
const TRAIL: usize = 12;

/// Words of `show`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ShowArgs {
    /// Code of the objective
    pub code: String,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// An object with every reading
    #[arg(long)]
    pub json: bool,
}

/// Shows one objective.
pub fn run(args: &ShowArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let dossier = session.dossier(&args.code, args.lens.lens())?;
    if args.json {
        page.json(&show_json::object(&dossier))?;
        return Ok(Exit::Fine);
    }
    let parent = match dossier.row.objective.definition.parent.trim() {
        "" => None,
        code => session.dossier(code, args.lens.lens()).ok(),
    };
    print(&dossier, parent.as_ref(), &mut Sheet::on(page))?;
    Ok(Exit::Fine)
}

fn print(dossier: &Dossier, parent: Option<&Dossier>, sheet: &mut Sheet) -> io::Result<()> {
    promise(dossier, parent, sheet)?;
    sheet.gap()?;
    plan(dossier, sheet)?;
    sheet.gap()?;
    standing::print(dossier, sheet)?;
    evidence(dossier, sheet)?;
    sheet.gap()?;
    trail(dossier, sheet)
}

fn promise(dossier: &Dossier, parent: Option<&Dossier>, sheet: &mut Sheet) -> io::Result<()> {
    let row = &dossier.row;
    let definition = &row.objective.definition;
    let judgement = &row.judgement;
    let (mark, word) = words::status(judgement.status);
    let measured = figures::measured_text(row, &dossier.rules);
    let title = format!("{mark} {}  {}  {word}, measured {measured}", row.code(), definition.title);
    sheet.title(&title, Tone::of(judgement.status))?;
    sheet.entry("", &figures::why_text(row, &dossier.rules))?;
    sheet.gap()?;
    sheet.entry("We promised", &promised(dossier))?;
    trace::serves(&dossier.serves, sheet)?;
    sheet.entry("Why target", &definition.why_target)?;
    let part_of = match parent {
        Some(parent) => {
            let (mark, word) = words::status(parent.row.judgement.status);
            format!("{} {}  {mark} {word}", parent.row.code(), parent.row.objective.definition.title)
        }
        None => definition.parent.clone(),
    };
    sheet.entry("Part of", &part_of)?;
    sheet.entries("Rests on", dossier.children.iter().map(child))
}

fn promised(dossier: &Dossier) -> String {
    let definition = &dossier.row.objective.definition;
    let target = figures::target_text(&dossier.row, dossier.as_of);
    let by = dossier.row.judgement.due.map_or_else(|| "no end date".to_owned(), |due| format!("by {due}"));
    let metric = if definition.metric.is_empty() { &definition.title } else { &definition.metric };
    let base = definition.baseline.as_ref().filter(|_| definition.kind == Kind::Reach).map_or_else(String::new, |b| {
        let guess = if b.estimated { ", an estimate" } else { "" };
        format!(", from {} {}{guess}", b.value, definition.unit)
    });
    format!("{metric}: {target}{base}, {by} ({})", words::kind(definition.kind))
}

fn child(child: &WorstChild) -> String {
    let (mark, word) = words::status(child.status);
    let against = if child.contradicts { ", although this one looks good" } else { "" };
    format!("{}  {mark} {word}, {}{against}", child.code, words::freshness(child.freshness))
}

fn plan(dossier: &Dossier, sheet: &mut Sheet) -> io::Result<()> {
    let definition = &dossier.row.objective.definition;
    sheet.entry("What", said(&definition.what, "what will be done is not said"))?;
    sheet.entries(
        "",
        definition.criteria.iter().enumerate().map(|(at, criterion)| {
            let number = at as u32 + 1;
            let planned = criterion.planned.map_or_else(String::new, |day| format!(", planned {day}"));
            let done = dossier.criteria_done.iter().find(|done| done.number == number);
            let state = done.map_or_else(|| "open".to_owned(), |d| format!("done {}  {}", d.done, d.evidence));
            format!("{number} {}{planned}, {state}", criterion.text)
        }),
    )?;
    sheet.entry("Resources", said(&definition.resources, "resources are not said"))?;
    sheet.entries("", resources::granted_words(definition).into_iter().chain(resources::spent_words(definition)))?;
    sheet.entry("Who", &who(definition))?;
    let due = definition.due.map_or_else(|| "no end date".to_owned(), |due| due.to_string());
    sheet.entry("When", &format!("{due}, measured {} since {}", definition.frequency.word(), definition.start))?;
    let judged = [definition.formula.as_str(), definition.how_evaluated.as_str()];
    let by = if definition.evaluator.is_empty() { String::new() } else { format!(" (by {})", definition.evaluator) };
    let judged = judged.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    sheet.entry("How judged", &format!("{}{by}", said(&judged, "how results are evaluated is not said")))
}

fn said<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.trim().is_empty() { otherwise } else { text }
}

fn who(definition: &Definition) -> String {
    let owner = said(&definition.owner, "no owner");
    let figures = if definition.collector.is_empty() { &definition.data_source } else { &definition.collector };
    if figures.is_empty() { owner.to_owned() } else { format!("{owner}; figures from {figures}") }
}

fn evidence(dossier: &Dossier, sheet: &mut Sheet) -> io::Result<()> {
    let last = figures::last_reading(&dossier.row);
    match last.and_then(|standing| dossier.reading_of(standing).map(|reading| (standing, reading))) {
        Some((standing, reading)) => {
            sheet.entry("Last reading", &last_reading(dossier, standing, reading))?;
            let automatic = if reading.automatic { " (computed, not written by a person)" } else { "" };
            let meant = if reading.evaluation.is_empty() {
                "nobody said what it means".to_owned()
            } else {
                format!("“{}”{}{automatic}", reading.evaluation, said_by(&reading.evaluated_by))
            };
            sheet.entry("It meant", &meant)?;
            if dossier.decisions.is_empty() {
                let decided = reading.decision.map_or("nothing was decided on it", words::decision);
                sheet.entry("We decided", decided)?;
            }
        }
        None if dossier.row.objective.definition.kind == Kind::Milestone => {
            sheet.entry("Last reading", &format!("{} fulfilled", figures::last_text(&dossier.row, dossier.as_of)))?;
        }
        None => sheet.entry("Last reading", "none")?,
    }
    sheet.entries(
        "We decided",
        dossier.decisions.iter().take(3).map(|decision| {
            let until = decision.until.map_or_else(String::new, |day| format!(" until {day}"));
            let text = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
            let by = said_by(&decision.by);
            format!("{}, {}{until}{text}{by}", decision.on, words::decision(decision.kind))
        }),
    )?;
    sheet.entries(
        "Actions",
        dossier.actions.iter().take(5).map(|action| {
            let due = action.due.map_or_else(|| "no date".to_owned(), |day| day.to_string());
            let state = action.done_on.map_or_else(|| "open".to_owned(), |day| format!("done {day}"));
            format!("{}: {}, {due}, {state}", action.text, said(&action.owner, "nobody"))
        }),
    )?;
    sheet.entries("In figures", dossier.insight.told())?;
    sheet.entry("Newer", &newer(dossier))?;
    sheet.entry("Next", &next(dossier))
}

/// A reading behind the one that drives the status: of the running period, or after the due date.
fn newer(dossier: &Dossier) -> String {
    let row = &dossier.row;
    let last = figures::last_reading(row).map(|standing| standing.period);
    match row.trail.recent.last().filter(|newest| last.is_some_and(|last| newest.period > last)) {
        None => String::new(),
        Some(newest) => {
            let label = figures::period_label(row, &dossier.rules, newest);
            let value = figures::value_with_unit(row, &newest.value, dossier.as_of);
            let why = if newest.period.is_closed(dossier.as_of) { "after the due date" } else { "still running" };
            format!("{label}, {value}, {why}: shown, not judged")
        }
    }
}

fn said_by(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" ({name})") }
}

fn last_reading(dossier: &Dossier, standing: &Standing, reading: &Reading) -> String {
    let row = &dossier.row;
    let mut parts = vec![
        figures::period_label(row, &dossier.rules, standing),
        figures::value_with_unit(row, &standing.value, dossier.as_of),
    ];
    if standing.value.as_typed().contains('/') {
        parts.push(standing.value.as_typed().replace('/', " of "));
    }
    if let Some(verdict) = row.judgement.verdict {
        parts.push(words::verdict(verdict).1.to_owned());
    }
    if let Some(pace) = row.judgement.pace {
        parts.push(words::pace(pace).to_owned());
    }
    if !reading.reported_by.is_empty() {
        parts.push(format!("reported by {}", reading.reported_by));
    }
    let how = if reading.imported { "imported" } else { "entered" };
    parts.push(format!("{how} {} by {}", reading.entered_on, reading.entered_by));
    if standing.days_after > 0 {
        let days = standing.days_after;
        parts.push(format!("{days} {} after the period", if days == 1 { "day" } else { "days" }));
    }
    if standing.corrected {
        parts.push("corrected".to_owned());
    }
    for (name, text) in [("source", &reading.source), ("evidence", &reading.evidence), ("why", &reading.reason)] {
        if !text.is_empty() {
            parts.push(format!("{name}: {text}"));
        }
    }
    parts.join(", ")
}

fn next(dossier: &Dossier) -> String {
    let Some((period, last_day)) = dossier.row.judgement.next_report else { return String::new() };
    let calendar = dossier.row.calendar(&dossier.rules);
    let label = calendar.period_label(dossier.row.objective.definition.frequency, period);
    format!("{label} to be reported by {last_day}")
}

fn trail(dossier: &Dossier, sheet: &mut Sheet) -> io::Result<()> {
    if dossier.row.objective.definition.kind == Kind::Milestone {
        return Ok(());
    }
    let calendar = dossier.row.calendar(&dossier.rules);
    let frequency = dossier.row.objective.definition.frequency;
    let periods = dossier.row.last_periods(&dossier.rules, dossier.as_of, TRAIL);
    let shown = periods.iter().map(|(period, standing)| {
        let label = calendar.period_label(frequency, *period);
        match standing {
            Some(s) => {
                let mark = if s.corrected { "*" } else { "" };
                format!("{label} {}{mark}", figures::value_text(&dossier.row, &s.value, dossier.as_of))
            }
            None => format!("{label} ·"),
        }
    });
    sheet.entry("Trail", &shown.collect::<Vec<_>>().join(" | "))?;
    if periods.iter().any(|(_, standing)| standing.is_some_and(|s| s.corrected)) {
        sheet.entry("", "* corrected; `sixtwo history` says by whom and why")?;
    }
    sheet.entries(
        "Not measured",
        dossier
            .not_measured
            .iter()
            .map(|note| format!("period to {}: {} ({}, {})", note.period_end, note.reason, note.by, note.on)),
    )
}
