//! The steps of a meeting with real keys: last actions and corrections, who has not measured, what changes in the list.

use sixtwo::app::command::Answer;
use sixtwo::app::{Command, NewAction, NewReading};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{MeetingStep, ReviewKind};
use sixtwo::tui::keymap::Scope;

use crate::screens::seat::{Seat, day, held};

fn reading(code: &str, period: &str, value: &str, reason: &str) -> Command {
    Command::RecordReading(Box::new(NewReading {
        code: code.to_owned(),
        period: period.to_owned(),
        value: value.parse().ok(),
        reason: reason.to_owned(),
        ..NewReading::default()
    }))
}

/// A meeting in May agreed an action and showed a value that was corrected in June, before the next one.
fn corrected() -> Seat {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.on("2025-05-12").run(reading("A-1", "2025-04", "96", ""));
    let attendees = ["Berg", "Okafor"].map(str::to_owned).to_vec();
    seat.run(Command::StartReview { kind: ReviewKind::Objectives, date: day("2025-05-12"), attendees });
    let action = NewAction {
        text: "Count both systems".to_owned(),
        owner: "Okafor".to_owned(),
        due: Some(day("2025-05-20")),
        ..NewAction::default()
    };
    seat.run(Command::AnswerItem(Box::new(Answer {
        review: 1,
        reading: NewReading {
            code: "A-1".to_owned(),
            period: "2025-04".to_owned(),
            meaning: "the window was kept".to_owned(),
            decision: Some(DecisionKind::Act),
            ..NewReading::default()
        },
        action: Some(action),
        ..Answer::default()
    })));
    seat.run(Command::CloseReview { review: 1, next_date: Some(day("2025-06-09")) });
    seat.on("2025-06-09").run(reading("A-1", "2025-04", "93", "two systems were missing"));
    seat
}

