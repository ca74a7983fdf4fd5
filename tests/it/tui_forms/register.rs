//! Forms and meeting against a real register: what they send is what the use cases take, and what is refused comes back
//! to its field.

use sixtwo::app::view::Lens;
use sixtwo::app::{Access, Clock, Command, Env, NewReading, Session, demo};
use sixtwo::domain::period::parse_iso_date;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::ItemState;
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};

use crate::tui::fixture::Screen;

const TODAY: &str = "2026-11-23";

/// A screen at a sample register on disk.
pub(super) struct Seat {
    screen: Screen,
    session: Session,
    folder: tempfile::TempDir,
}

fn env(actor: &str) -> Env {
    Env { clock: Clock::set_to(TODAY).expect("a day"), actor: actor.to_owned(), os_user: "tester".to_owned() }
}

impl Seat {
    pub(super) fn at_the_sample() -> Seat {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sample.sixtwo");
        demo::build(&path, parse_iso_date(TODAY).expect("a day"), &env("M. Silva")).expect("the sample is built");
        let mut session = Session::open(&path, Access::Write, env("M. Silva")).expect("the sample opens");
        let overview = session.overview(Lens::default()).expect("an overview");
        Seat { screen: Screen::showing(overview, 120, 36), session, folder }
    }

    /// Another session on the same file.
    fn colleague(&self) -> Session {
        let path = self.folder.path().join("sample.sixtwo");
        Session::open(&path, Access::Write, env("A. Novak")).expect("a second session")
    }

    /// Presses keys one by one; the register answers between them.
    pub(super) fn press(&mut self, keys: &str) -> &mut Seat {
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
        self
    }

    fn follow(&mut self, effect: Effect) {
        let session = &mut self.session;
        let msg = match effect {
            Effect::LoadDossier(code) => {
                Msg::Dossier(Box::new(session.dossier(&code, Lens::default()).expect("an objective")))
            }
            Effect::Run { asker, command } => {
                let result = session.run(*command);
                let overview = session.overview(Lens::default()).expect("an overview");
                self.screen.send(Msg::Overview(Box::new(overview)));
                Msg::Ran { asker, result }
            }
            Effect::Ask { asker, question } => {
                let lens = Lens::default();
                let result = match question {
                    Question::Dossier(code) => session.dossier(&code, lens).map(|d| Reply::Dossier(Box::new(d))),
                    Question::Review(number) => session.review(number).map(|r| Reply::Review(Box::new(r))),
                    Question::Reviews => session.reviews().map(Reply::Reviews),
                    Question::ReadBack(number) => session.read_back(number).map(|m| Reply::ReadBack(Box::new(m))),
                    Question::Settings => session.settings().map(Reply::Settings),
                    Question::Readiness => session.readiness(lens, None).map(|r| Reply::Readiness(Box::new(r))),
                    Question::Now => Ok(Reply::Moment(session.env().clock.now())),
                    Question::People => session.people(lens).map(|people| Reply::People(Box::new(people))),
                    other => panic!("nobody asks {other:?} here"),
                };
                Msg::Told { asker, result }
            }
            _ => return,
        };
        self.screen.send(msg);
    }

    /// Starts a meeting and goes through what is looked at before the objectives.
    fn meet(&mut self, who: &str) -> &mut Seat {
        self.press(&format!("R{who}<c-s>"));
        while !self.text().contains("Meaning") {
            self.press("<enter>");
        }
        self
    }

    fn select(&mut self, code: &str) -> &mut Seat {
        self.press("<esc><esc>").press(&format!("/{code}<enter>"));
        assert_eq!(self.screen.selected(), code);
        self
    }

    pub(super) fn text(&self) -> String {
        self.screen.text()
    }

    pub(super) fn definition(&mut self, code: &str) -> sixtwo::domain::objective::Definition {
        self.session.dossier(code, Lens::default()).expect("an objective").row.objective.definition
    }

    fn newest(&mut self, code: &str) -> sixtwo::domain::reading::Reading {
        let dossier = self.session.dossier(code, Lens::default()).expect("an objective");
        let standing = dossier.standings.last().expect("a reading");
        dossier.reading_of(standing).expect("the reading that stands").clone()
    }

