//! What the parts of a pack say: texts, counts, and that nothing prepared is said plainly.

use sixtwo::domain::minutes::MinutedNote;
use sixtwo::domain::readiness::Severity;
use sixtwo::domain::review::{Action, ActionKind, AgendaTopic, Prepared, ReviewKind};
use sixtwo::domain::snapshot::{
    FrozenFinding, FrozenGrant, FrozenReview, FrozenSource, PreparedFor, Snapshot, canonical, parse, sha256_hex,
};
use sixtwo::domain::trace::{Source, SourceKind, SourceStatus};
use sixtwo::report::document::Document;
use sixtwo::report::html::render;
use sixtwo::report::pack::{Frozen, pack};
use sixtwo::report::{register, status};

use super::fixture::{day, pair};

/// A snapshot as it was frozen before agendas, resources and sources were part of it.
const EARLIER: &[u8] = include_bytes!("../../cases/report/snapshot-1.json");

fn text(document: &Document) -> String {
    String::from_utf8(render(document)).expect("it is UTF-8")
}

fn page(snapshot: &Snapshot, previous: Option<&Snapshot>) -> String {
    text(&pack(&Frozen { snapshot, sha256: "", previous }))
}

fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.find(&format!("<section id=\"{id}\"")).unwrap_or_else(|| panic!("there is no part {id}"));
    let rest = &page[from..];
    &rest[..rest.find("</section>").expect("the part ends")]
}

fn holds(page: &str, id: &str, texts: &[&str]) {
    let part = part(page, id);
    for text in texts {
        assert!(part.contains(text), "“{text}” is missing in {id}: {part}");
    }
}

#[test]
fn a_snapshot_of_an_earlier_program_stays_what_it_was_and_still_gives_a_pack() {
    let snapshot = parse(EARLIER).expect("it is read");
    assert_eq!(sha256_hex(&canonical(&snapshot).expect("it is written")), sha256_hex(EARLIER));
    let page = page(&snapshot, None);
    holds(&page, "dashboard", &["objectives in force need attention"]);
    holds(&page, "context", &["Not prepared: nobody wrote anything on this point."]);
    holds(&page, "resources", &["Nothing was frozen on what was granted"]);
    assert!(!page.contains("id=\"readiness\"") && !page.contains("id=\"risks\""));
}

#[test]
fn the_first_page_says_what_changed_since_the_last_review_and_what_it_was() {
    let (mut before, now) = pair();
    holds(
        &page(&now, Some(&before)),
        "dashboard",
        &[
            "Since objectives review 9 on 8 Oct 2026: worse IT-2",
            "new HR-3",
            "target or date moved HR-2",
            "corrected after it was shown HR-2 Aug 2026",
        ],
    );
    before.reviews[0].kind = ReviewKind::Management;
    let later = FrozenReview { number: 10, kind: ReviewKind::Objectives, ..before.reviews[0].clone() };
    before.reviews.push(later);
    holds(&page(&now, Some(&before)), "dashboard", &["Since management review 9 on 8 Oct 2026: "]);
    before.reviews.clear();
    holds(&page(&now, Some(&before)), "dashboard", &["Since snapshot 2 of 6 Sep 2026: "]);
    holds(&page(&now, Some(&now)), "dashboard", &["no status changed, and the list is the same."]);
}

#[test]
fn actions_are_told_with_their_state_and_decisions_with_what_followed() {
    let (before, mut now) = pair();
    now.done_actions = vec![
        Action {
            id: 7,
            code: "IT-2".to_owned(),
            review: Some(9),
            text: "Weekend window agreed".to_owned(),
            owner: "R. Okafor".to_owned(),
            due: Some(day("2026-10-20")),
            done_on: Some(day("2026-10-15")),
            evidence: "CAB minutes".to_owned(),
            ..Action::default()
        },
        Action { id: 6, text: "Done long ago".to_owned(), done_on: Some(day("2026-03-01")), ..Action::default() },
    ];
    let page = page(&now, Some(&before));
    holds(
        &page,
        "actions",
        &[
            "4 actions are open, 2 of them late; 1 done since the last review.",
            "agreed in review 9 · CAB minutes",
            "15 Oct 2026",
            "88.9 → 91.5 % in Oct 2026; “Retire hosts A12 and A13” open",
        ],
    );
    assert!(!part(&page, "actions").contains("Done long ago"));
}

#[test]
fn what_nobody_prepared_is_said_and_what_was_prepared_is_quoted() {
    let (before, mut now) = pair();
    let bare = page(&now, Some(&before));
    assert_eq!(part(&bare, "context").matches("Not prepared").count(), 3);
    assert!(!part(&bare, "lagging").contains("not prepared"), "no management review is in sight");

    now.prepared_for = Some(PreparedFor { number: 10, date: day("2026-11-12") });
    now.agenda = vec![MinutedNote {
        topic: AgendaTopic::ContextChanges,
        text: "The plant in Lund closes in March".to_owned(),
        by: "K. Tan".to_owned(),
    }];
    now.prepared = vec![Prepared {
        code: "IT-2".to_owned(),
        title: String::new(),
        cause: "two hosts run without support".to_owned(),
        options: "replace them, or accept until June".to_owned(),
        wanted: "8 000 EUR for two hosts".to_owned(),
        by: "R. Okafor".to_owned(),
    }];
    let page = page(&now, Some(&before));
    holds(&page, "context", &["The plant in Lund closes in March"]);
    assert_eq!(part(&page, "context").matches("Not prepared").count(), 2);
    holds(
        &page,
        "lagging",
        &[
            "two hosts run without support",
            "replace them, or accept until June",
            "8 000 EUR for two hosts",
            "not prepared",
        ],
    );
    holds(&page, "dashboard", &["Critical vulnerabilities closed within SLA: 8 000 EUR for two hosts."]);
    holds(&page, "decisions", &["8 000 EUR for two hosts.", "Who, by when", "Signature"]);
}

