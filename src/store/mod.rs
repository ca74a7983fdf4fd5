//! The register file: the only room that knows SQL.
//!
//! The journal is the truth; every other table is a projection of it, written in the same transaction and rebuilt by
//! replay. Writes go through [`Store::transact`] alone; reads through a [`Reader`], outside or inside a transaction.
//!
//! | module | one idea |
//! |---|---|
//! | `ladder`, `connection`, `migrate` | what is at the path, one connection set up and read back, the schema |
//! | `entity`, `fields`, `records`, `rows`, `cells` | the catalogue of rows and how their columns are written and read |
//! | `transact`, `part`, `block`, `series` | one operation, its journal parts, readings written fast |
//! | `reader`, `load`, `whole`, `meetings`, `history`, `lookup`, `trail` | what reads answer |
//! | `replay`, `compare`, `verify`, `undo`, `backup` | trust |

mod backup;
mod block;
mod cells;
mod compare;
mod connection;
mod entity;
mod error;
pub mod fields;
mod history;
mod ladder;
mod load;
mod lookup;
mod meetings;
mod migrate;
mod part;
mod reader;
mod records;
mod replay;
mod rows;
mod series;
mod shapes;
mod trail;
mod transact;
mod undo;
mod verify;
mod whole;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::domain::progress;

pub use backup::restore;
pub use entity::{Entity, Shape};
pub use error::StoreError;
pub use reader::Reader;
pub use records::Record;
pub use shapes::{
    Committed, EnteredAfter, Envelope, JournalEntry, JournalQuery, Loaded, NotMeasuredRow, Register, SettingRow, Sight,
    SnapshotRow, Verification,
};
pub use transact::Tx;

/// The fields of a row by their column names; absent is "not said".
pub type Fields = crate::domain::journal::Image;

/// What a register is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing.
    Write,
    /// Reading only: nothing is written, not even beside the file.
    ReadOnly,
}

/// An open register file: one connection.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    access: Access,
    /// The file that was opened, by device and number.
    identity: Option<(u64, u64)>,
    past: RefCell<reader::Past>,
    /// Holds the copy that is read where the file itself must not be rolled back.
    _copy: Option<tempfile::TempDir>,
}

impl Store {
    /// Creates a register and its first journal entry; refuses a path that exists.
    pub fn create(path: &Path, envelope: &Envelope, register: &Register) -> Result<Store, StoreError> {
        backup::create_private(path)?;
        let made = Store::found(path, envelope, register).map_err(|error| error.at(path));
        if made.is_err() {
            // We made it a moment ago and nothing is in it.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn found(path: &Path, envelope: &Envelope, register: &Register) -> Result<Store, StoreError> {
        let store = Store::holding(connection::connect(path, Access::Write)?, path, Access::Write, None);
        store.conn.execute_batch("BEGIN IMMEDIATE")?;
        migrate::create_schema(&store.conn)?;
        let mut tx = Tx::opened(&store.conn, &store.past, envelope)?;
        tx.insert(Entity::Register, 1, fields::register(register))?;
        tx.commit(())?;
        Ok(store)
    }

    /// Opens a register after the ladder of checks; a refusal leaves the file and its neighbours byte-identical.
    ///
    /// Whether the file lies on a network file system is not looked at: that needs a system call the standard library
    /// does not offer.
    pub fn open(path: &Path, access: Access) -> Result<Store, StoreError> {
        ladder::climb(path, access)?;
        Store::open_checked(path, access).map_err(|error| error.at(path))
    }

    fn open_checked(path: &Path, access: Access) -> Result<Store, StoreError> {
        let opened = Store::open_in_place(path, access);
        match opened {
            Err(StoreError::ReadOnly(..)) if access == Access::ReadOnly && ladder::has_hot_journal(path) => {
                Store::open_copy(path)
            }
            opened => opened,
        }
    }

    fn open_in_place(path: &Path, access: Access) -> Result<Store, StoreError> {
        let mut conn = connection::connect(path, access)?;
        match access {
            Access::Write => {
                migrate::bring_up(&conn, path)?;
            }
            // An older file is read as this program's schema would hold it, on a copy: reading must not change it.
            Access::ReadOnly if migrate::is_older(&conn)? => conn = migrate::newer_copy(&conn)?,
            Access::ReadOnly => {}
        }
        let store = Store::holding(conn, path, access, None);
        // The first read rolls back what a crash left, and tells whether the file is readable at all.
        store.reader().register()?;
        Ok(store)
    }

    /// A transaction was cut short: reading the file itself would have to roll it back, so a copy is rolled back and read
    /// instead.
    fn open_copy(path: &Path) -> Result<Store, StoreError> {
        let failed =
            |error: std::io::Error| StoreError::Broken(format!("it could not be copied for reading ({error})"));
        let directory = tempfile::tempdir().map_err(failed)?;
        let copy = directory.path().join("register.sixtwo");
        std::fs::copy(path, &copy).map_err(failed)?;
        std::fs::copy(ladder::journal_of(path), ladder::journal_of(&copy)).map_err(failed)?;
        let conn = connection::connect(&copy, Access::Write)?;
        let store = Store::holding(conn, path, Access::ReadOnly, Some(directory));
        store.reader().register()?;
        Ok(store)
    }

    fn holding(conn: Connection, path: &Path, access: Access, copy: Option<tempfile::TempDir>) -> Store {
        let identity = transact::identity(path);
        Store { conn, path: path.to_owned(), access, identity, past: RefCell::new(None), _copy: copy }
    }

    /// Where the register lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was opened for.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Reads outside of a transaction, each call by itself.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.conn, &self.past)
    }

