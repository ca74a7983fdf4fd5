//! Minutes on one page and the mail that goes with them, from frozen minutes only.

use sixtwo::domain::minutes::{
    ChangeKind, LastMeeting, ListChange, MinutedAction, MinutedDecision, MinutedItem, MinutedNote, Minutes,
    MissingReading, SCHEMA,
};
use sixtwo::domain::reading::{DecisionKind, Verdict};
use sixtwo::domain::review::{
    Acceptance, ActionKind, ActionState, AgendaGroup, AgendaTopic, CorrectionAnswer, CorrectionNote, ItemState,
    Prepared, ReviewKind,
};
use sixtwo::domain::snapshot::StatusCount;
use sixtwo::domain::status::{Freshness, Status};
use sixtwo::report::document::{Block, Document};
use sixtwo::report::html::render;
use sixtwo::report::minutes::{document, mail};

use super::fixture::day;

fn item(code: &str, title: &str, state: ItemState) -> MinutedItem {
    MinutedItem {
        position: 1,
        code: code.to_owned(),
        title: title.to_owned(),
        owner: "R. Okafor".to_owned(),
        group: AgendaGroup::Exception,
        state,
        measured_on: Some(day("2026-10-31")),
        label: "Oct 2026".to_owned(),
        value: None,
        shown: "91.5 %".to_owned(),
        target_text: "≥ 95 %".to_owned(),
        verdict: Some(Verdict::NotMet),
        pace: None,
        status_before: Status::AtRisk,
        status_after: Status::OffTrack,
        freshness_after: Freshness::Current,
        why: String::new(),
        meaning: "four fixes wait on two hosts".to_owned(),
        automatic: false,
        decision: None,
        last_decision: None,
        followed: Vec::new(),
        seconds: 80,
    }
}

fn action(id: i64, review: i64, code: &str, text: &str, state: ActionState) -> MinutedAction {
    MinutedAction {
        id,
        code: code.to_owned(),
        review: Some(review),
        kind: ActionKind::Task,
        text: text.to_owned(),
        cause: String::new(),
        owner: "E. Lind".to_owned(),
        due: Some(day("2026-11-30")),
        state,
        done_on: None,
        evidence: String::new(),
        check_on: None,
        check_note: String::new(),
    }
}

