//! Frozen registers looked at again, and compared with each other or with now.

use crate::app::pack::{choose, read};
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::session::Session;
use crate::app::view::{Lens, SnapshotEntry};
use crate::domain::changes::Comparison;
use crate::domain::snapshot::Snapshot;

/// A frozen register, read back.
#[derive(Clone, Debug)]
pub struct FrozenRegister {
    /// Its entry in the list, with its hash.
    pub entry: SnapshotEntry,
    /// The bytes as they were frozen.
    pub bytes: Vec<u8>,
    /// What they say.
    pub snapshot: Snapshot,
}

impl Session {
    /// A snapshot as it was frozen. Bytes that do not match their hash are refused.
    pub fn frozen_register(&mut self, number: i64) -> Result<FrozenRegister, Refusal> {
        let entries = self.snapshots()?;
        let entry = choose(&entries, Some(number))?.clone();
        let bytes = self.frozen_bytes(&entry)?;
        let snapshot = read(number, &bytes)?;
        Ok(FrozenRegister { entry, bytes, snapshot })
    }

    /// Two snapshots, the earlier first whichever is named first; without a second one what a snapshot of the point in
    /// time that is looked at would hold. Nothing is written.
    pub fn compare_snapshots(&mut self, one: i64, other: Option<i64>, lens: Lens) -> Result<Comparison, Refusal> {
        let Some(other) = other else {
            let earlier = self.frozen_register(one)?.snapshot;
            return Ok(Comparison::with_now(&earlier, &self.live(lens)?));
        };
        if one == other {
            let message = format!("snapshot {one} cannot be compared with itself");
            return Err(Refusal::new(RefusalKind::Usage, message).next("name two, or one to compare it with now"));
        }
        let earlier = self.frozen_register(one.min(other))?.snapshot;
        let later = self.frozen_register(one.max(other))?.snapshot;
        Ok(Comparison::of(&earlier, &later))
    }
}
