//! A sheet of one entry a row, handed to the readers of sources and people as it stands.

use std::collections::BTreeMap;

use super::cells::{Grid, written};
use super::layout::header_row_of;
use super::{Cell, CellAt, Sheet, Workbook};
use crate::app::refusal::Refusal;
use crate::exchange::headers::Field;
use crate::exchange::input::Table;
use crate::exchange::number::NumberFormat;

/// The rows of a sheet below the row that names the columns, the one with most headers of `fields`; messages about them
/// carry the numbers of the sheet.
pub(crate) fn table_of(
    book: &Workbook,
    name: &str,
    sheet: &str,
    header_row: Option<u32>,
    fields: &'static [Field],
) -> Result<Table, Refusal> {
    let sheet = sheet_named(&book.sheets, name, sheet)?;
    let typed = BTreeMap::new();
    let grid = Grid { sheet, typed: &typed };
    let header = header_row.unwrap_or_else(|| header_row_of(grid, fields));
    let filled: Vec<u32> = (0..sheet.width()).filter(|at| !grid.text(CellAt::new(header, *at)).is_empty()).collect();
    if filled.is_empty() {
        return Err(Refusal::invalid(format!("{name}: sheet `{}` has no row that names its columns", sheet.name)));
    }
    let text = |at: CellAt| match sheet.cell(at) {
        Cell::Number { exact, .. } => written(exact, NumberFormat::Unstated),
        cell => cell.text(),
    };
    let below = sheet.rows.iter().map(|row| row.number).filter(|row| *row > header);
    let rows =
        below.map(|row| (u64::from(row), filled.iter().map(|at| text(CellAt::new(row, *at))).collect::<Vec<_>>()));
    Ok(Table {
        headers: filled.iter().map(|at| grid.text(CellAt::new(header, *at))).collect(),
        rows: rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).collect(),
    })
}

/// A sheet by its name, in any case; the first one that is shown where no name is given.
pub(super) fn sheet_named<'a>(sheets: &'a [Sheet], file: &str, name: &str) -> Result<&'a Sheet, Refusal> {
    let found = if name.is_empty() {
        sheets.iter().find(|sheet| !sheet.hidden).or(sheets.first())
    } else {
        sheets.iter().find(|sheet| sheet.name.to_lowercase() == name.trim().to_lowercase())
    };
    found.ok_or_else(|| {
        let names: Vec<String> = sheets.iter().map(|sheet| format!("`{}`", sheet.name)).collect();
        Refusal::not_found(format!("{file} has no sheet `{name}`; it has {}", names.join(", ")))
    })
}
