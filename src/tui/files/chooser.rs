//! The state of choosing: what is typed, what stands in the folder, which line is selected.

use std::path::{MAIN_SEPARATOR, PathBuf, is_separator};

use ratatui::Frame;
use ratatui::layout::Rect;

use super::candidates::{Candidate, Wanted, candidates, completion};
use super::draw;
use crate::app::Refusal;
use crate::app::folder::{Entry, Folder};
use crate::tui::effect::Question;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::text_field::TextField;
use crate::tui::widgets::listing::Listing;

/// A file being chosen. A sheet holds it, gives it `Scope::Files` and hands over what is typed, done and told.
#[derive(Clone, Debug)]
pub struct FileChooser {
    pub(super) wanted: Wanted,
    pub(super) line: TextField,
    /// `None` until the first folder was read.
    pub(super) folder: Option<Folder>,
    pub(super) problem: Option<String>,
    pub(super) found: Vec<Candidate>,
    pub(super) listing: Listing,
    /// The folder that was asked for last, as typed.
    asked: String,
}

/// What an action on the chooser led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It goes on.
    Nothing,
    /// A folder is to be read; the answer goes to [`FileChooser::told`].
    Ask(Question),
    /// This file.
    File(PathBuf),
    /// No file: the person goes back.
    Left,
}

impl FileChooser {
    /// Begins in the folder the program was started in.
    pub fn new(wanted: Wanted) -> FileChooser {
        FileChooser {
            wanted,
            line: TextField::default(),
            folder: None,
            problem: None,
            found: Vec::new(),
            listing: Listing::default(),
            asked: String::new(),
        }
    }

    /// The first question: what stands here.
    pub fn opened(&self) -> Question {
        Question::Folder(self.asked.clone())
    }

    /// The path line.
    pub fn field(&mut self) -> &mut TextField {
        &mut self.line
    }

    /// The path line took a key: narrows the list, or asks for another folder.
    pub fn edited(&mut self) -> Option<Question> {
        self.problem = None;
        self.listing = Listing::default();
        let (named, _) = split(self.line.text());
        if named == self.asked {
            self.narrow();
            return None;
        }
        self.asked = named;
        self.found.clear();
        Some(Question::Folder(self.asked.clone()))
    }

    /// A folder was read, or could not be.
    pub fn told(&mut self, result: Result<Folder, Refusal>) {
        match result {
            Ok(folder) if folder.named == self.asked => {
                self.folder = Some(folder);
                self.problem = None;
                self.narrow();
            }
            // Typing went on meanwhile.
            Ok(_) => {}
            Err(refusal) => {
                self.folder = None;
                self.found.clear();
                self.problem = Some(refusal.to_string());
            }
        }
    }

    /// An action of `Scope::Files` or a movement.
    pub fn act(&mut self, action: Action, body: Rect) -> Chosen {
        match action {
            Action::Open => self.open(),
            Action::Complete => self.complete(),
            Action::Back if self.line.is_empty() => Chosen::Left,
            Action::Back => {
                self.line.clear();
                self.asks()
            }
            _ => {
                self.listing.act(action, self.found.len(), draw::rows(body));
                Chosen::Nothing
            }
        }
    }

    /// Draws it into the body, the cursor in the path line.
    pub fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        draw::draw(self, frame, body, model);
    }

    /// What is typed behind the folder.
    pub(super) fn typed(&self) -> String {
        split(self.line.text()).1
    }

    pub(super) fn entry(&self, candidate: &Candidate) -> Option<&Entry> {
        match candidate {
            Candidate::Up => None,
            Candidate::Entry(at) => self.folder.as_ref()?.entries.get(*at),
        }
    }

    fn narrow(&mut self) {
        let typed = self.typed();
        self.found = self.folder.as_ref().map(|folder| candidates(folder, &typed, self.wanted)).unwrap_or_default();
    }

    fn asks(&mut self) -> Chosen {
        self.edited().map_or(Chosen::Nothing, Chosen::Ask)
    }

    fn open(&mut self) -> Chosen {
        let Some(candidate) = self.found.get(self.listing.selected).cloned() else {
            if self.problem.is_none() && self.folder.is_some() {
                self.problem = Some(format!("nothing here is called {}", self.typed()));
            }
            return Chosen::Nothing;
        };
        match (&candidate, self.entry(&candidate)) {
            (Candidate::Up, _) => self.go_up(),
            (_, Some(entry)) if entry.is_folder => {
                let into = format!("{}{}{MAIN_SEPARATOR}", self.asked, entry.name);
                self.go(into)
            }
            (_, Some(entry)) => Chosen::File(entry.path.clone()),
            _ => Chosen::Nothing,
        }
    }

    fn go(&mut self, named: String) -> Chosen {
        self.line.set(named);
        self.asks()
    }

    /// `a/b/` becomes `a/`; where the name ends, the way goes on by `..`.
    fn go_up(&mut self) -> Chosen {
        let named = self.asked.trim_end_matches(is_separator);
        let (above, last) = split(named);
        let climbs = named.is_empty() || last == ".." || last == "." || last == "~";
        let up = if !climbs {
            above
        } else if last == "~" {
            let home = self.folder.as_ref().and_then(|folder| folder.path.parent());
            home.map(|path| with_separator(&path.display().to_string())).unwrap_or_default()
        } else {
            format!("{}..{MAIN_SEPARATOR}", self.asked)
        };
        self.go(up)
    }

    /// As far as it is certain; beyond that the selected line.
    fn complete(&mut self) -> Chosen {
        let typed = self.typed();
        let Some(folder) = &self.folder else { return Chosen::Nothing };
        let certain = completion(folder, &typed).filter(|_| !typed.is_empty());
        let name = match certain {
            Some(name) => name,
            None => match self.found.get(self.listing.selected) {
                Some(Candidate::Up) => return self.go_up(),
                Some(Candidate::Entry(at)) => folder.entries[*at].name.clone(),
                None => return Chosen::Nothing,
            },
        };
        let is_folder = folder.entries.iter().any(|entry| entry.is_folder && entry.name == name);
        let named = format!("{}{name}", self.asked);
        self.go(if is_folder { with_separator(&named) } else { named })
    }
}

/// The folder a typed path names, with its separator, and what is typed behind it.
fn split(path: &str) -> (String, String) {
    if path == "~" {
        return (with_separator(path), String::new());
    }
    let end = path.char_indices().rev().find(|(_, c)| is_separator(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    (path[..end].to_owned(), path[end..].to_owned())
}

fn with_separator(path: &str) -> String {
    if path.ends_with(is_separator) { path.to_owned() } else { format!("{path}{MAIN_SEPARATOR}") }
}
