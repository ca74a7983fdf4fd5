//! Minutes on one page, from what was frozen when the meeting closed: who was there, where we stand now and stood last
//! time, corrections first, who has not measured, one row per objective, actions, changes of the list, the next meeting.

mod actions;
mod items;
mod mail;

pub use mail::mail;

use super::document::{Block, Cell, Column, Document, Fact, House, Items, Line, Mark, Part, Table, Tally};
use super::pack::phrases;
use crate::domain::minutes::{ListChange, Minutes, MissingReading};
use crate::domain::review::{CorrectionNote, ReviewKind};
use crate::domain::snapshot::StatusCount;
use crate::domain::status::Status;
use crate::domain::words;

/// The minutes as a document.
pub fn document(minutes: &Minutes) -> Document {
    let meeting = phrases::meeting(minutes.kind, minutes.number);
    let title = match minutes.host.trim() {
        "" => format!("Minutes of {meeting}"),
        host => format!("{host}: information security objectives"),
    };
    let state = phrases::state(minutes.seq, &minutes.head);
    let mut identity = vec![phrases::day(minutes.date)];
    if !minutes.host.trim().is_empty() {
        identity.push(format!("one agenda item, {meeting}"));
    }
    identity.push(minutes.fiscal_year.clone());
    identity.extend(minutes.edition.map(|edition| format!("edition {edition}")));
    identity.push(state.clone());
    if minutes.demo {
        identity.push("DEMO: invented data".to_owned());
    }
    Document {
        foot: format!("{title}, {}, {state}", phrases::day(minutes.date)),
        title,
        organization: minutes.organization.clone(),
        identity,
        as_of: minutes.as_of,
        house: House::default(),
        parts: [Some(page(minutes)), agenda(minutes), Some(checkpoint(minutes))].into_iter().flatten().collect(),
    }
}

fn page(minutes: &Minutes) -> Part {
    let mut blocks = vec![Block::Facts(header(minutes)), Block::Tallies(counts(minutes))];
    if !minutes.corrections.is_empty() {
        blocks.push(Block::Table(corrections(&minutes.corrections)));
    }
    if !minutes.missing.is_empty() {
        blocks.push(Block::Text(format!(
            "Not measured: {}.",
            minutes.missing.iter().map(missing).collect::<Vec<_>>().join("; ")
        )));
    }
    match items::table(minutes) {
        Some(table) => blocks.push(Block::Table(table)),
        None => blocks.push(Block::Text("No objective was looked at.".to_owned())),
    }
    match actions::table(minutes) {
        Some(table) => blocks.push(Block::Table(table)),
        None => blocks.push(Block::Text("No action is open.".to_owned())),
    }
    blocks.push(Block::Columns(changes(minutes), conclusion(minutes)));
    // The first part goes without a heading: the paper's title is one.
    Part { id: "minutes".into(), heading: None, new_page: false, blocks }
}

fn header(minutes: &Minutes) -> Vec<Fact> {
    let here = if minutes.attendees.is_empty() { "nobody named".to_owned() } else { minutes.attendees.join(", ") };
    let mut facts = vec![Fact::plain("Here", here)];
    if !minutes.assessment.trim().is_empty() {
        let on = minutes.assessment_on.map(|day| format!(", {}", phrases::day(day))).unwrap_or_default();
        facts.push(Fact::plain("Risk assessment considered", format!("{}{on}", minutes.assessment)));
    }
    facts
}

/// Counts now, and beside them those of the last meeting.
fn counts(minutes: &Minutes) -> Vec<Tally> {
    let tally = |heading: String, counts: &[StatusCount]| Tally {
        heading: heading.into(),
        counts: counts
            .iter()
            .filter(|count| count.objectives > 0 && count.status != Status::Retired)
            .map(|count| (Some(Mark::status(count.status)), count.objectives, words::status(count.status).1.to_owned()))
            .collect(),
    };
    let now = tally("Now".to_owned(), &minutes.by_status);
    let before = minutes.last.as_ref().filter(|_| !minutes.by_status_before.is_empty()).map(|last| {
        let name = phrases::meeting(last.kind, last.number);
        tally(format!("At {name}, {}", phrases::day(last.date)), &minutes.by_status_before)
    });
    [now].into_iter().chain(before).collect()
}

