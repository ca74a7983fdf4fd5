//! `backup` and `restore`: a copy counts once it was verified.

use std::path::PathBuf;

use clap::Args;

use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::verify;
use crate::app::{Refusal, RefusalKind};
use crate::domain::text::one_line;

/// Words of `backup`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo backup isms-2026-11-23.sixtwo\n\nA file that exists is never overwritten.")]
pub struct BackupArgs {
    /// The new file
    pub path: PathBuf,
}

/// Words of `restore`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo -f isms.sixtwo restore isms-2026-11-23.sixtwo\n\n\
    The backup is verified first; the present register is moved aside, never overwritten.")]
pub struct RestoreArgs {
    /// The backup
    pub path: PathBuf,
}

/// Writes a backup.
pub fn run(args: &BackupArgs, place: &Place, page: &mut Page) -> Done {
    let report = place.open_to_read()?.backup(&args.path)?;
    page.line(&format!("backup     {}", one_line(&args.path.display().to_string())))?;
    verify::print(&report, page)?;
    Ok(Exit::Fine)
}

/// Puts a backup in the place of the register.
pub fn restore(args: &RestoreArgs, place: &Place, page: &mut Page) -> Done {
    if place.is_read_only() {
        return Err(Refusal::new(RefusalKind::ReadOnly, "a register open for reading only is not replaced").into());
    }
    let aside = crate::app::restore(&args.path, &place.register, &crate::app::Clock::System)?;
    page.line(&format!("restored   {}", one_line(&place.register.display().to_string())))?;
    if let Some(aside) = aside {
        note(&format!("the register that was there is kept as {}", aside.display()));
    }
    Ok(Exit::Fine)
}
