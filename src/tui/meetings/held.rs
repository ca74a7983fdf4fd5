//! A meeting that was held, as its frozen minutes tell it; one that runs, as they would tell it now.

use ratatui::text::Line;

use crate::domain::minutes::{MinutedAction, MinutedItem, Minutes};
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Lines a sentence of a person may take.
const SENTENCE: usize = 3;

/// Who was there, what was said and decided, who does what.
pub fn lines(minutes: &Minutes, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut say = |said: String, strong: bool| {
        let style = if strong { theme.strong() } else { theme.plain() };
        lines.extend(text::wrap(&said, width, SENTENCE).into_iter().map(|line| Line::styled(line, style)));
    };
    say(format!("Here: {}", minutes.attendees.join(", ")), false);
    if !minutes.host.is_empty() {
        say(format!("Part of {}", minutes.host), false);
    }
    let answered: Vec<&MinutedItem> = minutes.items.iter().filter(|item| item.decision.is_some()).collect();
    say("Decided".to_owned(), true);
    answered.iter().for_each(|item| say(decided(item), false));
    if answered.is_empty() {
        say("nothing one by one".to_owned(), false);
    }
    if !minutes.actions.is_empty() {
        say("Actions".to_owned(), true);
        minutes.actions.iter().for_each(|action| say(action_line(action), false));
    }
    match (minutes.refresh.as_str(), minutes.no_change.as_str()) {
        ("", "") => {}
        ("", because) => say(format!("No change because {because}"), false),
        (changes, _) => say(format!("Changes in the list: {changes}"), false),
    }
    if !minutes.closed_at.is_empty() {
        let state = format!("state {} · {}", minutes.seq, minutes.head.get(..8).unwrap_or(&minutes.head));
        say(format!("Closed by {}, {state}", minutes.closed_by), false);
    }
    lines
}

fn decided(item: &MinutedItem) -> String {
    let kind = item.decision.as_ref().map(|decision| words::decision(decision.kind)).unwrap_or_default();
    let meaning = if item.meaning.is_empty() { String::new() } else { format!("  “{}”", item.meaning) };
    format!("{}  {}  {kind}{meaning}", item.code, item.shown)
}

fn action_line(action: &MinutedAction) -> String {
    let by = action.due.map(|due| format!(", by {}", words::day(due))).unwrap_or_default();
    format!("{}  {}, {}{by}", action.code, action.text, action.owner)
}
