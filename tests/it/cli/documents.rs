//! Papers of the sample on the real program: status, register, minutes and their mail.

use super::desk::Desk;

/// The sample register.
fn sample() -> Desk {
    let desk = Desk::bare();
    desk.ok(&["demo", "--path", "r.sixtwo"]);
    desk
}

fn paper(desk: &Desk, words: &[&str]) -> String {
    desk.ok(&[&["export"], words, &["-o", "-"]].concat())
}

#[test]
fn status_and_register_follow_the_register_and_look_back() {
    let desk = sample();
    let status = paper(&desk, &["status", "--format", "md"]);
    for text in ["objectives in force need attention", "Since management review 2", "Decisions wanted", "Late actions"]
    {
        assert!(status.contains(text), "{text} is missing: {status}");
    }
    let register = paper(&desk, &["register", "--format", "html"]);
    for text in [
        "Edition",
        "Management team: H. Berg",
        "Plans · 6.2 h to l",
        "Measurements · 9.1 a to f",
        "Versions and approvals",
    ] {
        assert!(register.contains(text), "{text} is missing");
    }
    let earlier = paper(&desk, &["register", "--format", "html", "--known-at", "1"]);
    assert!(!earlier.contains("Management team: H. Berg"), "nothing was approved then");
    let answer = desk.run(&["export", "register", "--as-of", "2020-01-01", "-o", "r.xlsx"]);
    assert_eq!(answer.code, 2, "{answer:#?}");
    assert!(answer.err.contains("holds all of its past"), "{}", answer.err);
}

#[test]
fn minutes_are_what_was_frozen_and_their_mail_names_who_does_what() {
    let desk = sample();
    let page = paper(&desk, &["minutes", "2", "--format", "md"]);
    for text in ["Minutes of management review 2", "approved by H. Berg", "Contractors get an end date when they start"]
    {
        assert!(page.contains(text), "{text} is missing: {page}");
    }
    let mail = paper(&desk, &["minutes", "2", "--mail"]);
    assert!(mail.starts_with("Subject: Management review 2, Halden Medical, "), "{mail}");
    assert!(mail.contains("A. Novak: End date as required field for contractors (HR-2)"), "{mail}");
    let frozen = paper(&desk, &["minutes", "2", "--format", "json"]);
    assert!(frozen.starts_with("{\"schema\":\"sixtwo-minutes-1\",\"number\":2,"), "{frozen}");
    assert!(desk.refused(&["export", "minutes", "3", "--format", "md", "-o", "-"]).contains("is not closed"));
}

#[test]
fn the_next_review_of_the_sample_is_planned_and_partly_prepared() {
    let desk = sample();
    desk.ok(&["snapshot", "take", "Before the review"]);
    let pack = paper(&desk, &["pack", "--format", "md"]);
    for text in [
        "5 000 EUR for two hosts",
        "Contractors still start without an end date",
        "not prepared",
        "Not prepared: nobody wrote anything on this point.",
        "One checklist for both sites, in the ticket",
        "done, it helped",
        "two contractors were missing in the export",
        "Accept for now",
    ] {
        assert!(pack.contains(text), "{text} is missing: {pack}");
    }
}