fn minutes() -> Minutes {
    let mut patches = item("IT-2", "Critical vulnerabilities", ItemState::Answered);
    patches.followed = vec!["88.9 → 91.5 % in Oct 2026".to_owned(), "“Weekend window” done 15 Oct 2026".to_owned()];
    patches.decision = Some(MinutedDecision {
        on: day("2026-11-12"),
        kind: DecisionKind::Accept,
        text: "the supplier is late".to_owned(),
        by: "M. Silva".to_owned(),
        approver: "H. Berg".to_owned(),
        until: Some(day("2026-12-31")),
    });
    let passed = MinutedItem {
        group: AgendaGroup::OnTrack,
        shown: "96.9 %".to_owned(),
        automatic: true,
        meaning: "96.9 % in Oct 2026, target at least 95 %: met".to_owned(),
        ..item("ENG-1", "Releases through the gate", ItemState::Passed)
    };
    Minutes {
        schema: SCHEMA.to_owned(),
        number: 10,
        kind: ReviewKind::Management,
        organization: "Halden Medical".to_owned(),
        demo: false,
        register: String::new(),
        date: day("2026-11-12"),
        host: String::new(),
        attendees: vec!["H. Berg".to_owned(), "R. Okafor".to_owned()],
        opened_at: String::new(),
        closed_at: String::new(),
        closed_by: "M. Silva".to_owned(),
        as_of: day("2026-11-12"),
        fiscal_year: "2026".to_owned(),
        edition: Some(3),
        seq: 1_482,
        head: "7f3a90c1".repeat(8),
        app: String::new(),
        last: Some(LastMeeting { number: 9, kind: ReviewKind::Objectives, date: day("2026-10-08") }),
        by_status: vec![
            StatusCount { status: Status::OffTrack, objectives: 1 },
            StatusCount { status: Status::Unknown, objectives: 0 },
            StatusCount { status: Status::OnTrack, objectives: 9 },
        ],
        by_status_before: vec![StatusCount { status: Status::OnTrack, objectives: 10 }],
        by_freshness: Vec::new(),
        corrections: vec![CorrectionNote {
            code: "HR-2".to_owned(),
            title: "Leaver access".to_owned(),
            shown_in: 9,
            shown_on: day("2026-10-08"),
            measured_on: day("2026-08-31"),
            label: "Aug 2026".to_owned(),
            old: "41 h".to_owned(),
            new: "47 h".to_owned(),
            old_verdict: None,
            new_verdict: None,
            reason: "two leavers were missing".to_owned(),
            corrected_by: "A. Novak".to_owned(),
            corrected_on: Some(day("2026-10-20")),
            seen_by: vec!["H. Berg".to_owned()],
            decision: Some(DecisionKind::Act),
            answer: Some(CorrectionAnswer {
                id: 1,
                review: 10,
                objective: 3,
                shown_in: 9,
                measured_on: day("2026-08-31"),
                value: "47".to_owned(),
                stands: true,
                reason: "the cause is the same".to_owned(),
                stated_by: "H. Berg".to_owned(),
                recorded_on: day("2026-11-12"),
            }),
        }],
        carried: vec![action(2, 9, "OPS-1", "Name a second person", ActionState::Late)],
        missing: vec![MissingReading {
            code: "OPS-1".to_owned(),
            title: "Restore tests".to_owned(),
            who: "J. Lind".to_owned(),
            label: "Q1 2026".to_owned(),
            last_day: day("2026-04-15"),
            freshness: Freshness::Overdue,
            missed_periods: 3,
        }],
        status_changes: Vec::new(),
        items: vec![patches, passed],
        accepted: vec![Acceptance {
            code: "IT-2".to_owned(),
            review: Some(10),
            on: day("2026-11-12"),
            until: day("2026-12-31"),
            days_left: 49,
            reason: "the supplier is late".to_owned(),
            approver: "H. Berg".to_owned(),
        }],
        notes: vec![MinutedNote {
            topic: AgendaTopic::ContextChanges,
            text: "The plant in Lund closes".to_owned(),
            by: "M. Silva".to_owned(),
        }],
        preparations: vec![Prepared {
            code: "IT-2".to_owned(),
            cause: "two hosts without support".to_owned(),
            ..Prepared::default()
        }],
        actions: vec![action(7, 10, "IT-2", "Retire hosts A12 and A13", ActionState::Open)],
        changes: vec![ListChange {
            code: "HR-3".to_owned(),
            title: "Training by role".to_owned(),
            kind: ChangeKind::Retargeted,
            what: "target ≥ 90 % → ≥ 95 %".to_owned(),
            reason: "reached early".to_owned(),
            approved_by: String::new(),
            approved_on: None,
            waits: true,
        }],
        assessment: "RA-2".to_owned(),
        assessment_on: Some(day("2026-01-06")),
        refresh: String::new(),
        no_change: "no new top risk".to_owned(),
        next_date: Some(day("2026-12-10")),
    }
}

fn text(document: &Document) -> String {
    String::from_utf8(render(document)).expect("it is UTF-8")
}

#[test]
fn the_page_holds_what_was_seen_said_and_decided_in_the_order_of_the_meeting() {
    let page = text(&document(&minutes()));
    let order = [
        "Minutes of management review 10",
        "H. Berg, R. Okafor",
        "risk assessment RA-2, 6 Jan 2026",
        "At objectives review 9 on 8 Oct 2026: 10 on track.",
        "the decision stands",
        "the cause is the same",
        "Not measured: OPS-1 for Q1 2026 and 2 more (J. Lind, late).",
        "four fixes wait on two hosts",
        "since the last decision: 88.9 → 91.5 % in Oct 2026; “Weekend window” done 15 Oct 2026",
        "Accept for now until 31 Dec 2026: the supplier is late (approved by H. Berg)",
        "Retire hosts A12 and A13, E. Lind, by 30 Nov 2026",
        "On course and passed as a block: ENG-1 96.9 % in Oct 2026.",
        "IT-2 accepted until 31 Dec 2026, 49 days left (H. Berg).",
        "Name a second person",
        "Training by role, target changed, target ≥ 90 % → ≥ 95 %, waits for approval.",
        "no new top risk.",
        "10 Dec 2026.",
        "The plant in Lund closes",
        "Cause: two hosts without support",
    ];
    let mut from = 0;
    for text in order {
        from += page[from..].find(text).unwrap_or_else(|| panic!("“{text}” is missing, or stands too early: {page}"));
    }
}

