//! How far a long work is, and whether somebody asked to stop it.
//!
//! The thread that works [follows](Work::follow) a [`Work`] once; from then on [`step`] tells it how far things are from
//! anywhere below, without a handle passed through every function. Where nobody follows, a step costs nothing and never
//! stops.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

thread_local! {
    static FOLLOWED: RefCell<Option<Work>> = const { RefCell::new(None) };
}

/// Somebody asked to stop. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Stopped {
    /// What it is called on a screen, without a full stop.
    pub const SENTENCE: &str = "stopped as asked; nothing was changed";
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The number of the work, for [`Work::stop`].
    pub number: u64,
    /// What is being done: `checking entry`; empty where it has not said yet.
    pub doing: &'static str,
    /// How many of them are done.
    pub done: u64,
    /// How many there are; 0 where nobody knows.
    pub of: u64,
}

impl Seen {
    /// `checking entry 40 of 120`.
    pub fn sentence(&self) -> String {
        match (self.doing, self.of) {
            ("", _) => "working".to_owned(),
            (doing, 0) => doing.to_owned(),
            (doing, of) => format!("{doing} {} of {of}", self.done),
        }
    }
}

/// One piece of work after the other, done on one thread and watched from another.
#[derive(Clone, Debug, Default)]
pub struct Work(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// The work going on; 0 before the first.
    number: AtomicU64,
    /// The work that was asked to stop.
    stopped: AtomicU64,
    /// Whether the work going on writes.
    writes: AtomicBool,
    /// Nothing is read any more; what is being written may end.
    closing: AtomicBool,
    at: Mutex<(&'static str, u64, u64)>,
}

impl Work {
    /// From now on what this thread does is this work.
    pub fn follow(&self) {
        FOLLOWED.set(Some(self.clone()));
    }

    /// The next piece begins: nobody has asked to stop it yet.
    pub fn begin(&self, writes: bool) {
        self.put("", 0, 0);
        self.0.writes.store(writes, Ordering::Relaxed);
        self.0.number.fetch_add(1, Ordering::Release);
    }

    /// How far the piece is that is being done.
    pub fn seen(&self) -> Seen {
        let (doing, done, of) = *self.0.at.lock().unwrap_or_else(PoisonError::into_inner);
        Seen { number: self.0.number.load(Ordering::Acquire), doing, done, of }
    }

    /// Asks the piece with this number to stop; a later one goes on.
    pub fn stop(&self, number: u64) {
        self.0.stopped.store(number, Ordering::Release);
    }

    /// Asks everything that only reads to stop, now and from now on: the program ends, and nobody waits for it.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Release);
    }

    /// Whether [`Work::close`] was called.
    pub fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Acquire)
    }

    fn put(&self, doing: &'static str, done: u64, of: u64) {
        *self.0.at.lock().unwrap_or_else(PoisonError::into_inner) = (doing, done, of);
    }

    fn is_stopped(&self) -> bool {
        let number = self.0.number.load(Ordering::Acquire);
        let asked = number > 0 && self.0.stopped.load(Ordering::Acquire) == number;
        asked || (self.is_closing() && !self.0.writes.load(Ordering::Relaxed))
    }
}

/// Whether the work of this thread was asked to stop.
pub fn is_stopped() -> bool {
    FOLLOWED.with_borrow(|followed| followed.as_ref().is_some_and(Work::is_stopped))
}

/// The work of this thread has done so many of so many: `step("checking entry", 40, 120)`. An error where it was asked
/// to stop: give up, write nothing.
pub fn step(doing: &'static str, done: usize, of: usize) -> Result<(), Stopped> {
    FOLLOWED.with_borrow(|followed| {
        let Some(work) = followed else { return Ok(()) };
        work.put(doing, done as u64, of as u64);
        if work.is_stopped() { Err(Stopped) } else { Ok(()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_nobody_follows_nothing_stops() {
        assert_eq!(step("reading row", 1, 2), Ok(()));
        assert!(!is_stopped());
    }

    #[test]
    fn only_the_piece_that_was_meant_stops() {
        let work = Work::default();
        work.follow();
        work.begin(false);
        assert_eq!(step("reading row", 1, 2), Ok(()));
        let seen = work.seen();
        assert_eq!(seen.sentence(), "reading row 1 of 2");
        work.stop(seen.number);
        assert_eq!(step("reading row", 2, 2), Err(Stopped));
        work.begin(false);
        assert_eq!(step("reading row", 1, 2), Ok(()), "the next piece was not meant");
        work.close();
        assert!(is_stopped(), "nobody waits for a read when the program ends");
        work.begin(true);
        assert!(!is_stopped(), "what is being written may end");
    }
}
