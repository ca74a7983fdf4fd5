//! The period grid at a register on disk whose clock can be set: every effect is carried out between two keys.

use std::path::PathBuf;

use sixtwo::app::view::{HistoryQuery, Lens};
use sixtwo::app::{Access, Clock, Command, Env, Session, demo};
use sixtwo::domain::objective::{Definition, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar};
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};

use crate::tui::fixture::Screen;

/// A screen with a register behind it.
pub struct Desk {
    pub screen: Screen,
    pub session: Session,
    pub lens: Lens,
    /// What was put into the clipboard.
    pub copied: Vec<String>,
    _folder: tempfile::TempDir,
}

pub fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

fn env(on: &str) -> Env {
    Env { clock: Clock::set_to(on).expect("a day"), actor: "M. Berg".to_owned(), os_user: "tester".to_owned() }
}

/// A percentage to be held every month of 2026.
pub fn held(title: &str) -> Definition {
    Definition {
        unit: "%".to_owned(),
        operator: Some(Operator::AtLeast),
        owner: "A. Novak".to_owned(),
        target: "95".parse().ok(),
        warn: "93".parse().ok(),
        ..Definition::titled(title, day("2026-01-01"))
    }
}

/// Twenty of them, `M-01` to `M-20`.
pub fn twenty() -> Vec<(String, Definition)> {
    (1..=20).map(|n| (format!("M-{n:02}"), held(&format!("Measure {n}")))).collect()
}

impl Desk {
    /// A register with these objectives, in force since New Year; then it is 5 November 2026.
    pub fn with(objectives: &[(String, Definition)]) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("r.sixtwo");
        let calendar = FiscalCalendar::default();
        let mut session =
            Session::create_demo(&path, "Halden Medical", calendar, env("2026-01-01")).expect("a register");
        for (code, definition) in objectives {
            let create = Command::CreateObjective { code: code.clone(), definition: Box::new(definition.clone()) };
            session.run(create).expect("a draft");
        }
        let approve = Command::Approve {
            codes: objectives.iter().map(|(code, _)| code.clone()).collect(),
            by: "Board".to_owned(),
            people: Vec::new(),
            on: day("2026-01-01"),
            reference: "minutes 1".to_owned(),
            effective: None,
            cause: None,
        };
        session.run(approve).expect("approved");
        Desk::at(session, folder, "2026-11-05T09:42:00Z", (120, 36))
    }

    /// The sample register on a day.
    pub fn sample(on: &str, size: (u16, u16)) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let path: PathBuf = folder.path().join("d.sixtwo");
        demo::build(&path, day(&on[..10]), &env(on)).expect("the sample register");
        let session = Session::open(&path, Access::Write, env(on)).expect("it opens");
        Desk::at(session, folder, on, size)
    }

    fn at(mut session: Session, folder: tempfile::TempDir, on: &str, (width, height): (u16, u16)) -> Desk {
        session.set_clock(Clock::set_to(on).expect("a moment")).expect("a sample's clock");
        let overview = session.overview(Lens::default()).expect("an overview");
        let screen = Screen::showing(overview, width, height);
        let mut desk = Desk { screen, session, lens: Lens::default(), copied: Vec::new(), _folder: folder };
        desk.settle();
        desk
    }

    /// A write beside the screen.
    pub fn run(&mut self, command: Command) {
        self.session.run(command).expect("done");
        let overview = self.session.overview(self.lens).expect("an overview");
        self.screen.send(Msg::Overview(Box::new(overview)));
        self.screen.send(Msg::ChangedElsewhere);
        self.settle();
    }

    /// Presses keys one by one; the register answers between them.
    pub fn press(&mut self, keys: &str) -> &mut Desk {
        for key in split(keys) {
            self.screen.press(key);
            self.settle();
        }
        self
    }

    /// Presses keys faster than the register answers.
    pub fn press_at_once(&mut self, keys: &str) -> &mut Desk {
        self.screen.press(keys);
        self.settle();
        self
    }

    /// Pastes in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Desk {
        self.screen.send(Msg::Paste(text.to_owned()));
        self.settle();
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
                    Question::Grid(day) => session.grid(day, self.lens).map(|grid| Reply::Grid(Box::new(grid))),
                    Question::Now => Ok(Reply::Moment(session.env().clock.now())),
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
            Effect::Copy(text) => return self.copied.push(text),
            _ => return,
        };
        self.screen.send(msg);
    }

    pub fn text(&self) -> String {
        self.screen.text()
    }

    /// The line of the grid that begins with a code.
    pub fn row(&self, code: &str) -> String {
        let text = self.text();
        let of_code = |line: &&str| line.trim_matches(['┃', '│', '▸', ' ']).starts_with(code);
        text.lines().find(of_code).unwrap_or_default().to_owned()
    }

    /// The line above the footer.
    pub fn status(&self) -> String {
        self.screen.model.status.as_ref().map(|status| status.text.clone()).unwrap_or_default()
    }

    /// The value that stands for a period of an objective, as it was typed, with what it means; empty for none.
    pub fn value(&mut self, code: &str, day: &str) -> (String, String) {
        let dossier = self.session.dossier(code, Lens::default()).expect("the objective");
        let on = self::day(day);
        let standing = dossier.standings.iter().find(|standing| standing.period.contains(on));
        let reading = standing.and_then(|standing| dossier.reading_of(standing));
        reading.map(|r| (r.value.as_typed(), r.evaluation.clone())).unwrap_or_default()
    }

    /// How many operations the history has.
    pub fn entries(&mut self) -> usize {
        let all = HistoryQuery::newest(500);
        self.session.history(&all).expect("a history").len()
    }
}

/// Keys one by one: characters, and names in angle brackets.
pub fn split(keys: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.find('>').filter(|_| first == '<');
        let (key, tail) = rest.split_at(named.map_or(first.len_utf8(), |end| end + 1));
        all.push(key);
        rest = tail;
    }
    all
}
