//! An open register: runs commands, answers with pictures.

use std::path::Path;

use super::approvals::Approval;
use super::objectives::Said;
use super::refusal::{Refusal, RefusalKind};
use super::rules::{self, BEGINNING};
use super::{Clock, Command, Moment, Outcome};
use crate::domain::objective::Closing;
use crate::domain::operation::Operation;
use crate::domain::period::FiscalCalendar;
use crate::store::{self, Entity, Envelope, Register, Store, fields};

/// Who works, and where the time comes from.
#[derive(Clone, Debug)]
pub struct Env {
    /// The clock.
    pub clock: Clock,
    /// Who writes: `--as`, else the config file, else the OS user.
    pub actor: String,
    /// The OS user.
    pub os_user: String,
}

/// What a register is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing.
    Write,
    /// Reading only: nothing is written, not even beside the file.
    ReadOnly,
}

/// An open register.
pub struct Session {
    pub(crate) store: Store,
    pub(crate) env: Env,
    pub(crate) access: Access,
    pub(super) seen_version: i64,
    /// Others look on: drafts are not shown.
    pub(super) showing: bool,
    /// Closing a meeting writes its minutes beside the register.
    pub(super) papers_at_close: bool,
}

impl Session {
    /// Opens a register. The ladder of checks runs before SQLite touches the file; a refusal leaves it and its
    /// neighbours byte-identical. A set clock is refused unless the register is a demo.
    pub fn open(path: &Path, access: Access, env: Env) -> Result<Session, Refusal> {
        let store = Store::open(path, access.into())?;
        let demo = store.reader().register()?.demo;
        if env.clock != Clock::System && !demo {
            return Err(Refusal::new(RefusalKind::Usage, "SIXTWO_NOW works only on demo registers")
                .next("unset it, or look at a past day with --as-of"));
        }
        let seen_version = store.data_version()?;
        Ok(Session { store, env, access, seen_version, showing: false, papers_at_close: true })
    }

    /// Creates a register; refuses a path that exists.
    pub fn create(path: &Path, organization: &str, calendar: FiscalCalendar, env: Env) -> Result<Session, Refusal> {
        if env.clock != Clock::System {
            return Err(Refusal::new(RefusalKind::Usage, "SIXTWO_NOW works only on demo registers").next("unset it"));
        }
        Session::create_register(path, organization, calendar, env, false)
    }

    /// Creates a demo register, whose clock may be set: every entry is marked so.
    pub fn create_demo(
        path: &Path,
        organization: &str,
        calendar: FiscalCalendar,
        env: Env,
    ) -> Result<Session, Refusal> {
        Session::create_register(path, organization, calendar, env, true)
    }

    fn create_register(
        path: &Path,
        organization: &str,
        calendar: FiscalCalendar,
        env: Env,
        demo: bool,
    ) -> Result<Session, Refusal> {
        let organization = organization.trim();
        if organization.is_empty() {
            return Err(Refusal::field("organization", "a register needs the name of its organization"));
        }
        let moment = env.clock.now();
        let register = Register {
            uuid: moment.new_id().to_string(),
            organization: organization.to_owned(),
            demo,
            created_at: moment.at.clone(),
        };
        let envelope = envelope(&env, Operation::RegisterCreate, &moment, "", None);
        let store = Store::create(path, &envelope, &register)?;
        let seen_version = store.data_version()?;
        let mut session =
            Session { store, env, access: Access::Write, seen_version, showing: false, papers_at_close: true };
        session.write(Operation::SettingChange, "the calendar the register was created with", |write| {
            let today = write.today();
            for (name, value) in rules::of_calendar(calendar) {
                let id = write.tx().next_id(Entity::Setting)?;
                write.tx().insert(Entity::Setting, id, fields::setting(name, &value, BEGINNING, today))?;
            }
            Ok(Outcome::default())
        })?;
        Ok(session)
    }

    /// Where the register lies.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Who works and the clock.
    pub fn env(&self) -> &Env {
        &self.env
    }

    /// Whose register it is.
    pub fn organization(&self) -> Result<String, Refusal> {
        Ok(self.store.reader().register()?.organization)
    }

    /// Whether nothing can be written.
    pub fn is_read_only(&self) -> bool {
        self.access == Access::ReadOnly
    }

    /// Changes who writes (the full screen asks once before the first write).
    pub fn set_actor(&mut self, actor: &str) {
        actor.trim().clone_into(&mut self.env.actor);
    }

    /// Shows the register to others, or ends that: meanwhile every picture leaves drafts out.
    pub fn set_showing(&mut self, on: bool) {
        self.showing = on;
    }

    /// Whether others look on.
    pub fn is_showing(&self) -> bool {
        self.showing
    }

