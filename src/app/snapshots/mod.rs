//! Freezing the register: numbered, hashed, bound to the journal position it saw.

mod compare;

pub use compare::FrozenRegister;

use super::Outcome;
use super::freeze::{Facts, freeze};
use super::refusal::{Refusal, RefusalKind};
use super::session::Session;
use super::view::{Dossier, Lens, Overview, SnapshotEntry};
use crate::domain::operation::Operation;
use crate::domain::snapshot::{Snapshot, canonical};
use crate::store::{Entity, Reader, Sight, SnapshotRow, fields};

impl Session {
    /// Snapshots, newest first.
    pub fn snapshots(&mut self) -> Result<Vec<SnapshotEntry>, Refusal> {
        self.snapshots_through(Lens::default())
    }

    /// Snapshots taken before the point in time that is looked at, newest first.
    pub fn snapshots_through(&mut self, lens: Lens) -> Result<Vec<SnapshotEntry>, Refusal> {
        self.store.read(|reader| {
            let sight = self.look(lens, reader)?.sight;
            let mut snapshots = reader.snapshots()?;
            snapshots.retain(|taken| sight.known_seq.is_none_or(|seq| taken.seq < seq));
            snapshots.retain(|taken| !sight.past || taken.as_of <= sight.as_of);
            snapshots.reverse();
            Ok(snapshots)
        })
    }

    /// The canonical JSON of a snapshot, as it was frozen.
    pub fn snapshot_json(&mut self, number: i64) -> Result<Vec<u8>, Refusal> {
        self.store
            .reader()
            .snapshot_bytes(number)?
            .ok_or_else(|| Refusal::not_found(format!("there is no snapshot {number}")).next("`sixtwo snapshot list`"))
    }

    pub(super) fn take_snapshot(&mut self, name: &str) -> Result<Outcome, Refusal> {
        let (overview, dossiers) = self.whole(Lens::default())?;
        let beside = self.beside(&overview, Lens::default())?;
        let name = name.trim().to_owned();
        self.write(Operation::SnapshotTake, "", |write| {
            if write.tx().head()?.0 != overview.seq {
                return Err(Refusal::new(RefusalKind::Conflict, "another session wrote while the register was frozen")
                    .next("take the snapshot again"));
            }
            let number = write.tx().next_id(Entity::Snapshot)?;
            let sight: Sight = write.sight();
            let taken_at = write.at().to_owned();
            let taken_by = write.actor().to_owned();
            let since = write.tx().snapshots()?.last().map(|taken| taken.taken_at.clone());
            let taken = Taken { number, name: &name, at: &taken_at, by: &taken_by, since: since.as_deref() };
            let frozen = frozen(write.tx(), &sight, (&overview, &dossiers), taken)?;
            let bytes =
                canonical(&beside.into(frozen)).map_err(|e| Refusal::new(RefusalKind::Broken, e.to_string()))?;
            let hash = write.tx().put_blob(&bytes)?;
            let row = SnapshotRow {
                number,
                name: name.clone(),
                taken_at: taken_at.clone(),
                as_of: overview.as_of,
                seq: overview.seq,
                hash: hash.clone(),
                objectives: overview.rows.len() as u32,
            };
            write.tx().insert(Entity::Snapshot, number, fields::snapshot(&row))?;
            Ok(Outcome {
                summary: format!(
                    "snapshot {number} of {} objectives at state {}, {}",
                    overview.rows.len(),
                    overview.seq,
                    hash.get(..8).unwrap_or(&hash)
                ),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}

/// Under which number and name, when and by whom, and when the snapshot before was taken.
pub(super) struct Taken<'a> {
    pub(super) number: i64,
    pub(super) name: &'a str,
    pub(super) at: &'a str,
    pub(super) by: &'a str,
    pub(super) since: Option<&'a str>,
}

/// The register as one document, from its pictures.
pub(super) fn frozen(
    reader: &Reader,
    sight: &Sight,
    (overview, dossiers): (&Overview, &[Dossier]),
    taken: Taken,
) -> Result<Snapshot, Refusal> {
    let mut reviews = reader.reviews(sight)?;
    reviews.retain(|r| r.closed_at.as_deref().is_some_and(|at| taken.since.is_none_or(|since| at > since)));
    let facts = Facts {
        number: taken.number,
        name: taken.name,
        register: &reader.register()?.uuid,
        taken_at: taken.at,
        taken_by: taken.by,
        app: env!("CARGO_PKG_VERSION"),
        actions: &reader.actions(sight, None)?,
        reviews: &reviews,
    };
    Ok(freeze(overview, dossiers, &facts))
}
