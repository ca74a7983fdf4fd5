//! What the trace lacks: sources nobody pursues, objectives that serve nothing, links that lead nowhere.

use std::collections::HashSet;

use super::{Level, LinkState, Pursuer, Serving, Source, SourceKind, SourceStatus, Trace, by_reference};
use crate::domain::objective::Lifecycle;

/// How many of the heaviest risks need an answer, where nobody says otherwise (RC-22).
pub const TOP_RISKS: usize = 3;

/// A source nobody pursues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// Place of the source.
    pub source: usize,
    /// Place of a draft that will pursue it once it is in force.
    pub draft: Option<usize>,
}

/// Links that lead nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLink {
    /// Place of the objective.
    pub objective: usize,
    /// Position among what it serves ([`Trace::served`]).
    pub link: usize,
    /// Why.
    pub state: LinkState,
    /// Whether nothing else it serves counts any more (RC-21).
    pub last: bool,
}

/// Everything the trace lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Sources nobody pursues: top risks, the heaviest first, then commitments, mandated requirements, findings,
    /// priorities.
    pub uncovered: Vec<Uncovered>,
    /// Places of objectives in force that serve nothing, not even through a parent (RC-20).
    pub aimless: Vec<usize>,
    /// Dead links of objectives in force: those to nothing known, and all of an objective that has no live one. A closed
    /// source beside a live one is history.
    pub dead: Vec<DeadLink>,
}

impl Gaps {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.uncovered.len() + self.aimless.len() + self.dead.len()
    }
}

/// Finds the gaps of a trace made of the same lists; `top` risks need an answer.
pub fn gaps(objectives: &[Pursuer], sources: &[Source], trace: &Trace, top: usize) -> Gaps {
    Gaps {
        uncovered: uncovered(objectives, sources, trace, top),
        aimless: in_force(objectives).filter(|place| trace.served(*place).is_empty()).collect(),
        dead: in_force(objectives).flat_map(|place| dead_links(place, trace)).collect(),
    }
}

/// Places of the heaviest risks that are not done with, at most `top`, the heaviest first; of one level in the order of
/// their references. A risk whose level says nothing is never among them.
pub fn top_risks(sources: &[Source], top: usize) -> Vec<usize> {
    let counts = |source: &Source| {
        source.kind == SourceKind::Risk && matches!(source.status, SourceStatus::Open | SourceStatus::Accepted)
    };
    let mut risks: Vec<(Level, usize)> = sources
        .iter()
        .enumerate()
        .filter(|(_, source)| counts(source))
        .map(|(place, source)| (Level::of(&source.level), place))
        .filter(|(level, _)| level.is_known())
        .collect();
    risks.sort_by(|(a, left), (b, right)| {
        b.cmp(a).then_with(|| by_reference(&sources[*left].reference, &sources[*right].reference))
    });
    risks.into_iter().take(top).map(|(_, place)| place).collect()
}

fn in_force<'a>(objectives: &'a [Pursuer]) -> impl Iterator<Item = usize> + 'a {
    (0..objectives.len()).filter(|place| objectives[*place].lifecycle == Lifecycle::InForce)
}

fn uncovered(objectives: &[Pursuer], sources: &[Source], trace: &Trace, top: usize) -> Vec<Uncovered> {
    let treated = Treated::of(objectives, sources, trace);
    let risks = top_risks(sources, top);
    let risks = risks
        .into_iter()
        .filter(|place| sources[*place].status == SourceStatus::Open && !treated.holds(&sources[*place].reference));
    let rest = [SourceKind::Commitment, SourceKind::Requirement, SourceKind::Finding, SourceKind::Priority];
    let rest = rest.into_iter().flat_map(|kind| (0..sources.len()).filter(move |place| sources[*place].kind == kind));
    risks
        .chain(rest)
        .filter(|place| asks_for_an_objective(&sources[*place]))
        .filter(|place| stage(objectives, trace.serving(*place), Lifecycle::InForce).is_none())
        .map(|source| Uncovered { source, draft: stage(objectives, trace.serving(source), Lifecycle::Draft) })
        .collect()
}

/// Whether somebody has to pursue it: it counts, and no routine control meets it. Of requirements only those that
/// prescribe a metric.
fn asks_for_an_objective(source: &Source) -> bool {
    source.status == SourceStatus::Open
        && source.covered_by.trim().is_empty()
        && (source.kind != SourceKind::Requirement || source.mandated)
}

fn stage(objectives: &[Pursuer], serving: &[Serving], lifecycle: Lifecycle) -> Option<usize> {
    serving.iter().map(|one| one.objective).find(|place| objectives[*place].lifecycle == lifecycle)
}

/// Risks that are answered by a treatment: one that is open, or one that an objective in force pursues.
struct Treated(HashSet<String>);

impl Treated {
    fn of(objectives: &[Pursuer], sources: &[Source], trace: &Trace) -> Treated {
        let answers = |place: usize, source: &Source| {
            source.status == SourceStatus::Open || stage(objectives, trace.serving(place), Lifecycle::InForce).is_some()
        };
        let treatments = sources.iter().enumerate().filter(|(_, source)| source.kind == SourceKind::Treatment);
        let answered = treatments.filter(|(place, source)| answers(*place, source));
        Treated(answered.flat_map(|(_, source)| source.treated()).map(|risk| risk.to_lowercase()).collect())
    }

    fn holds(&self, risk: &str) -> bool {
        self.0.contains(&risk.trim().to_lowercase())
    }
}

fn dead_links(objective: usize, trace: &Trace) -> Vec<DeadLink> {
    let served = trace.served(objective);
    let last = !served.is_empty() && served.iter().all(|one| one.state.is_dead());
    let dead = served.iter().enumerate().filter(|(_, one)| match one.state {
        LinkState::Unknown => one.inherited_from.is_none() || last,
        state => last && state.is_dead(),
    });
    dead.map(|(link, one)| DeadLink { objective, link, state: one.state, last }).collect()
}
