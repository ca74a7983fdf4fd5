//! `action`: tasks and corrective actions: agreed, done with what shows it, looked at again.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::super::args::{LensArgs, iso_date};
use super::super::page::Page;
use super::super::page::json::{self as js, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::meeting::MeetingCommand;
use crate::app::{Command, NewAction};
use crate::domain::period::Date;
use crate::domain::review::{Action, ActionKind};
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo action list
  sixtwo action add \"Retire hosts A12 and A13\" --owner \"J. Lind\" --due 2026-11-30 --for IT-2
  sixtwo action add \"Name a second person\" --owner Tan --cause \"one person knew how\" --check 2027-02-01
  sixtwo action done 4 --evidence \"change 8812\"
  sixtwo action check 4 --helped --note \"no miss since November\"";

/// Words of `action`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ActionArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: ActionVerb,
}

/// What to do with actions.
#[derive(Debug, Subcommand)]
pub enum ActionVerb {
    /// List what waits, or with --all everything
    List {
        /// Those that are finished too
        #[arg(long)]
        all: bool,
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An array, one object per action
        #[arg(long)]
        json: bool,
    },
    /// Agree an action outside of a meeting; with a cause it is a corrective one
    Add {
        /// What is to be done
        text: String,
        /// Who does it
        #[arg(long, value_name = "NAME")]
        owner: String,
        /// By when
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        due: Option<Date>,
        /// Code of the objective it serves
        #[arg(long = "for", value_name = "CODE", default_value = "")]
        code: String,
        /// The cause it removes
        #[arg(long, value_name = "TEXT")]
        cause: Option<String>,
        /// The day somebody looks whether it helped
        #[arg(long, value_name = "DATE", value_parser = iso_date, requires = "cause")]
        check: Option<Date>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Give an open action another owner or date
    Move {
        /// Its number
        id: i64,
        /// Who does it; left out it stays
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// By when; left out it stays
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        due: Option<Date>,
        /// Why
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Say that an action is done
    Done {
        /// Its number
        id: i64,
        /// The day; today where none is said
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        on: Option<Date>,
        /// What shows it
        #[arg(long, value_name = "TEXT", default_value = "")]
        evidence: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// Say whether a corrective action helped
    Check {
        /// Its number
        id: i64,
        /// It helped
        #[arg(long, conflicts_with = "no_help", required_unless_present = "no_help")]
        helped: bool,
        /// It did not help
        #[arg(long)]
        no_help: bool,
        /// What was seen
        #[arg(long, value_name = "TEXT")]
        note: String,
        /// The day; today where none is said
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        on: Option<Date>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// Lists, adds, moves, completes or checks.
pub fn run(args: &ActionArgs, place: &Place, page: &mut Page) -> Done {
    if let ActionVerb::List { all, lens, json } = &args.verb {
        return list(*all, *lens, *json, place, page);
    }
    let mut session = place.open()?;
    let today = session.env().clock.now().today;
    let (command, as_json) = match &args.verb {
        ActionVerb::List { .. } => return Ok(Exit::Fine),
        ActionVerb::Add { text, owner, due, code, cause, check, json } => {
            let kind = if cause.is_some() { ActionKind::Corrective } else { ActionKind::Task };
            let action = NewAction {
                text: text.clone(),
                owner: owner.clone(),
                due: *due,
                kind,
                cause: cause.clone().unwrap_or_default(),
                check_on: *check,
            };
            (Command::AddAction { code: code.clone(), action }, *json)
        }
        ActionVerb::Move { id, owner, due, reason, json } => {
            let held = session.action(*id)?;
            let (owner, due) = (owner.clone().unwrap_or(held.owner), due.or(held.due));
            let command = MeetingCommand::AmendAction { id: *id, owner, due, reason: reason.clone() };
            (Command::Meetings(command), *json)
        }
        ActionVerb::Done { id, on, evidence, json } => {
            (Command::CompleteAction { id: *id, done: on.unwrap_or(today), evidence: evidence.clone() }, *json)
        }
        ActionVerb::Check { id, helped, note, on, json, .. } => {
            let (on, note) = (on.unwrap_or(today), note.clone());
            (Command::Meetings(MeetingCommand::CheckAction { id: *id, on, helped: *helped, note }), *json)
        }
    };
    let done = session.run(command)?;
    outcome::print(&done, as_json, page)?;
    Ok(Exit::Fine)
}

fn list(all: bool, lens: LensArgs, as_json: bool, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let as_of = lens.as_of.unwrap_or(session.env().clock.now().today);
    let mut actions = session.actions(lens.lens())?;
    actions.retain(|action| all || action.is_pending());
    if as_json {
        page.json(&actions.iter().map(|action| object(action, as_of)).collect())?;
        return Ok(Exit::Fine);
    }
    if actions.is_empty() {
        page.line("no action waits")?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::numbers("no"),
        Column::text("for"),
        Column::prose("action"),
        Column::text("who"),
        Column::text("by"),
        Column::prose("state"),
    ]);
    for action in &actions {
        let state = match action.days_late(as_of) {
            0 => words::action_state(action.state(as_of)).to_owned(),
            days => format!("late, {}", words::counted(days as usize, "day", "days")),
        };
        table.row([
            action.id.to_string().into(),
            action.code.as_str().into(),
            action.text.as_str().into(),
            action.owner.as_str().into(),
            action.due.map(|day| day.to_string()).unwrap_or_default().into(),
            state.into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

fn object(action: &Action, as_of: Date) -> Value {
    json!({
        "schema": SCHEMA,
        "number": action.id,
        "code": js::text(&action.code),
        "review": action.review,
        "kind": action.kind.word(),
        "text": action.text,
        "cause": js::text(&action.cause),
        "owner": js::text(&action.owner),
        "due": js::or_null(action.due, js::date),
        "state": action.state(as_of).word(),
        "days_late": action.days_late(as_of),
        "done_on": js::or_null(action.done_on, js::date),
        "evidence": js::text(&action.evidence),
        "check_on": js::or_null(action.check_on, js::date),
        "checked_on": js::or_null(action.checked_on, js::date),
        "helped": action.helped,
        "check_note": js::text(&action.check_note),
    })
}
