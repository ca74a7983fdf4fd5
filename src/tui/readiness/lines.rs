//! How findings are drawn: a line each, and one of them in full.

use ratatui::text::{Line, Span};

use super::ways;
use crate::app::readiness::{Remark, Unchecked};
use crate::domain::readiness::{About, Dismissal, Severity};
use crate::domain::trace::SourceKind;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::{split, text};

/// From this width on the side column has room for weight and clause in full.
const ROOMY: usize = 110;
/// From this width on what mends a finding stands beside it.
const WIDE: usize = 150;
const ID: usize = 6;
const CLAUSE: usize = 22;
const WEIGHT: usize = 13;

/// What a line of the list says.
pub struct Said<'a> {
    /// What it is about.
    pub object: &'a str,
    /// The fact.
    pub fact: &'a str,
    /// What mends it; empty where there is nothing to do.
    pub fix: &'a str,
    /// The check's id.
    pub check: &'a str,
    /// How heavy it is; `None` where it does not weigh.
    pub severity: Option<Severity>,
    /// The clauses behind it.
    pub clause: &'a str,
}

impl<'a> Said<'a> {
    /// What a finding says.
    pub fn finding(remark: &'a Remark, object: &'a str) -> Said<'a> {
        let finding = &remark.finding;
        Said {
            object,
            fact: &remark.brief,
            fix: finding.fix,
            check: finding.check,
            severity: Some(finding.severity),
            clause: remark.clause,
        }
    }
}

/// The measures of a list.
#[derive(Clone, Copy)]
pub struct Columns {
    width: usize,
    object: usize,
    theme: Theme,
}

impl Columns {
    /// Columns for a list of that width whose longest object has so many cells.
    pub fn new(width: usize, longest_object: usize, theme: Theme) -> Columns {
        Columns { width, object: longest_object.clamp(5, if width >= ROOMY { 20 } else { 14 }), theme }
    }

    /// One line: object, fact, where there is room the fix, and quiet at the end id, weight and clause.
    pub fn line(&self, said: &Said, selected: bool) -> Line<'static> {
        let theme = self.theme;
        let side = if self.width >= ROOMY { ID + 1 + WEIGHT + 1 + CLAUSE } else { ID + 1 + 5 };
        let room = self.width.saturating_sub(2 + self.object + 2 + side + 2);
        let fix = if self.width >= WIDE { room * 2 / 5 } else { 0 };
        let fact = room.saturating_sub(if fix > 0 { fix + 2 } else { 0 });
        let style = if selected { theme.selected() } else { theme.plain() };
        let mark = if selected { theme.sign("▸") } else { " " };
        let mut spans = vec![
            Span::styled(format!("{mark} "), theme.strong()),
            Span::styled(text::left(said.object, self.object), if selected { style } else { theme.code() }),
            Span::styled("  ", style),
            Span::styled(text::left(said.fact, fact), style),
        ];
        if fix > 0 {
            spans.push(Span::raw("  "));
            spans.push(Span::raw(text::left(said.fix, fix)));
        }
        spans.push(Span::raw("  "));
        spans.push(Span::styled(text::left(said.check, ID + 1), theme.quiet()));
        spans.extend(self.weight(said));
        Line::from(spans)
    }

    fn weight(&self, said: &Said) -> Vec<Span<'static>> {
        let style = if said.severity == Some(Severity::Major) { self.theme.bad() } else { self.theme.quiet() };
        let word = said.severity.map_or("", words::severity);
        if self.width >= ROOMY {
            let clause = text::cut(said.clause, CLAUSE);
            let weight = Span::styled(text::left(word, WEIGHT + 1), style);
            return vec![weight, Span::styled(clause, self.theme.quiet())];
        }
        let word = if said.severity == Some(Severity::Observation) { "" } else { word };
        vec![Span::styled(text::left(word, 5), style)]
    }
}

/// What a finding is about, as the other screens name it: `SEC-1`, `policy 4.2` where the shell says `commitment:4.2`.
pub fn object(remark: &Remark) -> String {
    let About::Source(key) = &remark.finding.about else { return remark.object() };
    match key.split_once(':').and_then(|(kind, reference)| Some((SourceKind::from_word(kind)?, reference))) {
        Some((kind, reference)) => format!("{} {reference}", kind.shown()),
        None => key.clone(),
    }
}

/// What stands at the right end over the selected line: id, weight and clauses.
pub fn side(remark: &Remark) -> String {
    let finding = &remark.finding;
    format!("{}  {}  {}", finding.check, words::severity(finding.severity), remark.clause)
}

/// A finding in full: the fact, what mends it, where Enter goes; who accepted it.
pub fn in_full(
    remark: &Remark,
    accepted: Option<&Dismissal>,
    like: usize,
    theme: Theme,
    width: usize,
) -> Vec<Line<'static>> {
    let finding = &remark.finding;
    let mut lines: Vec<Line<'static>> = text::wrap(&finding.fact, width, 3).into_iter().map(Line::raw).collect();
    if let Some(dismissal) = accepted {
        let who = format!("{}, until {}", dismissal.by, words::day(dismissal.until));
        lines.extend(labelled("Accepted", &format!("{}; {who}", dismissal.reason), 2, theme, width));
        lines.extend(labelled("d", "takes the acceptance back", 1, theme, width));
        return lines;
    }
    lines.extend(labelled("Mends it", finding.fix, 2, theme, width));
    let more = match like {
        0 => String::new(),
        1 => "; 1 more like it".to_owned(),
        like => format!("; {like} more like it"),
    };
    lines.extend(labelled("Enter", &format!("{}{more}", ways::sentence(remark)), 1, theme, width));
    lines
}

/// A check that could not run, in full.
pub fn not_run(unchecked: &Unchecked, theme: Theme, width: usize) -> Vec<Line<'static>> {
    labelled("Not asked", &unchecked.why, 3, theme, width)
}

fn labelled(label: &str, said: &str, most: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    split::labelled((label, 10), said, most, theme, width).collect()
}
