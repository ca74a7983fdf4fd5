//! The picture of a series before it has a size: periods in their order, what stands for each, the targets they were
//! held against. Numbers here are for pixels only.

use crate::domain::objective::{Direction, Operator};
use crate::domain::reading::Verdict;
use crate::domain::snapshot::{Exact, FrozenObjective, FrozenPeriod, FrozenTarget};

/// Most periods a chart shows: three years of months.
pub const CHART_PERIODS: usize = 36;

/// Most periods a small line in a table shows.
pub const TREND_PERIODS: usize = 12;

/// A series over time with its targets.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two: for those who listen.
    pub description: String,
    /// What the marks mean, and how much of the series is shown.
    pub legend: String,
    /// The periods, oldest first.
    pub points: Vec<Point>,
    /// Targets, each over the periods it judged.
    pub targets: Vec<Span>,
    /// The value a reach objective starts from, with its label.
    pub baseline: Option<(f64, String)>,
    /// Interim targets: place among the periods, value.
    pub waypoints: Vec<(usize, f64)>,
}

/// One period of a chart.
#[derive(Clone, Debug)]
pub struct Point {
    /// The part of its name that changes from period to period: `Oct`, `Q3`, `W43`.
    pub label: String,
    /// The part it shares with its neighbours: `2026`.
    pub group: String,
    /// The value; none where there is none.
    pub value: Option<f64>,
    /// The value with its unit.
    pub shown: String,
    /// No reading although one was expected.
    pub missing: bool,
    /// The judgement; none before a due date.
    pub verdict: Option<Verdict>,
    /// It replaced an earlier entry.
    pub corrected: bool,
    /// It was entered past the days to report.
    pub late: bool,
}

/// A target over the periods it judged.
#[derive(Clone, Debug)]
pub struct Span {
    /// First period, counted from 0.
    pub first: usize,
    /// Last period.
    pub last: usize,
    /// The lines that must hold: one, or both edges of a range.
    pub lines: Vec<f64>,
    /// What is tolerated beside each line: from, to.
    pub tolerated: Vec<(f64, f64)>,
    /// The target as people read it.
    pub label: String,
}

/// The last periods as a small line.
#[derive(Clone, Debug)]
pub struct Trend {
    /// The periods in words: for those who listen.
    pub description: String,
    /// The values, oldest first; none is a gap.
    pub values: Vec<Option<f64>>,
    /// The judgement of the last value.
    pub last: Option<Verdict>,
    /// The lines to hold it against.
    pub targets: Vec<f64>,
    /// Where it started.
    pub baseline: Option<f64>,
}

/// The chart of an objective; none where it has no series.
pub fn chart(objective: &FrozenObjective) -> Option<Chart> {
    let shown = newest(&objective.series, CHART_PERIODS);
    if shown.iter().all(|p| p.value.is_none()) {
        return None;
    }
    let points: Vec<Point> = shown.iter().map(point).collect();
    Some(Chart {
        title: format!("{} {}", objective.code, objective.title),
        description: description(objective, shown),
        legend: legend(objective, shown),
        targets: spans(objective, shown),
        baseline: objective.baseline.as_ref().map(|b| {
            let guess = if b.estimated { ", estimated" } else { "" };
            (pixels(&b.value), format!("start {}{guess}", b.value.text()))
        }),
        waypoints: waypoints(objective, shown),
        points,
    })
}

/// The last periods of an objective.
pub fn trend(objective: &FrozenObjective) -> Trend {
    let shown = newest(&objective.series, TREND_PERIODS);
    let values: Vec<Option<f64>> = shown.iter().map(|p| p.value.as_ref().map(pixels)).collect();
    let words: Vec<&str> = shown.iter().map(|p| if p.missing { "none" } else { p.shown.as_str() }).collect();
    Trend {
        description: words.join(", "),
        last: shown.last().and_then(|p| p.verdict),
        targets: objective.targets.last().map(lines).unwrap_or_default(),
        baseline: objective.baseline.as_ref().map(|b| pixels(&b.value)),
        values,
    }
}

/// A number as a place on paper.
fn pixels(number: &Exact) -> f64 {
    number.text().parse().unwrap_or(0.0)
}

fn newest(series: &[FrozenPeriod], most: usize) -> &[FrozenPeriod] {
    &series[series.len().saturating_sub(most)..]
}

fn point(period: &FrozenPeriod) -> Point {
    let (label, group) = split_label(&period.label);
    Point {
        label,
        group,
        value: period.value.as_ref().map(pixels),
        shown: period.shown.clone(),
        missing: period.missing,
        verdict: period.verdict,
        corrected: period.corrected,
        late: period.days_late > 0,
    }
}

