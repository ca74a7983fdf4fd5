//! Who is in: per rhythm, how many readings of the newest closed period have come.

use super::{Cell, State};
use crate::domain::objective::{Kind, Objective};
use crate::domain::period::{Date, Frequency, Period};
use crate::domain::register::Rules;

/// How the newest closed period of one rhythm stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The rhythm.
    pub frequency: Frequency,
    /// Its newest closed period by the register's calendar.
    pub period: Period,
    /// How many readings are in.
    pub entered: u32,
    /// How many are expected.
    pub expected: u32,
    /// How many are still within their days to report, and the first day on which one is late.
    pub due: Option<(u32, Date)>,
    /// How many are past them.
    pub missing: u32,
}

/// Tallies the newest closed period of every rhythm in use, the shortest first. What is delivered by criteria takes no
/// readings and is left out; so is an objective whose own fiscal year cuts its periods elsewhere.
pub fn tally<'a>(
    rows: impl Iterator<Item = (&'a Objective, &'a [Cell])> + Clone,
    rules: &Rules,
    as_of: Date,
) -> Vec<Tally> {
    let of = |frequency: Frequency| {
        let rhythm = rules.calendar.rhythm(frequency);
        let period = rhythm.before(rhythm.containing(as_of));
        let measured = rows.clone().filter(|(objective, _)| {
            objective.definition.frequency == frequency && objective.definition.kind != Kind::Milestone
        });
        let cells = measured.filter_map(|(_, cells)| cells.iter().find(|cell| cell.period == period));
        let mut tally = Tally { frequency, period, entered: 0, expected: 0, due: None, missing: 0 };
        for cell in cells.filter(|cell| cell.state != State::NotExpected) {
            tally.expected += 1;
            match cell.state {
                State::Due => {
                    let (count, first) = tally.due.unwrap_or((0, cell.last_day));
                    tally.due = Some((count + 1, first.min(cell.last_day)));
                }
                State::Missing => tally.missing += 1,
                _ => tally.entered += 1,
            }
        }
        (tally.expected > 0).then_some(tally)
    };
    Frequency::ALL.into_iter().filter_map(of).collect()
}
