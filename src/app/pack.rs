//! The pack of a snapshot as a file: from frozen bytes only, written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::view::SnapshotEntry;
use super::{Refusal, RefusalKind, Session};
use crate::domain::snapshot::{Snapshot, parse, sha256_hex};
use crate::domain::text::one_line;
use crate::report::document::Document;
use crate::report::pack::{Frozen, pack, pack_of};
use crate::report::{html, json};

/// What a pack is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFormat {
    /// One page that needs nothing else.
    Html,
    /// The frozen register and what changed.
    Json,
}

/// Which pack.
#[derive(Clone, Copy, Debug)]
pub struct PackRequest<'a> {
    /// What it is written as.
    pub format: PackFormat,
    /// The number of the snapshot; the newest where none is named.
    pub snapshot: Option<i64>,
    /// Only the objectives on this scorecard.
    pub scorecard: Option<&'a str>,
}

/// A pack that is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where.
    pub path: PathBuf,
    /// Which snapshot it shows.
    pub snapshot: i64,
    /// How long the file is.
    pub bytes: u64,
}

impl Session {
    /// Writes the pack of a snapshot, the newest where none is named, compared with the one before it. A file that is
    /// there is replaced whole; a directory, a link and the register itself are refused.
    pub fn export_pack(&mut self, request: PackRequest<'_>, to: &Path) -> Result<Exported, Refusal> {
        refuse_place(to, self.path())?;
        let (number, bytes) = self.pack(request)?;
        replace(to, &bytes).map_err(|error| cannot_write(to, &error))?;
        Ok(Exported { path: to.to_owned(), snapshot: number, bytes: bytes.len() as u64 })
    }

    /// The number of the snapshot and the pack's bytes: always the same for the same snapshot and program version.
    pub fn pack(&mut self, request: PackRequest<'_>) -> Result<(i64, Vec<u8>), Refusal> {
        let PackRequest { format, snapshot, scorecard } = request;
        if format == PackFormat::Json && scorecard.is_some() {
            let whole = "the data of a pack are the frozen register whole, so that its hash can be checked";
            return Err(Refusal::new(RefusalKind::Usage, whole).next("`--format html` narrows it to a scorecard"));
        }
        let entries = self.snapshots()?;
        let entry = choose(&entries, snapshot)?;
        let bytes = self.frozen_bytes(entry)?;
        let current = read(entry.number, &bytes)?;
        let before = entries.iter().filter(|e| e.number < entry.number).max_by_key(|e| e.number);
        let previous = match before {
            Some(before) => Some(read(before.number, &self.frozen_bytes(before)?)?),
            None => None,
        };
        let frozen = Frozen { snapshot: &current, sha256: &entry.hash, previous: previous.as_ref() };
        let written = match format {
            PackFormat::Html => html::render(&document(&frozen, scorecard)?),
            PackFormat::Json => json::pack(&bytes, &entry.hash, frozen.changes().as_ref())
                .map_err(|error| Refusal::new(RefusalKind::Broken, format!("the pack cannot be written: {error}")))?,
        };
        Ok((entry.number, written))
    }

    /// The bytes as they were frozen; a paper is not made from bytes that do not match their hash.
    pub(super) fn frozen_bytes(&mut self, entry: &SnapshotEntry) -> Result<Vec<u8>, Refusal> {
        let bytes = self.snapshot_json(entry.number)?;
        if sha256_hex(&bytes) == entry.hash {
            return Ok(bytes);
        }
        let message = format!("snapshot {} does not match its hash", entry.number);
        Err(Refusal::new(RefusalKind::Broken, message).next("run `sixtwo verify` and restore a backup"))
    }
}

fn document(frozen: &Frozen, scorecard: Option<&str>) -> Result<Document, Refusal> {
    let Some(name) = scorecard else { return Ok(pack(frozen)) };
    pack_of(frozen, name).ok_or_else(|| {
        let number = frozen.snapshot.number;
        Refusal::not_found(format!("no objective of snapshot {number} is on the scorecard `{}`", one_line(name)))
            .next("tag objectives with its name and take a snapshot: older ones froze no tags")
    })
}

