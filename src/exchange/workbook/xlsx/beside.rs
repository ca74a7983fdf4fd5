//! What an xlsx file says beside the values of its sheets: comments at cells, and rows that are not shown.

use std::collections::{BTreeMap, HashMap};

use super::super::archive::Archive;
use super::super::parts::{Piece, Xml, attribute, name_of, text_of};
use super::super::{CellAt, Comment, WorkbookProblem};

/// Of one sheet.
#[derive(Debug, Default)]
pub(super) struct More {
    pub comments: BTreeMap<CellAt, Comment>,
    /// Numbers of rows, sorted.
    pub hidden_rows: Vec<u32>,
}

/// Of all sheets, by name.
#[derive(Debug, Default)]
pub(super) struct Beside {
    sheets: HashMap<String, More>,
}

impl Beside {
    pub fn read(archive: &mut Archive) -> Result<Beside, WorkbookProblem> {
        let book = book_part(archive)?;
        let targets = relations(archive, &book)?;
        let mut beside = Beside::default();
        for (name, id) in sheet_names(archive, &book)? {
            let Some(sheet) = targets.iter().find(|target| target.id == id).map(|target| target.part.clone()) else {
                continue;
            };
            let mut more = More { hidden_rows: hidden_rows(archive, &sheet)?, ..More::default() };
            for target in relations(archive, &sheet)?.iter().filter(|target| target.kind.ends_with("/comments")) {
                comments(archive, &target.part, &mut more.comments)?;
            }
            beside.sheets.insert(name, more);
        }
        Ok(beside)
    }

    pub fn take(&mut self, sheet: &str) -> More {
        self.sheets.remove(sheet).unwrap_or_default()
    }
}

/// A part another part points at.
struct Target {
    id: String,
    kind: String,
    part: String,
}

fn book_part(archive: &mut Archive) -> Result<String, WorkbookProblem> {
    let found = relations(archive, "")?.into_iter().find(|target| target.kind.ends_with("/officeDocument"));
    Ok(found.map_or_else(|| "xl/workbook.xml".to_owned(), |target| target.part))
}

/// Where the parts lie that a part points at; the archive as a whole is the part without a name.
fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Target>, WorkbookProblem> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let place = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(text) = text_of(archive, &place)? else { return Ok(Vec::new()) };
    let (mut xml, mut found) = (Xml::new(&text), Vec::new());
    while let Some(piece) = xml.next()? {
        let Piece::Start(start) = piece else { continue };
        let said = |name| attribute(&start, name).unwrap_or_default();
        if name_of(&start) == "Relationship" && said("TargetMode") != "External" {
            found.push(Target { id: said("Id"), kind: said("Type"), part: resolved(folder, &said("Target")) });
        }
    }
    Ok(found)
}

/// A target seen from a folder: `../comments1.xml` from `xl/worksheets` is `xl/comments1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// (name, id of its relation) of every sheet.
fn sheet_names(archive: &mut Archive, book: &str) -> Result<Vec<(String, String)>, WorkbookProblem> {
    let Some(text) = text_of(archive, book)? else { return Ok(Vec::new()) };
    let (mut xml, mut found) = (Xml::new(&text), Vec::new());
    while let Some(piece) = xml.next()? {
        if let Piece::Start(start) = piece
            && name_of(&start) == "sheet"
        {
            found.extend(attribute(&start, "name").zip(attribute(&start, "id")));
        }
    }
    Ok(found)
}

fn hidden_rows(archive: &mut Archive, sheet: &str) -> Result<Vec<u32>, WorkbookProblem> {
    let Some(text) = text_of(archive, sheet)? else { return Ok(Vec::new()) };
    let (mut xml, mut found, mut number) = (Xml::new(&text), Vec::new(), 0u32);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Start(start) if name_of(&start) == "row" => {
                let said = attribute(&start, "r").and_then(|text| text.parse().ok());
                number = said.unwrap_or(number.saturating_add(1));
                if attribute(&start, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
                    found.push(number);
                }
            }
            Piece::End(name) if name == "sheetData" => break,
            _ => {}
        }
    }
    found.sort_unstable();
    Ok(found)
}

fn comments(archive: &mut Archive, part: &str, found: &mut BTreeMap<CellAt, Comment>) -> Result<(), WorkbookProblem> {
    let Some(text) = text_of(archive, part)? else { return Ok(()) };
    let mut xml = Xml::new(&text);
    let (mut authors, mut open): (Vec<String>, Option<(CellAt, Comment)>) = (Vec::new(), None);
    let mut element = String::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Start(start) => {
                element = name_of(&start);
                if element == "author" {
                    authors.push(String::new());
                }
                if element == "comment" {
                    let author = attribute(&start, "authorId").and_then(|at| authors.get(at.parse::<usize>().ok()?));
                    let comment = Comment { author: author.cloned().unwrap_or_default(), text: String::new() };
                    open = attribute(&start, "ref").and_then(|at| at.parse().ok()).map(|at| (at, comment));
                }
            }
            Piece::Text(text) => match (element.as_str(), &mut open, authors.last_mut()) {
                ("author", _, Some(author)) => author.push_str(&text),
                ("t", Some((_, comment)), _) => comment.text.push_str(&text),
                _ => {}
            },
            Piece::End(name) => {
                element.clear();
                if name == "comment"
                    && let Some((at, comment)) = open.take()
                {
                    found.insert(at, comment.without_author());
                }
            }
        }
    }
    Ok(())
}
