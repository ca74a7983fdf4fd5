//! Charts show what is there: gaps stay open, targets step with their versions, marks differ in shape.

use sixtwo::domain::snapshot::FrozenObjective;
use sixtwo::report::chart::{chart, trend};
use sixtwo::report::svg;

use super::fixture::{frozen, halden};

fn objective(code: &str) -> FrozenObjective {
    frozen(&halden(), 1, "2026-11-09").objective(code).expect("it is in the register").clone()
}

/// The `d` of the first path of a class.
fn path<'s>(svg: &'s str, class: &str) -> &'s str {
    let from = format!("<path class=\"{class}\" d=\"");
    let at = svg.find(&from).unwrap_or_else(|| panic!("no path of class {class}")) + from.len();
    svg[at..].split('"').next().expect("the path ends")
}

#[test]
fn no_line_crosses_a_period_without_a_reading() {
    let patches = objective("IT-2");
    let drawn = svg::chart(&chart(&patches).expect("it has readings"), "c1");
    // 24 months with May 2026 missing: two runs, 23 places.
    let line = path(&drawn, "line");
    assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 21));
    assert_eq!(drawn.matches("class=\"gap\"").count(), 1);
    assert!(drawn.contains(">?</text>"));

    let small = svg::trend(&trend(&patches));
    assert_eq!(path(&small, "line").matches('M').count(), 2);
    assert_eq!(path(&small, "hole").matches('M').count(), 1);
    assert!(small.contains("<title>95 %, 95.5 %, "), "{small}");
    assert!(small.contains(", none, "), "a gap is said too");
}

#[test]
fn a_target_steps_with_its_version_and_the_older_one_is_named() {
    let drawn = svg::chart(&chart(&objective("IT-2")).expect("it has readings"), "c1");
    assert_eq!(drawn.matches("class=\"target\"").count(), 2);
    assert_eq!(drawn.matches("class=\"tolerated\"").count(), 2);
    assert!(drawn.contains(">≥ 92 %</text>") && drawn.contains(">≥ 95 %</text>"), "{drawn}");
}

#[test]
fn corrected_and_late_readings_carry_their_signs_and_the_legend_explains_them() {
    let patches = chart(&objective("IT-2")).expect("it has readings");
    let drawn = svg::chart(&patches, "c1");
    assert!(drawn.contains(">*</text>") && drawn.contains(">'</text>"), "{drawn}");
    for word in ["● met", "▲ close", "■ not met", "? no reading", "* corrected", "' entered late", "higher is better"]
    {
        assert!(patches.legend.contains(word), "{} lacks {word}", patches.legend);
    }
}

#[test]
fn a_reach_objective_shows_readings_not_verdicts_before_its_date() {
    let leavers = chart(&objective("HR-2")).expect("it has readings");
    let drawn = svg::chart(&leavers, "c1");
    assert!(leavers.points.iter().all(|p| p.verdict.is_none()));
    assert!(drawn.contains("class=\"dot\"") && !drawn.contains("class=\"bad\""), "{drawn}");
    assert!(drawn.contains(">start 72</text>"));
}

#[test]
fn a_range_has_two_edges_and_its_tolerance_lies_outside() {
    let mut gate = objective("ENG-1");
    gate.operator = sixtwo::domain::objective::Operator::Between;
    let target = &mut gate.targets[0];
    target.operator = gate.operator;
    target.target_high = Some(super::fixture::number("99").into());
    target.warn = Some(super::fixture::number("1").into());
    let drawn = chart(&gate).expect("it has readings");
    assert_eq!(drawn.targets[0].lines, [95.0, 99.0]);
    assert_eq!(drawn.targets[0].tolerated, [(94.0, 95.0), (99.0, 100.0)]);
}

#[test]
fn coordinates_carry_no_float_noise() {
    for code in ["IT-2", "HR-2", "OPS-1", "ENG-1"] {
        let objective = objective(code);
        let drawn = svg::chart(&chart(&objective).expect("it has readings"), "c1") + &svg::trend(&trend(&objective));
        let mut numbers = drawn.split(|c: char| !c.is_ascii_digit() && c != '.');
        let noisy = numbers.find(|number| number.split_once('.').is_some_and(|(_, decimals)| decimals.len() > 1));
        assert_eq!(noisy, None, "{code}");
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{code}");
    }
}

#[test]
fn an_objective_without_readings_has_no_chart() {
    assert!(chart(&objective("SEC-4")).is_none());
}
