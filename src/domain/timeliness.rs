//! How long after its period a reading was entered: in time, late, or so late that it was put together afterwards.

use super::objective::Definition;
use super::period::{Date, Period};
use super::register::Rules;

/// Least days after the end of a period from which a reading counts as reconstructed; three times the days to report
/// where that is longer (DOMAIN 5, RC-53).
pub const RECONSTRUCTED_AFTER: u32 = 45;

/// When a reading came, measured by its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timeliness {
    /// Within its days to report.
    InTime,
    /// So many days after the end of the period, more than its days to report.
    Late(u32),
    /// So many days after the end of the period that it was put together afterwards.
    Reconstructed(u32),
}

/// When a reading of `period` came that was entered on `entered_on`, with so many days to report.
pub fn timeliness(period: Period, days_to_report: u32, entered_on: Date) -> Timeliness {
    let days = u32::try_from((entered_on - period.end).num_days()).unwrap_or(0);
    if days <= days_to_report {
        Timeliness::InTime
    } else if days <= RECONSTRUCTED_AFTER.max(days_to_report.saturating_mul(3)) {
        Timeliness::Late(days)
    } else {
        Timeliness::Reconstructed(days)
    }
}

/// The same for a value measured on a day, by the periods and the days to report of its objective.
pub fn timeliness_of(definition: &Definition, rules: &Rules, measured_on: Date, entered_on: Date) -> Timeliness {
    let period = definition.rhythm(rules.calendar).containing(measured_on);
    let from_rules = || rules.on(period.start).grace(definition.frequency);
    timeliness(period, definition.grace_days.unwrap_or_else(from_rules), entered_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_begins_after_the_days_to_report_and_reconstructed_after_three_times_them() {
        let day = |text: &str| text.parse::<Date>().expect("an ISO date");
        let october = Period { start: day("2026-10-01"), end: day("2026-10-31") };
        for (days_to_report, entered, expected) in [
            (10, "2026-10-20", Timeliness::InTime),
            (10, "2026-11-10", Timeliness::InTime),
            (10, "2026-11-11", Timeliness::Late(11)),
            (10, "2026-12-15", Timeliness::Late(45)),
            (10, "2026-12-16", Timeliness::Reconstructed(46)),
            (20, "2026-12-30", Timeliness::Late(60)),
            (20, "2026-12-31", Timeliness::Reconstructed(61)),
            (0, "2026-11-01", Timeliness::Late(1)),
        ] {
            assert_eq!(timeliness(october, days_to_report, day(entered)), expected, "{days_to_report} {entered}");
        }
    }
}