    fn is_sound(&mut self) {
        assert_eq!(self.session.verify(false).expect("a full check").findings, [""; 0]);
    }
}

#[test]
fn a_whole_meeting_is_kept() {
    let mut seat = Seat::at_the_sample();
    seat.meet("Berg, Okafor");
    let number = seat.session.overview(Lens::default()).expect("an overview").open_review.expect("a meeting is open");
    let place = |seat: &mut Seat, code: &str| {
        let items = seat.session.review(number).expect("the meeting").review.items;
        items.into_iter().find(|item| item.code == code).expect("on the agenda")
    };
    assert!(seat.text().contains("▸ ? OPS-1"), "{}", seat.text());
    seat.press("3/4 one restore failed<enter>aRepeat it<enter><enter>+2w<enter>");
    assert_eq!(place(&mut seat, "OPS-1").state, ItemState::Answered, "{}", seat.text());
    assert_eq!(seat.newest("OPS-1").evaluation, "one restore failed");

    seat.press("<f4>");
    assert_eq!(place(&mut seat, "ENG-1").state, ItemState::Passed);
    assert!(place(&mut seat, "ENG-1").automatic);

    seat.press("<tab>it goes on<tab>k+3m<enter><f8>+1m<enter><enter>");
    let view = seat.session.review(number).expect("the meeting");
    assert!(view.review.closed_at.is_some(), "{}", seat.text());
    assert_eq!(view.actions.iter().map(|a| a.text.as_str()).collect::<Vec<_>>(), ["Repeat it"]);
    let kinds: Vec<DecisionKind> = view.decisions.iter().map(|d| d.kind).collect();
    assert!(kinds.contains(&DecisionKind::Act) && kinds.contains(&DecisionKind::Accept), "{kinds:?}");
    assert!(view.review.next_date.is_some());
    seat.is_sound();
}

#[test]
fn who_is_here_and_what_is_done_change_inside_the_meeting() {
    let mut seat = Seat::at_the_sample();
    seat.meet("Berg").press("3/4 half typed");
    let number = seat.session.overview(Lens::default()).expect("an overview").open_review.expect("a meeting is open");
    seat.press("<f3>, Okafor<enter>");
    assert_eq!(seat.session.review(number).expect("the meeting").review.attendees, ["Berg", "Okafor"]);
    assert!(seat.screen.line_with("Here:").contains("Okafor"), "{}", seat.text());
    assert!(seat.text().contains("half typed"), "what is typed stays: {}", seat.text());

    let open = seat.session.review(number).expect("the meeting").carried_actions;
    let second = &open[1];
    seat.press("<f5>");
    assert!(seat.text().contains(&second.code), "{}", seat.text());
    seat.press("<right><enter><enter>ticket 4711<enter>");
    let left = seat.session.review(number).expect("the meeting").carried_actions;
    assert_eq!(left.len(), open.len() - 1, "{}", seat.text());
    assert!(left.iter().all(|action| action.id != second.id), "the one chosen is done");
    assert!(seat.text().contains("half typed"), "{}", seat.text());
    seat.is_sound();
}

#[test]
fn an_answer_can_be_corrected_and_taken_back() {
    let mut seat = Seat::at_the_sample();
    seat.meet("Berg").press("3/4 one failed<enter>aRepeat it<enter>Lind<enter>+2w<enter>");
    seat.press("<pgup><bs>5<enter><enter><enter><enter><enter><enter>");
    assert_eq!(seat.newest("OPS-1").value.as_typed(), "3/5", "{}", seat.text());
    assert_eq!(seat.newest("OPS-1").evaluation, "one failed");
    let actions = |seat: &mut Seat| {
        let number = seat.session.overview(Lens::default()).expect("an overview").open_review.expect("a meeting");
        seat.session.review(number).expect("the meeting").actions.len()
    };
    assert_eq!(actions(&mut seat), 1, "agreed once");
    seat.press("<f6>");
    assert_eq!(seat.newest("OPS-1").value.as_typed(), "3/4", "{}", seat.text());
    seat.press("<f6>");
    assert_eq!(actions(&mut seat), 0, "{}", seat.text());
    seat.is_sound();
}

