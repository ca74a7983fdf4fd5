//! `people` for a person's eyes.

use std::io;

use super::super::super::page::Page;
use super::super::super::page::sheet::Sheet;
use super::super::super::page::table::{Cell, Column, Table};
use super::super::super::page::tone::Tone;
use super::super::figures;
use crate::app::people::view::{FunctionLine, Held, Known, Party, PeopleView};
use crate::domain::communication::Heard;
use crate::domain::directory::Activity;
use crate::domain::period::Date;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::text::one_line;
use crate::domain::words;

/// Everybody in one table, functions in another, then what is planned and what waits.
pub fn everybody(view: &PeopleView, page: &mut Page) -> io::Result<()> {
    if view.parties.is_empty() && view.functions.is_empty() {
        return page.line("nobody is named yet; `sixtwo people enter person NAME` enters somebody");
    }
    let mut table = Table::new([
        Column::text("name"),
        Column::text("kind"),
        Column::prose("role, held by"),
        Column::numbers("owns"),
        Column::numbers("figures"),
        Column::text("owes now"),
        Column::text("told"),
        Column::text("confirmed"),
        Column::prose("active"),
    ]);
    for party in &view.parties {
        table.row(cells(party, view.as_of));
    }
    table.print(page)?;
    functions(view, page)?;
    list("Planned", &view.planned, page)?;
    list("Not accepted yet", &view.waiting, page)
}

fn cells(party: &Party, as_of: Date) -> [Cell; 9] {
    let (confirmed, told) = party.confirmed_and_told();
    let of = |n: usize| if party.knows.is_empty() { String::new() } else { format!("{n} of {}", party.knows.len()) };
    let tone = if party.is_left_behind() { Tone::Warning } else { Tone::Plain };
    [
        party.name.as_str().into(),
        party.kind.map_or("", words::entry_kind).into(),
        party.roles.join(", ").into(),
        count(party.owns.len()).into(),
        count(party.reports.len()).into(),
        owes(party, as_of).into(),
        of(told).into(),
        of(confirmed).into(),
        Cell::toned(&active(party.activity), tone),
    ]
}

fn count(n: usize) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}

fn owes(party: &Party, as_of: Date) -> String {
    let readings = party.readings.len();
    let (actions, late) = (party.actions.len(), party.late_actions(as_of));
    let mut parts = Vec::new();
    if readings > 0 {
        parts.push(words::counted(readings, "reading", "readings"));
    }
    if actions > 0 {
        let late = if late > 0 { format!(", {late} late") } else { String::new() };
        parts.push(format!("{}{late}", words::counted(actions, "action", "actions")));
    }
    parts.join(", ")
}

fn active(activity: Activity) -> String {
    match activity {
        Activity::Active => String::new(),
        Activity::NotYet(day) => format!("from {day} on"),
        Activity::Ended(day) => format!("until {day}"),
        Activity::Vacant => "nobody holds it".to_owned(),
        Activity::Unknown => "not entered".to_owned(),
    }
}

fn functions(view: &PeopleView, page: &mut Page) -> io::Result<()> {
    if view.functions.is_empty() {
        return Ok(());
    }
    page.line("")?;
    let mut table = Table::new([
        Column::text("function"),
        Column::numbers("objectives"),
        Column::prose("people"),
        Column::text("active"),
        Column::text("then"),
    ]);
    for line in &view.functions {
        table.row([
            line.name.as_str().into(),
            count(line.objectives.len()).into(),
            line.people.join(", ").into(),
            active(line.activity).into(),
            line.successor.as_deref().unwrap_or_default().into(),
        ]);
    }
    table.print(page)
}

fn list(heading: &str, rearrangements: &[Rearrangement], page: &mut Page) -> io::Result<()> {
    if rearrangements.is_empty() {
        return Ok(());
    }
    page.line("")?;
    page.line(heading)?;
    for each in rearrangements {
        let reason = if each.reason.is_empty() { String::new() } else { format!("  “{}”", each.reason) };
        let text = format!("  {}  {}  from {}: {}{reason}", each.id, each.name, each.begins, each.codes.join(", "));
        page.line(&one_line(&text))?;
    }
    Ok(())
}

