//! `import replies`: many reply sheets that came back, in one preview and one operation.

use std::io;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::super::super::page::Page;
use super::super::super::page::json::{self as js, SCHEMA};
use super::super::super::page::table::{Cell, Column, Table};
use super::super::super::page::tone::Tone;
use super::super::super::{Done, Exit, Failure, Place};
use super::super::outcome;
use crate::app::Refusal;
use crate::app::import::Source;
use crate::app::replies::view::{Fate, FileReply, Replies};
use crate::app::replies::{RepliesRequest, ReplyFile};
use crate::domain::text::one_line;
use crate::domain::words::{counted, day};

const EXAMPLES: &str = "\
Examples:
  sixtwo import replies replies/*.xlsx --dry-run     what would happen, who is silent, what clashes
  sixtwo import replies replies/*.xlsx
  sixtwo import replies it.xlsx --reason \"recounted by the service desk\"    values that are in already are corrected

A clash stops everything: two replies that say different things, or a value the register has otherwise. --skip-invalid
leaves such answers out. The same file twice changes nothing; one undo takes everything back.";

/// Words of `import replies`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RepliesArgs {
    /// Reply sheets as `ask` and `export function` write them, filled in: xlsx or ods
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// Leave out what clashes or cannot be taken in instead of stopping
    #[arg(long)]
    pub skip_invalid: bool,
    /// Why values that are in already are corrected; else another value clashes
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// The report as an object
    #[arg(long)]
    pub json: bool,
}

/// Takes replies in, or says what would happen.
pub fn run(args: &RepliesArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = if args.dry_run { place.open_to_read()? } else { place.open()? };
    let file = |path: &PathBuf| ReplyFile {
        name: one_line(&path.display().to_string()).into_owned(),
        source: Source::File(path.clone()),
    };
    let request = RepliesRequest {
        files: args.files.iter().map(file).collect(),
        skip_invalid: args.skip_invalid,
        reason: args.reason.clone().unwrap_or_default(),
    };
    let replies = if args.dry_run { session.preview_replies(&request)? } else { session.take_in_replies(&request)? };
    let stopped = replies.stopping() > 0 && !args.skip_invalid;
    if args.json {
        page.json(&object(&replies, args, stopped))?;
    } else {
        print(&replies, args, stopped, page)?;
    }
    if stopped { Err(why_stopped(&replies, args.dry_run)) } else { Ok(Exit::Fine) }
}

fn why_stopped(replies: &Replies, dry_run: bool) -> Failure {
    let files = replies.files.iter().filter(|file| file.problem.is_some()).count();
    let counts = [
        (replies.count(Fate::Clash), "answer clashes", "answers clash"),
        (replies.count(Fate::Refused), "answer is refused", "answers are refused"),
        (files, "file is left out", "files are left out"),
    ];
    let said: Vec<String> =
        counts.into_iter().filter(|(n, _, _)| *n > 0).map(|(n, one, many)| counted(n, one, many)).collect();
    let nothing = if dry_run { "nothing would be taken in" } else { "nothing was taken in" };
    Refusal::invalid(format!("{}, {nothing}", said.join(" and ")))
        .next("ask again, correct the sheet, say --reason for a correction, or leave such answers out with --skip-invalid")
        .into()
}

fn print(replies: &Replies, args: &RepliesArgs, stopped: bool, page: &mut Page) -> io::Result<()> {
    for file in &replies.files {
        page.line(&head(file))?;
        for text in &file.notes {
            page.line(&format!("  {}", one_line(text)))?;
        }
        let mut table =
            Table::new([Column::text("  cell"), Column::text("what"), Column::text("becomes"), Column::prose("says")]);
        for line in &file.lines {
            let tone = if line.fate.stops() { Tone::Warning } else { Tone::Plain };
            table.row([
                format!("  {}", line.at).into(),
                line.what.as_str().into(),
                Cell::toned(line.fate.word(), tone),
                line.text.as_str().into(),
            ]);
        }
        if !file.lines.is_empty() {
            table.print(page)?;
        }
        page.line("")?;
    }
    silent(replies, page)?;
    if stopped {
        return Ok(());
    }
    if args.dry_run {
        let writes = replies.lines().filter(|line| line.fate.writes()).count();
        return page.line(&format!(
            "{} would be taken in, {} unchanged, {} left out",
            counted(writes, "answer", "answers"),
            replies.count(Fate::Unchanged),
            replies.stopping()
        ));
    }
    outcome::print(&replies.outcome, false, page)
}

/// `novak.xlsx: sheet of A. Novak, filled in by A. Novak on 9 Nov 2026; 2 rows left open`
fn head(file: &FileReply) -> String {
    if let Some(problem) = &file.problem {
        return format!("{}: {}", file.name, one_line(problem));
    }
    let whose = file.sheet.as_ref().map_or_else(String::new, |(subject, name)| format!("{subject} {name}"));
    let on = file.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
    let open = match file.left_open {
        0 => String::new(),
        n => format!("; {} left open", counted(n, "row", "rows")),
    };
    format!("{}: sheet of {whose}, filled in by {}{on}{open}", file.name, file.by)
}

fn silent(replies: &Replies, page: &mut Page) -> io::Result<()> {
    if replies.silent.is_empty() {
        return Ok(());
    }
    page.line("Silent: asked, and no answer in these files")?;
    for silent in &replies.silent {
        let mail = if silent.email.is_empty() { String::new() } else { format!("  {}", silent.email) };
        page.line(&one_line(&format!("  {}{mail}: {}", silent.name, silent.owes.join(", "))))?;
    }
    page.line("")
}

fn object(replies: &Replies, args: &RepliesArgs, stopped: bool) -> Value {
    let file = |file: &FileReply| {
        json!({
            "file": file.name,
            "subject": file.sheet.as_ref().map(|(subject, _)| subject.word()),
            "name": file.sheet.as_ref().map(|(_, name)| name),
            "by": js::text(&file.by),
            "on": file.on.map_or(Value::Null, js::date),
            "left_open": file.left_open,
            "problem": file.problem,
            "notes": file.notes,
            "answers": file.lines.iter().map(|line| json!({
                "cell": line.at,
                "what": line.what,
                "fate": line.fate.word().replace(' ', "_"),
                "text": line.text,
            })).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": SCHEMA,
        "dry_run": args.dry_run,
        "stopped": stopped,
        "files": replies.files.iter().map(file).collect::<Vec<_>>(),
        "silent": replies.silent.iter().map(|silent| json!({
            "name": silent.name,
            "email": js::text(&silent.email),
            "owes": silent.owes,
        })).collect::<Vec<_>>(),
        "outcome": outcome::object(&replies.outcome),
    })
}
