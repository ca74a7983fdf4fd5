//! Pages as a file: one or several objectives, each as known on its own day, in one document and one line of the
//! history.

use std::path::PathBuf;

use crate::app::papers::{Format, Written, cannot_write, refuse_name, refuse_taken, replace, shown};
use crate::app::view::Lens;
use crate::app::{Outcome, Refusal, RefusalKind, Session};
use crate::domain::operation::Operation;
use crate::domain::probe::Page;
use crate::domain::snapshot::sha256_hex;
use crate::domain::words::counted;
use crate::report::{evidence, json};

/// One page: an objective, and from where it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageOf {
    /// Its code.
    pub code: String,
    /// From where.
    pub lens: Lens,
}

/// Which pages, how, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRequest {
    /// The pages in their order.
    pub pages: Vec<PageOf>,
    /// What they are written as.
    pub format: Format,
    /// The file.
    pub to: PathBuf,
    /// A file that is there may be replaced.
    pub replace: bool,
}

impl Session {
    /// A document with these pages: always the same while the register stays as it is.
    pub fn pages(&mut self, pages: &[PageOf], format: Format) -> Result<Written, Refusal> {
        if pages.is_empty() {
            return Err(Refusal::new(RefusalKind::Usage, "there is no page to export").next("name an objective"));
        }
        let pages: Vec<Page> = pages.iter().map(|page| self.probe(&page.code, page.lens)).collect::<Result<_, _>>()?;
        match format {
            Format::Json => json::evidence(&pages)
                .map(Written::from)
                .map_err(|error| Refusal::new(RefusalKind::Broken, format!("the pages cannot be written: {error}"))),
            format => self.paper(evidence::document(&pages), "evidence", format),
        }
    }

    /// Writes a document and one line of the history that says so; a register that is open for reading only keeps no
    /// line, which the outcome warns of. The file is written whole or not at all.
    pub fn export_evidence(&mut self, request: &EvidenceRequest) -> Result<Outcome, Refusal> {
        let to = &request.to;
        refuse_taken(to, self.path(), request.replace)?;
        let written = self.pages(&request.pages, request.format)?;
        refuse_name(&written, to)?;
        let Written { bytes, notes } = written;
        let what = self.named(&request.pages)?;
        let pages = counted(request.pages.len(), "page", "pages");
        let summary = format!("{}: {pages}, {what}", shown(to));
        if self.is_read_only() {
            replace(to, &bytes).map_err(|error| cannot_write(to, &error))?;
            let unsaid = "the history does not say so, because this register is open for reading only";
            let warnings = notes.into_iter().chain([unsaid.to_owned()]).collect();
            return Ok(Outcome { summary, warnings, ..Outcome::default() });
        }
        let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let line = format!("{what}; {name}, SHA-256 {}", sha256_hex(&bytes));
        self.write(Operation::EvidenceExport, &line, |write| {
            write.tx().note()?;
            replace(to, &bytes).map_err(|error| cannot_write(to, &error))?;
            Ok(Outcome { summary, warnings: notes, ..Outcome::default() })
        })
    }

    /// `HR-2, IT-2 as known on 9 Nov 2026`
    fn named(&mut self, pages: &[PageOf]) -> Result<String, Refusal> {
        let mut days: Vec<(Lens, Vec<String>)> = Vec::new();
        for page in pages {
            let code = page.code.trim().to_uppercase();
            match days.iter_mut().find(|(lens, _)| *lens == page.lens) {
                Some((_, codes)) => codes.push(code),
                None => days.push((page.lens, vec![code])),
            }
        }
        let mut said = Vec::with_capacity(days.len());
        for (lens, codes) in days {
            let known = self.probe(&codes[0], lens)?.known();
            said.push(format!("{} {known}", codes.join(", ")));
        }
        Ok(said.join("; "))
    }
}
