//! Lists inside one cell, joined by `;`: links `kind:ref|because`, criteria `text|planned|done`, waypoints `date=value`.
//! A sign of the syntax that belongs to a text stands behind a backslash.

use super::date::parse_date;
use super::number::{NumberFormat, parse_number};
use crate::domain::objective::{Criterion, Link};
use crate::domain::period::Date;
use crate::domain::target::Waypoint;

/// Criteria with the days some of them were fulfilled on, in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CriteriaCell {
    /// What a milestone must show.
    pub criteria: Vec<Criterion>,
    /// The day each was fulfilled; `None` while open.
    pub done: Vec<Option<Date>>,
}

/// `risk:R-014;commitment:4.2|patching within the SLA`
pub fn parse_links(cell: &str) -> Result<Vec<Link>, String> {
    let link = |entry: Vec<String>| {
        let because = entry[1..].join("|");
        match &cut(&entry[0])[..] {
            [kind, reference @ ..] if !kind.is_empty() && !reference.is_empty() => {
                Ok(Link { kind: kind.clone(), reference: reference.join(":"), because })
            }
            _ => Err(format!("`{}` is no link; write kind:ref, for example risk:R-014", entry[0])),
        }
    };
    entries(cell, '|').into_iter().map(link).collect()
}

/// Kind and reference, cut at `:`; a backslash takes the meaning from the one behind it.
fn cut(text: &str) -> Vec<String> {
    let (mut found, mut part) = (Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(|next| matches!(next, '\\' | ':')) => part.extend(chars.next()),
            ':' => found.push(std::mem::take(&mut part).trim().to_owned()),
            c => part.push(c),
        }
    }
    found.push(part.trim().to_owned());
    found
}

/// `R1;portal`
pub fn parse_tags(cell: &str) -> Vec<String> {
    entries(cell, '\0').into_iter().map(|mut entry| entry.remove(0)).collect()
}

/// `Design signed|2026-03-31|2026-03-20;Pilot done|2026-06-30`
pub fn parse_criteria(cell: &str) -> Result<CriteriaCell, String> {
    let mut found = CriteriaCell::default();
    for entry in entries(cell, '|') {
        if entry.len() > 3 || entry[0].is_empty() {
            return Err(format!("`{}` is no criterion; write text|planned|done", entry.join("|")));
        }
        let date = |at: usize| match entry.get(at).map_or("", String::as_str) {
            "" => Ok(None),
            text => parse_date(text).map(Some).map_err(|problem| format!("criterion `{}`: {problem}", entry[0])),
        };
        found.done.push(date(2)?);
        found.criteria.push(Criterion { planned: date(1)?, text: entry[0].clone() });
    }
    Ok(found)
}

/// `2026-06-30=90;2026-09-30=95`, brought into the order of their dates.
pub fn parse_waypoints(cell: &str, unit: &str, format: NumberFormat) -> Result<Vec<Waypoint>, String> {
    let waypoint = |entry: Vec<String>| match &entry[..] {
        [date, value] => {
            let date = parse_date(date).map_err(|problem| problem.to_string())?;
            let value = parse_number(value, unit, format).map_err(|problem| format!("at {date} {problem}"))?;
            Ok(Waypoint { date, value })
        }
        other => Err(format!("`{}` is no interim target; write date=value", other.join("="))),
    };
    let mut found = entries(cell, '=').into_iter().map(waypoint).collect::<Result<Vec<_>, String>>()?;
    found.sort_by_key(|waypoint| waypoint.date);
    match found.windows(2).find(|pair| pair[0].date == pair[1].date) {
        Some(pair) => Err(format!("two interim targets stand at {}", pair[0].date)),
        None => Ok(found),
    }
}

/// The way back of [`parse_links`].
pub fn write_links(links: &[Link]) -> String {
    let part = |text: &str| text.replace('\\', "\\\\").replace(':', "\\:");
    joined(links.iter().map(|link| {
        let named = guarded(&format!("{}:{}", part(&link.kind), part(&link.reference)), "|");
        if link.because.is_empty() { named } else { format!("{named}|{}", guarded(&link.because, "|")) }
    }))
}

/// The way back of [`parse_tags`].
pub fn write_tags(tags: &[String]) -> String {
    joined(tags.iter().map(|tag| guarded(tag, "")))
}

/// The way back of [`parse_criteria`].
pub fn write_criteria(cell: &CriteriaCell) -> String {
    let day = |date: Option<Date>| date.map(|d| d.to_string()).unwrap_or_default();
    joined(cell.criteria.iter().enumerate().map(|(at, criterion)| {
        let done = cell.done.get(at).copied().flatten();
        let text = guarded(&criterion.text, "|");
        match (criterion.planned, done) {
            (None, None) => text,
            (planned, None) => format!("{text}|{}", day(planned)),
            (planned, done) => format!("{text}|{}|{}", day(planned), day(done)),
        }
    }))
}

/// The way back of [`parse_waypoints`].
pub fn write_waypoints(waypoints: &[Waypoint]) -> String {
    joined(waypoints.iter().map(|w| format!("{}={}", w.date, super::write::number(w.value))))
}

fn joined(entries: impl Iterator<Item = String>) -> String {
    entries.collect::<Vec<_>>().join(";")
}

fn guarded(text: &str, signs: &str) -> String {
    let mut guarded = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ';') || signs.contains(c) {
            guarded.push('\\');
        }
        guarded.push(c);
    }
    guarded
}

/// The entries between `;`, each cut at `between`, blanks around the parts taken off. A backslash takes the meaning
/// from the sign behind it; before any other character it is a plain backslash.
fn entries(cell: &str, between: char) -> Vec<Vec<String>> {
    let (mut found, mut entry, mut part) = (Vec::new(), Vec::new(), String::new());
    let mut chars = cell.chars().peekable();
    let finish = |part: &mut String| std::mem::take(part).trim().to_owned();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(|next| matches!(next, '\\' | ';') || *next == between) => {
                part.extend(chars.next());
            }
            ';' => {
                entry.push(finish(&mut part));
                found.push(std::mem::take(&mut entry));
            }
            c if c == between => entry.push(finish(&mut part)),
            c => part.push(c),
        }
    }
    entry.push(finish(&mut part));
    found.push(entry);
    found.retain(|entry| entry.iter().any(|part| !part.is_empty()));
    found
}
