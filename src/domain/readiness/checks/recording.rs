//! When and from where readings came: RC-53 to RC-55, RC-59.

use std::collections::BTreeMap;

use chrono::Days;

use super::super::evidence::{ReadingEntry, Subject};
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::{About, Severity};
use super::{days_between, is_automated, on_day, others, period_name};
use crate::domain::audit::AuditKind;
use crate::domain::period::{Date, Period};
use crate::domain::status::Frame;
use crate::domain::status::why::day;

/// Days before an audit in which readings entered at once weigh more (RC-54).
const BEFORE_AUDIT: u64 = 30;

/// The longest quarter, in days: so far back one meeting enters what belongs to it.
const QUARTER: i64 = 92;

/// RC-53. What a file brought is shown as imported, never as reconstructed.
pub fn reconstructed(index: &Index, subject: &Subject, out: &mut Findings) {
    let least = index.number(out.check, "days");
    let frame = Frame::new(&subject.objective, &index.evidence.rules, index.as_of);
    let recorded = subject.first_recorded(index.year_ago, index.as_of);
    let late = recorded.iter().filter(|(period, entry)| {
        let days_to_report = days_between(period.end, frame.last_day_to_report(period));
        days_between(period.end, entry.entered_on) > i64::from(least).max(3 * days_to_report)
    });
    let late: Vec<_> = late.collect();
    let Some((period, entry)) = late.last() else { return };
    let name = period_name(index, subject, *period);
    let days = days_between(period.end, entry.entered_on);
    let severity = if late.len() * 2 >= recorded.len() { out.escalated() } else { out.check.severity };
    let finding = out.on(subject, &[("period", name), ("days", days.to_string())]);
    finding.severity = severity;
    if late.len() > 1 {
        finding.and(&format!("; so {}", others(late.len() - 1, "was", "were")));
    }
}

/// RC-54. A quarterly meeting may enter up to three values of its quarter at once; what a file brought is no sitting.
pub fn one_sitting(index: &Index, out: &mut Findings) {
    let least = index.number(out.check, "n").max(2) as usize;
    let mut sittings: BTreeMap<Date, usize> = BTreeMap::new();
    let mut all = 0;
    for subject in index.active() {
        let recorded = subject.first_recorded(index.year_ago, index.as_of);
        all += recorded.len();
        let mut days: BTreeMap<Date, Vec<Period>> = BTreeMap::new();
        for (period, entry) in &recorded {
            days.entry(entry.entered_on).or_default().push(*period);
        }
        for (on, periods) in &days {
            *sittings.entry(*on).or_default() += periods.iter().filter(|period| is_old(period, *on)).count();
        }
        let burst = days.iter().rev().find(|(_, periods)| periods.len() >= least && !is_one_quarter(periods));
        if let Some((on, periods)) = burst {
            let severity = severity_of(index, *on, out);
            let finding = out.on(subject, &[("n", periods.len().to_string()), on_day("date", *on)]);
            finding.severity = severity;
        }
    }
    let fullest = sittings.into_iter().max_by_key(|(_, readings)| *readings);
    let Some((on, readings)) = fullest.filter(|(_, readings)| *readings >= least) else { return };
    if index.evidence.parameters.reaches(out.check, "share", readings, all) {
        let severity = severity_of(index, on, out);
        let fact = format!("{readings} of the {all} readings of the last year were all recorded on {}.", day(on));
        out.raise(About::Register, fact).severity = severity;
    }
}

/// Whether a period was over long before the day: a meeting of the quarter would not enter it.
fn is_old(period: &Period, on: Date) -> bool {
    days_between(period.end, on) > QUARTER
}

fn is_one_quarter(periods: &[Period]) -> bool {
    let span = periods.first().zip(periods.last()).map(|(first, last)| days_between(first.start, last.end));
    periods.len() <= 3 && span.is_some_and(|days| days <= QUARTER)
}

fn severity_of(index: &Index, on: Date, out: &Findings) -> Severity {
    let audits = index.evidence.audits.iter().map(|audit| audit.day).chain(index.evidence.audit);
    let close = |audit: Date| on <= audit && audit <= on + Days::new(BEFORE_AUDIT);
    if audits.into_iter().any(close) { out.escalated() } else { out.check.severity }
}

/// RC-55. Before a first stage a new list is normal: every objective here has its rhythm.
pub fn written_before_audit(index: &Index, out: &mut Findings) {
    let Some(audit) = index.evidence.audit else { return out.cannot_run("no audit is in the calendar") };
    let stage_one = index.evidence.audits.iter().any(|known| known.day == audit && known.kind == AuditKind::Stage1);
    let since = audit - Days::new(u64::from(index.number(out.check, "days")));
    let written: Vec<Date> = index.active().map(written_on).collect();
    let recent: Vec<Date> = written.iter().copied().filter(|on| since <= *on && *on <= audit).collect();
    let measured_before = |subject: &Subject| subject.standings.first().is_some_and(|first| first.period.end < since);
    let most = recent.len() * 2 >= written.len();
    if let Some(first) = recent.iter().min().filter(|_| most && !stage_one)
        && !index.active().any(measured_before)
    {
        let days = days_between(*first, audit);
        out.on_register(&[("days", format!("at most {days}")), on_day("date", audit)]).and(&format!(
            ": {} of {}",
            recent.len(),
            written.len()
        ));
    }
}

/// The day an objective was written: one from a file may have been approved before it was taken over.
fn written_on(subject: &Subject) -> Date {
    let approved = subject.versions.iter().filter_map(|version| version.approved_on);
    let effective = subject.versions.first().and_then(|first| first.effective);
    let before = approved.chain(effective).filter(|_| subject.imported).min();
    before.map_or(subject.created_on, |before| before.min(subject.created_on))
}

/// RC-59. A feed is its own evidence, and so is the file a reading was imported from.
pub fn no_source(index: &Index, subject: &Subject, out: &mut Findings) {
    if is_automated(&subject.objective.definition.data_source) {
        return;
    }
    let stood = subject.stood_since(index.year_ago, index.as_of);
    let bare = |entry: &ReadingEntry| !entry.sourced && !entry.imported;
    let bare: Vec<_> = stood.iter().filter(|one| bare(one.entry)).collect();
    let Some(newest) = bare.first() else { return };
    let period = period_name(index, subject, newest.standing.period);
    let finding = out.on(subject, &[("period", period)]);
    if bare.len() > 1 {
        finding.and(&format!("; nor {}", others(bare.len() - 1, "does", "do")));
    }
}