/// `Oct 2026` is `Oct` in the group `2026`; so are `2026-W43` and `FY2026-27 Q3`.
fn split_label(label: &str) -> (String, String) {
    if let Some((year, week)) = label.split_once("-W") {
        return (format!("W{week}"), year.to_owned());
    }
    match label.rsplit_once(' ') {
        Some((year, part)) if part.starts_with(['Q', 'H']) => (part.to_owned(), year.to_owned()),
        Some((part, year)) => (part.to_owned(), year.to_owned()),
        None => (label.to_owned(), String::new()),
    }
}

/// Neighbouring periods judged by the same target make one span.
fn spans(objective: &FrozenObjective, shown: &[FrozenPeriod]) -> Vec<Span> {
    let mut spans: Vec<(usize, Span)> = Vec::new();
    for (at, period) in shown.iter().enumerate() {
        let Some((which, target)) = objective.target_on(period.period_start) else { continue };
        match spans.last_mut() {
            Some((before, span)) if *before == which => span.last = at,
            _ => spans.push((
                which,
                Span {
                    first: at,
                    last: at,
                    lines: lines(target),
                    tolerated: tolerated(target),
                    label: target.text.clone(),
                },
            )),
        }
    }
    spans.into_iter().map(|(_, span)| span).collect()
}

fn lines(target: &FrozenTarget) -> Vec<f64> {
    [Some(&target.target), target.target_high.as_ref()].into_iter().flatten().map(pixels).collect()
}

/// Between target and warn; for a range the width of warn outside both edges.
fn tolerated(target: &FrozenTarget) -> Vec<(f64, f64)> {
    let Some(warn) = target.warn.as_ref().map(pixels) else { return Vec::new() };
    let low = pixels(&target.target);
    match target.target_high.as_ref().map(pixels).filter(|_| target.operator == Operator::Between) {
        Some(high) => vec![(low - warn, low), (high, high + warn)],
        None => vec![(low.min(warn), low.max(warn))],
    }
}

/// An interim target stands at the period its day lies in; those outside the picture are left to the facts.
fn waypoints(objective: &FrozenObjective, shown: &[FrozenPeriod]) -> Vec<(usize, f64)> {
    let place = |date| shown.iter().position(|p| p.period_start <= date && date <= p.period_end);
    objective.waypoints.iter().filter_map(|w| Some((place(w.date)?, pixels(&w.value)))).collect()
}

fn description(objective: &FrozenObjective, shown: &[FrozenPeriod]) -> String {
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return String::new() };
    let gaps = shown.iter().filter(|p| p.missing).count();
    let newest = shown.iter().rev().find(|p| !p.missing);
    let mut text =
        format!("{} periods from {} to {}, target {}", shown.len(), first.label, last.label, objective.target_text);
    if let Some(newest) = newest {
        text.push_str(&format!("; newest reading {} in {}", newest.shown, newest.label));
    }
    if gaps > 0 {
        text.push_str(&format!("; {gaps} without a reading"));
    }
    text
}

/// Names only the marks that are there.
fn legend(objective: &FrozenObjective, shown: &[FrozenPeriod]) -> String {
    let has = |test: fn(&FrozenPeriod) -> bool| shown.iter().any(test);
    let signs = [
        (has(|p| p.verdict == Some(Verdict::Met)), "● met"),
        (has(|p| p.verdict == Some(Verdict::Near)), "▲ close"),
        (has(|p| p.verdict == Some(Verdict::NotMet)), "■ not met"),
        (has(|p| p.value.is_some() && p.verdict.is_none()), "• reading, judged at the due date"),
        (has(|p| p.missing), "? no reading"),
        (has(|p| !p.missing && p.value.is_none()), "– none to count"),
        (has(|p| p.corrected), "* corrected"),
        (has(|p| p.days_late > 0), "' entered late"),
        (!objective.targets.is_empty(), "dashed: target in force then"),
        (objective.targets.iter().any(|t| t.warn.is_some()), "shaded: tolerated"),
        (!waypoints(objective, shown).is_empty(), "◇ interim target"),
    ];
    let mut words: Vec<String> = signs.iter().filter(|(there, _)| *there).map(|(_, word)| (*word).to_owned()).collect();
    words.push(match objective.direction {
        Direction::Higher => "higher is better".to_owned(),
        Direction::Lower => "lower is better".to_owned(),
        Direction::Range => "inside the range is better".to_owned(),
    });
    if shown.len() < objective.series.len() {
        words.push(format!("latest {} of {} periods", shown.len(), objective.series.len()));
    }
    words.join("   ")
}
