//! What the faces read: from sources to objectives to their last reading, and back.

use super::super::Refusal;
use super::super::Session;
use super::super::lens::Look;
use super::super::view::{Lens, Overview, Row};
use crate::domain::objective::Objective;
use crate::domain::scorecard;
use crate::domain::trace::{
    Gaps, LinkState, Pursuer, Served, Source, SourceKind, SourceStatus, TOP_RISKS, Trace, gaps, in_register,
};
use crate::store::Reader;

/// Sources, objectives and what leads from one to the other. Places are positions in `sources` and `overview.rows`.
#[derive(Clone, Debug)]
pub struct TraceView {
    /// Every objective judged, with its last reading.
    pub overview: Overview,
    /// Every source: kind by kind, what counts first, the heaviest first.
    pub sources: Vec<Source>,
    /// Who serves what.
    pub trace: Trace,
    /// What nobody pursues, what serves nothing, what leads nowhere.
    pub gaps: Gaps,
}

/// One thing an objective serves, as a pane, a sheet or a paper shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The contract's word of its kind; what was written where that is no kind.
    pub kind: String,
    /// The reference people use.
    pub reference: String,
    /// The source; `None` where none answers to the link.
    pub source: Option<Source>,
    /// Why this objective serves it.
    pub because: String,
    /// Where the link leads.
    pub state: LinkState,
    /// Code of the objective it is inherited from; `None` for its own link.
    pub from: Option<String>,
}

impl Session {
    /// From sources to objectives to their last reading, and back.
    pub fn trace(&mut self, lens: Lens) -> Result<TraceView, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let overview = self.picture(reader, &look)?;
            let mut sources: Vec<Source> = reader.records(&look.sight)?;
            sources.sort_by(in_register);
            let pursuers: Vec<Pursuer> = overview.rows.iter().map(|row| Pursuer::of(&row.objective)).collect();
            let trace = Trace::of(pursuers.iter().copied(), &sources);
            let gaps = gaps(&pursuers, &sources, &trace, TOP_RISKS);
            Ok(TraceView { overview, sources, trace, gaps })
        })
    }

    /// Every source: kind by kind, what counts first, the heaviest first.
    pub fn sources(&mut self, lens: Lens) -> Result<Vec<Source>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let mut sources: Vec<Source> = reader.records(&look.sight)?;
            sources.sort_by(in_register);
            Ok(sources)
        })
    }
}

impl TraceView {
    /// What an objective serves, ready to be shown.
    pub fn becauses(&self, objective: usize) -> Vec<Because> {
        becauses_of(&self.trace, objective, &self.sources, |place| self.overview.rows[place].code().to_owned())
    }

    /// Why a source counts as uncovered, as a clause: `no objective, no open treatment`. `draft` is the code of a draft
    /// that will pursue it.
    pub fn why_uncovered(&self, source: usize, draft: Option<usize>) -> String {
        let risk = self.sources[source].kind == SourceKind::Risk;
        let nobody = if risk { "no objective, no open treatment" } else { "no objective" };
        match draft {
            None => nobody.to_owned(),
            Some(place) => format!("only the draft {}", self.overview.rows[place].code()),
        }
    }

    /// Places of the treatments of a risk.
    pub fn treatments(&self, risk: usize) -> Vec<usize> {
        let reference = &self.sources[risk].reference;
        let treats = |source: &Source| {
            source.kind == SourceKind::Treatment && source.treated().any(|one| one.eq_ignore_ascii_case(reference))
        };
        (0..self.sources.len()).filter(|place| treats(&self.sources[*place])).collect()
    }

    /// Place of the source a person means: `risk:R-014`, `policy 4.2`, or the reference alone where only one has it.
    pub fn source_called(&self, said: &str) -> Option<usize> {
        named(&self.sources, said)
    }

    /// Everything, or only what belongs to a scorecard: the objectives whose tags name it, the sources they serve, and
    /// the requirements that are part of it.
    pub fn scope(&self, scorecard: Option<&str>) -> Scope {
        let rows = &self.overview.rows;
        let Some(name) = scorecard else {
            return Scope { objectives: vec![true; rows.len()], sources: vec![true; self.sources.len()] };
        };
        let objectives: Vec<bool> = rows.iter().map(|row| row.objective.definition.is_on_scorecard(name)).collect();
        let sources = self.sources.iter().enumerate().map(|(place, source)| {
            let part = source.kind == SourceKind::Requirement
                && scorecard::is_on(std::slice::from_ref(&source.reference), name);
            part || self.trace.serving(place).iter().any(|one| objectives[one.objective])
        });
        Scope { sources: sources.collect(), objectives }
    }
}

