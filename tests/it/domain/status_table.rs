//! Reads the tables of worked status cases: one row, one objective with its readings and what is expected of it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, CriterionDone, Definition, Direction, Kind, Lifecycle, Objective,
    Operator,
};
use sixtwo::domain::period::{Date, FiscalCalendar, FiscalLabel, Frequency, parse_iso_date};
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::reading::Reading;
use sixtwo::domain::register::Rules;
use sixtwo::domain::target::{Segment, Standard, Waypoint};

const COLUMNS: &[&str] = &[
    "case_id",
    "title",
    "kind",
    "unit",
    "direction",
    "op",
    "baseline",
    "baseline_date",
    "target",
    "target_hi",
    "warn",
    "floor",
    "start_date",
    "due_date",
    "frequency",
    "fy_start_month",
    "grace_days",
    "trajectory",
    "waypoints",
    "target_versions",
    "segments",
    "required_met",
    "readings",
    "milestones",
    "checkins",
    "lifecycle",
    "retired_on",
    "as_of",
    "expected_status",
    "expected_freshness",
    "expected_missed_periods",
    "expected_latest_eval",
    "expected_progress_pct",
    "expected_elapsed_pct",
    "expected_reason",
    "notes",
];

/// A table cannot do without these columns.
const NEEDED: &[&str] = &["case_id", "kind", "start_date", "frequency", "as_of", "expected_status"];

/// One row of a table.
pub struct Case {
    pub file: String,
    pub id: String,
    pub objective: Objective,
    pub readings: Vec<Reading>,
    pub rules: Rules,
    pub as_of: Date,
    cells: HashMap<String, String>,
}

impl Case {
    /// What a column expects; `None` where the cell is empty: not asserted.
    pub fn expected(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

/// The folder of the tables: the repository's own, or the one a person names.
pub fn folder() -> PathBuf {
    match std::env::var_os("SIXTWO_STATUS_CASES") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => own_folder(),
    }
}

/// The repository's own tables.
pub fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/status")
}

/// Every case of every `*.csv` of a folder, and every fault that keeps a row from being a case.
pub fn read_folder(folder: &Path) -> (Vec<Case>, Vec<String>) {
    let mut files: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_csv(path)).collect(),
        Err(error) => return (Vec::new(), vec![format!("{}: {error}", folder.display())]),
    };
    files.sort();
    if files.is_empty() {
        return (Vec::new(), vec![format!("{}: no *.csv in this folder", folder.display())]);
    }
    let (mut cases, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        read_file(&file, &mut cases, &mut faults);
    }
    if cases.is_empty() && faults.is_empty() {
        faults.push(format!("{}: no case in this folder", folder.display()));
    }
    (cases, faults)
}

fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

#[allow(clippy::print_stderr, reason = "whoever runs other tables is told what was left aside; it is no fault")]
fn read_file(path: &Path, cases: &mut Vec<Case>, faults: &mut Vec<String>) {
    let name = path.display().to_string();
    let mut reader = match csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path) {
        Ok(reader) => reader,
        Err(error) => return faults.push(format!("{name}: {error}")),
    };
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|h| h.trim_start_matches('\u{feff}').to_owned()).collect(),
        Err(error) => return faults.push(format!("{name}: {error}")),
    };
    if !header.iter().any(|column| column == "case_id" || column == "expected_status") {
        eprintln!("{name}: no status table, left aside");
        return;
    }
    for column in header.iter().filter(|column| !COLUMNS.contains(&column.as_str())) {
        // An expectation nobody checks must not look checked; a remark may stand beside the cases.
        if column.starts_with("expected_") {
            faults.push(format!("{name}: unknown column `{column}`"));
        } else {
            eprintln!("{name}: column `{column}` is a remark, no rule reads it");
        }
    }
    for column in NEEDED.iter().filter(|column| !header.iter().any(|h| h == *column)) {
        faults.push(format!("{name}: column `{column}` is missing"));
    }
    for (at, record) in reader.records().enumerate() {
        let row = match record {
            Ok(record) => header.iter().cloned().zip(record.iter().map(str::to_owned)).collect(),
            Err(error) => {
                faults.push(format!("{name}: row {}: {error}", at + 2));
                continue;
            }
        };
        match (Row { cells: row }).case(&name) {
            Ok(case) => cases.push(case),
            Err(fault) => faults.push(format!("{name}: row {}: {fault}", at + 2)),
        }
    }
}

struct Row {
    cells: HashMap<String, String>,
}

type Parsed<T> = Result<T, String>;

