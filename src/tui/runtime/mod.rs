//! The loop: messages in, `update`, effects out, one draw.

mod clipboard;
mod input;
pub mod rehearsal;
mod terminal;
mod watch;
mod worker;

use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use ratatui::crossterm::style::force_color_output;

use self::terminal::Screen;
use self::worker::{Order, Worker};
use super::effect::Effect;
use super::model::Model;
use super::msg::Msg;
use super::preferences::Preferences;
use super::theme::Theme;
use super::update::{begin, selection, update};
use super::view::view;
use crate::app::view::Lens;
use crate::app::{Session, Shelf};

/// What the full screen is opened with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// From where the register is looked at.
    pub lens: Lens,
    /// Somebody said who writes; otherwise the screen asks once before the first write.
    pub actor_said: bool,
    /// Follow a running meeting instead of working.
    pub presents: bool,
    /// What the config file and the command line say about the full screen.
    pub preferences: Preferences,
}

/// Why the full screen was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// A person left.
    Quit,
    /// The terminal went away or a signal asked for the end; everything acknowledged is on disk.
    Ended,
}

/// Why the full screen could not be shown.
#[derive(Debug)]
pub enum Failure {
    /// There is no terminal: exit code 2.
    NoTerminal,
    /// The terminal failed.
    Io(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::NoTerminal => f.write_str(
                "the full screen needs a terminal; without one use sixtwo status, show, due, record, export (sixtwo help lists all)",
            ),
            Failure::Io(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

/// What the loop waits for.
#[derive(Debug)]
pub(super) enum Event {
    /// Something for `update`.
    Msg(Msg),
    /// The terminal has another size, or had one for a moment.
    Resized,
    /// Stop like any job of the shell.
    Suspend,
    /// It goes on after a stop nobody announced: the terminal may be in any state.
    Resumed,
    /// The terminal is gone, or a signal asks for the end.
    End,
}

/// How long the first picture waits for the register: longer, and an empty frame is shown first.
const FIRST_PICTURE: Duration = Duration::from_millis(60);

/// Shows a register full screen until the person leaves; without one, the ways to one. `shelf` is where others are
/// taken from.
pub fn run(shelf: Shelf, session: Option<Session>, options: Options) -> Result<ExitReason, Failure> {
    if !io::stdin().is_terminal()
        || !io::stdout().is_terminal()
        || std::env::var_os("TERM").is_some_and(|t| t == "dumb")
    {
        return Err(Failure::NoTerminal);
    }
    let offered = (!options.actor_said).then(|| shelf.actor().to_owned());
    let chosen = session.is_some();
    let (events, inbox) = channel();
    let worker = Worker::start(shelf, session, options.lens, events.clone());
    worker.order(Order::Overview);
    let theme = Theme::from_env(&options.preferences);
    // crossterm would answer NO_COLOR with full resets that wipe bold and reverse; the theme answers it instead.
    force_color_output(true);
    // A signal between entering and the first key must find somebody who gives the terminal back.
    input::watch_signals(events.clone())?;
    let mut screen = Screen::enter()?;
    let mut model = Model { unnamed: offered, ..Model::new(screen.size(), theme).preferring(options.preferences) };
    screen.let_mouse_in(model.preferences.mouse)?;
    if options.presents || !chosen {
        for effect in begin(&mut model, options.presents) {
            worker.order(Order::from(effect));
        }
    }
    let first = inbox.recv_timeout(FIRST_PICTURE).ok();
    input::watch_terminal(events.clone());
    input::read_keys(events);
    let reason = turn(&mut model, &mut screen, &worker, &inbox, first);
    drop(screen);
    worker.stop();
    reason
}

/// Takes what has come, draws once, waits.
fn turn(
    model: &mut Model,
    screen: &mut Screen,
    worker: &Worker,
    inbox: &Receiver<Event>,
    first: Option<Event>,
) -> Result<ExitReason, Failure> {
    let mut next = first;
    let mut changed = true;
    loop {
        while let Some(event) = next.take().or_else(|| inbox.try_recv().ok()) {
            changed |= !was_read_ahead(model, &event);
            let effects = match event {
                Event::Msg(msg) => update(model, msg),
                Event::Resized => {
                    if screen.start_anew().is_err() {
                        return Ok(ExitReason::Ended);
                    }
                    let (width, height) = screen.size();
                    update(model, Msg::Resize(width, height))
                }
                Event::Suspend => vec![Effect::Suspend],
                Event::Resumed => {
                    screen.resume()?;
                    Vec::new()
                }
                Event::End => return Ok(ExitReason::Ended),
            };
            for effect in effects {
                match effect {
                    Effect::Quit => return Ok(ExitReason::Quit),
                    Effect::Suspend => screen.suspend()?,
                    Effect::Mouse(lets_in) => screen.let_mouse_in(lets_in)?,
                    Effect::Copy(text) => {
                        let way = clipboard::copy(&text)?;
                        update(model, Msg::Copied(way));
                    }
                    Effect::Cancel(number) => worker.cancel(number),
                    other => worker.order(Order::from(other)),
                }
            }
        }
        if std::mem::take(&mut changed) {
            if screen.draw(|frame| view(model, frame)).is_err() {
                return Ok(ExitReason::Ended);
            }
            worker.order(Order::Ahead(selection::ahead(model)));
        }
        match inbox.recv() {
            Ok(event) => next = Some(event),
            Err(_) => return Ok(ExitReason::Ended),
        }
    }
}

/// What was read for a key that was not pressed yet changes nothing of what is seen.
fn was_read_ahead(model: &Model, event: &Event) -> bool {
    match event {
        Event::Msg(Msg::Dossier(dossier)) => model.home.selected.as_deref() != Some(dossier.row.code()),
        _ => false,
    }
}
