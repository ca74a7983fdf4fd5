//! Workbooks of Excel: values and number formats come from calamine, comments and hidden rows from the parts beside.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::archive::{Archive, damaged, no_workbook};
use super::delimited::too_wide;
use super::{Cell, CellAt, MAX_CELLS, MAX_COLUMN, MAX_ROW, Merged, Sheet, SheetRow, Workbook, WorkbookProblem};
use beside::Beside;

mod beside;

/// How many digits a spreadsheet shows of a number; what is stored behind them is noise of its arithmetic.
const DIGITS: i32 = 15;

type Values = Xlsx<Cursor<Vec<u8>>>;

/// Reads all sheets with cells; charts and macros are passed over.
pub(super) fn read(mut archive: Archive) -> Result<Workbook, WorkbookProblem> {
    let mut beside = Beside::read(&mut archive)?;
    let bytes = archive.into_inner().into_inner();
    let mut values = Values::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut workbook = Workbook::default();
    for known in values.sheets_metadata().to_vec() {
        if known.typ != SheetType::WorkSheet {
            workbook.notes.push(format!("sheet `{}` holds no cells and is left out", known.name));
            continue;
        }
        let more = beside.take(&known.name);
        let mut sheet = Sheet {
            hidden: known.visible != SheetVisible::Visible,
            rows: rows(&mut values, &known.name, &more.hidden_rows)?,
            merged: merged(&mut values, &known.name),
            comments: more.comments,
            name: known.name,
        };
        let height = sheet.height();
        sheet.merged.retain(|merged| merged.from.row <= height);
        workbook.sheets.push(sheet);
    }
    if workbook.sheets.is_empty() {
        return Err(no_workbook("the workbook has no sheet with cells".to_owned()));
    }
    Ok(workbook)
}

fn rows(values: &mut Values, name: &str, hidden: &[u32]) -> Result<Vec<SheetRow>, WorkbookProblem> {
    let mut found: BTreeMap<CellAt, Cell> = BTreeMap::new();
    let mut reader = values.worksheet_cells_reader(name).map_err(damaged)?;
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| shows_percent(&format.format_code)))
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let content = content(cell.get_value(), percent.get(style).copied().unwrap_or(false));
        if content != Cell::Empty {
            check_place(row, column, found.len(), name)?;
            found.insert(CellAt::new(row + 1, column), content);
        }
    }
    drop(reader);
    let mut formulas = values.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(formula) = formulas.next_formula().map_err(damaged)? {
        let (row, column) = formula.get_position();
        if !formula.get_value().is_empty() && row < MAX_ROW && column < MAX_COLUMN && found.len() < MAX_CELLS {
            found.entry(CellAt::new(row + 1, column)).or_insert(Cell::Unknown);
        }
    }
    Ok(in_rows(found, hidden))
}

/// Refuses what lies beyond what is read, naming where it lies.
pub(super) fn check_place(row: u32, column: u32, cells: usize, sheet: &str) -> Result<(), WorkbookProblem> {
    if column >= MAX_COLUMN {
        let WorkbookProblem::NoWorkbook(text) = too_wide(column as usize + 1) else { return Ok(()) };
        return Err(no_workbook(format!("sheet `{sheet}`: {text}")));
    }
    if row >= MAX_ROW {
        let at = CellAt::new(row + 1, column);
        let text = format!("sheet `{sheet}`: {at} holds something, and at most {MAX_ROW} rows are read");
        return Err(no_workbook(format!("{text}; clear what stands far below the table")));
    }
    if cells >= MAX_CELLS {
        return Err(no_workbook(format!("sheet `{sheet}`: more than {MAX_CELLS} cells; split it")));
    }
    Ok(())
}

/// Cells by place to rows.
pub(super) fn in_rows(found: BTreeMap<CellAt, Cell>, hidden: &[u32]) -> Vec<SheetRow> {
    let mut rows: Vec<SheetRow> = Vec::new();
    for (at, cell) in found {
        if rows.last().is_none_or(|row| row.number != at.row) {
            let hidden = hidden.binary_search(&at.row).is_ok();
            rows.push(SheetRow { number: at.row, hidden, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            row.cells.resize(at.column as usize, Cell::Empty);
            row.cells.push(cell);
        }
    }
    rows
}

fn content(value: &DataRef<'_>, percent: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Int(number) => Cell::Number { exact: number.to_string(), percent },
        DataRef::Float(number) => Cell::Number { exact: exact(*number), percent },
        DataRef::Bool(yes) => Cell::Text(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                .map_or_else(|| Cell::Number { exact: exact(moment.as_f64()), percent }, Cell::Date)
        }
        DataRef::DateTime(span) => Cell::Number { exact: exact(span.as_f64()), percent },
        DataRef::DateTimeIso(text) => {
            crate::exchange::date::parse_date(text).map_or_else(|_| text_cell(text), Cell::Date)
        }
        DataRef::DurationIso(text) => text_cell(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

pub(super) fn text_cell(text: &str) -> Cell {
    let text = text.replace('\0', "\u{fffd}");
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A stored number as the sheet means it: 0.95499999999999996 is 0.955.
pub(super) fn exact(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let size = if number == 0.0 { 0 } else { number.abs().log10().floor() as i32 + 1 };
    let places = (DIGITS - size).clamp(0, 30) as usize;
    let text = format!("{number:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if matches!(text, "-0" | "") { "0".to_owned() } else { text.to_owned() }
}

/// Whether a number format shows hundredths: `0%`, `0.0 %`; a sign in quotes or behind a backslash is a plain letter.
fn shows_percent(code: &str) -> bool {
    let (mut quoted, mut skip) = (false, false);
    for c in code.chars() {
        match c {
            _ if skip => skip = false,
            '\\' | '_' if !quoted => skip = true,
            '"' => quoted = !quoted,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

fn merged(values: &mut Values, name: &str) -> Vec<Merged> {
    let found = values.merge_cells_by_sheet_name(name).unwrap_or_default();
    let at = |(row, column): (u32, u32)| CellAt::new(row.saturating_add(1), column);
    found.iter().map(|area| Merged { from: at(area.start), to: at(area.end) }).collect()
}

#[cfg(test)]
mod tests {
    use super::{exact, shows_percent};

    #[test]
    fn a_stored_number_is_what_the_sheet_shows() {
        let cases = [
            (0.955, "0.955"),
            (95.5 / 100.0, "0.955"),
            (0.1 + 0.2, "0.3"),
            (95.0, "95"),
            (-0.0, "0"),
            (1_234_567.25, "1234567.25"),
            (1e-7, "0.0000001"),
            (123_456_789_012_345_680.0, "123456789012345680"),
        ];
        for (number, text) in cases {
            assert_eq!(exact(number), text);
        }
    }

    #[test]
    fn a_percent_sign_that_is_a_plain_letter_shows_no_percentage() {
        for (code, percent) in [("0%", true), ("0.0 %", true), ("General", false), ("0\" %\"", false), ("0\\%", false)]
        {
            assert_eq!(shows_percent(code), percent, "{code}");
        }
    }
}
