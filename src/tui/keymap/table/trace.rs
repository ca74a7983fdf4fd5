//! Sources, and the walk through a new policy version.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Trace, Action::Open, &[named(KeyCode::Enter)], "go", "Drafts an objective for a source nobody pursues; else goes to the objective", 90),
    when(spec(Scope::Trace, Action::New, &[typed('n')], "new source", "Enters a commitment, risk, treatment, requirement, finding, event or priority", 80), writable),
    when(spec(Scope::Trace, Action::Edit, &[typed('e')], "edit", "Changes the selected source", 75), writable),
    when(spec(Scope::Trace, Action::AcceptRisk, &[typed('a')], "accept", "Records who accepts the selected risk, why and until when", 60), writable),
    when(spec(Scope::Trace, Action::CloseSource, &[typed('X')], "close", "Closes or withdraws the selected source; nothing is deleted", 55), writable),
    when(spec(Scope::Trace, Action::RenewPolicy, &[typed('P')], "new policy", "Walks through a new version of a policy, commitment by commitment", 65), writable),
    spec(Scope::Trace, Action::Back, &[named(KeyCode::Esc), typed('q')], "home", "Goes back home", 70),

    spec(Scope::PolicyWalk, Action::KeepCommitment, &[typed('k')], "keep", "The commitment stays", 90),
    spec(Scope::PolicyWalk, Action::ChangeCommitment, &[typed('c')], "change", "The commitment says something else now", 88),
    spec(Scope::PolicyWalk, Action::DropCommitment, &[typed('d')], "drop", "The new version does not say it any more", 86),
    spec(Scope::PolicyWalk, Action::Down, &[named(KeyCode::Down)], "next", "To the next commitment", 0),
    spec(Scope::PolicyWalk, Action::Up, &[named(KeyCode::Up)], "before", "To the commitment before", 0),
    spec(Scope::PolicyWalk, Action::Confirm, &[named(KeyCode::Enter), ctrl('s')], "save", "Saves the new version once every commitment has an answer", 80),
    spec(Scope::PolicyWalk, Action::Back, &[named(KeyCode::Esc)], "back", "Leaves the policy as it is", 70),
];
