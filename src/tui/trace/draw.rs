//! How the lines of the trace look: the source at the left, a line to its objective and to the last reading.

use ratatui::text::{Line, Span};

use super::rows::{Rail, Row};
use crate::app::sources::TraceView;
use crate::domain::trace::{Serving, Source, SourceStatus};
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// Widest share of the source, in cells: past it titles only grow apart from their objectives.
const WIDEST_SOURCE: usize = 78;
/// From this width on the period of the last reading has room beside its value.
const WITH_PERIOD: usize = 50;

/// From this width of its share on a source has room for its level beside its name.
const WITH_LEVEL: usize = 26;

/// One line, as wide as it may be.
pub fn line(view: &TraceView, row: &Row, marked: bool, theme: Theme, width: usize) -> Line<'static> {
    let left = (width * 46 / 100).min(WIDEST_SOURCE);
    let right = width.saturating_sub(left + 2);
    let mark = Span::styled(if marked { theme.sign("▸") } else { " " }, theme.strong());
    let mut spans = vec![mark];
    match row {
        Row::Heading(name) => return Line::from(vec![Span::styled(text::cut(name, width), theme.strong())]),
        Row::Uncovered(at) => {
            let Some(gap) = view.gaps.uncovered.get(*at) else { return Line::default() };
            spans.push(source(&view.sources[gap.source], marked, theme, left));
            let why = view.why_uncovered(gap.source, gap.draft);
            spans.push(Span::styled(theme.sign("── "), theme.quiet()));
            spans.push(Span::styled(text::cut(&why, right.saturating_sub(3)), theme.bad()));
        }
        Row::Aimless(place) => {
            let row = &view.overview.rows[*place];
            let name = format!("{}  {}", row.code(), row.objective.definition.title);
            spans.push(name_of(&name, marked, theme, left));
            spans.push(Span::raw(text::cut("no policy line, risk or requirement", right)));
        }
        Row::Dead(at) => {
            let Some(dead) = view.gaps.dead.get(*at) else { return Line::default() };
            let row = &view.overview.rows[dead.objective];
            let because = view.becauses(dead.objective).into_iter().nth(dead.link);
            let to = because.map(|b| format!("{}, {}", b.name(), b.says())).unwrap_or_default();
            let name = format!("{}  {}", row.code(), row.objective.definition.title);
            spans.push(name_of(&name, marked, theme, left));
            spans.push(Span::raw(text::cut(&to, right)));
        }
        Row::Source { source: place, serving, rail } => {
            let names = matches!(rail, Rail::Only | Rail::First);
            spans.push(match names {
                true => source(&view.sources[*place], marked, theme, left),
                false => name_of("", marked, theme, left),
            });
            match serving {
                None => spans.push(Span::styled(text::cut(&unpursued(view, *place), right), theme.quiet())),
                Some(one) => spans.extend(objective(view, *one, *rail, marked && !names, theme, right)),
            }
        }
    }
    Line::from(spans)
}

fn name_of(name: &str, marked: bool, theme: Theme, width: usize) -> Span<'static> {
    let style = if marked && !name.is_empty() { theme.selected() } else { theme.plain() };
    Span::styled(format!("{} ", text::left(name, width.saturating_sub(1))), style)
}

/// `risk R-014  Known holes exploited  high`
fn source(source: &Source, marked: bool, theme: Theme, width: usize) -> Span<'static> {
    let state = match source.status {
        SourceStatus::Open => source.level.clone(),
        SourceStatus::Accepted => "accepted".to_owned(),
        done => done.word().to_owned(),
    };
    let end =
        if state.is_empty() || width < WITH_LEVEL { String::new() } else { format!("  {}", text::cut(&state, 12)) };
    let name = format!("{}  {}", source.name(), source.title);
    let room = width.saturating_sub(text::width(&end) + 1);
    name_of(&format!("{}{end}", text::left(&name, room)), marked, theme, width)
}

/// What stands in the place of an objective that is not asked for.
fn unpursued(view: &TraceView, place: usize) -> String {
    let source = &view.sources[place];
    let treatment = view.treatments(place).first().map(|place| view.sources[*place].name());
    match (source.covered_by.is_empty(), treatment) {
        (false, _) => format!("covered by {}", source.covered_by),
        (true, Some(treatment)) => treatment,
        _ if source.kind.is_event() => source.day.map(figures::day).unwrap_or_default(),
        _ if !source.acceptance.is_empty() => source.acceptance.clone(),
        _ => "no objective".to_owned(),
    }
}

fn objective(
    view: &TraceView,
    serving: Serving,
    rail: Rail,
    marked: bool,
    theme: Theme,
    width: usize,
) -> Vec<Span<'static>> {
    let Serving { objective, inherited } = serving;
    let row = &view.overview.rows[objective];
    let rail = match rail {
        Rail::Only => "── ",
        Rail::First => "┬─ ",
        Rail::Middle => "├─ ",
        Rail::Last => "└─ ",
    };
    let (mark, _) = theme.status_mark(row.judgement.status);
    let last = figures::last_value(row);
    let period = match width >= WITH_PERIOD {
        true => format!("  {}", text::left(&figures::measured(row, &view.overview.rules, view.overview.today), 10)),
        false => String::new(),
    };
    let code = text::left(row.code(), 6);
    let through = if inherited { "inherited " } else { "" };
    let end = format!("{}{period}", text::right(&last, 8));
    let used = 3 + 2 + text::width(&code) + 1 + text::width(&end) + 1;
    let room = width.saturating_sub(used);
    let title = text::left(&format!("{through}{}", row.objective.definition.title), room);
    vec![
        Span::styled(theme.sign(rail), theme.quiet()),
        Span::styled(format!("{mark} "), theme.status(row.judgement.status)),
        Span::styled(code, if marked { theme.selected() } else { theme.plain() }),
        Span::raw(" "),
        Span::styled(format!("{title} "), if inherited { theme.quiet() } else { theme.plain() }),
        Span::raw(end),
    ]
}
