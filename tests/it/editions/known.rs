//! Who was told, who confirmed, who has not: through the use cases.

use sixtwo::app::Command;
use sixtwo::app::editions::Told;
use sixtwo::app::editions::view::Unconfirmed;
use sixtwo::domain::communication::Reach;

use super::desk::{Desk, day, of};

fn open(desk: &mut Desk) -> Vec<Unconfirmed> {
    desk.session.unconfirmed().expect("who has not confirmed")
}

/// `A. Novak: HR-1, HR-2`.
fn named(open: &[Unconfirmed]) -> Vec<String> {
    let codes = |person: &Unconfirmed| person.items.iter().map(|i| i.code.as_str()).collect::<Vec<_>>().join(", ");
    open.iter().map(|person| format!("{}: {}", person.name, codes(person))).collect()
}

#[test]
fn everybody_who_answers_for_something_is_asked() {
    let mut desk = Desk::with_drafts();
    assert!(open(&mut desk).is_empty(), "drafts are not told");
    desk.on("2026-01-14");
    desk.approve("the first list", &[]).expect("edition 1");
    assert_eq!(named(&open(&mut desk)), ["A. Novak: HR-1, HR-2", "R. Okafor: IT-2"]);
    desk.edit("IT-2", "the scanner team reports", |d| d.collector = "Scanner team".to_owned());
    assert_eq!(named(&open(&mut desk)), ["A. Novak: HR-1, HR-2", "R. Okafor: IT-2", "Scanner team: IT-2"]);
}

#[test]
fn an_edition_told_is_not_yet_confirmed() {
    let mut desk = Desk::with_edition();
    let to = [(Reach::Everyone, ""), (Reach::Function, "HR"), (Reach::Person, "A. Novak"), (Reach::Person, "a. novak")];
    let done = desk.tell(Told::Edition(Some(1)), &to, "2026-01-14").expect("told");
    assert_eq!(done.summary, "edition 1 told to everyone, HR, A. Novak on 2026-01-14");
    assert!(done.undoable);
    let awareness = desk.dossier("HR-2").awareness;
    assert_eq!(awareness.told.len(), 3, "an edition told counts for its members, each name once");
    assert_eq!(awareness.edition, Some((1, day("2026-01-14"))));
    assert!(awareness.people[0].1.is_personal());
    assert!(!desk.dossier("IT-2").awareness.people[0].1.is_personal(), "R. Okafor was reached among others only");
    assert_eq!(open(&mut desk).len(), 2);

    desk.on("2026-01-16");
    desk.confirm(Told::Edition(None), "A. Novak", "2026-01-16").expect("confirmed");
    assert_eq!(named(&open(&mut desk)), ["R. Okafor: IT-2"]);
    let again = desk.confirm(Told::Edition(Some(1)), "a. novak", "2026-01-16").expect_err("once is enough");
    assert!(again.message.contains("confirmed edition 1 on 2026-01-16 already"), "{again}");
    desk.is_sound();
}

#[test]
fn a_changed_target_is_told_anew_and_wording_is_not() {
    let mut desk = Desk::with_edition();
    for (code, who) in [("HR-1", "A. Novak"), ("HR-2", "A. Novak"), ("IT-2", "R. Okafor")] {
        desk.confirm(of(code), who, "2026-01-14").expect("confirmed");
    }
    desk.edit("IT-2", "said more plainly", |d| d.title = "Weak spots closed in time".to_owned());
    assert!(open(&mut desk).is_empty(), "wording need not be told again");
    desk.edit("HR-2", "asked by the board", |d| d.target = "99".parse().ok());
    assert!(open(&mut desk).is_empty(), "a draft is not told");
    desk.approve("more was asked", &[]).expect("edition 2");
    assert_eq!(named(&open(&mut desk)), ["A. Novak: HR-2"]);
    desk.confirm(Told::Objectives(vec!["HR-2".to_owned()]), "A. Novak", "2026-01-14").expect("confirmed");
    assert!(open(&mut desk).is_empty());
}

#[test]
fn several_objectives_are_told_in_one_operation() {
    let mut desk = Desk::with_edition();
    let before = desk.history().len();
    let what = Told::Objectives(vec!["HR-1".to_owned(), "HR-2".to_owned()]);
    let done = desk.tell(what, &[(Reach::Person, "A. Novak")], "2026-01-14").expect("told");
    assert_eq!((done.touched.len(), desk.history().len()), (2, before + 1));
    desk.run(Command::Undo { seq: None }).expect("it is taken back");
    assert!(desk.dossier("HR-1").awareness.told.is_empty());
    desk.is_sound();
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut desk = Desk::with_edition();
    desk.draft("SEC-3", "Phishing clicks", "K. Lind", "", "96");
    let cases = [
        (of("SEC-3"), vec![(Reach::Person, "K. Lind")], "2026-01-14", "is a draft"),
        (of("HR-2"), vec![], "2026-01-14", "say who was told"),
        (of("HR-2"), vec![(Reach::Person, "  ")], "2026-01-14", "say who was told"),
        (of("HR-2"), vec![(Reach::Person, "A. Novak")], "2026-01-15", "lies in the future"),
        (Told::Edition(Some(4)), vec![(Reach::Everyone, "")], "2026-01-14", "there is no edition 4"),
        (of("HR-7"), vec![(Reach::Everyone, "")], "2026-01-14", "no objective has the code"),
    ];
    for (what, to, on, why) in cases {
        let refusal = desk.tell(what, &to, on).expect_err(why);
        assert!(refusal.to_string().contains(why), "{refusal} does not say {why}");
    }
    let refusal = desk.confirm(of("HR-2"), " ", "2026-01-14").expect_err("nobody");
    assert!(refusal.message.contains("say who confirmed"), "{refusal}");
}

#[test]
fn the_text_to_send_says_what_when_and_where_it_stands() {
    let mut desk = Desk::with_edition();
    desk.on("2026-02-05");
    desk.record("HR-2", "2026-01", "91");
    let open = open(&mut desk);
    let text = &open[0].text;
    for part in [
        "A. Novak,",
        "Halden Medical",
        "HR-2  Leaver access revoked in a day",
        "you own it, measured monthly",
        "≥ 98 %",
        "approved 14 Jan 2026 by Management review",
        "at risk",
        "Please answer",
    ] {
        assert!(text.contains(part), "`{part}` is missing in\n{text}");
    }
    assert!(text.lines().all(|line| !line.ends_with(' ')), "{text}");
    desk.edit("HR-2", "hostile", |d| d.title = "Leavers\u{1b}[2J out\nnow".to_owned());
    let text = desk.session.unconfirmed().expect("who has not confirmed")[0].text.clone();
    assert!(!text.contains('\u{1b}') && text.contains("out now"), "{text}");
}

#[test]
fn who_sat_in_the_approving_body_was_there() {
    let mut desk = Desk::with_drafts();
    desk.draft("SEC-3", "Phishing clicks", "K. Lind", "", "96");
    desk.on("2026-01-14");
    desk.approve("the first list", &[]).expect("edition 1");
    let (name, knowledge) = desk.dossier("SEC-3").awareness.people[0].clone();
    assert_eq!((name.as_str(), knowledge.is_personal(), knowledge.confirmed), ("K. Lind", true, None));
}
