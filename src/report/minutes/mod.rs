//! The minutes of a meeting as one paper, and as the text of a mail: from frozen minutes only.

mod agenda;
mod counts;
mod followups;
mod mail;

pub use mail::mail;

use super::document::{Block, Document, Fact, Line, Part};
use crate::domain::minutes::Minutes;
use crate::domain::words;

/// The paper. Corrections of what earlier minutes showed stand first.
pub fn document(minutes: &Minutes) -> Document {
    let mut parts = vec![head(minutes)];
    parts.extend(followups::corrections(minutes));
    parts.push(counts::counts(minutes));
    parts.extend(followups::carried(minutes));
    parts.extend(agenda::missing(minutes));
    parts.extend(agenda::notes(minutes));
    parts.push(agenda::items(minutes));
    parts.extend(followups::agreed(minutes));
    parts.extend(followups::changes(minutes));
    parts.push(followups::end(minutes));
    Document {
        title: title(minutes),
        organization: minutes.organization.clone(),
        identity: identity(minutes),
        foot: format!("{}   {}   {}", minutes.organization, title(minutes), state(minutes)),
        parts,
    }
}

/// `Minutes of management review 3`
pub(super) fn title(minutes: &Minutes) -> String {
    format!("Minutes of {} {}", words::meeting(minutes.kind), minutes.number)
}

fn identity(minutes: &Minutes) -> Vec<String> {
    let demo = minutes.demo.then(|| "sample register".to_owned());
    let host = Some(&minutes.host).filter(|host| !host.is_empty()).map(|host| format!("part of {host}"));
    let day = words::day(minutes.date);
    demo.into_iter().chain([day]).chain(host).chain([minutes.fiscal_year.clone(), state(minutes)]).collect()
}

/// `state 1482 · 7f3a90c1`: what the minutes rest on.
pub(super) fn state(minutes: &Minutes) -> String {
    format!("state {} · {}", minutes.seq, minutes.head.get(..8).unwrap_or(&minutes.head))
}

fn head(minutes: &Minutes) -> Part {
    let plain = |text: String| vec![Line::Plain(text)];
    let mut facts = vec![Fact { label: "Here", lines: plain(minutes.attendees.join(", ")) }];
    if let Some(last) = &minutes.last {
        let text = format!("{} {}, {}", words::meeting(last.kind), last.number, words::day(last.date));
        facts.push(Fact { label: "Last meeting", lines: plain(text) });
    }
    if !minutes.assessment.is_empty() {
        let on = minutes.assessment_on.map(|day| format!(", {}", words::day(day))).unwrap_or_default();
        facts.push(Fact { label: "Risk assessment", lines: plain(format!("{}{on}", minutes.assessment)) });
    }
    Part { id: "meeting", heading: None, new_page: false, blocks: vec![Block::Facts(facts)] }
}

/// A part with a heading; none where there is nothing to show.
fn part(id: &'static str, heading: &'static str, blocks: Vec<Block>) -> Option<Part> {
    (!blocks.is_empty()).then_some(Part { id, heading: Some(heading), new_page: false, blocks })
}
