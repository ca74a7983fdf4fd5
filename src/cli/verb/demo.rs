//! `demo`: a realistic sample register on a throw-away copy, marked DEMO.

use std::path::{Path, PathBuf};

use clap::Args;

use super::super::args::ScreenArgs;
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::outcome::usage;
use crate::app::{Access, Refusal, Session, demo};
use crate::domain::text::one_line;

/// Words of `demo`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo demo                       full screen, thrown away at the end\n  \
    sixtwo demo --path demo.sixtwo    write it to a new file, for the headless verbs")]
pub struct DemoArgs {
    /// Write it to this new file instead of opening it
    #[arg(long, value_name = "FILE")]
    pub path: Option<PathBuf>,
    /// How the full screen looks.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Writes the sample register. Opening it is the business of the full screen.
pub fn run(args: &DemoArgs, place: &Place, page: &mut Page) -> Done {
    let Some(path) = &args.path else {
        return Err(usage("there is no terminal to open the sample register in")
            .next("`sixtwo demo --path FILE` writes it to a new file, then `sixtwo -f FILE status` lists it")
            .into());
    };
    open(path, place)?;
    let shown = one_line(&path.display().to_string()).into_owned();
    page.line(&format!("created the sample register {shown}"))?;
    note(&format!("`sixtwo -f {shown} status` lists it, `sixtwo {shown}` opens it"));
    Ok(Exit::Fine)
}

/// Builds the sample register in a new file and opens it.
pub fn open(path: &Path, place: &Place) -> Result<Session, Refusal> {
    let env = place.env()?;
    demo::build(path, env.clock.now().today, &env)?;
    Session::open(path, Access::Write, env)
}
