//! The review meeting through real keys: its budget, its order, what is on disk and what can be taken back.

use sixtwo::app::{Answer, Command, Refusal};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{ActionKind, ItemState};

use super::fixture::Desk;

fn answers(desk: &Desk) -> Vec<&Answer> {
    fn answer(command: &Command) -> Option<&Answer> {
        match command {
            Command::AnswerItem(answer) => Some(answer),
            _ => None,
        }
    }
    desk.commands.iter().filter_map(answer).collect()
}

/// The line of an item in the agenda.
fn queued(desk: &Desk, code: &str) -> String {
    let text = desk.text();
    let agenda = text.lines().map(|line| line.split('┃').next().unwrap_or_default());
    agenda.filter(|line| line.contains(code)).map(str::to_owned).next().unwrap_or_default()
}

#[test]
fn value_meaning_and_decision_cost_three_keys_beyond_the_text() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47").press("four fixes wait").press("<enter>").press("c").press("<enter>");
    let answers = answers(&desk);
    let [answer] = answers.as_slice() else { panic!("one answer: {answers:?}") };
    assert_eq!(answer.reading.code, "OPS-1");
    assert_eq!(answer.reading.value.map(|v| v.as_typed()).as_deref(), Some("43/47"));
    assert_eq!(answer.reading.meaning, "four fixes wait");
    assert_eq!(answer.reading.decision, Some(DecisionKind::Continue));
    assert_eq!(answer.reading.period, "2026-06-30", "the oldest period that waits");
    assert_eq!(answer.action, None);
}

#[test]
fn every_decision_costs_its_letter_and_enter() {
    for kind in DecisionKind::ALL.iter().copied() {
        // Accepting needs its own text, the end; what is asked of the fingers is the same.
        let text = if kind == DecisionKind::Accept { "+3m" } else { "" };
        let mut desk = Desk::in_meeting(100, 30);
        desk.press(&format!("43/47 four fixes wait<enter>{}{text}<enter>", kind.key()));
        let answers = answers(&desk);
        let [answer] = answers.as_slice() else { panic!("{kind:?}: {}", desk.text()) };
        assert_eq!(answer.reading.decision, Some(kind));
        assert_eq!((answer.reading.meaning.as_str(), &answer.action), ("four fixes wait", &None), "{kind:?}");
    }
}

#[test]
fn words_behind_a_letter_never_change_the_decision() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter>acarry extra tests<enter><enter><enter>");
    let answer = answers(&desk)[0];
    assert_eq!(answer.reading.decision, Some(DecisionKind::Act));
    assert_eq!(answer.action.as_ref().map(|action| action.text.as_str()), Some("carry extra tests"));
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter><right><right>e<enter>");
    assert_eq!(answers(&desk)[0].reading.decision, Some(DecisionKind::Escalate), "arrows keep the focus");
}

#[test]
fn fields_can_be_walked_one_by_one() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47<tab>four fixes<tab>e<enter>");
    assert_eq!(answers(&desk)[0].reading.decision, Some(DecisionKind::Escalate));
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47<enter>four fixes<enter>c<enter>");
    assert_eq!(answers(&desk)[0].reading.meaning, "four fixes");
}

#[test]
fn an_action_adds_its_own_fields() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter>aRetire both hosts<enter>Lind<enter>2026-11-30<enter>");
    let action = answers(&desk)[0].action.clone().expect("an action");
    assert_eq!((action.text.as_str(), action.owner.as_str()), ("Retire both hosts", "Lind"));
    assert_eq!(action.due.map(|day| day.to_string()).as_deref(), Some("2026-11-30"));
}

#[test]
fn accepting_asks_until_when() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 known<enter>k<enter>");
    assert!(answers(&desk).is_empty(), "accepting without an end is not saved");
    assert!(desk.text().contains("until when is it accepted?"), "{}", desk.text());
    desk.press("+3m<enter>");
    assert_eq!(answers(&desk)[0].until.map(|day| day.to_string()).as_deref(), Some("2027-02-09"));
}

#[test]
fn a_value_already_in_is_confirmed_with_enter() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<pgdn><pgdn>");
    assert!(desk.text().contains("= 91.5 %, not met"), "{}", desk.text());
    desk.press("<enter>c<enter>");
    let answer = answers(&desk)[0];
    assert_eq!(answer.reading.code, "IT-2");
    assert_eq!((answer.reading.value, answer.reading.meaning.as_str()), (None, ""));
    assert_eq!(answer.reading.period, "2026-10-31");
}

