//! Copies: made with the backup API, checked by opening them again before they count, never over an existing file.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::connection::{heed_stop, without_links};
use super::shapes::Verification;
use super::{Access, Store, StoreError, ladder, verify};

/// A private copy of a register as it is now, in a temporary file that vanishes with the connection.
pub(super) fn private_copy(conn: &Connection) -> Result<Connection, StoreError> {
    let mut copy = Connection::open("")?;
    copy_all(conn, &mut copy)?;
    heed_stop(&mut copy)?;
    Ok(copy)
}

/// In one step, so that the copy is of one moment however busy other sessions are.
fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    match Backup::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy(PathBuf::new())),
    }
}

/// Writes a copy to `path` and checks it; the name appears only once the copy is sound.
pub(super) fn copy_checked(conn: &Connection, path: &Path) -> Result<Verification, StoreError> {
    let partial = Partial::beside(path)?;
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(&partial.path, flags)?;
        copy_all(conn, &mut copy)?;
    }
    let report = check(&partial.path)?;
    partial.publish(path)?;
    Ok(report)
}

/// Opens a copy afresh and checks its structure and its chain.
fn check(path: &Path) -> Result<Verification, StoreError> {
    ladder::climb(path, Access::ReadOnly)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(path, flags)?;
    heed_stop(&mut copy)?;
    let structure: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let mut report = verify::quick(&copy);
    if structure != "ok" {
        report.findings.insert(0, format!("the file: {structure}"));
    }
    match report.findings.first() {
        None => Ok(report),
        Some(finding) => Err(StoreError::Refused(format!("the copy is not sound ({finding})"))),
    }
}

/// A file that is being written; removed unless it is published.
struct Partial {
    path: PathBuf,
}

impl Partial {
    fn beside(path: &Path) -> Result<Partial, StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let mut name = without_links(path).into_os_string();
        name.push(".partial");
        let path = PathBuf::from(name);
        create_private(&path)?;
        Ok(Partial { path })
    }

    /// Gives the file its name, without ever replacing one.
    fn publish(self, path: &Path) -> Result<(), StoreError> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
            _ => StoreError::Broken(format!("the copy could not be named {} ({error})", path.to_string_lossy())),
        };
        File::open(&self.path).and_then(|file| file.sync_all()).map_err(failed)?;
        give_name(&self.path, path).map_err(failed)?;
        sync_directory(path);
        Ok(())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Gone already where it was renamed; a left-over is named `.partial` and harms nobody.
        let _ = fs::remove_file(&self.path);
        let _ = fs::remove_file(ladder::journal_of(&self.path));
    }
}

/// A second name first, because that refuses an existing one; file systems without links get a look and a rename.
fn give_name(from: &Path, to: &Path) -> std::io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
        Ok(()) => Ok(()),
    }
}

/// Makes an empty file that only its owner reads; refuses an existing one.
pub(super) fn create_private(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(StoreError::Exists(path.to_owned())),
        Err(error) => {
            let shown = path.to_string_lossy();
            Err(StoreError::Broken(format!("{} cannot be made ({error})", crate::domain::text::one_line(&shown))))
        }
    }
}

fn sync_directory(path: &Path) {
    // A directory that cannot be synced (some file systems) still holds the name.
    if let Some(parent) = path.parent() {
        let _ = File::open(parent).and_then(|directory| directory.sync_all());
    }
}

/// Puts a backup in the place of a register once it has passed a full check. The present file is moved aside to its
/// name with `stamp` (a date and time fit for a file name) behind it, never overwritten; returns where.
pub fn restore(backup: &Path, register: &Path, stamp: &str) -> Result<Option<PathBuf>, StoreError> {
    let source = Store::open(backup, Access::ReadOnly)?;
    let report = source.verify(false)?;
    if let Some(finding) = report.findings.first() {
        return Err(StoreError::Refused(format!("the backup did not pass the check ({finding})")));
    }
    let Ok(present) = fs::symlink_metadata(register) else {
        copy_checked(&source.conn, register)?;
        return Ok(None);
    };
    if present.is_dir() {
        return Err(StoreError::Directory(register.to_owned()));
    }
    if !present.is_file() {
        return Err(StoreError::NotAFile(register.to_owned(), "a link, pipe or device"));
    }
    let aside = with_suffix(register, stamp);
    let fresh = with_suffix(register, "restored");
    copy_checked(&source.conn, &fresh)?;
    let swapped = swap(register, &aside, &fresh);
    if swapped.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    swapped.map(|()| Some(aside))
}

/// Holds the present register against other writers while the names change; a cut-off transaction of it is rolled
/// back first, because its journal would be taken for one of the restored file.
fn swap(register: &Path, aside: &Path, fresh: &Path) -> Result<(), StoreError> {
    let present = Store::open(register, Access::Write);
    if let Ok(present) = &present {
        present.conn.execute_batch("BEGIN IMMEDIATE").map_err(|error| StoreError::from(error).at(register))?;
    }
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists(aside.to_owned()),
        _ => StoreError::Broken(format!("the present register could not be moved aside ({error})")),
    };
    give_name(register, aside).map_err(failed)?;
    let journal = ladder::journal_of(register);
    if journal.exists() {
        fs::rename(&journal, ladder::journal_of(aside)).map_err(failed)?;
    }
    fs::rename(fresh, register).map_err(failed)?;
    sync_directory(register);
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{suffix}"));
    PathBuf::from(name)
}
