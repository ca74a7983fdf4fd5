//! A register of three objectives whose clock the test sets.

use std::path::PathBuf;

use sixtwo::app::editions::{EditionApproval, EditionCommand, Told};
use sixtwo::app::view::{Dossier, HistoryEntry, HistoryQuery, Lens};
use sixtwo::app::{Access, Clock, Command, Env, NewReading, Outcome, Refusal, Session};
use sixtwo::domain::communication::Reach;
use sixtwo::domain::objective::{Definition, Direction};
use sixtwo::domain::period::{Date, FiscalCalendar, parse_iso_date};
use sixtwo::domain::version::Version;
use tempfile::TempDir;

/// A date from its ISO text.
pub fn day(text: &str) -> Date {
    parse_iso_date(text).expect("a date")
}

/// A session on a register of its own.
pub struct Desk {
    pub session: Session,
    folder: TempDir,
}

fn env(today: &str) -> Env {
    Env { clock: Clock::set_to(today).expect("a day"), actor: "M. Silva".to_owned(), os_user: "silva".to_owned() }
}

impl Desk {
    /// An empty register, opened on 10 January 2026.
    pub fn new() -> Desk {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("r.sixtwo");
        let session = Session::create_demo(&path, "Halden Medical", FiscalCalendar::default(), env("2026-01-10"));
        Desk { session: session.expect("a register"), folder }
    }

    /// With IT-2, HR-1 and HR-2 as drafts.
    pub fn with_drafts() -> Desk {
        let mut desk = Desk::new();
        desk.draft("IT-2", "Critical vulnerabilities in SLA", "R. Okafor", "IT operations", "95");
        desk.draft("HR-1", "Leavers through the checklist", "A. Novak", "HR", "100");
        desk.draft("HR-2", "Leaver access revoked in a day", "A. Novak", "HR", "98");
        desk
    }

    /// With edition 1 approved on 14 January 2026.
    pub fn with_edition() -> Desk {
        let mut desk = Desk::with_drafts();
        desk.on("2026-01-14");
        desk.approve("the first list", &[]).expect("edition 1");
        desk
    }

    /// Goes on to another day.
    pub fn on(&mut self, today: &str) -> &mut Desk {
        self.session.set_clock(Clock::set_to(today).expect("a day")).expect("a demo register");
        self
    }

    /// Where the register lies.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("r.sixtwo")
    }

    /// A second session on the same day.
    pub fn colleague(&self, today: &str) -> Session {
        Session::open(&self.path(), Access::Write, env(today)).expect("a second session")
    }

    pub fn run(&mut self, command: Command) -> Result<Outcome, Refusal> {
        self.session.run(command)
    }

    /// A measured objective as a draft.
    pub fn draft(&mut self, code: &str, title: &str, owner: &str, function: &str, target: &str) {
        let definition = Definition {
            owner: owner.to_owned(),
            function: function.to_owned(),
            metric: title.to_lowercase(),
            unit: "%".to_owned(),
            direction: Some(Direction::Higher),
            target: target.parse().ok(),
            resources: "two days a month of the team".to_owned(),
            ..Definition::titled(title, day("2026-01-01"))
        };
        let create = Command::CreateObjective { code: code.to_owned(), definition: Box::new(definition) };
        self.run(create).expect("a draft");
    }

    /// Changes an objective and says why.
    pub fn edit(&mut self, code: &str, reason: &str, change: impl FnOnce(&mut Definition)) -> Outcome {
        let row = self.dossier(code).row;
        let newest = self.dossier(code).versions.pop().expect("a version");
        let mut definition = newest.definition;
        change(&mut definition);
        let edit = Command::EditObjective {
            code: code.to_owned(),
            base: row.changed_seq,
            definition: Box::new(definition),
            reason: reason.to_owned(),
            cause: None,
            series: None,
        };
        self.run(edit).expect("an edit")
    }

    /// A closed objective is not changed any more.
    pub fn edit_refused(&mut self, code: &str) {
        let row = self.dossier(code).row;
        let mut definition = row.objective.definition.clone();
        definition.title.push_str(" again");
        let edit = Command::EditObjective {
            code: code.to_owned(),
            base: row.changed_seq,
            definition: Box::new(definition),
            reason: String::new(),
            cause: None,
            series: None,
        };
        assert!(self.run(edit).expect_err("it is closed").message.contains("not changed any more"));
    }

    /// Approves the list as the management review.
    pub fn approve(&mut self, why: &str, leave_out: &[&str]) -> Result<Outcome, Refusal> {
        self.run(Command::Editions(EditionCommand::Approve(Box::new(EditionApproval {
            body: "Management review".to_owned(),
            people: vec!["M. Berg".to_owned(), "K. Lind".to_owned()],
            minutes: "MR 26-1".to_owned(),
            why: why.to_owned(),
            leave_out: leave_out.iter().map(|code| (*code).to_owned()).collect(),
            ..EditionApproval::default()
        }))))
    }

    /// Tells something.
    pub fn tell(&mut self, what: Told, to: &[(Reach, &str)], on: &str) -> Result<Outcome, Refusal> {
        self.run(Command::Editions(EditionCommand::Communicate {
            what,
            audience: to.iter().map(|(reach, name)| (*reach, (*name).to_owned())).collect(),
            channel: "mail".to_owned(),
            place: String::new(),
            on: day(on),
        }))
    }

    /// Somebody confirms something.
    pub fn confirm(&mut self, what: Told, person: &str, on: &str) -> Result<Outcome, Refusal> {
        let (person, note) = (person.to_owned(), String::new());
        self.run(Command::Editions(EditionCommand::Acknowledge { what, person, on: day(on), note }))
    }

    /// A reading.
    pub fn record(&mut self, code: &str, period: &str, value: &str) {
        let reading = NewReading {
            code: code.to_owned(),
            period: period.to_owned(),
            value: value.parse().ok(),
            ..NewReading::default()
        };
        self.run(Command::RecordReading(Box::new(reading))).expect("a reading");
    }

    pub fn dossier(&mut self, code: &str) -> Dossier {
        self.session.dossier(code, Lens::default()).expect("an objective")
    }

    /// A version by its number.
    pub fn version(&mut self, code: &str, number: u32) -> Version {
        let versions = self.dossier(code).versions;
        versions.into_iter().find(|version| version.number == number).expect("the version")
    }

    pub fn history(&mut self) -> Vec<HistoryEntry> {
        self.session.history(&HistoryQuery::newest(200)).expect("the history")
    }

    /// The file is what its journal says.
    pub fn is_sound(&mut self) {
        assert_eq!(self.session.verify(false).expect("a full check").findings, [""; 0]);
    }
}

/// Of one objective, by its code.
pub fn of(code: &str) -> Told {
    Told::Objective(code.to_owned())
}
