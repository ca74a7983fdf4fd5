//! One connection, set up the same way every time and read back.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Access, StoreError};
use crate::domain::progress;

/// "62 objectives" in four bytes: marks a SQLite file as a sixtwo register.
pub(super) const APPLICATION_ID: u32 = 0x3632_4F42;

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);

/// Pragmas with the value each must answer afterwards. EXTRA also syncs the directory after the journal is gone, so
/// that a power cut right after an acknowledgement cannot bring the old journal back.
const PRAGMAS: &[(&str, &str, &str)] = &[
    ("foreign_keys", "ON", "1"),
    ("recursive_triggers", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("temp_store", "MEMORY", "2"),
    ("cache_size", "-8000", "-8000"),
    ("fullfsync", "ON", "1"),
    ("synchronous", "EXTRA", "3"),
];

/// Opens a file that passed the ladder.
pub(super) fn connect(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let mode = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let flags =
        mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let mut conn = Connection::open_with_flags(without_links(path), flags)?;
    set_up(&mut conn, access)?;
    Ok(conn)
}

/// A register in memory, for replays.
pub(super) fn in_memory() -> Result<Connection, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    heed_stop(&mut conn)?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    conn.pragma_update(None, "recursive_triggers", "ON")?;
    Ok(conn)
}

fn set_up(conn: &mut Connection, access: Access) -> Result<(), StoreError> {
    conn.busy_timeout(PATIENCE)?;
    heed_stop(conn)?;
    conn.set_prepared_statement_cache_capacity(96);
    // Without it a statement is compiled again whenever another objective is bound to it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    for (name, value, answer) in PRAGMAS {
        conn.execute_batch(&format!("PRAGMA {name} = {value}"))?;
        read_back(conn, name, answer)?;
    }
    match access {
        Access::Write => {
            conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
            read_back(conn, "journal_mode", "delete")
        }
        Access::ReadOnly => {
            conn.execute_batch("PRAGMA query_only = ON")?;
            read_back(conn, "query_only", "1")
        }
    }
}

/// Steps of SQLite's machine between two looks whether somebody asked to stop: some milliseconds of work.
const LOOK_EVERY: std::ffi::c_int = 20_000;

/// A long statement on this connection ends with [`StoreError::Stopped`] once somebody asked to stop.
pub(super) fn heed_stop(conn: &mut Connection) -> Result<(), StoreError> {
    Ok(conn.progress_handler(LOOK_EVERY, Some(progress::is_stopped))?)
}

fn read_back(conn: &Connection, name: &str, wanted: &str) -> Result<(), StoreError> {
    let answer: String = conn.query_row(&format!("PRAGMA {name}"), [], |row| {
        Ok(match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        })
    })?;
    if answer == wanted {
        return Ok(());
    }
    Err(StoreError::Broken(format!("the database did not accept {name} = {wanted}, it answers {answer}")))
}

/// The directory without symbolic links: the file itself was checked, and SQLite refuses links anywhere on the way.
pub(super) fn without_links(path: &Path) -> PathBuf {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (parent.canonicalize(), path.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => path.to_owned(),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(PathBuf::new()),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly(PathBuf::new(), text)
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged(text),
            Some(ErrorCode::OperationInterrupted) => StoreError::Stopped,
            Some(ErrorCode::DiskFull) => StoreError::Broken("the disk is full".to_owned()),
            Some(ErrorCode::ConstraintViolation) => StoreError::Refused(text),
            _ => StoreError::Broken(text),
        }
    }
}

impl StoreError {
    /// Names the file where SQLite did not.
    pub(super) fn at(self, path: &Path) -> StoreError {
        match self {
            StoreError::Busy(empty) if empty.as_os_str().is_empty() => StoreError::Busy(path.to_owned()),
            StoreError::ReadOnly(empty, why) if empty.as_os_str().is_empty() => {
                StoreError::ReadOnly(path.to_owned(), why)
            }
            other => other,
        }
    }
}
