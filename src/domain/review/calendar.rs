//! The calendar of meetings: planned intervals, and what is overdue (9.3.1).

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::{Review, ReviewKind, Stage};
use crate::domain::period::Date;
use crate::domain::words;

/// One kind of meeting in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// What kind.
    pub kind: ReviewKind,
    /// Months between two of them; 0 is without a rhythm.
    pub interval_months: u32,
    /// The last one held, or one of another kind that does the same: its number and its day.
    pub last: Option<(i64, Date)>,
    /// The next one that is planned: its number and its day.
    pub planned: Option<(i64, Date)>,
    /// When the next one is to be held: as planned, as agreed in the last one, else by the interval.
    pub next: Option<Date>,
    /// The latest day the interval allows.
    pub latest: Option<Date>,
    /// Days past that day, or past the planned one; 0 while it is not overdue.
    pub days_overdue: u32,
}

impl CalendarEntry {
    /// The day it is to be held at the latest.
    pub fn deadline(&self) -> Option<Date> {
        [self.next, self.latest].into_iter().flatten().min()
    }

    /// `overdue, 12 days`, `planned as review 4`, `not planned yet`.
    pub fn words(&self) -> String {
        match (self.days_overdue, self.planned, self.next) {
            (0, Some((number, _)), _) => format!("planned as review {number}"),
            (0, None, Some(_)) => "not planned yet".to_owned(),
            (0, None, None) => String::new(),
            (days, ..) => format!("overdue, {}", words::counted(days as usize, "day", "days")),
        }
    }
}

/// The calendar on a day: objectives reviews and management reviews with their intervals, ad hoc ones as planned. A
/// kind that was never held counts from the day the register began; a management review looks at every objective and
/// counts as an objectives review too.
pub fn calendar(
    reviews: &[Review],
    interval: impl Fn(ReviewKind) -> u32,
    began: Date,
    as_of: Date,
) -> Vec<CalendarEntry> {
    let entry = |kind: ReviewKind| {
        let of_kind = || reviews.iter().filter(move |review| review.kind == kind);
        let counts = |review: &&Review| covers(review.kind, kind) && review.stage() == Stage::Closed;
        let held = reviews.iter().filter(counts).filter(|r| r.date <= as_of).max_by_key(|r| (r.date, r.number));
        let planned = of_kind().filter(|r| r.stage() == Stage::Planned).min_by_key(|r| (r.date, r.number));
        let running = of_kind().any(|r| r.stage() == Stage::Running);
        let interval_months = interval(kind);
        let since = held.map_or(began, |review| review.date);
        let latest = (interval_months > 0).then(|| since.checked_add_months(Months::new(interval_months))).flatten();
        let agreed = held.filter(|review| review.kind == kind).and_then(|review| review.next_date);
        let next = planned.map(|review| review.date).or(agreed).or(latest);
        let deadline = [next, latest].into_iter().flatten().min().filter(|_| !running);
        CalendarEntry {
            kind,
            interval_months,
            last: held.map(|review| (review.number, review.date)),
            planned: planned.map(|review| (review.number, review.date)),
            next,
            latest,
            days_overdue: deadline.map_or(0, |day| (as_of - day).num_days().max(0) as u32),
        }
    };
    ReviewKind::ALL.iter().map(|kind| entry(*kind)).collect()
}

/// Whether a meeting of one kind does what another kind is for.
fn covers(held: ReviewKind, kind: ReviewKind) -> bool {
    held == kind || (held, kind) == (ReviewKind::Management, ReviewKind::Objectives)
}
