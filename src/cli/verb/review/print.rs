//! Meetings as tables, texts and objects.

use std::io;

use serde_json::{Value, json};

use super::super::super::page::Page;
use super::super::super::page::json::{self as js, SCHEMA};
use super::super::super::page::table::{Column, Table};
use super::super::super::{Done, Exit};
use crate::app::Session;
use crate::app::view::{Lens, ReviewView};
use crate::domain::minutes::Minutes;
use crate::domain::review::{CalendarEntry, CorrectionNote, Review, Stage, readiness};
use crate::domain::text::one_line;
use crate::domain::words;

/// `review list`
pub fn list(session: &mut Session, as_json: bool, page: &mut Page) -> Done {
    let views = session.reviews()?;
    if as_json {
        page.json(&views.iter().map(|view| about(&view.review)).collect())?;
        return Ok(Exit::Fine);
    }
    if views.is_empty() {
        page.line("no meeting was held or planned; `sixtwo review plan management 2027-01-14` plans one")?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::numbers("no"),
        Column::text("day"),
        Column::text("meeting"),
        Column::text("stage"),
        Column::prose("here"),
        Column::text("next"),
    ]);
    for ReviewView { review, .. } in &views {
        table.row([
            review.number.to_string().into(),
            review.date.to_string().into(),
            words::meeting(review.kind).into(),
            review.stage().word().into(),
            review.attendees.join(", ").as_str().into(),
            review.next_date.map(|day| day.to_string()).unwrap_or_default().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

/// `review show`
pub fn one(session: &mut Session, number: i64, as_json: bool, page: &mut Page) -> Done {
    let view = session.review(number)?;
    // Meetings closed before minutes were frozen still tell what their agenda remembers.
    let unfrozen = view.review.stage() == Stage::Closed && view.review.minutes_hash.is_none();
    let minutes = if unfrozen { None } else { Some(session.read_back(number)?) };
    if as_json {
        let mut object = about(&view.review);
        object["waits_for"] = json!(minutes.as_ref().map(Minutes::waits_for).unwrap_or_default());
        object["minutes"] = json!(minutes);
        page.json(&object)?;
        return Ok(Exit::Fine);
    }
    match minutes {
        None => remembered(&view, page)?,
        Some(minutes) => {
            for line in session.meeting_text(number)?.lines() {
                page.line(line)?;
            }
            if view.review.stage() != Stage::Closed {
                page.line(&one_line(&readiness(&minutes.waits_for())))?;
            }
        }
    }
    Ok(Exit::Fine)
}

fn remembered(view: &ReviewView, page: &mut Page) -> io::Result<()> {
    let review = &view.review;
    page.line(&format!("{} {}, {}", words::meeting(review.kind), review.number, words::day(review.date)))?;
    page.line(&one_line(&format!("Here: {}", review.attendees.join(", "))))?;
    for item in &review.items {
        let decided = item.decision.map(words::decision).unwrap_or_default();
        let told = [words::status(item.status_before).1, item.meaning.as_str(), decided];
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
        page.line(&one_line(&format!("- {}: {}", item.code, told.join("; "))))?;
    }
    Ok(())
}

/// `review calendar`
pub fn calendar(session: &mut Session, lens: Lens, as_json: bool, page: &mut Page) -> Done {
    let entries = session.meeting_calendar(lens)?;
    if as_json {
        page.json(&entries.iter().map(entry).collect())?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::text("meeting"),
        Column::text("every"),
        Column::text("last"),
        Column::text("next"),
        Column::text("state"),
    ]);
    for entry in &entries {
        let every = match entry.interval_months {
            0 => "as needed".to_owned(),
            months => words::counted(months as usize, "month", "months"),
        };
        let last = entry.last.map(|(number, day)| format!("{day} (review {number})")).unwrap_or_default();
        table.row([
            words::meeting(entry.kind).into(),
            every.into(),
            last.into(),
            entry.next.map(|day| day.to_string()).unwrap_or_default().into(),
            entry.words().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

/// `review corrections`
pub fn corrections(session: &mut Session, as_json: bool, page: &mut Page) -> Done {
    let notes = session.corrections()?;
    if as_json {
        page.json(&json!(notes))?;
        return Ok(Exit::Fine);
    }
    if notes.is_empty() {
        page.line("every value that stood in closed minutes still stands")?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::text("code"),
        Column::text("day measured"),
        Column::text("shown"),
        Column::text("now"),
        Column::text("in"),
        Column::prose("who saw it"),
        Column::prose("decision stands"),
    ]);
    for note in &notes {
        table.row([
            note.code.as_str().into(),
            note.measured_on.to_string().into(),
            note.old.as_str().into(),
            if note.new.is_empty() { "taken back".into() } else { note.new.as_str().into() },
            format!("review {}", note.shown_in).into(),
            note.seen_by.join(", ").as_str().into(),
            answer(note).as_str().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

fn answer(note: &CorrectionNote) -> String {
    match &note.answer {
        None => "asked in the next meeting".to_owned(),
        Some(answer) => format!("{}: {}", if answer.stands { "yes" } else { "no" }, answer.reason),
    }
}

fn about(review: &Review) -> Value {
    json!({
        "schema": SCHEMA,
        "number": review.number,
        "kind": review.kind.word(),
        "stage": review.stage().word(),
        "date": js::date(review.date),
        "host": js::text(&review.host),
        "attendees": review.attendees,
        "assessment": js::text(&review.assessment),
        "assessment_on": js::or_null(review.assessment_on, js::date),
        "next_date": js::or_null(review.next_date, js::date),
        "minutes_hash": review.minutes_hash,
        "items": review.items.len(),
    })
}

fn entry(entry: &CalendarEntry) -> Value {
    let number = |held: Option<(i64, _)>| held.map(|(number, _)| number);
    json!({
        "schema": SCHEMA,
        "kind": entry.kind.word(),
        "interval_months": entry.interval_months,
        "last": number(entry.last),
        "last_on": js::or_null(entry.last, |(_, day)| js::date(day)),
        "planned": number(entry.planned),
        "planned_on": js::or_null(entry.planned, |(_, day)| js::date(day)),
        "next": js::or_null(entry.next, js::date),
        "latest": js::or_null(entry.latest, js::date),
        "days_overdue": entry.days_overdue,
    })
}
