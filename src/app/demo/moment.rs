//! Dates of the sample, written from the day it is opened.

use chrono::{Datelike, Days, Months};

use crate::domain::period::{Date, Period, Rhythm};

/// The day the sample is opened, and the periods of the objective a date is written for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    pub today: Date,
    pub rhythm: Rhythm,
}

impl Calendar {
    /// Reads `day-12`, `month-3:12`, `period-18:start`, `period+2:end` and `period-4:start+24`.
    pub fn day(self, text: &str) -> Option<Date> {
        let at = text.find(['-', '+'])?;
        let (unit, rest) = text.split_at(at);
        let (offset, place) = rest.split_once(':').unwrap_or((rest, ""));
        let offset: i64 = offset.parse().ok()?;
        match unit {
            "day" => shifted(self.today, offset),
            "month" => in_month(self.today, offset, place.parse().ok()?),
            "period" => in_period(self.period(offset)?, place),
            _ => None,
        }
    }

    /// The period `offset` periods from the running one.
    pub fn period(self, offset: i64) -> Option<Period> {
        let mut period = self.rhythm.containing(self.today);
        for _ in 0..offset.unsigned_abs() {
            period = if offset < 0 { self.rhythm.before(period) } else { self.rhythm.after(period) };
        }
        Some(period)
    }

    /// The last day anything may have been entered on: the day before the sample is opened.
    pub fn yesterday(self) -> Date {
        self.today - Days::new(1)
    }
}

/// The day of a month, or its last where it is shorter.
fn in_month(today: Date, offset: i64, day: u32) -> Option<Date> {
    let first = today.with_day(1)?;
    let months = Months::new(u32::try_from(offset.unsigned_abs()).ok()?);
    let first = if offset < 0 { first.checked_sub_months(months) } else { first.checked_add_months(months) }?;
    (1..=day).rev().find_map(|day| first.with_day(day))
}

/// `start` or `end`, with days added or taken away: `start+24`, `end-4`.
fn in_period(period: Period, place: &str) -> Option<Date> {
    let (edge, days) = match place.find(['-', '+']) {
        Some(at) => (&place[..at], place[at..].parse().ok()?),
        None => (place, 0),
    };
    match edge {
        "start" => shifted(period.start, days),
        "end" => shifted(period.end, days),
        _ => None,
    }
}

fn shifted(date: Date, days: i64) -> Option<Date> {
    date.checked_add_signed(chrono::TimeDelta::days(days))
}
