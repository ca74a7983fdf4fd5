//! Slogans and promises, title by title.

use sixtwo::domain::objective::{Criterion, Definition, Kind};
use sixtwo::domain::period::Date;
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::slogan::{ABSOLUTE_PROMISES, VAGUE_VERBS, absolute_promise, is_slogan, reads_as_slogan};

const SLOGANS: &[&str] = &[
    "Improve security",
    "  strengthen our security culture ",
    "ENHANCE Patching",
    "Ensure, always, compliance",
    "Promote awareness",
    "Raise the level of protection",
    "Maintain confidentiality",
    "Improve security in 2026",
    "Improve ISO 27001 compliance",
    "Strengthen zero trust",
    "Strengthen two-factor authentication",
    "Improve control over suppliers",
    "Raise awareness within the organization",
];

const NO_SLOGANS: &[&str] = &[
    "Reach 95 % role-based training by 31 March",
    "Improve patching to 95%",
    "Improve patching to ninety-five per cent",
    "Raise MFA coverage above the level of last year",
    "Maintain at least the restore rate of last year",
    "Ensure leaver access is revoked in 24h",
    "Ensure two restore tests in each quarter",
    "Maintain clicks < last year",
    "Improvement of security",
    "Access reviews done on time",
    "",
];

#[test]
fn a_title_is_a_slogan_where_it_starts_vaguely_and_says_no_number() {
    for title in SLOGANS {
        assert!(reads_as_slogan(title, VAGUE_VERBS), "{title}");
    }
    for title in NO_SLOGANS {
        assert!(!reads_as_slogan(title, VAGUE_VERBS), "{title}");
    }
}

#[test]
fn the_list_of_verbs_is_the_registers() {
    let verbs = ["verbessern", "we will improve", " "];
    assert!(reads_as_slogan("Verbessern der Sicherheit", &verbs));
    assert!(reads_as_slogan("We will improve security", &verbs));
    assert!(!reads_as_slogan("Improve security", &verbs));
    assert!(!reads_as_slogan("Improve security", &[] as &[&str]));
}

fn titled(title: &str) -> Definition {
    Definition::titled(title, Date::from_ymd_opt(2026, 1, 1).expect("a date"))
}

#[test]
fn an_objective_that_can_be_met_or_missed_is_no_slogan_whatever_its_title() {
    let title = "Improve phishing resilience";
    let metric = "clicks / targeted".to_owned();
    let target = Decimal::whole(5);
    assert!(is_slogan(&titled(title), VAGUE_VERBS));
    assert!(is_slogan(&Definition { metric: metric.clone(), ..titled(title) }, VAGUE_VERBS));
    assert!(is_slogan(&Definition { target, ..titled(title) }, VAGUE_VERBS));
    assert!(is_slogan(&Definition { metric: "  ".to_owned(), target, ..titled(title) }, VAGUE_VERBS));
    assert!(!is_slogan(&Definition { metric, target, ..titled(title) }, VAGUE_VERBS));
}

#[test]
fn a_milestone_is_measured_by_its_criteria() {
    let milestone = Definition { kind: Kind::Milestone, ..titled("Strengthen privileged access") };
    assert!(is_slogan(&milestone, VAGUE_VERBS));
    let criteria = vec![Criterion { text: "design signed".to_owned(), planned: None }];
    assert!(!is_slogan(&Definition { criteria, ..milestone }, VAGUE_VERBS));
}

#[test]
fn an_outcome_nobody_controls_is_a_promise() {
    let promises = [
        ("Achieve 100% security", "100 % security"),
        ("100 percent security of customer data", "100 % security"),
        ("Zero breaches in 2027", "zero breaches"),
        ("0 incidents", "zero incidents"),
        ("Zero security incidents this year", "zero security incidents"),
        ("No risk to customers", "no risk"),
        ("A Fully Secure cloud by year end", "fully secure"),
        ("Be fully secure by year end", "fully secure"),
        ("An unhackable, modern platform", "unhackable"),
        ("Be unhackable", "unhackable"),
    ];
    for (title, phrase) in promises {
        let found = absolute_promise(title, ABSOLUTE_PROMISES);
        assert_eq!(found.unwrap_or_default(), phrase, "{title}");
    }
}

#[test]
fn a_hundred_percent_and_zero_are_fine_for_what_can_be_counted_and_controlled() {
    let controlled = [
        "100 % of leavers through the checklist",
        "Zero unapproved SaaS",
        "Zero incidents reported late",
        "No risk assessments overdue",
        "Zero breaches of the patch SLA",
        "100 % security training completed",
        "100 % secure coding courses held",
        "= 0",
        "",
    ];
    for title in controlled {
        assert_eq!(absolute_promise(title, ABSOLUTE_PROMISES), None, "{title}");
    }
}
