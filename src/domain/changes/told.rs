//! A comparison in words: the same sections and sentences on the screen and on the shell.

use super::{Changes, Comparison, Decided, Named, NewPeriod, NewReadings, Retarget, StatusChange, ValueChange};
use crate::domain::period::Date;
use crate::domain::status::{Freshness, Status};
use crate::domain::words;

/// New readings told one by one per objective; of more only the newest.
const READINGS: usize = 6;

/// What changed in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// In which.
    pub heading: &'static str,
    /// One per objective and event.
    pub entries: Vec<Entry>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Code of the objective.
    pub code: String,
    /// The status it has now, where the entry is about that.
    pub status: Option<Status>,
    /// What changed; further lines say why and by whom.
    pub lines: Vec<String>,
}

impl Entry {
    fn new(code: &str, lines: impl IntoIterator<Item = String>) -> Entry {
        let lines = lines.into_iter().filter(|line| !line.is_empty()).collect();
        Entry { code: code.to_owned(), status: None, lines }
    }
}

/// How many objectives stood how before and stand how now: `on track 6 → 7`.
pub fn counted(comparison: &Comparison) -> Vec<String> {
    let said = |word: &str, before: u32, after: u32| match before == after {
        true => format!("{word} {after}"),
        false => format!("{word} {before} → {after}"),
    };
    let counts = comparison.counts.iter();
    counts.map(|counted| said(words::status(counted.status).1, counted.before, counted.after)).collect()
}

/// What became different, most important first; empty where nothing did.
pub fn sections(changes: &Changes) -> Vec<Section> {
    let listed = |named: &[Named], what: &str| named.iter().map(|named| list_entry(named, what)).collect::<Vec<_>>();
    let sections = [
        ("Corrected after it had been shown", changes.corrected.iter().map(corrected).collect()),
        ("Status", changes.status.iter().map(status).collect()),
        ("Added", listed(&changes.added, "")),
        ("Closed", listed(&changes.retired, "")),
        ("Taken back", listed(&changes.withdrawn, "it is no longer in the register")),
        ("Target or date changed", changes.retargeted.iter().map(retargeted).collect()),
        ("Decided", changes.decisions.iter().map(decided).collect()),
        ("Measured", changes.readings.iter().map(measured).collect()),
    ];
    let sections = sections.into_iter().map(|(heading, entries): (_, Vec<Entry>)| Section { heading, entries });
    sections.filter(|section| !section.entries.is_empty()).collect()
}

fn list_entry(named: &Named, what: &str) -> Entry {
    Entry::new(&named.code, [named.title.clone(), named.note.clone(), what.to_owned()])
}

fn corrected(change: &ValueChange) -> Entry {
    let now = if change.now.is_empty() { "taken back" } else { &change.now };
    let decided = if change.decided_on_old { "a decision was taken on the value shown before" } else { "" };
    let lines = [format!("{}: {} → {now}", change.label, change.before), because(&change.reason), decided.to_owned()];
    Entry::new(&change.code, lines)
}

fn status(change: &StatusChange) -> Entry {
    let ((before, was_measured), (now, is_measured)) = (change.before, change.now);
    let word = |status: Status| words::status(status).1;
    let stands = match before == now {
        true => word(now).to_owned(),
        false => format!("{} → {}", word(before), word(now)),
    };
    let measured = |freshness: Freshness| words::freshness(freshness);
    let known = match was_measured == is_measured {
        true => String::new(),
        false => format!(", measured {} → {}", measured(was_measured), measured(is_measured)),
    };
    let lines = [format!("{}: {stands}{known}", change.title), change.why.clone()];
    Entry { status: Some(now), ..Entry::new(&change.code, lines) }
}

fn retargeted(change: &Retarget) -> Entry {
    let day = |date: Option<Date>| date.map_or_else(|| "no end date".to_owned(), words::day);
    let target = change.target.as_ref().map(|(before, now)| format!("target {} → {}", said(before), said(now)));
    let due = change.due.map(|(before, now)| format!("due {} → {}", day(before), day(now)));
    let approved = match change.approved_by.as_str() {
        "" => String::new(),
        by => format!("approved by {by}"),
    };
    let moved = target.into_iter().chain(due).collect::<Vec<_>>().join(", ");
    Entry::new(&change.code, [moved, because(&change.reason), approved])
}

fn said(target: &str) -> &str {
    if target.is_empty() { "none" } else { target }
}

fn decided(decided: &Decided) -> Entry {
    let decision = &decided.decision;
    let until = decision.until.map(|until| format!(", until {}", words::day(until))).unwrap_or_default();
    let review = decision.review.map(|number| format!(", review {number}")).unwrap_or_default();
    let by = if decision.by.is_empty() { String::new() } else { format!(", {}", decision.by) };
    let first = format!("{}: {}{until}{review}{by}", words::day(decision.on), words::decision(decision.kind));
    let text = if decision.text.is_empty() { String::new() } else { format!("“{}”", decision.text) };
    Entry::new(&decided.code, [first, text])
}

fn measured(new: &NewReadings) -> Entry {
    let one = |period: &NewPeriod| match period.verdict {
        Some(verdict) => format!("{} {}, {}", period.label, period.shown, words::verdict(verdict).1),
        None => format!("{} {}", period.label, period.shown),
    };
    let hidden = new.periods.len().saturating_sub(READINGS);
    let earlier = (hidden > 0).then(|| format!("{} before that", words::counted(hidden, "reading", "readings")));
    let shown = earlier.into_iter().chain(new.periods.iter().skip(hidden).map(one)).collect::<Vec<_>>().join("; ");
    let before = if new.before.is_empty() { String::new() } else { format!("shown before: {}", new.before) };
    Entry::new(&new.code, [shown, before])
}

fn because(reason: &str) -> String {
    if reason.is_empty() { String::new() } else { format!("because: {reason}") }
}
