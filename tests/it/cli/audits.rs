//! The calendar of audits on the real program, and what scripts read before one: keys and exit codes of `check`.

use serde_json::Value;

use super::desk::Desk;

/// A day ahead of whatever day the tests run on.
const FAR: &str = "2199-12-31";

/// The keys of a finding, as the help of the verb lists them.
const KEYS: [&str; 10] = ["check", "title", "severity", "clause", "about", "code", "fact", "fix", "field", "to_do"];

fn check(desk: &Desk, words: &[&str]) -> Value {
    let answer = desk.run(&[&["check", "--json"], words].concat());
    serde_json::from_str(&answer.out).expect("JSON on stdout")
}

fn findings(report: &Value) -> Vec<&Value> {
    report["findings"].as_array().expect("an array").iter().filter(|finding| finding["to_do"] == false).collect()
}

#[test]
fn every_finding_has_every_key() {
    let desk = Desk::furnished();
    let report = check(&desk, &["--audit-date", FAR]);
    assert_eq!(report["audit"], FAR);
    assert_eq!(report["audit_kind"], Value::Null);
    let all = report["findings"].as_array().expect("an array");
    assert!(all.iter().any(|finding| finding["to_do"] == true), "the draft has to-dos");
    for finding in all {
        let object = finding.as_object().expect("an object");
        assert_eq!(object.len(), KEYS.len(), "{finding}");
        assert!(KEYS.iter().all(|key| object.contains_key(*key)), "{finding}");
        assert!(!finding["fact"].as_str().expect("a text").is_empty());
    }
    let not_checked = report["not_checked"].as_array().expect("an array");
    assert!(not_checked.iter().any(|entry| entry["check"] == "RC-22" && entry["why"] == "no risk is on record"));
}

#[test]
fn a_register_whose_findings_are_all_accepted_is_fine() {
    let desk = Desk::furnished();
    let report = check(&desk, &[]);
    let before = findings(&report).len();
    assert!(before > 3, "three are shown, so that some are not");
    for finding in findings(&report) {
        let (id, about) = (finding["check"].as_str().expect("an id"), finding["about"].as_str().expect("a key"));
        let reason = ["--reason", "the register is being set up", "--until", FAR, "--by", "M. Berg"];
        desk.ok(&[&["check", "--dismiss", id, "--about", about], reason.as_slice()].concat());
    }
    let answer = desk.run(&["check"]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("nothing found by the"), "{}", answer.out);
    let report = check(&desk, &[]);
    let dismissed = report["dismissed"].as_array().expect("an array");
    assert_eq!(dismissed.len(), before);
    assert_eq!((&dismissed[0]["by"], &dismissed[0]["until"]), (&"M. Berg".into(), &FAR.into()));

    let number = dismissed[0]["number"].to_string();
    desk.ok(&["check", "--lift", &number]);
    assert_eq!(desk.run(&["check"]).code, 3);
}

#[test]
fn a_register_nobody_has_filled_has_nothing_to_raise() {
    let answer = Desk::new().run(&["check"]);
    assert_eq!(answer.code, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("not checked"), "{}", answer.out);
}

#[test]
fn audits_are_planned_listed_and_removed() {
    let desk = Desk::furnished();
    let audit = |words: &[&str]| desk.ok(&[&["audit"], words].concat());
    assert!(audit(&["list"]).contains("no audit is in the calendar"));
    audit(&["plan", "surveillance", FAR, "--auditor", "Nordcert"]);
    let list = audit(&["list"]);
    assert!(list.contains("surveillance audit") && list.contains(FAR) && list.contains("Nordcert"), "{list}");
    let report = check(&desk, &[]);
    assert_eq!((&report["audit"], &report["audit_kind"]), (&FAR.into(), &"surveillance".into()));
    let again = desk.refused(&["audit", "plan", "surveillance", FAR]);
    assert!(again.contains("in the calendar already"), "{again}");
    audit(&["remove", "1"]);
    assert_eq!(desk.json(&["audit", "list"]), Value::Array(Vec::new()));
}

#[test]
fn what_is_accepted_stands_in_the_snapshot_and_in_the_pack() {
    let desk = Desk::furnished();
    let reason = ["--reason", "agreed in the board", "--until", FAR, "--by", "M. Berg"];
    desk.ok(&[&["check", "--dismiss", "RC-20", "--about", "SEC-2"], reason.as_slice()].concat());
    desk.ok(&["snapshot", "take", "before the audit"]);
    desk.ok(&["export", "pack", "--format", "json", "-o", "pack.json"]);
    let frozen: Value = serde_json::from_slice(&desk.read("pack.json")).expect("a snapshot");
    assert_eq!(frozen["snapshot"]["accepted"][0]["rule"], "RC-20");
    desk.ok(&["export", "pack", "--format", "html", "-o", "pack.html"]);
    let pack = String::from_utf8(desk.read("pack.html")).expect("a page");
    for said in ["Annex: findings somebody accepted", "RC-20", "SEC-2", "agreed in the board", "M. Berg", "31 Dec 2199"]
    {
        assert!(pack.contains(said), "the pack does not say {said}");
    }
}
