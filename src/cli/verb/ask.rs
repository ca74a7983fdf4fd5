//! `ask`: a text and a reply sheet for everybody who owes something. Nothing is sent.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::super::args::LensArgs;
use super::super::page::json::{self as js, SCHEMA};
use super::super::page::table::{Cell, Column, Table};
use super::super::page::tone::Tone;
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use crate::app::replies::{Addressee, Asking};
use crate::domain::text::one_line;
use crate::domain::words::counted;

const EXAMPLES: &str = "\
Examples:
  sixtwo ask                            who owes what
  sixtwo ask -o to-send                 a mail text and a reply sheet for each, in a folder
  sixtwo ask --person \"A. Novak\" -o to-send

Nothing is sent: attach the sheet to a mail with the text. `sixtwo import replies FILE...` takes the sheets back.";

/// Words of `ask`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct AskArgs {
    /// Only this person or role
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// The folder to write texts and sheets to; made where it is not there
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// An array, one object per person
    #[arg(long)]
    pub json: bool,
}

/// Lists who owes something, and writes what to send them.
pub fn run(args: &AskArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let asking = Asking { person: args.person.as_deref(), folder: args.output.as_deref(), lens: args.lens.lens() };
    let asked = session.ask(asking)?;
    if args.json {
        page.json(&asked.iter().map(object).collect())?;
        return Ok(Exit::Fine);
    }
    if asked.is_empty() {
        let who = args.person.as_deref().map_or("nobody", str::trim);
        let nothing = if args.person.is_some() { "nothing" } else { "anything" };
        page.line(&one_line(&format!("{who} owes {nothing}")))?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::text("name"),
        Column::text("mail"),
        Column::numbers("readings"),
        Column::numbers("actions"),
        Column::numbers("targets to confirm"),
        Column::prose(if args.output.is_some() { "written" } else { "" }),
    ]);
    let count = |n: usize| if n == 0 { String::new() } else { n.to_string() };
    for each in &asked {
        table.row([
            each.name.as_str().into(),
            each.email.as_str().into(),
            count(each.readings).into(),
            count(each.actions).into(),
            count(each.targets).into(),
            written(each),
        ]);
    }
    table.print(page)?;
    match args.output {
        Some(_) => note(&format!(
            "nothing was sent; `sixtwo import replies FILE...` takes {} back",
            counted(asked.iter().filter(|each| !each.files.is_empty()).count(), "sheet", "sheets")
        )),
        None => note("`-o FOLDER` writes a text and a reply sheet for each"),
    }
    Ok(Exit::Fine)
}

fn written(each: &Addressee) -> Cell {
    if let Some(gone) = &each.gone {
        return Cell::toned(&format!("{gone}: hand over first"), Tone::Warning);
    }
    let files: Vec<String> = each.files.iter().map(|path| path.display().to_string()).collect();
    files.join(", ").into()
}

fn object(each: &Addressee) -> serde_json::Value {
    json!({
        "schema": SCHEMA,
        "name": each.name,
        "email": js::text(&each.email),
        "readings": each.readings,
        "actions": each.actions,
        "targets": each.targets,
        "gone": each.gone,
        "files": each.files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
    })
}
