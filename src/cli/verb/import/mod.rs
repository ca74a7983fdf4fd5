//! `import`: takes over objectives, readings, sources or people from a file; all of it or nothing.

mod sheet;
mod words;

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use self::sheet::Wanted;
use self::words::SheetWords;
use super::super::page::json::SCHEMA;
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Failure, Place};
use super::outcome;
use crate::app::import::{ImportReport, ImportRequest, NumberFormat, Source};
use crate::app::{Refusal, RefusalKind};
use crate::domain::text::one_line;

const EXAMPLES: &str = "\
Examples:
  sixtwo import objectives objectives.csv --dry-run      what would happen, line by line
  sixtwo import objectives objectives.csv --update       changed objectives become new versions
  sixtwo import readings results.csv --map period_end=Year --map value=\"Result (%)\"
  sixtwo import readings results.tsv --skip-invalid
  sixtwo import sources risks.csv --map ref=\"Risk no.\"    risks, commitments, requirements, findings, ...
  sixtwo import people people.csv --update               changed people are taken over
  sixtwo import register register.xlsx                   a whole register, as `export register` wrote it
  sixtwo import sheet kpis.xlsx --dry-run                objectives and readings in one, months as columns
  sixtwo import sheet kpis.xlsx --percent readings=yes --cell J7=95.5 --approved-on 2026-01-15 --approved-by Board

csv, tsv, xlsx and ods are read. One error stops the whole file, unless --skip-invalid leaves such rows out; the same
file twice changes nothing. A workbook of objectives or readings is read as `import sheet` reads it: title rows above the
header are passed over, cell comments become meanings, and what cannot be known is asked before anything is written.
Not read: xls, pictures, threaded comments of Excel beside their classic copy, results a file does not store.";

/// Words of `import`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ImportArgs {
    /// What the file holds.
    #[command(subcommand)]
    pub what: What,
}

/// What a file holds.
#[derive(Debug, Subcommand)]
pub enum What {
    /// One objective per line
    #[command(after_help = EXAMPLES)]
    Objectives(FileArgs),
    /// One reading per line
    #[command(after_help = EXAMPLES)]
    Readings(FileArgs),
    /// What objectives serve: one commitment, risk, treatment, requirement, finding, event or priority per line
    #[command(after_help = EXAMPLES)]
    Sources(FileArgs),
    /// One person per line, with role and function
    #[command(after_help = EXAMPLES)]
    People(FileArgs),
    /// Objectives and their readings from one sheet, months or quarters as columns
    #[command(after_help = EXAMPLES)]
    Sheet(FileArgs),
    /// A whole register: the workbook `export register` writes
    #[command(after_help = EXAMPLES)]
    Register(RegisterArgs),
}

/// A workbook with a whole register.
#[derive(Args, Debug)]
pub struct RegisterArgs {
    /// xlsx or ods; `-` is stdin
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// The report as an object
    #[arg(long)]
    pub json: bool,
}

