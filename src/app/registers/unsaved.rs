//! What is typed and not saved: kept in a small file beside the program's other state, and offered again after a crash.
//!
//! Every program that runs has a file of its own and holds a lock on it while it lives. A file nobody holds belonged to
//! a program that ended without being left.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The answers of one form that are not saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The register the form belongs to.
    #[serde(default)]
    pub register: PathBuf,
    /// The subject they belong to.
    pub subject: String,
    /// The title of the form, as people read it.
    #[serde(default)]
    pub title: String,
    /// Field name and answer.
    pub answers: Vec<(String, String)>,
}

/// What becomes of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// They are not saved yet.
    Keep(Answers),
    /// The form of this subject has nothing unsaved any more.
    Forget(String),
}

/// The file of this program.
#[derive(Debug)]
pub struct Drafts {
    folder: Option<PathBuf>,
    /// Made with the first thing to keep.
    file: Option<(PathBuf, File)>,
    kept: Vec<Answers>,
}

#[derive(Default, Serialize, Deserialize)]
struct Page {
    #[serde(default)]
    form: Vec<Answers>,
}

impl Drafts {
    /// Keeps drafts in this folder; `None` keeps nothing.
    pub(super) fn new(folder: Option<PathBuf>) -> Drafts {
        Drafts { folder, file: None, kept: Vec::new() }
    }

    /// Keeps answers, or forgets them. What cannot be written is still on the screen.
    pub(super) fn note(&mut self, register: &Path, unsaved: Unsaved) {
        let (subject, answers) = match unsaved {
            Unsaved::Keep(answers) => (answers.subject.clone(), Some(answers)),
            Unsaved::Forget(subject) => (subject, None),
        };
        let before = self.kept.len();
        self.kept.retain(|kept| kept.subject != subject || kept.register != register);
        if answers.is_none() && before == self.kept.len() {
            return;
        }
        self.kept.extend(answers.map(|answers| Answers { register: register.to_owned(), ..answers }));
        let _ = self.write();
    }

    /// What programs that ended without being left had kept for a register. It stays on disk until it is saved or
    /// discarded.
    pub(super) fn left_behind(&mut self, register: &Path) -> Vec<Answers> {
        for path in self.abandoned() {
            let Some(left) = read(&path) else { continue };
            self.kept.extend(left);
            // It is taken over only once it stands in the file of this program.
            if self.write().is_ok() {
                let _ = std::fs::remove_file(path);
            }
        }
        self.kept.iter().filter(|kept| kept.register == register).cloned().collect()
    }

    fn abandoned(&self) -> Vec<PathBuf> {
        let Some(Ok(files)) = self.folder.as_ref().map(std::fs::read_dir) else { return Vec::new() };
        let ours = self.file.as_ref().map(|(path, _)| path.as_path());
        let files = files.filter_map(|file| Some(file.ok()?.path()));
        let drafts = files
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml") && Some(path.as_path()) != ours);
        drafts.filter(|path| File::open(path).is_ok_and(|file| file.try_lock().is_ok())).collect()
    }

    fn write(&mut self) -> std::io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        if self.file.is_none() {
            std::fs::create_dir_all(folder)?;
            // A temporary file is made for its owner only.
            let fresh = tempfile::Builder::new().prefix("unsaved-").suffix(".toml").tempfile_in(folder)?;
            let (file, path) = fresh.keep().map_err(|error| error.error)?;
            let _ = file.try_lock();
            self.file = Some((path, file));
        }
        let Some((_, file)) = &mut self.file else { return Ok(()) };
        let text = toml::to_string(&Page { form: self.kept.clone() }).map_err(std::io::Error::other)?;
        file.rewind()?;
        file.set_len(0)?;
        file.write_all(text.as_bytes())
    }
}

impl Drop for Drafts {
    /// A program that is left takes away a file in which nothing stands.
    fn drop(&mut self) {
        if let Some((path, _)) = self.file.take().filter(|_| self.kept.is_empty()) {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn read(path: &Path) -> Option<Vec<Answers>> {
    let mut text = String::new();
    File::open(path).ok()?.read_to_string(&mut text).ok()?;
    Some(toml::from_str::<Page>(&text).ok()?.form)
}
