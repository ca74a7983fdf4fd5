//! `import sheet`: objectives and readings of one sheet, months as columns or not; previewed, all of it or nothing.

use std::io;

use serde_json::{Value, json};

use super::super::super::page::json::SCHEMA;
use super::super::super::page::table::{Column, Table};
use super::super::super::page::{Page, note};
use super::super::super::{Done, Exit, Failure, Place};
use super::super::outcome;
use super::words::{how_to_answer, layout_for};
use super::{DecimalSign, FileArgs};
use crate::app::Refusal;
use crate::app::import::ImportRequest;
use crate::app::import::draft::{Answer, Ask, CellFate, Choice, Draft, Fate, Preview, Role, Sure};

/// Which rows a call asks for; a sheet of the other kind is read so all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What the sheet seems to hold.
    Whatever,
    /// One objective a row.
    Objectives,
    /// One reading a row.
    Readings,
}

/// Brings a sheet in, or says what would happen.
pub fn run(file: &FileArgs, request: &ImportRequest, wanted: Wanted, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let draft = session.look_at_source(&request.name, &request.source)?;
    let draft = decided(file, draft, wanted)?;
    let go_on = &mut |_, _| true;
    let told = if file.dry_run { session.preview(&draft, go_on)? } else { session.take_over(&draft, go_on)? };
    let stopped = told.stops(file.skip_invalid);
    if file.json {
        page.json(&object(&draft, &told, file))?;
    } else {
        print(&draft, &told, file, page)?;
    }
    if stopped { Err(why_stopped(&told, file.dry_run)) } else { Ok(Exit::Fine) }
}

fn decided(file: &FileArgs, draft: Draft, wanted: Wanted) -> Result<Draft, Failure> {
    let mut draft = file.sheet.decide(draft)?;
    let layout = match wanted {
        Wanted::Whatever => None,
        Wanted::Objectives => layout_for(&draft, false),
        Wanted::Readings => layout_for(&draft, true),
    };
    if layout.is_some() {
        draft = draft.with(Choice::Layout(layout))?;
    }
    if let Some(sign) = file.decimal {
        let answer = if sign == DecimalSign::Point { Answer::Point } else { Answer::Comma };
        draft = draft.with(Choice::Answer(Ask::Numbers, Some(answer)))?;
    }
    let draft = draft.with(Choice::Update(file.update))?.with(Choice::LeaveOutRefused(file.skip_invalid))?;
    // Maps come last: they name columns of the layout, and what is asked may depend on them.
    file.sheet.decide_columns(draft, &file.maps)
}

fn why_stopped(told: &Preview, dry_run: bool) -> Failure {
    let nothing = if dry_run { "nothing would be imported" } else { "nothing was imported" };
    let count =
        |count: usize, one: &str, many: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {many}") };
    let mut parts = Vec::new();
    if told.open_questions > 0 {
        parts.push(count(told.open_questions, "question waits for an answer", "questions wait for an answer"));
    }
    if !told.refused.is_empty() {
        parts.push(count(told.refused.len(), "cell is refused", "cells are refused"));
    }
    let next = if told.open_questions > 0 {
        "answer what is asked above"
    } else {
        "correct the sheet, type over a cell with --cell D7=95.5, or leave such cells out with --skip-invalid"
    };
    Refusal::invalid(format!("{}: {}, {nothing}", told.file, parts.join(" and "))).next(next).into()
}

fn print(draft: &Draft, told: &Preview, file: &FileArgs, page: &mut Page) -> io::Result<()> {
    for refused in &told.refused {
        note(&told.address(refused));
    }
    say_how_it_was_read(draft, told);
    for text in &told.notes {
        note(&format!("{}: {text}", told.file));
    }
    if file.dry_run {
        let mut table = Table::new([
            Column::numbers("row"),
            Column::text("change"),
            Column::text("code"),
            Column::numbers("readings"),
            Column::prose("what"),
        ]);
        for row in &told.rows {
            let what = if row.text.is_empty() { row.title.clone() } else { format!("{}: {}", row.title, row.text) };
            let readings = if row.fate == Fate::LeftOut { String::new() } else { row.readings.to_string() };
            table.row([row.row.to_string(), row.fate.word().into(), row.code.clone(), readings, what].map(Into::into));
        }
        table.print(page)?;
    }
    for sentence in [told.objectives_sentence(), told.sentence()].iter().filter(|sentence| !sentence.is_empty()) {
        page.line(sentence)?;
    }
    for question in draft.open_questions() {
        note(&format!("{} ({}); {}", question.text, question.why, how_to_answer(draft, question.ask)));
    }
    if told.stops(file.skip_invalid) || file.dry_run {
        return Ok(());
    }
    outcome::print(&told.outcome, false, page)
}