#[test]
fn resources_say_what_is_missing_and_what_stands_on_it() {
    let (_, mut now) = pair();
    assert!(!page(&now, None).contains("id=\"resources\""), "no plan names a resource");
    let mut plan = |code: &str, resources: &str, granted: &str, spent: &str| {
        let objective = now.objectives.iter_mut().find(|o| o.code == code).expect("it is there");
        objective.plan.resources = resources.to_owned();
        let (granted, spent) = (granted.to_owned(), spent.to_owned());
        objective.plan.grant = Some(FrozenGrant { granted, spent, ..FrozenGrant::default() });
    };
    plan("IT-2", "12 days, 8 000 EUR", "12 days, 3 000 EUR", "3 000 EUR");
    plan("ENG-1", "2 days a month", "", "");
    plan("HR-2", "5 days", "5 days", "2 days");
    holds(
        &page(&now, None),
        "resources",
        &[
            "2 plans stand on resources that are not granted; of these lag: IT-2 off track.",
            "5 000 EUR",
            "nothing yet",
            "8 000 EUR, 17 days, 2 days a month",
            "3 000 EUR, 17 days",
            "3 000 EUR, 2 days",
            "5 000 EUR, 2 days a month",
        ],
    );
}

#[test]
fn risks_without_an_answer_stand_first_with_findings_and_corrective_actions_in_their_part() {
    let (_, mut now) = pair();
    let source = |kind, reference: &str, title: &str| Source::new(kind, reference, title, day("2026-01-10"));
    let known = Source { level: "high".to_owned(), ..source(SourceKind::Risk, "R-014", "Known holes") };
    let open = Source { level: "very high".to_owned(), ..source(SourceKind::Risk, "R-020", "The cloud fails") };
    let plan = Source {
        treats: "R-014".to_owned(),
        due: Some(day("2026-10-01")),
        ..source(SourceKind::Treatment, "T-1", "Replace hosts")
    };
    let finding = Source { status: SourceStatus::Open, ..source(SourceKind::Finding, "NC-2", "Access left open") };
    let frozen = |source, pursued_by: &[&str], uncovered| FrozenSource {
        source,
        pursued_by: pursued_by.iter().map(|code| (*code).to_owned()).collect(),
        uncovered,
    };
    now.sources = vec![
        frozen(known, &["IT-2"], false),
        frozen(open, &[], true),
        frozen(plan, &[], false),
        frozen(finding, &["HR-2"], false),
    ];
    now.done_actions = vec![Action {
        id: 8,
        code: "HR-2".to_owned(),
        kind: ActionKind::Corrective,
        text: "Contractors get an end date".to_owned(),
        cause: "no end date in the contract form".to_owned(),
        done_on: Some(day("2026-09-01")),
        check_on: Some(day("2026-10-01")),
        checked_on: Some(day("2026-10-02")),
        helped: Some(true),
        check_note: "no contractor was late in September".to_owned(),
        ..Action::default()
    }];
    now.readiness = Some(vec![FrozenFinding {
        check: "RC-49".to_owned(),
        severity: Severity::Minor,
        count: 3,
        fact: "“IT-2” was not met and nothing was decided.".to_owned(),
    }]);
    let page = page(&now, None);
    let risks = part(&page, "risks");
    assert!(risks.find("The cloud fails").expect("the open one") < risks.find("Known holes").expect("the other one"));
    holds(
        &page,
        "risks",
        &[
            "1 top risk has neither an objective nor an open treatment; 2 risks on record.",
            "IT-2 ■ off track",
            "T-1: Replace hosts, ▲ late, by 1 Oct 2026",
        ],
    );
    holds(
        &page,
        "audits",
        &[
            "1 finding of an audit on record, 1 open",
            "An auditor may raise 0 major, 3 minor and 0 smaller points",
            "no end date in the contract form",
            "done, it helped",
            "no contractor was late in September",
        ],
    );
    holds(&page, "proposals", &["Risk R-020 (very high) has no objective"]);
    holds(&page, "readiness", &["Not met, nothing decided", "and 2 more like it"]);
}

#[test]
fn the_status_is_the_first_page_alone() {
    let (before, now) = pair();
    let document = status::document(&Frozen { snapshot: &now, sha256: "", previous: Some(&before) });
    assert_eq!(document.parts.len(), 1);
    let page = text(&document);
    holds(&page, "dashboard", &["5 of 10 objectives in force need attention.", "Decisions wanted", "Late actions"]);
    assert!(!page.contains("Snapshot 3"), "it follows the register, not a snapshot");
}

#[test]
fn the_register_answers_plan_and_measurement_of_every_objective() {
    let (_, mut now) = pair();
    now.objectives[0].collector = "Scanner team".to_owned();
    now.objectives[0].plan.what = "Patch every weekend".to_owned();
    let page = text(&register::document(&now));
    for objective in &now.objectives {
        for id in ["list", "plans", "metrics", "serves", "versions"] {
            holds(&page, id, &[&objective.code]);
        }
    }
    holds(&page, "approval", &["10 objectives in force.", "has not been approved as an edition yet"]);
    holds(&page, "plans", &["Patch every weekend", "not said"]);
    holds(&page, "metrics", &["Scanner team", "closed in SLA / closed", "after each month", "the review meeting"]);
    holds(&page, "versions", &["M. Berg · management review 24-2", "first edition"]);
}
