//! `trace`: from sources to objectives to their last reading, and back; what nobody pursues and what serves nothing.

use std::io;

use clap::Args;

use super::super::args::LensArgs;
use super::super::page::sheet::Sheet;
use super::super::page::table::{Cell, Column, Table};
use super::super::page::tone::Tone;
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::{figures, trace_json};
use crate::app::Refusal;
use crate::app::sources::{Because, Scope, TraceView};
use crate::domain::text::one_line;
use crate::domain::trace::{Source, SourceKind};
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo trace                                    sources, who serves them, the last reading
  sixtwo trace IT-2                               what one objective serves
  sixtwo trace risk:R-014                         who serves one source
  sixtwo trace --gaps                             what nobody pursues; exit code 3 when there is something
  sixtwo trace --scorecard \"DORA 6(8)\" --json";

/// Words of `trace`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct TraceArgs {
    /// Code of an objective, or a source such as risk:R-014; everything where it is left out
    pub code: Option<String>,
    /// Only what is missing; exit code 3 when there is something
    #[arg(long, conflicts_with = "code")]
    pub gaps: bool,
    /// Only objectives whose tags name this scorecard, and the sources they serve
    #[arg(long, value_name = "NAME")]
    pub scorecard: Option<String>,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// An object with sources, objectives and gaps
    #[arg(long)]
    pub json: bool,
}

/// Shows the trace.
pub fn run(args: &TraceArgs, place: &Place, page: &mut Page) -> Done {
    let view = place.open_to_read()?.trace(args.lens.lens())?;
    if let Some(code) = &args.code {
        one(&view, code, args.json, page)?;
        return Ok(Exit::Fine);
    }
    let scope = view.scope(args.scorecard.as_deref());
    if args.json {
        page.json(&trace_json::whole(&view, &scope, args.gaps))?;
    } else {
        let found = print_gaps(&view, &scope, page)?;
        if args.gaps && !found {
            page.line(
                "nothing is missing: every source that asks for an objective has one, and every objective serves one",
            )?;
        }
        if !args.gaps {
            print_sources(&view, &scope, found, page)?;
        }
        if view.sources.is_empty() {
            note("no source is on record; `sixtwo import sources FILE` brings some in, `sixtwo source add` enters one");
        }
    }
    let missing = args.gaps && scope.gaps(&view).count() > 0;
    Ok(if missing { Exit::Findings } else { Exit::Fine })
}

/// Prints what is missing; says whether there was something.
fn print_gaps(view: &TraceView, scope: &Scope, page: &mut Page) -> io::Result<bool> {
    let gaps = scope.gaps(view);
    if gaps.count() == 0 {
        return Ok(false);
    }
    let mut table = Table::new([
        Column::text("missing"),
        Column::prose("what it says"),
        Column::text("level"),
        Column::prose("why"),
    ]);
    for gap in &gaps.uncovered {
        let source = &view.sources[gap.source];
        table.row([
            Cell::toned(&source.name(), Tone::Bad),
            source.title.as_str().into(),
            source.level.as_str().into(),
            view.why_uncovered(gap.source, gap.draft).into(),
        ]);
    }
    for place in &gaps.aimless {
        let row = &view.overview.rows[*place];
        let why = "serves no policy line, risk or requirement";
        table.row([
            Cell::toned(row.code(), Tone::Warning),
            row.objective.definition.title.as_str().into(),
            "".into(),
            why.into(),
        ]);
    }
    for dead in &gaps.dead {
        let row = &view.overview.rows[dead.objective];
        let because = &view.becauses(dead.objective)[dead.link];
        let last = if dead.last { "; nothing else it serves counts" } else { "" };
        table.row([
            Cell::toned(row.code(), Tone::Warning),
            row.objective.definition.title.as_str().into(),
            "".into(),
            format!("{}: {}{last}", because.name(), because.says()).into(),
        ]);
    }
    table.print(page)?;
    Ok(true)
}

fn print_sources(view: &TraceView, scope: &Scope, after_gaps: bool, page: &mut Page) -> io::Result<()> {
    if view.sources.is_empty() {
        return Ok(());
    }
    if after_gaps {
        page.line("")?;
    }
    let mut table = Table::new([
        Column::text("source"),
        Column::prose("what it says"),
        Column::text("level"),
        Column::text("state"),
        Column::text("objective"),
        Column::text("status"),
        Column::numbers("last"),
        Column::text("measured"),
    ]);
    for (place, source) in view.sources.iter().enumerate().filter(|(place, _)| scope.sources[*place]) {
        let head = || {
            [
                source.name().into(),
                source.title.as_str().into(),
                source.level.as_str().into(),
                source.status.shown().into(),
            ]
        };
        let serving: Vec<_> = view.trace.serving(place).iter().filter(|one| scope.objectives[one.objective]).collect();
        if serving.is_empty() {
            let [name, title, level, state] = head();
            table.row([name, title, level, state, answered(view, place).into(), "".into(), "".into(), "".into()]);
        }
        for one in serving {
            let row = &view.overview.rows[one.objective];
            let (mark, word) = words::status(row.judgement.status);
            let code = if one.inherited { format!("{} (inherited)", row.code()) } else { row.code().to_owned() };
            let [name, title, level, state] = head();
            table.row([
                name,
                title,
                level,
                state,
                code.into(),
                Cell::toned(&format!("{mark} {word}"), Tone::of(row.judgement.status)),
                figures::last_text(row, view.overview.as_of).into(),
                figures::measured_text(row, &view.overview.rules).into(),
            ]);
        }
    }
    table.print(page)
}

