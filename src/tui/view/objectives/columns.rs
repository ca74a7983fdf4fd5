//! The columns of the list: each has a priority, and where room is short the least important ones go.

use ratatui::text::{Line, Span};

use crate::app::view::{Overview, Row};
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::status::why::why;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, sparkline, text};

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Status,
    Code,
    Title,
    Last,
    Target,
    Periods,
    Measured,
    Due,
    Owner,
    Worst,
    Why,
}

/// In the order they stand.
const ORDER: [Kind; 11] = [
    Kind::Status,
    Kind::Code,
    Kind::Title,
    Kind::Last,
    Kind::Target,
    Kind::Periods,
    Kind::Measured,
    Kind::Due,
    Kind::Owner,
    Kind::Worst,
    Kind::Why,
];

/// In the order they go.
const FIRST_TO_GO: [Kind; 8] =
    [Kind::Why, Kind::Worst, Kind::Owner, Kind::Due, Kind::Periods, Kind::Target, Kind::Measured, Kind::Last];

/// A title below this says nothing.
const LEAST_TITLE: usize = 22;
/// Where there is room, titles come before the columns that only add.
const GOOD_TITLE: usize = 36;

/// The columns that have room, with their widths.
pub struct Columns<'a> {
    shown: Vec<(Kind, usize)>,
    periods: usize,
    gap: usize,
    rules: &'a Rules,
    as_of: Date,
    theme: Theme,
}

impl<'a> Columns<'a> {
    /// The columns for a list `width` cells wide.
    pub fn for_rows(overview: &'a Overview, width: usize, theme: Theme) -> Columns<'a> {
        let periods = if width < 96 {
            6
        } else if width < 170 {
            12
        } else {
            15
        };
        let longest = overview.rows.iter().map(|row| text::width(&row.objective.definition.title)).max().unwrap_or(0);
        let least_title = if width < 96 { LEAST_TITLE } else { longest.clamp(LEAST_TITLE, GOOD_TITLE) };
        let gap = if width < 96 { GAPS.0 } else { GAPS.1 };
        let (rules, as_of) = (&overview.rules, overview.as_of);
        let mut columns = Columns { shown: Vec::new(), periods, gap, rules, as_of, theme };
        let widest = |kind: Kind, most: usize| {
            let cells = overview.rows.iter().map(|row| text::width(&columns.content(kind, row)));
            cells.max().unwrap_or(0).max(text::width(heading(kind, periods))).min(most)
        };
        let mut shown: Vec<(Kind, usize)> = ORDER
            .into_iter()
            .map(|kind| match kind {
                Kind::Title => (kind, least_title),
                Kind::Periods => (kind, periods.max(text::width(heading(kind, periods)))),
                Kind::Why => (kind, 30),
                Kind::Code => (kind, widest(kind, 12)),
                Kind::Target => (kind, widest(kind, 18)),
                _ => (kind, widest(kind, 16)),
            })
            .filter(|(kind, cells)| *kind == Kind::Title || *cells > 0)
            .collect();
        let taken = |shown: &[(Kind, usize)]| MARKER + shown.iter().map(|(_, cells)| cells + gap).sum::<usize>();
        for kind in FIRST_TO_GO {
            if taken(&shown) <= width + gap {
                break;
            }
            shown.retain(|(other, _)| *other != kind);
        }
        let spare = (width + gap).saturating_sub(taken(&shown));
        columns.shown = spread(shown, spare, longest.saturating_sub(least_title));
        columns
    }

    /// The line of column heads.
    pub fn heading(&self) -> Line<'static> {
        let mut spans = vec![Span::raw(" ".repeat(MARKER))];
        for (kind, cells) in &self.shown {
            let name = heading(*kind, self.periods);
            let shown = if *kind == Kind::Last { text::right(name, *cells) } else { text::left(name, *cells) };
            spans.push(Span::styled(format!("{shown}{}", " ".repeat(self.gap)), self.theme.quiet()));
        }
        Line::from(spans)
    }

    /// One objective.
    pub fn line(&self, row: &Row, selected: bool) -> Line<'static> {
        let marker = if selected { self.theme.sign("▸") } else { " " };
        let mut spans = vec![Span::styled(marker, self.theme.strong())];
        for (at, (kind, cells)) in self.shown.iter().enumerate() {
            let content = self.content(*kind, row);
            let mut shown =
                if *kind == Kind::Last { text::right(&content, *cells) } else { text::left(&content, *cells) };
            if at + 1 < self.shown.len() {
                shown.push_str(&" ".repeat(self.gap));
            }
            spans.push(match kind {
                _ if selected => Span::styled(shown, self.theme.strong()),
                Kind::Status => Span::styled(shown, self.theme.status(row.judgement.status)),
                Kind::Periods => Span::styled(shown, self.theme.chart()),
                Kind::Last => Span::styled(shown, self.theme.strong()),
                _ => Span::raw(shown),
            });
        }
        Line::from(spans)
    }

    fn content(&self, kind: Kind, row: &Row) -> String {
        let definition = &row.objective.definition;
        match kind {
            Kind::Status => {
                let (mark, word) = self.theme.status_mark(row.judgement.status);
                format!("{mark} {word}")
            }
            Kind::Code => row.code().to_owned(),
            Kind::Title => definition.title.clone(),
            Kind::Target => definition.target_text(),
            Kind::Periods => sparkline::of_row(row, self.rules, self.as_of, self.periods, self.theme),
            Kind::Measured if row.objective.lifecycle == Lifecycle::Draft => "–".to_owned(),
            Kind::Last if row.objective.lifecycle == Lifecycle::Draft && row.judgement.latest.is_none() => {
                "–".to_owned()
            }
            Kind::Last => figures::last_value(row),
            Kind::Measured => figures::measured(row, self.rules, self.as_of),
            Kind::Due => figures::due(row, self.as_of),
            Kind::Owner => definition.owner.clone(),
            Kind::Worst => match &row.worst_child {
                Some(child) => format!("{} {}", self.theme.status_mark(child.status).0, child.code),
                None => String::new(),
            },
            Kind::Why => why(&row.objective, &row.judgement, row.calendar(self.rules)),
        }
    }
}

/// The selection marker.
const MARKER: usize = 1;
/// Air between columns, in a narrow list and in a wide one.
const GAPS: (usize, usize) = (1, 2);

fn heading(kind: Kind, periods: usize) -> &'static str {
    match kind {
        Kind::Status => "",
        Kind::Code => "",
        Kind::Title => "Objective",
        Kind::Last => "last",
        Kind::Target => "target",
        Kind::Periods if periods == 12 => "12 periods",
        Kind::Periods if periods > 12 => "15 periods",
        Kind::Periods => "trend",
        Kind::Measured => "measured",
        Kind::Due => "due",
        Kind::Owner => "owner",
        Kind::Worst => "worst child",
        Kind::Why => "why",
    }
}

/// Gives what is left to the title, as far as titles need it, then to the reason.
fn spread(mut shown: Vec<(Kind, usize)>, spare: usize, title_needs: usize) -> Vec<(Kind, usize)> {
    let has_why = shown.iter().any(|(kind, _)| *kind == Kind::Why);
    let to_title = if has_why { spare.min(title_needs) } else { spare };
    for (kind, cells) in &mut shown {
        match kind {
            Kind::Title => *cells += to_title,
            Kind::Why => *cells += spare - to_title,
            _ => {}
        }
    }
    shown
}