/// One person or role in full.
pub fn party(party: &Party, view: &PeopleView, page: &mut Page) -> io::Result<()> {
    let as_of = view.as_of;
    let mut sheet = Sheet::on(page);
    let kind = party.kind.map_or("", words::entry_kind);
    sheet.title(&format!("{}  {kind}", party.name), Tone::Strong)?;
    if let Some(entry) = &party.entry {
        sheet.entry("Works in", &entry.function)?;
        sheet.entry("Mail", &entry.email)?;
        sheet.entry("Then", &entry.successor)?;
    }
    sheet.entry("Roles", &party.roles.join(", "))?;
    sheet.entry("Active", &active(party.activity))?;
    sheet.entries("Owns", party.owns.iter().map(held))?;
    sheet.entries("Figures from", party.reports.iter().map(held))?;
    sheet.entries(
        "Owes",
        party.readings.iter().map(|item| {
            let late = if item.last_day < as_of { ", late" } else { "" };
            format!("reading {} {}, by {}{late}", item.code, item.label, item.last_day)
        }),
    )?;
    sheet.entries(
        "Actions",
        party.actions.iter().map(|action| {
            let late = if action.due.is_some_and(|due| due < as_of) { ", late" } else { "" };
            let by = action.due.map_or_else(String::new, |due| format!(", by {due}{late}"));
            let code = if action.code.is_empty() { String::new() } else { format!("{}  ", action.code) };
            format!("{code}{}{by}", action.text)
        }),
    )?;
    sheet.entries("Knows", party.knows.iter().map(knows))?;
    sheet.entries(
        "To accept",
        party.accepts.iter().map(|number| {
            let found = view.waiting.iter().find(|r| r.id == *number);
            found
                .map_or_else(String::new, |r| format!("{number}  {} from {}: {}", r.name, r.begins, r.codes.join(", ")))
        }),
    )
}

fn held(held: &Held) -> String {
    let (mark, word) = words::status(held.status);
    let through = if held.through.is_empty() { String::new() } else { format!(", as {}", held.through) };
    let planned = held.planned.as_ref().map_or_else(String::new, |p| format!("; {}", figures::planned_text(p)));
    format!("{}  {}  {mark} {word}{through}{planned}", held.code, held.title)
}

fn knows(known: &Known) -> String {
    let heard = match &known.knowledge.heard {
        None => "not told".to_owned(),
        Some(Heard::Present(day)) => format!("sat in the approval {day}"),
        Some(Heard::InPerson(told)) => format!("told {}", told.day),
        Some(Heard::AmongOthers(told)) => format!("told among others {}", told.day),
    };
    let confirmed =
        known.knowledge.confirmed.map_or_else(|| "not confirmed".to_owned(), |day| format!("confirmed {day}"));
    format!("{} version {}: {heard}, {confirmed}", known.code, known.version)
}

/// One function in full.
pub fn function(line: &FunctionLine, page: &mut Page) -> io::Result<()> {
    let mut sheet = Sheet::on(page);
    sheet.title(&format!("{}  function", line.name), Tone::Strong)?;
    sheet.entry("Active", &active(line.activity))?;
    sheet.entry("Then", line.successor.as_deref().unwrap_or_default())?;
    sheet.entries("Pursues", line.objectives.iter().map(held))?;
    sheet.entry("People", &line.people.join(", "))
}

/// A text to send.
pub fn ask(party: &Party, as_of: Date, page: &mut Page) -> io::Result<()> {
    match party.ask_text(as_of) {
        Some(text) => {
            for line in text.lines() {
                page.line(&one_line(line))?;
            }
            Ok(())
        }
        None => page.line(&one_line(&format!("{} owes nothing", party.name))),
    }
}
