//! A screen at an empty register on disk, beside a folder of files: every effect is carried out between two keys.

use std::fs;
use std::path::PathBuf;

use sixtwo::app::folder::Folder;
use sixtwo::app::view::Lens;
use sixtwo::app::{Clock, Env, Session};
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};
use tempfile::TempDir;

use crate::tui::fixture::Screen;

/// Somebody with a spreadsheet.
pub struct Seat {
    pub screen: Screen,
    pub session: Session,
    /// Keys pressed so far.
    pub keys: usize,
    folder: TempDir,
}

impl Seat {
    /// An empty register of the company on 9 November 2026.
    pub fn new(width: u16, height: u16) -> Seat {
        let folder = tempfile::tempdir().expect("a folder");
        let env = Env {
            clock: Clock::set_to("2026-11-09").expect("a day"),
            actor: "M. Silva".to_owned(),
            os_user: "tester".to_owned(),
        };
        let path = folder.path().join("register.sixtwo");
        let calendar = FiscalCalendar::default();
        let mut session = Session::create_demo(&path, "Halden Medical", calendar, env).expect("a register");
        let overview = session.overview(Lens::default()).expect("an overview");
        let screen = Screen::showing(overview, width, height);
        Seat { screen, session, keys: 0, folder }
    }

    /// Puts a file beside the register.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> &mut Seat {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the file");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Where a file lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Types text as it is.
    pub fn types(&mut self, text: &str) -> &mut Seat {
        for letter in text.chars() {
            self.press(&letter.to_string());
        }
        self
    }

    /// Opens the import and types the folder.
    pub fn at_files(&mut self) -> &mut Seat {
        let here = format!("{}/", self.folder.path().display());
        self.press("I").types(&here)
    }

    /// Presses keys one by one; everything is answered between them.
    pub fn press(&mut self, keys: &str) -> &mut Seat {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.find('>').filter(|_| first == '<');
            let (key, tail) = rest.split_at(named.map_or(first.len_utf8(), |end| end + 1));
            self.screen.press(key);
            self.keys += 1;
            self.settle();
            rest = tail;
        }
        self
    }

    fn settle(&mut self) {
        while !self.screen.asked.is_empty() {
            for effect in std::mem::take(&mut self.screen.asked) {
                self.follow(effect);
            }
        }
    }

    fn follow(&mut self, effect: Effect) {
        let msg = match effect {
            Effect::LoadDossier(code) => match self.session.dossier(&code, Lens::default()) {
                Ok(dossier) => Msg::Dossier(Box::new(dossier)),
                Err(refusal) => Msg::ReadFailed(refusal),
            },
            Effect::Run { asker, command } => {
                let result = self.session.run(*command);
                let overview = self.session.overview(Lens::default()).expect("an overview");
                self.screen.send(Msg::Overview(Box::new(overview)));
                Msg::Ran { asker, result }
            }
            Effect::Ask { asker, question } => {
                let result = match question {
                    Question::Spreadsheet(path) => {
                        self.session.look_at(&path).map(|draft| Reply::Spreadsheet(Box::new(draft)))
                    }
                    Question::ImportPreview(number, draft) => {
                        let preview = self.session.preview_of(&draft);
                        preview.map(|preview| Reply::ImportPreview(number, Box::new(preview)))
                    }
                    Question::Folder(named) => Folder::read(&named).map(|folder| Reply::Folder(Box::new(folder))),
                    other => panic!("nobody asks {other:?} here"),
                };
                Msg::Told { asker, result }
            }
            _ => return,
        };
        self.screen.send(msg);
    }

    /// The picture, with the name of the test's folder taken out.
    pub fn text(&self) -> String {
        self.screen.text()
    }

    /// The line that says something.
    pub fn line_with(&self, word: &str) -> String {
        self.screen.line_with(word)
    }
}
