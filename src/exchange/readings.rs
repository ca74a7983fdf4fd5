//! Rows of a file to readings.

use std::cell::OnceCell;
use std::collections::HashMap;

use csv::StringRecord;

use super::cell;
use super::date::{DateProblem, parse_date};
use super::evidence::format_shown_by;
use super::headers::{Mapping, READING_FIELDS};
use super::input::Input;
use super::near;
use super::number::{NumberFormat, NumberProblem, parse_number, parse_value};
use super::objectives::joined;
use super::problem::{Note, RowError};
use super::rows::{FileProblem, Rows};
use super::sheet::{MAX_OBJECTIVES, Remarks, Seen, Sheet};
use crate::domain::period::{Date, FiscalCalendar, Rhythm, parse_iso_date, parse_period};
use crate::domain::quantity::{Value, rounded};
use crate::domain::reading::DecisionKind;

/// An objective that readings can belong to.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Its code.
    pub code: String,
    /// Its periods.
    pub rhythm: Rhythm,
    /// Its unit.
    pub unit: String,
    /// Whether its unit is percent.
    pub percent: bool,
}

/// What reading readings needs to know.
pub struct Context<'a> {
    /// `field=Header`.
    pub maps: &'a [String],
    /// How `1,234` is meant.
    pub format: NumberFormat,
    /// No reading was recorded or measured after this day.
    pub today: Date,
    /// The register's fiscal calendar.
    pub calendar: FiscalCalendar,
    /// The objectives of the register; a row's objective is the place in this list.
    pub objectives: &'a [Measured],
}

/// All rows of a file.
#[derive(Debug, Default)]
pub struct ReadingSheet {
    /// Rows that could be read.
    pub rows: Sheet,
    /// Errors, at most [`MAX_ERRORS`] of them.
    pub errors: Vec<RowError>,
    /// How many rows could not be read.
    pub refused: usize,
    /// What a person should know.
    pub notes: Vec<Note>,
    /// (field, header).
    pub mapping: Vec<(String, String)>,
}

/// Bytes of about the shortest row: a code, a date, a value.
const SHORTEST_ROW: usize = 16;

/// Errors that are kept; the rest is counted.
pub const MAX_ERRORS: usize = 1000;
/// Fields whose cells repeat from row to row and are kept once.
const REMARKS: [&str; 9] = [
    "recorded_on",
    "reported_by",
    "reported_on",
    "source",
    "evidence",
    "evaluation",
    "evaluated_by",
    "decision",
    "reason",
];

/// Reads the whole file.
pub fn read_readings(input: &Input, context: &Context<'_>) -> Result<ReadingSheet, FileProblem> {
    let mut rows = Rows::open(input)?;
    let headers: Vec<&str> = rows.headers.iter().collect();
    let mapping = Mapping::find(&READING_FIELDS, &headers, context.maps, &["code", "period_end"])?;
    let says_a_value = mapping.has("value") || (mapping.has("numerator") && mapping.has("denominator"));
    if !says_a_value {
        Mapping::find(&READING_FIELDS, &headers, context.maps, &["value"])?;
    }
    let mut sheet = ReadingSheet {
        rows: Sheet::with_room(input.size / SHORTEST_ROW),
        mapping: mapping.pairs(),
        notes: input.notes.iter().chain(&mapping.notes).cloned().collect(),
        ..ReadingSheet::default()
    };
    let headers = rows.headers.clone();
    let mut reader = Reader::new(input, &mapping, context);
    let mut record = StringRecord::new();
    while let Some(line) = rows.next(&mut record)? {
        let read = Rows::check(&headers, &record, line).map_err(|error| vec![error]);
        if let Err(mut errors) = read.and_then(|()| reader.read(&record, line, &mut sheet.rows)) {
            sheet.refused += 1;
            errors.truncate(MAX_ERRORS.saturating_sub(sheet.errors.len()));
            sheet.errors.append(&mut errors);
        }
        if sheet.rows.is_full() {
            return Err(FileProblem::NoTable(
                "the file has more rows than can be brought in at once; split it".to_owned(),
            ));
        }
    }
    Ok(sheet)
}

