//! The table of actions.

use ratatui::crossterm::event::KeyCode;

use super::action::{Action, Scope};
use super::key::{Key, ctrl, named, typed};
use super::{ActionSpec, Availability};
use crate::tui::model::Model;
use crate::tui::update::looking;

fn always(_: &Model) -> Availability {
    Availability::Yes
}

fn if_else(holds: bool, why: &str) -> Availability {
    if holds { Availability::Yes } else { Availability::No(why.to_owned()) }
}

fn writable(model: &Model) -> Availability {
    match &model.overview {
        None => Availability::No("the register is still being read".to_owned()),
        Some(overview) if looking::looks_back(model) => Availability::No(looking::sentence(overview)),
        Some(overview) => if_else(!overview.read_only, "this register is open for reading only"),
    }
}

fn writable_selection(model: &Model) -> Availability {
    match writable(model) {
        Availability::Yes => selection(model),
        no => no,
    }
}

fn selection(model: &Model) -> Availability {
    if_else(model.selected_row().is_some(), "no objective is selected")
}

fn looking_back(model: &Model) -> Availability {
    if_else(looking::looks_back(model), "the screen shows the register as it is known now")
}

fn any_rows(model: &Model) -> Availability {
    if_else(model.overview.as_ref().is_some_and(|o| !o.rows.is_empty()), "there is no objective yet")
}

const fn spec(
    scope: Scope,
    action: Action,
    keys: &'static [Key],
    name: &'static str,
    effect: &'static str,
    priority: u8,
) -> ActionSpec {
    ActionSpec { action, scope, keys, name, effect, priority, when: always }
}

const fn when(spec: ActionSpec, when: fn(&Model) -> Availability) -> ActionSpec {
    ActionSpec { when, ..spec }
}

