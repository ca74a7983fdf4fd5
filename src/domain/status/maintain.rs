//! Hold a level in every period.

use super::{Frame, Grounds, Judgement, RECENT, Reason, Score, Status, Streak, Trail, staled, without_applicable};
use crate::domain::freshness::Gap;
use crate::domain::reading::{Standing, Verdict};
use crate::domain::target::standard_on;
use crate::domain::verdict::beyond_floor;

pub(super) fn judge(frame: &Frame, trail: &Trail) -> Judgement {
    let newest = frame.counted(trail).next_back();
    let gap = frame.gap_after(newest.map(|s| s.period));
    let counted = after_due(frame, trail);
    let (status, reason) = counted.map_or_else(|| running(frame, trail, &gap), |(status, reason, _)| (status, reason));
    let decisive = applicable(frame, trail).next();
    let grounds = Grounds {
        decisive: decisive.cloned(),
        standard: decisive.and_then(|s| standard_on(&frame.objective.standards, s.period.start)).cloned(),
        streak: streak(frame, trail),
        score: counted.map(|(_, _, score)| score),
        ..Grounds::default()
    };
    Judgement {
        grounds,
        verdict: newest.map(|s| s.verdict),
        latest: newest.cloned(),
        next_report: frame.next_report(newest.map(|s| s.period)),
        ..frame.judgement(status, reason, &gap)
    }
}

/// Once the due period is decided: as many periods met as required, or missed. Near is not met.
fn after_due(frame: &Frame, trail: &Trail) -> Option<(Status, Reason, Score)> {
    let (due, due_period) = (frame.due?, frame.due_period?);
    let measured = frame.counted(trail).any(|s| s.period == due_period);
    let decided = frame.as_of > due && (measured || frame.as_of > frame.last_day_to_report(&due_period));
    if !decided {
        return None;
    }
    let expected = frame.rhythm.count_within(frame.objective.definition.start, due_period.end);
    let counts = frame.counted(trail).fold(trail.older, |counts, s| counts.with(s.verdict));
    let applicable = expected.saturating_sub(counts.na);
    let agreed = agreed_minimum(frame, expected);
    let missing = expected.saturating_sub(counts.readings);
    let required = agreed.map_or(applicable, |k| k.min(applicable));
    let score = Score { applicable, met: counts.met, missing, required };
    let (status, reason) = if applicable == 0 {
        (Status::Unknown, Reason::NoApplicableReading)
    } else if score.met >= required {
        (Status::Achieved, if agreed.is_some() { Reason::EnoughPeriodsMet } else { Reason::AllPeriodsMet })
    } else if score.met + missing >= required {
        (Status::Missed, Reason::MissingEvidence)
    } else {
        (Status::Missed, Reason::PeriodsNotMet)
    };
    Some((status, reason, score))
}

/// k of n: the objective's own agreement, else the register's misses allowed when the due period began.
fn agreed_minimum(frame: &Frame, expected: u32) -> Option<u32> {
    let by_register = || {
        let misses = frame.rules.on(frame.due_period?.start).misses_allowed;
        (misses > 0).then(|| expected.saturating_sub(misses))
    };
    frame.objective.definition.required_met.or_else(by_register)
}

fn running(frame: &Frame, trail: &Trail, gap: &Gap) -> (Status, Reason) {
    let mut applicable = applicable(frame, trail);
    let Some(newest) = applicable.next() else {
        return without_applicable(gap, frame.counted(trail).next().is_some());
    };
    let (status, reason) = match newest.verdict {
        Verdict::Met | Verdict::NotApplicable => (Status::OnTrack, Reason::Ok),
        Verdict::Near => (Status::AtRisk, Reason::WarnBand),
        Verdict::NotMet if is_beyond_floor(frame, newest) => (Status::OffTrack, Reason::BeyondFloor),
        Verdict::NotMet if applicable.next().is_some_and(|s| s.verdict == Verdict::NotMet) => {
            (Status::OffTrack, Reason::TwoConsecutiveBreaches)
        }
        Verdict::NotMet => (Status::AtRisk, Reason::FirstBreach),
    };
    staled(status, reason, gap.missed)
}

/// The readings with something to count, newest first.
fn applicable<'t>(frame: &Frame, trail: &'t Trail) -> impl Iterator<Item = &'t Standing> {
    frame.counted(trail).rev().filter(|s| s.verdict != Verdict::NotApplicable)
}

/// The newest readings that were not met one after the other, from two on. Only as far back as every trail reaches.
fn streak(frame: &Frame, trail: &Trail) -> Option<Streak> {
    let latest = &trail.recent[trail.recent.len().saturating_sub(RECENT)..];
    let applicable = latest.iter().rev().filter(|s| frame.counts(s) && s.verdict != Verdict::NotApplicable);
    let missed: Vec<_> = applicable.take_while(|s| s.verdict == Verdict::NotMet).map(|s| s.period).collect();
    let (newest, oldest) = (missed.first()?, missed.last()?);
    let readings = missed.len() as u32;
    let unbroken = frame.rhythm.count_within(oldest.start, newest.end) == readings;
    (readings > 1).then_some(Streak { readings, unbroken })
}

fn is_beyond_floor(frame: &Frame, reading: &Standing) -> bool {
    let definition = &frame.objective.definition;
    standard_on(&frame.objective.standards, reading.period.start).is_some_and(|standard| {
        beyond_floor(&reading.value, standard, definition.direction(), definition.unit_is_percent())
    })
}
