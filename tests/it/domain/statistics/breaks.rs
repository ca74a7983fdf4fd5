//! Where a series begins anew.

use sixtwo::domain::objective::Definition;
use sixtwo::domain::period::Date;
use sixtwo::domain::statistics::breaks::breaks;
use sixtwo::domain::version::{SeriesMark, Version};

use super::day;

/// A version in force from the day it was recorded.
fn version(number: u32, recorded: &str, change: impl FnOnce(&mut Definition)) -> Version {
    let mut definition = Definition::titled("Critical vulnerabilities in time", day("2025-01-01"));
    definition.metric = "closed in SLA".to_owned();
    definition.unit = "%".to_owned();
    change(&mut definition);
    Version { draft: false, ..Version::draft(number, day(recorded), definition) }
}

fn broken(versions: &[Version]) -> Vec<Date> {
    breaks(versions, day("2026-11-24"))
}

#[test]
fn another_metric_formula_unit_or_source_begins_anew() {
    let said = |d: &mut Definition| {
        d.data_source = "scanner A".to_owned();
        d.formula = "closed / due".to_owned();
    };
    let changed = |change: fn(&mut Definition)| {
        let after = version(2, "2026-03-01", |d| {
            said(d);
            change(d);
        });
        broken(&[version(1, "2025-01-10", said), after])
    };
    assert_eq!(changed(|d| d.metric = "closed in 14 days".to_owned()), [day("2026-03-01")]);
    assert_eq!(changed(|d| d.formula = "closed / found".to_owned()), [day("2026-03-01")]);
    assert_eq!(changed(|d| d.unit = "h".to_owned()), [day("2026-03-01")]);
    assert_eq!(changed(|d| d.data_source = "scanner B".to_owned()), [day("2026-03-01")]);
    assert_eq!(changed(|d| d.target = "97".parse().ok()), [], "another target measures the same thing");
    assert_eq!(changed(|d| d.owner = "K. Lind".to_owned()), []);
}

#[test]
fn what_was_not_said_before_is_only_said_now() {
    let first = version(1, "2025-01-10", |_| ());
    let said = version(2, "2026-03-01", |d| {
        d.formula = "closed / due".to_owned();
        d.metric = " Closed  in SLA ".to_owned();
    });
    assert_eq!(broken(&[first, said]), []);
}

#[test]
fn a_mark_decides_before_the_words_do() {
    let renamed = |mark| {
        let after = version(2, "2026-03-01", |d| d.metric = "closed in time".to_owned());
        broken(&[version(1, "2025-01-10", |_| ()), Version { series: mark, ..after }])
    };
    assert_eq!(renamed(None), [day("2026-03-01")]);
    assert_eq!(renamed(Some(SeriesMark::Comparable)), []);
    let marked = Version { series: Some(SeriesMark::Break), ..version(2, "2026-03-01", |_| ()) };
    assert_eq!(broken(&[version(1, "2025-01-10", |_| ()), marked]), [day("2026-03-01")]);
}

#[test]
fn only_what_is_in_force_counts_from_the_day_it_begins() {
    let first = version(1, "2025-01-10", |_| ());
    let after = version(2, "2026-03-01", |d| d.unit = "h".to_owned());
    let draft = Version { draft: true, ..after.clone() };
    assert_eq!(broken(&[first.clone(), draft]), []);
    let effective = Version { effective: Some(day("2026-04-01")), ..after.clone() };
    assert_eq!(broken(&[first.clone(), effective]), [day("2026-04-01")]);
    let ahead = Version { begins: Some(day("2027-01-01")), ..after.clone() };
    assert_eq!(broken(&[first.clone(), ahead.clone()]), [], "it has not begun");
    assert_eq!(breaks(&[first.clone(), ahead], day("2027-01-01")), [day("2027-01-01")]);
    assert_eq!(breaks(&[first, after], day("2026-02-28")), [], "not known then");
}
