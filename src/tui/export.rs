//! The line that asks for the file a paper is written to: pages of the probe, a pack, minutes.

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::papers::{Format, Paper, PaperRequest};
use crate::app::probe::{EvidenceRequest, PageOf};
use crate::app::{Command, Outcome, Refusal, RefusalKind};
use crate::domain::words::counted;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::widgets::prompt::{self, Echo};

/// What is written.
#[derive(Debug)]
enum What {
    Pages(Vec<PageOf>),
    Paper(Paper),
}

/// Asks where to.
#[derive(Debug)]
pub struct ExportSheet {
    what: What,
    path: TextField,
    refused: Option<String>,
    /// The path that stands there is in use and may be replaced by one more Enter.
    replaces: Option<String>,
    /// It is being written.
    writes: bool,
}

impl ExportSheet {
    /// Asks for the file of a paper, with a name beside the register to take.
    pub fn paper(paper: Paper, model: &Model) -> ExportSheet {
        let register = model.overview.as_ref().map(|overview| overview.path.as_path()).unwrap_or(Path::new(""));
        let name = paper.beside(register).display().to_string();
        ExportSheet::asking(What::Paper(paper), name)
    }

    /// Asks for the file of these pages, with a name to take.
    pub fn pages(pages: Vec<PageOf>, model: &Model) -> ExportSheet {
        let day = model.overview.as_ref().map(|overview| overview.as_of.to_string()).unwrap_or_default();
        let name = match pages.as_slice() {
            [one] => one.code.to_lowercase(),
            _ => "evidence".to_owned(),
        };
        let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        ExportSheet::asking(What::Pages(pages), format!("{name}-{day}.html"))
    }

    fn asking(what: What, name: String) -> ExportSheet {
        ExportSheet { what, path: TextField::holding(name), refused: None, replaces: None, writes: false }
    }

    /// A name without an ending is a page to print.
    fn format(&self) -> Option<Format> {
        let path = Path::new(self.path.text().trim());
        if path.extension().is_none() { Some(Format::Html) } else { Format::of(path) }
    }

    fn write(&mut self) -> Step {
        let (Some(format), path) = (self.format(), self.path.text().trim()) else { return Step::stay() };
        if path.is_empty() || self.writes {
            return Step::stay();
        }
        let (replace, to) = (self.replaces.as_deref() == Some(path), PathBuf::from(path));
        self.writes = true;
        Step::run(match &self.what {
            What::Pages(pages) => {
                let request = EvidenceRequest { pages: pages.clone(), format, to, replace };
                Command::ExportEvidence(Box::new(request))
            }
            What::Paper(paper) => Command::WritePaper(PaperRequest { paper: *paper, format, to, replace }),
        })
    }

    fn echo(&self) -> Echo {
        if self.writes {
            return Echo::Hint("writing…".to_owned());
        }
        if let Some(why) = &self.refused {
            return Echo::Refused(why.clone());
        }
        let what = match &self.what {
            What::Pages(pages) => counted(pages.len(), "page", "pages"),
            What::Paper(paper) => paper.to_string(),
        };
        match self.format() {
            Some(format) => Echo::Understood(format!("{what} {}", format.good_for())),
            None => {
                let endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.word())).collect();
                Echo::Refused(format!("the name ends in one of {}", endings.join(", ")))
            }
        }
    }
}

impl Sheet for ExportSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Prompt]
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(&mut self.path)
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.refused = None;
        Step::stay()
    }

    fn act(&mut self, action: Action, _model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            Action::Confirm => self.write(),
            _ => Step::stay(),
        }
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        self.writes = false;
        match result {
            Ok(_) => Step::close(),
            Err(refusal) => {
                let there = refusal.kind == RefusalKind::Conflict;
                self.replaces = there.then(|| self.path.text().trim().to_owned());
                self.refused = Some(refusal.to_string());
                Step::stay()
            }
        }
    }

    fn covers(&self) -> bool {
        false
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        prompt::view(frame, body, model.theme, "Export to", &self.path, &self.echo());
    }
}