#[test]
fn a_form_filled_on_stale_data_asks_which_side_holds() {
    let mut seat = Seat::at_the_sample();
    seat.select("HR-1").press("m<s-tab><c-u>2026-10<tab>7/8");
    let earlier = seat.newest("HR-1");
    let theirs = NewReading {
        code: "HR-1".to_owned(),
        period: earlier.measured_on.to_string(),
        value: "6/8".parse().ok(),
        reason: "recounted".to_owned(),
        ..NewReading::default()
    };
    seat.colleague().run(Command::RecordReading(Box::new(theirs))).expect("the colleague is first");
    seat.press("<c-s>");
    let text = seat.text();
    assert!(text.contains("yours   7/8") && text.contains("theirs  6/8") && text.contains("A. Novak"), "{text}");
    assert_eq!(seat.newest("HR-1").value.as_typed(), "6/8", "nothing is overwritten unasked");
    seat.press("<enter>");
    assert_eq!(seat.newest("HR-1").value.as_typed(), "7/8", "{}", seat.text());
    seat.is_sound();
}

#[test]
fn an_edit_on_stale_data_overwrites_nothing_it_did_not_touch() {
    let mut seat = Seat::at_the_sample();
    seat.select("CUL-1").press("e<c-u>Security is everybody's work");
    let mut other = seat.colleague();
    let row = other.dossier("CUL-1", Lens::default()).expect("the draft").row;
    let mut definition = row.objective.definition.clone();
    definition.title = "Another title".to_owned();
    definition.owner = "T. Tan".to_owned();
    definition.target = "90".parse().ok();
    let edit = Command::EditObjective {
        code: "CUL-1".to_owned(),
        base: row.changed_seq,
        definition: Box::new(definition),
        reason: String::new(),
        cause: None,
        series: None,
    };
    other.run(edit).expect("the colleague is first");
    seat.press("<c-s>");
    assert!(seat.text().contains("theirs  Another title"), "{}", seat.text());
    seat.press("<enter>");
    let kept = seat.session.dossier("CUL-1", Lens::default()).expect("the draft").row.objective.definition;
    assert_eq!(kept.title, "Security is everybody's work", "{}", seat.text());
    assert_eq!((kept.owner.as_str(), kept.target), ("T. Tan", "90".parse().ok()));
    seat.is_sound();
}

#[test]
fn an_objective_is_written_and_put_in_force() {
    let mut seat = Seat::at_the_sample();
    seat.press("n<enter>NEW-7<enter>Backups are restored<enter><right><right><tab>I. Tan<tab><tab><tab><tab><tab>");
    seat.press("Plan agreed | 2026-12-15<enter>All restored<c-s>");
    assert!(seat.screen.model.layers.is_empty(), "{}", seat.text());
    seat.select("NEW-7").press("ABoard<enter><enter><enter>minutes 12<enter><enter><enter>");
    let row = seat.session.dossier("NEW-7", Lens::default()).expect("the new objective").row;
    assert_eq!(row.version.in_force, Some(1), "{}", seat.text());
    assert_eq!(row.objective.definition.criteria.len(), 2);
    seat.press("m<tab><tab>minutes 13<enter>");
    let row = seat.session.dossier("NEW-7", Lens::default()).expect("the new objective").row;
    assert_eq!(row.objective.criteria_done.len(), 1, "{}", seat.text());
    seat.is_sound();
}

#[test]
fn a_title_is_judged_by_the_words_the_register_has() {
    let mut seat = Seat::at_the_sample();
    let words =
        Command::ChangeSetting { name: "rc-03.verbs".to_owned(), value: "verbessern, stärken".to_owned(), from: None };
    seat.session.run(words).expect("the words are set");
    seat.press("n<enter><tab>Verbessern der Sicherheit");
    assert!(seat.text().contains("What number would show it is done?"), "{}", seat.text());
    seat.press("<c-u>Improve security");
    assert!(!seat.text().contains("What number"), "{}", seat.text());
}

