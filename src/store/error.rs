//! What can go wrong with a register file: each a sentence with what to do next.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::domain::progress::Stopped;

/// Why the store did not do it. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is nothing at this path.
    Missing(PathBuf),
    /// There is something at a path where a new file was to be made.
    Exists(PathBuf),
    /// A directory.
    Directory(PathBuf),
    /// A pipe, device, socket or symbolic link, named.
    NotAFile(PathBuf, &'static str),
    /// A file of another program, with what it looks like.
    NotOurs(PathBuf, String),
    /// A register that was cut off.
    Truncated(PathBuf, String),
    /// Written by a newer program: its schema version.
    Newer(PathBuf, u32),
    /// Not open for writing, and why.
    ReadOnly(PathBuf, String),
    /// Another session is writing for longer than we wait.
    Busy(PathBuf),
    /// The file at the path is no longer the one that was opened.
    Replaced(PathBuf),
    /// This operation is in the journal already, as this entry: a retry has nothing to do.
    Repeated(u64),
    /// An undo found what it would change changed since: what.
    ChangedSince(String),
    /// A rule of the file that a write broke.
    Refused(String),
    /// What the file holds does not fit together.
    Damaged(String),
    /// The disk or SQLite failed.
    Broken(String),
    /// A person asked to stop.
    Stopped,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |path: &Path| match path.as_os_str().is_empty() {
            true => "the register".to_owned(),
            false => crate::domain::text::one_line(&path.to_string_lossy()).into_owned(),
        };
        match self {
            StoreError::Missing(path) => {
                write!(f, "{} does not exist; create a register with `sixtwo new`", shown(path))
            }
            StoreError::Exists(path) => {
                write!(f, "{} exists already and is left as it is; choose another name", shown(path))
            }
            StoreError::Directory(path) => {
                write!(f, "{} is a directory; name the register file inside it", shown(path))
            }
            StoreError::NotAFile(path, what) => {
                write!(f, "{} is {what}, not a regular file; name the register itself", shown(path))
            }
            StoreError::NotOurs(path, what) => {
                write!(f, "{} is not a sixtwo register ({what}); it was not touched, name another file", shown(path))
            }
            StoreError::Truncated(path, what) => {
                write!(f, "{} is cut off ({what}); it was not touched, restore a backup", shown(path))
            }
            StoreError::Newer(path, version) => write!(
                f,
                "{} was written by a newer program (schema {version}); it was not touched, update sixtwo to open it",
                shown(path)
            ),
            StoreError::ReadOnly(path, why) => {
                write!(f, "{} cannot be written ({why}); open it with --read-only, or copy it elsewhere", shown(path))
            }
            StoreError::Busy(path) => write!(
                f,
                "another session is writing to {} and did not finish within 5 seconds; nothing was changed, try again",
                shown(path)
            ),
            StoreError::Replaced(path) => write!(
                f,
                "{} was replaced or removed while it was open; nothing was changed, close this session and open it again",
                shown(path)
            ),
            StoreError::Repeated(seq) => write!(f, "this was saved before, as journal entry {seq}; nothing more to do"),
            StoreError::ChangedSince(what) => {
                write!(f, "{what}; take back the later change first, or enter a correction")
            }
            StoreError::Refused(what) => write!(f, "{what}; nothing was changed"),
            StoreError::Damaged(what) => {
                write!(f, "the register is damaged: {what}; keep the file as it is and restore a backup")
            }
            StoreError::Stopped => f.write_str(Stopped::SENTENCE),
            StoreError::Broken(what) => {
                write!(f, "the disk or the database failed: {what}; nothing was changed, check the disk and try again")
            }
        }
    }
}

impl std::error::Error for StoreError {}

impl From<Stopped> for StoreError {
    fn from(_: Stopped) -> StoreError {
        StoreError::Stopped
    }
}
