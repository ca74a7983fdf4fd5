//! What stands beside the objectives when a register is frozen: sources, findings, the edition.

use std::collections::BTreeMap;

use crate::app::readiness::{Readiness, Remark};
use crate::app::view::{Lens, Overview};
use crate::app::{Refusal, Session};
use crate::domain::edition::Edition;
use crate::domain::objective::Lifecycle;
use crate::domain::readiness::Dismissal;
use crate::domain::snapshot::{FrozenEdition, FrozenFinding, FrozenSource, Snapshot};
use crate::domain::trace::{Pursuer, Source, TOP_RISKS, Trace, gaps};

/// What a snapshot says beside its objectives.
pub(in crate::app) struct Beside {
    accepted: Vec<Dismissal>,
    sources: Vec<FrozenSource>,
    readiness: Vec<FrozenFinding>,
    list: Option<FrozenEdition>,
}

impl Session {
    /// What stands beside the objectives of an overview read through the same lens.
    pub(in crate::app) fn beside(&mut self, overview: &Overview, lens: Lens) -> Result<Beside, Refusal> {
        let readiness = self.readiness(lens, None)?;
        let sources = self.sources(lens)?;
        let (mut accepted, list) = self.store.read(|reader| {
            let sight = self.look(lens, reader)?.sight;
            Ok::<_, Refusal>((reader.records::<Dismissal>(&sight)?, reader.records::<Edition>(&sight)?.pop()))
        })?;
        accepted.retain(|dismissal| dismissal.holds(overview.as_of));
        Ok(Beside {
            accepted,
            sources: pursued(overview, sources),
            readiness: by_check(&readiness),
            list: list.map(edition),
        })
    }
}

impl Beside {
    /// The snapshot with all of it.
    pub(in crate::app) fn into(self, frozen: Snapshot) -> Snapshot {
        let Beside { accepted, sources, readiness, list } = self;
        Snapshot { accepted, sources, readiness: Some(readiness), list, ..frozen }
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
