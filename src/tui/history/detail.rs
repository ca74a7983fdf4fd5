//! What stands behind a line of the history: before and after, why, and where it stands in the journal.

use ratatui::text::{Line, Span};

use crate::app::view::{Difference, HistoryEntry, InForce};
use crate::domain::status::phrase::day;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// How many lines a long text may take.
const LINES: usize = 6;

/// An entry.
pub fn entry(entry: &HistoryEntry, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> =
        text::wrap(&entry.summary, width, LINES).into_iter().map(|line| Line::styled(line, theme.strong())).collect();
    if !entry.reason.is_empty() {
        lines.extend(labelled("why", &entry.reason, theme, width));
    }
    for mark in &entry.marks {
        lines.push(Line::raw(text::cut(&format!("{} {}", theme.sign("·"), mark.sentence()), width)));
    }
    if let Some(seq) = entry.undoes {
        lines.push(Line::raw(format!("{} takes back entry {seq}", theme.sign("·"))));
    }
    if !entry.differences.is_empty() {
        lines.push(Line::default());
        let about = entry.differences.iter().any(|d| d.about != entry.differences[0].about);
        lines.extend(entry.differences.iter().flat_map(|d| difference(d, about, theme, width)));
    }
    lines.push(Line::default());
    let by = if entry.os_user == entry.actor { String::new() } else { format!(" (account {})", entry.os_user) };
    lines.push(quiet(&format!("entry {} · {} · {}{by}", entry.seq, entry.local, entry.actor), theme, width));
    lines.push(quiet(&format!("{} · {}", entry.op, entry.app), theme, width));
    lines.extend(
        text::wrap(&format!("hash {}", entry.hash), width, 3).into_iter().map(|l| Line::styled(l, theme.quiet())),
    );
    lines
}

fn quiet(said: &str, theme: Theme, width: usize) -> Line<'static> {
    Line::styled(text::cut(said, width), theme.quiet())
}

fn labelled(label: &str, said: &str, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let indent = text::width(label) + 2;
    let wrapped = text::wrap(said, width.saturating_sub(indent), LINES);
    let first = |at: usize| if at == 0 { format!("{label}  ") } else { " ".repeat(indent) };
    let line = |(at, line): (usize, String)| Line::from(vec![Span::styled(first(at), theme.quiet()), Span::raw(line)]);
    wrapped.into_iter().enumerate().map(line).collect()
}

fn difference(difference: &Difference, about: bool, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let field = match about && !difference.about.is_empty() {
        true => format!("{} {}", difference.about, difference.field),
        false => difference.field.clone(),
    };
    let said = match (difference.before.as_str(), difference.after.as_str()) {
        ("", after) => after.to_owned(),
        (before, "") => format!("{before} {} nothing", theme.sign("→")),
        (before, after) => format!("{before} {} {after}", theme.sign("→")),
    };
    labelled(&text::left(&field, 24.min(width / 3)), &said, theme, width)
}

/// An objective that was in force.
pub fn in_force(objective: &InForce, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines =
        vec![Line::styled(text::cut(&format!("{}  {}", objective.code, objective.title), width), theme.strong())];
    let approval = match (objective.approved_by.as_str(), objective.approved_on) {
        ("", _) => "nobody is named".to_owned(),
        (by, Some(on)) => format!("{by} on {}", day(on)),
        (by, None) => by.to_owned(),
    };
    for (label, said) in [
        ("version", version(objective)),
        ("target", objective.target.clone()),
        ("due", objective.due.map(day).unwrap_or_default()),
        ("owner", objective.owner.clone()),
        ("approved by", approval),
        ("people", objective.approvers.join(", ")),
        ("stands in", objective.approved_ref.clone()),
    ] {
        if !said.is_empty() {
            lines.extend(labelled(&text::left(label, 11), &said, theme, width));
        }
    }
    lines
}

fn version(objective: &InForce) -> String {
    match objective.version == objective.approved_version {
        true => objective.version.to_string(),
        false => format!("{}; later ones than {} changed wording only", objective.version, objective.approved_version),
    }
}
