//! The pack of a snapshot: from frozen bytes only.

use super::papers::{Format, Written};
use super::view::{Lens, SnapshotEntry};
use super::{Refusal, RefusalKind, Session};
use crate::domain::review::{Review, ReviewKind};
use crate::domain::snapshot::{Snapshot, parse, sha256_hex};
use crate::domain::text::one_line;
use crate::report::document::Document;
use crate::report::json;
use crate::report::pack::{Frozen, pack, pack_of};

/// Which pack.
#[derive(Clone, Copy, Debug)]
pub struct PackRequest<'a> {
    /// What it is written as.
    pub format: Format,
    /// The number of the snapshot; the newest where none is named.
    pub snapshot: Option<i64>,
    /// Only the objectives on this scorecard.
    pub scorecard: Option<&'a str>,
}

impl Session {
    /// The number of the snapshot, the newest where none is named, and its pack, compared with the last review's: always
    /// the same for the same snapshots and program version.
    pub fn pack(&mut self, request: PackRequest<'_>) -> Result<(i64, Written), Refusal> {
        let PackRequest { format, snapshot, scorecard } = request;
        if format == Format::Json && scorecard.is_some() {
            let whole = "the data of a pack are the frozen register whole, so that its hash can be checked";
            return Err(Refusal::new(RefusalKind::Usage, whole).next("`--format html` narrows it to a scorecard"));
        }
        let entries = self.snapshots()?;
        let entry = choose(&entries, snapshot)?;
        let bytes = self.frozen_bytes(entry)?;
        let current = read(entry.number, &bytes)?;
        let earlier: Vec<&SnapshotEntry> = entries.iter().filter(|e| e.number < entry.number).collect();
        let previous = self.compared_with(&earlier)?;
        let frozen = Frozen { snapshot: &current, sha256: &entry.hash, previous: previous.as_ref() };
        let paper = match format {
            Format::Json => json::pack(&bytes, &entry.hash, frozen.changes().as_ref())
                .map_err(|error| Refusal::new(RefusalKind::Broken, format!("the pack cannot be written: {error}")))?
                .into(),
            format => self.paper(document(&frozen, scorecard)?, "pack", format)?,
        };
        Ok((entry.number, paper))
    }

    /// The snapshot a paper is compared with, of those taken earlier: the first one after the last management review that
    /// has one, because that is what its readers saw last; else the newest.
    pub(super) fn compared_with(&mut self, earlier: &[&SnapshotEntry]) -> Result<Option<Snapshot>, Refusal> {
        let reviews = self.store.read(|reader| {
            let sight = self.look(Lens::default(), reader)?.sight;
            Ok::<_, Refusal>(reader.reviews(&sight)?)
        })?;
        let Some(before) = last_shown(&reviews, earlier) else { return Ok(None) };
        Ok(Some(read(before.number, &self.frozen_bytes(before)?)?))
    }

    /// The bytes as they were frozen; a paper is not made from bytes that do not match their hash.
    pub(super) fn frozen_bytes(&mut self, entry: &SnapshotEntry) -> Result<Vec<u8>, Refusal> {
        let bytes = self.snapshot_json(entry.number)?;
        if sha256_hex(&bytes) == entry.hash {
            return Ok(bytes);
        }
        let message = format!("snapshot {} does not match its hash", entry.number);
        Err(Refusal::new(RefusalKind::Broken, message).next("run `sixtwo verify` and restore a backup"))
    }
}

fn last_shown<'e>(reviews: &[Review], earlier: &[&'e SnapshotEntry]) -> Option<&'e SnapshotEntry> {
    let management = reviews.iter().filter(|review| review.kind == ReviewKind::Management);
    let mut closed: Vec<&str> = management.filter_map(|review| review.closed_at.as_deref()).collect();
    closed.sort_unstable();
    let after = |closed: &&str| {
        let taken = earlier.iter().filter(|entry| entry.taken_at.as_str() >= *closed);
        taken.min_by_key(|entry| entry.number).copied()
    };
    let newest = || earlier.iter().max_by_key(|entry| entry.number).copied();
    closed.iter().rev().find_map(after).or_else(newest)
}

fn document(frozen: &Frozen, scorecard: Option<&str>) -> Result<Document, Refusal> {
    let Some(name) = scorecard else { return Ok(pack(frozen)) };
    pack_of(frozen, name).ok_or_else(|| {
        let number = frozen.snapshot.number;
        Refusal::not_found(format!("no objective of snapshot {number} is on the scorecard `{}`", one_line(name)))
            .next("tag objectives with its name and take a snapshot: older ones froze no tags")
    })
}

pub(super) fn choose(entries: &[SnapshotEntry], wanted: Option<i64>) -> Result<&SnapshotEntry, Refusal> {
    let newest = entries.iter().max_by_key(|e| e.number);
    let found = match wanted {
        Some(number) => entries.iter().find(|e| e.number == number),
        None => newest,
    };
    found.ok_or_else(|| match (wanted, newest) {
        (Some(number), Some(newest)) => {
            Refusal::not_found(format!("there is no snapshot {number}; the newest is {}", newest.number))
        }
        _ => Refusal::not_found("no snapshot has been taken yet")
            .next("take one first: `sixtwo snapshot take`, or S in the full screen"),
    })
}

pub(super) fn read(number: i64, bytes: &[u8]) -> Result<Snapshot, Refusal> {
    parse(bytes).map_err(|error| {
        Refusal::new(RefusalKind::Broken, format!("snapshot {number} cannot be read: {error}"))
            .next("a newer version of this program may have frozen it")
    })
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn without_a_snapshot_the_way_on_is_named() {
        let refusal = choose(&[], None).expect_err("there is none");
        assert!(refusal.to_string().contains("sixtwo snapshot take"), "{refusal}");
    }
}
