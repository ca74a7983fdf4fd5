//! The screen of the list and the versions of one objective, against a real register.

use sixtwo::app::view::Lens;
use sixtwo::domain::communication::Reach;
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};

use super::desk::{Desk, of};
use crate::tui::fixture::Screen;

/// A screen at a register on disk.
struct Seat {
    screen: Screen,
    desk: Desk,
}

impl Seat {
    fn at(mut desk: Desk, width: u16, height: u16) -> Seat {
        let overview = desk.session.overview(Lens::default()).expect("an overview");
        Seat { screen: Screen::showing(overview, width, height), desk }
    }

    /// Presses keys one by one; the register answers between them.
    fn press(&mut self, keys: &str) -> String {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.find('>').filter(|_| first == '<');
            let (key, tail) = rest.split_at(named.map_or(first.len_utf8(), |end| end + 1));
            self.screen.press(key);
            while !self.screen.asked.is_empty() {
                for effect in std::mem::take(&mut self.screen.asked) {
                    self.follow(effect);
                }
            }
            rest = tail;
        }
        self.screen.text()
    }

    fn follow(&mut self, effect: Effect) {
        let session = &mut self.desk.session;
        let lens = Lens::default();
        let msg = match effect {
            Effect::LoadDossier(code) => Msg::Dossier(Box::new(session.dossier(&code, lens).expect("an objective"))),
            Effect::Run { asker, command } => {
                let result = session.run(*command);
                let overview = session.overview(lens).expect("an overview");
                self.screen.send(Msg::Overview(Box::new(overview)));
                Msg::Ran { asker, result }
            }
            Effect::Ask { asker, question } => {
                let result = match question {
                    Question::Dossier(code) => session.dossier(&code, lens).map(|d| Reply::Dossier(Box::new(d))),
                    Question::Editions => {
                        session.editions_picture(Default::default()).map(|p| Reply::Editions(Box::new(p)))
                    }
                    Question::People => session.people(lens).map(|people| Reply::People(Box::new(people))),
                    other => panic!("nobody asks {other:?} here"),
                };
                Msg::Told { asker, result }
            }
            _ => return,
        };
        self.screen.send(msg);
    }
}

/// Two editions, a draft that waits, one that is not ready, somebody who has confirmed.
fn busy() -> Desk {
    let mut desk = Desk::with_edition();
    let to = [(Reach::Everyone, ""), (Reach::Person, "A. Novak")];
    desk.tell(sixtwo::app::editions::Told::Edition(Some(1)), &to, "2026-01-14").expect("told");
    desk.confirm(of("IT-2"), "R. Okafor", "2026-01-14").expect("confirmed");
    desk.on("2026-03-02");
    desk.edit("HR-1", "the feed of HR is daily now", |d| d.target = "99".parse().ok());
    desk.approve("the board asked for more", &[]).expect("edition 2");
    desk.on("2026-03-20");
    desk.edit("HR-2", "asked by the board", |d| {
        d.target = "99".parse().ok();
        d.resources = "four days a month of the team and the gateway".to_owned();
    });
    desk.draft("CUL-1", "Strengthen the culture", "P. Costa", "", "");
    desk
}

#[test]
fn the_screen_of_the_list_at_100_by_30() {
    let mut seat = Seat::at(busy(), 100, 30);
    insta::assert_snapshot!(seat.press("8"));
}

#[test]
fn an_edition_against_the_one_before() {
    let mut seat = Seat::at(busy(), 120, 36);
    insta::assert_snapshot!(seat.press("8j"));
}

#[test]
fn who_has_not_confirmed_is_one_key_away_with_a_text() {
    let mut seat = Seat::at(busy(), 120, 36);
    insta::assert_snapshot!(seat.press("8o"));
}

#[test]
fn the_versions_of_an_objective_word_by_word() {
    let mut seat = Seat::at(busy(), 120, 36);
    insta::assert_snapshot!(seat.press("/HR-2<enter>v"));
}

