//! Signals: patterns a process hardly shows by chance, so that someone should ask what changed (DOMAIN section 7).

use super::series::Point;
use super::xmr::{Limits, exceeds};
use crate::domain::objective::vocabulary;
use crate::domain::period::Period;

/// Readings in a row that go one way before it counts.
pub const STEADY: usize = 6;

/// Readings in a row on one side of the middle, unless the register says otherwise.
pub const RUN: u32 = 8;

/// Among how many of the latest readings a signal is still worth a word.
const RECENT: usize = 3;

vocabulary! {
    /// What makes a pattern unusual, the plainest first.
    Rule {
        /// One reading outside the usual range.
        Outside = "outside",
        /// Many in a row on one side of the middle.
        Run = "run",
        /// [`STEADY`] or more in a row, each higher or each lower than the one before.
        Steady = "steady",
        /// Two of three in the outer third of the range, on the same side.
        TwoOfThree = "two_of_three",
    }
}

vocabulary! {
    /// To which side.
    Side {
        /// Above the middle; for a steady one, rising.
        Above = "above",
        /// Below the middle; for a steady one, falling.
        Below = "below",
    }
}

/// One pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// What makes it one.
    pub rule: Rule,
    /// To which side.
    pub side: Side,
    /// The period it begins in.
    pub first: Period,
    /// The period it ends in so far.
    pub last: Period,
    /// How many readings lie in it.
    pub readings: usize,
}

/// Every signal of a stretch, the ones that end first before the others. A period without a reading ends no pattern.
/// `run` is how many in a row on one side count, at least 2.
pub fn signals(stretch: &[Point], limits: &Limits, run: usize) -> Vec<Signal> {
    let mut found = Vec::new();
    for side in [Side::Above, Side::Below] {
        found.extend(outside(stretch, limits, side));
        found.extend(runs(stretch, limits, side, run.max(2)));
        found.extend(steady(stretch, side));
        found.extend(two_of_three(stretch, limits, side));
    }
    found.sort_by_key(|signal| signal.last);
    found
}

/// Of the signals that end among the latest three readings the plainest, in the order of [`Rule`], then the newest:
/// what lies further back has been looked at.
pub fn recent<'s>(signals: &'s [Signal], stretch: &[Point]) -> Option<&'s Signal> {
    let from = stretch.len().saturating_sub(RECENT);
    let is_recent = |signal: &&Signal| stretch[from..].iter().any(|point| point.period == signal.last);
    signals.iter().filter(is_recent).min_by_key(|signal| (signal.rule, std::cmp::Reverse(signal.last)))
}

/// Whether a value lies to one side of another.
fn beyond(value: f64, bound: f64, side: Side) -> bool {
    match side {
        Side::Above => exceeds(value, bound),
        Side::Below => exceeds(bound, value),
    }
}

fn outside(stretch: &[Point], limits: &Limits, side: Side) -> Vec<Signal> {
    let limit = match side {
        Side::Above => limits.upper,
        Side::Below => limits.lower,
    };
    let lies_outside = |point: &&Point| beyond(point.value, limit, side);
    stretch.iter().filter(lies_outside).map(|point| signal(Rule::Outside, side, std::slice::from_ref(point))).collect()
}

fn runs(stretch: &[Point], limits: &Limits, side: Side, run: usize) -> Vec<Signal> {
    let (end, natural) = match side {
        Side::Above => (limits.upper, limits.mean + limits.reach()),
        Side::Below => (limits.lower, limits.mean - limits.reach()),
    };
    // A share that stands at 100 % lies above its mean after a single miss, and could not lie higher.
    let could_go_on = |value: f64| !beyond(natural, end, side) || beyond(end, value, side);
    let on_side = |_: Option<&Point>, point: &Point| beyond(point.value, limits.mean, side) && could_go_on(point.value);
    streaks(stretch, run, on_side).into_iter().map(|streak| signal(Rule::Run, side, streak)).collect()
}

fn steady(stretch: &[Point], side: Side) -> Vec<Signal> {
    let goes_on = |before: Option<&Point>, point: &Point| before.is_none_or(|b| beyond(point.value, b.value, side));
    streaks(stretch, STEADY, goes_on).into_iter().map(|streak| signal(Rule::Steady, side, streak)).collect()
}

/// The longest streaks, at least `least` long, in which every point belongs to the one before it; the point that
/// ends a streak may begin the next.
fn streaks(points: &[Point], least: usize, belongs: impl Fn(Option<&Point>, &Point) -> bool) -> Vec<&[Point]> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < points.len() {
        let rest = &points[from..];
        let before = |at: usize| at.checked_sub(1).map(|at| &rest[at]);
        let ends = rest.iter().enumerate().position(|(at, point)| !belongs(before(at), point));
        let streak = &rest[..ends.unwrap_or(rest.len())];
        if streak.len() >= least {
            found.push(streak);
        }
        from += streak.len().max(1);
    }
    found
}

/// A pair in the outer third at most two readings apart; pairs that share a reading are one pattern.
fn two_of_three(stretch: &[Point], limits: &Limits, side: Side) -> Vec<Signal> {
    let third = limits.reach() * 2.0 / 3.0;
    if third == 0.0 {
        return Vec::new();
    }
    let edge = match side {
        Side::Above => limits.mean + third,
        Side::Below => limits.mean - third,
    };
    let outer: Vec<usize> = (0..stretch.len()).filter(|at| beyond(stretch[*at].value, edge, side)).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for pair in outer.windows(2).filter(|pair| pair[1] - pair[0] <= 2) {
        match found.last_mut() {
            Some((_, last)) if *last == pair[0] => *last = pair[1],
            _ => found.push((pair[0], pair[1])),
        }
    }
    found.into_iter().map(|(from, to)| signal(Rule::TwoOfThree, side, &stretch[from..=to])).collect()
}

fn signal(rule: Rule, side: Side, points: &[Point]) -> Signal {
    let (first, last) = (points[0].period, points[points.len() - 1].period);
    Signal { rule, side, first, last, readings: points.len() }
}