#[test]
fn the_mark_waits_for_the_disk_while_the_next_item_is_typed() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.slow = true;
    desk.press("43/47 four fixes<enter>c<enter>3");
    assert!(queued(&desk, "OPS-1").starts_with("│ … ? OPS-1   saving"), "{}", desk.text());
    assert!(desk.text().contains("▸ ▲ SEC-4"), "the next item is on the desk: {}", desk.text());
    desk.catch_up();
    assert!(queued(&desk, "OPS-1").starts_with("│ ✓ ? OPS-1"), "{}", desk.text());
    desk.press("<enter>moved<enter>c<enter>");
    assert_eq!(answers(&desk)[1].criteria, [(3, "moved".to_owned())], "what was typed meanwhile is not lost");
}

#[test]
fn a_refused_answer_comes_back_to_the_desk() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.refusals.push(Refusal::field("value", "outside of 0 to 100"));
    desk.press("4300/47 typo<enter>c<enter>");
    let text = desk.text();
    assert!(text.contains("nothing was saved") && text.contains("4300/47") && text.contains("typo"), "{text}");
    desk.press("<c-u>43/47<enter><enter><enter>");
    assert_eq!(answers(&desk).len(), 2, "{}", desk.text());
    assert_eq!(answers(&desk)[1].reading.meaning, "typo");
}

#[test]
fn the_item_just_saved_is_reopened_or_taken_back() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 four fixes<enter>c<enter><pgup>");
    assert!(desk.screen.line_with("Value").contains("43/47"), "{}", desk.text());
    desk.press("<bs>8<enter><enter><enter>");
    assert_eq!(answers(&desk)[1].reading.value.map(|v| v.as_typed()).as_deref(), Some("43/48"));
    desk.press("<f6>");
    assert!(matches!(desk.last(), Command::Undo { seq: Some(_) }));
    assert!(desk.screen.line_with("Value").contains("43/48"), "what was typed is back: {}", desk.text());
}

#[test]
fn an_item_is_parked_without_a_reason_and_taken_up_again() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<f2>");
    assert!(matches!(desk.last(), Command::ParkItem { code, parked: true, .. } if code == "OPS-1"));
    assert!(desk.screen.line_with("OPS-1").contains("parked"), "{}", desk.text());
    assert!(desk.text().contains("Parked  1"), "{}", desk.text());
    desk.press("<pgup><f2>");
    assert!(matches!(desk.last(), Command::ParkItem { code, parked: false, .. } if code == "OPS-1"));
}

#[test]
fn what_is_on_track_passes_as_a_block() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<f4>");
    assert!(matches!(desk.last(), Command::PassBlock { review: 10 }));
    assert!(desk.text().contains("Decided 6 of 10"), "{}", desk.text());
}

#[test]
fn what_is_typed_stays_with_its_item() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 half a sent<pgdn><pgup>");
    assert!(desk.text().contains("43/47") && desk.text().contains("half a sent"), "{}", desk.text());
    desk.press("<esc>");
    assert!(desk.text().contains("Esc again goes home and keeps it"), "{}", desk.text());
    desk.press("<esc>");
    assert!(desk.screen.model.layers.is_empty());
    assert!(desk.commands.is_empty(), "leaving closes nothing");
    desk.press("R");
    assert!(desk.text().contains("43/47") && desk.text().contains("half a sent"), "it is back: {}", desk.text());
}

#[test]
fn the_last_page_reads_back_and_closes_on_the_second_enter() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter>aRetire both hosts<enter><enter>+2w<enter><f8>");
    let text = desk.text();
    assert!(text.contains("Retire both hosts") && text.contains("OPS-1") && text.contains("I. Tan"), "{text}");
    assert!(text.contains("9 items are still open"), "{text}");
    desk.press("2026-12-10<enter>");
    assert!(!desk.commands.iter().any(|c| matches!(c, Command::CloseReview { .. })), "it asks once");
    desk.press("<enter>");
    let Command::CloseReview { review: 10, next_date: Some(day) } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!(day.to_string(), "2026-12-10");
    assert!(desk.text().contains("The minutes are frozen"), "{}", desk.text());
    desk.press("<enter>");
    assert!(desk.screen.model.layers.is_empty());
}

#[test]
fn starting_asks_who_is_here_and_goes_on_to_the_first_item() {
    let mut desk = Desk::open(100, 30);
    desk.press("RBerg, Okafor<enter><enter><enter><enter>");
    let Command::StartReview { attendees, .. } = &desk.commands[0] else { panic!("{:?}", desk.commands) };
    assert_eq!(attendees, &["Berg", "Okafor"]);
    assert!(desk.text().contains("▸ ? OPS-1"), "{}", desk.text());
    assert!(desk.text().contains("0:00 of 1:30 · 6 of 15 min"), "{}", desk.text());
}

