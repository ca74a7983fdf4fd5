//! `check` through the program: what it finds on published sets and on the sample, what is accepted, what it leaves out.

use serde_json::Value;
use sixtwo::app::readiness::Readiness;
use sixtwo::app::view::Lens;
use sixtwo::app::{Access, Clock, Env, Session, demo};
use sixtwo::domain::period::parse_iso_date;

use super::desk::Desk;

/// The ten objectives of the Dutch measurement of mail and web standards.
const DUTCH: [&str; 10] =
    ["NL-DANE", "NL-DMARC", "NL-HSTS", "NL-HTTPS", "NL-SB1", "NL-SB2", "NL-SB3", "NL-STLS", "NL-STLSN", "NL-TLSN"];

/// The faults of the sample, each judged by hand: OPS-1 was never measured and has no plan to speak of, PUR-1 hangs in
/// the air and its owner has left, nobody was told of the new dates of IT-3 and OPS-2, five actions are late, a risk and
/// a commitment are pursued by nobody, two owners judge their own figures, and ENG-1 is held without a next look.
const PLANTED: [&str; 27] = [
    "RC-11 HR-1",
    "RC-13 OPS-1",
    "RC-17 ENG-1",
    "RC-20 PUR-1",
    "RC-22 risk:R-020",
    "RC-23 commitment:ISP 4.3",
    "RC-26 OPS-1",
    "RC-27 PUR-1",
    "RC-29 PUR-1",
    "RC-33 IT-3",
    "RC-33 OPS-2",
    "RC-34 IT-3",
    "RC-34 OPS-2",
    "RC-39 IT-3",
    "RC-41 IT-3",
    "RC-42 OPS-2",
    "RC-43 OPS-1",
    "RC-47 HR-1",
    "RC-47 PUR-1",
    "RC-51 IT-1 action 9",
    "RC-51 IT-2 action 10",
    "RC-51 OPS-1 action 4",
    "RC-51 OPS-1 action 5",
    "RC-53 ENG-1",
    "RC-58 HR-2",
    "RC-66 HR-3",
    "RC-66 SEC-2",
];

/// A register that holds nothing but one of the published sets.
fn with_published(objectives: &str, readings: &str) -> Desk {
    let desk = Desk::new();
    desk.write("objectives.csv", objectives);
    desk.write("readings.csv", readings);
    desk.ok(&["import", "objectives", "objectives.csv"]);
    desk.ok(&["import", "readings", "readings.csv"]);
    desk
}

/// What a check says as JSON. It ends with exit code 3 where it finds something.
fn checked(desk: &Desk, words: &[&str]) -> Value {
    let answer = desk.run(&[&["check", "--json"], words].concat());
    let said: Value = serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:#?}"));
    let findings = said["findings"].as_array().expect("findings");
    let found = findings.iter().any(|finding| finding["to_do"] == false);
    assert_eq!(answer.code, if found { 3 } else { 0 }, "{answer:#?}");
    said
}

fn texts(entries: &Value, keys: &[&str]) -> Vec<String> {
    let text = |entry: &Value| keys.iter().map(|key| entry[key].as_str().unwrap_or("")).collect::<Vec<_>>().join(" ");
    let mut texts: Vec<String> = entries.as_array().expect("an array").iter().map(text).collect();
    texts.sort();
    texts
}

/// What each of the checks finds about each of the codes.
fn on_each(checks: &[&str], codes: &[&str]) -> Vec<String> {
    checks.iter().flat_map(|check| codes.iter().map(move |code| format!("{check} objective {code}"))).collect()
}

#[test]
fn the_american_set_shows_what_an_annual_report_leaves_out() {
    let desk = with_published(
        include_str!("../../cases/import/hhs-objectives.csv"),
        include_str!("../../cases/import/hhs-readings.csv"),
    );
    let said = checked(&desk, &[]);
    let missing = ["RC-08", "RC-11", "RC-12", "RC-13", "RC-18", "RC-19", "RC-20", "RC-31", "RC-45"];
    let mut expected = on_each(&missing, &["HHS-3.3", "HHS-3.5"]);
    expected.push("RC-61 register".to_owned());
    expected.sort();
    assert_eq!(texts(&said["findings"], &["check", "about"]), expected);
    let facts = texts(&said["findings"], &["fact"]).join("\n");
    assert!(
        !facts.contains("reconstructed") && !facts.contains("one sitting"),
        "taken over, not reconstructed: {facts}"
    );
}

#[test]
fn the_dutch_set_shows_one_owner_and_no_plan() {
    let desk = with_published(
        include_str!("../../cases/import/nl-ivmeting-objectives.csv"),
        include_str!("../../cases/import/nl-ivmeting-readings.csv"),
    );
    let said = checked(&desk, &[]);
    let mut expected = on_each(&["RC-08", "RC-11", "RC-12", "RC-13", "RC-18", "RC-19", "RC-20", "RC-31"], &DUTCH);
    expected.extend(["RC-25 entry OBDO", "RC-45 objective NL-SB1", "RC-61 register"].map(str::to_owned));
    expected.sort();
    assert_eq!(texts(&said["findings"], &["check", "about"]), expected);
    let unasked = texts(&said["not_checked"], &["check", "why"]);
    assert!(unasked.contains(&"RC-22 no risk is on record".to_owned()), "{unasked:?}");
    assert!(unasked.contains(&"RC-55 no audit is in the calendar".to_owned()), "{unasked:?}");
}

