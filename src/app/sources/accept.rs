//! What a source must say, and the writes of a single one. Nothing is deleted: a source is closed or withdrawn.

use super::super::write::Write;
use super::super::{Outcome, Refusal, Session};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::trace::{Level, Pursuer, Source, SourceKind, SourceStatus, Trace};

/// A source as it will be kept, and what the person should know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Tidied: no blanks around texts, the day of closing filled in.
    pub source: Source,
    /// What is unusual about it.
    pub warnings: Vec<String>,
}

impl Session {
    pub(super) fn add_source(&mut self, source: &Source) -> Result<Outcome, Refusal> {
        self.write(Operation::SourceAdd, "", |write| {
            let known = sources(write)?;
            if let Some(there) = find(&known, source.kind, &source.reference) {
                let taken = format!("there is a {} {} already: {}", there.kind.word(), there.reference, there.title);
                return Err(Refusal::field("ref", taken).next("change that one, or choose another reference"));
            }
            let new = Source { recorded_on: write.today(), ..source.clone() };
            let Accepted { source, warnings } = accept(&new, &known, write.today())?;
            let number = write.tx().add(&source)?;
            let summary = format!("{} entered: {}", source.name(), source.title);
            Ok(Outcome { summary, warnings, number: Some(number), ..Outcome::default() })
        })
    }

    pub(super) fn edit_source(&mut self, source: &Source) -> Result<Outcome, Refusal> {
        self.write(Operation::SourceEdit, "", |write| {
            let known = sources(write)?;
            let Some(before) = find(&known, source.kind, &source.reference) else {
                return Err(unknown(source, &known));
            };
            let new = Source { id: before.id, recorded_on: before.recorded_on, ..source.clone() };
            let Accepted { source, mut warnings } = accept(&new, &known, write.today())?;
            if source == *before {
                let summary = format!("{} is unchanged", source.name());
                return Ok(Outcome { summary, ..Outcome::default() });
            }
            write.tx().put(before.id, &source)?;
            let ended = is_done(&source) && !is_done(before);
            if ended {
                let place = known.iter().position(|other| other.id == source.id).unwrap_or_default();
                warnings.extend(left_behind(write, &known, &[place], "is closed")?);
            }
            let summary = format!("{} {}", source.name(), what_happened(before, &source));
            Ok(Outcome { summary, warnings, number: Some(before.id), ..Outcome::default() })
        })
    }
}

/// The source of a kind with a reference, in any case.
pub fn find<'a>(known: &'a [Source], kind: SourceKind, reference: &str) -> Option<&'a Source> {
    let reference = reference.trim().to_lowercase();
    known.iter().find(|source| source.kind == kind && source.reference.to_lowercase() == reference)
}

/// What a source must say to be kept. `known` are the sources there are.
pub fn accept(source: &Source, known: &[Source], today: Date) -> Result<Accepted, Refusal> {
    let mut source = tidied(source);
    if source.reference.is_empty() {
        return Err(Refusal::field("ref", "a source needs the reference people use for it, such as R-014 or 4.2"));
    }
    if source.reference.contains([';', '|']) {
        return Err(Refusal::field("ref", "a reference has no `;` and no `|`: they part the links of an objective"));
    }
    if source.title.is_empty() {
        return Err(Refusal::field("title", format!("say in one line what {} is", source.name())));
    }
    refuse_foreign_fields(&source)?;
    if source.status == SourceStatus::Accepted && source.acceptance.is_empty() {
        let why = "an accepted risk needs who accepts it, why and until when";
        return Err(Refusal::field("acceptance", why));
    }
    if is_done(&source) {
        let day = *source.closed_on.get_or_insert(today);
        if day > today {
            return Err(Refusal::field("closed_on", format!("{day} lies in the future")));
        }
    } else {
        source.closed_on = None;
    }
    let warnings = warnings(&source, known);
    Ok(Accepted { source, warnings })
}

fn tidied(source: &Source) -> Source {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Source {
        reference: tidy(&source.reference),
        title: tidy(&source.title),
        detail: source.detail.trim().to_owned(),
        level: tidy(&source.level),
        owner: tidy(&source.owner),
        policy: tidy(&source.policy),
        policy_version: tidy(&source.policy_version),
        party: tidy(&source.party),
        covered_by: tidy(&source.covered_by),
        treats: tidy(&source.treats),
        acceptance: tidy(&source.acceptance),
        ..source.clone()
    }
}

