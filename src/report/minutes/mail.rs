//! The mail that goes out with the minutes: plain text, a subject that says it all, what was decided, who does what.

use std::fmt::Write;

use super::{items, missing, phrases};
use crate::domain::minutes::{MinutedAction, Minutes};
use crate::domain::reading::DecisionKind;
use crate::domain::status::Status;
use crate::domain::text::one_line;
use crate::domain::words;

/// The mail, its subject in the first line. Text from data stands on one line each, without control codes.
pub fn mail(minutes: &Minutes) -> String {
    let mut text = format!("Subject: {}\n\n", one_line(&subject(minutes)));
    paragraph(&mut text, &head(minutes));
    section(&mut text, "Corrected since the last minutes", corrections(minutes));
    section(&mut text, "Decided", decisions(minutes));
    section(&mut text, "To do", to_do(minutes));
    section(&mut text, "Not measured", minutes.missing.iter().map(missing).collect());
    section(&mut text, "Changes of the list that wait for approval", waiting(minutes));
    let next = minutes.next_date.map_or("is not agreed yet".to_owned(), |day| format!("is on {}", phrases::day(day)));
    paragraph(&mut text, &format!("The next meeting {next}. The minutes are attached."));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn subject(minutes: &Minutes) -> String {
    let name = phrases::capital(&phrases::meeting(minutes.kind, minutes.number));
    format!("{name}, {}, {}: {}", minutes.organization, phrases::day(minutes.date), counted(minutes))
}

/// What is not on its course, in the order of attention; `all on track` else.
fn counted(minutes: &Minutes) -> String {
    let attention = [Status::OffTrack, Status::Missed, Status::Unknown, Status::AtRisk];
    let count = |status| minutes.by_status.iter().find(|c| c.status == status).map_or(0, |c| c.objectives);
    let said: Vec<String> = attention
        .into_iter()
        .filter(|status| count(*status) > 0)
        .map(|status| format!("{} {}", count(status), words::status(status).1))
        .collect();
    if said.is_empty() { "nothing is off its course".to_owned() } else { said.join(", ") }
}

fn head(minutes: &Minutes) -> String {
    let here = match minutes.attendees.is_empty() {
        true => String::new(),
        false => format!(" Here: {}.", minutes.attendees.join(", ")),
    };
    format!("We met on {}.{here} {}.", phrases::day(minutes.date), phrases::capital(&counted(minutes)))
}

fn corrections(minutes: &Minutes) -> Vec<String> {
    let line = |note: &crate::domain::review::CorrectionNote| {
        let new = if note.new.is_empty() { "taken back" } else { &note.new };
        let stands = match &note.answer {
            None => "whether the decision stands is open",
            Some(answer) if answer.stands => "the decision stands",
            Some(_) => "the decision does not stand",
        };
        format!("{} {}: {} is {new} now; {stands}", note.code, note.label, note.old)
    };
    minutes.corrections.iter().map(line).collect()
}

/// To go on as before without a word is no news.
fn decisions(minutes: &Minutes) -> Vec<String> {
    minutes
        .items
        .iter()
        .filter_map(|item| Some((item, item.decision.as_ref()?)))
        .filter(|(_, decision)| decision.kind != DecisionKind::Continue || !decision.text.is_empty())
        .map(|(item, decision)| {
            let status = words::status(item.status_after).1;
            let stands = if item.shown.is_empty() { status.to_owned() } else { format!("{}, {status}", item.shown) };
            let means = if item.meaning.is_empty() { String::new() } else { format!("“{}”; ", item.meaning) };
            format!("{} {}: {stands}; {means}{}", item.code, item.title, items::decided(decision))
        })
        .collect()
}

/// By person, so that everybody finds their own.
fn to_do(minutes: &Minutes) -> Vec<String> {
    let open = |action: &&MinutedAction| action.done_on.is_none();
    let mut actions: Vec<&MinutedAction> = minutes.actions.iter().chain(&minutes.carried).filter(open).collect();
    actions.sort_by_key(|action| (action.owner.as_str(), action.due));
    let line = |action: &&MinutedAction| {
        let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
        let due = action.due.map_or("no date".to_owned(), |due| format!("by {}", phrases::day(due)));
        let late = if action.due.is_some_and(|due| due < minutes.date) { ", late" } else { "" };
        let code = if action.code.is_empty() { String::new() } else { format!(" ({})", action.code) };
        format!("{owner}: {}{code}, {due}{late}", action.text)
    };
    actions.iter().map(line).collect()
}

fn waiting(minutes: &Minutes) -> Vec<String> {
    let waits = minutes.changes.iter().filter(|change| change.waits);
    waits.map(|change| phrases::said([change.code.as_str(), &change.what, &change.reason])).collect()
}

fn paragraph(text: &mut String, said: &str) {
    let _ = writeln!(text, "{}\n", one_line(said));
}

fn section(text: &mut String, heading: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "{heading}:");
    lines.iter().for_each(|line| {
        let _ = writeln!(text, "- {}", one_line(line));
    });
    text.push('\n');
}