/// What stands in the place of an objective where there is none.
fn answered(view: &TraceView, source: usize) -> String {
    let treatments = view.treatments(source);
    match (&view.sources[source].covered_by, treatments.first()) {
        _ if view.sources[source].kind.is_event() => String::new(),
        (covered, _) if !covered.is_empty() => format!("covered by {covered}"),
        (_, Some(first)) => view.sources[*first].name(),
        _ => "nobody".to_owned(),
    }
}

fn one(view: &TraceView, code: &str, as_json: bool, page: &mut Page) -> Result<(), super::super::Failure> {
    let wanted = code.trim();
    let objective = view.overview.rows.iter().position(|row| row.code().eq_ignore_ascii_case(wanted));
    let source = || view.source_called(wanted);
    match (objective, objective.is_none().then(source).flatten()) {
        (Some(place), _) if as_json => page.json(&trace_json::objective(view, place))?,
        (Some(place), _) => print_objective(view, place, &mut Sheet::on(page))?,
        (None, Some(place)) if as_json => page.json(&trace_json::source(view, place, &view.scope(None)))?,
        (None, Some(place)) => print_source(view, place, &mut Sheet::on(page))?,
        (None, None) => {
            let none = format!("no objective and no source is called `{}`", one_line(wanted));
            return Err(Refusal::not_found(none).next("`sixtwo trace` lists them").into());
        }
    }
    Ok(())
}

fn print_objective(view: &TraceView, place: usize, sheet: &mut Sheet) -> io::Result<()> {
    let row = &view.overview.rows[place];
    let (mark, word) = words::status(row.judgement.status);
    let title = format!("{mark} {}  {}  {word}", row.code(), row.objective.definition.title);
    sheet.title(&title, Tone::of(row.judgement.status))?;
    serves(&view.becauses(place), sheet)?;
    sheet.entry("Why target", &row.objective.definition.why_target)?;
    let last = figures::last_text(row, view.overview.as_of);
    let target = figures::target_text(row, view.overview.as_of);
    let measured = figures::measured_text(row, &view.overview.rules);
    sheet.entry("Last reading", &format!("{last}, target {target}, measured {measured}"))
}

/// What an objective serves: one line each, inherited ones marked, the reason in quotes.
pub fn serves(becauses: &[Because], sheet: &mut Sheet) -> io::Result<()> {
    if becauses.is_empty() {
        return sheet.entry("Because", "no policy line, risk or requirement is linked");
    }
    let lines = becauses.iter().map(|because| {
        let says = Some(because.says()).filter(|says| !says.is_empty());
        let says = says.map_or_else(String::new, |says| format!(": {says}"));
        let from = because.from.as_ref().map_or_else(String::new, |code| format!(", inherited from {code}"));
        let reason = Some(because.because.trim()).filter(|reason| !reason.is_empty());
        let reason = reason.map_or_else(String::new, |reason| format!(" “{reason}”"));
        format!("{}{says}{from}{reason}", because.name())
    });
    sheet.entries("Because", lines)
}

fn print_source(view: &TraceView, place: usize, sheet: &mut Sheet) -> io::Result<()> {
    let source = &view.sources[place];
    sheet.title(&format!("{}  {}  {}", source.name(), source.title, source.status.shown()), Tone::Strong)?;
    for (label, text) in facts(source) {
        sheet.entry(label, &text)?;
    }
    let serving = view.trace.serving(place);
    let lines = serving.iter().map(|one| {
        let row = &view.overview.rows[one.objective];
        let (mark, word) = words::status(row.judgement.status);
        let inherited = if one.inherited { ", inherited" } else { "" };
        let last = figures::last_text(row, view.overview.as_of);
        let measured = figures::measured_text(row, &view.overview.rules);
        format!(
            "{mark} {} {}, {word}, last {last}, measured {measured}{inherited}",
            row.code(),
            row.objective.definition.title
        )
    });
    sheet.entries("Pursued by", lines)?;
    if serving.is_empty() {
        sheet.entry("Pursued by", "nobody")?;
    }
    if source.kind == SourceKind::Risk {
        let treatments = view.treatments(place);
        let line = |place: &usize| {
            let treatment = &view.sources[*place];
            let due = treatment.due.map_or_else(String::new, |day| format!(", by {day}"));
            format!("{} {}, {}{due}", treatment.name(), treatment.title, treatment.status.shown())
        };
        sheet.entries("Treated by", treatments.iter().map(line))?;
    }
    Ok(())
}

/// Everything a source says besides its title.
fn facts(source: &Source) -> Vec<(&'static str, String)> {
    let day = |day: Option<crate::domain::period::Date>| day.map_or_else(String::new, |day| day.to_string());
    let policy = format!("{} {}", source.policy, source.policy_version);
    vec![
        ("Level", source.level.clone()),
        ("Detail", source.detail.clone()),
        ("Owner", source.owner.clone()),
        ("Policy", policy.trim().to_owned()),
        ("Party", source.party.clone()),
        ("Binds by", source.requirement.map_or_else(String::new, |kind| kind.word().to_owned())),
        ("Metric", if source.mandated { "prescribed".to_owned() } else { String::new() }),
        ("Covered by", source.covered_by.clone()),
        ("Treats", source.treats.clone()),
        ("Due", day(source.due)),
        ("Accepted", source.acceptance.clone()),
        ("Day", day(source.day)),
        ("Closed", day(source.closed_on)),
    ]
}
