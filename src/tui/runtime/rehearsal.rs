//! The full screen without a terminal: what the worker would do is done at once, between one message and the next.
//!
//! Tests and pictures use it, so that they show what a person would see on the same register.

use std::sync::mpsc::{Receiver, channel};

use super::Event;
use super::worker::{Desk, Order};
use crate::app::view::Lens;
use crate::app::{Access, Session, Shelf};
use crate::domain::progress::Work;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::update::update;

/// A model with a register behind it.
pub struct Rehearsal {
    /// What is on the screen.
    pub model: Model,
    /// What was asked of the terminal: to leave, to copy, to stop.
    pub asked: Vec<Effect>,
    desk: Desk,
    inbox: Receiver<Event>,
}

impl Rehearsal {
    /// Opens a register on a screen that has read it.
    pub fn open(session: Session, lens: Lens, model: Model) -> Rehearsal {
        let (events, inbox) = channel();
        let (watcher, _) = channel();
        // Nothing is remembered of a rehearsal.
        let shelf = Shelf::new(session.env().clone(), Access::Write, session.path().to_owned(), None);
        let desk = Desk::new((shelf, Some(session)), lens, events, (Work::default(), watcher));
        let mut rehearsal = Rehearsal { model, asked: Vec::new(), desk, inbox };
        rehearsal.follow(vec![Effect::LoadOverview]);
        rehearsal
    }

    /// Takes a message in, and everything that follows from it.
    pub fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.follow(effects);
    }

    fn follow(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match Order::from(effect.clone()) {
                Order::Nothing => self.asked.push(effect),
                order => self.desk.carry_out(order),
            }
        }
        while let Ok(event) = self.inbox.try_recv() {
            if let Event::Msg(msg) = event {
                self.send(msg);
            }
        }
    }
}
