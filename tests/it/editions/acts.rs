//! The list is approved in one act: one operation, all or nothing, not to be taken back.

use sixtwo::app::RefusalKind;
use sixtwo::app::editions::Told;
use sixtwo::app::view::Lens;
use sixtwo::domain::edition::Fate;
use sixtwo::domain::status::Status;

use super::desk::{Desk, day};

#[test]
fn one_act_is_one_operation() {
    let mut desk = Desk::with_drafts();
    let before = desk.history().len();
    let done = desk.approve("the first list", &[]).expect("edition 1");
    assert_eq!((done.number, done.touched.len(), done.undoable), (Some(1), 3, false));
    let history = desk.history();
    assert_eq!(history.len(), before + 1);
    assert_eq!(history[0].op.word(), "edition.approve");
    assert_eq!(history[0].reason, "the first list");
    let edition = desk.session.edition(None, Lens::default()).expect("the newest").edition;
    let members: Vec<(&str, u32)> = edition.members.iter().map(|m| (m.code.as_str(), m.version)).collect();
    assert_eq!(members, [("HR-1", 1), ("HR-2", 1), ("IT-2", 1)]);
    assert_eq!((edition.body.as_str(), edition.minutes.as_str()), ("Management review", "MR 26-1"));
    assert_eq!(edition.people, ["M. Berg", "K. Lind"]);
    let version = desk.version("HR-2", 1);
    assert_eq!((version.approved_by.as_str(), version.approvers.len(), version.draft), ("Management review", 2, false));
    desk.is_sound();
}

#[test]
fn an_approval_is_not_taken_back() {
    let mut desk = Desk::with_edition();
    let seq = desk.history()[0].seq;
    let refusal = desk.run(sixtwo::app::Command::Undo { seq: Some(seq) }).expect_err("others relied on it");
    assert_eq!(refusal.kind, RefusalKind::Invalid);
    assert!(refusal.message.contains("cannot be taken back"), "{refusal}");
    assert_eq!(desk.session.editions(Lens::default()).expect("editions").len(), 1);
}

#[test]
fn a_draft_that_is_not_ready_stops_the_whole_act() {
    let mut desk = Desk::with_drafts();
    desk.draft("CUL-1", "Strengthen the culture", "P. Costa", "", "");
    let refusal = desk.approve("the first list", &[]).expect_err("a target is missing");
    assert!(refusal.message.contains("CUL-1") && refusal.message.contains("target"), "{refusal}");
    assert!(refusal.next.contains("leave it out"), "{refusal}");
    assert!(desk.session.editions(Lens::default()).expect("editions").is_empty());
    assert_eq!(desk.dossier("HR-2").row.judgement.status, Status::Draft, "nothing was approved");

    let next = desk.session.next_edition().expect("what would be");
    let blocked: Vec<&str> = next.waiting.iter().filter(|w| !w.problems.is_empty()).map(|w| w.code.as_str()).collect();
    assert_eq!((blocked, next.members, next.number), (vec!["CUL-1"], 3, 1));

    desk.approve("the first list", &["cul-1"]).expect("the others");
    assert_eq!(desk.dossier("CUL-1").row.version.draft, Some(1));
    assert_eq!(desk.dossier("HR-2").row.version.in_force, Some(1));
}

#[test]
fn what_cannot_be_left_out_is_said() {
    let mut desk = Desk::with_edition();
    let refusal = desk.approve("again", &["HR-2"]).expect_err("nothing waits there");
    assert!(refusal.message.contains("nothing of HR-2 waits"), "{refusal}");
    let refusal = desk.approve("again", &["HR-9"]).expect_err("no such objective");
    assert_eq!(refusal.kind, RefusalKind::NotFound);
}

#[test]
fn an_unchanged_list_is_approved_with_a_reason_only() {
    let mut desk = Desk::with_edition();
    assert!(desk.session.next_edition().expect("what would be").is_unchanged());
    let refusal = desk.approve("  ", &[]).expect_err("a reason is missing");
    assert!(refusal.message.contains("nothing changed since edition 1"), "{refusal}");
    let done = desk.approve("no change because the risks are the same", &[]).expect("edition 2");
    assert_eq!(done.number, Some(2));
    let view = desk.session.edition(Some(2), Lens::default()).expect("edition 2");
    assert!(view.lines.iter().all(|line| line.fate == Fate::Unchanged), "{:?}", view.lines);
}

