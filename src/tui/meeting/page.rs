//! What stands on the pages that are looked through: one entry after the other, from what the minutes would say now.

use super::stop::Stop;
use crate::domain::minutes::{ListChange, MinutedAction, Minutes, MissingReading, StatusMove};
use crate::domain::review::{ActionKind, ActionState, AgendaTopic, CorrectionNote, Prepared};
use crate::domain::status::Status;
use crate::domain::words;

/// What an entry is about, and so what a key does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A heading, or a sentence: it is not selected.
    Nothing,
    /// A value that stood in closed minutes and is another one now, by its place.
    Correction(usize),
    /// An action, by its number.
    Action(i64),
    /// A point of the agenda.
    Topic(AgendaTopic),
    /// What is prepared for an objective that lags.
    Prepared(String),
    /// An objective.
    Objective(String),
}

/// One entry of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub about: About,
    /// The status whose mark stands before it.
    pub status: Option<Status>,
    /// The first line.
    pub first: String,
    /// What stands below it.
    pub rest: Vec<String>,
}

impl Entry {
    fn new(about: About, first: String, rest: impl IntoIterator<Item = String>) -> Entry {
        let rest = rest.into_iter().filter(|line| !line.is_empty()).collect();
        Entry { about, status: None, first, rest }
    }

    fn heading(said: &str) -> Entry {
        Entry::new(About::Nothing, said.to_owned(), [])
    }

    /// Whether it can be selected.
    pub fn is_selectable(&self) -> bool {
        self.about != About::Nothing
    }
}

/// The entries of a page.
pub fn entries(stop: Stop, draft: &Minutes) -> Vec<Entry> {
    match stop {
        Stop::LastActions => last_actions(draft),
        Stop::NotMeasured => or_none(draft.missing.iter().map(missing).collect(), "everything expected was measured"),
        Stop::StatusChanges => {
            let moves = draft.status_changes.iter().map(status_move).collect();
            or_none(moves, "every objective stands as it stood last time")
        }
        Stop::Topics => topics(draft),
        Stop::ListChanges => list_changes(draft),
        Stop::Item(_) | Stop::ReadBack | Stop::Closed => Vec::new(),
    }
}

fn or_none(entries: Vec<Entry>, none: &str) -> Vec<Entry> {
    if entries.is_empty() { vec![Entry::heading(none)] } else { entries }
}

fn last_actions(draft: &Minutes) -> Vec<Entry> {
    let mut entries = Vec::new();
    if !draft.corrections.is_empty() {
        entries.push(Entry::heading("Corrected after minutes had shown it"));
        entries.extend(draft.corrections.iter().enumerate().map(correction));
    }
    if !draft.carried.is_empty() {
        entries.push(Entry::heading("Actions of earlier meetings"));
        entries.extend(draft.carried.iter().map(action));
    }
    or_none(entries, "no action is open and no minutes were corrected")
}

/// `HR-2  Aug 2026: 41 h → 47 h, close → not met`.
fn correction((place, note): (usize, &CorrectionNote)) -> Entry {
    let new = if note.new.is_empty() { "taken back" } else { &note.new };
    let word = |verdict| words::verdict(verdict).1;
    let judged = match (note.old_verdict, note.new_verdict) {
        (Some(old), Some(new)) if old != new => format!(", {} → {}", word(old), word(new)),
        _ => String::new(),
    };
    let first = format!("{}  {}: {} → {new}{judged}", note.code, note.label, note.old);
    let who = note.seen_by.join(", ");
    let shown = format!("shown in review {} on {} to {who}", note.shown_in, words::day(note.shown_on));
    let on = note.corrected_on.map(|day| format!(", {}", words::day(day))).unwrap_or_default();
    let because = match note.reason.as_str() {
        "" => format!("corrected by {}{on}", note.corrected_by),
        reason => format!("because: {reason}; {}{on}", note.corrected_by),
    };
    let decided = note.decision.map(|kind| format!("decided then: {}", words::decision(kind))).unwrap_or_default();
    let answer = match &note.answer {
        None => "does the decision still stand?".to_owned(),
        Some(answer) if answer.stands => format!("it still stands: {}", answer.reason),
        Some(answer) => format!("it does not stand any more: {}", answer.reason),
    };
    Entry::new(About::Correction(place), first, [shown, because, decided, answer])
}

