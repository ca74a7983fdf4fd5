//! What is due as a calendar that other programs read.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Office;

/// The properties of each event, after unfolding; holds the text to the rules of RFC 5545.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CRLF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.trim_end().split("\r\n").collect();
    assert_eq!((lines[0], lines[1], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"));
    assert!(lines.iter().any(|line| line.starts_with("PRODID:")));
    let mut events: Vec<BTreeMap<String, String>> = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        match (name, value) {
            ("BEGIN", "VEVENT") => events.push(BTreeMap::new()),
            _ => {
                if let Some(event) = events.last_mut() {
                    event.insert(name.to_owned(), value.to_owned());
                }
            }
        }
    }
    events
}

#[test]
fn readings_actions_reviews_and_audits_stand_on_their_days() {
    let office = Office::open();
    let answer = office.run(&["due", "--format", "ics"]);
    assert_eq!(answer.code, 3, "a reading waits: {}", answer.err);
    let events = events(&answer.out);
    let on = |summary: &str| {
        let found = events.iter().find(|event| event["SUMMARY"] == summary);
        found.map(|event| (event["DTSTART;VALUE=DATE"].clone(), event["DTEND;VALUE=DATE"].clone()))
    };
    let days = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
    assert_eq!(on("Report OPS-1 for Q1 2026"), days("20260415", "20260416"));
    assert_eq!(on("Report HR-1 for Nov 2026"), days("20261210", "20261211"));
    assert_eq!(on("Replace the two unsupported hosts of the archive (IT-2)"), days("20261105", "20261106"));
    assert_eq!(on("SEC-4: Direct administrator path closed"), days("20261231", "20270101"));
    let kinds: BTreeSet<&str> = events.iter().map(|event| event["CATEGORIES"].as_str()).collect();
    assert_eq!(kinds, BTreeSet::from(["action", "audit", "criterion", "decision", "objective", "reading", "review"]));
    let uids: BTreeSet<&str> = events.iter().map(|event| event["UID"].as_str()).collect();
    assert_eq!(uids.len(), events.len(), "each date has a name of its own");
}

#[test]
fn dates_keep_their_names_and_the_same_register_gives_the_same_bytes() {
    let office = Office::open();
    let words = ["due", "--format", "ics", "--as-of", "2026-11-09", "--until", "2026-12-31"];
    let first = office.run(&words).out;
    assert_eq!(office.run_on("2026-11-20T08:00:00Z", &words).out, first, "the clock does not show");
    let before = events(&first);
    office.ok(&["record", "HR-1", "4/4", "--period", "2026-10-31", "--reason", "counted again"]);
    let after = events(&office.run(&words).out);
    let names =
        |events: &[BTreeMap<String, String>]| events.iter().map(|event| event["UID"].clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    assert_ne!(before[0]["DTSTAMP"], after[0]["DTSTAMP"], "what is said later carries a later moment");
}

#[test]
fn one_person_gets_their_own_dates_and_those_of_everybody() {
    let office = Office::open();
    let events = events(&office.run(&["due", "--format", "ics", "--person", "J. Tan"]).out);
    let summaries: Vec<&str> = events.iter().map(|event| event["SUMMARY"].as_str()).collect();
    assert!(summaries.iter().all(|text| !text.contains("OPS-1")), "{summaries:?}");
    assert!(summaries.contains(&"Report ENG-1 for Nov 2026") && summaries.contains(&"Review of the objectives"));
    let nobody = office.run(&["due", "--format", "ics", "--person", "Nobody"]);
    assert_eq!((nobody.code, nobody.err.contains("nobody is called `Nobody`")), (1, true));
    let text = office.run(&["due", "--person", "J. Tan"]);
    assert_eq!((text.code, text.err.contains("--format ics")), (2, true), "{}", text.err);
}
