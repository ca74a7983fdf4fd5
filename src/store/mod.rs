//! The register file: the only room that knows SQL.
//!
//! The journal is the truth; every other table is a projection of it, written in the same transaction and rebuilt by
//! replay. Writes go through [`Store::transact`] alone; reads through a [`Reader`], outside or inside a transaction.

mod entity;
mod error;
pub mod fields;
mod reader;
mod shapes;
mod transact;

use std::path::{Path, PathBuf};

pub use entity::{Entity, Shape};
pub use error::StoreError;
pub use reader::Reader;
pub use shapes::{
    Committed, Envelope, JournalEntry, JournalQuery, Loaded, NotMeasuredRow, Register, SettingRow, Sight, SnapshotRow,
    Verification,
};
pub use transact::Tx;

/// The fields of a row by their column names; absent is "not said".
pub type Fields = serde_json::Map<String, serde_json::Value>;

/// What a register is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing.
    Write,
    /// Reading only: nothing is written, not even beside the file.
    ReadOnly,
}

/// An open register file: one connection.
pub struct Store {}

impl Store {
    /// Creates a register and its first journal entry; refuses a path that exists.
    pub fn create(_path: &Path, _envelope: &Envelope, _register: &Register) -> Result<Store, StoreError> {
        todo!()
    }

    /// Opens a register after the ladder of checks; a refusal leaves the file and its neighbours byte-identical.
    pub fn open(_path: &Path, _access: Access) -> Result<Store, StoreError> {
        todo!()
    }

    /// Where the register lies.
    pub fn path(&self) -> &Path {
        todo!()
    }

    /// What it was opened for.
    pub fn access(&self) -> Access {
        todo!()
    }

    /// Reads outside of a transaction, each call by itself.
    pub fn reader(&self) -> Reader<'_> {
        todo!()
    }

    /// Several reads that see one state of the file.
    pub fn read<T, E: From<StoreError>>(&self, _read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        todo!()
    }

    /// One operation in one transaction: on disk when this returns, or nothing at all.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        _envelope: &Envelope,
        _write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        todo!()
    }

    /// Changes whenever another connection committed; our own commits do not show.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        todo!()
    }

    /// Checks the chain, and unless `quick` also every row against a replay on a copy.
    pub fn verify(&self, _quick: bool) -> Result<Verification, StoreError> {
        todo!()
    }

    /// Writes a backup and checks it before it counts; refuses a path that exists.
    pub fn backup_to(&self, _path: &Path) -> Result<Verification, StoreError> {
        todo!()
    }
}

/// Puts a backup in the place of a register once it has passed a full check. The present file is moved aside to its
/// name with `stamp` (a date and time fit for a file name), never overwritten; returns where.
pub fn restore(_backup: &Path, _register: &Path, _stamp: &str) -> Result<Option<PathBuf>, StoreError> {
    todo!()
}
