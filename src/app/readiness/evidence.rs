//! The register as the checks see it: gathered in one read, one statement per kind of row.

use std::collections::{HashMap, HashSet};

use super::super::dossier::with_decisions_on_readings;
use super::super::lens::{Look, rules_through};
use super::super::refusal::Refusal;
use super::super::rules;
use crate::domain::audit;
use crate::domain::period::{Date, Rhythm};
use crate::domain::readiness::evidence::{Evidence, Frozen, ReadingEntry, Subject};
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::domain::review::Decision;
use crate::domain::status::{Trail, judge};
use crate::domain::verdict::standings;
use crate::domain::version::Version;
use crate::store::{Loaded, NotMeasuredRow, Reader};

/// Gathers what the checks ask, as of the day of the look. Without an audit day the next audit of the calendar is meant.
pub(super) fn gather(reader: &Reader, look: &Look, audit: Option<Date>) -> Result<Evidence, Refusal> {
    let (sight, as_of) = (&look.sight, look.as_of);
    let rules = rules_through(reader, look)?;
    let audits = reader.records(sight)?;
    let mut reviews = reader.reviews(sight)?;
    if sight.past {
        reviews.iter_mut().for_each(|review| review.reopen_if_closed_later(as_of));
    }
    let frozen = reader.snapshots()?.into_iter().filter(|s| !sight.past || s.as_of <= as_of);
    Ok(Evidence {
        as_of,
        audit: audit.or_else(|| audit::next(&audits, as_of).map(|next| next.day)),
        created_on: reader.founded_on()?,
        subjects: Whole::read(reader, look)?.subjects(&rules, as_of),
        rules,
        parameters: rules::parameters_on(&reader.settings_through(sight)?, as_of),
        sources: reader.records(sight)?,
        directory: reader.records(sight)?,
        editions: reader.records(sight)?,
        communications: reader.records(sight)?,
        acknowledgements: reader.records(sight)?,
        reviews,
        rearrangements: reader.records(sight)?,
        refreshes: reader.records(sight)?,
        actions: reader.actions(sight, None)?,
        snapshots: frozen.map(|s| Frozen { number: s.number, taken_on: s.as_of, seq: s.seq }).collect(),
        audits,
    })
}

/// What belongs to objectives, by the number of the objective or its code.
struct Whole {
    objectives: Vec<Loaded>,
    versions: HashMap<i64, Vec<Version>>,
    readings: HashMap<i64, Vec<Reading>>,
    not_measured: HashMap<i64, Vec<NotMeasuredRow>>,
    decisions: HashMap<String, Vec<Decision>>,
    imported: HashSet<i64>,
}

impl Whole {
    fn read(reader: &Reader, look: &Look) -> Result<Whole, Refusal> {
        let sight = &look.sight;
        let mut decisions: HashMap<String, Vec<Decision>> = HashMap::new();
        for decision in reader.decisions(sight, None)? {
            decisions.entry(decision.code.clone()).or_default().push(decision);
        }
        Ok(Whole {
            objectives: reader.objectives(sight)?,
            versions: reader.all_versions(sight)?,
            readings: reader.all_readings(sight)?,
            not_measured: reader.all_not_measured(sight)?,
            decisions,
            imported: reader.imported()?,
        })
    }

    fn subjects(mut self, rules: &Rules, as_of: Date) -> Vec<Subject> {
        let objectives = std::mem::take(&mut self.objectives);
        objectives.into_iter().map(|loaded| self.subject(loaded, rules, as_of)).collect()
    }

    fn subject(&mut self, loaded: Loaded, rules: &Rules, as_of: Date) -> Subject {
        let Loaded { id, objective, created_on, .. } = loaded;
        let mut readings = self.readings.remove(&id).unwrap_or_default();
        readings.retain(|reading| reading.voided_on.is_none_or(|day| day > as_of));
        let rhythm = objective.definition.rhythm(rules.calendar);
        let trail = Trail::whole(standings(&objective, &readings, rhythm, as_of));
        let decided = self.decisions.remove(&objective.code).unwrap_or_default();
        Subject {
            id,
            judgement: judge(&objective, &trail, rules, as_of),
            created_on,
            imported: self.imported.contains(&id),
            versions: self.versions.remove(&id).unwrap_or_default(),
            standings: trail.recent,
            decisions: oldest_first(with_decisions_on_readings(decided, &readings, &objective.code)),
            entries: readings.into_iter().map(|r| entry(r, rhythm)).collect(),
            not_measured: self.not_measured.remove(&id).unwrap_or_default().iter().map(|n| n.period_end).collect(),
            objective,
        }
    }
}

fn oldest_first(mut decisions: Vec<Decision>) -> Vec<Decision> {
    decisions.reverse();
    decisions
}

fn entry(reading: Reading, rhythm: Rhythm) -> ReadingEntry {
    ReadingEntry {
        period: rhythm.containing(reading.measured_on),
        measured_on: reading.measured_on,
        revision: reading.revision,
        value: reading.value,
        known_from: reading.known_from,
        entered_on: reading.entered_on,
        seq: reading.seq,
        imported: reading.imported,
        sourced: !reading.source.is_empty() || !reading.evidence.is_empty(),
        reasoned: !reading.reason.is_empty(),
        evaluation: reading.evaluation,
        evaluated_by: reading.evaluated_by,
        automatic: reading.automatic,
        decision: reading.decision,
        reported_by: reading.reported_by,
    }
}
