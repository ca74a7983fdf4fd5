//! csv and tsv as a workbook of one sheet. Nothing is typed there: every cell is a text.

use csv::StringRecord;

use super::{Cell, MAX_CELLS, MAX_COLUMN, MAX_ROW, Sheet, SheetRow, Workbook, WorkbookProblem};
use crate::exchange::input::{Input, MAX_CELL, Source};

/// Reads the whole file.
pub(super) fn read(source: &Source, name: &str) -> Result<Workbook, WorkbookProblem> {
    let input = Input::look(source.clone())?;
    let broken = |error: csv::Error| WorkbookProblem::NoWorkbook(format!("the file is no readable table: {error}"));
    let mut reader = input.rows()?;
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let (mut record, mut cells, mut breaks) = (StringRecord::new(), 0, 0);
    while reader.read_record(&mut record).map_err(broken)? {
        // Blank lines are passed over by the reader and are rows of the sheet; line breaks inside of cells are not.
        let inside = record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
        let begun = record.position().map_or(0, csv::Position::line);
        let counted_back = reader.position().line().saturating_sub(inside + 1).max(begun);
        let number = u32::try_from(counted_back - breaks).unwrap_or(u32::MAX);
        breaks += inside;
        if record.len() > MAX_COLUMN as usize {
            return Err(too_wide(record.len()));
        }
        cells += record.len();
        if number > MAX_ROW || cells > MAX_CELLS {
            return Err(WorkbookProblem::NoWorkbook(format!(
                "more than {MAX_ROW} rows or {MAX_CELLS} cells; readings in a long list go in with `import readings`"
            )));
        }
        let cells: Vec<Cell> = record.iter().map(cell).collect();
        if let Some(at) = record.iter().position(|text| text.len() > MAX_CELL) {
            return Err(WorkbookProblem::NoWorkbook(format!(
                "row {number}, column {}: a cell holds at most {MAX_CELL} bytes",
                at + 1
            )));
        }
        if cells.iter().any(|cell| !cell.is_blank()) {
            sheet.rows.push(SheetRow { number, hidden: false, cells });
        }
    }
    Ok(Workbook { sheets: vec![sheet], notes: input.notes.into_iter().map(|note| note.to_string()).collect() })
}

/// More columns than are read.
pub(super) fn too_wide(columns: usize) -> WorkbookProblem {
    WorkbookProblem::NoWorkbook(format!("{columns} columns; at most {MAX_COLUMN} are read"))
}

fn cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.replace('\0', "\u{fffd}")) }
}
