//! Papers as files: every document of the program goes through here, written whole or not at all.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::pack::PackRequest;
use super::{Outcome, Refusal, RefusalKind, Session};
use crate::domain::words::bytes;
pub use crate::report::{Format, Written};

/// A paper that is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Where.
    pub path: PathBuf,
    /// How long the file is.
    pub bytes: u64,
}

/// A paper about something that is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The pack of the snapshot with this number.
    Pack(i64),
    /// The minutes of the closed meeting with this number.
    Minutes(i64),
}

impl Paper {
    /// Where it is looked for: `objectives-pack-2.pdf` beside `objectives.sixtwo`.
    pub fn beside(self, register: &Path) -> PathBuf {
        match self {
            Paper::Pack(number) => beside(register, &format!("pack-{number}.pdf")),
            Paper::Minutes(number) => beside(register, &format!("review-{number}.pdf")),
        }
    }
}

impl Display for Paper {
    /// `pack of snapshot 2`
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Paper::Pack(number) => write!(f, "pack of snapshot {number}"),
            Paper::Minutes(number) => write!(f, "minutes of review {number}"),
        }
    }
}

/// Which paper, how, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRequest {
    /// The paper.
    pub paper: Paper,
    /// What it is written as.
    pub format: Format,
    /// The file.
    pub to: PathBuf,
    /// A file that is there may be replaced.
    pub replace: bool,
}

impl Session {
    /// Writes a paper; the register stays as it is. The outcome says where the file lies and how long it is.
    pub(super) fn write_paper(&mut self, request: &PaperRequest) -> Result<Outcome, Refusal> {
        let PaperRequest { paper, format, to, replace } = request;
        refuse_taken(to, self.path(), *replace)?;
        let written = match *paper {
            Paper::Pack(number) => {
                let of = PackRequest { format: *format, snapshot: Some(number), scorecard: None };
                self.pack(of)?.1
            }
            Paper::Minutes(number) => self.minutes_paper(number, *format)?,
        };
        let filed = self.file_paper(&written, to)?;
        let summary = format!("{}: {paper}, {}", shown(to), bytes(filed.bytes));
        Ok(Outcome { summary, warnings: written.notes, ..Outcome::default() })
    }

    /// Puts a paper in its place. A file that is there is replaced whole; a directory, a link and the register itself
    /// are refused, and whatever fails leaves the old file as it was.
    pub fn file_paper(&self, written: &Written, to: &Path) -> Result<Filed, Refusal> {
        refuse_place(to, self.path())?;
        refuse_name(written, to)?;
        replace(to, &written.bytes).map_err(|error| cannot_write(to, &error))?;
        Ok(Filed { path: to.to_owned(), bytes: written.bytes.len() as u64 })
    }
}

/// Beside the register, by its name: `objectives.sixtwo` and `review-10.html` give `objectives-review-10.html`.
pub(super) fn beside(register: &Path, what: &str) -> PathBuf {
    let mut name = register.file_stem().unwrap_or(register.as_os_str()).to_owned();
    name.push(format!("-{what}"));
    register.with_file_name(name)
}

/// Where it lies, in full, so that it is found again.
pub(super) fn shown(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}

/// A file that is there is replaced only by somebody who knows it.
pub(super) fn refuse_taken(to: &Path, register: &Path, replace: bool) -> Result<(), Refusal> {
    refuse_place(to, register)?;
    if !replace && to.exists() {
        let there = format!("{} is there already", to.display());
        return Err(Refusal::new(RefusalKind::Conflict, there).next("confirm once more to replace it"));
    }
    Ok(())
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

/// Several tables do not go into one CSV file: they go into an archive, which is called one.
pub(super) fn refuse_name(written: &Written, to: &Path) -> Result<(), Refusal> {
    let is_archive = written.bytes.starts_with(b"PK");
    let says_csv = to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if is_archive && says_csv {
        let several = format!("{} would hold several tables, which one CSV file cannot", to.display());
        let zip = to.with_extension("zip");
        return Err(Refusal::new(RefusalKind::Usage, several).next(format!("name it {}", zip.display())));
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Beside its place first, on disk, then renamed: a reader sees the old file or the new one, never half of it.
pub(super) fn replace(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = for_others_to_read().tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(to).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// A paper is made to be handed on: it gets the rights the person's own settings give to new files, so that an intranet
/// can serve it.
fn for_others_to_read() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
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

    use super::{refuse_place, replace};

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
}
