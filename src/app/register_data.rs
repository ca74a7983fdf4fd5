//! The register as data: sheets under our own headers that come back into an empty file as they left.

use std::collections::HashMap;

use super::papers::{Format, Written};
use super::{Refusal, RefusalKind, Session};
use crate::domain::directory::Entry;
use crate::domain::objective::Lifecycle;
use crate::domain::period::{Date, parse_iso_date};
use crate::domain::quantity::Decimal;
use crate::domain::reading::Reading;
use crate::domain::trace::Source;
use crate::domain::version::Version;
use crate::exchange::objectives::ObjectiveRow;
use crate::exchange::people::people_rows;
use crate::exchange::register::{DataSheet, Shape, closing_sheet, name, plain_sheet, shape, version_sheet};
use crate::exchange::sources::source_rows;
use crate::exchange::write::{objective_rows, reading_rows};
use crate::report::data;
use crate::report::document::Number;
use crate::report::flat::{Datum, FlatColumn, FlatTable};
use crate::store::{Loaded, Reader, Sight};

impl Session {
    /// The register as import-ready sheets: a workbook, a zip of CSV files, or JSON.
    pub fn register_data(&mut self, format: Format) -> Result<Written, Refusal> {
        let today = self.env.clock.now().today;
        let (register, sheets) = self
            .store
            .read(|reader| -> Result<_, Refusal> { Ok((reader.register()?, sheets(reader, &Sight::today(today))?)) })?;
        let tables: Vec<FlatTable> = sheets.iter().map(typed).collect();
        let about = data::About { organization: register.organization, as_of: today };
        let written = match format {
            Format::Xlsx => data::xlsx(&about, &tables),
            Format::Csv => data::csv(&tables),
            Format::Json => data::json(&about, &tables),
            other => {
                let message = format!("the register as data is xlsx, csv or json, not {}", other.word());
                return Err(Refusal::new(RefusalKind::Usage, message));
            }
        };
        written.map_err(|error| Refusal::new(RefusalKind::Broken, error.to_string()))
    }
}

fn sheets(reader: &Reader, sight: &Sight) -> Result<Vec<DataSheet>, Refusal> {
    let objectives = reader.objectives(sight)?;
    let mut versions = reader.all_versions(sight)?;
    let mut readings = reader.all_readings(sight)?;
    let gaps = reader.all_not_measured(sight)?;
    let settings = reader.settings()?;
    let sources: Vec<Source> = reader.records(sight)?;
    let people: Vec<Entry> = reader.records(sight)?;
    let rows: Vec<ObjectiveRow> = objectives.iter().map(|loaded| newest(loaded, versions.get(&loaded.id))).collect();
    let told: Vec<(&str, Version)> = objectives
        .iter()
        .flat_map(|loaded| {
            let code = loaded.objective.code.as_str();
            versions.remove(&loaded.id).unwrap_or_default().into_iter().map(move |version| (code, version))
        })
        .collect();
    let values: Vec<(&Loaded, Vec<Reading>)> =
        objectives.iter().map(|l| (l, standing(readings.remove(&l.id).unwrap_or_default()))).collect();
    let each = values.iter().flat_map(|(loaded, readings)| {
        let objective = &loaded.objective;
        let percent = objective.definition.unit_is_percent();
        readings.iter().map(move |reading| (objective.code.as_str(), reading, percent))
    });
    let closings: Vec<_> =
        objectives.iter().filter_map(|l| Some((l.objective.code.as_str(), l.objective.closing.as_ref()?))).collect();
    let code_of: HashMap<i64, &str> = objectives.iter().map(|l| (l.id, l.objective.code.as_str())).collect();
    let mut explained: Vec<_> = gaps
        .iter()
        .filter_map(|(id, gaps)| Some((*code_of.get(id)?, gaps)))
        .flat_map(|(code, gaps)| gaps.iter().map(move |gap| (code, gap)))
        .collect();
    explained.sort_by(|a, b| (a.0, a.1.period_end).cmp(&(b.0, b.1.period_end)));
    let gaps = explained.into_iter().map(|(code, gap)| {
        vec![code.to_owned(), gap.period_end.to_string(), gap.reason.clone(), gap.by.clone(), gap.on.to_string()]
    });
    let checkins = objectives
        .iter()
        .flat_map(|l| l.objective.checkins.iter().map(|day| vec![l.objective.code.clone(), day.to_string()]));
    let criteria = objectives.iter().flat_map(|l| {
        let code = &l.objective.code;
        l.objective
            .criteria_done
            .iter()
            .map(move |done| vec![code.clone(), done.number.to_string(), done.done.to_string(), done.evidence.clone()])
    });
    let date = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let decisions = reader.decisions(sight, None)?;
    let decisions = decisions.into_iter().map(|d| {
        let (on, until) = (d.on.to_string(), date(d.until));
        vec![d.code, on, d.kind.word().to_owned(), d.text, d.by, until]
    });
    let actions = reader.actions(sight, None)?;
    let actions = actions.into_iter().map(|a| {
        let (due, done) = (date(a.due), date(a.done_on));
        vec![a.code, a.text, a.owner, due, done, a.evidence]
    });
    let settings = settings.iter().map(|s| vec![s.name.clone(), s.value.clone(), s.effective.to_string()]);
    let all = vec![
        DataSheet::of(name::OBJECTIVES, objective_rows(&rows)),
        DataSheet::of(name::READINGS, reading_rows(each)),
        DataSheet::of(name::SOURCES, source_rows(&sources)),
        DataSheet::of(name::PEOPLE, people_rows(&people)),
        version_sheet(&told),
        closing_sheet(&closings),
        plain_sheet(name::NOT_MEASURED, &["code", "period_end", "reason", "by", "recorded_on"], gaps),
        plain_sheet(name::CHECK_INS, &["code", "date"], checkins),
        plain_sheet(name::CRITERIA, &["code", "criterion", "done", "evidence"], criteria),
        plain_sheet(name::DECISIONS, &["code", "decided_on", "decision", "text", "by", "until"], decisions),
        plain_sheet(name::ACTIONS, &["code", "text", "owner", "due", "done_on", "evidence"], actions),
        plain_sheet(name::SETTINGS, &["name", "value", "from"], settings),
    ];
    // The first four are always there, so that a sheet to fill in is found.
    Ok(all.into_iter().enumerate().filter(|(at, sheet)| *at < 4 || !sheet.rows.is_empty()).map(|(_, s)| s).collect())
}

