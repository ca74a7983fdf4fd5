//! Freezing the register: numbered, hashed, bound to the journal position it saw.

use super::Outcome;
use super::freeze::{Facts, freeze};
use super::refusal::{Refusal, RefusalKind};
use super::session::Session;
use super::view::{Lens, SnapshotEntry};
use crate::domain::operation::Operation;
use crate::domain::snapshot::canonical;
use crate::store::{Entity, Sight, SnapshotRow, fields};

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
            let before = write.tx().snapshots()?.last().map(|s| s.taken_at.clone());
            let mut reviews = write.tx().reviews(&sight)?;
            reviews.retain(|r| r.closed_at.as_ref().is_some_and(|at| before.as_ref().is_none_or(|b| at > b)));
            let (register, actions) = (write.tx().register()?, write.tx().actions(&sight, None)?);
            let taken_at = write.at().to_owned();
            let taken_by = write.actor().to_owned();
            let frozen = freeze(
                &overview,
                &dossiers,
                &Facts {
                    number,
                    name: &name,
                    register: &register.uuid,
                    taken_at: &taken_at,
                    taken_by: &taken_by,
                    app: env!("CARGO_PKG_VERSION"),
                    actions: &actions,
                    reviews: &reviews,
                },
            );
            let bytes =
                canonical(&beside.into(frozen)).map_err(|e| Refusal::new(RefusalKind::Broken, e.to_string()))?;
            let hash = write.tx().put_blob(&bytes)?;
            let row = SnapshotRow {
                number,
                name: name.clone(),
                taken_at,
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