/// Every action with its keys. The order inside a scope is the order of help and footer.
#[rustfmt::skip]
pub static SPECS: &[ActionSpec] = &[
    // Screens.
    spec(Scope::Screens, Action::GoHome, &[typed('1')], "home", "Goes to the list of objectives with its three panes", 0),
    when(spec(Scope::Screens, Action::GoReview, &[typed('2')], "review", "Goes to the review meeting", 0), writable),
    spec(Scope::Screens, Action::GoTrace, &[typed('3')], "trace", "Goes from sources to objectives to readings, and back", 0),
    spec(Scope::Screens, Action::GoReadiness, &[typed('4')], "ready", "Shows what an auditor may raise", 0),
    spec(Scope::Screens, Action::GoHistory, &[typed('5')], "history", "Shows who changed what, when and why", 0),
    spec(Scope::Screens, Action::GoSnapshots, &[typed('6')], "snapshots", "Shows frozen registers", 0),
    spec(Scope::Screens, Action::GoPeople, &[typed('7')], "people", "Shows who owns, reports and owes what", 0),
    spec(Scope::Screens, Action::GoEditions, &[typed('8')], "editions", "Shows the list as a whole: approved, told, confirmed", 0),

    when(spec(Scope::Screens, Action::Now, &[typed('0')], "now", "Goes back from an earlier point in time to the register as it is known now", 95), looking_back),
    spec(Scope::Screens, Action::Walk, &[typed('W')], "refresh", "Walks through the list at the year's end, after an assessment or an incident", 22),

    // Home: what people do.
    when(spec(Scope::Home, Action::Record, &[typed('m')], "reading", "Records a reading of the selected objective, or ticks a criterion", 90), writable_selection),
    when(spec(Scope::Home, Action::Edit, &[typed('e')], "edit", "Edits the selected objective with its metric, target and plan", 80), writable_selection),
    when(spec(Scope::Home, Action::New, &[typed('n')], "new", "Begins a new objective: from a template, empty, or as a copy of the selected one", 60), writable),
    when(spec(Scope::Home, Action::Review, &[typed('R')], "review", "Starts a review meeting, or takes up the open one", 85), writable),
    when(spec(Scope::Home, Action::Snapshot, &[typed('S')], "snapshot", "Freezes the register as of now, for management review", 50), writable),
    when(spec(Scope::Home, Action::Approve, &[typed('A')], "approve", "Puts the selected draft in force", 30), writable_selection),
    when(spec(Scope::Home, Action::Retire, &[typed('X')], "retire", "Closes the selected objective with an outcome and a reason", 20), writable_selection),
    when(spec(Scope::Home, Action::Versions, &[typed('v')], "versions", "Shows the versions of the selected objective word by word", 28), selection),
    when(spec(Scope::Home, Action::Settings, &[typed('s')], "settings", "Shows and changes the register's settings", 25), always),
    when(spec(Scope::Home, Action::Filter, &[typed('/')], "filter", "Shows only objectives whose code, title, owner or status holds what you type", 70), any_rows),
    when(spec(Scope::Home, Action::Zoom, &[typed('z')], "zoom", "Gives the focused pane the whole screen, or takes it back", 65), any_rows),
    spec(Scope::Home, Action::NextPane, &[named(KeyCode::Tab)], "pane", "Goes to the next pane", 75),
    spec(Scope::Home, Action::PreviousPane, &[named(KeyCode::BackTab)], "pane back", "Goes to the pane before", 0),
    when(spec(Scope::Home, Action::NextObjective, &[typed('J')], "next objective", "Selects the next objective, whatever pane has the focus", 0), any_rows),
    when(spec(Scope::Home, Action::PreviousObjective, &[typed('K')], "objective back", "Selects the objective before", 0), any_rows),
    when(spec(Scope::Home, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 40), writable),
    when(spec(Scope::Home, Action::Redo, &[typed('U'), ctrl('r')], "redo", "Takes back your newest undo", 10), writable),
    spec(Scope::Home, Action::Back, &[named(KeyCode::Esc)], "back", "Goes one step back; never leaves the program", 0),
    spec(Scope::Home, Action::Quit, &[typed('q')], "quit", "Leaves a zoomed pane, then the program; everything is saved already", 68),

    // Moving: every list, every pane, the help.
    spec(Scope::Moving, Action::Down, &[named(KeyCode::Down), typed('j')], "down", "One line down", 0),
    spec(Scope::Moving, Action::Up, &[named(KeyCode::Up), typed('k')], "up", "One line up", 0),
    spec(Scope::Moving, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Moving, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Moving, Action::HalfDown, &[ctrl('d')], "half down", "Half a page down", 0),
    spec(Scope::Moving, Action::HalfUp, &[ctrl('u')], "half up", "Half a page up", 0),
    spec(Scope::Moving, Action::First, &[named(KeyCode::Home), typed('g')], "first", "To the first line", 0),
    spec(Scope::Moving, Action::Last, &[named(KeyCode::End), typed('G')], "last", "To the last line", 0),
    spec(Scope::Moving, Action::Right, &[named(KeyCode::Right), typed('l')], "in", "Into the selected objective; in a tree, unfolds", 0),
    spec(Scope::Moving, Action::Left, &[named(KeyCode::Left), typed('h')], "out", "Out again; in a tree, folds or goes to the parent", 0),

    when(spec(Scope::Objectives, Action::Mark, &[typed(' ')], "mark", "Marks the selected objective for a change of several, or takes the mark off", 9), selection),
    when(spec(Scope::Objectives, Action::BulkEdit, &[typed('b')], "change marked", "Changes function, parent, owner or figures of the marked objectives in one step", 8), writable_selection),
    when(spec(Scope::Objectives, Action::Open, &[named(KeyCode::Enter)], "open", "Opens the selected objective full screen", 72), selection),
    when(spec(Scope::Cascade, Action::Open, &[named(KeyCode::Enter)], "open", "Unfolds or folds a parent; opens an objective without children", 72), selection),
    when(spec(Scope::Cascade, Action::Toggle, &[typed(' ')], "fold", "Folds or unfolds the children", 66), selection),
    when(spec(Scope::Measurements, Action::Open, &[named(KeyCode::Enter)], "open", "Gives the measurements the whole screen", 72), selection),
    when(spec(Scope::Measurements, Action::Table, &[typed('t')], "table", "Shows the readings as a table, or the chart again", 66), selection),

    spec(Scope::Filter, Action::KeepFilter, &[named(KeyCode::Enter), named(KeyCode::Down), named(KeyCode::Tab)], "keep", "Keeps the filter and goes to the list", 90),
    spec(Scope::Filter, Action::Back, &[named(KeyCode::Esc)], "clear", "Clears the filter", 80),

    spec(Scope::Actor, Action::Confirm, &[named(KeyCode::Enter)], "take it", "Takes the name; everything written until you leave carries it", 90),
    spec(Scope::Actor, Action::Back, &[named(KeyCode::Esc)], "back", "Goes back; nothing is written", 80),

    spec(Scope::Help, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('?'), named(KeyCode::F(1))], "close", "Closes the help", 90),

    spec(Scope::Catalogue, Action::Open, &[named(KeyCode::Enter)], "begin", "Opens the form with what the marked line brings", 90),
    spec(Scope::Catalogue, Action::Back, &[named(KeyCode::Esc)], "back", "Clears what was typed, then goes back", 80),

    // Readiness.
    spec(Scope::Readiness, Action::Open, &[named(KeyCode::Enter)], "mend", "Goes to the field or the screen that mends the selected finding", 90),
    when(spec(Scope::Readiness, Action::Dismiss, &[typed('d')], "accept", "Accepts the selected finding until a day, with a reason; takes an acceptance back", 85), writable),
    when(spec(Scope::Readiness, Action::PlanAudit, &[typed('A')], "audit", "Enters an audit in the calendar; the next one is the day asked for", 75), writable),
    spec(Scope::Readiness, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes home", 65),

    // Sources.
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

    // People.
    spec(Scope::People, Action::Open, &[named(KeyCode::Enter)], "objective", "Goes home to the objective of theirs that needs somebody most", 80),
    when(spec(Scope::People, Action::HandOver, &[typed('H')], "hand over", "Hands over objectives, figures and open actions, from today or from a day ahead", 85), writable),
    when(spec(Scope::People, Action::AcceptHandOver, &[typed('a')], "accept", "Records that the taker of a hand-over accepted", 60), writable),
    when(spec(Scope::People, Action::Edit, &[typed('e')], "edit", "Changes the entry of the selected person, role or function", 75), writable),
    when(spec(Scope::People, Action::New, &[typed('n')], "new", "Enters a person, a role or a function", 70), writable),
    spec(Scope::People, Action::AskText, &[typed('o')], "text to send", "Shows a text to send about what they owe, or their page again", 78),
    spec(Scope::People, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the list to what stands behind it, and back", 50),
    spec(Scope::People, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the list, then home", 65),

    // Versions and editions.
    when(spec(Scope::Editions, Action::Approve, &[typed('A')], "approve", "Puts every waiting draft in force and numbers the list", 85), writable),
    when(spec(Scope::Editions, Action::Tell, &[typed('T')], "told", "Records who was told of an edition, or what somebody has open", 80), writable),
    when(spec(Scope::Editions, Action::Acknowledge, &[typed('C')], "confirmed", "Records that somebody confirmed to know it", 75), writable),
    spec(Scope::Editions, Action::Unconfirmed, &[typed('o')], "not confirmed", "Goes to the first who has not confirmed, with a text to send", 78),
    spec(Scope::Editions, Action::Open, &[named(KeyCode::Enter)], "read", "Goes into what stands behind the selected line", 70),
    spec(Scope::Editions, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the list to what stands behind it, and back", 60),
    spec(Scope::Editions, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the list, then home", 65),
    when(spec(Scope::Versions, Action::Approve, &[typed('A')], "approve", "Puts the draft of this objective in force", 80), writable),
    when(spec(Scope::Versions, Action::Tell, &[typed('T')], "told", "Records who was told the version in force", 78), writable),
    when(spec(Scope::Versions, Action::Acknowledge, &[typed('C')], "confirmed", "Records that somebody confirmed to know the version in force", 75), writable),
    spec(Scope::Versions, Action::Open, &[named(KeyCode::Enter)], "read", "Goes into what the selected version says", 70),
    spec(Scope::Versions, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the versions to what one says, and back", 60),
    spec(Scope::Versions, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('v')], "back", "Goes back to the versions, then home", 65),

    // History.
    spec(Scope::History, Action::JumpThere, &[named(KeyCode::Enter)], "as known then", "Shows the whole register as it was known right after the selected entry", 90),
    spec(Scope::History, Action::Filter, &[typed('/')], "filter", "Narrows to what you type, by:NAME, kind:KIND, code:CODE, from:DATE, to:DATE", 85),
    spec(Scope::History, Action::Corrected, &[typed('c')], "corrected", "Shows only values that were entered anew", 70),
    spec(Scope::History, Action::LateEntries, &[typed('t')], "late", "Shows only readings entered more than their days to report after the period", 68),
    spec(Scope::History, Action::Escalated, &[typed('e')], "escalated", "Shows only what was taken to the management review", 66),
    spec(Scope::History, Action::Retired, &[typed('x')], "retired", "Shows only what closed an objective", 64),
    spec(Scope::History, Action::InForceThen, &[typed('f')], "in force then", "Shows what was in force on the day of the selected entry, and who had approved it", 62),
    spec(Scope::History, Action::EveryEntry, &[typed('a')], "all", "Shows every entry again", 60),
    spec(Scope::History, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "detail", "Goes to the detail and back", 50),
    spec(Scope::History, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the detail, then the filter, then the screen", 40),

    // Snapshots.
    when(spec(Scope::Snapshots, Action::Snapshot, &[typed('S')], "snapshot", "Freezes the register as of now, for management review", 90), writable),
    spec(Scope::Snapshots, Action::JumpThere, &[named(KeyCode::Enter)], "as known then", "Shows the whole register as it was known when it was frozen", 80),
    spec(Scope::Snapshots, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the screen", 40),

    // The walk through the list.
    when(spec(Scope::Walk, Action::Open, &[named(KeyCode::Enter)], "go on", "Goes on: begins, drafts for a source, approves the edition, closes the walk", 90), writable),
    when(spec(Scope::Walk, Action::Keep, &[typed('k')], "keep", "Keeps the selected objective; at the year's end its dates move on by a year", 88), writable),
    when(spec(Scope::Walk, Action::Change, &[typed('c')], "change", "Changes the selected objective in a form", 86), writable),
    when(spec(Scope::Walk, Action::Retire, &[typed('r')], "retire", "Closes the selected objective with an outcome and a reason", 84), writable),
    when(spec(Scope::Walk, Action::Replace, &[typed('p')], "replace", "Puts another objective in the place of the selected one", 82), writable),
    when(spec(Scope::Walk, Action::KeepBecause, &[typed('K')], "keep because", "Keeps the selected objective with a reason of your own", 60), writable),
    spec(Scope::Walk, Action::NextPane, &[named(KeyCode::Tab)], "next page", "Goes on to the sources nobody pursues, then to the new edition", 75),
    spec(Scope::Walk, Action::PreviousPane, &[named(KeyCode::BackTab)], "page back", "Goes to the page before", 0),
    when(spec(Scope::Walk, Action::Approve, &[typed('A')], "approve", "Approves the list as the new edition", 50), writable),
    when(spec(Scope::Walk, Action::Tell, &[typed('T')], "tell", "Records that the new edition was told", 48), writable),
    when(spec(Scope::Walk, Action::NoChange, &[typed('N')], "no change", "Closes the walk with a reason why nothing had to change", 46), writable),
    when(spec(Scope::Walk, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 30), writable),
    spec(Scope::Walk, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the walk; it stays open and can be taken up again", 40),

    // Forms.
    spec(Scope::Form, Action::Confirm, &[named(KeyCode::Enter)], "next, save", "Takes the field and goes to the next; saves on the last", 90),
    spec(Scope::Form, Action::Save, &[ctrl('s')], "save", "Saves the form", 85),
    spec(Scope::Form, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "field", "Goes to the next field", 70),
    spec(Scope::Form, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::Form, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Form, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Form, Action::BringBack, &[ctrl('y')], "bring back", "Puts back what was discarded last in this form", 0),
    spec(Scope::Form, Action::Back, &[named(KeyCode::Esc)], "back", "Closes the form; asks once where something was typed", 80),
    spec(Scope::Choice, Action::NextChoice, &[named(KeyCode::Right), typed(' ')], "choose", "Takes the next choice", 75),
    spec(Scope::Choice, Action::PreviousChoice, &[named(KeyCode::Left)], "choose back", "Takes the choice before", 0),

    // The review meeting.
    spec(Scope::Meeting, Action::Confirm, &[named(KeyCode::Enter)], "save, next", "Saves the answer and goes on; it is on disk before the screen says so", 90),
    spec(Scope::Meeting, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "field", "Goes to the next field", 70),
    spec(Scope::Meeting, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::Meeting, Action::Park, &[named(KeyCode::F(2))], "park", "Puts the item aside without a reason, or takes it up again", 60),
    spec(Scope::Meeting, Action::Attendees, &[named(KeyCode::F(3))], "here", "Changes who is here", 30),
    spec(Scope::Meeting, Action::PassBlock, &[named(KeyCode::F(4))], "block", "Passes everything on track as a block, with a line marked automatic", 55),
    spec(Scope::Meeting, Action::ActionDone, &[named(KeyCode::F(5))], "action done", "Marks an action of an earlier meeting as done", 35),
    spec(Scope::Meeting, Action::CloseMeeting, &[named(KeyCode::F(8))], "close", "Closes the meeting; the minutes are frozen", 50),
    spec(Scope::Meeting, Action::NextItem, &[named(KeyCode::PageDown)], "item", "Goes to the next item", 65),
    spec(Scope::Meeting, Action::PreviousItem, &[named(KeyCode::PageUp)], "item back", "Goes to the item before", 0),
    spec(Scope::Meeting, Action::Undo, &[named(KeyCode::F(6))], "take back", "Takes back the answer given last, to be typed anew", 45),
    spec(Scope::Meeting, Action::Back, &[named(KeyCode::Esc)], "home", "Goes back home; the meeting stays open", 40),
    spec(Scope::Decision, Action::Undo, &[typed('u')], "take back", "Takes back the answer given last, to be typed anew", 0),
    spec(Scope::Decision, Action::DecideContinue, &[typed('c')], "continue", "Carry on", 0),
    spec(Scope::Decision, Action::DecideAct, &[typed('a')], "act", "Do something about it: an action with owner and date", 0),
    spec(Scope::Decision, Action::DecideEscalate, &[typed('e')], "escalate", "Take it to the management review", 0),
    spec(Scope::Decision, Action::DecideAccept, &[typed('k')], "accept", "Accept it for now, until a date", 0),
    spec(Scope::Decision, Action::DecideRetarget, &[typed('t')], "change target", "Change the target; needs approval", 0),
    spec(Scope::Decision, Action::DecideExtend, &[typed('x')], "extend", "Move the date; needs approval", 0),
    spec(Scope::Decision, Action::DecideRetire, &[typed('r')], "retire", "Close the objective; needs approval", 0),

    spec(Scope::Global, Action::Help, &[typed('?'), named(KeyCode::F(1))], "help", "Shows the keys that count here, then all others", 255),
    spec(Scope::Global, Action::Leave, &[ctrl('c')], "leave", "Says how to leave; a second time on home, leaves", 0),
];
