//! The lines of every step: what a person may decide there.

use super::entry::{Entry, What};
use super::stage::Stage;
use super::state::Importing;
use crate::app::import::draft::{Answer, Draft, Fate, Preview, Question, Role, RowFate, Sure};
use crate::domain::words::counted;
use crate::tui::model::Model;
use crate::tui::theme::Theme;

/// The lines of the step the import stands at.
pub fn entries(importing: &Importing, model: &Model) -> Vec<Entry> {
    let theme = model.theme;
    let Some(draft) = &importing.draft else { return Vec::new() };
    match importing.stage {
        Stage::File | Stage::Approval => Vec::new(),
        Stage::Sheet => sheets(draft, theme),
        Stage::Header => header(draft),
        Stage::Columns => columns(draft, theme),
        Stage::Questions => importing.question().map(|question| answers(question, theme)).unwrap_or_default(),
        Stage::Check => importing
            .preview()
            .map(|preview| check(draft, preview, importing.update_matters(), theme))
            .unwrap_or_default(),
        Stage::Write => importing.preview().map(|preview| write(draft, preview, theme)).unwrap_or_default(),
        Stage::Done => done(importing, model),
    }
}

fn sheets(draft: &Draft, theme: Theme) -> Vec<Entry> {
    let line = |(at, sheet): (usize, &crate::app::import::draft::Sheet)| {
        let size = format!("{} × {}", counted(sheet.rows.len(), "row", "rows"), sheet.width());
        let end = if sheet.hidden { format!("hidden, {size}") } else { size };
        let mark = if at == draft.sheet_at() { theme.sign("●") } else { "" };
        Entry::new(What::Sheet(at), sheet.name.clone(), end).marked(mark, theme.plain())
    };
    draft.sheets().iter().enumerate().map(line).collect()
}

fn header(draft: &Draft) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new(What::GoOn, format!("Go on: row {} names the columns", draft.header_row()), ""),
        Entry::heading("↑ ↓ marks another row, Enter takes it"),
    ];
    let named = draft.columns().iter().filter(|column| !column.header.is_empty());
    entries.extend(
        named.map(|column| {
            Entry::new(What::Said, format!("{}  {}", column.letters(), column.header), column.role_words())
        }),
    );
    entries
}

fn columns(draft: &Draft, theme: Theme) -> Vec<Entry> {
    let unsure =
        |column: &&crate::app::import::draft::Column| column.sure == Sure::Unsure && column.role != Role::LeftOut;
    let doubtful = draft.columns().iter().filter(unsure).count();
    let end = if doubtful == 0 { String::new() } else { format!("{doubtful} to look at") };
    let mut entries = vec![
        Entry::new(What::GoOn, "Go on with the columns as below", end),
        Entry::new(What::Layout, "Read as", draft.layout().words()),
    ];
    entries.extend(draft.columns().iter().map(|column| {
        let (sign, style) = match (&column.role, column.sure) {
            (Role::LeftOut, _) => (theme.sign("–"), theme.quiet()),
            (_, Sure::Unsure) => ("?", theme.strong()),
            (_, Sure::Likely) => (theme.sign("·"), theme.plain()),
            (_, Sure::Certain) => (theme.sign("✓"), theme.plain()),
        };
        let name = format!("{:<3}{}", column.letters(), column.header);
        Entry::new(What::Column(column.at), name, column.role_words()).marked(sign, style)
    }));
    entries
}

fn answers(question: &Question, theme: Theme) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (at, (answer, words)) in question.answers.iter().enumerate() {
        let end = match (question.answer == Some(*answer), question.suggested == Some(*answer)) {
            (true, _) => "answered",
            (false, true) => "the sheet seems to say so",
            (false, false) => "",
        };
        let mark = if question.answer == Some(*answer) { theme.sign("●") } else { "" };
        entries
            .push(Entry::new(What::Answer(*answer), format!("{}  {words}", at + 1), end).marked(mark, theme.plain()));
    }
    if question.ask == crate::app::import::draft::Ask::Year {
        let other = match question.answer {
            Some(Answer::Year(year)) if !question.answers.iter().any(|(answer, _)| *answer == Answer::Year(year)) => {
                year.to_string()
            }
            _ => String::new(),
        };
        entries.push(Entry::new(What::OtherYear, format!("{}  another year", entries.len() + 1), other));
    }
    entries
}

