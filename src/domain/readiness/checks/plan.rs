//! The plan: RC-12 to RC-19.

use super::super::evidence::Subject;
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::owner::{self, Named};
use super::super::people::folded;
use super::{blank, on_day};
use crate::domain::freshness::Freshness;
use crate::domain::objective::Kind;
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::text::{ends_of, words};
use crate::domain::trace::SourceKind;

/// Words that may stand beside a vague one and add nothing to it.
const FILLERS: &[&str] = &[
    "a",
    "and",
    "are",
    "as",
    "available",
    "be",
    "budget",
    "by",
    "for",
    "from",
    "in",
    "is",
    "means",
    "no",
    "of",
    "on",
    "only",
    "or",
    "our",
    "people",
    "personnel",
    "provided",
    "resource",
    "resources",
    "staff",
    "team",
    "teams",
    "the",
    "time",
    "to",
    "tools",
    "use",
    "used",
    "we",
    "will",
    "with",
];

/// RC-12. Running control, action on record, treatment: each says what will be done.
pub fn no_action(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let treats = |kind: &str| SourceKind::from_said(kind) == Some(SourceKind::Treatment);
    let treated = definition.links.iter().any(|link| treats(&link.kind));
    if blank(&definition.what) && index.actions(subject).is_empty() && !treated {
        out.on(subject, &[]);
    }
}

/// RC-13.
pub fn no_resources(_: &Index, subject: &Subject, out: &mut Findings) {
    if blank(&subject.objective.definition.resources) {
        out.on(subject, &[]);
    }
}

/// RC-14. A digit, a tool or a team by name makes it an answer.
pub fn vague_resources(index: &Index, subject: &Subject, out: &mut Findings) {
    let text = subject.objective.definition.resources.trim();
    let vague = index.evidence.parameters.words(out.check, "words");
    if says_nothing(text, &vague) {
        out.on(subject, &[("text", text.to_owned())]);
    }
}

/// Whether nothing is left of a text without the vague words and those that only stand beside them.
fn says_nothing(text: &str, vague: &[&str]) -> bool {
    if text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let said = words(text);
    let mut empty = vec![false; said.len()];
    for phrase in vague.iter().map(|phrase| words(phrase)) {
        for end in ends_of(&said, &phrase) {
            empty[end - phrase.len()..end].fill(true);
        }
    }
    let filler = |word: &String| FILLERS.contains(&word.as_str());
    empty.contains(&true) && said.iter().zip(&empty).all(|(word, empty)| *empty || filler(word))
}

/// RC-15.
pub fn no_owner(_: &Index, subject: &Subject, out: &mut Findings) {
    if blank(&subject.objective.definition.owner) {
        out.on(subject, &[]);
    }
}

/// RC-16. A post is one owner, although it is no name.
pub fn shared_owner(index: &Index, subject: &Subject, out: &mut Findings) {
    let groups = index.evidence.parameters.words(out.check, "words");
    if owner::named(&subject.objective.definition.owner, &groups, &index.people) == Named::Several {
        out.on(subject, &[]);
    }
}

/// RC-17. What is held needs the day of the next review only.
pub fn no_date(_: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let maintained = definition.kind == Kind::Maintain;
    if definition.due.is_none() && !(maintained && definition.review_on.is_some()) {
        out.on(subject, &[]).field = if maintained { "review_on" } else { "due" };
    }
}

/// RC-18. The metric's name alone says nothing; a common rule for all objectives does.
pub fn no_evaluation_method(_: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let how = folded(&definition.how_evaluated);
    if how.is_empty() || how == folded(&definition.metric) {
        out.on(subject, &[]);
    }
}

/// RC-19. Not while the last measurement may still come, nor once something was decided after the date.
pub fn still_open_after_due(index: &Index, subject: &Subject, out: &mut Findings) {
    let Some(due) = subject.judgement.due else { return };
    let days = index.number(out.check, "days");
    let waits = subject.judgement.freshness == Freshness::Due;
    if due >= index.days_ago(days) || waits || subject.objective.closing.is_some() || decided_since(index, subject, due)
    {
        return;
    }
    out.on(subject, &[on_day("due", due)]);
}

/// Whether the end was decided on a day or later: close, move, change, or live with it until a day to come.
pub(super) fn decided_since(index: &Index, subject: &Subject, since: Date) -> bool {
    subject.decisions.iter().filter(|decision| since <= decision.on && decision.on <= index.as_of).any(|decision| {
        match decision.kind {
            DecisionKind::Retire | DecisionKind::Extend | DecisionKind::Retarget => true,
            DecisionKind::Accept => decision.until.is_none_or(|until| until >= index.as_of),
            DecisionKind::Continue | DecisionKind::Act | DecisionKind::Escalate => false,
        }
    })
}
