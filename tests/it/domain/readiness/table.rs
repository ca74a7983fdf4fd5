//! The table of the checks against the contract's file.

use std::collections::{BTreeMap, BTreeSet};

use sixtwo::domain::readiness::Parameters;
use sixtwo::domain::readiness::table::{check, checks};
use sixtwo::domain::slogan::{ABSOLUTE_PROMISES, VAGUE_VERBS};

use super::cases::all;

const CONTRACT: &str = include_str!("../../../cases/readiness/readiness-checks.csv");

/// Words the contract leaves to the register without naming a parameter for them.
const BEYOND_CONTRACT: &[(&str, &str)] =
    &[("RC-04", "words"), ("RC-16", "words"), ("RC-48", "words"), ("RC-60", "months")];

fn contract() -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(CONTRACT.as_bytes());
    reader.deserialize().map(|row| row.expect("a row of the contract")).collect()
}

#[test]
fn the_table_is_the_contract() {
    let contract = contract();
    assert_eq!(contract.len(), 68);
    for (row, check) in contract.iter().zip(checks()) {
        let cell = |name: &str| row[name].as_str();
        assert_eq!(check.id, cell("id"));
        assert_eq!(check.title, cell("title"), "{}", check.id);
        assert_eq!(check.scope.word(), cell("scope"), "{}", check.id);
        assert_eq!(check.severity.word(), cell("severity"), "{}", check.id);
        assert_eq!(check.escalates_to.map_or("", |severity| severity.word()), cell("escalates_to"), "{}", check.id);
        assert_eq!(check.escalation, cell("escalation_condition"), "{}", check.id);
        assert_eq!(check.clause, cell("clause"), "{}", check.id);
        assert_eq!(check.message, cell("message"), "{}", check.id);
        assert_eq!(check.fix, cell("fix"), "{}", check.id);
        let caution = if cell("false_positive_caution") == "none" { "" } else { cell("false_positive_caution") };
        assert_eq!(check.caution, caution, "{}", check.id);
    }
    assert_eq!(checks().count(), 68);
}

#[test]
fn the_parameters_are_those_of_the_contract_with_its_defaults() {
    let mut of_contract = BTreeSet::new();
    for row in contract() {
        for parameter in row["params"].split(';').map(str::trim).filter(|text| !text.is_empty()) {
            let (name, default) =
                parameter.split_once('=').map_or((parameter, None), |(name, value)| (name, Some(value)));
            let check = check(&row["id"]).expect("a check of the contract");
            let known = check.parameter(name).unwrap_or_else(|| panic!("{} lacks {name}", check.id));
            if let Some(default) = default {
                assert_eq!(known.default, default, "{} {name}", check.id);
            }
            of_contract.insert((check.id, known.name));
        }
    }
    let all: BTreeSet<_> = Parameters::all().map(|(check, parameter)| (check.id, parameter.name)).collect();
    let beyond: BTreeSet<_> = all.difference(&of_contract).copied().collect();
    assert_eq!(beyond, BEYOND_CONTRACT.iter().copied().collect());
}

#[test]
fn the_words_of_slogans_are_those_their_rule_starts_from() {
    let default = |id: &str, name: &str| {
        check(id).and_then(|check| check.parameter(name)).map(|p| p.default.split(", ").collect())
    };
    assert_eq!(default("RC-03", "verbs"), Some(VAGUE_VERBS.to_vec()));
    assert_eq!(default("RC-04", "words"), Some(ABSOLUTE_PROMISES.to_vec()));
}

#[test]
fn every_default_is_a_text_its_parameter_accepts() {
    for (check, parameter) in Parameters::all() {
        let accepted = Parameters::accept(check.id, parameter.name, parameter.default);
        assert_eq!(accepted.as_deref(), Ok(parameter.default), "{} {}", check.id, parameter.name);
        assert!(!parameter.meaning.is_empty());
    }
}

#[test]
fn a_text_no_parameter_can_hold_is_refused_with_what_it_has_to_be() {
    for (id, name, text, said) in [
        ("RC-33", "days", "soon", "RC-33 days is a number of days from 0 to 3650, not `soon`; it is 30 unless set"),
        ("RC-35", "months", "0", "RC-35 months is a number of months from 1 to 120, not `0`; it is 24 unless set"),
        ("RC-25", "share", "1.5", "RC-25 share is a share from 0 to 1, such as 0.8, not `1.5`; it is 0.8 unless set"),
        ("RC-60", "months", "4", "RC-60 months is 1, 3, 6 or 12 months, not `4`; it is 3 unless set"),
        ("RC-33", "weeks", "2", "RC-33 has no `weeks`; it has days"),
        ("RC-01", "days", "2", "RC-01 has nothing to set"),
        ("RC-99", "days", "2", "there is no check RC-99; checks are RC-01 to RC-68"),
    ] {
        assert_eq!(Parameters::accept(id, name, text), Err(said.to_owned()));
    }
    assert!(Parameters::accept("RC-14", "words", " , ").is_err());
}

#[test]
fn texts_are_tidied_before_they_are_kept() {
    assert_eq!(Parameters::accept("rc-33", "days", " 045 "), Ok("45".to_owned()));
    assert_eq!(Parameters::accept("RC-25", "share", "80 %"), Ok("0.8".to_owned()));
    assert_eq!(Parameters::accept("RC-14", "words", "nach Bedarf ,, intern"), Ok("nach Bedarf, intern".to_owned()));
}

#[test]
fn the_ten_shown_first_are_those_of_the_rules() {
    let mut first: Vec<_> = checks().filter_map(|check| Some((check.place?, check.id))).collect();
    first.sort_unstable();
    let ids: Vec<&str> = first.into_iter().map(|(_, id)| id).collect();
    assert_eq!(ids, ["RC-01", "RC-46", "RC-45", "RC-43", "RC-47", "RC-49", "RC-61", "RC-31", "RC-20", "RC-15"]);
}

#[test]
fn every_check_has_a_firing_and_a_silent_case() {
    let mut cases: Vec<&str> = all().map(|case| case.id).collect();
    cases.sort_unstable();
    let ids: Vec<&str> = checks().map(|check| check.id).collect();
    assert_eq!(cases, ids);
    for case in all() {
        assert!(!case.fires.is_empty() && !case.silent.is_empty(), "{}", case.id);
    }
}

#[test]
fn facts_follow_the_words_of_the_contract() {
    for case in all() {
        let message = check(case.id).expect("a check").message;
        let (_, fact, _) = case.fires[0];
        let mut rest = fact;
        for part in fixed_parts(message) {
            let at = rest.find(part.as_str()).unwrap_or_else(|| panic!("{}: `{part}` is not in: {fact}", case.id));
            rest = &rest[at + part.len()..];
        }
        assert!(fact.ends_with('.') && !fact.contains(['{', '}']), "{}: {fact}", case.id);
    }
}

/// What stands between the filled-in names of a message, without the full stop at its end.
fn fixed_parts(message: &str) -> Vec<String> {
    let bare = message.trim_end_matches('.').replace("(s)", "{s}");
    let parts = bare.split('{').map(|part| part.split_once('}').map_or(part, |(_, fixed)| fixed).to_owned());
    parts.filter(|part| !part.trim().is_empty()).collect()
}