fn check(draft: &Draft, preview: &Preview, update_matters: bool, theme: Theme) -> Vec<Entry> {
    let refused = preview.refused.len();
    let first = match refused {
        0 => Entry::new(What::GoOn, "Go on: nothing is refused", ""),
        1 => Entry::new(What::GoOnWithoutRefused, "Go on without the refused cell", "or correct it"),
        _ => Entry::new(What::GoOnWithoutRefused, format!("Go on without the {refused} refused"), "or correct them"),
    };
    let mut entries = vec![first];
    if refused > 0 {
        entries.push(Entry::heading(format!("{refused} refused; type over one, or empty it")));
        entries.extend(preview.refused.iter().map(|cell| {
            let name = if cell.content.is_empty() {
                cell.at.to_string()
            } else {
                format!("{} ‘{}’", cell.at, cell.content)
            };
            Entry::new(What::Cell(cell.at), name, cell.reason.clone()).marked(theme.sign("✗"), theme.bad())
        }));
    }
    if update_matters {
        let said = if draft.choices().update { "become new versions" } else { "stay as the register has them" };
        entries.push(Entry::new(What::Update, "Objectives that differ", said));
        let reason =
            if draft.choices().reason.is_empty() { "corrections are refused" } else { &draft.choices().reason };
        entries.push(Entry::new(What::Reason, "Why values are corrected", reason));
    }
    entries
        .push(Entry::heading(format!("{}, each with what becomes of it", counted(preview.rows.len(), "row", "rows"))));
    entries.extend(preview.rows.iter().map(|row| row_entry(row, theme)));
    entries
}

fn row_entry(row: &RowFate, theme: Theme) -> Entry {
    let (sign, style) = match row.fate {
        Fate::Refused => (theme.sign("✗"), theme.bad()),
        Fate::LeftOut => (theme.sign("–"), theme.quiet()),
        Fate::Create | Fate::Update | Fate::Unchanged | Fate::Kept => (theme.sign("✓"), theme.good()),
    };
    let name = [row.code.as_str(), row.title.as_str()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let said = match row.fate {
        Fate::LeftOut | Fate::Refused if !row.text.is_empty() => row.text.clone(),
        fate if row.readings > 0 => format!("{}, {}", fate_words(fate), counted(row.readings, "reading", "readings")),
        fate => fate_words(fate).to_owned(),
    };
    Entry::new(What::Row(row.row), format!("{:>3}  {name}", row.row), said).marked(sign, style)
}

/// What happens to a row, as people read it.
pub fn fate_words(fate: Fate) -> &'static str {
    match fate {
        Fate::Create => "new",
        Fate::Update => "new version",
        Fate::Unchanged => "unchanged",
        Fate::Kept => "kept as it is",
        Fate::Refused => "refused",
        Fate::LeftOut => "left out",
    }
}

fn write(draft: &Draft, preview: &Preview, theme: Theme) -> Vec<Entry> {
    let mut entries = vec![Entry::new(What::TakeOver, "Take it over now", "one step, taken back by one key")];
    let mut says = |said: String| entries.push(Entry::new(What::Said, said, "").marked(theme.sign("·"), theme.plain()));
    let objectives = preview.objectives_sentence();
    if !objectives.is_empty() {
        says(objectives);
    }
    let new = preview.counts.readings - preview.counts.known.min(preview.counts.readings);
    if preview.counts.cells > 0 {
        says(format!("{} written", counted(new, "reading is", "readings are")));
    }
    if preview.counts.meanings > 0 {
        says(format!("{} what a reading means", counted(preview.counts.meanings, "comment says", "comments say")));
    }
    match &draft.choices().approval {
        Some(approval) => {
            let reference =
                if approval.reference.is_empty() { String::new() } else { format!(", {}", approval.reference) };
            let on = crate::tui::widgets::figures::day(approval.on);
            says(format!("approved on {on} by {}{reference}", approval.by));
        }
        None => says("no approval is recorded".to_owned()),
    }
    if !preview.refused.is_empty() {
        says(format!("{} left out", counted(preview.refused.len(), "refused cell is", "refused cells are")));
    }
    if !preview.notes.is_empty() {
        entries.push(Entry::heading(format!("{} to know", counted(preview.notes.len(), "thing", "things"))));
        entries.extend(preview.notes.iter().map(|note| Entry::new(What::Said, note.clone(), "")));
    }
    entries
}

fn done(importing: &Importing, model: &Model) -> Vec<Entry> {
    let theme = model.theme;
    let mut entries = vec![
        Entry::new(What::Home, "See the register", ""),
        Entry::new(What::TakeBack, "Take all of it back", model.key_for(crate::tui::keymap::Action::Undo)),
    ];
    let rows = model.overview.iter().flat_map(|overview| &overview.rows);
    let came: Vec<_> = rows.filter(|row| importing.touched().iter().any(|code| code == row.code())).collect();
    entries.push(Entry::heading(format!("{}, judged by what came in", counted(came.len(), "objective", "objectives"))));
    entries.extend(came.into_iter().map(|row| {
        let status = row.judgement.status;
        let (mark, word) = theme.status_mark(status);
        let name = format!("{} {}", row.code(), row.objective.definition.title);
        Entry::new(What::Said, name, word).marked(mark, theme.status(status))
    }));
    entries
}
