//! The page as lines: label, answer, clause; what is missing says so.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::layout::{CLAUSE, GAP, LABEL, Setting};
use super::trail;
use crate::domain::probe::{self, Element, LineKind, Page};
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// An answer is never cut: this many lines are more than a text field holds.
const MOST: usize = 200;
/// What an answer is about stands in a column of its own, up to this share of the answer.
const HEADS: usize = 3;
/// A step to the right.
const STEP: usize = 2;

/// The whole page at a width.
pub fn lines(page: &Page, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let setting = Setting::of(width);
    let mut lines: Vec<Line> = text::wrap(&page.why, width, 3).into_iter().map(Line::raw).collect();
    lines.push(Line::default());
    let groups = groups(page, theme, setting);
    if setting.columns == 1 {
        for (at, group) in groups.into_iter().enumerate() {
            if at > 0 {
                lines.push(Line::default());
            }
            lines.extend(group);
        }
        return lines;
    }
    lines.extend(beside(groups, setting.column));
    lines
}

/// The groups of answers, each a block of lines.
fn groups(page: &Page, theme: Theme, setting: Setting) -> Vec<Vec<Line<'static>>> {
    let mut groups: Vec<Vec<Line>> = Vec::new();
    for element in &page.elements {
        if element.begins || groups.is_empty() {
            groups.push(Vec::new());
        }
        let is_trail = element.label == "Trail";
        if let Some(group) = groups.last_mut() {
            group.extend(answer(element, theme, setting));
            if is_trail {
                let indent = if setting.stacked { 2 } else { LABEL };
                group.extend(trail::lines(&page.trail, theme, indent, setting.answer()));
            }
        }
    }
    groups
}

/// Two columns of about the same height; a group stays whole.
fn beside(groups: Vec<Vec<Line<'static>>>, column: usize) -> Vec<Line<'static>> {
    let height = |groups: &[Vec<Line>]| groups.iter().map(|group| group.len() + 1).sum::<usize>();
    let tallest = |split: &usize| height(&groups[..*split]).max(height(&groups[*split..]));
    let split = (0..=groups.len()).min_by_key(tallest).unwrap_or_default();
    let stacked = |groups: &[Vec<Line<'static>>]| {
        groups.iter().flat_map(|group| group.iter().cloned().chain([Line::default()])).collect::<Vec<Line>>()
    };
    let (left, right) = (stacked(&groups[..split]), stacked(&groups[split..]));
    let empty = Line::default();
    (0..left.len().max(right.len()))
        .map(|at| {
            let mut line = left.get(at).cloned().unwrap_or_default();
            let taken = line.width();
            line.spans.push(Span::raw(" ".repeat(column.saturating_sub(taken) + GAP)));
            line.spans.extend(right.get(at).unwrap_or(&empty).spans.iter().cloned());
            line
        })
        .collect()
}

fn answer(element: &Element, theme: Theme, setting: Setting) -> Vec<Line<'static>> {
    let room = setting.answer();
    let widest = element.lines.iter().map(|line| text::width(&line.head) + 2).max().unwrap_or_default();
    let heads = if widest <= room / HEADS { widest } else { 0 };
    let mut lines = Vec::new();
    let mut label = Some(element.label.as_str());
    if setting.stacked {
        let clause = element.lines.first().map(|line| line.clause.trim()).unwrap_or_default();
        let name = text::left(&element.label, setting.column.saturating_sub(text::width(clause)));
        lines
            .push(Line::from(vec![Span::styled(name, theme.strong()), Span::styled(clause.to_owned(), theme.quiet())]));
        label = None;
    }
    for line in &element.lines {
        for (at, said) in said(line, theme, room, heads).into_iter().enumerate() {
            let name =
                if setting.stacked { "  ".to_owned() } else { text::left(label.take().unwrap_or_default(), LABEL) };
            let mut spans = vec![Span::styled(name, theme.strong())];
            let used: usize = said.iter().map(|span| text::width(&span.content)).sum();
            spans.extend(said);
            if at == 0 && !setting.stacked && !line.clause.trim().is_empty() {
                let gap = room.saturating_sub(used);
                let clause = text::right(line.clause.trim(), CLAUSE);
                spans.push(Span::raw(" ".repeat(gap)));
                spans.push(Span::styled(clause, theme.quiet()));
            }
            lines.push(Line::from(spans));
        }
    }
    lines
}

/// How a line looks.
pub fn style(kind: LineKind, theme: Theme) -> Style {
    match kind {
        LineKind::Fact | LineKind::Quote => theme.plain(),
        LineKind::Note => theme.quiet(),
        LineKind::Missing => theme.bad(),
    }
}

/// A line of an answer with what it is about in front, wrapped beside it.
fn said(line: &probe::Line, theme: Theme, room: usize, heads: usize) -> Vec<Vec<Span<'static>>> {
    if heads == 0 && !line.head.is_empty() {
        return headed(line, theme, room);
    }
    let indent = if line.head.is_empty() { 0 } else { heads };
    let text_of = match line.kind {
        LineKind::Quote => format!("“{}”", line.text),
        LineKind::Missing => format!("missing: {}", line.text),
        LineKind::Fact | LineKind::Note => line.text.clone(),
    };
    let style = style(line.kind, theme);
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let wrapped = text::wrap(&text_of, room.saturating_sub(indent), MOST);
    for (at, part) in wrapped.into_iter().enumerate() {
        let head = if at == 0 { text::left(&line.head, indent) } else { " ".repeat(indent) };
        rows.push(vec![Span::styled(head, theme.plain()), Span::styled(part, style)]);
    }
    signed(&mut rows, &line.by, theme, room);
    rows
}

/// Where there is no room for a column: what it is about on a line of its own, the text a step to the right below it.
fn headed(line: &probe::Line, theme: Theme, room: usize) -> Vec<Vec<Span<'static>>> {
    let head = vec![Span::styled(text::cut(&line.head, room), theme.plain())];
    let alone = probe::Line { head: String::new(), ..line.clone() };
    let below = said(&alone, theme, room.saturating_sub(STEP), 0);
    let step = || Span::raw(" ".repeat(STEP));
    [head].into_iter().chain(below.into_iter().map(|row| [step()].into_iter().chain(row).collect())).collect()
}

/// Who said it, behind the last words where there is room.
fn signed(rows: &mut Vec<Vec<Span<'static>>>, by: &str, theme: Theme, room: usize) {
    if by.is_empty() {
        return;
    }
    let Some(last) = rows.last_mut() else { return };
    let used: usize = last.iter().map(|span| text::width(&span.content)).sum();
    let name = format!("  {}", text::cut(by, room));
    match used + text::width(&name) <= room {
        true => last.push(Span::styled(name, theme.quiet())),
        false => rows.push(vec![Span::styled(name, theme.quiet())]),
    }
}
