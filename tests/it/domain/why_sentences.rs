//! The sentence behind every reason, on the worked cases.

use std::collections::BTreeMap;

use sixtwo::domain::status::{Judgement, Reason, why};

use super::status_cases::judged;
use super::status_table::{Case, own_folder, read_folder};

/// The first case of each reason, with its sentence.
fn sentences() -> BTreeMap<Reason, Vec<(String, String)>> {
    let (cases, _) = read_folder(&own_folder());
    let mut sentences: BTreeMap<Reason, Vec<(String, String)>> = BTreeMap::new();
    for case in &cases {
        let judgement = judged(case).expect("the status tables pass");
        sentences.entry(judgement.reason).or_default().push((case.id.clone(), sentence(case, &judgement)));
    }
    sentences
}

fn sentence(case: &Case, judgement: &Judgement) -> String {
    why::why(&case.objective, judgement, case.rules.calendar)
}

#[test]
fn every_reason_has_its_sentence() {
    let text: String = sentences()
        .into_iter()
        .map(|(reason, cases)| {
            let lines: String = cases.iter().take(3).map(|(id, why)| format!("  {id} {why}\n")).collect();
            format!("{reason}\n{lines}")
        })
        .collect();
    insta::assert_snapshot!("every_reason_has_its_sentence", text);
}

#[test]
fn sentences_are_plain_words() {
    for (reason, cases) in sentences() {
        for (id, why) in cases {
            assert!(!why.contains('_') && !why.contains("None"), "{id}: {why}");
            assert!(!why.contains("  ") && !why.ends_with([' ', '.', ':', ',']), "{id} {reason}: {why}");
        }
    }
}

#[test]
fn rounding_never_flips_a_sentence() {
    let (cases, _) = read_folder(&own_folder());
    let case = cases.iter().find(|case| case.id == "SC-02").expect("9496 of 10000");
    let why = sentence(case, &judged(case).expect("judged"));
    assert_eq!(why, "9496 of 10000 is 94.96 % in Q1 2026, under the target of at least 95 %");
}
