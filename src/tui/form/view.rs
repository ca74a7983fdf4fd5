//! Draws a form: what is in sight on top, the fields below, one line for the field that has the focus.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph, Wrap};
use unicode_width::UnicodeWidthStr;

use super::field::{Field, Input};
use super::machine::{Form, Stage};
use super::offer::{Listing, Offered};
use super::reads::Reads;
use crate::app::refusal::ConflictSides;
use crate::domain::text::one_line;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

const LABEL: u16 = 18;
/// Cells for a number, a date, a period: what is said about them stands close.
const SHORT: u16 = 24;
/// Below this many rows the sight gives way to the fields.
const ROWS_FOR_SIGHT: u16 = 12;

/// Draws a form into `area`; the hardware cursor stands at the caret.
pub fn draw(form: &Form, theme: Theme, frame: &mut Frame, area: Rect) {
    let state = match form.stage {
        Stage::Saving => " saving ",
        _ if form.is_dirty() => " not saved yet ",
        _ => "",
    };
    let room = usize::from(area.width).saturating_sub(state.width() + 5);
    let block = Block::new()
        .borders(if theme.linear { Borders::NONE } else { Borders::ALL })
        .border_set(theme.border(true))
        .border_style(theme.frame_focused())
        .title(Line::from(format!(" {} ", text::cut(&form.title, room))).style(theme.strong()))
        .title(Line::from(state).right_aligned());
    let inner = block.inner(area);
    frame.render_widget(block, area);
    if let Stage::Conflict { sides, keep_mine } = &form.stage {
        return conflict(form, sides, *keep_mine, theme, frame, inner);
    }
    let sight = form.subject.sight(&form.fields, theme, inner.width);
    let sight_rows =
        if inner.height >= ROWS_FOR_SIGHT { sight.len().min(usize::from(inner.height / 2)) as u16 } else { 0 };
    let gap = u16::from(sight_rows > 0);
    let (about_field, about_style) = about(form, theme);
    let cells = usize::from(inner.width).saturating_sub(2);
    let mut said: Vec<Line> = told(&about_field, cells, about_style);
    said.extend(form.notice.iter().flat_map(|notice| told(notice, cells, theme.strong())));
    let foot_rows = (said.len().max(2) as u16).min(inner.height / 3);
    let [top, _, middle, foot] = Layout::vertical([
        Constraint::Length(sight_rows),
        Constraint::Length(gap),
        Constraint::Fill(1),
        Constraint::Length(if inner.height >= 5 { foot_rows } else { 0 }),
    ])
    .areas(inner);
    frame.render_widget(Paragraph::new(sight), top);
    fields(form, theme, frame, middle);
    frame.render_widget(Paragraph::new(said), foot);
}

/// A sentence below the fields, in as many lines as it needs up to three.
fn told(sentence: &str, cells: usize, style: Style) -> Vec<Line<'static>> {
    text::wrap(sentence, cells, 3).into_iter().map(|line| Line::from(format!(" {line}")).style(style)).collect()
}

/// What concerns the field that has the focus: what is wrong, how it was understood, or how to answer it.
fn about(form: &Form, theme: Theme) -> (String, Style) {
    let Some(field) = form.focused() else { return Default::default() };
    match (&field.problem, field.read()) {
        (Some(problem), _) => (problem.clone(), theme.bad()),
        (None, Ok(Some(echo))) if field.is_changed() => (echo, theme.strong()),
        // While it is typed it may be half a date; what would be wrong with it is said, and not yet held against it.
        (None, Err(why)) if field.is_changed() && !field.answer().trim().is_empty() => (why, theme.quiet()),
        _ => (field.hint.clone(), theme.quiet()),
    }
}

