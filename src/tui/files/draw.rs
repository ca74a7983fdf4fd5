//! Draws the path line, the list and what is wrong.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::candidates::Candidate;
use super::chooser::FileChooser;
use crate::app::folder::Entry;
use crate::domain::period::Date;
use crate::domain::words::{bytes, counted};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::split::text_room;
use crate::tui::widgets::{figures, pane, text};

/// The lines over the list: the path line, the folder, a free one.
const HEAD: u16 = 3;
/// The line below the list: how many, or what is wrong.
const FOOT: u16 = 2;
/// The label of the path line.
const LABEL: &str = "File   ";
/// From this width on size and time stand beside the name.
const WITH_FACTS: usize = 50;

/// How many lines of the list are in sight.
pub fn rows(body: Rect) -> usize {
    usize::from(text_room(body).height.saturating_sub(HEAD + FOOT)).max(1)
}

/// Draws it; the cursor stands in the path line.
pub fn draw(chooser: &FileChooser, frame: &mut Frame, body: Rect, model: &Model) {
    let theme = model.theme;
    let endings = chooser.wanted.endings.join(", ");
    let name = vec![Span::styled(chooser.wanted.title, theme.strong())];
    pane::frame_with_end(frame, body, theme, true, name, vec![Span::styled(endings, theme.quiet())]);
    let inside = text_room(body);
    let width = usize::from(inside.width);
    let (typed, caret) = chooser.line.window(inside.width.saturating_sub(LABEL.len() as u16 + 1));
    let where_it_is = chooser.folder.as_ref().map(|folder| folder.path.display().to_string()).unwrap_or_default();
    let head = [
        Line::from(vec![Span::styled(LABEL, theme.quiet()), Span::raw(typed)]),
        Line::styled(
            format!("{}{}", " ".repeat(LABEL.len()), text::cut(&where_it_is, width.saturating_sub(LABEL.len()))),
            theme.quiet(),
        ),
    ];
    pane::lines(frame, inside, head);
    let list = Rect {
        x: inside.x.saturating_sub(1),
        y: inside.y + HEAD.min(inside.height),
        width: inside.width + 1,
        height: inside.height.saturating_sub(HEAD + FOOT),
    };
    let window = chooser.listing.window(chooser.found.len(), usize::from(list.height));
    let shown = window.map(|at| {
        let selected = at == chooser.listing.selected;
        line(chooser, &chooser.found[at], selected, theme, width, model.overview.as_ref().map(|o| o.today))
    });
    pane::lines(frame, list, shown);
    foot(chooser, frame, inside, theme);
    if inside.height > 0 && inside.width > 0 {
        let column = inside.x.saturating_add(LABEL.len() as u16 + caret).min(inside.right() - 1);
        frame.set_cursor_position(Position::new(column, inside.y));
    }
}

fn foot(chooser: &FileChooser, frame: &mut Frame, inside: Rect, theme: Theme) {
    if inside.height <= HEAD + FOOT {
        return;
    }
    let last = Rect { y: inside.bottom() - 1, height: 1, ..inside };
    let width = usize::from(inside.width);
    let said = match (&chooser.problem, &chooser.folder) {
        (Some(problem), _) => {
            let sign = Span::styled(theme.sign("✗"), theme.bad());
            return pane::lines(
                frame,
                last,
                [Line::from(vec![sign, Span::raw(format!(" {}", text::cut(problem, width.saturating_sub(2))))])],
            );
        }
        (None, None) => "reading the folder".to_owned(),
        (None, Some(folder)) => {
            let all = folder.entries.len();
            let more = if folder.cut { ", and more that were not read" } else { "" };
            match chooser.found.iter().filter(|found| **found != Candidate::Up).count() {
                0 if chooser.typed().is_empty() => format!(
                    "none of the {} here fits; a name that is typed is looked for among all of them{more}",
                    counted(all, "entry", "entries")
                ),
                0 => format!("nothing here is called {}", chooser.typed()),
                found => format!("{found} of {}{more}", counted(all, "entry", "entries")),
            }
        }
    };
    pane::lines(frame, last, [Line::styled(text::cut(&said, width), theme.quiet())]);
}

fn line(
    chooser: &FileChooser,
    candidate: &Candidate,
    selected: bool,
    theme: Theme,
    width: usize,
    today: Option<Date>,
) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let (name, facts) = match chooser.entry(candidate) {
        None => (format!("..{}", std::path::MAIN_SEPARATOR), "the folder above".to_owned()),
        Some(entry) if entry.is_folder => (format!("{}{}", entry.name, std::path::MAIN_SEPARATOR), "folder".to_owned()),
        Some(entry) => (entry.name.clone(), facts(entry, today)),
    };
    let facts = if width >= WITH_FACTS { facts } else { String::new() };
    let room = width.saturating_sub(text::width(&facts) + 2);
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::left(&name, room), style),
        Span::raw("  "),
        Span::styled(facts, theme.quiet()),
    ])
}

/// `48 kB   9 Nov 2026`, today with the time instead.
fn facts(entry: &Entry, today: Option<Date>) -> String {
    let changed = match entry.changed {
        Some(at) if Some(at.date()) == today => at.format("today %H:%M").to_string(),
        Some(at) => figures::day(at.date()),
        None => String::new(),
    };
    format!("{}  {}", text::right(&bytes(entry.bytes), 7), text::right(&changed, 11))
}
