//! The queue of a meeting: what is due, what is off track, and the block that passes.

use crate::app::view::ReviewView;
use crate::domain::review::{AgendaGroup, ItemState, ReviewItem};

/// The heading of a group, as people read it.
pub fn heading(group: AgendaGroup) -> &'static str {
    match group {
        AgendaGroup::Due => "To be measured",
        AgendaGroup::Exception => "Exceptions",
        AgendaGroup::OnTrack => "As a block",
    }
}

/// The place of the first item that waits behind `after`, round the end; parked ones only wait for their own key.
pub fn next_open(items: &[ReviewItem], after: Option<usize>, under_way: &[String]) -> Option<usize> {
    let from = after.map_or(0, |at| at + 1);
    let waits = |at: &usize| items[*at].state == ItemState::Open && !under_way.contains(&items[*at].code);
    let one_by_one = |at: &usize| waits(at) && items[*at].group != AgendaGroup::OnTrack;
    let round = || (from..items.len()).chain(0..from.min(items.len()));
    round().find(one_by_one).or_else(|| round().find(waits))
}

/// How many items were decided or passed, and how many there are.
pub fn decided(view: &ReviewView) -> (usize, usize) {
    let items = &view.review.items;
    let done = items.iter().filter(|item| matches!(item.state, ItemState::Answered | ItemState::Passed)).count();
    (done, items.len())
}

/// How many items were put aside.
pub fn parked(view: &ReviewView) -> usize {
    view.review.items.iter().filter(|item| item.state == ItemState::Parked).count()
}

/// How many items wait.
pub fn open(view: &ReviewView) -> usize {
    view.review.items.iter().filter(|item| item.state == ItemState::Open).count()
}

/// Where an item stands in its group: `exception 1 of 5`.
pub fn place(items: &[ReviewItem], at: usize) -> String {
    let Some(item) = items.get(at) else { return String::new() };
    let word = match item.group {
        AgendaGroup::Due => "due",
        AgendaGroup::Exception => "exception",
        AgendaGroup::OnTrack => "on track",
    };
    let same = |other: &&ReviewItem| other.group == item.group;
    let before = items[..=at].iter().filter(same).count();
    format!("{word} {before} of {}", items.iter().filter(same).count())
}
