//! The gate before the keys: closed while another program has the terminal, so that each key reaches one reader.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A reader that is still there leaves at once.
const LEAVES: Duration = Duration::from_secs(1);

/// Whether keys may be read.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    closed: Arc<AtomicBool>,
    /// Whether the reader may be reading, and the bell that rings when that changes or the gate opens.
    reads: Arc<(Mutex<bool>, Condvar)>,
}

impl Gate {
    /// Whether another program has the terminal.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Closes the gate; returns once nobody reads any more. A reader that has ended is not waited for.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        call_out();
        let (reads, bell) = &*self.reads;
        let now = reads.lock().unwrap_or_else(PoisonError::into_inner);
        drop(bell.wait_timeout_while(now, LEAVES, |reads| *reads));
    }

    /// Opens it again.
    pub fn reopen(&self) {
        let (reads, bell) = &*self.reads;
        // Under the lock: somebody who has just seen it closed must not miss the bell.
        let _now = reads.lock().unwrap_or_else(PoisonError::into_inner);
        self.closed.store(false, Ordering::SeqCst);
        bell.notify_all();
    }

    /// Goes through as soon as the gate is open. Whoever comes out of reading comes here again.
    pub fn pass(&self) {
        let (reads, bell) = &*self.reads;
        let mut now = reads.lock().unwrap_or_else(PoisonError::into_inner);
        while self.is_closed() {
            *now = false;
            bell.notify_all();
            now = bell.wait(now).unwrap_or_else(PoisonError::into_inner);
        }
        *now = true;
    }
}

/// Somebody who waits for a key comes out for a change of size as well, even if it is none.
#[cfg(unix)]
fn call_out() {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
}

/// Nobody can be called out here.
#[cfg(not(unix))]
fn call_out() {}
