//! For every check, what makes it fire on a sound register and what must not.

mod approval;
mod balance;
mod cascade;
mod change;
mod evaluating;
mod figures;
mod following_up;
mod form;
mod measuring;
mod plan;
mod recording;
mod renewal;
mod reviews;
mod trace;

use super::sheet::Sheet;

/// A change of a sound register.
pub type Change = fn(&mut Sheet);

/// One check with its changes.
pub struct Case {
    pub id: &'static str,
    /// What it is about, what it says, and the change; the first one is told in the words of the table.
    pub fires: &'static [(&'static str, &'static str, Change)],
    /// Why it must not fire, and the change.
    pub silent: &'static [(&'static str, Change)],
    /// What it says when it has nothing to look at, and the change.
    pub not_checked: &'static [(&'static str, Change)],
}

/// The cases of every check.
pub fn all() -> impl Iterator<Item = &'static Case> {
    let groups: [&[Case]; 14] = [
        form::CASES,
        plan::CASES,
        trace::CASES,
        cascade::CASES,
        approval::CASES,
        renewal::CASES,
        change::CASES,
        measuring::CASES,
        evaluating::CASES,
        following_up::CASES,
        recording::CASES,
        figures::CASES,
        reviews::CASES,
        balance::CASES,
    ];
    groups.into_iter().flatten()
}