/// What the list says of an objective: its content in force, of a draft what waits.
fn newest(loaded: &Loaded, versions: Option<&Vec<Version>>) -> ObjectiveRow {
    let objective = &loaded.objective;
    let shown = loaded.in_force.or(loaded.draft);
    let version = versions.and_then(|versions| versions.iter().find(|version| Some(version.number) == shown));
    let done = |number: u32| objective.criteria_done.iter().find(|done| done.number == number).map(|done| done.done);
    let definition = version.map_or(&objective.definition, |version| &version.definition);
    ObjectiveRow {
        line: 0,
        code: objective.code.clone(),
        criteria_done: (1..=definition.criteria.len() as u32).map(done).collect(),
        definition: definition.clone(),
        lifecycle: Some(match objective.lifecycle {
            Lifecycle::Draft => Lifecycle::Draft,
            // How it ended stands in a sheet of its own.
            Lifecycle::InForce | Lifecycle::Retired => Lifecycle::InForce,
        }),
        approved_on: version.and_then(|version| version.approved_on),
        approved_by: version.map(|version| version.approved_by.clone()).unwrap_or_default(),
        approved_ref: version.map(|version| version.approved_ref.clone()).unwrap_or_default(),
    }
}

/// Of each day measured the entry that stands.
fn standing(mut entries: Vec<Reading>) -> Vec<Reading> {
    entries.retain(|reading| reading.voided_on.is_none());
    entries.sort_by_key(|reading| (reading.measured_on, reading.revision));
    let mut standing: Vec<Reading> = Vec::with_capacity(entries.len());
    for reading in entries {
        match standing.last_mut() {
            Some(last) if last.measured_on == reading.measured_on => *last = reading,
            _ => standing.push(reading),
        }
    }
    standing
}

/// The sheet with numbers and days as what they are; a number a workbook cannot hold exactly stays a text.
fn typed(sheet: &DataSheet) -> FlatTable {
    let shapes: Vec<Shape> = sheet.headers.iter().map(|header| shape(header)).collect();
    let datum = |(cell, shape): (&String, &Shape)| {
        let text = || Datum::Text(cell.clone());
        match shape {
            Shape::Text => text(),
            Shape::Date => parse_iso_date(cell).map_or_else(text, |day| Datum::Date(day, cell.clone())),
            Shape::Number => match cell.parse::<Decimal>() {
                Ok(exact) if exact.mantissa().unsigned_abs() < 1_000_000_000_000_000 => Datum::Number(Number {
                    shown: exact.to_string(),
                    exact: exact.into(),
                    percent: false,
                    sub: String::new(),
                }),
                _ => text(),
            },
        }
    };
    let columns = sheet.headers.iter().zip(&shapes);
    FlatTable {
        caption: sheet.name.to_owned(),
        quiet: true,
        columns: columns
            .map(|(title, shape)| FlatColumn { title: title.clone(), number: *shape == Shape::Number })
            .collect(),
        rows: sheet.rows.iter().map(|row| row.iter().zip(&shapes).map(datum).collect()).collect(),
    }
}
