//! The pack for the management review, in the order a director reads it: where we stand, what to decide, what
//! changed, then objective by objective, then the evidence.

mod accepted;
mod annex;
mod case;
mod changed;
mod dashboard;
mod fulfilment;
pub(super) mod phrases;

use super::document::{Document, House, Part};
use crate::domain::changes::{self, Changes};
use crate::domain::snapshot::Snapshot;

/// A frozen register with what stands beside it.
#[derive(Clone, Copy, Debug)]
pub struct Frozen<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// SHA-256 of its document, hex.
    pub sha256: &'a str,
    /// The snapshot before it; none for the first one.
    pub previous: Option<&'a Snapshot>,
}

impl Frozen<'_> {
    /// What changed since the snapshot before.
    pub fn changes(&self) -> Option<Changes> {
        self.previous.map(|previous| changes::between(previous, self.snapshot))
    }
}

/// The pack as a document.
pub fn pack(frozen: &Frozen) -> Document {
    let snapshot = frozen.snapshot;
    let changes = frozen.changes();
    let parts: [Option<Part>; 9] = [
        Some(dashboard::part(snapshot, changes.as_ref())),
        Some(changed::part(snapshot, changes.as_ref())),
        Some(fulfilment::part(snapshot)),
        case::part(snapshot),
        Some(annex::actions(snapshot)),
        accepted::part(snapshot),
        Some(annex::readings(snapshot)),
        Some(annex::versions(snapshot, frozen.previous)),
        Some(annex::checkpoint(frozen)),
    ];
    let title = "Information security objectives";
    Document {
        title: title.to_owned(),
        organization: snapshot.organization.clone(),
        identity: identity(snapshot),
        as_of: snapshot.as_of,
        house: House::default(),
        foot: format!("{title}, snapshot {}, {}", snapshot.number, phrases::state(snapshot.seq, &snapshot.head)),
        parts: parts.into_iter().flatten().collect(),
    }
}

/// The pack of the objectives on a scorecard; `None` where the snapshot has none. What an older snapshot says about them
/// is compared even where it froze no tags yet.
pub fn pack_of(frozen: &Frozen, scorecard: &str) -> Option<Document> {
    let codes = frozen.snapshot.codes_on(scorecard);
    if codes.is_empty() {
        return None;
    }
    let before =
        |previous: &Snapshot| previous.narrowed_to(&previous.codes_on(scorecard).union(&codes).copied().collect());
    let (snapshot, previous) = (frozen.snapshot.narrowed_to(&codes), frozen.previous.map(before));
    let mut document = pack(&Frozen { snapshot: &snapshot, sha256: frozen.sha256, previous: previous.as_ref() });
    let all = frozen.snapshot.objectives.len();
    document.identity.insert(0, format!("Scorecard {scorecard}: {} of {all} objectives", codes.len()));
    Some(document)
}

fn identity(snapshot: &Snapshot) -> Vec<String> {
    let mut words = vec![format!("Snapshot {}", snapshot.number)];
    if !snapshot.name.is_empty() {
        words.push(snapshot.name.clone());
    }
    words.push(snapshot.fiscal_year.clone());
    if let Some(edition) = snapshot.edition {
        let waiting = snapshot.objectives.iter().filter(|o| o.draft.is_some() && o.version.is_some()).count();
        let waits = if waiting == 0 { String::new() } else { format!(" and {waiting} changes that wait") };
        words.push(format!("edition {edition}{}", waits.replace("1 changes that wait", "1 change that waits")));
    }
    words.push(format!("as known on {}", phrases::day(snapshot.as_of)));
    if !snapshot.taken_by.is_empty() {
        words.push(format!("prepared by {}", snapshot.taken_by));
    }
    if let Some(next) = snapshot.next_review {
        words.push(format!("next review {}", phrases::day(next)));
    }
    words.push(phrases::state(snapshot.seq, &snapshot.head));
    if snapshot.demo {
        words.push("DEMO: invented data".to_owned());
    }
    words
}
