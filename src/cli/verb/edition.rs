//! `edition`: the list as a whole, approved in one act, numbered, compared.

use std::io;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::super::args::{LensArgs, cause, iso_date};
use super::super::page::json::{self, SCHEMA, or_null};
use super::super::page::sheet::Sheet;
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::{difference, knowledge, outcome};
use crate::app::Command;
use crate::app::editions::view::{EditionDiff, EditionView, NextEdition, Waiting};
use crate::app::editions::{EditionApproval, EditionCommand};
use crate::domain::edition::Fate;
use crate::domain::period::Date;
use crate::domain::version::Cause;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo edition next                             what an approval today would put in force
  sixtwo edition approve --body \"Management review\" --people \"M. Berg\" \"K. Lind\" --minutes \"MR 26-2\" \\
         --why \"year end: two targets moved\" --cause year_end
  sixtwo edition list
  sixtwo edition diff 3 4                         field by field; without the second number against today
  sixtwo edition approve --body \"Management review\" --why \"no change because the risks are the same\"";

/// Words of `edition`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct EditionArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: EditionVerb,
}

/// What to do with editions.
#[derive(Debug, Subcommand)]
pub enum EditionVerb {
    /// List the approved editions, newest first
    List {
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An array, one object per edition
        #[arg(long)]
        json: bool,
    },
    /// Show one edition: who approved it, what it changed, who was told
    Show {
        /// Its number; the newest where it is left out
        number: Option<i64>,
        /// From where to look.
        #[command(flatten)]
        lens: LensArgs,
        /// An object with every objective
        #[arg(long)]
        json: bool,
    },
    /// Compare two editions, or one with the list in force now
    Diff {
        /// The earlier one
        from: i64,
        /// The later one; the list in force now where it is left out
        to: Option<i64>,
        /// An object with every objective
        #[arg(long)]
        json: bool,
    },
    /// Show what an approval today would put in force, and what stands in its way
    Next {
        /// An object with every draft
        #[arg(long)]
        json: bool,
    },
    /// Put every waiting draft in force and number the list, in one act
    Approve(ApproveArgs),
}

/// Words of `edition approve`.
#[derive(Args, Debug)]
pub struct ApproveArgs {
    /// The body that approves
    #[arg(long, value_name = "NAME")]
    pub body: String,
    /// Who sat in it
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ';')]
    pub people: Vec<String>,
    /// The day of the approval; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// Minutes, ticket, document
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub minutes: String,
    /// Why the list changed, or why it did not
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub why: String,
    /// What made it necessary: year_end, risk_assessment, incident, scope_change, audit, ...
    #[arg(long, value_name = "CAUSE", value_parser = cause)]
    pub cause: Option<Cause>,
    /// First day changed targets judge; the start of the next period where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub effective: Option<Date>,
    /// Drafts that stay drafts
    #[arg(long, value_name = "CODE", num_args = 1..)]
    pub leave_out: Vec<String>,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Lists, shows, compares or approves.
pub fn run(args: &EditionArgs, place: &Place, page: &mut Page) -> Done {
    match &args.verb {
        EditionVerb::List { lens, json } => {
            let editions = place.open_to_read()?.editions(lens.lens())?;
            if *json {
                page.json(&editions.iter().map(object).collect())?;
            } else {
                list(&editions, page)?;
            }
        }
        EditionVerb::Show { number, lens, json } => {
            let view = place.open_to_read()?.edition(*number, lens.lens())?;
            if *json {
                page.json(&object(&view))?;
            } else {
                show(&view, page)?;
            }
        }
        EditionVerb::Diff { from, to, json } => {
            let diff = place.open_to_read()?.edition_diff(*from, *to)?;
            if *json {
                page.json(&diff_object(&diff))?;
            } else {
                let to = diff.to.map_or_else(|| "the list in force now".to_owned(), |to| format!("edition {to}"));
                difference::heading(&format!("edition {from} → {to}"), page)?;
                difference::print(&diff.lines, page)?;
            }
        }
        EditionVerb::Next { json } => {
            let next = place.open_to_read()?.next_edition()?;
            if *json {
                page.json(&next_object(&next))?;
            } else {
                print_next(&next, page)?;
            }
        }
        EditionVerb::Approve(args) => {
            let done = place.open()?.run(Command::Editions(EditionCommand::Approve(Box::new(approval(args)))))?;
            outcome::print(&done, args.json, page)?;
        }
    }
    Ok(Exit::Fine)
}

fn approval(args: &ApproveArgs) -> EditionApproval {
    EditionApproval {
        body: args.body.clone(),
        people: args.people.clone(),
        on: args.on,
        minutes: args.minutes.clone(),
        why: args.why.clone(),
        cause: args.cause,
        effective: args.effective,
        leave_out: args.leave_out.clone(),
    }
}

