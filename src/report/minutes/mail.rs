//! The minutes as the text of a mail: what a person who was not there has to know, in plain lines.

use super::{agenda, followups, state, title};
use crate::domain::minutes::{MinutedAction, Minutes};
use crate::domain::review::AgendaGroup;
use crate::domain::text::one_line;
use crate::domain::words;

/// The text, one thought a line, without any markup.
pub fn mail(minutes: &Minutes) -> String {
    let mut lines = vec![
        format!("{}: {}, {}", minutes.organization, title(minutes), words::day(minutes.date)),
        format!("Here: {}", minutes.attendees.join(", ")),
    ];
    let counts = minutes.by_status.iter().filter(|count| count.objectives > 0);
    let counts: Vec<String> =
        counts.map(|count| format!("{} {}", count.objectives, words::status(count.status).1)).collect();
    lines.push(counts.join(", "));
    section(
        &mut lines,
        "Corrected after it was shown",
        minutes.corrections.iter().map(|note| {
            let new = if note.new.is_empty() { "taken back" } else { &note.new };
            format!("{} {}: {} → {new}; {}", note.code, note.label, note.old, followups::stands(note))
        }),
    );
    section(
        &mut lines,
        "Not measured",
        minutes.missing.iter().map(|missing| {
            format!("{} {}: {}, by {}", missing.code, missing.label, missing.who, words::day(missing.last_day))
        }),
    );
    let told = minutes.items.iter().filter(|item| item.group != AgendaGroup::OnTrack || item.decision.is_some());
    section(
        &mut lines,
        "Looked at",
        told.map(|item| {
            let parts = [
                item.shown.clone(),
                words::status(item.status_after).1.to_owned(),
                item.meaning.clone(),
                agenda::decided(item),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("{} {}: {}", item.code, item.title, parts.join("; "))
        }),
    );
    section(&mut lines, "Agreed", minutes.actions.iter().map(action));
    section(&mut lines, "Still open from before", minutes.carried.iter().filter(|a| a.done_on.is_none()).map(action));
    section(
        &mut lines,
        "Changes of the list",
        minutes.changes.iter().map(|change| {
            format!("{}: {}, {}; {}", change.code, words::change(change.kind), change.what, followups::approval(change))
        }),
    );
    lines.push(String::new());
    for (label, text) in [("Changes in the list", &minutes.refresh), ("No change because", &minutes.no_change)] {
        if !text.is_empty() {
            lines.push(format!("{label}: {text}"));
        }
    }
    let next = minutes.next_date.map(words::day).unwrap_or_else(|| "no date agreed".to_owned());
    lines.push(format!("Next meeting: {next}"));
    lines.push(state(minutes));
    let mut text: String = lines.iter().map(|line| format!("{}\n", one_line(line))).collect();
    if minutes.demo {
        text.insert_str(0, "Sample register\n");
    }
    text
}

fn section(lines: &mut Vec<String>, heading: &str, told: impl Iterator<Item = String>) {
    let told: Vec<String> = told.map(|line| format!("- {line}")).collect();
    if !told.is_empty() {
        lines.extend([String::new(), heading.to_owned()]);
        lines.extend(told);
    }
}

fn action(action: &MinutedAction) -> String {
    let due = action.due.map(|day| format!(", by {}", words::day(day))).unwrap_or_default();
    let code = if action.code.is_empty() { String::new() } else { format!("{}: ", action.code) };
    format!("{code}{}; {}{due}, {}", action.text, action.owner, words::action_state(action.state))
}