impl Row {
    fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn some(&self, column: &str) -> Option<&str> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty())
    }

    fn read<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Parsed<Option<T>> {
        self.some(column)
            .map(|cell| read(cell).ok_or_else(|| format!("{}: {column} `{cell}` is unreadable", self.cell("case_id"))))
            .transpose()
    }

    fn required<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Parsed<T> {
        self.read(column, read)?.ok_or_else(|| format!("{}: {column} is empty", self.cell("case_id")))
    }

    /// The `;`-joined entries of a cell, each read.
    fn list<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Parsed<Vec<T>> {
        let entries = self.cell(column).split(';').map(str::trim).filter(|entry| !entry.is_empty());
        entries
            .map(|entry| {
                read(entry).ok_or_else(|| format!("{}: {column} `{entry}` is unreadable", self.cell("case_id")))
            })
            .collect()
    }

    fn case(self, file: &str) -> Parsed<Case> {
        let as_of = self.required("as_of", parse_iso_date)?;
        let start_month = self.read("fy_start_month", |c| c.parse().ok().filter(|m| (1..=12).contains(m)))?;
        let calendar = FiscalCalendar { start_month: start_month.unwrap_or(1), label: FiscalLabel::Both };
        Ok(Case {
            file: file.to_owned(),
            id: self.required("case_id", |id| Some(id.to_owned()))?,
            objective: self.objective(as_of)?,
            readings: self.readings(calendar)?,
            rules: Rules { calendar, ..Rules::default() },
            as_of,
            cells: self.cells,
        })
    }

    fn objective(&self, as_of: Date) -> Parsed<Objective> {
        let (criteria, criteria_done) = self.criteria(as_of)?;
        let definition = Definition { criteria, ..self.definition()? };
        let (lifecycle, closing) = self.lifecycle(as_of)?;
        let checkins = self.list("checkins", parse_iso_date)?;
        Ok(Objective {
            code: self.cell("case_id").to_owned(),
            lifecycle,
            closing,
            standards: self.standards(&definition)?,
            segments: self.segments()?,
            criteria_done,
            checkins: checkins.into_iter().filter(|day| *day <= as_of).collect(),
            definition,
        })
    }

    fn definition(&self) -> Parsed<Definition> {
        let kind = self.required("kind", Kind::from_word)?;
        let baseline_date = self.read("baseline_date", parse_iso_date)?;
        let baseline = self.read("baseline", decimal)?;
        let steps = self.cell("trajectory") == "steps";
        let waypoints = self.list("waypoints", waypoint)?;
        let start = self.required("start_date", parse_iso_date)?;
        Ok(Definition {
            kind,
            unit: self.some("unit").unwrap_or("%").to_owned(),
            direction: self.read("direction", Direction::from_word)?,
            operator: self.read("op", Operator::from_word)?,
            baseline: baseline.map(|value| Baseline { value, date: baseline_date, estimated: false }),
            target: self.read("target", decimal)?,
            target_high: self.read("target_hi", decimal)?,
            warn: self.read("warn", decimal)?,
            floor: self.read("floor", decimal)?,
            required_met: self.read("required_met", |cell| cell.parse().ok())?,
            frequency: self.required("frequency", Frequency::from_letter)?,
            grace_days: self.read("grace_days", |cell| cell.parse().ok())?,
            due: self.read("due_date", parse_iso_date)?,
            waypoints: if steps { waypoints } else { Vec::new() },
            ..Definition::titled(self.cell("title"), start)
        })
    }

    /// The first target reaches back without end; warn and floor carry over to its versions.
    fn standards(&self, definition: &Definition) -> Parsed<Vec<Standard>> {
        let Some(first) = Standard::of(definition, Date::MIN) else { return Ok(Vec::new()) };
        let mut versions = self.list("target_versions", |entry| {
            let (from, target) = entry.split_once('=')?;
            let (target, target_high) = target_or_range(target)?;
            Some(Standard { from: parse_iso_date(from.trim())?, target, target_high, ..first.clone() })
        })?;
        versions.sort_by_key(|version| version.from);
        Ok(std::iter::once(first).chain(versions).collect())
    }

    fn segments(&self) -> Parsed<Vec<Segment>> {
        let mut segments = self.list("segments", segment)?;
        segments.sort_by_key(|segment| segment.from);
        Ok(segments)
    }

    fn criteria(&self, as_of: Date) -> Parsed<(Vec<Criterion>, Vec<CriterionDone>)> {
        let rows = self.list("milestones", |entry| {
            let [text, planned, done] = entry.split('|').map(str::trim).collect::<Vec<_>>().try_into().ok()?;
            Some((Criterion { text: text.to_owned(), planned: date_or_none(planned)? }, date_or_none(done)?))
        })?;
        let done = |(at, (_, done)): (usize, &(Criterion, Option<NaiveDate>))| {
            let done = done.filter(|day| *day <= as_of)?;
            Some(CriterionDone { number: at as u32 + 1, done, evidence: String::new() })
        };
        let evidenced = rows.iter().enumerate().filter_map(done).collect();
        Ok((rows.into_iter().map(|(criterion, _)| criterion).collect(), evidenced))
    }

    /// A closing of a later day was not known yet.
    fn lifecycle(&self, as_of: Date) -> Parsed<(Lifecycle, Option<Closing>)> {
        let word = self.some("lifecycle").unwrap_or("approved");
        let retired_on = self.read("retired_on", parse_iso_date)?;
        let lifecycle = match word {
            "draft" => Lifecycle::Draft,
            "approved" | "in_force" | "retired" => Lifecycle::InForce,
            _ => return Err(format!("{}: lifecycle `{word}` is unreadable", self.cell("case_id"))),
        };
        if word == "retired" && retired_on.is_none() {
            return Err(format!("{}: retired without retired_on", self.cell("case_id")));
        }
        Ok(match retired_on.filter(|day| *day <= as_of) {
            Some(retired_on) if lifecycle == Lifecycle::InForce => {
                let (reason, successor) = (String::new(), String::new());
                let closing = Closing {
                    retired_on,
                    outcome: ClosingOutcome::Cancelled,
                    reason,
                    successor,
                    by: String::new(),
                    reference: String::new(),
                };
                (Lifecycle::Retired, Some(closing))
            }
            _ => (lifecycle, None),
        })
    }

    /// A later entry for the same date is a restatement; one without a date of its own was recorded at the end of its
    /// period.
    fn readings(&self, calendar: FiscalCalendar) -> Parsed<Vec<Reading>> {
        let rhythm = calendar.rhythm(self.required("frequency", Frequency::from_letter)?);
        let entries = self.list("readings", |entry| {
            let (day, rest) = entry.split_once('=')?;
            let (value, recorded) = rest.split_once('@').map_or((rest, None), |(value, on)| (value, Some(on)));
            let measured_on = parse_iso_date(day.trim())?;
            let recorded_on = recorded
                .map(|on| parse_iso_date(on.trim()))
                .map_or(Some(rhythm.containing(measured_on).end), |on| on)?;
            Some((measured_on, value.trim().parse().ok()?, recorded_on))
        })?;
        let mut readings: Vec<Reading> = Vec::new();
        for (measured_on, value, recorded_on) in entries {
            let revision = 1 + readings.iter().filter(|r| r.measured_on == measured_on).count() as u32;
            readings.push(Reading {
                measured_on,
                revision,
                value,
                known_from: recorded_on,
                claimed_on: Some(recorded_on),
                entered_on: recorded_on,
                imported: false,
                reported_by: String::new(),
                reported_on: None,
                source: String::new(),
                evidence: String::new(),
                evaluation: String::new(),
                evaluated_by: String::new(),
                automatic: false,
                decision: None,
                reason: String::new(),
                entered_by: String::new(),
                seq: readings.len() as u64 + 1,
                voided_seq: None,
                voided_on: None,
            });
        }
        Ok(readings)
    }
}

fn decimal(cell: &str) -> Option<Decimal> {
    cell.trim().parse().ok()
}

fn date_or_none(cell: &str) -> Option<Option<Date>> {
    if cell.is_empty() { Some(None) } else { parse_iso_date(cell).map(Some) }
}

fn target_or_range(text: &str) -> Option<(Decimal, Option<Decimal>)> {
    match text.split_once("..") {
        Some((low, high)) => Some((decimal(low)?, Some(decimal(high)?))),
        None => Some((decimal(text)?, None)),
    }
}

fn waypoint(entry: &str) -> Option<Waypoint> {
    let (date, value) = entry.split_once('=')?;
    Some(Waypoint { date: parse_iso_date(date.trim())?, value: decimal(value)? })
}

fn segment(entry: &str) -> Option<Segment> {
    let [from, baseline, target, due] = entry.split('|').map(str::trim).collect::<Vec<_>>().try_into().ok()?;
    let (target, target_high) = target_or_range(target)?;
    Some(Segment {
        from: parse_iso_date(from)?,
        baseline: decimal(baseline)?,
        target,
        target_high,
        due: parse_iso_date(due)?,
    })
}
