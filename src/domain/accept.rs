//! Entry rules of a reading: what is refused, and what deserves a second look.

use super::check::Problem;
use super::objective::{Kind, Objective};
use super::period::Date;
use super::quantity::{Decimal, Value};
use super::register::Rules;
use super::status::Frame;
use super::status::why::day;

/// Whether a reading can be taken in on `today`; the sentences in `Ok` say what is unusual about it. `last` is the value
/// that stands for the period before.
pub fn accept(
    objective: &Objective,
    rules: &Rules,
    value: &Value,
    measured_on: Date,
    today: Date,
    last: Option<&Value>,
) -> Result<Vec<String>, Problem> {
    let frame = Frame::new(objective, rules, today);
    refuse(&frame, measured_on)?;
    let about_its_period = about_its_period(&frame, measured_on).into_iter().flatten();
    Ok(unusual(objective, value, last).into_iter().chain(about_its_period).collect())
}

/// What is unusual about the value itself, so that it deserves a second look before it is saved: far from the last one,
/// or no possible share.
pub fn unusual(objective: &Objective, value: &Value, last: Option<&Value>) -> Vec<String> {
    [unusual_size(objective, value, last), outside_of_percent(objective, value)].into_iter().flatten().collect()
}

/// Whether a value can be unusual at all, by a rough look that a million values can be given.
pub fn may_be_unusual(objective: &Objective, value: &Value, last: Option<&Value>) -> bool {
    let percent = objective.definition.unit_is_percent();
    let Some(now) = value.to_f64(percent) else { return false };
    let leapt = last.and_then(|last| last.to_f64(percent)).is_some_and(|last| {
        let ratio = now / last;
        now != 0.0 && last != 0.0 && !(0.11..9.0).contains(&ratio)
    });
    leapt || (percent && !(0.0..=100.0).contains(&now))
}

fn refuse(frame: &Frame, measured_on: Date) -> Result<(), Problem> {
    let objective = frame.objective;
    if objective.definition.kind == Kind::Milestone {
        let message = format!("{} is delivered by criteria and takes no values", objective.code);
        return Err(Problem { field: "value", message });
    }
    if let Some(closing) = objective.closing.as_ref().filter(|c| c.retired_on <= frame.as_of) {
        let message =
            format!("{} was closed on {} and takes no more readings", objective.code, day(closing.retired_on));
        return Err(Problem { field: "code", message });
    }
    let running = frame.rhythm.containing(frame.as_of);
    if measured_on > running.end {
        let message = format!("{} lies ahead: the running period ends on {}", day(measured_on), day(running.end));
        return Err(Problem { field: "period", message });
    }
    Ok(())
}

/// Ten times the last value, or a tenth of it: a slipped point, or days for hours.
fn unusual_size(objective: &Objective, value: &Value, last: Option<&Value>) -> Option<String> {
    let percent = objective.definition.unit_is_percent();
    let (now, before) = (value.exact(percent)?, last?.exact(percent)?);
    let ten = Decimal::new(10, 0)?.ratio();
    let zero = Decimal::ZERO.ratio();
    if now == zero || before == zero {
        return None;
    }
    let ratio = &now / &before;
    let slipped = ratio >= ten || ratio <= zero || ratio.recip() >= ten;
    let shown = |value: &Value| value.shown(percent, 1);
    slipped.then(|| format!("{} is far from the last value, {}", shown(value), last.map(shown).unwrap_or_default()))
}

fn outside_of_percent(objective: &Objective, value: &Value) -> Option<String> {
    if !objective.definition.unit_is_percent() {
        return None;
    }
    let exact = value.exact(true)?;
    let inside = exact >= Decimal::ZERO.ratio() && exact <= Decimal::HUNDRED.ratio();
    (!inside).then(|| format!("{} % lies outside of 0 to 100 %", value.shown(true, 1)))
}

fn about_its_period(frame: &Frame, measured_on: Date) -> [Option<String>; 2] {
    let definition = &frame.objective.definition;
    let calendar = definition.calendar(frame.rules.calendar);
    let period = frame.rhythm.containing(measured_on);
    let label = calendar.period_label(definition.frequency, period);
    let last_day = frame.last_day_to_report(&period);
    let use_of_it = if !frame.is_expected(&period) {
        let why = if period.start < definition.start { "lies before its start" } else { "lies after its due date" };
        Some(format!("{label} {why}: the reading is kept and shown, but counts for no status"))
    } else if !period.is_closed(frame.as_of) {
        Some(format!("{label} is still running: the reading counts once it has ended on {}", day(period.end)))
    } else {
        None
    };
    let late = (frame.as_of > last_day && frame.is_expected(&period))
        .then(|| format!("entered {} days after {label} ended", (frame.as_of - period.end).num_days()));
    [use_of_it, late]
}
