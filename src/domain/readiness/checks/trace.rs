//! What objectives serve: RC-20 to RC-24.

use super::super::About;
use super::super::evidence::Subject;
use super::super::findings::{Findings, fill};
use super::super::index::Index;
use super::blank;
use crate::domain::status::why::day;
use crate::domain::trace::{Level, LinkState, Served, Source, SourceKind, SourceStatus};

/// What mends a trace whose risk is closed: it may be closed because of this objective.
const RETIRE_OR_LINK: &str =
    "Retire it as achieved if it is why that was closed, or link it to the current risk picture.";

/// RC-20. Links of parents count: children inherit them.
pub fn serves_nothing(index: &Index, subject: &Subject, out: &mut Findings) {
    if !served(index, subject).iter().any(counts) {
        out.on(subject, &[]);
    }
}

/// What happened or what the business wants is no reason of clause 6.2 by itself; a kind of a register kept elsewhere is.
fn counts(served: &Served) -> bool {
    SourceKind::from_said(&served.link.kind).is_none_or(|kind| !kind.is_event() && kind != SourceKind::Priority)
}

/// RC-21.
pub fn serves_only_the_past(index: &Index, subject: &Subject, out: &mut Findings) {
    if index.evidence.sources.is_empty() {
        return out.cannot_run("no source is on record");
    }
    let served = served(index, subject);
    let over = |one: &&Served| matches!(one.state, LinkState::Closed | LinkState::Withdrawn);
    if served.is_empty() || !served.iter().all(|one| one.state.is_dead()) || !served.iter().any(|one| over(&one)) {
        return;
    }
    let source = |one: &Served| one.source.and_then(|place| index.evidence.sources.get(place));
    let closed_risk = served.iter().filter_map(source).find(|source| is_closed_risk(source));
    let finding = out.on(subject, &[]);
    if let Some(risk) = closed_risk {
        finding.fix = RETIRE_OR_LINK;
        let since = risk.closed_on.map_or(String::new(), |on| format!(" on {}", day(on)));
        finding.and(&format!("; {} was closed{since}", risk.name()));
    }
}

fn is_closed_risk(source: &Source) -> bool {
    matches!(source.kind, SourceKind::Risk | SourceKind::Treatment) && source.status == SourceStatus::Closed
}

fn served<'i>(index: &'i Index, subject: &Subject) -> &'i [Served] {
    index.place(subject).map_or(&[], |place| index.trace.served(place))
}

/// RC-22. Accepted risks and open treatments are answers, and a risk of a low level asks for none.
pub fn top_risks(index: &Index, out: &mut Findings) {
    let risks = || index.evidence.sources.iter().filter(|source| source.kind == SourceKind::Risk);
    if risks().next().is_none() {
        return out.cannot_run("no risk is on record");
    }
    if !risks().any(|risk| Level::of(&risk.level).is_known()) {
        return out.cannot_run("no risk says its level");
    }
    let low = |source: &Source| Level::of(&source.level) < Level::of("medium");
    let answered = |source: &Source| !blank(&source.acceptance) || low(source);
    uncovered(index, out, |source| source.kind == SourceKind::Risk && !answered(source));
}

/// RC-23. A commitment met by a routine control says so itself.
pub fn commitments(index: &Index, out: &mut Findings) {
    if !index.evidence.sources.iter().any(|source| source.kind == SourceKind::Commitment) {
        return out.cannot_run("no policy commitment is on record");
    }
    uncovered(index, out, |source| source.kind == SourceKind::Commitment);
}

/// RC-24. A metric reported elsewhere that touches no risk says by what it is covered.
pub fn mandated_metrics(index: &Index, out: &mut Findings) {
    let mandated = |source: &Source| source.kind == SourceKind::Requirement && source.mandated;
    if !index.evidence.sources.iter().any(mandated) {
        return out.cannot_run("no mandated metric is on record");
    }
    uncovered(index, out, mandated);
}

fn uncovered(index: &Index, out: &mut Findings, meant: impl Fn(&Source) -> bool) {
    for uncovered in &index.gaps.uncovered {
        let source = &index.evidence.sources[uncovered.source];
        if !meant(source) {
            continue;
        }
        let risk = format!("{} \"{}\"", source.reference, source.title);
        let values = [("risk", risk), ("text", source.title.clone()), ("id", source.reference.clone())];
        let fact = fill(out.check.message, &values);
        let finding = out.raise(About::Source(source.key()), fact);
        if let Some(draft) = uncovered.draft {
            finding.and(&format!("; draft {} would pursue it", index.at(draft).objective.code));
        }
    }
}
