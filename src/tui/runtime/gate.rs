//! The gate before the keys: closed while another program has the terminal, so that each key reaches one reader.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use ratatui::crossterm::event;

/// A reader that is still there leaves at once.
const LEAVES: Duration = Duration::from_secs(1);

/// Whether keys may be read, and the way to stop somebody who waits for one.
#[derive(Clone, Debug)]
pub struct Gate {
    closed: Arc<AtomicBool>,
    place: Arc<(Mutex<Place>, Condvar)>,
    ear: Arc<Ear>,
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It may be reading.
    Inside,
    /// It stands before the closed gate.
    Outside,
}

impl Gate {
    /// An open gate.
    pub fn open() -> io::Result<Gate> {
        let place = Arc::new((Mutex::new(Place::Inside), Condvar::new()));
        Ok(Gate { closed: Arc::default(), place, ear: Arc::new(Ear::new()?) })
    }

    /// Whether another program has the terminal.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Closes the gate; returns once nobody reads any more. A reader that has ended is not waited for.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.ear.wake();
        let (place, moved) = &*self.place;
        let here = place.lock().unwrap_or_else(PoisonError::into_inner);
        drop(moved.wait_timeout_while(here, LEAVES, |place| *place == Place::Inside));
    }

    /// Opens it again.
    pub fn reopen(&self) {
        let (place, moved) = &*self.place;
        // Under the lock: somebody who has just seen it closed must not miss the word.
        let _here = place.lock().unwrap_or_else(PoisonError::into_inner);
        self.closed.store(false, Ordering::SeqCst);
        moved.notify_all();
    }

    /// Waits until an event can be read without waiting, and the gate is open.
    pub fn wait(&self) -> io::Result<()> {
        loop {
            self.stand_before_it();
            if event::poll(Duration::ZERO)? {
                return Ok(());
            }
            self.ear.listen()?;
        }
    }

    fn stand_before_it(&self) {
        let (place, moved) = &*self.place;
        let mut here = place.lock().unwrap_or_else(PoisonError::into_inner);
        while self.is_closed() {
            *here = Place::Outside;
            moved.notify_all();
            here = moved.wait(here).unwrap_or_else(PoisonError::into_inner);
        }
        *here = Place::Inside;
    }
}

/// Hears that the terminal has something to read, or that it is woken.
#[derive(Debug)]
#[cfg(unix)]
struct Ear {
    poll: Mutex<mio::Poll>,
    waker: mio::Waker,
}

#[cfg(unix)]
impl Ear {
    fn new() -> io::Result<Ear> {
        let poll = mio::Poll::new()?;
        let terminal = std::os::fd::AsRawFd::as_raw_fd(&io::stdin());
        let interest = mio::Interest::READABLE;
        poll.registry().register(&mut mio::unix::SourceFd(&terminal), mio::Token(0), interest)?;
        let waker = mio::Waker::new(poll.registry(), mio::Token(1))?;
        Ok(Ear { poll: Mutex::new(poll), waker })
    }

    fn listen(&self) -> io::Result<()> {
        let mut heard = mio::Events::with_capacity(2);
        let mut poll = self.poll.lock().unwrap_or_else(PoisonError::into_inner);
        match poll.poll(&mut heard, None) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => Err(error),
            _ => Ok(()),
        }
    }

    fn wake(&self) {
        let _ = self.waker.wake();
    }
}

/// Where nothing can be listened to, somebody looks now and then.
#[derive(Debug)]
#[cfg(not(unix))]
struct Ear;

#[cfg(not(unix))]
impl Ear {
    fn new() -> io::Result<Ear> {
        Ok(Ear)
    }

    fn listen(&self) -> io::Result<()> {
        event::poll(Duration::from_millis(50)).map(drop)
    }

    fn wake(&self) {}
}
