//! What the pack is compared with, and what changed since, in the few words of a first page.

use super::{Frozen, phrases};
use crate::domain::changes::{Changes, Named};
use crate::domain::review::ReviewKind;
use crate::domain::snapshot::{FrozenReview, Snapshot};
use crate::domain::status::{Freshness, Status};

/// Most codes named of one kind of change.
const NAMED: usize = 5;

/// The meeting a snapshot was taken at: the newest management review held before it, else the newest meeting.
pub fn meeting(snapshot: &Snapshot) -> Option<&FrozenReview> {
    let management = snapshot.reviews.iter().rev().find(|review| review.kind == ReviewKind::Management);
    management.or(snapshot.reviews.last())
}

/// `management review 2 on 12 Oct 2026`.
pub fn name(review: &FrozenReview) -> String {
    format!("{} on {}", phrases::meeting(review.kind, review.number), phrases::day(review.date))
}

/// What the pack is compared with: the meeting, else the snapshot.
pub fn before(previous: &Snapshot) -> String {
    match meeting(previous) {
        Some(review) => name(review),
        None => format!("snapshot {} of {}", previous.number, phrases::day(previous.as_of)),
    }
}

/// One line: what a person who was at the last review has to know first.
pub fn line(frozen: &Frozen, changes: Option<&Changes>) -> String {
    let (Some(changes), Some(previous)) = (changes, frozen.previous) else {
        return "This is the first snapshot: there is nothing to compare it with yet.".to_owned();
    };
    let (worse, better) = (moved(changes, true), moved(changes, false));
    let codes = |named: &[Named]| named.iter().map(|n| n.code.clone()).collect::<Vec<_>>();
    let corrected = changes.corrected.iter().map(|c| format!("{} {}", c.code, c.label)).collect();
    let said: Vec<String> = [
        ("worse", worse),
        ("better", better),
        ("new", codes(&changes.added)),
        ("closed", codes(&changes.retired)),
        ("taken back", codes(&changes.withdrawn)),
        ("target or date moved", changes.retargeted.iter().map(|r| r.code.clone()).collect()),
        ("corrected after it was shown", corrected),
    ]
    .into_iter()
    .filter(|(_, codes)| !codes.is_empty())
    .map(|(what, codes)| format!("{what} {}", listed(&codes)))
    .collect();
    let since = format!("Since {}", before(previous));
    if said.is_empty() {
        return format!("{since}: no status changed, and the list is the same.");
    }
    format!("{since}: {}.", said.join("; "))
}

/// Who needs more attention than before, or less.
fn moved(changes: &Changes, worse: bool) -> Vec<String> {
    let judged = |status| !matches!(status, Status::Draft | Status::Retired);
    let rank = |(status, freshness): (Status, Freshness)| status.attention(freshness);
    changes
        .status
        .iter()
        .filter(|c| judged(c.before.0) && judged(c.now.0))
        .filter(|c| if worse { rank(c.now) < rank(c.before) } else { rank(c.now) > rank(c.before) })
        .map(|c| c.code.clone())
        .collect()
}

fn listed(codes: &[String]) -> String {
    let named = codes.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match codes.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