fn list(editions: &[EditionView], page: &mut Page) -> io::Result<()> {
    if editions.is_empty() {
        note("no edition was approved yet; `sixtwo edition next` shows what waits");
        return Ok(());
    }
    let mut table = Table::new([
        Column::numbers("edition"),
        Column::text("approved"),
        Column::prose("by"),
        Column::numbers("objectives"),
        Column::numbers("changed"),
        Column::numbers("told"),
        Column::numbers("confirmed"),
        Column::prose("why"),
    ]);
    for view in editions {
        let changed = view.lines.iter().filter(|line| line.fate != Fate::Unchanged).count();
        table.row([
            view.edition.number.to_string().into(),
            view.edition.approved_on.to_string().into(),
            by(view).into(),
            view.edition.members.len().to_string().into(),
            changed.to_string().into(),
            view.told.len().to_string().into(),
            view.confirmed.len().to_string().into(),
            view.edition.why.as_str().into(),
        ]);
    }
    table.print(page)
}

fn by(view: &EditionView) -> String {
    let minutes = &view.edition.minutes;
    if minutes.is_empty() { view.edition.body.clone() } else { format!("{}, {minutes}", view.edition.body) }
}

fn show(view: &EditionView, page: &mut Page) -> io::Result<()> {
    let edition = &view.edition;
    difference::heading(&format!("edition {}  {} objectives", edition.number, edition.members.len()), page)?;
    let mut sheet = Sheet::on(page);
    sheet.entry("Approved", &format!("{} by {}", edition.approved_on, by(view)))?;
    sheet.entry("People", &edition.people.join(", "))?;
    let cause = edition.cause.map_or_else(String::new, |cause| format!(" ({})", words::cause(cause)));
    sheet.entry("Why", &format!("{}{cause}", edition.why))?;
    sheet.entries("Told", view.told.iter().map(knowledge::told))?;
    if view.told.is_empty() {
        sheet.entry("Told", "nobody was told about it as a whole")?;
    }
    sheet.entries("Confirmed", view.confirmed.iter().map(|a| format!("{} on {}", a.person, a.day)))?;
    sheet.gap()?;
    difference::print(&view.lines, page)?;
    page.line("")?;
    let mut table = Table::new([Column::text("code"), Column::numbers("version"), Column::prose("objective")]);
    for member in &edition.members {
        let title = view.lines.iter().find(|line| line.code == member.code).map_or("", |line| line.title.as_str());
        table.row([member.code.as_str().into(), member.version.to_string().into(), title.into()]);
    }
    table.print(page)
}

fn print_next(next: &NextEdition, page: &mut Page) -> io::Result<()> {
    difference::heading(&format!("edition {} would hold {} objectives", next.number, next.members), page)?;
    let mut sheet = Sheet::on(page);
    for waiting in next.waiting.iter().filter(|waiting| !waiting.problems.is_empty()) {
        sheet.entry("blocked", &format!("{}  {}  version {}", waiting.code, waiting.title, waiting.version))?;
        sheet.entries("", waiting.problems.iter().cloned())?;
    }
    let open = next.waiting.iter().filter(|waiting| waiting.leaves_series_open());
    sheet.entries(
        "to say",
        open.map(|waiting| format!("{}: the metric changed; a new series, or still comparable?", waiting.code)),
    )?;
    if !next.unapproved.is_empty() {
        let codes = next.unapproved.join(", ");
        sheet.entry("approves too", &format!("{codes}: in force without an approval on record"))?;
    }
    if next.waiting.is_empty() {
        sheet.entry("waiting", "no draft waits")?;
    }
    difference::print(&next.lines, page)
}

fn object(view: &EditionView) -> Value {
    let edition = &view.edition;
    json!({
        "schema": SCHEMA,
        "number": edition.number,
        "approved_on": json::date(edition.approved_on),
        "body": json::text(&edition.body),
        "people": edition.people,
        "minutes": json::text(&edition.minutes),
        "why": json::text(&edition.why),
        "cause": or_null(edition.cause, |cause| cause.word().into()),
        "recorded_on": json::date(edition.recorded_on),
        "members": edition.members.iter().map(|m| json!({"code": m.code, "version": m.version})).collect::<Vec<_>>(),
        "changes": changed(&view.lines),
        "told": view.told.iter().map(knowledge::told_object).collect::<Vec<_>>(),
        "confirmed": view.confirmed.iter().map(knowledge::confirmed_object).collect::<Vec<_>>(),
    })
}

fn changed(lines: &[crate::domain::edition::Difference]) -> Vec<Value> {
    lines.iter().filter(|line| line.fate != Fate::Unchanged).map(difference::object).collect()
}

fn diff_object(diff: &EditionDiff) -> Value {
    json!({
        "schema": SCHEMA,
        "from": diff.from,
        "to": diff.to,
        "objectives": diff.lines.iter().map(difference::object).collect::<Vec<_>>(),
    })
}

fn next_object(next: &NextEdition) -> Value {
    json!({
        "schema": SCHEMA,
        "number": next.number,
        "objectives": next.members,
        "waiting": next.waiting.iter().map(waiting_object).collect::<Vec<_>>(),
        "changes": changed(&next.lines),
        "unapproved": next.unapproved,
    })
}

fn waiting_object(waiting: &Waiting) -> Value {
    json!({
        "code": waiting.code,
        "title": json::text(&waiting.title),
        "version_before": waiting.before,
        "version": waiting.version,
        "changes": waiting.changes.iter().map(difference::field_object).collect::<Vec<_>>(),
        "reason": json::text(&waiting.reason),
        "cause": or_null(waiting.cause, |cause| cause.word().into()),
        "series": or_null(waiting.series, |mark| mark.word().into()),
        "problems": waiting.problems,
    })
}
