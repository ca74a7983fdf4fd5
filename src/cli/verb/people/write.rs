//! The writes of `people`.

use clap::Args;

use super::super::super::args::iso_date;
use super::super::super::page::Page;
use super::super::super::{Done, Exit, Place};
use super::super::outcome;
use super::PeopleVerb;
use crate::app::people::PeopleCommand;
use crate::app::{Command, Session};
use crate::domain::directory::{Entry, EntryKind, same_name};
use crate::domain::objective::Level;
use crate::domain::period::Date;
use crate::domain::rearrangement::{Patch, RearrangementKind};

/// Words of `people enter`. What is left out stays as it is where the entry is there already.
#[derive(Args, Debug)]
pub struct EnterArgs {
    /// What it is: person, role, function
    #[arg(value_parser = kind)]
    pub kind: EntryKind,
    /// Its name
    pub name: String,
    /// Of a person the role held; of a role who holds it
    #[arg(long, value_name = "TEXT")]
    pub role: Option<String>,
    /// The function they work in; of a function the one above it
    #[arg(long, value_name = "NAME")]
    pub function: Option<String>,
    /// Where to write
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// First day active
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub from: Option<Date>,
    /// Last day active
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub until: Option<Date>,
    /// Who or what takes over
    #[arg(long, value_name = "NAME")]
    pub successor: Option<String>,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Words of `people end`.
#[derive(Args, Debug)]
pub struct EndArgs {
    /// What it is: person, role, function
    #[arg(value_parser = kind)]
    pub kind: EntryKind,
    /// Its name
    pub name: String,
    /// The last day
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub until: Date,
    /// Who or what takes over
    #[arg(long, value_name = "NAME", default_value = "")]
    pub successor: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Words of `people hand-over`.
#[derive(Args, Debug)]
pub struct HandOverArgs {
    /// Who gives: a person or role as objectives name them
    pub from: String,
    /// Who takes
    pub to: String,
    /// First day; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// Only this objective; may be given several times
    #[arg(long = "code", value_name = "CODE")]
    pub codes: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Words of `people accept`.
#[derive(Args, Debug)]
pub struct AcceptArgs {
    /// Number of the hand-over
    pub number: i64,
    /// Who accepts: the taker, or who holds that role
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// The day; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Words of `people reorganize`.
#[derive(Args, Debug)]
pub struct ReorganizeArgs {
    /// What people call it
    pub name: String,
    /// First day; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// Moves an objective to a function: CODE=FUNCTION
    #[arg(long = "move", value_name = "CODE=FUNCTION", value_parser = pair)]
    pub moves: Vec<(String, String)>,
    /// Puts an objective under another; CODE= under none
    #[arg(long = "parent", value_name = "CODE=PARENT", value_parser = pair)]
    pub parents: Vec<(String, String)>,
    /// Gives an objective another owner: CODE=NAME
    #[arg(long = "owner", value_name = "CODE=NAME", value_parser = pair)]
    pub owners: Vec<(String, String)>,
    /// Puts an objective on a level: CODE=organization, function or team
    #[arg(long = "level", value_name = "CODE=LEVEL", value_parser = level)]
    pub levels: Vec<(String, Option<Level>)>,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

fn kind(text: &str) -> Result<EntryKind, String> {
    EntryKind::from_word(text).ok_or_else(|| "one of person, role, function".to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (code, value) = text.split_once('=').ok_or_else(|| "write it as CODE=VALUE".to_owned())?;
    Ok((code.trim().to_owned(), value.trim().to_owned()))
}

fn level(text: &str) -> Result<(String, Option<Level>), String> {
    let (code, value) = pair(text)?;
    if value.is_empty() {
        return Ok((code, None));
    }
    let level = Level::from_word(&value).ok_or_else(|| "a level is organization, function or team".to_owned())?;
    Ok((code, Some(level)))
}

/// Runs one write.
pub fn run(verb: &PeopleVerb, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let today = session.env().clock.now().today;
    let (command, as_json) = match verb {
        PeopleVerb::Enter(args) => (PeopleCommand::Enter(Box::new(entry(args, &mut session, today)?)), args.json),
        PeopleVerb::End(args) => {
            let (name, successor) = (args.name.clone(), args.successor.clone());
            (PeopleCommand::End { kind: args.kind, name, until: args.until, successor }, args.json)
        }
        PeopleVerb::HandOver(args) => {
            let command = PeopleCommand::HandOver {
                from: args.from.clone(),
                to: args.to.clone(),
                on: args.on,
                codes: args.codes.clone(),
                reason: args.reason.clone(),
            };
            (command, args.json)
        }
        PeopleVerb::Accept(args) => {
            let (by, on) = (args.by.clone(), args.on.unwrap_or(today));
            (PeopleCommand::Accept { number: args.number, by, on }, args.json)
        }
        PeopleVerb::Reorganize(args) => (reorganization(args), args.json),
    };
    let done = session.run(Command::People(command))?;
    outcome::print(&done, as_json, page)?;
    Ok(Exit::Fine)
}

fn reorganization(args: &ReorganizeArgs) -> PeopleCommand {
    let mut changes: Vec<(String, Patch)> = Vec::new();
    let texts = |pairs: &[(String, String)], patch: fn(String) -> Patch| -> Vec<(String, Patch)> {
        pairs.iter().map(|(code, value)| (code.clone(), patch(value.clone()))).collect()
    };
    changes.extend(texts(&args.moves, |function| Patch { function: Some(function), ..Patch::default() }));
    changes.extend(texts(&args.parents, |parent| Patch { parent: Some(parent), ..Patch::default() }));
    changes.extend(texts(&args.owners, |owner| Patch { owner: Some(owner), ..Patch::default() }));
    for (code, level) in &args.levels {
        changes.push((code.clone(), Patch { level: Some(*level), ..Patch::default() }));
    }
    PeopleCommand::Rearrange {
        kind: RearrangementKind::Reorganization,
        name: args.name.clone(),
        on: args.on,
        changes,
        reason: args.reason.clone(),
    }
}

/// The entry with what was said; the rest as it stands.
fn entry(args: &EnterArgs, session: &mut Session, today: Date) -> Result<Entry, crate::app::Refusal> {
    let held = session.directory()?.into_iter().find(|e| e.kind == args.kind && same_name(&e.name, &args.name));
    let mut entry = held.unwrap_or_else(|| Entry::new(args.kind, &args.name, today));
    let texts = [
        (&args.role, &mut entry.role),
        (&args.function, &mut entry.function),
        (&args.email, &mut entry.email),
        (&args.successor, &mut entry.successor),
    ];
    for (said, held) in texts {
        if let Some(said) = said {
            held.clone_from(said);
        }
    }
    entry.from = args.from.or(entry.from);
    entry.until = args.until.or(entry.until);
    Ok(entry)
}
