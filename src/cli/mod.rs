//! The headless face: the same use cases as the full screen, for the shell, cron and CI.
//!
//! Data goes to stdout, everything else to stderr. Nothing here computes a status or knows the file format.

pub mod args;
pub mod config;
pub mod face;
mod page;
mod place;
pub mod verb;

use std::io;

use clap::CommandFactory;

use crate::app::{Refusal, RefusalKind};
pub use args::{Cli, Common, Verb};
pub use face::Face;
pub use page::Page;
pub use place::{Place, default_register};

/// How a verb ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to report: exit code 0.
    Fine,
    /// Something a person should look at: exit code 3.
    Findings,
}

/// Why a verb ended early.
#[derive(Debug)]
pub enum Failure {
    /// The register or the rules refused.
    Refused(Refusal),
    /// The output could not be written; a reader that went away is not a failure.
    Output(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(refusal)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

impl Failure {
    /// The exit code of the contracts: 2 for the call's own words, else 1. `None` where nothing failed: the reader of
    /// a pipe closed it.
    pub fn code(&self) -> Option<u8> {
        match self {
            Failure::Refused(refusal) if refusal.kind == RefusalKind::Usage => Some(2),
            Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            _ => Some(1),
        }
    }

    /// The sentence for a person.
    pub fn sentence(&self) -> String {
        match self {
            Failure::Refused(refusal) => refusal.to_string(),
            Failure::Output(error) => format!("the output could not be written: {error}"),
        }
    }
}

/// What a verb gives back.
pub type Done = Result<Exit, Failure>;

/// Runs a verb that needs no full screen. `face` is what it has to know of the other face, handed in because the two
/// do not know each other.
pub fn run(verb: Verb, common: &Common, face: &Face) -> Done {
    let place = Place::find(common);
    if !matches!(verb, Verb::Config(_)) {
        place.say_problems();
    }
    let mut page = Page::stdout();
    page.prefer_colour(place.preferred.said("color"));
    let exit = match verb {
        Verb::Demo(args) => verb::demo::run(&args, &place, &mut page)?,
        Verb::Present(args) => verb::present::run(&args)?,
        Verb::New(args) => verb::new::run(&args, &place, &mut page)?,
        Verb::Import(args) => verb::import::run(&args, &place, &mut page)?,
        Verb::Record(args) => verb::record::run(&args, &place, &mut page)?,
        Verb::Status(args) => verb::status::run(&args, &place, &mut page)?,
        Verb::Show(args) => verb::show::run(&args, &place, &mut page)?,
        Verb::Due(args) => verb::due::run(&args, &place, &mut page)?,
        Verb::Trace(args) => verb::trace::run(&args, &place, &mut page)?,
        Verb::Source(args) => verb::source::run(&args, &place, &mut page)?,
        Verb::Policy(args) => verb::policy::run(&args, &place, &mut page)?,
        Verb::History(args) => verb::history::run(&args, &place, &mut page)?,
        Verb::Refresh(args) => verb::refresh::run(&args, &place, &mut page)?,
        Verb::Approve(args) => verb::approve::run(&args, &place, &mut page)?,
        Verb::Edition(args) => verb::edition::run(&args, &place, &mut page)?,
        Verb::Communicate(args) => verb::communicate::run(&args, &place, &mut page)?,
        Verb::Acknowledge(args) => verb::communicate::acknowledge(&args, &place, &mut page)?,
        Verb::Retire(args) => verb::retire::run(&args, &place, &mut page)?,
        Verb::Supersede(args) => verb::supersede::run(&args, &place, &mut page)?,
        Verb::People(args) => verb::people::run(&args, &place, &mut page)?,
        Verb::Settings(args) => verb::settings::run(&args, &place, &mut page)?,
        Verb::Snapshot(args) => verb::snapshot::run(&args, &place, &mut page)?,
        Verb::Export(args) => verb::export::run(&args, &place, &mut page)?,
        Verb::Check(args) => verb::check::run(&args, &place, &mut page)?,
        Verb::Review(args) => verb::review::run(&args, &place, &mut page)?,
        Verb::Action(args) => verb::action::run(&args, &place, &mut page)?,
        Verb::Audit(args) => verb::audit::run(&args, &place, &mut page)?,
        Verb::Verify(args) => verb::verify::run(&args, &place, &mut page)?,
        Verb::Backup(args) => verb::backup::run(&args, &place, &mut page)?,
        Verb::Restore(args) => verb::backup::restore(&args, &place, &mut page)?,
        Verb::Undo(args) => verb::undo::run(&args, &place, &mut page)?,
        Verb::Redo(args) => verb::undo::redo(&args, &place, &mut page)?,
        Verb::Keys(args) => verb::keys::run(&args, &place, face, &mut page)?,
        Verb::Paths(args) => verb::paths::run(&args, &place, &mut page)?,
        Verb::Config(args) => verb::config::run(&args, &place, face, &mut page)?,
        Verb::Completions(args) => verb::completions::run(&args, &mut page)?,
        Verb::Man(args) => verb::man::run(&args, face, &mut page)?,
        Verb::Help(args) => verb::help::run(&args, &mut page)?,
    };
    page.finish()?;
    Ok(exit)
}

/// The register to open full screen. A word that is neither a register nor a verb is mostly a slip of the finger.
pub fn place_of_full_screen(common: &Common) -> Result<Place, Refusal> {
    let place = Place::find(common);
    if place.register.exists() {
        return Ok(place);
    }
    let command = Cli::command();
    let word = place.register.display().to_string();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    if let [verb, ..] = crate::domain::near::near(&word, verbs).as_slice() {
        return Err(Refusal::new(RefusalKind::Usage, format!("there is no register and no verb `{word}`"))
            .next(format!("did you mean `sixtwo {verb}`")));
    }
    Ok(place)
}
