//! An open register: runs commands, answers with pictures.

use std::path::{Path, PathBuf};

use super::view::{
    Dossier, DueItem, HistoryEntry, Lens, Overview, ReviewView, SettingEntry, SnapshotEntry, VerifyReport,
};
use super::{Clock, Command, Outcome, Refusal};
use crate::domain::period::FiscalCalendar;

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
pub struct Session {}

impl Session {
    /// Opens a register. The ladder of checks runs before SQLite touches the file; a refusal leaves it and its
    /// neighbours byte-identical.
    pub fn open(_path: &Path, _access: Access, _env: Env) -> Result<Session, Refusal> {
        todo!()
    }

    /// Creates a register; refuses a path that exists.
    pub fn create(_path: &Path, _organization: &str, _calendar: FiscalCalendar, _env: Env) -> Result<Session, Refusal> {
        todo!()
    }

    /// Where the register lies.
    pub fn path(&self) -> &Path {
        todo!()
    }

    /// Who works and the clock.
    pub fn env(&self) -> &Env {
        todo!()
    }

    /// Changes who writes (the full screen asks once before the first write).
    pub fn set_actor(&mut self, _actor: &str) {
        todo!()
    }

    /// Does what a command asks, in one transaction that is on disk when this returns.
    pub fn run(&mut self, _command: Command) -> Result<Outcome, Refusal> {
        todo!()
    }

    /// Whether another session wrote since the last look (`PRAGMA data_version`).
    pub fn changed_elsewhere(&mut self) -> Result<bool, Refusal> {
        todo!()
    }

    /// The register in one look.
    pub fn overview(&mut self, _lens: Lens) -> Result<Overview, Refusal> {
        todo!()
    }

    /// Everything about one objective.
    pub fn dossier(&mut self, _code: &str, _lens: Lens) -> Result<Dossier, Refusal> {
        todo!()
    }

    /// What waits for a person: late first.
    pub fn due(&mut self, _lens: Lens) -> Result<Vec<DueItem>, Refusal> {
        todo!()
    }

    /// Who changed what, newest first; of one objective where a code is given.
    pub fn history(&mut self, _code: Option<&str>, _limit: usize) -> Result<Vec<HistoryEntry>, Refusal> {
        todo!()
    }

    /// The register's settings with their defaults.
    pub fn settings(&mut self) -> Result<Vec<SettingEntry>, Refusal> {
        todo!()
    }

    /// A meeting, open or closed.
    pub fn review(&mut self, _number: i64) -> Result<ReviewView, Refusal> {
        todo!()
    }

    /// All meetings, newest first.
    pub fn reviews(&mut self) -> Result<Vec<ReviewView>, Refusal> {
        todo!()
    }

    /// Snapshots, newest first.
    pub fn snapshots(&mut self) -> Result<Vec<SnapshotEntry>, Refusal> {
        todo!()
    }

    /// The canonical JSON of a snapshot, as it was frozen.
    pub fn snapshot_json(&mut self, _number: i64) -> Result<Vec<u8>, Refusal> {
        todo!()
    }

    /// Checks the file: `quick` the chain, otherwise also the replay of every row on a copy.
    pub fn verify(&mut self, _quick: bool) -> Result<VerifyReport, Refusal> {
        todo!()
    }

    /// Writes a backup and verifies it before it counts; refuses a path that exists.
    pub fn backup(&mut self, _to: &Path) -> Result<VerifyReport, Refusal> {
        todo!()
    }
}

/// Puts a verified backup in the place of a register; the present file is moved aside, never overwritten. Returns
/// where it was moved to.
pub fn restore(_backup: &Path, _register: &Path) -> Result<Option<PathBuf>, Refusal> {
    todo!()
}
