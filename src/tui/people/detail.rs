//! What stands behind the selected line: what is somebody's, what they owe, what they know.

use ratatui::text::{Line, Span};

use crate::app::people::view::{FunctionLine, Held, Party};
use crate::domain::directory::Activity;
use crate::domain::period::Date;
use crate::domain::rearrangement::{Rearrangement, RearrangementKind};
use crate::domain::words;
use crate::tui::editions::detail::{Page, knowledge};
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// A person or a role.
pub fn party(party: &Party, as_of: Date, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    let kind = party.kind.map_or("not in the directory; e enters it", words::entry_kind);
    page.entry("Is", &format!("{kind}{}", since(party.activity)));
    page.entry(
        if party.kind.is_some_and(|k| k.word() == "role") { "Held by" } else { "Role" },
        &party.roles.join(", "),
    );
    if let Some(entry) = &party.entry {
        page.entry("Function", &entry.function);
        page.entry("Mail", &entry.email);
        page.entry("Then", &entry.successor);
    }
    held(&mut page, "Owns", &party.owns, theme, width);
    held(&mut page, "Figures from them", &party.reports, theme, width);
    if !(party.readings.is_empty() && party.actions.is_empty()) {
        page.gap();
        page.heading("Owes now");
    }
    for item in &party.readings {
        let late = if item.last_day < as_of { ", late" } else { "" };
        page.prose(&format!("reading {} for {}, by {}{late}", item.code, item.label, figures::day(item.last_day)));
    }
    for action in &party.actions {
        let by = action.due.map_or_else(String::new, |due| format!(", by {}", figures::day(due)));
        let late = if action.due.is_some_and(|due| due < as_of) { ", late" } else { "" };
        page.prose(&format!("{} {}{by}{late}", action.code, action.text));
    }
    if !party.knows.is_empty() {
        page.gap();
        page.heading("Told and confirmed");
    }
    for known in &party.knows {
        page.prose(&format!("{} version {}: {}", known.code, known.version, knowledge(&known.knowledge)));
    }
    page.lines()
}

/// The text to send somebody who owes something.
pub fn ask(party: &Party, as_of: Date, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    let Some(said) = party.ask_text(as_of) else {
        page.prose(&format!("{} owes nothing now.", party.name));
        return page.lines();
    };
    let to = party.entry.as_ref().filter(|entry| !entry.email.is_empty()).map(|entry| format!(" to {}", entry.email));
    page.heading(&format!("A text to send{}", to.unwrap_or_default()));
    page.gap();
    page.verbatim(&said);
    page.lines()
}

/// A function.
pub fn function(line: &FunctionLine, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    let known = if line.entry.is_some() { "function" } else { "not in the directory; e enters it" };
    page.entry("Is", &format!("{known}{}", since(line.activity)));
    page.entry("People", &line.people.join(", "));
    page.entry("Then", line.successor.as_deref().unwrap_or_default());
    held(&mut page, "Pursues", &line.objectives, theme, width);
    page.lines()
}

/// A hand-over, a reorganization.
pub fn rearrangement(one: &Rearrangement, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(theme, width);
    if one.kind == RearrangementKind::HandOver {
        page.entry("From", &one.giver);
        page.entry("To", &one.taker);
    }
    page.entry("From day", &figures::day(one.begins));
    page.entry("Objectives", &one.codes.join(", "));
    page.entry("Why", &one.reason);
    if one.kind == RearrangementKind::HandOver {
        let accepted = one.accepted_on.map(|day| format!("{} on {}", one.accepted_by, figures::day(day)));
        page.entry("Accepted", accepted.as_deref().unwrap_or("not yet; a records it"));
    }
    page.lines()
}

fn held(page: &mut Page, heading: &str, objectives: &[Held], theme: Theme, width: usize) {
    if objectives.is_empty() {
        return;
    }
    page.gap();
    page.heading(heading);
    for held in objectives {
        let (mark, word) = theme.status_mark(held.status);
        let through = if held.through.is_empty() { String::new() } else { format!(" as {}", held.through) };
        let planned =
            held.planned.as_ref().map_or_else(String::new, |p| format!(", {} {}", p.said(), words::day(p.begins)));
        let title = format!("{}{through}{planned}", held.title);
        let room = width.saturating_sub(text::width(word) + 14);
        page.line(Line::from(vec![
            Span::styled(format!("{mark} "), theme.status(held.status)),
            Span::styled(text::left(&held.code, 8), theme.code()),
            Span::raw(text::left(&title, room)),
            Span::raw("  "),
            Span::styled(word, theme.quiet()),
        ]));
    }
}

fn since(activity: Activity) -> String {
    match activity {
        Activity::Ended(day) => format!(", until {}", figures::day(day)),
        Activity::NotYet(day) => format!(", from {} on", figures::day(day)),
        Activity::Vacant => ", held by nobody".to_owned(),
        Activity::Active | Activity::Unknown => String::new(),
    }
}