#[test]
fn an_empty_register_has_no_list_to_approve() {
    let refusal = Desk::new().approve("nothing", &[]).expect_err("no list");
    assert!(refusal.message.contains("no list to approve"), "{refusal}");
}

#[test]
fn two_editions_are_compared_field_by_field_with_their_reasons() {
    let mut desk = Desk::with_edition();
    desk.on("2026-03-02");
    desk.edit("HR-2", "the feed of HR is daily now", |d| d.target = "99".parse().ok());
    desk.edit("IT-2", "said more plainly", |d| d.resources = "three days a month of the team".to_owned());
    desk.draft("SEC-3", "Phishing clicks", "K. Lind", "", "96");
    desk.run(sixtwo::app::Command::Retire {
        code: "HR-1".to_owned(),
        on: day("2026-03-01"),
        outcome: sixtwo::domain::objective::ClosingOutcome::Achieved,
        reason: "held for a year".to_owned(),
        successor: String::new(),
        by: "Management review".to_owned(),
        reference: "MR 26-2".to_owned(),
    })
    .expect("retired");
    let next = desk.session.next_edition().expect("what would be");
    desk.approve("the year turned", &[]).expect("edition 2");

    let diff = desk.session.edition_diff(1, Some(2)).expect("both are there");
    let fates: Vec<(&str, Fate)> = diff.lines.iter().map(|line| (line.code.as_str(), line.fate)).collect();
    let expected =
        [("SEC-3", Fate::Added), ("HR-1", Fate::Retired), ("HR-2", Fate::Retargeted), ("IT-2", Fate::Reworded)];
    assert_eq!(fates, expected);
    assert_eq!(next.lines, diff.lines, "what was announced is what came");
    let target = &diff.lines[2];
    assert_eq!((target.before, target.after), (Some(1), Some(2)));
    assert_eq!(target.changes[0].sentence(), "Target was 98, is 99");
    assert_eq!(target.reasons, ["the feed of HR is daily now"]);
    assert_eq!(diff.lines[1].reasons, ["achieved: held for a year"]);

    let now = desk.session.edition_diff(2, None).expect("edition 2 and today");
    assert!(now.lines.iter().all(|line| line.fate == Fate::Unchanged));
    let missing = desk.session.edition_diff(1, Some(7)).expect_err("no edition 7");
    assert_eq!(missing.message, "there is no edition 7; there are 1 to 2");
}

#[test]
fn what_came_from_a_file_without_an_approval_is_approved_with_the_list() {
    let mut desk = Desk::new();
    let csv = "code,title,owner,metric,unit,direction,target,frequency,start\n\
               A-1,Backups restored,I. Tan,restores,%,higher,100,M,2026-01-01\n";
    let source = sixtwo::app::Source::Bytes(csv.as_bytes().into());
    let request = sixtwo::app::ImportRequest { name: "objectives.csv".to_owned(), source, ..Default::default() };
    assert!(!desk.session.import_objectives(request).expect("a usable file").stopped());
    assert_eq!(desk.session.next_edition().expect("what would be").unapproved, ["A-1"]);
    desk.approve("taken over from the old list", &[]).expect("edition 1");
    let version = desk.version("A-1", 1);
    assert_eq!((version.approved_by.as_str(), version.approved_on), ("Management review", Some(day("2026-01-10"))));
    assert!(desk.session.next_edition().expect("what would be").unapproved.is_empty());
    desk.is_sound();
}

#[test]
fn a_past_day_sees_the_edition_of_then() {
    let mut desk = Desk::with_edition();
    desk.on("2026-04-01");
    desk.approve("no change because nothing moved", &[]).expect("edition 2");
    let then = Lens { as_of: Some(day("2026-02-01")), ..Lens::default() };
    assert_eq!(desk.session.overview(then).expect("then").edition, Some(1));
    assert_eq!(desk.session.overview(Lens::default()).expect("now").edition, Some(2));
    assert_eq!(desk.session.editions(then).expect("then").len(), 1);
    let before = Lens { as_of: Some(day("2026-01-11")), ..Lens::default() };
    assert_eq!(desk.session.overview(before).expect("before").edition, None);
}

#[test]
fn an_edition_that_is_not_there_is_named() {
    let mut desk = Desk::with_drafts();
    let refusal = desk.tell(Told::Edition(None), &[(sixtwo::domain::communication::Reach::Everyone, "")], "2026-01-10");
    assert!(refusal.expect_err("nothing was approved").message.contains("no approved edition yet"));
}