    /// Several reads that see one state of the file. Keep it short: while it runs, no other session can commit.
    pub fn read<T, E: From<StoreError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.batch("BEGIN")?;
        let answer = read(&self.reader());
        self.batch("COMMIT")?;
        answer
    }

    /// One operation in one transaction: on disk when this returns, or nothing at all. Waits up to five seconds for
    /// another session.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        envelope: &Envelope,
        write: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        if self.access == Access::ReadOnly {
            let why = "this session opened it for reading only".to_owned();
            return Err(StoreError::ReadOnly(self.path.clone(), why).into());
        }
        if transact::identity(&self.path) != self.identity {
            return Err(StoreError::Replaced(self.path.clone()).into());
        }
        let mut tx = Tx::begin(&self.conn, &self.past, envelope).map_err(|error| error.at(&self.path))?;
        let value = write(&mut tx)?;
        tx.commit(value).map_err(|error| error.at(&self.path).into())
    }

    /// Stops waiting for the disk after each write, until this store is closed: only while a sample is being made, which
    /// can be made anew.
    pub fn stop_waiting_for_disk(&self) -> Result<(), StoreError> {
        Ok(self.conn.execute_batch("PRAGMA synchronous = OFF")?)
    }

    /// Changes whenever another connection committed; our own commits do not show.
    pub fn data_version(&self) -> Result<i64, StoreError> {
        Ok(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    /// Checks the chain, and unless `quick` also every row against a replay, on a copy: other sessions go on writing.
    pub fn verify(&self, quick: bool) -> Result<Verification, StoreError> {
        if quick {
            return self.read(|_| unless_stopped(verify::quick(&self.conn)));
        }
        let copy = backup::private_copy(&self.conn).map_err(|error| error.at(&self.path))?;
        unless_stopped(verify::full(&copy))
    }

    /// Writes a backup and checks it before it counts; refuses a path that exists.
    pub fn backup_to(&self, path: &Path) -> Result<Verification, StoreError> {
        backup::copy_checked(&self.conn, path).map_err(|error| error.at(&self.path))
    }

    fn batch(&self, sql: &str) -> Result<(), StoreError> {
        self.conn.execute_batch(sql).map_err(|error| StoreError::from(error).at(&self.path))
    }
}

/// What was looked at before somebody asked to stop says nothing about the whole.
fn unless_stopped(report: Verification) -> Result<Verification, StoreError> {
    if progress::is_stopped() { Err(StoreError::Stopped) } else { Ok(report) }
}
