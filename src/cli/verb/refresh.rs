//! `refresh`: the walk through the list at the year's end, after a risk assessment, an incident, a change of scope.

use std::io;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::page::json::{self, SCHEMA};
use super::super::page::sheet::Sheet;
use super::super::page::table::{Column, Table};
use super::super::page::tone::Tone;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::refresh::RefreshCommand;
use crate::app::view::{Keeping, Lens, RefreshEntry, Stop, UncoveredSource, Walk};
use crate::app::{Command, Refusal};
use crate::domain::objective::ClosingOutcome;
use crate::domain::refresh::{RefreshAnswer, Trigger};
use crate::domain::version::Cause;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo refresh start --cause year_end
  sixtwo refresh start --cause risk_assessment --event assessment:RA-26
  sixtwo refresh show                             what waits for an answer, with the year's results
  sixtwo refresh answer HR-2 keep
  sixtwo refresh answer SEC-4 retire --reason \"delivered and handed to operations\"
  sixtwo refresh close                            after the edition was approved
  sixtwo refresh close --no-change \"the assessment confirmed all seven\"";

/// Words of `refresh`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RefreshArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: RefreshVerb,
}

/// What to do with the walk.
#[derive(Debug, Subcommand)]
pub enum RefreshVerb {
    /// Begin a walk through the objectives in force
    Start {
        /// What makes it necessary
        #[arg(long, value_name = "CAUSE", value_parser = cause)]
        cause: Cause,
        /// The event it answers, as in incident:INC-7
        #[arg(long, value_name = "KEY", default_value = "")]
        event: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Answer one objective; answering again corrects
    Answer {
        /// Code of the objective
        code: String,
        /// keep, change, retire or replace
        #[arg(value_parser = answer)]
        answer: RefreshAnswer,
        /// Why; without one, keeping says that it still serves what it served
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
        /// Code of the objective that takes its place
        #[arg(long, value_name = "CODE", default_value = "")]
        successor: String,
        /// How it ended, for one that is retired; else its status says it
        #[arg(long, value_name = "OUTCOME", value_parser = closing)]
        outcome: Option<ClosingOutcome>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Show the open walk, else the newest one
    Show {
        /// Another one
        number: Option<i64>,
        /// One object
        #[arg(long)]
        json: bool,
    },
    /// Close the walk: with the edition approved since, or with a reason why nothing had to change
    Close {
        /// Why nothing had to change
        #[arg(long, value_name = "TEXT", default_value = "")]
        no_change: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// List the walks and what waits for one
    List {
        /// One object: `triggers` and `refreshes`
        #[arg(long)]
        json: bool,
    },
}

fn cause(text: &str) -> Result<Cause, String> {
    let word = text.trim().replace('-', "_");
    Cause::from_word(&word).ok_or_else(|| {
        let known: Vec<&str> = Cause::ALL.iter().map(|cause| cause.word()).collect();
        format!("known are {}", known.join(", "))
    })
}

fn answer(text: &str) -> Result<RefreshAnswer, String> {
    RefreshAnswer::from_word(text.trim()).ok_or_else(|| "write keep, change, retire or replace".to_owned())
}

fn closing(text: &str) -> Result<ClosingOutcome, String> {
    ClosingOutcome::from_word(&text.trim().replace('-', "_")).ok_or_else(|| {
        let known: Vec<&str> = ClosingOutcome::ALL.iter().map(|outcome| outcome.word()).collect();
        format!("known are {}", known.join(", "))
    })
}

/// Begins, answers, shows, closes or lists.
pub fn run(args: &RefreshArgs, place: &Place, page: &mut Page) -> Done {
    match &args.verb {
        RefreshVerb::Start { cause, event, json } => {
            let start = RefreshCommand::Start { cause: *cause, event: event.clone() };
            outcome::print(&place.open()?.run(Command::Refresh(start))?, *json, page)?;
        }
        RefreshVerb::Answer { code, answer, reason, successor, outcome: closing, json } => {
            let mut session = place.open()?;
            let given = RefreshCommand::Answer {
                refresh: session.open_refresh()?,
                code: code.clone(),
                answer: *answer,
                reason: reason.clone(),
                successor: successor.clone(),
                outcome: *closing,
            };
            outcome::print(&session.run(Command::Refresh(given))?, *json, page)?;
        }
        RefreshVerb::Show { number, json } => {
            let walk = place.open_to_read()?.walk(*number, Lens::default())?;
            let walk = walk.ok_or_else(|| {
                Refusal::not_found("there was no refresh yet")
                    .next("`sixtwo refresh start --cause year_end` begins one")
            })?;
            if *json { page.json(&object(&walk))? } else { print(&walk, page)? }
        }
        RefreshVerb::Close { no_change, json } => {
            let mut session = place.open()?;
            let close = RefreshCommand::Close { refresh: session.open_refresh()?, no_change: no_change.clone() };
            outcome::print(&session.run(Command::Refresh(close))?, *json, page)?;
        }
        RefreshVerb::List { json } => {
            let mut session = place.open_to_read()?;
            let triggers = session.overview(Lens::default())?.triggers;
            let walks = session.refreshes(Lens::default())?;
            if *json {
                page.json(&json!({
                    "schema": SCHEMA,
                    "triggers": triggers.iter().map(trigger_object).collect::<Vec<_>>(),
                    "refreshes": walks.iter().map(entry_object).collect::<Vec<_>>(),
                }))?;
            } else {
                print_list(&triggers, &walks, page)?;
            }
        }
    }
    Ok(Exit::Fine)
}

fn print(walk: &Walk, page: &mut Page) -> io::Result<()> {
    let refresh = &walk.refresh;
    let mut sheet = Sheet::on(page);
    let cause = words::cause(refresh.cause);
    sheet.title(&format!("Refresh {} · {cause} · results of {}", refresh.number, walk.year), Tone::Strong)?;
    sheet.entry("begun", &refresh.started_on.to_string())?;
    sheet.entry("event", &walk.event)?;
    sheet.entry("state", &state(walk))?;
    sheet.gap()?;
    let mut table = Table::new([
        Column::text("code"),
        Column::prose("title"),
        Column::text("target"),
        Column::text("status"),
        Column::text("year"),
        Column::text("answer"),
        Column::prose("why"),
    ]);
    for stop in &walk.stops {
        let (mark, word) = words::status(stop.result.status);
        let line = stop.line.as_ref();
        table.row([
            stop.code.as_str().into(),
            stop.title.as_str().into(),
            stop.target.as_str().into(),
            format!("{mark} {word}").into(),
            stop.result.in_words().into(),
            line.map_or("-", |line| words::refresh_answer(line.answer)).into(),
            line.map_or_else(|| hint(stop), |line| line.reason.clone()).into(),
        ]);
    }
    table.print(page)?;
    print_uncovered(&walk.uncovered, page)
}

fn state(walk: &Walk) -> String {
    let open = walk.unanswered().count();
    match (walk.refresh.closed_on, walk.edition, walk.refresh.no_change.as_str()) {
        (Some(day), _, why) if !why.is_empty() => format!("closed on {day}, nothing changed because {why}"),
        (Some(day), Some(edition), _) => format!("closed on {day} with edition {edition}"),
        (Some(day), None, _) => format!("closed on {day}"),
        (None, _, _) if open > 0 => format!("{open} of {} wait for an answer", walk.stops.len()),
        (None, Some(edition), _) => format!("all answered, edition {edition} is approved: `sixtwo refresh close`"),
        (None, None, _) => "all answered; approve the list as an edition, or close it with --no-change".to_owned(),
    }
}

/// What keeping it would do, where that is not nothing.
fn hint(stop: &Stop) -> String {
    match &stop.keeping {
        Keeping::Stays => String::new(),
        Keeping::Moves(what) => format!("keeping moves {what}"),
        Keeping::NeedsForm(why) => why.clone(),
    }
}

fn print_uncovered(uncovered: &[UncoveredSource], page: &mut Page) -> io::Result<()> {
    if uncovered.is_empty() {
        return Ok(());
    }
    let mut sheet = Sheet::on(page);
    sheet.gap()?;
    sheet.entries(
        "not pursued",
        uncovered.iter().map(|source| {
            let draft = source.draft.as_ref().map(|code| format!(" (draft {code})")).unwrap_or_default();
            format!("{}: {}{draft}", source.name, source.title)
        }),
    )
}

fn print_list(triggers: &[Trigger], walks: &[RefreshEntry], page: &mut Page) -> io::Result<()> {
    for trigger in triggers {
        let key = if trigger.key.is_empty() { String::new() } else { format!(" --event {}", trigger.key) };
        page.line(&format!(
            "waits: {} on {}: `sixtwo refresh start --cause {}{key}`",
            trigger.what, trigger.day, trigger.cause
        ))?;
    }
    if walks.is_empty() {
        return page.line("there was no refresh yet");
    }
    let mut table = Table::new([
        Column::numbers("no"),
        Column::text("cause"),
        Column::text("event"),
        Column::text("begun"),
        Column::text("closed"),
        Column::numbers("answers"),
        Column::numbers("edition"),
        Column::prose("no change because"),
    ]);
    for entry in walks {
        let refresh = &entry.refresh;
        table.row([
            refresh.number.to_string().into(),
            words::cause(refresh.cause).into(),
            entry.event.as_str().into(),
            refresh.started_on.to_string().into(),
            refresh.closed_on.map_or("open".to_owned(), |day| day.to_string()).into(),
            entry.answered.to_string().into(),
            refresh.edition.map(|edition| edition.to_string()).unwrap_or_default().into(),
            refresh.no_change.as_str().into(),
        ]);
    }
    table.print(page)
}

fn object(walk: &Walk) -> Value {
    let refresh = &walk.refresh;
    json!({
        "schema": SCHEMA,
        "number": refresh.number,
        "cause": refresh.cause.word(),
        "event": json::text(&walk.event),
        "started_on": json::date(refresh.started_on),
        "closed_on": json::or_null(refresh.closed_on, json::date),
        "edition": walk.edition,
        "no_change": json::text(&refresh.no_change),
        "year": walk.year,
        "unanswered": walk.unanswered().map(|stop| stop.code.clone()).collect::<Vec<_>>(),
        "waiting": walk.waiting,
        "objectives": walk.stops.iter().map(stop_object).collect::<Vec<_>>(),
        "uncovered": walk.uncovered.iter().map(uncovered_object).collect::<Vec<_>>(),
    })
}

fn stop_object(stop: &Stop) -> Value {
    let line = stop.line.as_ref();
    let verdicts = stop.result.verdicts.iter().map(|(verdict, n)| (verdict.word().to_owned(), json!(n)));
    json!({
        "code": stop.code,
        "title": stop.title,
        "status": stop.result.status.word(),
        "freshness": stop.result.freshness.word(),
        "verdicts": Value::Object(verdicts.collect()),
        "criteria_done": stop.result.criteria.map(|(done, _)| done),
        "values": stop.result.values,
        "target": stop.target,
        "due": json::or_null(stop.due, json::date),
        "draft": stop.draft,
        "keeping": match &stop.keeping {
            Keeping::Stays => "stays",
            Keeping::Moves(_) => "moves",
            Keeping::NeedsForm(_) => "needs_form",
        },
        "answer": line.map(|line| line.answer.word()),
        "reason": line.map(|line| line.reason.clone()),
        "successor": line.map(|line| line.successor.clone()).filter(|code| !code.is_empty()),
    })
}

fn uncovered_object(source: &UncoveredSource) -> Value {
    json!({ "source": source.key, "title": source.title, "level": json::text(&source.level), "draft": source.draft })
}

fn entry_object(entry: &RefreshEntry) -> Value {
    let refresh = &entry.refresh;
    json!({
        "number": refresh.number,
        "cause": refresh.cause.word(),
        "event": json::text(&entry.event),
        "started_on": json::date(refresh.started_on),
        "closed_on": json::or_null(refresh.closed_on, json::date),
        "answered": entry.answered,
        "edition": refresh.edition,
        "no_change": json::text(&refresh.no_change),
    })
}

fn trigger_object(trigger: &Trigger) -> Value {
    json!({
        "cause": trigger.cause.word(),
        "day": json::date(trigger.day),
        "event": json::text(&trigger.key),
        "what": trigger.what,
    })
}
