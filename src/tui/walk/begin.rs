//! Beginning a walk: what waits for one comes first, every other cause after it.

use ratatui::text::Line;

use super::draw::row;
use crate::app::Command;
use crate::app::refresh::RefreshCommand;
use crate::app::view::Overview;
use crate::domain::status::phrase::day;
use crate::domain::version::Cause;
use crate::domain::words;
use crate::tui::theme::Theme;

/// One way to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    cause: Cause,
    event: String,
    head: String,
    waits: bool,
}

/// The ways to begin: triggers, then the causes no trigger names.
pub fn beginnings(overview: &Overview) -> Vec<Beginning> {
    let waiting = overview.triggers.iter().map(|trigger| Beginning {
        cause: trigger.cause,
        event: trigger.key.clone(),
        head: format!("{} on {}", trigger.what, day(trigger.day)),
        waits: true,
    });
    let waiting: Vec<Beginning> = waiting.collect();
    let others = Cause::ALL.iter().filter(|cause| !waiting.iter().any(|w| w.cause == **cause));
    let others = others.map(|cause| Beginning {
        cause: *cause,
        event: String::new(),
        head: words::cause(*cause).to_owned(),
        waits: false,
    });
    waiting.iter().cloned().chain(others.collect::<Vec<_>>()).collect()
}

impl Beginning {
    /// The write that begins it.
    pub fn command(&self) -> Command {
        Command::Refresh(RefreshCommand::Start { cause: self.cause, event: self.event.clone() })
    }

    /// Its line.
    pub fn line(&self, selected: bool, theme: Theme, width: usize) -> Line<'static> {
        row(&self.head, if self.waits { "waits for its refresh" } else { "" }, selected, theme, width)
    }
}
