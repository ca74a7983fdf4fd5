//! Links of objectives, resolved both ways: what an objective serves, and who serves a source.

use std::collections::{HashMap, HashSet};

use super::{Source, SourceKind, SourceStatus};
use crate::domain::cascade::Cascade;
use crate::domain::objective::{Lifecycle, Link, Objective};

/// An objective as far as the trace asks.
#[derive(Clone, Copy, Debug)]
pub struct Pursuer<'a> {
    /// Its code.
    pub code: &'a str,
    /// Code of the objective it contributes to; empty for none.
    pub parent: &'a str,
    /// Draft, in force or retired.
    pub lifecycle: Lifecycle,
    /// What it names.
    pub links: &'a [Link],
    /// Its marks: one that is the reference of a requirement links to it, because one reading serves several reports.
    pub tags: &'a [String],
}

impl<'a> Pursuer<'a> {
    /// An objective as known.
    pub fn of(objective: &'a Objective) -> Pursuer<'a> {
        Pursuer {
            code: &objective.code,
            parent: &objective.definition.parent,
            lifecycle: objective.lifecycle,
            links: &objective.definition.links,
            tags: &objective.definition.tags,
        }
    }
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// To something that counts.
    Live,
    /// To something that is done with.
    Closed,
    /// To something that was taken back.
    Withdrawn,
    /// Nowhere, although sources of that kind are kept here.
    Unknown,
    /// To a register that is kept elsewhere: no source of that kind is kept here.
    Elsewhere,
}

impl LinkState {
    /// Whether it leads to nothing that counts.
    pub fn is_dead(self) -> bool {
        matches!(self, LinkState::Closed | LinkState::Withdrawn | LinkState::Unknown)
    }
}

/// One thing an objective serves. Places are positions in the lists the trace was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The link as written; of a tag, as it would be written.
    pub link: Link,
    /// Place of the source; `None` where none answers to the link.
    pub source: Option<usize>,
    /// Where it leads.
    pub state: LinkState,
    /// Place of the objective it is inherited from; `None` for its own link.
    pub inherited_from: Option<usize>,
}

/// One objective that serves a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Place of the objective.
    pub objective: usize,
    /// Whether it inherits the link.
    pub inherited: bool,
}

/// The trace over a list of objectives and a list of sources.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    served: Vec<Vec<Served>>,
    serving: Vec<Vec<Serving>>,
}

impl Trace {
    /// Resolves every link. Children inherit what their parents serve, through the whole cascade; their own link to the
    /// same source stands before an inherited one.
    pub fn of<'a>(objectives: impl IntoIterator<Item = Pursuer<'a>>, sources: &[Source]) -> Trace {
        let objectives: Vec<Pursuer> = objectives.into_iter().collect();
        let shelf = Shelf::of(sources);
        let mut served: Vec<Vec<Served>> = objectives.iter().map(|objective| shelf.own(objective)).collect();
        let cascade = Cascade::of(objectives.iter().map(|objective| (objective.code, objective.parent)));
        for line in cascade.lines(|_| true) {
            let Some(parent) = cascade.parent(line.place) else { continue };
            let inherited = inherited(&served[line.place], &served[parent], parent);
            served[line.place].extend(inherited);
        }
        let mut serving = vec![Vec::new(); sources.len()];
        for (objective, all) in served.iter().enumerate() {
            for one in all {
                if let Some(source) = one.source {
                    serving[source].push(Serving { objective, inherited: one.inherited_from.is_some() });
                }
            }
        }
        Trace { served, serving }
    }

    /// What an objective serves: its own links in their order, then inherited ones, the nearest first.
    pub fn served(&self, objective: usize) -> &[Served] {
        self.served.get(objective).map_or(&[], Vec::as_slice)
    }

    /// Who serves a source, in the order of the objectives.
    pub fn serving(&self, source: usize) -> &[Serving] {
        self.serving.get(source).map_or(&[], Vec::as_slice)
    }
}

/// What a child has from its parent and does not name itself.
fn inherited(own: &[Served], parents: &[Served], parent: usize) -> Vec<Served> {
    let known: HashSet<String> = own.iter().map(key).collect();
    let new = parents.iter().filter(|served| !known.contains(&key(served)));
    new.map(|served| Served { inherited_from: served.inherited_from.or(Some(parent)), ..served.clone() }).collect()
}

/// What two links to the same thing have in common.
fn key(served: &Served) -> String {
    match served.source {
        Some(place) => place.to_string(),
        None => format!("{}:{}", folded(&served.link.kind), folded(&served.link.reference)),
    }
}

/// Sources by what links call them.
struct Shelf<'a> {
    sources: &'a [Source],
    places: HashMap<(SourceKind, String), usize>,
    kept: HashSet<SourceKind>,
}

impl<'a> Shelf<'a> {
    fn of(sources: &'a [Source]) -> Shelf<'a> {
        let mut places = HashMap::new();
        for (place, source) in sources.iter().enumerate() {
            places.insert((source.kind, folded(&source.reference)), place);
        }
        // A commitment is also called by its policy: `policy:ISP 4.2`.
        for (place, source) in sources.iter().enumerate().filter(|(_, source)| !source.policy.trim().is_empty()) {
            let long = folded(&format!("{} {}", source.policy, source.reference));
            places.entry((source.kind, long)).or_insert(place);
        }
        Shelf { sources, places, kept: sources.iter().map(|source| source.kind).collect() }
    }

    fn own(&self, objective: &Pursuer) -> Vec<Served> {
        let mut own: Vec<Served> = Vec::with_capacity(objective.links.len());
        let tagged = objective.tags.iter().filter_map(|tag| self.tagged(tag));
        for served in objective.links.iter().map(|link| self.resolve(link)).chain(tagged) {
            if own.iter().all(|known| key(known) != key(&served)) {
                own.push(served);
            }
        }
        own
    }

    fn resolve(&self, link: &Link) -> Served {
        let kind = SourceKind::from_said(&link.kind);
        let source = kind.and_then(|kind| self.places.get(&(kind, folded(&link.reference))).copied());
        let state = match source.map(|place| self.sources[place].status) {
            Some(SourceStatus::Open | SourceStatus::Accepted) => LinkState::Live,
            Some(SourceStatus::Closed) => LinkState::Closed,
            Some(SourceStatus::Withdrawn) => LinkState::Withdrawn,
            None if kind.is_some_and(|kind| self.kept.contains(&kind)) => LinkState::Unknown,
            None => LinkState::Elsewhere,
        };
        Served { link: link.clone(), source, state, inherited_from: None }
    }

    fn tagged(&self, tag: &str) -> Option<Served> {
        let place = *self.places.get(&(SourceKind::Requirement, folded(tag)))?;
        let (kind, reference) = (SourceKind::Requirement.word().to_owned(), self.sources[place].reference.clone());
        Some(self.resolve(&Link { kind, reference, because: String::new() }))
    }
}

/// A reference without what people do not mean by it: case and the width of gaps.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
