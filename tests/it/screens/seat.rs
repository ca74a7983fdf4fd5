//! A screen at a register on disk whose clock can be set: every effect is carried out between two keys.

use sixtwo::app::view::Lens;
use sixtwo::app::{Clock, Command, Env, NewReading, Outcome, Session};
use sixtwo::domain::objective::{Baseline, Definition, Kind, Link, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar};
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};

use crate::tui::fixture::Screen;

/// A register of a company whose fiscal year begins in April.
pub struct Seat {
    pub screen: Screen,
    pub session: Session,
    pub lens: Lens,
    _folder: tempfile::TempDir,
}

pub fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// A level to be held in every month.
pub fn held(title: &str) -> Definition {
    let target = "95".parse().ok();
    let link = Link { kind: "risk".to_owned(), reference: "R-014".to_owned(), because: String::new() };
    Definition {
        metric: "share in time".to_owned(),
        unit: "%".to_owned(),
        operator: Some(Operator::AtLeast),
        owner: "A. Novak".to_owned(),
        due: Some(day("2026-03-31")),
        target,
        links: vec![link],
        ..Definition::titled(title, day("2025-04-01"))
    }
}

/// A level to be got to.
pub fn reached(title: &str) -> Definition {
    let baseline = "40".parse().ok().map(|value| Baseline { value, date: None, estimated: false });
    Definition { kind: Kind::Reach, baseline, ..held(title) }
}

fn env(on: &str) -> Env {
    Env { clock: Clock::set_to(on).expect("a day"), actor: "M. Berg".to_owned(), os_user: "tester".to_owned() }
}

impl Seat {
    /// A register with these objectives, approved on 5 April 2025; then it is 20 April 2026.
    pub fn with(objectives: &[(&str, Definition)]) -> Seat {
        let folder = tempfile::tempdir().expect("a folder");
        let calendar = FiscalCalendar { start_month: 4, ..FiscalCalendar::default() };
        let path = folder.path().join("r.sixtwo");
        let mut session =
            Session::create_demo(&path, "Halden Medical", calendar, env("2025-04-05")).expect("a register");
        for (code, definition) in objectives {
            let create =
                Command::CreateObjective { code: (*code).to_owned(), definition: Box::new(definition.clone()) };
            session.run(create).expect("a draft");
        }
        if !objectives.is_empty() {
            session
                .run(Command::Approve {
                    codes: objectives.iter().map(|(code, _)| (*code).to_owned()).collect(),
                    by: "Board".to_owned(),
                    people: Vec::new(),
                    on: day("2025-04-05"),
                    reference: "minutes 1".to_owned(),
                    effective: None,
                    cause: None,
                })
                .expect("approved");
        }
        let overview = session.overview(Lens::default()).expect("an overview");
        let screen = Screen::showing(overview, 120, 36);
        let mut seat = Seat { screen, session, lens: Lens::default(), _folder: folder };
        seat.on("2026-04-20");
        seat
    }

    /// Seven levels that are held, to 31 March 2026.
    pub fn with_seven() -> Seat {
        let titles = ["Access", "Backups", "Changes", "Devices", "Encryption", "Findings", "Gates"];
        let objectives: Vec<(String, Definition)> =
            titles.iter().map(|title| (format!("{}-1", &title[..1]), held(title))).collect();
        let listed: Vec<(&str, Definition)> =
            objectives.iter().map(|(code, definition)| (code.as_str(), definition.clone())).collect();
        Seat::with(&listed)
    }

    /// Sets the clock.
    pub fn on(&mut self, text: &str) -> &mut Seat {
        self.session.set_clock(Clock::set_to(text).expect("a day")).expect("a sample's clock");
        self.refresh();
        self
    }

    /// A write beside the screen.
    pub fn run(&mut self, command: Command) -> Outcome {
        let outcome = self.session.run(command).expect("done");
        self.refresh();
        outcome
    }

    fn refresh(&mut self) {
        let overview = self.session.overview(self.lens).expect("an overview");
        self.screen.send(Msg::Overview(Box::new(overview)));
        self.settle();
    }

    /// Presses keys one by one; the register answers between them.
    pub fn press(&mut self, keys: &str) -> &mut Seat {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.find('>').filter(|_| first == '<');
            let (key, tail) = rest.split_at(named.map_or(first.len_utf8(), |end| end + 1));
            self.screen.press(key);
            self.settle();
            rest = tail;
        }
        self
    }

    fn settle(&mut self) {
        while !self.screen.asked.is_empty() {
            for effect in std::mem::take(&mut self.screen.asked) {
                self.follow(effect);
            }
        }
    }

    fn follow(&mut self, effect: Effect) {
        let msg = match effect {
            Effect::LoadDossier(code) => match self.session.dossier(&code, self.lens) {
                Ok(dossier) => Msg::Dossier(Box::new(dossier)),
                Err(refusal) => Msg::ReadFailed(refusal),
            },
            Effect::Run { asker, command } => {
                let result = self.session.run(*command);
                let overview = self.session.overview(self.lens).expect("an overview");
                self.screen.send(Msg::Overview(Box::new(overview)));
                Msg::Ran { asker, result }
            }
            Effect::Ask { asker, question } => {
                let session = &mut self.session;
                let result = match question {
                    Question::History(query) => session.history(&query).map(|found| Reply::History(query, found)),
                    Question::InForce(day) => session.in_force_on(day).map(|listed| Reply::InForce(day, listed)),
                    Question::Walk => session.walk(None, self.lens).map(|walk| Reply::Walk(walk.map(Box::new))),
                    Question::Editions => {
                        session.editions_picture(Default::default()).map(|all| Reply::Editions(Box::new(all)))
                    }
                    Question::Review(number) => session.review(number).map(|view| Reply::Review(Box::new(view))),
                    Question::Reviews => session.reviews().map(Reply::Reviews),
                    Question::Calendar => session.meeting_calendar(self.lens).map(Reply::Calendar),
                    Question::ReadBack(number) => {
                        session.read_back(number).map(|minutes| Reply::ReadBack(Box::new(minutes)))
                    }
                    Question::Now => Ok(Reply::Moment(session.env().clock.now())),
                    Question::Comparison { one, other } => session
                        .compare_snapshots(one, other, self.lens)
                        .map(|comparison| Reply::Comparison(Box::new(comparison))),
                    Question::People => session.people(self.lens).map(|all| Reply::People(Box::new(all))),
                    Question::Snapshots => session.snapshots().map(Reply::Snapshots),
                    Question::Dossier(code) => {
                        session.dossier(&code, self.lens).map(|dossier| Reply::Dossier(Box::new(dossier)))
                    }
                    _ => return,
                };
                Msg::Told { asker, result }
            }
            Effect::Look(lens) => {
                self.lens = lens;
                Msg::Overview(Box::new(self.session.overview(lens).expect("an overview")))
            }
            _ => return,
        };
        self.screen.send(msg);
    }

    pub fn text(&self) -> String {
        self.screen.text()
    }

    /// The line above the footer.
    pub fn status(&self) -> String {
        self.screen.model.status.as_ref().map(|status| status.text.clone()).unwrap_or_default()
    }
}

/// A reading of A-1, or with a reason its correction.
pub fn reading(period: &str, value: &str, reason: &str) -> Command {
    Command::RecordReading(Box::new(NewReading {
        code: "A-1".to_owned(),
        period: period.to_owned(),
        value: value.parse().ok(),
        reason: reason.to_owned(),
        ..NewReading::default()
    }))
}
