//! Where registers are taken from: opened, created, remembered.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::unsaved::Drafts;
use super::{Answers, Entry, OnScreen, Opened, Recent, Standing, Unsaved, Way};
use crate::app::demo;
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::session::{Access, Env, Session};
use crate::app::view::Lens;

/// Opens registers for one person and remembers which.
#[derive(Debug)]
pub struct Shelf {
    env: Env,
    access: Access,
    /// The register that is opened when nobody says which.
    usual: PathBuf,
    /// The list of registers opened lately; `None` remembers nothing.
    list: Option<PathBuf>,
    /// Folders of samples, thrown away at the end.
    samples: Vec<TempDir>,
    /// What is typed and not saved.
    drafts: Drafts,
}

impl Shelf {
    /// A shelf for this person.
    pub fn new(env: Env, access: Access, usual: PathBuf, list: Option<PathBuf>) -> Shelf {
        let drafts = Drafts::new(list.as_deref().and_then(Path::parent).map(|folder| folder.join("unsaved")));
        Shelf { env, access, usual, list, samples: Vec::new(), drafts }
    }

    /// Who works.
    pub fn actor(&self) -> &str {
        &self.env.actor
    }

    /// Goes a way. What cannot be written is opened for reading only.
    pub fn go(&mut self, way: &Way) -> Result<Session, Refusal> {
        match way {
            Way::Open(path) => self.open(path),
            Way::Create { path, organization, calendar } => {
                Session::create(path, organization, *calendar, self.env.clone())
            }
            Way::Sample => self.sample(),
        }
    }

    /// Opens a register. It is opened for writing where that is possible, because only then can an operation that a
    /// crash cut in two be rolled back first.
    pub fn open(&self, path: &Path) -> Result<Session, Refusal> {
        match Session::open(path, self.access, self.env.clone()) {
            Err(refusal) if refusal.kind == RefusalKind::ReadOnly => {
                Session::open(path, Access::ReadOnly, self.env.clone())
            }
            opened => opened,
        }
    }

    fn sample(&mut self) -> Result<Session, Refusal> {
        let failed =
            |error| Refusal::new(RefusalKind::File, format!("no folder for the sample register can be made: {error}"));
        let folder = tempfile::tempdir().map_err(failed)?;
        let path = folder.path().join("demo.sixtwo");
        demo::build(&path, self.env.clock.now().today, &self.env)?;
        self.samples.push(folder);
        Session::open(&path, Access::Write, self.env.clone())
    }

    /// Puts a register on top of the list, unless it is a sample of this shelf. A list that cannot be written is not
    /// worth a word.
    pub fn remember(&self, session: &Session) {
        let Some(list) = &self.list else { return };
        let Ok(path) = session.path().canonicalize() else { return };
        let thrown_away = |sample: &TempDir| sample.path().canonicalize().is_ok_and(|folder| path.starts_with(folder));
        if self.samples.iter().any(thrown_away) {
            return;
        }
        let Ok(organization) = session.organization() else { return };
        let mut recent = Recent::read(list);
        recent.note(Opened { path, organization, day: self.env.clock.now().today.to_string() });
        let _ = recent.write(list);
    }

    /// Tells the big screen what a meeting has on its desk; `None` when the meeting is left.
    pub fn show(&self, register: &Path, shown: Option<&OnScreen>) {
        let Some(folder) = self.list.as_deref().and_then(Path::parent) else { return };
        match shown {
            Some(shown) => drop(shown.tell(folder, register)),
            None => OnScreen::forget(folder, register),
        }
    }

    /// What a meeting has on its desk, as far as it was told.
    pub fn shown(&self, register: &Path) -> Option<OnScreen> {
        OnScreen::read(self.list.as_deref()?.parent()?, register)
    }

    /// Keeps what is typed and not saved, or forgets it.
    pub fn note(&mut self, register: &Path, unsaved: Unsaved) {
        self.drafts.note(&place(register), unsaved);
    }

    /// What was typed for a register and not saved when a program ended without being left.
    pub fn left_behind(&mut self, register: &Path) -> Vec<Answers> {
        self.drafts.left_behind(&place(register))
    }

    /// Takes a register off the list; the register itself stays.
    pub fn forget(&self, path: &Path) {
        let Some(list) = &self.list else { return };
        let mut recent = Recent::read(list);
        recent.forget(path);
        let _ = recent.write(list);
    }

    /// The registers opened lately, each as it stands now, and the usual one. Nothing is written to any of them.
    pub fn entries(&self) -> Vec<Entry> {
        let recent = self.list.as_deref().map(Recent::read).unwrap_or_default();
        let mut entries: Vec<Entry> = recent.registers.into_iter().map(|opened| self.entry(opened)).collect();
        let usual = self.usual.canonicalize().ok();
        if let Some(path) = usual.filter(|usual| entries.iter().all(|entry| entry.path != *usual)) {
            entries.push(self.entry(Opened { path, organization: String::new(), day: String::new() }));
        }
        entries
    }

    fn entry(&self, opened: Opened) -> Entry {
        let looked = Session::open(&opened.path, Access::ReadOnly, self.env.clone());
        let overview = looked.and_then(|mut session| session.overview(Lens::default()));
        let day = opened.day();
        let organization = overview.as_ref().map_or(opened.organization, |overview| overview.organization.clone());
        let standing = overview.map(|overview| Standing::of(&overview));
        Entry { path: opened.path, organization, opened: day, standing }
    }
}

/// Where a register lies, the same for every way to name it.
fn place(register: &Path) -> PathBuf {
    register.canonicalize().unwrap_or_else(|_| register.to_owned())
}
