//! Threads that wait: one for keys, one for signals.

use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event as TerminalEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::Event;
use crate::tui::msg::{Mouse, Msg};

/// How often somebody looks whether the terminal is still there.
const LOOK: Duration = Duration::from_millis(200);

/// Sees a terminal that goes away without a signal. Reading it does not: there the reader turns in circles, as fast as
/// it can, until the program ends.
pub fn watch_terminal(events: Sender<Event>) {
    thread::spawn(move || {
        while io::stdin().is_terminal() {
            thread::sleep(LOOK);
        }
        let _ = events.send(Event::End);
    });
}

/// Reads the terminal until it is gone.
pub fn read_keys(events: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(TerminalEvent::Key(key)) => Event::Msg(Msg::Key(key)),
                Ok(TerminalEvent::Mouse(mouse)) => match mouse_of(mouse) {
                    Some(mouse) => Event::Msg(Msg::Mouse(mouse)),
                    None => continue,
                },
                Ok(TerminalEvent::Paste(text)) => Event::Msg(Msg::Paste(text)),
                // Between keys crossterm can lose a change of size; on Unix the signal itself is watched below.
                Ok(TerminalEvent::Resize(..)) if cfg!(not(unix)) => Event::Resized,
                Ok(_) => continue,
                Err(_) => Event::End,
            };
            let ended = matches!(event, Event::End);
            if events.send(event).is_err() || ended {
                return;
            }
        }
    });
}

/// What counts of the mouse: clicks of the first button and the wheel.
fn mouse_of(event: MouseEvent) -> Option<Mouse> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click(at)),
        MouseEventKind::ScrollUp => Some(Mouse::WheelUp(at)),
        MouseEventKind::ScrollDown => Some(Mouse::WheelDown(at)),
        _ => None,
    }
}

/// Turns signals into events: the end, a change of size, a stop, and going on after a stop nobody announced.
#[cfg(unix)]
pub fn watch_signals(events: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let mut signals =
        signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Resumed,
                SIGWINCH => Event::Resized,
                _ => Event::End,
            };
            if events.send(event).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// There are no such signals here.
#[cfg(not(unix))]
pub fn watch_signals(_events: Sender<Event>) -> io::Result<()> {
    Ok(())
}
