//! The pack for the management review, in the order of its agenda (9.3.2): the first page a director reads, what became
//! of earlier actions, how far the objectives are met, what the measurements say, what stands around them, the decisions
//! to sign, then the evidence.

mod accepted;
mod annex;
mod audits;
mod case;
mod changed;
mod context;
pub(super) mod dashboard;
mod fulfilment;
mod improved;
pub(super) mod phrases;
mod prior;
mod proposals;
mod resources;
mod risks;
mod sheet;
pub(super) mod since;
mod slips;
mod trends;
mod wanted;

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
    let changes = changes.as_ref();
    let last = frozen.previous.map(|previous| previous.as_of);
    let parts: [Option<Part>; 17] = [
        Some(dashboard::part(snapshot, since::line(frozen, changes), dashboard::More::Below)),
        Some(prior::part(frozen)),
        Some(fulfilment::part(snapshot, changes)),
        case::part(snapshot),
        Some(trends::part(snapshot, frozen.previous, changes)),
        improved::part(snapshot),
        Some(audits::part(snapshot, last)),
        Some(context::part(snapshot, last)),
        risks::part(snapshot),
        resources::part(snapshot),
        Some(proposals::part(snapshot, changes)),
        Some(sheet::part(snapshot)),
        Some(annex::versions(snapshot, frozen.previous)),
        annex::readiness(snapshot),
        accepted::part(snapshot),
        Some(annex::readings(snapshot)),
        Some(annex::checkpoint(frozen)),
    ];
    let title = "Information security objectives for the management review";
    Document {
        title: title.to_owned(),
        organization: snapshot.organization.clone(),
        identity: identity(frozen),
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

fn identity(frozen: &Frozen) -> Vec<String> {
    let snapshot = frozen.snapshot;
    let mut words = vec![format!("Snapshot {}", snapshot.number)];
    if !snapshot.name.is_empty() {
        words.push(snapshot.name.clone());
    }
    if let Some(previous) = frozen.previous {
        words.push(format!("{} to {}", phrases::day(previous.as_of), phrases::day(snapshot.as_of)));
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
