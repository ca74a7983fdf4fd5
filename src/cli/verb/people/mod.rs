//! `people`: who owns, reports and owes what; the directory; hand-overs and reorganizations.

mod json;
mod print;
mod write;

use clap::{Args, Subcommand};

use super::super::args::LensArgs;
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use crate::app::{Refusal, RefusalKind};

const EXAMPLES: &str = "\
Examples:
  sixtwo people                                     everybody: owns, figures from, owes now
  sixtwo people \"A. Novak\"                          one person or role in full
  sixtwo people \"A. Novak\" --ask                    a text to send them
  sixtwo people enter person \"K. Lind\" --function IT --role CISO --from 2026-01-01
  sixtwo people end person \"A. Novak\" --until 2026-12-31 --successor \"K. Lind\"
  sixtwo people hand-over \"A. Novak\" \"K. Lind\" --on 2027-01-01 --reason \"new job\"
  sixtwo people accept 3 --by \"K. Lind\"
  sixtwo people reorganize \"One IT\" --on 2027-04-01 --move IT-2=Platform --parent IT-2=SEC-1 --reason \"board 26-4\"

A name that objectives use and nobody entered is listed too. A hand-over or a reorganization dated ahead begins by itself
on its day; until then the version before it stands.";

/// Words of `people`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct PeopleArgs {
    /// What to change; nothing lists everybody.
    #[command(subcommand)]
    pub verb: Option<PeopleVerb>,
    /// One person, role or function in full
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// Print a text to send: what that person owes now
    #[arg(long, requires = "name", conflicts_with = "json")]
    pub ask: bool,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// An object with people, functions and what is planned
    #[arg(long)]
    pub json: bool,
}

/// What to change.
#[derive(Debug, Subcommand)]
pub enum PeopleVerb {
    /// Enter a person, role or function, or change one
    Enter(write::EnterArgs),
    /// Say that a person, role or function ends
    End(write::EndArgs),
    /// Pass objectives, figures and open actions on in one step
    HandOver(write::HandOverArgs),
    /// Accept a hand-over
    Accept(write::AcceptArgs),
    /// Change functions, parents or owners of several objectives under one name
    Reorganize(write::ReorganizeArgs),
}

/// Lists or changes.
pub fn run(args: &PeopleArgs, place: &Place, page: &mut Page) -> Done {
    if let Some(verb) = &args.verb {
        return write::run(verb, place, page);
    }
    let view = place.open_to_read()?.people(args.lens.lens())?;
    match &args.name {
        None if args.json => page.json(&json::everybody(&view))?,
        None => print::everybody(&view, page)?,
        Some(name) => {
            let party = view.party(name);
            let function = view.functions.iter().find(|line| crate::domain::directory::same_name(&line.name, name));
            match (party, function) {
                (Some(party), _) if args.json => page.json(&json::party(party, view.as_of))?,
                (Some(party), _) if args.ask => print::ask(party, view.as_of, page)?,
                (Some(party), _) => print::party(party, &view, page)?,
                (None, Some(line)) if args.json => page.json(&json::function(line))?,
                (None, Some(line)) => print::function(line, page)?,
                (None, None) => {
                    let missing = format!("nobody is called `{}` here", name.trim());
                    return Err(Refusal::new(RefusalKind::NotFound, missing)
                        .next("`sixtwo people` lists everybody")
                        .into());
                }
            }
        }
    }
    Ok(Exit::Fine)
}