/// A file and how to read it.
#[derive(Args, Debug)]
pub struct FileArgs {
    /// csv, tsv, xlsx or ods; `-` is stdin
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Read the column Header as our field; may be repeated
    #[arg(long = "map", value_name = "FIELD=HEADER")]
    pub maps: Vec<String>,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// Let a changed objective become a new version, a changed source or person be taken over
    #[arg(long)]
    pub update: bool,
    /// Leave out rows with errors instead of stopping
    #[arg(long)]
    pub skip_invalid: bool,
    /// How `1,234` is meant
    #[arg(long, value_enum, value_name = "SIGN")]
    pub decimal: Option<DecimalSign>,
    /// The report as an object
    #[arg(long)]
    pub json: bool,
    /// What is said about a sheet
    #[command(flatten)]
    pub sheet: SheetWords,
}

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DecimalSign {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

/// Imports a file.
pub fn run(args: &ImportArgs, place: &Place, page: &mut Page) -> Done {
    let file = match &args.what {
        What::Objectives(file)
        | What::Readings(file)
        | What::Sources(file)
        | What::People(file)
        | What::Sheet(file) => file,
        What::Register(register) => return whole(register, place, page),
    };
    let request = file.request()?;
    if let Some(wanted) = file.read_as_sheet(&args.what, &request)? {
        return sheet::run(file, &request, wanted, place, page);
    }
    let mut session = place.open()?;
    let report = match &args.what {
        What::Objectives(_) | What::Sheet(_) | What::Register(_) => session.import_objectives(request)?,
        What::Readings(_) => session.import_readings(request)?,
        What::Sources(_) => session.import_sources(request)?,
        What::People(_) => session.import_people(request)?,
    };
    if file.json {
        page.json(&object(&report, file.dry_run))?;
    } else {
        print(&report, file.dry_run, page)?;
    }
    if report.stopped() { Err(stopped(&report, file.dry_run)) } else { Ok(Exit::Fine) }
}

impl FileArgs {
    /// How a sheet of objectives or readings is read; `None` for a plain list, which goes in row by row however long it
    /// is.
    fn read_as_sheet(&self, what: &What, request: &ImportRequest) -> Result<Option<Wanted>, Failure> {
        let packed = || {
            let unreadable =
                |error| Refusal::new(RefusalKind::File, format!("{}: cannot be read: {error}", request.name));
            request.source.is_spreadsheet().map_err(unreadable)
        };
        Ok(match what {
            What::Sheet(_) => Some(Wanted::Whatever),
            What::Objectives(_) if self.sheet.said() || packed()? => Some(Wanted::Objectives),
            What::Readings(_) if self.sheet.said() || packed()? => Some(Wanted::Readings),
            What::Objectives(_) | What::Readings(_) | What::Sources(_) | What::People(_) | What::Register(_) => None,
        })
    }

    fn request(&self) -> Result<ImportRequest, Failure> {
        Ok(ImportRequest {
            name: named(&self.path),
            source: source(&self.path)?,
            maps: self.maps.clone(),
            dry_run: self.dry_run,
            update: self.update,
            skip_invalid: self.skip_invalid,
            number_format: match self.decimal {
                None => NumberFormat::Unstated,
                Some(DecimalSign::Point) => NumberFormat::Point,
                Some(DecimalSign::Comma) => NumberFormat::Comma,
            },
            sheet: self.sheet.sheet.clone().unwrap_or_default(),
            header_row: self.sheet.header_row,
            ..ImportRequest::default()
        })
    }
}

/// Brings a whole register in.
fn whole(args: &RegisterArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let request = ImportRequest {
        name: named(&args.path),
        source: source(&args.path)?,
        dry_run: args.dry_run,
        ..ImportRequest::default()
    };
    let told = session.import_register(&request)?;
    if args.json {
        page.json(&json!({
            "schema": SCHEMA,
            "file": request.name,
            "dry_run": args.dry_run,
            "stopped": told.stopped(),
            "sheets": told.sheets.iter().map(|sheet| object(sheet, args.dry_run)).collect::<Vec<_>>(),
            "outcome": outcome::object(&told.outcome),
        }))?;
    } else {
        for sheet in &told.sheets {
            print(sheet, args.dry_run, page)?;
        }
    }
    match told.sheets.iter().find(|sheet| sheet.stopped()) {
        Some(sheet) => Err(stopped(sheet, args.dry_run)),
        None if args.json || args.dry_run => Ok(Exit::Fine),
        None => {
            outcome::print(&told.outcome, false, page)?;
            Ok(Exit::Fine)
        }
    }
}

fn named(path: &Path) -> String {
    one_line(&path.display().to_string()).into_owned()
}

fn source(path: &Path) -> Result<Source, Refusal> {
    if path == Path::new("-") { stdin() } else { Ok(Source::File(path.to_owned())) }
}

/// A file is read more than once, so what comes through a pipe is kept.
fn stdin() -> Result<Source, Refusal> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes.into()),
        Err(error) => Err(Refusal::new(RefusalKind::File, format!("stdin cannot be read: {error}"))),
    }
}

fn stopped(report: &ImportReport, dry_run: bool) -> Failure {
    let rows = if report.refused == 1 { "1 row has an error".to_owned() } else { rows_with_errors(report.refused) };
    let nothing = if dry_run { "nothing would be imported" } else { "nothing was imported" };
    Refusal::invalid(format!("{}: {rows}, {nothing}", report.name))
        .next("correct the file, or leave such rows out with --skip-invalid")
        .into()
}

fn rows_with_errors(count: usize) -> String {
    format!("{count} rows have errors")
}

fn print(report: &ImportReport, dry_run: bool, page: &mut Page) -> io::Result<()> {
    for error in report.error_lines() {
        note(&error);
    }
    for remark in &report.notes {
        note(&format!("{}: {remark}", report.name));
    }
    for (field, header) in report.mapping.iter().filter(|(field, header)| field != header) {
        note(&format!("{}: column `{header}` is read as {field}", report.name));
    }
    if dry_run {
        let mut table =
            Table::new([Column::numbers("row"), Column::text("change"), Column::text("code"), Column::prose("what")]);
        for line in &report.plan {
            let cells = [line.row.to_string(), line.change.word().into(), line.code.clone(), line.text.clone()];
            table.row(cells.map(Into::into));
        }
        table.print(page)?;
    }
    if report.stopped() {
        return Ok(());
    }
    let would = if dry_run { "would be " } else { "" };
    page.line(&format!(
        "{}: {} {would}created, {} {would}updated, {} unchanged, {} left out",
        report.name, report.created, report.updated, report.unchanged, report.skipped
    ))?;
    for warning in &report.outcome.warnings {
        note(warning);
    }
    if report.outcome.undoable && report.outcome.seq > 0 {
        note(&format!("`sixtwo undo {}` takes it back", report.outcome.seq));
    }
    Ok(())
}

fn object(report: &ImportReport, dry_run: bool) -> Value {
    let cell = |row: u64, column: &str, text: &str| json!({"row": row, "column": column, "text": text});
    json!({
        "schema": SCHEMA,
        "file": report.name,
        "dry_run": dry_run,
        "stopped": report.stopped(),
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "refused": report.refused,
        "errors": report.errors.iter().map(|e| cell(e.row, &e.column, &e.reason)).collect::<Vec<_>>(),
        "notes": report.notes.iter().map(|n| cell(n.row, &n.column, &n.text)).collect::<Vec<_>>(),
        "mapping": report.mapping.iter().map(|(f, h)| json!({"field": f, "header": h})).collect::<Vec<_>>(),
        "plan": report.plan.iter().map(|line| {
            json!({"row": line.row, "code": line.code, "change": line.change.word(), "text": line.text})
        }).collect::<Vec<_>>(),
        "outcome": outcome::object(&report.outcome),
    })
}
