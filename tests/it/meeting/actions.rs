//! Actions carry forward by computation; corrective ones have a cause and are looked at again.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::{Command, NewAction};
use sixtwo::domain::review::{Action, ActionKind, ActionState, ReviewKind};

use super::room::*;

#[test]
fn a_state_follows_from_the_days() {
    let due = Action { due: Some(day("2026-03-31")), ..Action::default() };
    let done = Action { done_on: Some(day("2026-03-20")), ..due.clone() };
    let corrective = Action { kind: ActionKind::Corrective, check_on: Some(day("2026-06-30")), ..done.clone() };
    let looked_at = |helped| Action { checked_on: Some(day("2026-07-02")), helped: Some(helped), ..corrective.clone() };
    for (action, as_of, state, late) in [
        (&due, "2026-03-31", ActionState::Open, 0),
        (&due, "2026-04-02", ActionState::Late, 2),
        (&done, "2026-03-19", ActionState::Open, 0),
        (&done, "2026-04-02", ActionState::Done, 0),
        (&corrective, "2026-06-29", ActionState::Done, 0),
        (&corrective, "2026-06-30", ActionState::CheckDue, 0),
        (&looked_at(true), "2026-07-01", ActionState::CheckDue, 0),
        (&looked_at(true), "2026-07-02", ActionState::Helped, 0),
        (&looked_at(false), "2026-07-02", ActionState::NoHelp, 0),
    ] {
        assert_eq!((action.state(day(as_of)), action.days_late(day(as_of))), (state, late), "{as_of} {action:?}");
    }
}

#[test]
fn open_ones_come_up_again_until_they_are_done_and_once_more_as_done() {
    let mut desk = desk();
    first_meeting(&mut desk);
    let carried = |desk: &mut Desk, review: i64| {
        let draft = desk.session.read_back(review).expect("the draft");
        draft.carried.into_iter().map(|a| (a.text, a.state)).collect::<Vec<_>>()
    };
    let patch = "weekend patch window".to_owned();
    let second = open(&mut desk, ReviewKind::Objectives, "2026-04-09");
    assert_eq!(carried(&mut desk, second), [(patch.clone(), ActionState::Late)]);
    let amend = MeetingCommand::AmendAction {
        id: 1,
        owner: "R. Okafor".to_owned(),
        due: Some(day("2026-04-20")),
        reason: "Lind is ill".to_owned(),
    };
    meet(&mut desk, amend).expect("moved");
    assert_eq!(carried(&mut desk, second), [(patch.clone(), ActionState::Open)]);
    close(&mut desk, second, None).expect("closed");
    desk.on("2026-04-15");
    desk.run(Command::CompleteAction { id: 1, done: day("2026-04-15"), evidence: "change 8812".to_owned() })
        .expect("done");
    let third = open(&mut desk, ReviewKind::Objectives, "2026-05-07");
    assert_eq!(carried(&mut desk, third), [(patch, ActionState::Done)]);
    close(&mut desk, third, None).expect("closed");
    let fourth = open(&mut desk, ReviewKind::Objectives, "2026-06-04");
    assert_eq!(carried(&mut desk, fourth), []);
    assert_eq!(minutes(&mut desk, second).carried[0].state, ActionState::Open, "as it was then");
    desk.is_sound();
}

#[test]
fn a_corrective_one_has_a_cause_and_is_looked_at_after_it_is_done() {
    let mut desk = desk();
    let corrective = NewAction {
        text: "name a second person".to_owned(),
        owner: "C. Tan".to_owned(),
        due: Some(day("2026-03-31")),
        kind: ActionKind::Corrective,
        cause: "one person knew how".to_owned(),
        check_on: Some(day("2026-06-30")),
    };
    let add = |action: NewAction| Command::AddAction { code: "HR-2".to_owned(), action };
    let refused = |desk: &mut Desk, action| desk.run(add(action)).expect_err("refused").fields[0].field.clone();
    assert_eq!(refused(&mut desk, NewAction { cause: String::new(), ..corrective.clone() }), "action_cause");
    assert_eq!(
        refused(&mut desk, NewAction { check_on: Some(day("2026-03-01")), ..corrective.clone() }),
        "action_check"
    );
    let id = desk.run(add(corrective)).expect("an action").number.expect("its number");
    let check =
        |on: &str, note: &str| MeetingCommand::CheckAction { id, on: day(on), helped: true, note: note.to_owned() };
    assert!(meet(&mut desk, check("2026-03-12", "seen")).expect_err("it is not done").message.contains("not done yet"));
    desk.run(Command::CompleteAction { id, done: day("2026-03-12"), evidence: String::new() }).expect("done");
    assert!(desk.session.action(id).expect("the action").is_pending(), "its effect is still to be seen");
    desk.on("2026-07-01");
    assert_eq!(meet(&mut desk, check("2026-03-01", "seen")).expect_err("before it was done").fields[0].field, "on");
    assert_eq!(meet(&mut desk, check("2026-07-01", " ")).expect_err("nothing seen").fields[0].field, "note");
    meet(&mut desk, check("2026-07-01", "no miss since March")).expect("looked at");
    let action = desk.session.action(id).expect("the action");
    assert_eq!(
        (action.helped, action.check_note.as_str(), action.is_pending()),
        (Some(true), "no miss since March", false)
    );
    desk.run(Command::Undo { seq: None }).expect("taken back");
    assert_eq!(desk.session.action(id).expect("the action").helped, None);
    desk.is_sound();
}
