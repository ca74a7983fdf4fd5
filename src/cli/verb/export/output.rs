//! What every `export` understands: what to write, and where to.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::super::super::page::{Page, note};
use super::super::super::{Done, Exit};
use super::super::outcome::usage;
use crate::app::papers::{Format, Written};
use crate::app::{Refusal, Session};
use crate::domain::text::one_line;

/// What is written, and where to.
#[derive(Args, Clone, Debug)]
pub struct OutputArgs {
    /// What to write; else the ending of PATH says it
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    pub format: Option<Format>,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "PATH")]
    pub output: PathBuf,
}

impl OutputArgs {
    /// What is asked for, by its name or by the file's.
    pub fn format(&self) -> Result<Format, Refusal> {
        self.format.or_else(|| Format::of(&self.output)).ok_or_else(|| {
            usage(format!("`{}` does not say what to write", one_line(&self.output.display().to_string())))
                .next("name it, such as `--format html`, or end the path with .html, .md, .pdf, .xlsx, .csv or .json")
        })
    }

    /// The file; `None` for stdout.
    pub fn file(&self) -> Option<&Path> {
        Some(self.output.as_path()).filter(|path| *path != Path::new("-"))
    }

    /// Puts a paper where it is wanted, and says what it is: `pack of snapshot 3`.
    pub fn deliver(&self, what: &str, written: &Written, session: &Session, page: &mut Page) -> Done {
        match self.file() {
            None => page.bytes(&written.bytes)?,
            Some(path) => {
                let filed = session.file_paper(written, path)?;
                let shown = filed.path.display().to_string();
                page.line(&format!("{}: {}, {} bytes", one_line(&shown), one_line(what), filed.bytes))?;
            }
        }
        for said in &written.notes {
            note(said);
        }
        Ok(Exit::Fine)
    }
}

/// The formats with what each is good for.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    let words = Format::ALL.map(|format| PossibleValue::new(format.word()).help(format.good_for()));
    PossibleValuesParser::new(words)
        .map(|word| Format::ALL.into_iter().find(|format| format.word() == word).unwrap_or(Format::Html))
}
