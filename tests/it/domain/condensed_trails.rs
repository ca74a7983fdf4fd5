//! A summed-up past gives the answers of the whole one, for any day from the newest reading on.

use chrono::Days;
use proptest::prelude::*;
use sixtwo::domain::objective::{Baseline, Definition, Direction, Kind, Lifecycle, Objective};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency, Period, parse_iso_date};
use sixtwo::domain::quantity::Value;
use sixtwo::domain::reading::Standing;
use sixtwo::domain::register::Rules;
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::target::Standard;
use sixtwo::domain::verdict::verdict;

fn start() -> Date {
    parse_iso_date("2020-01-01").expect("a date")
}

fn objective(kind: Kind, due_after: Option<u64>, required_met: Option<u32>) -> Objective {
    let number = |text: &str| text.parse().expect("a number");
    let definition = Definition {
        kind,
        unit: "%".to_owned(),
        direction: Some(Direction::Higher),
        baseline: Some(Baseline { value: number("50"), date: None, estimated: false }),
        target: Some(number("95")),
        warn: Some(number("90")),
        floor: Some(number("70")),
        frequency: Frequency::M,
        due: due_after.map(|days| start() + Days::new(days)),
        required_met,
        ..Definition::titled("Patch in time", start())
    };
    Objective {
        code: "IT-1".to_owned(),
        standards: Standard::of(&definition, Date::MIN).into_iter().collect(),
        definition,
        lifecycle: Lifecycle::InForce,
        closing: None,
        segments: Vec::new(),
        criteria_done: Vec::new(),
        checkins: Vec::new(),
    }
}

/// One reading per month; `None` is a gap.
fn trail(objective: &Objective, months: &[Option<Value>]) -> Vec<Standing> {
    let rhythm = FiscalCalendar::default().rhythm(Frequency::M);
    let periods: Vec<Period> = rhythm.within(start(), start() + Days::new(365 * 6)).collect();
    let judged = |(period, value): (&Period, &Option<Value>)| {
        let value = (*value)?;
        let verdict = verdict(&value, &objective.standards[0], Direction::Higher, true);
        let (measured_on, corrected, days_after) = (period.end, false, 0);
        Some(Standing { period: *period, measured_on, value, verdict, corrected, days_after })
    };
    periods.iter().zip(months).filter_map(judged).collect()
}

fn month() -> impl Strategy<Value = Option<Value>> {
    let share = |n: &str| Some(n.parse().expect("a value"));
    prop_oneof![
        3 => Just(share("96")),
        2 => Just(share("92")),
        2 => Just(share("80")),
        1 => Just(share("60")),
        3 => Just(share("0/0")),
        2 => Just(None),
    ]
}

proptest! {
    #[test]
    fn a_condensed_trail_answers_like_the_whole_one(
        months in proptest::collection::vec(month(), 1..60),
        due_after in proptest::option::of(40u64..1_800),
        required_met in proptest::option::of(1u32..40),
        is_reach in any::<bool>(),
        later in 0u64..150,
    ) {
        let kind = if is_reach { Kind::Reach } else { Kind::Maintain };
        let due_after = if is_reach { due_after.or(Some(700)) } else { due_after };
        let objective = objective(kind, due_after, required_met);
        let rules = Rules::default();
        let whole = trail(&objective, &months);
        prop_assume!(!whole.is_empty());
        let newest = whole[whole.len() - 1].period.end;
        let as_of = newest + Days::new(later);
        let condensed = Trail::condensed(whole.clone(), &objective, &rules);
        prop_assert_eq!(
            judge(&objective, &Trail::whole(whole), &rules, as_of),
            judge(&objective, &condensed, &rules, as_of)
        );
    }
}