#[test]
fn what_the_register_refuses_stands_at_its_field() {
    let mut seat = Seat::at_the_sample();
    seat.press("n<enter>IT-2<enter>A second one<c-s>");
    assert!(seat.screen.line_with("! Code").contains("taken"), "{}", seat.text());
    seat.press("<c-u>IT-9<tab><tab><tab><tab><tab><tab>NOWHERE<c-s>");
    assert!(seat.screen.line_with("! Contributes to").contains("NOWHERE"), "{}", seat.text());
    seat.press("<c-u><c-s>");
    assert!(seat.screen.model.row("IT-9").is_some(), "{}", seat.text());
}

#[test]
fn a_value_that_stood_in_minutes_asks_for_a_reason() {
    let mut seat = Seat::at_the_sample();
    let shown = seat.session.reviews().expect("the meetings").into_iter().find(|r| r.review.closed_at.is_some());
    let shown = shown.expect("a closed meeting").review.items;
    let item = shown.iter().find(|item| item.code == "IT-2" && item.measured_on.is_some()).expect("IT-2 was looked at");
    let day = item.measured_on.expect("a day");
    seat.select("IT-2").press(&format!("m<s-tab><c-u>{day}<tab>40/47<c-s>"));
    assert!(seat.text().contains("Why corrected"), "{}", seat.text());
    seat.press("two were counted twice<c-s>");
    assert!(seat.screen.model.layers.is_empty(), "{}", seat.text());
    seat.is_sound();
}

#[test]
fn a_setting_is_changed_from_a_day_on() {
    let mut seat = Seat::at_the_sample();
    seat.press("s");
    assert!(seat.text().contains("Tolerance behind"), "{}", seat.text());
    seat.press("<tab><tab><c-u>12<c-s>");
    let settings = seat.session.settings().expect("the settings");
    let tolerance = settings.iter().find(|s| s.name == "tolerance_behind").expect("the tolerance");
    assert_eq!(tolerance.value, "12", "{}", seat.text());
    seat.press("Sbefore the audit<enter>");
    assert_eq!(seat.session.snapshots().expect("the snapshots")[0].name, "before the audit");
}

#[test]
fn a_finding_leads_to_the_field_that_mends_it_and_is_gone_when_it_is_mended() {
    let mut seat = Seat::at_the_sample();
    seat.press("4");
    assert!(seat.text().contains("First these"), "{}", seat.text());
    while !seat.screen.line_with("Mends it").contains("State budget") {
        let before = seat.text();
        seat.press("<down>");
        assert_ne!(before, seat.text(), "OPS-1 has no resources, and the list says so");
    }
    seat.press("<enter>two days a quarter<c-s>");
    let row = seat.session.dossier("OPS-1", Lens::default()).expect("the objective").row;
    assert_eq!(row.objective.definition.resources, "two days a quarter", "{}", seat.text());
    assert!(!seat.text().contains("No resources"), "the screen looked again:\n{}", seat.text());
    seat.is_sound();
}

#[test]
fn a_finding_is_accepted_with_a_reason_until_a_day_and_taken_back() {
    let mut seat = Seat::at_the_sample();
    let count = |seat: &mut Seat| {
        let readiness = seat.session.readiness(Lens::default(), None).expect("a check");
        (readiness.findings.len(), readiness.dismissed.len())
    };
    let (found, accepted) = count(&mut seat);
    assert!(found > 3 && accepted == 0);
    seat.press("4d<c-s>");
    assert_eq!(count(&mut seat).1, 0, "nothing is accepted without a reason: {}", seat.text());
    seat.press("the archive moves in March<enter>M. Silva<enter>2027-03-31<c-s>");
    assert_eq!(count(&mut seat), (found - 1, 1), "{}", seat.text());
    seat.press("G");
    while !seat.text().contains("Accepted  the archive moves in March; M. Silva, until 31 Mar 2027") {
        let before = seat.text();
        seat.press("<up>");
        assert_ne!(before, seat.text(), "what is accepted stands in the list");
    }
    seat.press("d");
    assert_eq!(count(&mut seat), (found, 0), "{}", seat.text());
    seat.is_sound();
}