struct Reader<'a> {
    input: &'a Input,
    /// The number format the file's certain cells show.
    shown: OnceCell<NumberFormat>,
    mapping: &'a Mapping,
    context: &'a Context<'a>,
    by_code: HashMap<&'a str, usize>,
    other_codes: HashMap<String, Result<usize, String>>,
    seen: Seen,
    code: usize,
    period: usize,
    value: Option<usize>,
    share: Option<(usize, usize)>,
    /// The columns of [`REMARKS`], in their order.
    remark_columns: Vec<usize>,
    /// The objective of the row before: files often stand in its order.
    last: usize,
    cells: Vec<u8>,
}

impl<'a> Reader<'a> {
    fn new(input: &'a Input, mapping: &'a Mapping, context: &'a Context<'a>) -> Reader<'a> {
        let of = |field: &str| mapping.columns_of(field).iter().map(|column| column.at);
        Reader {
            input,
            shown: OnceCell::new(),
            by_code: context.objectives.iter().enumerate().map(|(at, o)| (o.code.as_str(), at)).collect(),
            other_codes: HashMap::new(),
            seen: Seen::default(),
            code: mapping.column("code").unwrap_or(0),
            period: mapping.column("period_end").unwrap_or(0),
            value: mapping.column("value"),
            share: mapping.column("numerator").zip(mapping.column("denominator")),
            remark_columns: REMARKS.iter().flat_map(|field| of(field)).collect(),
            last: 0,
            cells: Vec::new(),
            mapping,
            context,
        }
    }

    fn read(&mut self, record: &StringRecord, line: u64, rows: &mut Sheet) -> Result<(), Vec<RowError>> {
        let mapping = self.mapping;
        let refused = |field: &str, reason: String| RowError::cell(line, mapping.header(field), reason);
        let objective = self.objective(trimmed(record, self.code)).map_err(|reason| vec![refused("code", reason)])?;
        let measured = &self.context.objectives[objective];
        let day = self.day(trimmed(record, self.period), measured).map_err(|reason| refused("period_end", reason));
        let value = self.value(record, measured).map_err(|(field, reason)| refused(field, reason));
        let remarks = self.remarks(record, line, rows);
        match (day, value, remarks) {
            (Ok(day), Ok(value), Ok(remarks)) => {
                self.last = objective;
                rows.push(objective, line, day, value, remarks);
                Ok(())
            }
            (day, value, remarks) => {
                Err(day.err().into_iter().chain(value.err()).chain(remarks.err().into_iter().flatten()).collect())
            }
        }
    }

    fn objective(&mut self, code: &str) -> Result<usize, String> {
        let code = cell::bare(code);
        if self.context.objectives.get(self.last).is_some_and(|o| o.code == code) {
            return Ok(self.last);
        }
        if code.is_empty() {
            return Err("a code is missing".to_owned());
        }
        match self.by_code.get(code) {
            Some(at) if *at < MAX_OBJECTIVES => Ok(*at),
            Some(_) => Err("the register has more objectives than one file can bring readings for".to_owned()),
            None => self.otherwise_spelled(code),
        }
    }

    /// A code in another case, or one nobody has. Looking through all objectives is slow, so each code is looked for
    /// once.
    fn otherwise_spelled(&mut self, code: &str) -> Result<usize, String> {
        if let Some(known) = self.other_codes.get(code) {
            return known.clone();
        }
        let objectives = self.context.objectives;
        let found = objectives.iter().position(|o| o.code.eq_ignore_ascii_case(code)).ok_or_else(|| {
            let hint = near::hint(code, objectives.iter().map(|o| o.code.as_str()));
            format!("the register has no objective `{code}`{hint}")
        });
        if self.other_codes.len() < MAX_ERRORS {
            self.other_codes.insert(code.to_owned(), found.clone());
        }
        found
    }

    fn day(&self, text: &str, measured: &Measured) -> Result<Date, String> {
        let day = match parse_iso_date(text) {
            Some(day) => day,
            None if text.is_empty() => return Err("a date or period is missing".to_owned()),
            None => match parse_date(text) {
                Ok(day) => day,
                Err(DateProblem::NotADate(_)) => {
                    let found = parse_period(text, measured.rhythm, self.context.calendar);
                    found.map_err(|problem| problem.to_string())?.measured_on
                }
                Err(problem) => return Err(problem.to_string()),
            },
        };
        Ok(day)
    }

    /// Reads a number; one that can mean two things is read as the rest of the file shows, which is looked at only then.
    fn settled<T>(&self, read: impl Fn(NumberFormat) -> Result<T, NumberProblem>) -> Result<T, NumberProblem> {
        match read(self.context.format) {
            Err(NumberProblem::Ambiguous { .. }) if self.context.format == NumberFormat::Unstated => {
                read(*self.shown.get_or_init(|| format_shown_by(self.input).unwrap_or_default()))
            }
            settled => settled,
        }
    }

    fn value(&self, record: &StringRecord, measured: &Measured) -> Result<Value, (&'static str, String)> {
        let text = self.value.map_or("", |at| trimmed(record, at));
        let (n, d) = self.share.map_or(("", ""), |(n, d)| (trimmed(record, n), trimmed(record, d)));
        let number = |text, field| {
            self.settled(|format| parse_number(text, "", format)).map_err(|problem| (field, problem.to_string()))
        };
        let plain = || {
            self.settled(|format| parse_value(text, &measured.unit, format))
                .map_err(|problem| ("value", problem.to_string()))
        };
        match (n, d) {
            ("", "") if text.is_empty() => Err(("value", "a value is missing".to_owned())),
            ("", "") => plain(),
            ("", _) => Err(("numerator", "is missing beside the denominator".to_owned())),
            (_, "") => Err(("denominator", "is missing beside the numerator".to_owned())),
            (n, d) => {
                let share = Value::share(number(n, "numerator")?, number(d, "denominator")?)
                    .ok_or_else(|| ("denominator", format!("{n}/{d} is no share")))?;
                if !text.is_empty() {
                    agrees(&share, &plain()?, measured.percent).map_err(|reason| ("value", reason))?;
                }
                Ok(share)
            }
        }
    }

    /// The number of the row's remarks: read once for all rows with the same cells.
    fn remarks(&mut self, record: &StringRecord, line: u64, rows: &mut Sheet) -> Result<u32, Vec<RowError>> {
        self.cells.clear();
        for column in &self.remark_columns {
            self.cells.extend_from_slice(record.get(*column).unwrap_or("").as_bytes());
            self.cells.push(0);
        }
        if let Some(number) = self.seen.get(&self.cells) {
            return Ok(number);
        }
        let remarks = self.read_remarks(record, line)?;
        let number = rows.keep(remarks);
        self.seen.remember(&self.cells, number);
        Ok(number)
    }

    fn read_remarks(&self, record: &StringRecord, line: u64) -> Result<Remarks, Vec<RowError>> {
        let mut errors = Vec::new();
        let text = |field| joined(self.mapping, record, field).unwrap_or_default();
        let mut date = |field: &'static str| {
            let text = text(field);
            let found = if text.is_empty() { Ok(None) } else { parse_date(&text).map(Some) };
            let checked = found.map_err(|problem| problem.to_string()).and_then(|day| match day {
                Some(day) if day > self.context.today => Err(format!("{day} lies in the future")),
                day => Ok(day),
            });
            checked.unwrap_or_else(|reason| {
                errors.push(RowError::cell(line, self.mapping.header(field), reason));
                None
            })
        };
        let (recorded_on, reported_on) = (date("recorded_on"), date("reported_on"));
        let words = text("decision");
        let decision = if words.is_empty() { None } else { cell::decision(&words) };
        if decision.is_none() && !words.is_empty() {
            let known = DecisionKind::ALL.iter().map(|d| d.word()).collect::<Vec<_>>().join(" ");
            errors.push(RowError::cell(
                line,
                self.mapping.header("decision"),
                format!("`{words}` is no decision; write one of {known}"),
            ));
        }
        let remarks = Remarks {
            recorded_on,
            reported_by: text("reported_by"),
            reported_on,
            source: text("source"),
            evidence: text("evidence"),
            evaluation: text("evaluation"),
            evaluated_by: text("evaluated_by"),
            decision,
            reason: text("reason"),
        };
        if errors.is_empty() { Ok(remarks) } else { Err(errors) }
    }
}

fn trimmed(record: &StringRecord, at: usize) -> &str {
    record.get(at).unwrap_or("").trim()
}

/// Whether the number beside a share is that share, at the decimals it is written with.
fn agrees(share: &Value, beside: &Value, percent: bool) -> Result<(), String> {
    let (Some(exact), Value::Plain(number)) = (share.exact(percent), beside) else { return Ok(()) };
    if rounded(&exact, number.scale()) == number.to_string() {
        Ok(())
    } else {
        let shown = rounded(&exact, number.scale() + 2);
        Err(format!("{number} is not {}, which is {shown}", share.as_typed()))
    }
}