/// A field that another kind of source has would be kept and never read.
fn refuse_foreign_fields(source: &Source) -> Result<(), Refusal> {
    let kind = source.kind;
    let fields = [
        ("policy", !source.policy.is_empty() || !source.policy_version.is_empty(), kind == SourceKind::Commitment),
        ("party", !source.party.is_empty(), kind == SourceKind::Requirement),
        ("requirement", source.requirement.is_some(), kind == SourceKind::Requirement),
        ("mandated", source.mandated, kind == SourceKind::Requirement),
        ("treats", !source.treats.is_empty(), kind == SourceKind::Treatment),
        ("acceptance", !source.acceptance.is_empty(), kind == SourceKind::Risk),
        ("significant", source.significant, kind.is_event()),
    ];
    if let Some((field, ..)) = fields.iter().find(|(_, said, fits)| *said && !fits) {
        return Err(Refusal::field(field, format!("a {} has none", kind.word().replace('_', " "))));
    }
    if source.status == SourceStatus::Accepted && kind != SourceKind::Risk {
        return Err(Refusal::field("status", "only a risk is accepted").next("close it, or say what covers it"));
    }
    Ok(())
}

fn warnings(source: &Source, known: &[Source]) -> Vec<String> {
    let mut warnings = Vec::new();
    if source.kind == SourceKind::Risk && !source.level.is_empty() && !Level::of(&source.level).is_known() {
        let unread = format!("the level `{}` is neither a known word nor a number", source.level);
        warnings.push(format!("{unread}: {} never counts among the top risks", source.name()));
    }
    for risk in source.treated().filter(|risk| find(known, SourceKind::Risk, risk).is_none()) {
        warnings.push(format!("it treats {risk}, and no risk of that reference is on record"));
    }
    if source.kind.is_event() && source.day.is_none() {
        warnings.push(format!("nobody said on which day {} was", source.name()));
    }
    warnings
}

fn what_happened(before: &Source, after: &Source) -> String {
    match (before.status, after.status) {
        (was, now) if was == now => "changed".to_owned(),
        (_, SourceStatus::Open) => "open again".to_owned(),
        (_, SourceStatus::Accepted) => format!("accepted for now: {}", after.acceptance),
        (_, done) => {
            let on = after.closed_on.map_or_else(String::new, |day| format!(" on {day}"));
            format!("{}{on}", done.word())
        }
    }
}

pub(super) fn is_done(source: &Source) -> bool {
    matches!(source.status, SourceStatus::Closed | SourceStatus::Withdrawn)
}

/// No source answers to that name; those of the kind with a similar reference help.
fn unknown(source: &Source, known: &[Source]) -> Refusal {
    let none = format!("no {} has the reference `{}`", source.kind.word().replace('_', " "), source.reference.trim());
    let others: Vec<&str> =
        known.iter().filter(|other| other.kind == source.kind).map(|other| other.reference.as_str()).collect();
    let refusal = Refusal::not_found(none);
    match others.len() {
        0 => refusal.next("`sixtwo source list` shows what there is"),
        1..=6 => refusal.next(format!("there is {}", others.join(", "))),
        n => refusal.next(format!("there are {n}; `sixtwo source list` shows them")),
    }
}

/// Every source there is.
pub(super) fn sources(write: &mut Write) -> Result<Vec<Source>, Refusal> {
    let sight = write.sight();
    Ok(write.tx().records(&sight)?)
}

/// One line per source that ends and is still pursued: whose reason it was.
pub(super) fn left_behind(
    write: &mut Write,
    known: &[Source],
    ended: &[usize],
    how: &str,
) -> Result<Vec<String>, Refusal> {
    let sight = write.sight();
    let objectives = write.tx().objectives(&sight)?;
    let pursuers = || objectives.iter().map(|loaded| Pursuer::of(&loaded.objective));
    let trace = Trace::of(pursuers(), known);
    let line = |place: &usize| {
        let leaning = leaning(&trace, &objectives, *place);
        (!leaning.is_empty()).then(|| format!("{} {how}; {} served it", known[*place].name(), leaning.join(", ")))
    };
    Ok(ended.iter().filter_map(line).collect())
}

/// Codes of the objectives that name a source themselves and are not retired.
pub(super) fn leaning(trace: &Trace, objectives: &[crate::store::Loaded], source: usize) -> Vec<String> {
    use crate::domain::objective::Lifecycle;
    let own = trace.serving(source).iter().filter(|one| !one.inherited);
    own.map(|one| &objectives[one.objective].objective)
        .filter(|objective| objective.lifecycle != Lifecycle::Retired)
        .map(|objective| objective.code.clone())
        .collect()
}
