//! What a person has to write, because no register knows it (9.3.2 b, c, e): changes around us, what others expect, what
//! they say. Where nothing was written, the paper says so.

use crate::domain::period::Date;
use crate::domain::review::AgendaTopic;
use crate::domain::snapshot::{FrozenSource, Snapshot};
use crate::domain::trace::{SourceKind, SourceStatus};
use crate::report::document::{Block, Fact, Line, Part};

/// The part.
pub fn part(snapshot: &Snapshot, since: Option<Date>) -> Part {
    let topics =
        [AgendaTopic::ContextChanges, AgendaTopic::InterestedPartyChanges, AgendaTopic::InterestedPartyFeedback];
    let mut facts: Vec<Fact> = topics.into_iter().map(|topic| told(snapshot, topic)).collect();
    let requirements = requirements(snapshot, since);
    if !requirements.is_empty() {
        facts[1].lines.extend(requirements);
    }
    Part::headed("context", "Around us and others · 9.3.2 b, c, e", vec![Block::Facts(facts)])
}

/// What was written on a point of the agenda; "not prepared" where nothing was.
pub fn told(snapshot: &Snapshot, topic: AgendaTopic) -> Fact {
    said(snapshot, topic)
        .unwrap_or_else(|| Fact::plain(label(topic), "Not prepared: nobody wrote anything on this point."))
}

/// What was written on a point of the agenda; none where nothing was.
pub fn said(snapshot: &Snapshot, topic: AgendaTopic) -> Option<Fact> {
    let notes = snapshot.agenda.iter().filter(|note| note.topic == topic && !note.text.trim().is_empty());
    let lines: Vec<Line> = notes.map(|note| Line::Said(note.text.clone(), note.by.clone())).collect();
    (!lines.is_empty()).then(|| Fact { label: label(topic).into(), lines })
}

fn label(topic: AgendaTopic) -> String {
    format!("{} ({})", topic.title(), topic.letter())
}

/// Requirements the register took in or let go since.
fn requirements(snapshot: &Snapshot, since: Option<Date>) -> Vec<Line> {
    let Some(since) = since else { return Vec::new() };
    let line = |frozen: &FrozenSource| {
        let source = &frozen.source;
        let party = if source.party.is_empty() { String::new() } else { format!(" of {}", source.party) };
        let what = format!("{} {}{party}: {}", source.kind.shown(), source.reference, source.title);
        let gone = source.status != SourceStatus::Open && source.closed_on.is_some_and(|day| day > since);
        match (source.recorded_on > since, gone) {
            (_, true) => Some(Line::Plain(format!("{} no more: {what}", source.status.shown()))),
            (true, _) => Some(Line::Plain(format!("New on record: {what}"))),
            _ => None,
        }
    };
    snapshot.sources.iter().filter(|frozen| frozen.source.kind == SourceKind::Requirement).filter_map(line).collect()
}
