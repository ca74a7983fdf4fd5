//! What stands in a folder, for a person who is looking for a file.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf, is_separator};

use chrono::{DateTime, Local, NaiveDateTime};

use super::refusal::{Refusal, RefusalKind};

/// The most entries that are read of one folder.
const MOST: usize = 20_000;

/// A folder and what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// As the person named it, with the separator at its end; empty is the folder the program was started in.
    pub named: String,
    /// Where it is, in full.
    pub path: PathBuf,
    /// What stands in it, by name; the folder above is not among it.
    pub entries: Vec<Entry>,
    /// Whether there is more than was read.
    pub cut: bool,
}

/// A file or a folder inside a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name; letters that are none stand as replacement signs.
    pub name: String,
    /// Where it is: what opens it even where the name cannot be typed.
    pub path: PathBuf,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Its bytes; 0 for a folder.
    pub bytes: u64,
    /// When it was changed last, where the person sits.
    pub changed: Option<NaiveDateTime>,
}

impl Folder {
    /// Reads the folder a person named: `~` is home, and what does not begin at the root begins where the program was
    /// started. A refusal says which folder it was and what is wrong with it.
    pub fn read(named: &str) -> Result<Folder, Refusal> {
        let path = in_full(named);
        let refused = |error: &io::Error| Refusal::new(RefusalKind::File, sentence(&path, error));
        let listing = fs::read_dir(&path).map_err(|error| refused(&error))?;
        let mut entries: Vec<Entry> = Vec::new();
        let mut cut = false;
        for entry in listing {
            if entries.len() == MOST {
                cut = true;
                break;
            }
            entries.extend(entry.ok().map(|entry| Entry::of(&entry)));
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let path = path.canonicalize().unwrap_or(path);
        Ok(Folder { named: named.to_owned(), path, entries, cut })
    }

    /// Whether it has a folder above it.
    pub fn has_parent(&self) -> bool {
        self.path.parent().is_some()
    }
}

impl Entry {
    fn of(entry: &DirEntry) -> Entry {
        let path = entry.path();
        // What a link leads to is what counts; a broken one stands as what it is.
        let about = fs::metadata(&path).or_else(|_| entry.metadata()).ok();
        let is_folder = about.as_ref().is_some_and(fs::Metadata::is_dir);
        Entry {
            name: entry.file_name().to_string_lossy().into_owned(),
            is_folder,
            bytes: about.as_ref().filter(|_| !is_folder).map_or(0, fs::Metadata::len),
            changed: about.and_then(|about| about.modified().ok()).map(|at| DateTime::<Local>::from(at).naive_local()),
            // What stands where the program was started is called by its name alone, in the history too.
            path: path.strip_prefix(".").map(Path::to_owned).unwrap_or(path),
        }
    }
}

/// The path a person means: `~` and `~/…` are home, nothing is the folder the program was started in.
pub fn in_full(named: &str) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let below_home = named.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(is_separator));
    match (below_home, home()) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(is_separator)),
        _ if named.is_empty() => PathBuf::from("."),
        _ => PathBuf::from(named),
    }
}

fn sentence(path: &Path, error: &io::Error) -> String {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => format!("there is no folder {shown}"),
        io::ErrorKind::PermissionDenied => format!("the folder {shown} may not be read"),
        io::ErrorKind::NotADirectory => format!("{shown} is a file, not a folder"),
        _ => format!("the folder {shown} cannot be read: {error}"),
    }
}
