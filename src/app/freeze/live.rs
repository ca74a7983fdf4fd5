//! The register as of now, or as known on a day, in the form of a snapshot that nobody froze: for papers that follow the
//! register.

use crate::app::snapshots::{Taken, frozen};
use crate::app::view::Lens;
use crate::app::{Refusal, Session};
use crate::domain::snapshot::Snapshot;

impl Session {
    /// The register through a lens. Its number is 0, because it is no snapshot.
    pub fn live(&mut self, lens: Lens) -> Result<Snapshot, Refusal> {
        let (overview, dossiers) = self.whole(lens)?;
        let beside = self.beside(&overview, lens)?;
        let since = self.snapshots_through(lens)?.first().map(|taken| taken.taken_at.clone());
        let (at, by) = (self.env.clock.now().at, self.env.actor.clone());
        let taken = Taken { number: 0, name: "", at: &at, by: &by, since: since.as_deref() };
        let live = self.store.read(|reader| {
            let sight = self.look(lens, reader)?.sight;
            frozen(reader, &sight, (&overview, &dossiers), taken)
        })?;
        Ok(beside.into(live))
    }
}
