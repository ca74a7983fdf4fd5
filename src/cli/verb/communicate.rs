//! `communicate` and `acknowledge`: who was told a version or an edition, who confirmed it, who has not.

use std::io;

use clap::Args;
use serde_json::{Value, json};

use super::super::args::iso_date;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::{knowledge, outcome};
use crate::app::Command;
use crate::app::editions::view::{OpenItem, Unconfirmed};
use crate::app::editions::{EditionCommand, Told};
use crate::domain::communication::Reach;
use crate::domain::directory::same_name;
use crate::domain::period::Date;

const TELL_EXAMPLES: &str = "\
Examples:
  sixtwo communicate HR-2 --to \"A. Novak\" --channel mail
  sixtwo communicate --edition 4 --everyone --function HR IT --channel intranet --place https://intranet/objectives
  sixtwo communicate --open                       who has not confirmed what they own or report
  sixtwo communicate --open --text                the same with a text to send to each";

const CONFIRM_EXAMPLES: &str = "\
Examples:
  sixtwo acknowledge HR-2 --by \"A. Novak\" --note \"mail of 16 July\"
  sixtwo acknowledge --edition 4 --by \"A. Novak\"      every objective of that edition";

/// Words of `communicate`.
#[derive(Args, Debug)]
#[command(after_help = TELL_EXAMPLES)]
pub struct CommunicateArgs {
    /// Code of the objective whose version in force was told
    #[arg(required_unless_present_any = ["edition", "open"], conflicts_with_all = ["edition", "open"])]
    pub code: Option<String>,
    /// Number of the edition that was told
    #[arg(long, value_name = "NUMBER", conflicts_with = "open")]
    pub edition: Option<i64>,
    /// People or roles
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ';')]
    pub to: Vec<String>,
    /// Functions
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ';')]
    pub function: Vec<String>,
    /// The whole organization
    #[arg(long)]
    pub everyone: bool,
    /// Mail, meeting, intranet
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub channel: String,
    /// Where it can be seen: URL or file
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub place: String,
    /// The day; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// List who has not confirmed what they own or report
    #[arg(long, conflicts_with_all = ["to", "function", "everyone", "channel", "place", "on"])]
    pub open: bool,
    /// With --open, the text to send to each
    #[arg(long, requires = "open", conflicts_with_all = ["code", "edition"])]
    pub text: bool,
    /// With --open, only this person or role
    #[arg(long, value_name = "NAME", requires = "open", conflicts_with_all = ["code", "edition"])]
    pub whom: Option<String>,
    /// An object, with --open an array
    #[arg(long)]
    pub json: bool,
}

/// Words of `acknowledge`.
#[derive(Args, Debug)]
#[command(after_help = CONFIRM_EXAMPLES)]
pub struct AcknowledgeArgs {
    /// Code of the objective whose version in force is confirmed
    #[arg(required_unless_present = "edition", conflicts_with = "edition")]
    pub code: Option<String>,
    /// Number of the edition that is confirmed
    #[arg(long, value_name = "NUMBER")]
    pub edition: Option<i64>,
    /// Who confirms
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// The day; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// What shows it: a mail, a signature
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

fn what(code: Option<&str>, edition: Option<i64>) -> Told {
    match code {
        Some(code) => Told::Objective(code.to_owned()),
        None => Told::Edition(edition),
    }
}

/// Records what was told, or lists who has not confirmed.
pub fn run(args: &CommunicateArgs, place: &Place, page: &mut Page) -> Done {
    if args.open {
        let mut open = place.open_to_read()?.unconfirmed()?;
        if let Some(whom) = &args.whom {
            open.retain(|person| same_name(&person.name, whom));
        }
        if args.json {
            page.json(&open.iter().map(object).collect())?;
        } else if args.text {
            let texts: Vec<&str> = open.iter().map(|person| person.text.as_str()).collect();
            page.bytes(texts.join("\n----\n\n").as_bytes())?;
        } else {
            list(&open, args.whom.as_deref(), page)?;
        }
        return Ok(Exit::Fine);
    }
    let mut session = place.open()?;
    let on = args.on.unwrap_or(session.env().clock.now().today);
    let people = args.to.iter().map(|name| (Reach::Person, name.clone()));
    let functions = args.function.iter().map(|name| (Reach::Function, name.clone()));
    let everyone = args.everyone.then(|| (Reach::Everyone, String::new()));
    let done = session.run(Command::Editions(EditionCommand::Communicate {
        what: what(args.code.as_deref(), args.edition),
        audience: people.chain(functions).chain(everyone).collect(),
        channel: args.channel.clone(),
        place: args.place.clone(),
        on,
    }))?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}

/// Records that somebody confirmed.
pub fn acknowledge(args: &AcknowledgeArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let on = args.on.unwrap_or(session.env().clock.now().today);
    let done = session.run(Command::Editions(EditionCommand::Acknowledge {
        what: what(args.code.as_deref(), args.edition),
        person: args.by.clone(),
        on,
        note: args.note.clone(),
    }))?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}

fn list(open: &[Unconfirmed], whom: Option<&str>, page: &mut Page) -> io::Result<()> {
    if open.is_empty() {
        match whom {
            Some(name) => note(&format!("nothing waits for a confirmation of {}", name.trim())),
            None => note("everybody has confirmed what they own and report"),
        }
        return Ok(());
    }
    let mut table = Table::new([
        Column::text("who"),
        Column::text("code"),
        Column::numbers("version"),
        Column::text("part"),
        Column::prose("objective"),
        Column::prose("so far"),
    ]);
    for person in open {
        for item in &person.items {
            table.row([
                person.name.as_str().into(),
                item.code.as_str().into(),
                item.version.to_string().into(),
                part(item).into(),
                item.title.as_str().into(),
                knowledge::state(&item.knowledge).into(),
            ]);
        }
    }
    table.print(page)
}

fn part(item: &OpenItem) -> &'static str {
    if item.owns { "owns" } else { "figures" }
}

fn object(person: &Unconfirmed) -> Value {
    let item = |item: &OpenItem| {
        json!({
            "code": item.code,
            "title": json::text(&item.title),
            "version": item.version,
            "part": part(item),
            "so_far": knowledge::state(&item.knowledge),
        })
    };
    json!({
        "schema": SCHEMA,
        "name": person.name,
        "email": json::text(&person.email),
        "objectives": person.items.iter().map(item).collect::<Vec<_>>(),
        "text": person.text,
    })
}
