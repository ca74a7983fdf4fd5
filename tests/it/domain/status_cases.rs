//! Every worked case of the status tables, judged by the rules.

use std::collections::BTreeSet;

use num_rational::BigRational;
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::domain::quantity::{Decimal, fixed};
use sixtwo::domain::status::{Judgement, Reason, Trail, judge, why};
use sixtwo::domain::verdict::standings;

use super::status_table::{Case, folder, own_folder, read_folder};

/// Judges a case, and holds the answer of a summed-up past against the answer of the whole one.
pub fn judged(case: &Case) -> Result<Judgement, String> {
    let Case { objective, rules, as_of, .. } = case;
    let calendar = FiscalCalendar {
        start_month: objective.definition.fiscal_year_start.unwrap_or(rules.calendar.start_month),
        ..rules.calendar
    };
    let standing = standings(objective, &case.readings, calendar.rhythm(objective.definition.frequency), *as_of);
    let whole = judge(objective, &Trail::whole(standing.clone()), rules, *as_of);
    let condensed = judge(objective, &Trail::condensed(standing, objective, rules), rules, *as_of);
    if whole == condensed {
        return Ok(whole);
    }
    Err(format!(
        "{} ({}): the condensed trail disagrees\n  whole     {whole:?}\n  condensed {condensed:?}",
        case.id, case.file
    ))
}

fn disagreements(case: &Case, judgement: &Judgement) -> Vec<String> {
    let percent = |share: &Option<BigRational>| match share {
        Some(share) => fixed(&(share * Decimal::HUNDRED.ratio()), 1),
        None => "none".to_owned(),
    };
    let columns = [
        ("expected_status", judgement.status.to_string()),
        ("expected_freshness", judgement.freshness.to_string()),
        ("expected_missed_periods", judgement.missed_periods.to_string()),
        ("expected_latest_eval", judgement.verdict.map_or("none".to_owned(), |v| v.to_string())),
        ("expected_progress_pct", percent(&judgement.progress)),
        ("expected_elapsed_pct", percent(&judgement.elapsed)),
        ("expected_reason", judgement.reason.to_string()),
    ];
    let sentence = why::why(&case.objective, judgement, case.rules.calendar);
    columns
        .into_iter()
        .filter_map(|(column, got)| {
            let expected = case.expected(column)?;
            (!same(expected, &got)).then(|| {
                format!("{} {column}: expected {expected}, got {got}. Why: {sentence} ({})", case.id, case.file)
            })
        })
        .collect()
}

/// Words as words, numbers as numbers: 40 is 40.0.
fn same(expected: &str, got: &str) -> bool {
    match (expected.parse::<Decimal>(), got.parse::<Decimal>()) {
        (Ok(expected), Ok(got)) => expected == got,
        _ => expected == got,
    }
}

#[test]
fn status_cases() {
    let (cases, mut faults) = read_folder(&folder());
    for case in &cases {
        match judged(case) {
            Ok(judgement) => faults.extend(disagreements(case, &judgement)),
            Err(fault) => faults.push(fault),
        }
    }
    let heading = format!("{} faults in {} cases of {}", faults.len(), cases.len(), folder().display());
    assert!(faults.is_empty(), "{heading}\n{}", faults.join("\n"));
    assert!(!cases.is_empty(), "{heading}");
}

#[test]
fn every_reason_is_reached_by_a_case() {
    let (cases, faults) = read_folder(&own_folder());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let reached: BTreeSet<Reason> = cases.iter().filter_map(|case| Some(judged(case).ok()?.reason)).collect();
    let missing: Vec<_> = Reason::ALL.iter().filter(|reason| !reached.contains(reason)).collect();
    assert!(missing.is_empty(), "no case reaches {missing:?}");
}

#[test]
fn a_table_that_cannot_be_read_is_a_fault() {
    let header = "case_id,kind,start_date,frequency,as_of,expected_status";
    let tables = [
        (
            format!("{header},expected_colour\nX,maintain,2026-01-01,M,2026-02-01,draft,red\n"),
            "unknown column `expected_colour`",
        ),
        (format!("{header}\nX,maintain,1 Jan,M,2026-02-01,draft\n"), "row 2: X: start_date `1 Jan` is unreadable"),
        (format!("{header},readings\nX,maintain,2026-01-01,M,2026-02-01,draft,Jan=3\n"), "readings `Jan=3`"),
        ("case_id,kind,start_date,frequency,as_of\n".to_owned(), "column `expected_status` is missing"),
        (format!("{header}\n"), "no case in this folder"),
    ];
    for (text, fault) in tables {
        let folder = tempfile::tempdir().expect("a folder for the table");
        std::fs::write(folder.path().join("table.csv"), text).expect("the table is written");
        let (_, faults) = read_folder(folder.path());
        assert!(faults.iter().any(|f| f.contains(fault)), "{fault} not among {faults:?}");
    }
    let empty = tempfile::tempdir().expect("an empty folder");
    assert!(read_folder(empty.path()).1[0].contains("no *.csv"));
}
