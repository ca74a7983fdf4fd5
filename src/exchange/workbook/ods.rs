//! Workbooks of LibreOffice and its kin: one part holds all sheets.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::archive::{Archive, damaged, no_workbook};
use super::parts::{Piece, Xml, attribute, name_of, text_of};
use super::xlsx::{check_place, exact, in_rows, text_cell};
use super::{Cell, CellAt, Comment, Merged, Sheet, Workbook, WorkbookProblem};
use crate::exchange::date::parse_date;

/// Reads all sheets.
pub(super) fn read(archive: &mut Archive) -> Result<Workbook, WorkbookProblem> {
    let manifest = text_of(archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(no_workbook("it has a password; save it without one".to_owned()));
    }
    let text = text_of(archive, "content.xml")?.unwrap_or_default();
    let mut reader = Content { xml: Xml::new(&text), hidden_styles: Vec::new(), sheets: Vec::new() };
    reader.read()?;
    if reader.sheets.is_empty() {
        return Err(no_workbook("the workbook has no sheet".to_owned()));
    }
    Ok(Workbook { sheets: reader.sheets, notes: Vec::new() })
}

struct Content<'t> {
    xml: Xml<'t>,
    /// Styles whose tables are not shown.
    hidden_styles: Vec<String>,
    sheets: Vec<Sheet>,
}