#[test]
fn the_list_is_approved_on_the_screen() {
    let mut seat = Seat::at(busy(), 100, 30);
    let form = seat.press("8A");
    assert!(form.contains("Approve edition 3") && form.contains("CUL-1"), "{form}");
    assert!(form.contains("M. Berg; K. Lind"), "the people of the last edition are offered: {form}");
    let refused = seat.press("<c-s>");
    assert!(refused.contains("Why is missing"), "{refused}");
    let done = seat.press("asked by the board<c-s>");
    assert!(done.contains("edition 3 approved by Management review"), "{done}");
    assert!(done.contains("edition 3 + 1 change"), "the one left out still waits: {done}");
    let dossier = seat.desk.dossier("HR-2");
    assert_eq!((dossier.row.version.in_force, dossier.row.version.draft), (Some(2), None));
    seat.desk.is_sound();
}

#[test]
fn somebody_is_told_and_confirms_on_the_screen() {
    let mut seat = Seat::at(busy(), 100, 30);
    let form = seat.press("8oT");
    assert!(form.contains("Told: HR-1, HR-2") && form.contains("A. Novak"), "{form}");
    seat.press("<tab><tab><tab>mail<c-s>");
    assert!(seat.desk.dossier("HR-1").awareness.people[0].1.is_personal());
    let done = seat.press("C<c-s>");
    assert!(done.contains("confirmed by A. Novak"), "{done}");
    assert!(!done.contains("Not confirmed"), "nobody is left: {done}");
    assert!(seat.press("o").contains("everybody has confirmed"));
}

#[test]
fn the_draft_of_one_objective_is_approved_from_its_versions() {
    let mut seat = Seat::at(busy(), 100, 30);
    seat.press("/HR-2<enter>vA");
    let done = seat.press("M. Berg<c-s>");
    assert!(done.contains("HR-2 version 2 in force"), "{done}");
    assert!(done.contains("HR-2  version 2"), "the versions are read again: {done}");
    assert!(seat.press("A").contains("nothing of HR-2 waits"));
}

#[test]
fn a_new_code_in_the_closing_form_carries_the_objective_on() {
    let mut desk = busy();
    desk.record("HR-1", "2026-01", "100");
    let mut seat = Seat::at(desk, 120, 36);
    seat.press("/HR-1<enter>X<left><tab><tab>measured by payroll<tab>Management review<tab>MR 26-3<tab>HR-9<c-s>");
    let new = seat.desk.dossier("HR-9");
    assert_eq!(new.predecessor.expect("HR-1 goes on").closing.reference, "MR 26-3");
    insta::assert_snapshot!(seat.press("<esc><esc>/HR-9<enter><enter>"));
    seat.desk.is_sound();
}

#[test]
fn what_waits_is_marked_on_home() {
    let mut seat = Seat::at(busy(), 100, 30);
    let home = seat.press("/HR-2<enter>");
    assert!(home.contains("edition 2 + 2 changes"), "{home}");
    assert!(home.contains("+ Leaver access"), "{home}");
    assert!(home.contains("version 1, draft 2"), "{home}");
}

#[test]
fn it_is_drawn_at_every_size() {
    for (width, height) in [(80, 24), (100, 30), (120, 36), (200, 60), (64, 18)] {
        for keys in ["8", "8jj", "8o", "8G", "<esc><esc>v", "v<tab>"] {
            let mut seat = Seat::at(busy(), width, height);
            let text = seat.press(keys);
            assert_eq!(text.lines().count(), usize::from(height), "{keys} at {width} by {height}");
        }
    }
}

#[test]
fn a_register_without_anything_says_so() {
    let mut seat = Seat::at(Desk::new(), 80, 24);
    let text = seat.press("8");
    assert!(text.contains("next, edition 1") && text.contains("No draft waits"), "{text}");
    assert!(seat.press("A").contains("there is no list to approve"));
    assert!(seat.press("T").contains("no edition was approved yet"));
}