/// Values of earlier minutes that are others now: old, new, and whether the decision stands.
fn corrections(notes: &[CorrectionNote]) -> Table {
    let value = |shown: &str, verdict: Option<crate::domain::reading::Verdict>| {
        let shown = if shown.is_empty() { "taken back".to_owned() } else { shown.to_owned() };
        Cell::Pair(shown, verdict.map(|verdict| words::verdict(verdict).1.to_owned()).unwrap_or_default())
    };
    let row = |note: &CorrectionNote| {
        let stands = match &note.answer {
            None => Cell::Text("not answered yet".to_owned()),
            Some(answer) => {
                let word = if answer.stands { "the decision stands" } else { "the decision does not stand" };
                Cell::Pair(word.to_owned(), answer.reason.clone())
            }
        };
        vec![
            Cell::Pair(note.title.clone(), format!("{}, {}", note.code, note.label)),
            value(&note.old, note.old_verdict),
            value(&note.new, note.new_verdict),
            Cell::Pair(
                note.reason.clone(),
                phrases::dotted([note.corrected_by.as_str(), &note.corrected_on.map(phrases::day).unwrap_or_default()]),
            ),
            stands,
        ]
    };
    Table {
        caption: "Corrected since it stood in minutes".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("Objective, period", 26),
            Column::words("Shown then", 14),
            Column::words("Now", 14),
            Column::words("Why", 24),
            Column::words("Decision", 22),
        ],
        rows: notes.iter().map(row).collect(),
        names: 0,
        dense: true,
    }
}

fn missing(missing: &MissingReading) -> String {
    let who = if missing.who.is_empty() { "nobody named" } else { &missing.who };
    let more = match missing.missed_periods {
        0 | 1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    format!("{} for {}{more} ({who}, {})", missing.code, missing.label, words::freshness(missing.freshness))
}

fn changes(minutes: &Minutes) -> Items {
    let entry = |change: &ListChange| {
        let approved = match (change.waits, change.approved_on) {
            (true, _) => "waits for approval".to_owned(),
            (false, Some(day)) => format!("approved by {}, {}", change.approved_by, phrases::day(day)),
            (false, None) => format!("approved by {}", change.approved_by),
        };
        let why = if change.reason.is_empty() {
            String::new()
        } else {
            format!(" Why: {}", phrases::stopped(&change.reason))
        };
        let what = phrases::stopped(&format!(
            "{}; {approved}",
            if change.what.is_empty() { &change.title } else { &change.what }
        ));
        (None, change.code.clone(), format!("{what}{why}"))
    };
    Items {
        heading: "Changes of the list".into(),
        numbered: false,
        note: if minutes.changes.is_empty() { "None.".to_owned() } else { String::new() },
        entries: minutes.changes.iter().map(entry).collect(),
    }
}

/// What a management review concludes on the list, and when we meet again.
fn conclusion(minutes: &Minutes) -> Items {
    let said = [("What changes", &minutes.refresh), ("No change because", &minutes.no_change)];
    let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let said = said.map(|(label, text)| (None, format!("{label}:"), phrases::stopped(text)));
    let next = minutes.next_date.map_or("no date agreed".to_owned(), phrases::day);
    Items {
        heading: "Conclusion".into(),
        numbered: false,
        entries: said.chain([(None, "Next meeting:".to_owned(), format!("{next}."))]).collect(),
        note: String::new(),
    }
}

/// What was said on the points of a management review's agenda, and what had been prepared; none for other meetings.
fn agenda(minutes: &Minutes) -> Option<Part> {
    let notes = minutes.notes.iter().filter(|note| !note.text.trim().is_empty()).map(|note| Fact {
        label: format!("{} ({})", note.topic.title(), note.topic.letter()).into(),
        lines: vec![Line::Said(note.text.clone(), note.by.clone())],
    });
    let prepared = minutes.preparations.iter().map(|prepared| {
        let said = [("Cause", &prepared.cause), ("Options", &prepared.options), ("Wanted", &prepared.wanted)];
        let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
        Fact {
            label: format!("Prepared for {}", prepared.code).into(),
            lines: said.map(|(label, text)| Line::Plain(format!("{label}: {text}"))).collect(),
        }
    });
    let facts: Vec<Fact> = notes.chain(prepared).filter(|fact| !fact.lines.is_empty()).collect();
    let shown = minutes.kind == ReviewKind::Management || !facts.is_empty();
    (shown && !facts.is_empty())
        .then(|| Part::headed("agenda", "What was said on the agenda · 9.3.2", vec![Block::Facts(facts)]))
}

fn checkpoint(minutes: &Minutes) -> Part {
    let text = format!(
        "Frozen when the meeting was closed by {}, bound to journal entry {}; nothing in it follows the register. A value \
         corrected later is told first in the next minutes.",
        if minutes.closed_by.is_empty() { "nobody named" } else { &minutes.closed_by },
        minutes.seq
    );
    Part { id: "checkpoint".into(), heading: None, new_page: false, blocks: vec![Block::Note(text)] }
}