fn holds(seat: &Seat, said: &[&str]) {
    let text = seat.text();
    for said in said {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn corrections_stand_first_and_are_answered_before_anything_else() {
    let mut seat = corrected();
    seat.press("RBerg (chair); Okafor<c-s>");
    insta::assert_snapshot!(seat.text());
    holds(&seat, &["Apr 2025: 96 % → 93 %", "to Berg, Okafor", "decided then: act", "does the decision still stand?"]);
    seat.press("e<enter>the action covers both<enter>");
    holds(&seat, &["it still stands: the action covers both"]);
    assert!(seat.session.corrections().expect("the notes").iter().all(|note| !note.is_open()));
}

#[test]
fn an_action_of_an_earlier_meeting_is_done_or_moved_where_it_is_looked_at() {
    let mut seat = corrected();
    seat.press("RBerg<c-s>");
    holds(&seat, &["LATE: A-1 Count both systems", "Okafor, by 20 May 2025"]);
    seat.press("<down>e<enter><c-u>2025-06-30<enter>the supplier is late<enter>");
    holds(&seat, &["open: A-1 Count both systems", "by 30 Jun 2025"]);
    seat.press("<down>d<enter>ticket 7<enter>");
    holds(&seat, &["done 9 Jun 2025: A-1 Count both systems", "shown by ticket 7"]);
    seat.press("u");
    holds(&seat, &["A-1 Count both systems"]);
}

#[test]
fn every_step_is_gone_through_once_and_a_meeting_goes_on_where_it_was_left() {
    let mut seat = corrected();
    seat.press("RBerg<c-s><enter>");
    holds(&seat, &["▸Who has not measured", "B-1 Backups"]);
    seat.press("<esc>R");
    holds(&seat, &["▸Who has not measured"]);
    seat.press("e");
    holds(&seat, &["B-1  Backups", "Meaning"]);
    seat.press("<pgup><pgup><pgup><enter>");
    let steps = seat.session.review(2).expect("the meeting").review.steps;
    assert!(steps.contains(&MeetingStep::LastActions), "{steps:?}");
}

#[test]
fn a_value_a_meaning_and_a_decision_cost_three_keys_and_the_minutes_lie_beside_the_register() {
    let mut seat = corrected();
    seat.press("RBerg<c-s>");
    while !seat.text().contains("Meaning") {
        seat.press("<enter>");
    }
    // Beside the text: Enter, the letter, Enter.
    seat.press("97 it was restored").press("<enter>").press("c").press("<enter>");
    let review = seat.session.review(2).expect("the meeting");
    assert_eq!(review.decisions.len(), 1, "{}", seat.text());
    seat.press("<f4><f8>2025-07-07<enter><enter>");
    holds(&seat, &["The minutes are frozen", "r-review-2.html", "r-review-2.txt"]);
    let folder = seat.session.path().parent().expect("a folder").to_owned();
    let page = std::fs::read_to_string(folder.join("r-review-2.html")).expect("the minutes");
    assert!(page.contains("it was restored"), "{page}");
    let mail = std::fs::read_to_string(folder.join("r-review-2.txt")).expect("the mail");
    assert!(mail.contains("B-1"), "{mail}");
    seat.press("<enter>");
    assert!(seat.screen.model.layers.is_empty());
}

#[test]
fn what_a_meeting_decides_about_the_list_waits_on_its_own_page_until_it_is_drafted_and_approved() {
    let mut seat = corrected();
    seat.press("RBerg<c-s>");
    while !seat.text().contains("Meaning") {
        seat.press("<enter>");
    }
    seat.press("<tab>the target is too hard<enter>t<enter>");
    while !seat.text().contains("▸Changes to the list") {
        seat.press("<pgdn>");
    }
    holds(&seat, &["waits for approval"]);
    seat.press("n");
    assert!(!seat.text().contains("▸Changes to the list"), "a new objective begins here: {}", seat.text());
    seat.press("<esc>");
    holds(&seat, &["▸Changes to the list"]);
}

#[test]
fn a_management_review_closes_with_what_it_changes_or_why_nothing_has_to() {
    let mut seat = corrected();
    seat.press("RBerg<enter><enter><right><c-s>");
    assert_eq!(seat.session.review(2).expect("the meeting").review.kind, ReviewKind::Management);
    while !seat.text().contains("▸What else is new") {
        seat.press("<enter>");
    }
    holds(&seat, &["b What changed around and inside us", "not written yet"]);
    seat.press("<down>enothing new in the market<enter>");
    holds(&seat, &["“nothing new in the market” M. Berg"]);
    seat.press("<f8><enter>");
    holds(&seat, &["What this review changes in the list"]);
    seat.press("<enter>the risks are the same<enter>");
    holds(&seat, &["no change because the risks are the same"]);
    seat.press("<enter><enter>");
    holds(&seat, &["The minutes are frozen"]);
    let minutes = seat.session.minutes(2).expect("the minutes");
    assert_eq!(minutes.no_change, "the risks are the same");
    assert_eq!(minutes.notes.len(), 1);
}

#[test]
fn a_meeting_says_what_it_belongs_to_and_who_came_late() {
    let mut seat = corrected();
    seat.press(
        "RBerg<enter><enter><enter><right><down>Board meeting<enter>Risk assessment 2025<enter>2025-03-01<enter>",
    );
    let review = seat.session.review(2).expect("the meeting").review;
    assert_eq!((review.host.as_str(), review.assessment.as_str()), ("Board meeting", "Risk assessment 2025"));
    assert_eq!(review.assessment_on, Some(day("2025-03-01")));
    seat.press("<f3>; Novak<c-s>");
    assert_eq!(seat.session.review(2).expect("the meeting").review.attendees, ["Berg", "Novak"]);
}

#[test]
fn no_size_breaks_a_step() {
    for keys in ["", "<enter>", "<f8>"] {
        let mut seat = corrected();
        seat.press("RBerg<c-s>").press(keys);
        for (width, height) in [(40, 12), (64, 20), (80, 24), (120, 36), (300, 80)] {
            seat.screen.model.size = (width, height);
            assert_eq!(seat.text().lines().count(), usize::from(height), "{keys} at {width} x {height}");
        }
    }
}

#[test]
fn what_is_half_typed_is_kept_and_lies_on_its_desk_when_the_meeting_is_taken_up_again() {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.press("RBerg<c-s>");
    for _ in 0..6 {
        if seat.screen.model.scopes().contains(&Scope::Meeting) {
            break;
        }
        seat.press("<pgdn>");
    }
    seat.press("96 the window was kept");
    let kept = seat.screen.model.unsaved.clone();
    assert!(kept.len() == 1 && kept[0].title.ends_with("-1 in review 1"), "{kept:?}");
    assert!(kept[0].answers.iter().any(|(_, said)| said == "the window was kept"), "{kept:?}");
    seat.press("<esc><esc>");
    assert_eq!(seat.screen.model.unsaved, kept, "leaving the meeting keeps it");
    // As after a start: only what the disk holds is known.
    seat.screen.model.kept_meeting = None;
    seat.press("R");
    assert!(seat.status().contains("is back and not saved"), "{}", seat.status());
    for _ in 0..6 {
        if seat.screen.model.scopes().contains(&Scope::Meeting) {
            break;
        }
        seat.press("<pgdn>");
    }
    holds(&seat, &["the window was kept"]);
    seat.press("<enter><enter><enter><enter>");
    assert!(seat.screen.model.unsaved.is_empty(), "what is saved is not kept: {}", seat.text());
}