/// One row of the list of fields.
enum Row<'a> {
    Heading(&'static str),
    Field(usize, &'a Field),
}

fn fields(form: &Form, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut rows = Vec::new();
    let mut heading = None;
    for at in form.fields.shown() {
        let field = &form.fields.0[at];
        if field.section.is_some() && field.section != heading {
            heading = field.section;
            rows.extend(field.section.map(Row::Heading));
        }
        rows.push(Row::Field(at, field));
    }
    let focus = rows.iter().position(|row| matches!(row, Row::Field(at, _) if *at == form.focus)).unwrap_or(0);
    let height = usize::from(area.height);
    // The focus stays off the edges, so that its neighbours and its heading are in sight.
    let top = (focus + 2).saturating_sub(height).min(rows.len().saturating_sub(height));
    for (line, row) in (area.top()..area.bottom()).zip(rows.iter().skip(top)) {
        let place = Rect { y: line, height: 1, ..area };
        match row {
            Row::Heading(heading) => {
                frame.render_widget(Paragraph::new(Line::from(format!(" {heading}")).style(theme.strong())), place);
            }
            Row::Field(at, field) => draw_field(field, *at == form.focus, form, theme, frame, place),
        }
    }
    if let Some(listing) = form.listing.as_ref().filter(|_| (top..top + height).contains(&focus)) {
        let line = area.top() + (focus - top) as u16;
        offered(listing, theme, frame, area, line);
    }
}

/// What the field on `line` offers: below it, or above where there is more room.
fn offered(listing: &Listing, theme: Theme, frame: &mut Frame, area: Rect, line: u16) {
    let (above, below) = (line - area.top(), area.bottom().saturating_sub(line + 1));
    let most = (listing.lines.len() as u16).min(above.max(below));
    let top = if below >= most { line + 1 } else { line - most };
    let x = area.x + (2 + LABEL).min(area.width);
    let place = Rect { x, y: top, width: area.right() - x, height: most };
    let at = listing.at.unwrap_or(0);
    let first = (at + 1).saturating_sub(usize::from(most));
    let cells = usize::from(place.width).saturating_sub(2);
    let named = listing.lines.iter().map(|line| match line {
        Offered::Known(candidate) => candidate.takes.width(),
        Offered::New(name, _) => name.width() + 2,
    });
    let wide = named.max().unwrap_or(0).min(cells * 2 / 3);
    let lines = listing.lines.iter().enumerate().skip(first).take(usize::from(most)).map(|(number, line)| {
        let (name, about) = match line {
            Offered::Known(candidate) => (candidate.takes.clone(), candidate.about.as_str()),
            Offered::New(name, what) => (format!("+ {name}"), *what),
        };
        let marked = listing.at == Some(number);
        let sign = if marked { theme.sign("▸") } else { " " };
        let said = format!("{sign} {}  {about}", text::left(&name, wide));
        Line::from(text::left(&said, cells)).style(if marked { theme.selected() } else { Style::new() })
    });
    let lines: Vec<Line> = lines.collect();
    frame.render_widget(Clear, place);
    let edge = Block::new()
        .borders(if theme.linear { Borders::NONE } else { Borders::LEFT })
        .border_set(theme.border(false))
        .border_style(theme.frame());
    frame.render_widget(Paragraph::new(lines).block(edge), place);
    // Whoever hears the screen hears the line with the cursor.
    if let Some(at) = listing.at {
        frame.set_cursor_position(Position::new(place.x, top + (at - first) as u16));
    }
}

fn draw_field(field: &Field, focused: bool, form: &Form, theme: Theme, frame: &mut Frame, place: Rect) {
    let (said, said_style) = remark(field, theme);
    let (typing, saying) = match field.reads {
        Reads::Line | Reads::List | Reads::Links | Reads::Waypoints(_) | Reads::Criterion(_) => {
            let most = if field.problem.is_some() { place.width / 2 } else { place.width / 3 };
            let said_width = (said.width() as u16 + 2).min(most);
            (Constraint::Fill(1), Constraint::Length(if said.is_empty() { 0 } else { said_width }))
        }
        _ => (Constraint::Max(SHORT), Constraint::Fill(1)),
    };
    let [mark, label, input, note] =
        Layout::horizontal([Constraint::Length(2), Constraint::Length(LABEL), typing, saying]).areas(place);
    let sign = match (&field.problem, focused) {
        (Some(_), _) => "! ",
        (None, true) => theme.sign("▸"),
        (None, false) => "",
    };
    let style = if field.problem.is_some() { theme.bad() } else { theme.strong() };
    frame.render_widget(Paragraph::new(Line::from(sign).style(style)), mark);
    let label_style = if focused { theme.strong() } else { Style::new() };
    frame.render_widget(Paragraph::new(Line::from(one_line(&field.label).into_owned()).style(label_style)), label);
    match &field.input {
        Input::Text(typed) => {
            let cells = input.width.saturating_sub(1);
            let (shown, caret) = match focused {
                true => typed.window(cells),
                false => (text::cut(typed.text(), usize::from(cells)), 0),
            };
            let style = if focused { theme.selected() } else { Style::new() };
            let blank = usize::from(input.width.saturating_sub(1)).saturating_sub(shown.width());
            let rest = if focused { " ".repeat(blank) } else { String::new() };
            frame.render_widget(Paragraph::new(Line::from(format!("{shown}{rest}")).style(style)), input);
            if focused && form.stage != Stage::Saving && input.width > 1 && input.height > 0 {
                frame.set_cursor_position(Position::new(input.x + caret, input.y));
            }
        }
        Input::Choice(choice) => {
            let mut spans = Vec::new();
            if focused {
                for (way, chosen) in choice.ways() {
                    let text = format!(" {} ", one_line(&way.label));
                    spans.push(if chosen { Span::styled(text, theme.selected()) } else { Span::raw(text) });
                }
                let wide: usize = spans.iter().map(Span::width).sum();
                if !field.folds.is_empty() {
                    spans = vec![Span::styled(format!(" {} ", choice.label()), theme.selected())];
                } else if wide > usize::from(input.width) {
                    spans = vec![Span::styled(format!("< {} >", one_line(choice.label())), theme.selected())];
                }
                frame.set_cursor_position(Position::new(input.x.min(input.right().saturating_sub(1)), input.y));
            } else {
                spans.push(Span::raw(one_line(choice.label()).into_owned()));
            }
            frame.render_widget(Paragraph::new(Line::from(spans)), input);
        }
    }
    let said = text::cut(&said, usize::from(note.width).saturating_sub(1));
    frame.render_widget(Paragraph::new(Line::from(format!(" {said}")).style(said_style)), note);
}

/// What stands behind a field: what is wrong, how it was understood, or its unit.
fn remark(field: &Field, theme: Theme) -> (String, Style) {
    let (text, style) = match (&field.problem, field.read()) {
        (Some(problem), _) => (problem.clone(), theme.bad()),
        (None, Ok(Some(echo))) if field.is_changed() => (echo, theme.quiet()),
        _ => (field.unit.clone(), theme.quiet()),
    };
    (one_line(&text).into_owned(), style)
}

fn conflict(form: &Form, sides: &ConflictSides, keep_mine: bool, theme: Theme, frame: &mut Frame, area: Rect) {
    let mut lines = vec![
        Line::from(one_line(form.notice.as_deref().unwrap_or_default()).into_owned()).style(theme.strong()),
        Line::from(one_line(&sides.by).into_owned()),
        Line::default(),
    ];
    for (name, mine, theirs) in &sides.fields {
        let label = form.fields.get(name).map_or(name.as_str(), |field| &field.label);
        lines.push(Line::from(one_line(label).into_owned()).style(theme.strong()));
        lines.push(Line::from(format!("   yours   {}", one_line(mine))));
        lines.push(Line::from(format!("   theirs  {}", one_line(theirs))));
    }
    lines.push(Line::default());
    let way =
        |text: &'static str, chosen: bool| Span::styled(text, if chosen { theme.selected() } else { Style::new() });
    lines.push(Line::from(vec![
        way(" keep mine ", keep_mine),
        Span::raw("  "),
        way(" take theirs ", !keep_mine),
        Span::styled("   Enter does it, Esc goes back", theme.quiet()),
    ]));
    frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), area);
}