    /// Sets the clock of a demo register.
    pub fn set_clock(&mut self, clock: Clock) -> Result<(), Refusal> {
        if !self.store.reader().register()?.demo {
            return Err(Refusal::new(RefusalKind::Usage, "only the clock of a demo register can be set"));
        }
        self.env.clock = clock;
        Ok(())
    }

    /// Whether another session wrote since the last look (`PRAGMA data_version`).
    pub fn changed_elsewhere(&mut self) -> Result<bool, Refusal> {
        let now = self.store.data_version()?;
        let changed = now != self.seen_version;
        self.seen_version = now;
        Ok(changed)
    }

    /// Does what a command asks, in one transaction that is on disk when this returns.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Refusal> {
        if let Command::ExportEvidence(request) = command {
            return self.export_evidence(&request);
        }
        // What is written rests on the whole register, whoever looks on.
        let showing = std::mem::take(&mut self.showing);
        let outcome = self.carry_out(command);
        self.showing = showing;
        outcome
    }

    fn carry_out(&mut self, command: Command) -> Result<Outcome, Refusal> {
        match command {
            Command::CreateObjective { code, definition } => self.create_objective(&code, &definition),
            Command::EditObjective { code, base, definition, reason, cause, series } => {
                self.edit_objective(&code, base, &definition, &Said { reason, cause, series })
            }
            Command::Approve { codes, by, people, on, reference, effective, cause } => {
                self.approve(&codes, &Approval { by, people, on, reference, effective, cause })
            }
            Command::Retire { code, on, outcome, reason, successor, by, reference } => {
                let retired_on = on;
                self.retire(&code, Closing { retired_on, outcome, reason, successor, by, reference })
            }
            Command::RecordReading(new) => self.record_reading(*new),
            Command::RecordReadings(all) => self.record_readings(&all),
            Command::Evaluate { code, measured_on, meaning, decision } => {
                self.evaluate(&code, measured_on, &meaning, decision)
            }
            Command::FulfilCriterion { code, number, done, evidence } => {
                self.fulfil_criterion(&code, number, done, &evidence)
            }
            Command::CheckIn { code, on, note } => self.check_in(&code, on, &note),
            Command::NotMeasured { code, period, reason } => self.not_measured(&code, &period, &reason),
            Command::ChangeSetting { name, value, from } => self.change_setting(&name, &value, from),
            Command::StartReview { kind, date, attendees } => self.start_review(kind, date, attendees),
            Command::AmendReview { review, attendees, next_date } => self.amend_review(review, attendees, next_date),
            Command::AnswerItem(answer) => self.answer_item(*answer),
            Command::ParkItem { review, code, parked } => self.park_item(review, &code, parked),
            Command::PassBlock { review } => self.pass_block(review),
            Command::Meetings(command) => self.run_meetings(command),
            Command::CloseReview { review, next_date } => self.close_review(review, next_date),
            Command::AddAction { code, action } => self.add_action(&code, &action),
            Command::CompleteAction { id, done, evidence } => self.complete_action(id, done, &evidence),
            Command::TakeSnapshot { name } => self.take_snapshot(&name),
            Command::ExportEvidence(request) => self.export_evidence(&request),
            Command::WritePaper(request) => self.write_paper(&request),
            Command::WriteRequests { folder } => self.write_requests(&folder),
            Command::TakeInReplies { from, leave_out } => self.take_in_from(&from, leave_out),
            Command::Sources(command) => self.run_sources(command),
            Command::People(command) => self.run_people(command),
            Command::Editions(command) => self.run_editions(command),
            Command::Refresh(command) => self.run_refresh(command),
            Command::Audits(command) => self.run_audits(command),
            Command::Readiness(command) => self.run_readiness(command),
            Command::TakeOver(draft) => self.take_over_handed(&draft),
            Command::Undo { seq } => self.undo(seq),
            Command::Redo => self.redo(),
        }
    }
}

/// Who, what, when and why, as the journal keeps it.
pub(super) fn envelope(env: &Env, op: Operation, moment: &Moment, reason: &str, undoes: Option<u64>) -> Envelope {
    Envelope {
        op,
        op_id: *moment.new_id().as_bytes(),
        at: moment.at.clone(),
        offset_minutes: moment.offset_minutes,
        today: moment.today,
        actor: env.actor.clone(),
        os_user: env.os_user.clone(),
        app: concat!("sixtwo ", env!("CARGO_PKG_VERSION")).to_owned(),
        clock_set: moment.set,
        reason: reason.trim().to_owned(),
        undoes,
    }
}

impl From<Access> for store::Access {
    fn from(access: Access) -> store::Access {
        match access {
            Access::Write => store::Access::Write,
            Access::ReadOnly => store::Access::ReadOnly,
        }
    }
}
