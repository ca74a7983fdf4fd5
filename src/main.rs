//! The `sixtwo` program: reads its words, chooses the face, turns an error into a sentence and an exit code.

mod wishes;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use sixtwo::app::registers::Way;
use sixtwo::app::{Refusal, RefusalKind, Session, Shelf};
use sixtwo::cli::verb::present::PresentArgs;
use sixtwo::cli::{self, Cli, Common, Done, Exit, Failure, Place, Verb};
use sixtwo::tui;

fn main() -> ExitCode {
    // Without the hook a panic is told less well, nothing else.
    let hook = color_eyre::config::HookBuilder::default();
    let hook = if io::stderr().is_terminal() { hook } else { hook.theme(color_eyre::config::Theme::new()) };
    let _ = hook
        .display_env_section(false)
        .panic_section("This is a fault of sixtwo. What it said was saved is on disk.")
        .install();
    match Cli::try_parse() {
        Ok(words) => finish(run(words)),
        Err(answer) => {
            // Help and version go to stdout and are no mistakes; a reader that closed its pipe is none either.
            let _ = answer.print();
            ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2))
        }
    }
}

fn run(words: Cli) -> Done {
    let common = words.common_with_register();
    match words.verb {
        None => {
            let place = cli::place_of_full_screen(&common)?;
            terminal()?;
            let shelf = place.shelf()?;
            // Nobody named a register and the usual one is not there yet: the screen shows the ways to one.
            let session = match common.file.is_none() && !place.register.exists() {
                true => None,
                false => Some(shelf.open(&place.register)?),
            };
            open_full_screen(shelf, session, words.lens, &place)
        }
        Some(_) if words.lens.is_set() => {
            Err(usage("--as-of and --known-at stand behind the verb").next("try `sixtwo status --as-of DATE`").into())
        }
        Some(Verb::Demo(args)) if args.path.is_none() && terminal().is_ok() => {
            demo(&Common { screen: args.screen.over(&common.screen), ..common }, words.lens)
        }
        Some(Verb::Present(args)) if terminal().is_ok() => present(&args, &common),
        Some(verb) => cli::run(verb, &common, &wishes::face()),
    }
}

/// A running meeting for the room, read only.
fn present(args: &PresentArgs, common: &Common) -> Done {
    let common = Common {
        file: args.register.clone().or_else(|| common.file.clone()),
        read_only: true,
        screen: args.screen.over(&common.screen),
        ..common.clone()
    };
    let place = Place::find(&common);
    let shelf = place.shelf()?;
    let session = shelf.open(&place.register)?;
    show(shelf, Some(session), tui::Options { presents: true, actor_said: true, ..options(&place) })
}

/// The sample register, full screen, on a copy that is thrown away at the end.
fn demo(common: &Common, lens: cli::args::LensArgs) -> Done {
    let place = Place::find(common);
    let mut shelf = place.shelf()?;
    let session = shelf.go(&Way::Sample)?;
    open_full_screen(shelf, Some(session), lens, &place)
}

fn open_full_screen(shelf: Shelf, session: Option<Session>, lens: cli::args::LensArgs, place: &Place) -> Done {
    show(shelf, session, tui::Options { lens: lens.lens(), ..options(place) })
}

/// What the full screen is opened with, as far as a person said it once and for all.
fn options(place: &Place) -> tui::Options {
    tui::Options { actor_said: place.actor_said(), preferences: wishes::preferences(place), ..tui::Options::default() }
}

fn show(shelf: Shelf, session: Option<Session>, options: tui::Options) -> Done {
    match tui::run(shelf, session, options) {
        Ok(_) => Ok(Exit::Fine),
        Err(tui::Failure::NoTerminal) => Err(usage(tui::Failure::NoTerminal.to_string()).into()),
        Err(tui::Failure::Io(error)) => Err(Failure::Output(error)),
    }
}

/// Refuses where the full screen cannot be shown, before anything is opened for it.
fn terminal() -> Result<(), Refusal> {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb {
        return Ok(());
    }
    Err(usage(tui::Failure::NoTerminal.to_string()))
}

fn usage(message: impl Into<String>) -> Refusal {
    Refusal::new(RefusalKind::Usage, message)
}

fn finish(done: Done) -> ExitCode {
    let failure = match done {
        Ok(Exit::Fine) => return ExitCode::SUCCESS,
        Ok(Exit::Findings) => return ExitCode::from(3),
        Err(failure) => failure,
    };
    match failure.code() {
        None => ExitCode::SUCCESS,
        Some(code) => {
            let _ = writeln!(io::stderr().lock(), "sixtwo: {}", failure.sentence());
            ExitCode::from(code)
        }
    }
}