fn action(action: &MinutedAction) -> Entry {
    let code = if action.code.is_empty() { String::new() } else { format!("{}  ", action.code) };
    let by = action.due.map(|due| format!(", by {}", words::day(due))).unwrap_or_default();
    let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
    let first = format!("{}: {code}{}", state(action), action.text);
    let cause = match action.kind {
        ActionKind::Corrective => format!("removes the cause: {}", action.cause),
        ActionKind::Task => String::new(),
    };
    let evidence = if action.evidence.is_empty() { String::new() } else { format!("shown by {}", action.evidence) };
    let check = match (action.state, action.check_on) {
        (ActionState::CheckDue, _) => "did it help?".to_owned(),
        (ActionState::Helped | ActionState::NoHelp, _) | (_, None) => String::new(),
        (_, Some(day)) => format!("looked at again on {}", words::day(day)),
    };
    Entry::new(About::Action(action.id), first, [format!("{owner}{by}"), cause, evidence, check])
}

fn state(action: &MinutedAction) -> String {
    match (action.state, action.done_on) {
        (ActionState::Open, _) => "open".to_owned(),
        (ActionState::Late, _) => "LATE".to_owned(),
        (ActionState::Helped, _) => "done, it helped".to_owned(),
        (ActionState::NoHelp, _) => "done, it did not help".to_owned(),
        (ActionState::Done | ActionState::CheckDue, Some(day)) => format!("done {}", words::day(day)),
        (ActionState::Done | ActionState::CheckDue, None) => "done".to_owned(),
    }
}

fn missing(missing: &MissingReading) -> Entry {
    let first = format!("{}  {}", missing.code, missing.title);
    let late = match missing.missed_periods {
        0 => String::new(),
        n => format!("; {} late", words::counted(n as usize, "period", "periods")),
    };
    let who = if missing.who.is_empty() { "nobody named" } else { &missing.who };
    let waits = format!("{} from {who}, was due by {}{late}", missing.label, words::day(missing.last_day));
    let waits = if missing.missed_periods == 0 { waits.replace("was due", "due") } else { waits };
    Entry::new(About::Objective(missing.code.clone()), first, [waits])
}

fn status_move(change: &StatusMove) -> Entry {
    let word = |status| words::status(status).1;
    let moved = match change.before {
        None => format!("new, {}", word(change.now)),
        Some(before) => format!("{} → {}", word(before), word(change.now)),
    };
    let first = format!("{}  {}: {moved}", change.code, change.title);
    Entry { status: Some(change.now), ..Entry::new(About::Objective(change.code.clone()), first, []) }
}

fn topics(draft: &Minutes) -> Vec<Entry> {
    let topic = |topic: &AgendaTopic| {
        let note = draft.notes.iter().find(|note| note.topic == *topic);
        let said = match note {
            Some(note) => format!("“{}” {}", note.text, note.by),
            None if topic.is_prepared() => "not written yet".to_owned(),
            None => String::new(),
        };
        Entry::new(About::Topic(*topic), format!("{:<4} {}", topic.letter(), topic.title()), [said])
    };
    let mut entries: Vec<Entry> = AgendaTopic::ALL.iter().map(topic).collect();
    if !draft.preparations.is_empty() {
        entries.push(Entry::heading("Objectives that lag"));
        entries.extend(draft.preparations.iter().map(prepared));
    }
    entries
}

fn prepared(prepared: &Prepared) -> Entry {
    let said = |label: &str, text: &str| match text {
        "" => format!("{label}: not written yet"),
        text => format!("{label}: {text}"),
    };
    let rest =
        [said("cause", &prepared.cause), said("options", &prepared.options), said("decision wanted", &prepared.wanted)];
    Entry::new(About::Prepared(prepared.code.clone()), format!("{}  {}", prepared.code, prepared.title), rest)
}

fn list_changes(draft: &Minutes) -> Vec<Entry> {
    let ask = "what changed since the last meeting stands here; is anything new in risks, scope or requirements?";
    let mut entries = vec![Entry::heading(ask)];
    entries.extend(draft.changes.iter().map(list_change));
    entries
}

fn list_change(change: &ListChange) -> Entry {
    let what = if change.what.is_empty() { change.title.clone() } else { change.what.clone() };
    let first = format!("{}  {}: {what}", change.code, words::change(change.kind));
    let because = if change.reason.is_empty() { String::new() } else { format!("because: {}", change.reason) };
    let on = change.approved_on.map(|day| format!(", {}", words::day(day))).unwrap_or_default();
    let approved = match (change.waits, change.approved_by.as_str()) {
        (true, _) => "waits for approval".to_owned(),
        (false, "") => String::new(),
        (false, by) => format!("approved by {by}{on}"),
    };
    Entry::new(About::Objective(change.code.clone()), first, [because, approved])
}
