//! What stands beside the objectives when a register is frozen: sources, findings, the edition.

use std::collections::BTreeMap;

use crate::app::readiness::{Readiness, Remark};
use crate::app::view::{Lens, Overview};
use crate::app::{Refusal, Session};
use crate::domain::edition::Edition;
use crate::domain::minutes::MinutedNote;
use crate::domain::objective::Lifecycle;
use crate::domain::readiness::Dismissal;
use crate::domain::review::{AgendaNote, Preparation, Prepared, Review, ReviewKind};
use crate::domain::snapshot::{FrozenEdition, FrozenFinding, FrozenSource, PreparedFor, Snapshot};
use crate::domain::trace::{Pursuer, Source, TOP_RISKS, Trace, gaps};

/// What a snapshot says beside its objectives.
pub(in crate::app) struct Beside {
    accepted: Vec<Dismissal>,
    sources: Vec<FrozenSource>,
    readiness: Vec<FrozenFinding>,
    list: Option<FrozenEdition>,
    prepared_for: Option<PreparedFor>,
    agenda: Vec<MinutedNote>,
    prepared: Vec<Prepared>,
}

/// What the store holds of it.
struct Held {
    dismissals: Vec<Dismissal>,
    edition: Option<Edition>,
    reviews: Vec<Review>,
    notes: Vec<AgendaNote>,
    preparations: Vec<Preparation>,
    last_snapshot: Option<String>,
}

impl Session {
    /// What stands beside the objectives of an overview read through the same lens.
    pub(in crate::app) fn beside(&mut self, overview: &Overview, lens: Lens) -> Result<Beside, Refusal> {
        let readiness = self.readiness(lens, None)?;
        let sources = self.sources(lens)?;
        let held = self.held(lens)?;
        let meeting = in_sight(&held.reviews, held.last_snapshot.as_deref());
        let number = meeting.map(|review| review.number);
        Ok(Beside {
            accepted: held.dismissals.into_iter().filter(|dismissal| dismissal.holds(overview.as_of)).collect(),
            sources: pursued(overview, sources),
            readiness: by_check(&readiness),
            list: held.edition.map(edition),
            prepared_for: meeting.map(|review| PreparedFor { number: review.number, date: review.date }),
            agenda: held.notes.into_iter().filter(|note| Some(note.review) == number).map(minuted).collect(),
            prepared: held
                .preparations
                .into_iter()
                .filter(|preparation| Some(preparation.review) == number)
                .filter_map(|preparation| prepared(preparation, overview))
                .collect(),
        })
    }

    fn held(&self, lens: Lens) -> Result<Held, Refusal> {
        self.store.read(|reader| {
            let sight = self.look(lens, reader)?.sight;
            let taken = reader.snapshots()?;
            let mut taken = taken.into_iter().filter(|taken| sight.known_seq.is_none_or(|seq| taken.seq < seq));
            Ok(Held {
                dismissals: reader.records(&sight)?,
                edition: reader.records(&sight)?.pop(),
                reviews: reader.reviews(&sight)?,
                notes: reader.records(&sight)?,
                preparations: reader.records(&sight)?,
                last_snapshot: taken.by_ref().last().map(|taken| taken.taken_at),
            })
        })
    }
}

/// The management review that texts are for: one closed since the last snapshot, else the next one that is not closed.
fn in_sight<'r>(reviews: &'r [Review], last_snapshot: Option<&str>) -> Option<&'r Review> {
    let management = || reviews.iter().filter(|review| review.kind == ReviewKind::Management);
    let just_closed = |review: &&Review| {
        let closed = review.closed_at.as_deref();
        closed.is_some_and(|at| last_snapshot.is_none_or(|taken| at > taken))
    };
    let open = || management().filter(|review| review.closed_at.is_none()).min_by_key(|review| review.date);
    management().rev().find(just_closed).or_else(open)
}

fn minuted(note: AgendaNote) -> MinutedNote {
    MinutedNote { topic: note.topic, text: note.text, by: note.stated_by }
}

/// An objective nobody sees through this lens has no place on the paper.
fn prepared(preparation: Preparation, overview: &Overview) -> Option<Prepared> {
    let row = overview.rows.iter().find(|row| row.id == preparation.objective)?;
    Some(Prepared {
        code: row.code().to_owned(),
        title: row.objective.definition.title.clone(),
        cause: preparation.cause,
        options: preparation.options,
        wanted: preparation.wanted,
        by: preparation.stated_by,
    })
}

impl Beside {
    /// The snapshot with all of it.
    pub(in crate::app) fn into(self, frozen: Snapshot) -> Snapshot {
        Snapshot {
            accepted: self.accepted,
            sources: self.sources,
            readiness: Some(self.readiness),
            list: self.list,
            prepared_for: self.prepared_for,
            agenda: self.agenda,
            prepared: self.prepared,
            ..frozen
        }
    }
}

fn pursued(overview: &Overview, sources: Vec<Source>) -> Vec<FrozenSource> {
    let pursuers: Vec<Pursuer> = overview.rows.iter().map(|row| Pursuer::of(&row.objective)).collect();
    let trace = Trace::of(pursuers.iter().copied(), &sources);
    let lacking = gaps(&pursuers, &sources, &trace, TOP_RISKS);
    let by = |place: usize| {
        let serving = trace.serving(place).iter().map(|one| &overview.rows[one.objective]);
        let in_force = serving.filter(|row| row.objective.lifecycle == Lifecycle::InForce);
        in_force.map(|row| row.code().to_owned()).collect()
    };
    let pursued_by: Vec<Vec<String>> = (0..sources.len()).map(by).collect();
    let frozen = |(place, (source, pursued_by)): (usize, (Source, Vec<String>))| FrozenSource {
        source,
        pursued_by,
        uncovered: lacking.uncovered.iter().any(|gap| gap.source == place),
    };
    sources.into_iter().zip(pursued_by).enumerate().map(frozen).collect()
}

/// One line per check, the heaviest first.
fn by_check(readiness: &Readiness) -> Vec<FrozenFinding> {
    let mut checks: BTreeMap<&str, FrozenFinding> = BTreeMap::new();
    for Remark { finding, .. } in &readiness.findings {
        let found = checks.entry(finding.check).or_insert_with(|| FrozenFinding {
            check: finding.check.to_owned(),
            severity: finding.severity,
            count: 0,
            fact: finding.fact.clone(),
        });
        found.count += 1;
        found.severity = found.severity.min(finding.severity);
    }
    let mut found: Vec<FrozenFinding> = checks.into_values().collect();
    found.sort_by_key(|finding| finding.severity);
    found
}

fn edition(edition: Edition) -> FrozenEdition {
    FrozenEdition {
        number: edition.number,
        body: edition.body,
        people: edition.people,
        minutes: edition.minutes,
        approved_on: edition.approved_on,
        why: edition.why,
    }
}
