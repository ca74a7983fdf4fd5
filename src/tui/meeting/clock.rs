//! The clock of a meeting: minutes of the quarter of an hour, told by messages and never read here.

use chrono::{DateTime, Utc};

use crate::app::Moment;

/// What a review should take, in minutes (DOMAIN 6.1).
const MINUTES: i64 = 15;

/// From this many minutes on it is a meeting taken up again later, and a clock would say nothing.
const TOO_LONG: i64 = 120;

/// `6 of 15 min`; the day it was opened where that is long ago; empty before the first message.
pub fn text(started_at: &str, now: Option<&Moment>) -> String {
    let Some((started, now)) = DateTime::parse_from_rfc3339(started_at).ok().zip(now) else { return String::new() };
    let started = started.with_timezone(&Utc);
    let minutes = (now.instant - started).num_minutes();
    match minutes {
        0..TOO_LONG => format!("{minutes} of {MINUTES} min"),
        _ => format!("opened {}", started.format("%-d %b")),
    }
}

/// What an item should take, in seconds (DOMAIN 6.1).
const ITEM_SECONDS: u32 = 90;

/// `0:40 of 1:30`: what an item took so far.
pub fn of_item(seconds: u32) -> String {
    let said = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    format!("{} of {}", said(seconds), said(ITEM_SECONDS))
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::app::Clock;

    #[test]
    fn minutes_count_until_the_meeting_is_one_of_another_day() {
        let cases = [
            ("2026-11-12T14:00:00Z", "0 of 15 min"),
            ("2026-11-12T14:06:40Z", "6 of 15 min"),
            ("2026-11-12T15:10:00Z", "70 of 15 min"),
            ("2026-11-13T09:00:00Z", "opened 12 Nov"),
            ("2026-11-12T13:00:00Z", "opened 12 Nov"),
        ];
        for (now, wanted) in cases {
            let now = Clock::set_to(now).expect("a moment").now();
            assert_eq!(text("2026-11-12T14:00:00.000Z", Some(&now)), wanted);
        }
        assert_eq!(text("2026-11-12T14:00:00.000Z", None), "", "nobody has told the time yet");
    }
}
