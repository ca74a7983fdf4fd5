//! The last periods in a row: the name of the period above its value, with the marks of list and grid.

use ratatui::text::{Line, Span};

use crate::domain::probe::Point;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// The periods, as many in a row as have room.
pub fn lines(points: &[Point], theme: Theme, indent: usize, width: usize) -> Vec<Line<'static>> {
    let names = names(points);
    let values: Vec<String> = points.iter().map(value).collect();
    let widest = names.iter().chain(&values).map(|cell| text::width(cell)).max().unwrap_or_default();
    // A mark before the value, two cells between neighbours.
    let cell = widest + 3;
    let in_a_row = (width / cell.max(1)).max(1);
    let mut lines = Vec::new();
    for from in (0..points.len()).step_by(in_a_row) {
        let these = from..(from + in_a_row).min(points.len());
        let mut above = vec![Span::raw(" ".repeat(indent))];
        let mut below = vec![Span::raw(" ".repeat(indent))];
        for at in these {
            above.push(Span::styled(text::left(&format!(" {}", names[at]), cell), theme.quiet()));
            let (mark, style) = match points[at].verdict {
                Some(verdict) => (theme.verdict_mark(verdict).0, theme.verdict(verdict)),
                None if points[at].shown.is_empty() => ("?", theme.strong()),
                None => (" ", theme.plain()),
            };
            below.push(Span::styled(mark, style));
            below.push(Span::raw(text::left(&values[at], cell - 1)));
        }
        lines.push(Line::from(above));
        lines.push(Line::from(below));
    }
    lines.extend(key(points, theme, indent));
    lines
}

/// What the marks mean, for those that stand there.
fn key(points: &[Point], theme: Theme, indent: usize) -> Option<Line<'static>> {
    let mut said = Vec::new();
    if points.iter().any(|point| point.shown.is_empty()) {
        said.push("? missing");
    }
    if points.iter().any(|point| point.late) {
        said.push("' late");
    }
    if points.iter().any(|point| point.corrected) {
        said.push("* corrected");
    }
    (!said.is_empty()).then(|| Line::styled(format!("{} {}", " ".repeat(indent), said.join("   ")), theme.quiet()))
}

/// The number without its unit, which stands with the promise.
fn value(point: &Point) -> String {
    let number = point.shown.split(' ').next().unwrap_or_default();
    let marks = [(point.late, "'"), (point.corrected, "*")];
    let marks: String = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).collect();
    format!("{number}{marks}")
}

/// `Nov 25`, `Dec`, `Jan 26`: the year where it begins.
fn names(points: &[Point]) -> Vec<String> {
    let mut year = "";
    let mut names = Vec::with_capacity(points.len());
    for point in points {
        let parts: Vec<&str> = point.label.split([' ', '-']).collect();
        let is_year =
            |part: &&&str| part.len() >= 4 && part.ends_with(|c: char| c.is_ascii_digit()) && !part.starts_with('W');
        let this = parts.iter().find(is_year).copied().unwrap_or_default();
        let rest: Vec<&str> = parts.iter().copied().filter(|part| *part != this).collect();
        let short = rest.iter().find(|part| part.starts_with(|c: char| c.is_ascii_alphabetic())).copied();
        names.push(match short {
            None => point.label.clone(),
            Some(short) if this == year => short.to_owned(),
            Some(short) => format!("{short} {}", this.get(this.len().saturating_sub(2)..).unwrap_or_default()),
        });
        year = this;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::domain::probe::Point;

    #[test]
    fn a_year_is_named_where_it_begins() {
        let named = |labels: &[&str]| {
            let point = |label: &&str| Point {
                label: (*label).to_owned(),
                shown: String::new(),
                value: None,
                percent: false,
                verdict: None,
                corrected: false,
                late: false,
            };
            names(&labels.iter().map(point).collect::<Vec<_>>())
        };
        assert_eq!(named(&["Nov 2025", "Dec 2025", "Jan 2026"]), ["Nov 25", "Dec", "Jan 26"]);
        assert_eq!(named(&["Q4 2025", "Q1 2026", "Q2 2026"]), ["Q4 25", "Q1 26", "Q2"]);
        assert_eq!(named(&["2026-W09", "2026-W10"]), ["W09 26", "W10"]);
        assert_eq!(named(&["FY2025-26", "2026"]), ["FY2025-26", "2026"]);
    }
}
