//! A frozen register and a comparison of two on the shell.

use std::io;

use serde_json::{Value, json};

use crate::app::view::FrozenRegister;
use crate::cli::page::Page;
use crate::cli::page::json::SCHEMA;
use crate::cli::page::sheet::Sheet;
use crate::cli::page::table::{Cell, Table};
use crate::cli::page::tone::Tone;
use crate::cli::verb::status;
use crate::domain::changes::Comparison;
use crate::domain::changes::told::{Entry, counted, sections};
use crate::domain::objective::Kind;
use crate::domain::snapshot::FrozenObjective;
use crate::domain::text::one_line;
use crate::domain::words;

/// When, by whom and how it was frozen, then every objective as it stood.
pub fn frozen(register: &FrozenRegister, page: &mut Page) -> io::Result<()> {
    let (entry, snapshot) = (&register.entry, &register.snapshot);
    let mut sheet = Sheet::on(page);
    let name = if entry.name.is_empty() { String::new() } else { format!("  {}", entry.name) };
    sheet.title(&format!("snapshot {}{name}", entry.number), Tone::Strong)?;
    let at = entry.taken_at.get(..16).unwrap_or(&entry.taken_at).replace('T', " ");
    sheet.entry("Frozen", &format!("{at} UTC by {}, with sixtwo {}", snapshot.taken_by, snapshot.app))?;
    sheet.entry("As known on", &snapshot.as_of.to_string())?;
    sheet.entry("State", &format!("{} · {}", snapshot.seq, snapshot.head.get(..8).unwrap_or(&snapshot.head)))?;
    sheet.entry("SHA-256", &format!("{}, checked", entry.hash))?;
    sheet.entry("Edition", &snapshot.edition.map(|number| number.to_string()).unwrap_or_default())?;
    let counts = snapshot.by_status.iter().filter(|counted| counted.objectives > 0);
    let counts = counts.map(|counted| format!("{} {}", words::status(counted.status).1, counted.objectives));
    sheet.entry("Objectives", &counts.collect::<Vec<_>>().join(" · "))?;
    let open = words::counted(snapshot.open_actions.len(), "action", "actions");
    sheet.entry("Open", &open)?;
    sheet.gap()?;
    let mut table = Table::new(status::columns());
    for objective in &snapshot.objectives {
        let (mark, word) = words::status(objective.status);
        table.row([
            Cell::toned(&format!("{mark} {word}"), Tone::of(objective.status)),
            objective.code.as_str().into(),
            objective.title.as_str().into(),
            last(objective).into(),
            objective.target_text.as_str().into(),
            words::freshness(objective.freshness).into(),
            objective.due.map_or_else(|| "none".to_owned(), |day| day.to_string()).into(),
            objective.why.as_str().into(),
        ]);
    }
    table.print(page)
}

fn last(objective: &FrozenObjective) -> String {
    match &objective.last_reading {
        Some(reading) => reading.shown.clone(),
        None if objective.kind == Kind::Milestone => {
            let done = objective.criteria.iter().filter(|criterion| criterion.done.is_some()).count();
            format!("{done} of {}", objective.criteria.len())
        }
        None => "none".to_owned(),
    }
}

/// The same sections and sentences as on the screen.
pub fn compared(comparison: &Comparison, page: &mut Page) -> io::Result<()> {
    let mut sheet = Sheet::on(page);
    sheet.title(&comparison.title(), Tone::Strong)?;
    sheet.entry("From", &comparison.from.in_full())?;
    sheet.entry("To", &comparison.to.in_full())?;
    sheet.entry("Objectives", &counted(comparison).join(" · "))?;
    let sections = sections(&comparison.changes);
    if sections.is_empty() {
        return sheet.entry("Changed", "nothing in the register is different");
    }
    for section in &sections {
        sheet.gap()?;
        sheet.title(section.heading, Tone::Strong)?;
        for entry in &section.entries {
            sheet.entry(&label(entry), entry.lines.first().map(String::as_str).unwrap_or_default())?;
            sheet.entries("", entry.lines.iter().skip(1).cloned())?;
        }
    }
    Ok(())
}

/// A code with the mark of its status; a blank keeps a long one off the text.
fn label(entry: &Entry) -> String {
    let code = one_line(&entry.code);
    match entry.status {
        Some(status) => format!("{} {code} ", words::status(status).0),
        None => format!("  {code} "),
    }
}

/// The comparison as scripts read it.
pub fn object(comparison: &Comparison) -> Value {
    json!({
        "schema": SCHEMA,
        "from": comparison.from,
        "to": comparison.to,
        "by_status": comparison.counts,
        "changes": comparison.changes,
    })
}