pub(super) fn choose(entries: &[SnapshotEntry], wanted: Option<i64>) -> Result<&SnapshotEntry, Refusal> {
    let newest = entries.iter().max_by_key(|e| e.number);
    let found = match wanted {
        Some(number) => entries.iter().find(|e| e.number == number),
        None => newest,
    };
    found.ok_or_else(|| match (wanted, newest) {
        (Some(number), Some(newest)) => {
            Refusal::not_found(format!("there is no snapshot {number}; the newest is {}", newest.number))
        }
        _ => Refusal::not_found("no snapshot has been taken yet")
            .next("take one first: `sixtwo snapshot take`, or S in the full screen"),
    })
}

pub(super) fn read(number: i64, bytes: &[u8]) -> Result<Snapshot, Refusal> {
    parse(bytes).map_err(|error| {
        Refusal::new(RefusalKind::Broken, format!("snapshot {number} cannot be read: {error}"))
            .next("a newer version of this program may have frozen it")
    })
}

/// A paper goes into a plain file of its own.
pub(super) fn refuse_place(to: &Path, register: &Path) -> Result<(), Refusal> {
    let shown = to.display();
    let Ok(there) = fs::symlink_metadata(to) else { return Ok(()) };
    let kind = there.file_type();
    let wrong = match () {
        () if kind.is_dir() => Some("is a directory"),
        () if kind.is_symlink() => Some("is a link to another place"),
        () if !kind.is_file() => Some("is no plain file"),
        () if is_same(to, register) => Some("is the objectives file itself"),
        () => None,
    };
    match wrong {
        Some(what) => Err(Refusal::new(RefusalKind::File, format!("{shown} {what}")).next("name another file")),
        None => Ok(()),
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Beside its place first, on disk, then renamed: a reader sees the old file or the new one, never half of it.
pub(super) fn replace(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(to).map_err(|error| error.error)?;
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn cannot_write(to: &Path, error: &io::Error) -> Refusal {
    // The error names the file beside the target that was written first, which says nothing to the reader.
    let (why, next) = match error.kind() {
        io::ErrorKind::NotFound => ("its folder does not exist".to_owned(), "make the folder first"),
        io::ErrorKind::PermissionDenied => ("the folder may not be written to".to_owned(), "name another folder"),
        _ => (error.to_string(), "name another place"),
    };
    Refusal::new(RefusalKind::File, format!("{} cannot be written: {why}", to.display())).next(next)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{choose, refuse_place, replace};

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let to = folder.path().join("pack.html");
        fs::write(&to, "old").expect("the old file");
        replace(&to, b"new").expect("it is replaced");
        assert_eq!(fs::read(&to).expect("the new file"), b"new");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn directories_links_and_the_register_are_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let register = folder.path().join("objectives.sixtwo");
        fs::write(&register, "a register").expect("the register");
        let said = |to| refuse_place(to, &register).expect_err("it is refused").to_string();
        assert!(said(folder.path()).ends_with("is a directory; name another file"));
        assert!(said(&register).ends_with("is the objectives file itself; name another file"));
        #[cfg(unix)]
        {
            let link = folder.path().join("link.html");
            std::os::unix::fs::symlink(&register, &link).expect("a link");
            assert!(said(&link).ends_with("is a link to another place; name another file"));
        }
        assert_eq!(fs::read(&register).expect("the register"), b"a register");
        assert!(refuse_place(&folder.path().join("pack.html"), &register).is_ok());
    }

    #[test]
    fn without_a_snapshot_the_way_on_is_named() {
        let refusal = choose(&[], None).expect_err("there is none");
        assert!(refusal.to_string().contains("sixtwo snapshot take"), "{refusal}");
    }
}
