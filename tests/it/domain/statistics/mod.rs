//! Statistics: published worked examples, every rule firing and silent, every sentence.

mod breaks;
mod figures;
mod forecast;
mod sentences;
mod signals;
mod xmr;

use chrono::{Datelike, Months};
use sixtwo::domain::objective::{Definition, Kind, Lifecycle, Objective, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency, Period, parse_iso_date};
use sixtwo::domain::quantity::Value;
use sixtwo::domain::reading::{Standing, Verdict};
use sixtwo::domain::register::Rules;
use sixtwo::domain::statistics::series::Point;
use sixtwo::domain::statistics::{Insight, insight};
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::target::Standard;
use sixtwo::domain::verdict::verdict;

fn day(text: &str) -> Date {
    parse_iso_date(text).expect("a day")
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

/// The month `at` months after January 2025.
fn month(at: usize) -> Period {
    let first = day("2025-01-01") + Months::new(at as u32);
    FiscalCalendar::default().rhythm(Frequency::M).containing(first)
}

/// Values of consecutive months.
fn points(values: &[f64]) -> Vec<Point> {
    let point = |(at, value): (usize, &f64)| Point { period: month(at), value: *value, counted_of: None };
    values.iter().enumerate().map(point).collect()
}

/// An objective with its readings, asked on the day after its last month.
struct Case {
    objective: Objective,
    standings: Vec<Standing>,
    breaks: Vec<Date>,
    rules: Rules,
    as_of: Date,
}

impl Case {
    /// Monthly readings as typed, oldest first, from the month `from` months after January 2025; `-` is a gap.
    fn new(kind: Kind, unit: &str, operator: Operator, target: &str, from: usize, readings: &str) -> Case {
        let mut definition = Definition::titled("Leaver access revoked in a day", month(from).start);
        definition.kind = kind;
        definition.unit = unit.to_owned();
        definition.operator = Some(operator);
        definition.target = Some(target.parse().expect("a target"));
        let standard = Standard::of(&definition, Date::MIN).expect("it has a target");
        let direction = definition.direction();
        let percent = definition.unit_is_percent();
        let texts: Vec<&str> = readings.split_whitespace().collect();
        let standing = |(at, text): (usize, &&str)| {
            let value: Value = text.parse().ok()?;
            let period = month(from + at);
            let verdict = verdict(&value, &standard, direction, percent);
            Some(Standing { period, measured_on: period.end, value, verdict, corrected: false, days_after: 0 })
        };
        let standings: Vec<Standing> = texts.iter().enumerate().filter_map(standing).collect();
        assert!(standings.iter().all(|s| s.verdict != Verdict::NotApplicable || s.value.is_empty()));
        let as_of = month(from + texts.len()).start;
        let objective = Objective {
            code: "HR-2".to_owned(),
            definition,
            lifecycle: Lifecycle::InForce,
            closing: None,
            standards: vec![standard],
            segments: Vec::new(),
            criteria_done: Vec::new(),
            checkins: Vec::new(),
        };
        Case { objective, standings, breaks: Vec::new(), rules: Rules::default(), as_of }
    }

    /// Percentages to hold at 95 or more, from November 2025 on.
    fn held(readings: &str) -> Case {
        Case::new(Kind::Maintain, "%", Operator::AtLeast, "95", 10, readings)
    }

    /// Hours to bring under 24 by the end of 2026, from January 2026 on, coming from 72.
    fn under_a_day(readings: &str) -> Case {
        let mut case = Case::new(Kind::Reach, "h", Operator::Under, "24", 12, readings);
        case.objective.definition.baseline = Some(sixtwo::domain::objective::Baseline {
            value: "72".parse().expect("a number"),
            date: None,
            estimated: false,
        });
        case.due("2026-12-31")
    }

    fn due(mut self, due: &str) -> Case {
        self.objective.definition.due = Some(day(due));
        self
    }

    fn broken_on(mut self, days: &[&str]) -> Case {
        self.breaks = days.iter().map(|text| day(text)).collect();
        self
    }

    fn insight(&self) -> Insight {
        let trail = Trail::whole(self.standings.clone());
        let judgement = judge(&self.objective, &trail, &self.rules, self.as_of);
        insight(&self.objective, &judgement, &self.standings, &self.breaks, &self.rules, self.as_of)
    }
}

#[test]
fn the_cases_stand_on_the_months_they_name() {
    let case = Case::held("96 - 95");
    let months: Vec<(i32, u32)> = case.standings.iter().map(|s| (s.period.end.year(), s.period.end.month())).collect();
    assert_eq!(months, [(2025, 11), (2026, 1)]);
    assert_eq!(case.as_of, day("2026-02-01"));
}
