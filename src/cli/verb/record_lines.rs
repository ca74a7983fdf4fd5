//! Readings from stdin, line by line: each is on disk before it is answered.

use std::io::BufRead;

use super::super::args::iso_date;
use super::super::page::{Page, note};
use super::super::{Done, Exit};
use super::outcome;
use super::record::{decision, value_for};
use crate::app::{Command, NewReading, Refusal, Session};
use crate::domain::text::one_line;

/// Records every line it can and names the ones it cannot.
pub fn run(session: &mut Session, lines: impl BufRead, as_json: bool, page: &mut Page) -> Done {
    let mut header: Option<Vec<String>> = None;
    let (mut recorded, mut refused) = (0usize, 0usize);
    for (at, line) in lines.split(b'\n').enumerate() {
        let number = at + 1;
        let line = match line {
            Ok(bytes) => String::from_utf8(bytes),
            Err(error) => return Err(refusal_of(number, &error).into()),
        };
        let answer = match line.as_deref().map(|line| line.trim().trim_start_matches('\u{feff}')) {
            Ok(line) if line.is_empty() || line.starts_with('#') => continue,
            Ok(line) if header.is_none() && recorded + refused == 0 && is_header(line) => {
                header = Some(cells(line)?.iter().map(|name| name.trim().to_lowercase()).collect());
                continue;
            }
            Ok(line) => record(session, line, header.as_deref()),
            Err(_) => Err(Refusal::invalid("the line is not UTF-8")),
        };
        match answer {
            Ok(done) => {
                recorded += 1;
                let said = format!("{number}: {}", one_line(&done.summary));
                page.line_now(&if as_json { outcome::object(&done).to_string() } else { said })?;
                done.warnings.iter().for_each(|warning| note(&format!("line {number}: {warning}")));
            }
            Err(refusal) => {
                refused += 1;
                note(&format!("line {number}: {refusal}"));
            }
        }
    }
    match refused {
        0 => Ok(Exit::Fine),
        n => Err(Refusal::invalid(format!("{n} of {} lines were not recorded", recorded + n)).into()),
    }
}

fn refusal_of(number: usize, error: &std::io::Error) -> Refusal {
    Refusal::invalid(format!("line {number}: stdin cannot be read: {error}"))
}

fn record(session: &mut Session, line: &str, header: Option<&[String]>) -> Result<crate::app::Outcome, Refusal> {
    let reading = match header {
        Some(header) => from_columns(session, header, &cells(line)?)?,
        None => from_words(session, line)?,
    };
    session.run(Command::RecordReading(Box::new(reading)))
}

fn is_header(line: &str) -> bool {
    line.split(',').next().is_some_and(|first| first.trim().trim_matches('"').eq_ignore_ascii_case("code"))
        && line.contains(',')
}

/// `CODE VALUE [PERIOD]` or `CODE,VALUE[,PERIOD]`; a period's name may hold a blank.
fn from_words(session: &mut Session, line: &str) -> Result<NewReading, Refusal> {
    let words: Vec<String> = if line.contains(',') && line.split(',').count() <= 3 && !line.contains(' ') {
        cells(line)?
    } else {
        line.splitn(3, char::is_whitespace).map(str::to_owned).collect()
    };
    let [code, value, rest @ ..] = words.as_slice() else {
        return Err(Refusal::invalid(format!("`{line}` is not `CODE VALUE [PERIOD]`")));
    };
    Ok(NewReading {
        code: code.trim().to_owned(),
        value: Some(value_for(session, code.trim(), value)?),
        period: rest.first().map(|period| period.trim().to_owned()).unwrap_or_default(),
        ..NewReading::default()
    })
}

/// One csv row under the header names of a readings file.
fn from_columns(session: &mut Session, header: &[String], cells: &[String]) -> Result<NewReading, Refusal> {
    let mut reading = NewReading::default();
    let (mut value, mut numerator, mut denominator) = (String::new(), String::new(), String::new());
    for (name, cell) in header.iter().zip(cells) {
        let cell = cell.trim().to_owned();
        match name.as_str() {
            "code" => reading.code = cell,
            "value" => value = cell,
            "numerator" => numerator = cell,
            "denominator" => denominator = cell,
            "period" | "period_end" => reading.period = cell,
            "meaning" | "evaluation" => reading.meaning = cell,
            "source" => reading.source = cell,
            "evidence" => reading.evidence = cell,
            "reported_by" => reading.reported_by = cell,
            "reason" => reading.reason = cell,
            _ if cell.is_empty() => {}
            "decision" => reading.decision = Some(decision(&cell).map_err(|why| column("decision", &cell, &why))?),
            "reported_on" => reading.reported_on = Some(iso_date(&cell).map_err(|why| column(name, &cell, &why))?),
            unknown => {
                return Err(Refusal::invalid(format!("column `{unknown}` has no place in a line of record"))
                    .next("`sixtwo import readings` takes whole files"));
            }
        }
    }
    if !numerator.is_empty() {
        value = format!("{numerator}/{denominator}");
    }
    reading.value = Some(value_for(session, &reading.code, &value)?);
    Ok(reading)
}

fn column(name: &str, cell: &str, why: &str) -> Refusal {
    Refusal::field(name, format!("`{cell}` is {why}"))
}

fn cells(line: &str) -> Result<Vec<String>, Refusal> {
    let mut row = csv::StringRecord::new();
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(line.as_bytes())
        .read_record(&mut row)
        .map_err(|error| Refusal::invalid(format!("`{line}` is no csv line: {error}")))?;
    Ok(row.iter().map(str::to_owned).collect())
}
