//! What becomes of the cell under the cursor, of its row and its column.

use ratatui::text::Line;

use super::decisions::fate_words;
use super::state::Importing;
use crate::app::import::draft::{CellAt, CellFate, Draft, Fate, Preview, Role};
use crate::domain::words::counted;
use crate::tui::theme::Theme;
use crate::tui::widgets::split;

/// Cells of the labels.
const LABEL: usize = 13;

/// The lines about the cell under the cursor; while it is typed, `echo` says what would become of the text.
pub fn of_cell(importing: &Importing, echo: Option<&str>, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let Some(draft) = &importing.draft else { return Vec::new() };
    let at = importing.at();
    let mut said: Vec<(&str, String)> = vec![("Shows", shows(draft, at))];
    if draft.is_edited(at) {
        let file = draft.sheet().cell(at).shown();
        said.push(("In the file", if file.is_empty() { "nothing".to_owned() } else { file }));
    }
    if let Some(comment) = draft.sheet().comments.get(&at) {
        let by = if comment.author.is_empty() { String::new() } else { format!("  {}", comment.author) };
        said.push(("Comment", format!("{}{}{}{by}", theme.sign("“"), comment.text, theme.sign("”"))));
    }
    let becomes = match echo {
        Some(echo) => echo.to_owned(),
        None => becomes(importing.preview(), draft, at),
    };
    said.push(("Becomes", becomes));
    if let Some(CellFate::Reading { meaning, .. }) = importing.preview().and_then(|preview| preview.cells.get(&at))
        && !meaning.is_empty()
    {
        said.push(("Meaning", format!("{}{meaning}{}", theme.sign("“"), theme.sign("”"))));
    }
    said.push(("Row", row(importing.preview(), draft, at.row)));
    if let Some(column) = draft.columns().get(at.column as usize) {
        let why = if column.why.is_empty() { String::new() } else { format!("; {}", column.why) };
        said.push(("Column", format!("{}{why}", column.role_words())));
    }
    let lines = said.iter().flat_map(|(label, text)| split::labelled((label, LABEL), text, 3, theme, width));
    lines.collect()
}

fn shows(draft: &Draft, at: CellAt) -> String {
    let shown = draft.shown(at);
    if shown.is_empty() { "nothing".to_owned() } else { shown }
}

/// What becomes of a cell, in a few words.
pub fn becomes(preview: Option<&Preview>, draft: &Draft, at: CellAt) -> String {
    let Some(preview) = preview else { return "being looked at".to_owned() };
    if at.row < draft.header_row() {
        return "above the table: only a year or a title is read from here".to_owned();
    }
    if at.row == draft.header_row() {
        return "the header of its column".to_owned();
    }
    match preview.cells.get(&at) {
        Some(CellFate::Refused(why)) => format!("refused: {why}"),
        Some(fate) => fate.words(),
        None if draft.columns().get(at.column as usize).is_some_and(|column| column.role == Role::LeftOut) => {
            "left out with its column".to_owned()
        }
        None => "left out with its row".to_owned(),
    }
}

fn row(preview: Option<&Preview>, draft: &Draft, number: u32) -> String {
    if number == draft.header_row() {
        return format!("{number}, names the columns: {}", draft.header_why());
    }
    let fate = preview.and_then(|preview| preview.rows.iter().find(|row| row.row == number));
    let Some(fate) = fate else { return number.to_string() };
    let what = if fate.text.is_empty() { String::new() } else { format!("; {}", fate.text) };
    let readings = match (fate.fate, fate.readings) {
        (Fate::Refused | Fate::LeftOut, _) | (_, 0) => String::new(),
        (_, readings) => format!(", {}", counted(readings, "reading", "readings")),
    };
    let name = [fate.code.as_str(), fate.title.as_str()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    format!("{number}  {name}: {}{readings}{what}", fate_words(fate.fate))
}
