//! Watches how far a long work is and tells the screen: nothing for what is done within a second, then only what is new.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::Event;
use crate::domain::progress::{Seen, Work};
use crate::tui::msg::Msg;

/// Work that takes no longer than this is not worth a word.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often what is new is told after that.
const LOOK: Duration = Duration::from_millis(250);

/// What the worker tells the watcher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A piece of work begins.
    Begins,
    /// It has ended.
    Ends,
}

/// Starts the thread; it waits without a clock while nothing is being done.
pub fn watch(work: Work, events: Sender<Event>) -> Sender<Turn> {
    let (turns, inbox) = channel();
    thread::spawn(move || while follow_one(&work, &inbox, &events).is_some() {});
    turns
}

/// From the beginning of a piece of work to its end; `None` where the worker has gone.
fn follow_one(work: &Work, inbox: &Receiver<Turn>, events: &Sender<Event>) -> Option<()> {
    if inbox.recv().ok()? == Turn::Ends {
        return Some(());
    }
    let mut told: Option<Seen> = None;
    loop {
        match inbox.recv_timeout(if told.is_none() { PATIENCE } else { LOOK }) {
            Err(RecvTimeoutError::Timeout) => {
                let seen = Some(work.seen());
                if seen != told {
                    told = seen;
                    events.send(Event::Msg(Msg::Progress(seen))).ok()?;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return None,
            Ok(_) if told.is_some() => return events.send(Event::Msg(Msg::Progress(None))).ok(),
            Ok(_) => return Some(()),
        }
    }
}
