//! The open ladder: what is at the path, looked at by plain reads before SQLite touches it.
//!
//! SQLite writes into foreign files on mere opening (it checkpoints their logs), and takes an empty file for a
//! database. So each rung is a plain read, and a refusal leaves the file and its neighbours byte-identical.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::connection::APPLICATION_ID;
use super::{Access, StoreError, migrate};

/// Length of a SQLite file header.
const HEADER: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Whether a register can be opened for `access`; writes nothing.
pub(super) fn climb(path: &Path, access: Access) -> Result<(), StoreError> {
    let meta = regular_file(path)?;
    let header = read_header(path)?;
    check_header(path, &header, meta.len())?;
    if access == Access::Write {
        check_writable(path, &meta)?;
    }
    Ok(())
}

fn regular_file(path: &Path) -> Result<Metadata, StoreError> {
    let meta = fs::symlink_metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => StoreError::Missing(path.to_owned()),
        _ => unreadable(path, &error),
    })?;
    let kind = meta.file_type();
    if kind.is_dir() {
        return Err(StoreError::Directory(path.to_owned()));
    }
    if kind.is_symlink() {
        return Err(StoreError::NotAFile(path.to_owned(), "a symbolic link"));
    }
    if kind.is_file() {
        return Ok(meta);
    }
    Err(StoreError::NotAFile(path.to_owned(), special(kind)))
}

#[cfg(unix)]
fn special(kind: fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        _ if kind.is_fifo() => "a pipe",
        _ if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn special(_kind: fs::FileType) -> &'static str {
    "a device"
}

fn unreadable(path: &Path, error: &std::io::Error) -> StoreError {
    let shown = path.to_string_lossy();
    StoreError::Broken(format!("{} cannot be read ({error})", crate::domain::text::one_line(&shown)))
}

fn read_header(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut header = Vec::with_capacity(HEADER);
    let read = File::open(path).and_then(|file| file.take(HEADER as u64).read_to_end(&mut header));
    read.map_err(|error| unreadable(path, &error))?;
    Ok(header)
}

fn check_header(path: &Path, header: &[u8], len: u64) -> Result<(), StoreError> {
    let not_ours = |what: &str| Err(StoreError::NotOurs(path.to_owned(), what.to_owned()));
    if header.is_empty() {
        return not_ours("the file is empty");
    }
    let begins_like_one = header.iter().zip(MAGIC).all(|(a, b)| a == b);
    if !begins_like_one {
        return not_ours("it is no SQLite file");
    }
    if header.len() < HEADER {
        return Err(StoreError::Truncated(path.to_owned(), format!("only {} bytes are left", header.len())));
    }
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(68) != APPLICATION_ID {
        return not_ours("it is a database of another program");
    }
    let version = number(60);
    if version > migrate::CURRENT {
        return Err(StoreError::Newer(path.to_owned(), version));
    }
    let page = match u64::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65_536,
        size => size,
    };
    let wanted = page * u64::from(number(28));
    if len < wanted && !has_hot_journal(path) {
        let what = format!("{len} of {wanted} bytes are left");
        return Err(StoreError::Truncated(path.to_owned(), what));
    }
    Ok(())
}

/// A transaction was cut short and SQLite will roll it back; until then the length of the file says nothing.
pub(super) fn has_hot_journal(path: &Path) -> bool {
    fs::metadata(journal_of(path)).is_ok_and(|meta| meta.len() > 0)
}

/// Where SQLite keeps the rollback journal of a file.
pub(super) fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    PathBuf::from(name)
}

/// The mode bits are asked first: they are the owner's word, and bind where the account may write anything.
fn check_writable(path: &Path, meta: &Metadata) -> Result<(), StoreError> {
    let refused = |why: &str| Err(StoreError::ReadOnly(path.to_owned(), why.to_owned()));
    if meta.permissions().readonly() {
        return refused("the file is read-only");
    }
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if fs::metadata(parent).is_ok_and(|dir| dir.permissions().readonly()) {
        return refused("its directory is read-only");
    }
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            refused("this account may not write it, or its disk is read-only")
        }
        Err(error) => Err(unreadable(path, &error)),
    }
}