impl Content<'_> {
    fn read(&mut self) -> Result<(), WorkbookProblem> {
        let mut style = String::new();
        while let Some(piece) = self.xml.next()? {
            let Piece::Start(start) = piece else { continue };
            match name_of(&start).as_str() {
                "style" => style = attribute(&start, "name").unwrap_or_default(),
                "table-properties" if attribute(&start, "display").as_deref() == Some("false") => {
                    self.hidden_styles.push(style.clone());
                }
                "table" => {
                    let sheet = self.sheet(&start)?;
                    self.sheets.push(sheet);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn sheet(&mut self, start: &BytesStart<'_>) -> Result<Sheet, WorkbookProblem> {
        let style = attribute(start, "style-name").unwrap_or_default();
        let name = attribute(start, "name").unwrap_or_default();
        let hidden = self.hidden_styles.contains(&style);
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        let (mut cells, mut hidden_rows, mut row) = (BTreeMap::new(), Vec::new(), 0u32);
        let mut inner = 0;
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Start(start) => match name_of(&start).as_str() {
                    "table-row" if inner == 0 => {
                        let before = cells.len();
                        self.row(row, &mut cells, &mut sheet)?;
                        let times = repeated(&start, "number-rows-repeated");
                        if times > 1 && cells.len() > before {
                            repeat_row(&mut cells, row, times, &sheet.name)?;
                        }
                        let shown = attribute(&start, "visibility").is_none_or(|how| how == "visible");
                        if !shown && cells.len() > before {
                            hidden_rows.extend((row + 1..=row.saturating_add(times)).take(super::MAX_ROW as usize));
                        }
                        row = row.saturating_add(times);
                    }
                    // A chart or another object may hold a table of its own.
                    "table" => inner += 1,
                    _ => {}
                },
                Piece::End(name) if name == "table" && inner == 0 => break,
                Piece::End(name) if name == "table" => inner -= 1,
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
        sheet.rows = in_rows(cells, &hidden_rows);
        Ok(sheet)
    }

    fn row(&mut self, row: u32, cells: &mut BTreeMap<CellAt, Cell>, sheet: &mut Sheet) -> Result<(), WorkbookProblem> {
        let mut column = 0u32;
        while let Some(piece) = self.xml.next()? {
            match piece {
                Piece::Start(start) => {
                    let covered = match name_of(&start).as_str() {
                        "table-cell" => false,
                        "covered-table-cell" => true,
                        _ => continue,
                    };
                    let at = CellAt::new(row.saturating_add(1), column);
                    let times = repeated(&start, "number-columns-repeated");
                    let (cell, comment) = self.cell(&start)?;
                    if let Some(comment) = comment {
                        sheet.comments.insert(at, comment);
                    }
                    let (wide, high) =
                        (spanned(&start, "number-columns-spanned"), spanned(&start, "number-rows-spanned"));
                    if wide > 1 || high > 1 {
                        let to = CellAt::new(at.row.saturating_add(high - 1), column.saturating_add(wide - 1));
                        sheet.merged.push(Merged { from: at, to });
                    }
                    if cell != Cell::Empty && !covered {
                        for column in column..column.saturating_add(times) {
                            check_place(row, column, cells.len(), &sheet.name)?;
                            cells.insert(CellAt::new(row + 1, column), cell.clone());
                        }
                    }
                    column = column.saturating_add(times);
                }
                Piece::End(name) if name == "table-row" => break,
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn cell(&mut self, start: &BytesStart<'_>) -> Result<(Cell, Option<Comment>), WorkbookProblem> {
        let (mut text, mut comment, mut depth) = (String::new(), None, 1);
        while depth > 0 {
            match self.xml.next()? {
                None => return Err(damaged("a sheet ends inside of a cell")),
                Some(Piece::Start(inner)) => match name_of(&inner).as_str() {
                    "annotation" => comment = Some(self.comment()?),
                    name => {
                        depth += 1;
                        match name {
                            "p" if !text.is_empty() => text.push('\n'),
                            "line-break" => text.push('\n'),
                            "tab" => text.push('\t'),
                            "s" => text.push_str(&" ".repeat(repeated(&inner, "c").min(100) as usize)),
                            _ => {}
                        }
                    }
                },
                Some(Piece::End(_)) => depth -= 1,
                Some(Piece::Text(said)) if depth > 1 => text.push_str(&said),
                Some(Piece::Text(_)) => {}
            }
        }
        Ok((content(start, text), comment))
    }

    fn comment(&mut self) -> Result<Comment, WorkbookProblem> {
        let (mut comment, mut element) = (Comment::default(), String::new());
        loop {
            match self.xml.next()? {
                None => return Err(damaged("a sheet ends inside of a comment")),
                Some(Piece::Start(start)) => {
                    element = name_of(&start);
                    if element == "p" && !comment.text.is_empty() {
                        comment.text.push('\n');
                    }
                }
                Some(Piece::Text(text)) => match element.as_str() {
                    "creator" => comment.author.push_str(&text),
                    "date" | "date-string" | "" => {}
                    _ => comment.text.push_str(&text),
                },
                Some(Piece::End(name)) if name == "annotation" => return Ok(comment.without_author()),
                Some(Piece::End(name)) => {
                    if name == element && name != "span" && name != "a" {
                        element.clear();
                    }
                }
            }
        }
    }
}

fn content(start: &BytesStart<'_>, text: String) -> Cell {
    let value = attribute(start, "value");
    let kinds: Vec<String> = start
        .attributes()
        .flatten()
        .filter(|attribute| attribute.key.local_name().as_ref() == "value-type")
        .map(|attribute| attribute.value.into_owned())
        .collect();
    if kinds.iter().any(|kind| kind == "error") {
        return Cell::Error(text);
    }
    match kinds.first().map_or("", String::as_str) {
        "float" | "currency" | "percentage" => {
            let number = value.as_deref().and_then(|value| value.parse::<f64>().ok());
            let percent = kinds.iter().any(|kind| kind == "percentage");
            number.map_or_else(|| text_cell(&text), |number| Cell::Number { exact: exact(number), percent })
        }
        "date" => {
            let day = attribute(start, "date-value").and_then(|value| parse_date(&value).ok());
            day.map_or_else(|| text_cell(&text), Cell::Date)
        }
        "boolean" => text_cell(&text),
        "string" => text_cell(&attribute(start, "string-value").filter(|said| !said.is_empty()).unwrap_or(text)),
        "" if attribute(start, "formula").is_some() => Cell::Unknown,
        _ => text_cell(&text),
    }
}

/// How often something stands in a row: at least once.
fn repeated(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

fn spanned(start: &BytesStart<'_>, name: &str) -> u32 {
    repeated(start, name).min(super::MAX_ROW)
}

fn repeat_row(cells: &mut BTreeMap<CellAt, Cell>, row: u32, times: u32, sheet: &str) -> Result<(), WorkbookProblem> {
    let first = CellAt::new(row + 1, 0);
    let model: Vec<(u32, Cell)> = cells.range(first..).map(|(at, cell)| (at.column, cell.clone())).collect();
    for row in row + 1..row.saturating_add(times) {
        for (column, cell) in &model {
            check_place(row, *column, cells.len(), sheet)?;
            cells.insert(CellAt::new(row + 1, *column), cell.clone());
        }
    }
    Ok(())
}
