//! The register as of now, or as known on a day, in the form of a snapshot that nobody froze: for papers that follow the
//! register.

use super::{Facts, freeze};
use crate::app::view::Lens;
use crate::app::{Refusal, Session};
use crate::domain::snapshot::Snapshot;

impl Session {
    /// The register through a lens. Its number is 0, because it is no snapshot.
    pub fn live(&mut self, lens: Lens) -> Result<Snapshot, Refusal> {
        let (overview, dossiers) = self.whole(lens)?;
        let beside = self.beside(&overview, lens)?;
        let before = self.snapshots_through(lens)?.first().map(|taken| taken.taken_at.clone());
        let (register, actions, mut reviews) = self.store.read(|reader| {
            let sight = self.look(lens, reader)?.sight;
            Ok::<_, Refusal>((reader.register()?, reader.actions(&sight, None)?, reader.reviews(&sight)?))
        })?;
        reviews.retain(|r| r.closed_at.as_ref().is_some_and(|at| before.as_ref().is_none_or(|b| at > b)));
        let facts = Facts {
            number: 0,
            name: "",
            register: &register.uuid,
            taken_at: &self.env.clock.now().at,
            taken_by: &self.env.actor,
            app: env!("CARGO_PKG_VERSION"),
            actions: &actions,
            reviews: &reviews,
        };
        Ok(beside.into(freeze(&overview, &dossiers, &facts)))
    }
}