/// The sample as of a fixed day.
fn sample() -> Readiness {
    let env = Env {
        clock: Clock::set_to("2026-11-23").expect("a day"),
        actor: "M. Silva".to_owned(),
        os_user: "tester".to_owned(),
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sample.sixtwo");
    demo::build(&path, parse_iso_date("2026-11-23").expect("a day"), &env).expect("the sample is built");
    let mut session = Session::open(&path, Access::ReadOnly, env).expect("the sample opens");
    session.readiness(Lens::default(), None).expect("a check")
}

#[test]
fn in_the_sample_only_what_was_planted_is_found() {
    let readiness = sample();
    let mut found: Vec<String> =
        readiness.findings.iter().map(|r| format!("{} {}", r.finding.check, r.object())).collect();
    found.sort();
    assert_eq!(found, PLANTED.map(str::to_owned));
    assert!(readiness.not_checked.is_empty(), "{:?}", readiness.not_checked);
    assert!(readiness.to_dos.iter().all(|remark| remark.code() == Some("CUL-1")), "{:?}", readiness.to_dos);
    let worst: Vec<&str> = readiness.worst(3).into_iter().map(|at| readiness.findings[at].finding.check).collect();
    assert_eq!(worst, ["RC-43", "RC-47", "RC-20"], "three different things, the heaviest first");
}

#[test]
fn what_is_said_on_the_shell_is_short_unless_all_is_asked_for() {
    let desk = Desk::furnished();
    let short = desk.run(&["check"]);
    assert_eq!(short.code, 3);
    let findings = short.out.matches(" RC-").count();
    assert_eq!(findings, 3, "the three worst:\n{}", short.out);
    assert!(short.out.contains("`sixtwo check --all` lists them"), "{}", short.out);
    let all = desk.run(&["check", "--all"]).out;
    assert!(all.contains("Not checked\n") && all.contains("To do on drafts\n"), "{all}");
    assert!(all.lines().count() > short.out.lines().count());
    for line in short.out.lines() {
        assert!(line.chars().count() <= 110, "{line}");
    }
}

#[test]
fn a_finding_is_accepted_with_a_reason_until_a_day() {
    let desk = Desk::furnished();
    let of_sec_2 = |said: &Value, part: &str| {
        let texts = texts(&said[part], &["check", "about"]);
        texts.into_iter().filter(|text| text == "RC-20 objective SEC-2").count()
    };
    assert_eq!(of_sec_2(&checked(&desk, &[]), "findings"), 1, "SEC-2 serves nothing");
    let accept = |check: &str, until: &str| {
        desk.run(&["check", "--dismiss", check, "--about", "SEC-2", "--reason", "an agreed trial", "--until", until])
    };
    for (check, until, says) in
        [("RC-99", "2099-12-31", "RC-99"), ("RC-20", "2020-01-01", "not ahead"), ("RC-03", "2099-12-31", "nothing")]
    {
        let answer = accept(check, until);
        assert!(answer.code == 1 && answer.err.contains(says), "{answer:#?}");
    }
    assert_eq!(accept("rc-20", "2099-12-31").code, 0);
    let said = checked(&desk, &[]);
    assert_eq!((of_sec_2(&said, "findings"), of_sec_2(&said, "dismissed")), (0, 1));
    let accepted = &said["dismissed"][0];
    assert_eq!(
        (accepted["reason"].as_str(), accepted["by"].as_str(), accepted["until"].as_str()),
        (Some("an agreed trial"), Some("tester"), Some("2099-12-31"))
    );
    desk.ok(&["check", "--lift", "1"]);
    assert_eq!(of_sec_2(&checked(&desk, &[]), "findings"), 1, "the finding is back");
    assert!(desk.refused(&["check", "--lift", "1"]).contains("ended"));
}

#[test]
fn what_a_check_asks_for_is_a_setting() {
    let desk = Desk::furnished();
    let late = |desk: &Desk| {
        let found = texts(&checked(desk, &[])["findings"], &["check", "about"]);
        found.iter().filter(|text| text.starts_with("RC-19")).count()
    };
    assert!(late(&desk) > 0, "HR-2 and SEC-4 are past their dates");
    desk.ok(&["settings", "set", "RC-19.days", "3650"]);
    assert_eq!(late(&desk), 0);
    let refusal = desk.refused(&["settings", "set", "rc-19.days", "soon"]);
    assert!(refusal.contains("rc-19.days") && refusal.contains("soon"), "{refusal}");
    assert!(desk.refused(&["settings", "set", "rc-99.days", "1"]).contains("RC-99"));
}

#[test]
fn a_past_audit_is_judged_as_of_its_day_and_a_coming_one_as_of_today() {
    let desk = Desk::furnished();
    let past = checked(&desk, &["--audit-date", "2025-12-01"]);
    assert_eq!((past["as_of"].as_str(), past["audit"].as_str()), (Some("2025-12-01"), Some("2025-12-01")));
    let overdue =
        |said: &Value| texts(&said["findings"], &["check", "about"]).iter().any(|t| t == "RC-19 objective SEC-4");
    assert!(!overdue(&past), "SEC-4 was due on 31 Mar 2026");
    let coming = checked(&desk, &["--audit-date", "2099-01-01"]);
    assert_eq!(coming["audit"], "2099-01-01");
    assert_eq!(coming["as_of"], checked(&desk, &[])["as_of"]);
    assert!(overdue(&coming));
}
