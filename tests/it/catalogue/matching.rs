//! From slogans and sources to templates.

use sixtwo::app::catalogue::{find, for_source, rewrites_for, templates};
use sixtwo::domain::slogan::{ABSOLUTE_PROMISES, VAGUE_VERBS, absolute_promise, reads_as_slogan};

fn slugs(title: &str) -> Vec<&'static str> {
    rewrites_for(title).into_iter().map(|rewrite| rewrite.template).collect()
}

#[test]
fn a_slogan_gets_measured_sentences_on_its_own_subject() {
    assert_eq!(slugs("Improve patching"), ["critical-vulnerabilities"]);
    assert_eq!(slugs("Strengthen security culture"), ["phishing-resilience", "role-based-training"]);
    assert_eq!(slugs("Ensure backups"), ["restore-tests"]);
    assert_eq!(slugs("Enhance supplier security"), ["supplier-reviews"]);
}

#[test]
fn a_slogan_without_a_subject_gets_the_usual_first_steps() {
    assert_eq!(slugs("Improve security"), ["leaver-access", "critical-vulnerabilities", "role-based-training"]);
    assert_eq!(slugs("Improve everything"), slugs("Improve security"));
}

#[test]
fn no_rewrite_is_a_slogan_or_a_promise_itself() {
    for template in templates() {
        for rewrite in &template.rewrites {
            assert!(!reads_as_slogan(rewrite, VAGUE_VERBS), "{rewrite}");
            assert_eq!(absolute_promise(rewrite, ABSOLUTE_PROMISES), None, "{rewrite}");
        }
    }
}

#[test]
fn a_source_finds_the_template_that_answers_it() {
    let sources = [
        ("risk", "leaver access", "leaver-access"),
        ("risk", "R-007 Leaver misuse", "leaver-access"),
        ("commitment", "Access ends with the job", "leaver-access"),
        ("commitment", "4.2 timely patching", "critical-vulnerabilities"),
        ("risk", "Ransomware stops production", "restore-tests"),
        ("requirement", "Report incidents within 6 hours", "incidents-reported"),
        ("requirement", "Privileged access through PIM", "privileged-access"),
        ("risk", "Stolen laptop", "device-encryption"),
        ("risk", "E-mail spoofing of our domains", "mail-domains"),
        ("finding", "IA-25-03 access left open after leaving", "leaver-access"),
        ("finding", "Visitor book incomplete", "audit-findings"),
        ("treatment", "Hire two analysts", "risk-treatment"),
    ];
    for (kind, text, slug) in sources {
        assert_eq!(for_source(kind, text).map(|template| template.slug.as_str()), Some(slug), "{kind}: {text}");
    }
}

#[test]
fn a_source_the_catalogue_does_not_know_gets_none() {
    assert!(for_source("risk", "Flood at the plant").is_none());
    assert!(for_source("priority", "Enter the Nordic market").is_none());
    assert!(for_source("risk", "").is_none());
}

#[test]
fn typing_narrows_the_list() {
    assert_eq!(find("").len(), 26);
    let found: Vec<&str> = find("leav fast").into_iter().map(|template| template.slug.as_str()).collect();
    assert_eq!(found, ["leaver-access"]);
    let by_control: Vec<&str> = find("8.13").into_iter().map(|template| template.slug.as_str()).collect();
    assert_eq!(by_control, ["restore-tests"]);
    assert!(find("no such thing").is_empty());
}