/// Which objectives and sources are looked at, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// One mark per objective.
    pub objectives: Vec<bool>,
    /// One mark per source.
    pub sources: Vec<bool>,
}

impl Scope {
    /// The gaps inside the scope.
    pub fn gaps(&self, view: &TraceView) -> Gaps {
        let mut gaps = view.gaps.clone();
        gaps.uncovered.retain(|gap| self.sources[gap.source]);
        gaps.aimless.retain(|place| self.objectives[*place]);
        gaps.dead.retain(|dead| self.objectives[dead.objective]);
        gaps
    }
}

/// Place of the source a person means: `risk:R-014`, `policy 4.2`, or the reference alone where only one has it.
pub fn named(sources: &[Source], said: &str) -> Option<usize> {
    let said = said.trim();
    let parts = said.split_once(':').or_else(|| said.split_once(' '));
    let by_kind = parts.and_then(|(kind, reference)| Some((SourceKind::from_said(kind)?, reference.trim())));
    if let Some((kind, reference)) = by_kind {
        let fits = |source: &Source| source.kind == kind && source.reference.eq_ignore_ascii_case(reference);
        if let Some(place) = sources.iter().position(fits) {
            return Some(place);
        }
    }
    let mut found = (0..sources.len()).filter(|place| sources[*place].reference.eq_ignore_ascii_case(said));
    found.next().filter(|_| found.next().is_none())
}

impl Because {
    /// `risk R-014`
    pub fn name(&self) -> String {
        let kind = SourceKind::from_word(&self.kind).map_or(self.kind.as_str(), |kind| kind.shown());
        format!("{kind} {}", self.reference)
    }

    /// What the source says and where it stands: `leaver misuse, high`; of one that is not here, that it is not.
    pub fn says(&self) -> String {
        let Some(source) = &self.source else {
            let unknown = self.state == LinkState::Unknown;
            return if unknown { "not on record here".to_owned() } else { String::new() };
        };
        let mut said = source.title.clone();
        if !source.level.is_empty() {
            said = format!("{said}, {}", source.level);
        }
        match source.status {
            SourceStatus::Open => said,
            status => {
                let since = source.closed_on.map_or_else(String::new, |day| format!(" {}", day.format("%-d %b %Y")));
                format!("{said}, {}{since}", status.shown())
            }
        }
    }
}

/// What an objective serves, resolved over a trace that was made of `sources` and of the objectives `code` names.
pub(in crate::app) fn becauses_of(
    trace: &Trace,
    objective: usize,
    sources: &[Source],
    code: impl Fn(usize) -> String,
) -> Vec<Because> {
    let because = |served: &Served| {
        let source = served.source.map(|place| sources[place].clone());
        let kind = SourceKind::from_said(&served.link.kind).map(SourceKind::word);
        Because {
            kind: kind.unwrap_or(served.link.kind.trim()).to_owned(),
            reference: source.as_ref().map_or(served.link.reference.trim(), |s| &s.reference).to_owned(),
            source,
            because: served.link.because.clone(),
            state: served.state,
            from: served.inherited_from.map(&code),
        }
    };
    trace.served(objective).iter().map(because).collect()
}

/// What one objective serves, from its own row and the objectives above it.
pub(in crate::app) fn becauses(reader: &Reader, look: &Look, row: &Row) -> Result<Vec<Because>, Refusal> {
    let mut line: Vec<Objective> = vec![row.objective.clone()];
    while let Some(parent) = parent_of(reader, look, &line)? {
        line.push(parent);
    }
    let sources: Vec<Source> = reader.records(&look.sight)?;
    let trace = Trace::of(line.iter().map(Pursuer::of), &sources);
    Ok(becauses_of(&trace, 0, &sources, |place| line[place].code.clone()))
}

/// The objective above the last one of a line; a circle a file may hold ends it.
fn parent_of(reader: &Reader, look: &Look, line: &[Objective]) -> Result<Option<Objective>, Refusal> {
    let Some(code) = line.last().map(|last| last.definition.parent.as_str()).filter(|code| !code.is_empty()) else {
        return Ok(None);
    };
    let parent = reader.objective_by_code(code, &look.sight)?.map(|loaded| loaded.objective);
    Ok(parent.filter(|parent| line.iter().all(|known| known.code != parent.code)))
}
