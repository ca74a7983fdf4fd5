//! Carrying an objective into a new fiscal year: what a single letter may do, and what needs a form.

use chrono::{Datelike, Days, Months};

use crate::domain::objective::{Definition, Kind};
use crate::domain::period::{Date, FiscalCalendar};
use crate::domain::status::phrase::day;

/// What keeping an objective over the year's end means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carry {
    /// Its dates lie ahead: nothing has to move.
    Stays,
    /// Its due date or its next look lies behind: the same content, one year on.
    Moves(Box<Definition>),
    /// A new date is a decision about the target: why.
    NeedsForm(String),
}

/// What keeping an objective means in the fiscal year of `as_of`. A level that is held goes on for another year; one
/// that was to be got to, and a delivery, need a new date somebody decides on.
pub fn carry(definition: &Definition, calendar: FiscalCalendar, as_of: Date) -> Carry {
    let year = definition.calendar(calendar).year_of(as_of);
    let lies_behind = |date: &Option<Date>| date.filter(|date| *date < year.start);
    let due = lies_behind(&definition.due);
    if let (Some(due), Kind::Reach | Kind::Milestone) = (due, definition.kind) {
        return Carry::NeedsForm(format!(
            "it was to be reached by {}; a new date is a change, or it is retired",
            day(due)
        ));
    }
    let ahead = |date: Date| on_in(date, year.start);
    let moved = Definition {
        due: due.map(ahead).or(definition.due),
        review_on: lies_behind(&definition.review_on).map(ahead).or(definition.review_on),
        ..definition.clone()
    };
    if moved == *definition { Carry::Stays } else { Carry::Moves(Box::new(moved)) }
}

/// The same day of the year on or after `from`; the last day of a month stays the last.
fn on_in(date: Date, from: Date) -> Date {
    let years = |n: u32| date.checked_add_months(Months::new(12 * n)).map(|moved| at_month_end(date, moved));
    (1..=200).filter_map(years).find(|moved| *moved >= from).unwrap_or(date)
}

fn at_month_end(before: Date, moved: Date) -> Date {
    let ends_month = |date: Date| date.checked_add_days(Days::new(1)).is_some_and(|next| next.day() == 1);
    if !ends_month(before) || ends_month(moved) {
        return moved;
    }
    moved.checked_add_days(Days::new(1)).unwrap_or(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("an ISO date")
    }

    fn objective(kind: Kind, due: &str, review_on: &str) -> Definition {
        let titled = Definition::titled("Hold it", date("2025-04-01"));
        Definition { kind, due: due.parse().ok(), review_on: review_on.parse().ok(), ..titled }
    }

    #[test]
    fn a_level_moves_by_a_year_and_nothing_else_does() {
        let calendar = FiscalCalendar { start_month: 4, ..FiscalCalendar::default() };
        for (due, review_on, moved) in [
            ("2026-03-31", "", Some(("2027-03-31", ""))),
            ("", "2026-02-15", Some(("", "2027-02-15"))),
            ("2026-02-28", "2025-12-31", Some(("2027-02-28", "2026-12-31"))),
            ("2024-03-31", "", Some(("2027-03-31", ""))),
            ("2027-03-31", "", None),
            ("", "", None),
            ("2026-04-01", "", None),
        ] {
            let before = objective(Kind::Maintain, due, review_on);
            let expected = match moved {
                None => Carry::Stays,
                Some((due, review_on)) => Carry::Moves(Box::new(objective(Kind::Maintain, due, review_on))),
            };
            assert_eq!(carry(&before, calendar, date("2026-04-20")), expected, "{due} {review_on}");
        }
    }

    #[test]
    fn the_last_of_february_stays_the_last() {
        let before = objective(Kind::Maintain, "2027-02-28", "");
        let expected = objective(Kind::Maintain, "2028-02-29", "");
        let calendar = FiscalCalendar { start_month: 4, ..FiscalCalendar::default() };
        assert_eq!(carry(&before, calendar, date("2027-04-20")), Carry::Moves(Box::new(expected)));
    }

    #[test]
    fn a_new_date_for_something_to_be_reached_is_a_decision() {
        for kind in [Kind::Reach, Kind::Milestone] {
            let due = objective(kind, "2026-03-31", "");
            assert!(
                matches!(carry(&due, FiscalCalendar { start_month: 4, ..FiscalCalendar::default() }, date("2026-04-20")), Carry::NeedsForm(why) if why.contains("31 Mar 2026"))
            );
            let later = objective(kind, "2026-12-31", "2026-03-15");
            assert!(matches!(
                carry(&later, FiscalCalendar { start_month: 4, ..FiscalCalendar::default() }, date("2026-04-20")),
                Carry::Moves(_)
            ));
        }
    }
}
