//! Readings that are still to come: which periods, and the last day to report each.

use super::objective::Objective;
use super::period::{Date, Period};
use super::register::Rules;
use super::status::{Frame, Judgement};

/// The periods behind the newest reading in which one is expected, oldest first, each with its last day to report: closed
/// ones that wait, the running one, and those to come. Without end where the objective has none.
pub fn awaited<'a>(
    objective: &'a Objective,
    judgement: &Judgement,
    rules: &'a Rules,
    as_of: Date,
) -> impl Iterator<Item = (Period, Date)> + use<'a> {
    let frame = Frame::new(objective, rules, as_of);
    let closed = objective.closing.as_ref().map(|closing| closing.retired_on);
    let first = judgement.next_report.map(|(period, _)| period);
    let mut next = first;
    std::iter::from_fn(move || {
        let period = next?;
        let expected = frame.is_expected(&period) && closed.is_none_or(|closed| period.end < closed);
        next = expected.then(|| frame.rhythm.after(period));
        expected.then(|| (period, frame.last_day_to_report(&period)))
    })
}
