//! `export function` and `export owner`: the page of one, or the pages of all with one that leads to them.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::{Page, note};
use super::super::super::{Done, Exit, Place};
use super::super::outcome::usage;
use super::output::OutputArgs;
use crate::app::briefings::SheetOf;
use crate::app::papers::Format;
use crate::domain::reply::Subject;
use crate::domain::text::one_line;
use crate::domain::words::counted;

/// What `export function` and `export owner` print after their words.
pub const EXAMPLES: &str = "\
Examples:
  sixtwo export function IT -o it.html
  sixtwo export function IT -o it.xlsx          led by a sheet that takes values, meanings, actions done, targets known
  sixtwo export function --all -o intranet      a page for each and index.html, in a folder
  sixtwo export owner \"A. Novak\" --format md -o -

A page says what is pursued and why, how it goes, what was decided, what is due when, and whom to tell.
`sixtwo import replies FILE...` takes the filled workbooks back.";

/// Whose page, how, and where to.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct FunctionArgs {
    /// The function; of `export owner` the person or role
    #[arg(value_name = "NAME", required_unless_present = "all")]
    pub name: Option<String>,
    /// All of them, with a page that leads to them: PATH is a folder, made where it is not there
    #[arg(long, conflicts_with = "name")]
    pub all: bool,
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// Writes one page, or all of them.
pub fn run(subject: Subject, args: &FunctionArgs, place: &Place, page: &mut Page) -> Done {
    let lens = args.lens.lens();
    let mut session = place.open_to_read()?;
    if let Some(name) = &args.name {
        let format = args.output.format()?;
        let of = SheetOf { subject, name: name.clone() };
        let written = session.function_page(&of, format, lens)?;
        return args.output.deliver(&format!("{subject} {}", name.trim()), &written, &session, page);
    }
    let Some(folder) = args.output.file() else {
        return Err(usage("the pages of all need a folder").next("name one, as in `-o intranet`").into());
    };
    let format = args.output.format.unwrap_or(Format::Html);
    let filed = session.function_pages(subject, format, folder, lens)?;
    for each in &filed {
        let name = if each.name.is_empty() { "leads to the others" } else { &each.name };
        page.line(&one_line(&format!("{}: {name}", each.path.display())))?;
        for said in &each.notes {
            note(said);
        }
    }
    note(&format!("{} in all", counted(filed.len(), "file", "files")));
    Ok(Exit::Fine)
}
