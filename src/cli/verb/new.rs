//! `new`: creates a register.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::super::page::{Page, note};
use super::super::{Done, Exit, Place, default_register};
use crate::app::{Refusal, RefusalKind, Session};
use crate::domain::period::{FiscalCalendar, FiscalLabel};
use crate::domain::text::one_line;

const EXAMPLES: &str = "\
Examples:
  sixtwo new isms.sixtwo --organization \"Halden Medical\"
  sixtwo new isms.sixtwo --organization Acme --fiscal-year-start 4 --fiscal-label both

A fiscal year that spans two is named by the year it ends in (FY2027), the year it starts in (FY2026), or both
(FY2026-27).";

/// Words of `new`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct NewArgs {
    /// Where to create it; else -f, else the register of `sixtwo paths`
    #[arg(value_name = "FILE")]
    pub path: Option<PathBuf>,
    /// Whose register it is
    #[arg(long, value_name = "NAME")]
    pub organization: String,
    /// First month of the fiscal year
    #[arg(long, value_name = "MONTH", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=12))]
    pub fiscal_year_start: u8,
    /// Which year names a fiscal year that spans two
    #[arg(long, value_name = "RULE", value_enum, default_value_t = Label::Both)]
    pub fiscal_label: Label,
}

/// How a split fiscal year is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Label {
    /// By the year it ends in
    End,
    /// By the year it starts in
    Start,
    /// By both
    Both,
}

impl From<Label> for FiscalLabel {
    fn from(label: Label) -> FiscalLabel {
        match label {
            Label::End => FiscalLabel::End,
            Label::Start => FiscalLabel::Start,
            Label::Both => FiscalLabel::Both,
        }
    }
}

/// Creates a register.
pub fn run(args: &NewArgs, place: &Place, page: &mut Page) -> Done {
    let path = args.path.as_deref().unwrap_or(&place.register);
    if path == default_register() {
        make_folder_of(path)?;
    }
    let calendar = FiscalCalendar { start_month: args.fiscal_year_start, label: args.fiscal_label.into() };
    let session = Session::create(path, &args.organization, calendar, place.env()?)?;
    let shown = session.path().display().to_string();
    page.line(&format!("created {} for {}", one_line(&shown), one_line(&args.organization)))?;
    note(&format!("`sixtwo -f {shown} import objectives FILE` brings objectives in, `sixtwo {shown}` opens it"));
    Ok(Exit::Fine)
}

/// The default place may not exist yet; only its owner may look inside.
fn make_folder_of(path: &Path) -> Result<(), Refusal> {
    let Some(folder) = path.parent() else { return Ok(()) };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        Refusal::new(RefusalKind::File, format!("the folder {} cannot be made: {error}", folder.display()))
    })
}