#[test]
fn corrections_stand_before_the_objectives_and_an_unanswered_one_says_so() {
    let mut minutes = minutes();
    minutes.corrections[0].answer = None;
    minutes.corrections[0].new = String::new();
    let document = document(&minutes);
    let captions: Vec<&str> = document.parts[0]
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.caption.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(captions[0], "Corrected since it stood in minutes");
    let page = text(&document);
    assert!(page.contains("not answered yet") && page.contains("taken back"));
}

#[test]
fn as_a_part_of_another_meeting_it_is_one_item_of_that_agenda() {
    let minutes = Minutes { host: "Management team, November".to_owned(), ..minutes() };
    let document = document(&minutes);
    assert_eq!(document.title, "Management team, November: information security objectives");
    assert!(document.identity.contains(&"one agenda item, management review 10".to_owned()));
}

#[test]
fn the_mail_says_it_all_in_its_subject_and_everybody_finds_their_own() {
    assert_eq!(
        mail(&minutes()),
        "\
Subject: Management review 10, Halden Medical, 12 Nov 2026: 1 off track

We met on 12 Nov 2026. Here: H. Berg, R. Okafor. 1 off track.

Corrected since the last minutes:
- HR-2 Aug 2026: 41 h is 47 h now; the decision stands

Decided:
- IT-2 Critical vulnerabilities: 91.5 %, off track; “four fixes wait on two hosts”; Accept for now until 31 Dec 2026: the supplier is late (approved by H. Berg)

To do:
- E. Lind: Retire hosts A12 and A13 (IT-2), by 30 Nov 2026
- E. Lind: Name a second person (OPS-1), by 30 Nov 2026

Not measured:
- OPS-1 for Q1 2026 and 2 more (J. Lind, late)

Changes of the list that wait for approval:
- HR-3, target ≥ 90 % → ≥ 95 %, reached early

The next meeting is on 10 Dec 2026. The minutes are attached.
"
    );
}

#[test]
fn the_mail_of_hostile_texts_stays_lines_of_text() {
    let mut minutes = minutes();
    minutes.organization = "Halden\nBcc: all@halden.example".to_owned();
    minutes.items[0].title = "A\u{1b}[31mB\u{202e}C".to_owned();
    minutes.actions[0].text = "one\r\ntwo".to_owned();
    let mail = mail(&minutes);
    assert!(mail.lines().next().expect("the subject").contains("Halden Bcc: all@halden.example"), "{mail}");
    assert!(!mail.contains('\u{1b}') && !mail.contains('\u{202e}') && !mail.contains('\r'), "{mail}");
}

#[test]
fn a_meeting_without_anything_still_makes_minutes() {
    let empty = Minutes {
        kind: ReviewKind::AdHoc,
        attendees: Vec::new(),
        by_status: Vec::new(),
        last: None,
        corrections: Vec::new(),
        carried: Vec::new(),
        missing: Vec::new(),
        items: Vec::new(),
        accepted: Vec::new(),
        notes: Vec::new(),
        preparations: Vec::new(),
        actions: Vec::new(),
        changes: Vec::new(),
        no_change: String::new(),
        next_date: None,
        ..minutes()
    };
    let page = text(&document(&empty));
    for text in ["nobody named", "No objective was looked at one by one.", "no date agreed"] {
        assert!(page.contains(text), "{text} is missing");
    }
    assert!(mail(&empty).contains("nothing is off its course"));
}