fn say_how_it_was_read(draft: &Draft, told: &Preview) {
    let (row, why) = (draft.header_row(), draft.header_why());
    note(&format!(
        "{}, sheet {}: read as {}; row {row} names the columns, because {why}",
        told.file,
        told.sheet,
        draft.layout().words()
    ));
    for column in draft.columns().iter().filter(|column| column.sure != Sure::Certain) {
        match column.role {
            Role::Readings(_) | Role::Meanings(_) => {}
            Role::LeftOut if column.header.is_empty() => {}
            Role::LeftOut => {
                note(&format!("column {} `{}` is left out: {}", column.letters(), column.header, column.why))
            }
            Role::Field(_) => note(&format!(
                "column {} `{}` is read as {}: {}",
                column.letters(),
                column.header,
                column.role_words(),
                column.why
            )),
        }
    }
    let periods: Vec<&str> = draft
        .columns()
        .iter()
        .filter_map(|column| if let Role::Readings(span) = &column.role { Some(span.label.as_str()) } else { None })
        .collect();
    if let [first, .., last] = periods[..] {
        note(&format!("{} columns of readings, {first} to {last}", periods.len()));
    }
    for question in draft.questions() {
        let said = question.answer.and_then(|answer| question.answers.iter().find(|(known, _)| *known == answer));
        if let Some((_, words)) = said {
            note(&format!("{} {words}", question.text));
        }
    }
}

fn object(draft: &Draft, told: &Preview, file: &FileArgs) -> Value {
    let counts = &told.counts;
    json!({
        "schema": SCHEMA,
        "file": told.file,
        "sheet": told.sheet,
        "header_row": draft.header_row(),
        "layout": draft.layout().words(),
        "dry_run": file.dry_run,
        "stopped": told.stops(file.skip_invalid),
        "sentence": told.sentence(),
        "created": told.created,
        "updated": told.updated,
        "unchanged": told.unchanged,
        "kept": told.kept,
        "counts": {
            "cells": counts.cells,
            "readings": counts.readings,
            "known": counts.known,
            "corrected": counts.corrected,
            "empty": counts.empty,
            "waiting": counts.waiting,
            "refused": counts.refused,
            "meanings": counts.meanings,
        },
        "columns": draft.columns().iter().map(|column| json!({
            "column": column.letters(),
            "header": column.header,
            "read_as": column.role_words(),
            "why": column.why,
        })).collect::<Vec<_>>(),
        "questions": draft.questions().iter().map(|question| json!({
            "text": question.text,
            "why": question.why,
            "cells": question.cells.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "answered": question.answer.is_some(),
            "how": how_to_answer(draft, question.ask),
        })).collect::<Vec<_>>(),
        "rows": told.rows.iter().map(|row| json!({
            "row": row.row,
            "code": row.code,
            "title": row.title,
            "change": row.fate.word(),
            "readings": row.readings,
            "text": row.text,
        })).collect::<Vec<_>>(),
        "cells": told.cells.iter().map(|(at, fate)| json!({
            "cell": at.to_string(),
            "content": draft.shown(*at),
            "becomes": kind_of(fate),
            "text": fate.words(),
        })).collect::<Vec<_>>(),
        "refused": told.refused.iter().map(|refused| json!({
            "cell": refused.at.to_string(),
            "content": refused.content,
            "reason": refused.reason,
        })).collect::<Vec<_>>(),
        "notes": told.notes,
        "outcome": outcome::object(&told.outcome),
    })
}

fn kind_of(fate: &CellFate) -> &'static str {
    match fate {
        CellFate::Field { .. } => "field",
        CellFate::Reading { .. } => "reading",
        CellFate::Empty => "empty",
        CellFate::Waiting(_) => "waiting",
        CellFate::Meaning(_) => "meaning",
        CellFate::Refused(_) => "refused",
    }
}