#[test]
fn answered_items_are_passed_over_until_the_read_back() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<f4>");
    for _ in 0..4 {
        desk.press("<tab><tab>c<enter>");
    }
    assert!(desk.text().contains("▸Changes to the list"), "{}", desk.text());
    desk.press("<enter>");
    assert!(desk.text().contains("Read back and close"), "{}", desk.text());
    assert!(desk.text().contains("10 of 10 items decided"), "{}", desk.text());
    assert!(answers(&desk).iter().all(|answer| answer.reading.value.is_none()));
    assert_eq!(ItemState::ALL.len(), 4, "a further state needs its place in the agenda");
}

#[test]
fn an_action_is_agreed_once_however_often_the_item_is_answered() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter>aRetire both hosts<enter>Lind<enter>+2w<enter>");
    desk.press("<pgup><bs>8<enter><enter><enter><enter><enter><enter>");
    let actions: Vec<bool> = answers(&desk).iter().map(|answer| answer.action.is_some()).collect();
    assert_eq!(actions, [true, false]);
}

#[test]
fn an_agreed_action_is_not_worded_anew_behind_its_back() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two hosts wait<enter>aRetire both hosts<enter>Lind<enter>+2w<enter>");
    desk.press("<pgup><enter><enter>, soon<enter><enter><enter>");
    assert_eq!(answers(&desk).len(), 1, "{}", desk.text());
    assert!(desk.text().contains("this action is agreed already; F6 takes the answer back"), "{}", desk.text());
    desk.press("<f6><enter><enter><enter><enter><enter>");
    let action = answers(&desk)[1].action.clone().expect("worded anew");
    assert_eq!(action.text, "Retire both hosts, soon");
}

#[test]
fn what_somebody_says_is_no_value_where_one_is_in_already() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<pgdn><pgdn>4 fixes wait<enter>c<enter>");
    let answer = answers(&desk)[0];
    assert_eq!((answer.reading.value, answer.reading.meaning.as_str()), (None, "4 fixes wait"));
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<pgdn><pgdn>44/47 one more<enter>c<enter>");
    let answer = answers(&desk)[0];
    assert_eq!(answer.reading.value.map(|v| v.as_typed()).as_deref(), Some("44/47"));
    assert_eq!((answer.reading.base, answer.reading.meaning.as_str()), (Some(1), "one more"));
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<pgdn>2 weeks late<enter>c<enter>");
    assert_eq!(answers(&desk)[0].criteria, [], "a milestone is not ticked by what somebody says");
}

#[test]
fn parking_and_the_block_are_taken_back_like_answers() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("<f4><f6>");
    assert!(matches!(desk.last(), Command::Undo { seq: Some(_) }), "{:?}", desk.last());
    desk.press("<f6>");
    assert!(desk.text().contains("nothing was done here yet"), "{}", desk.text());
}

#[test]
fn a_cause_makes_an_action_a_corrective_one_that_is_looked_at_again() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 two wait<enter>aRetire both hosts<enter>Lind<enter>+2w<tab>nobody owns them<enter>+3m<enter>");
    let action = answers(&desk)[0].action.clone().expect("an action");
    assert_eq!((action.kind, action.cause.as_str()), (ActionKind::Corrective, "nobody owns them"));
    assert_eq!(action.check_on.map(|day| day.to_string()).as_deref(), Some("2027-02-09"));
}

#[test]
fn what_is_accepted_is_approved_by_the_chair_unless_somebody_else_is_named() {
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 known<enter>k");
    assert!(desk.text().contains("Berg approves, Tab changes"), "{}", desk.text());
    desk.press("+3m<enter>");
    assert_eq!(answers(&desk)[0].approver, "Berg");
    let mut desk = Desk::in_meeting(100, 30);
    desk.press("43/47 known<enter>k+3m<tab>Silva<enter>");
    assert_eq!(answers(&desk)[0].approver, "Silva");
}

#[test]
fn the_meeting_at_80_by_24_keeps_what_is_typed_in_sight() {
    let mut desk = Desk::in_meeting(80, 24);
    desk.press("43/47 known<enter>k");
    for said in ["Value", "Meaning", "Decision", "Until", "Action"] {
        assert!(desk.text().contains(said), "{said}: {}", desk.text());
    }
}
