//! What the faces read of readiness.

use std::collections::{BTreeSet, HashMap};

use super::super::lens::Look;
use crate::domain::audit::{self, AuditKind};
use crate::domain::period::Date;
use crate::domain::readiness::evidence::Subject;
use crate::domain::readiness::{About, Dismissal, Evidence, Finding, NotChecked, Report, Severity, check, table};
use crate::domain::words;

/// The readiness of a register on a day.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// Whose register it is.
    pub organization: String,
    /// Open for reading only: nothing can be dismissed.
    pub read_only: bool,
    /// The day judged.
    pub as_of: Date,
    /// The audit asked about.
    pub audit: Option<AuditDay>,
    /// What an auditor may raise, in the order it is shown: the top ten of the checks first, then by weight.
    pub findings: Vec<Remark>,
    /// What drafts still need.
    pub to_dos: Vec<Remark>,
    /// Findings somebody accepted.
    pub dismissed: Vec<(Remark, Dismissal)>,
    /// Checks that had nothing to look at.
    pub not_checked: Vec<Unchecked>,
    /// How many checks ran and found nothing.
    pub silent: usize,
}

/// The day of an audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditDay {
    /// The first day.
    pub day: Date,
    /// What kind; `None` where the day is in no calendar.
    pub kind: Option<AuditKind>,
}

/// One finding with what its check is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What was found.
    pub finding: Finding,
    /// The check in a few words.
    pub title: &'static str,
    /// The clauses it rests on.
    pub clause: &'static str,
    /// The fact for a place that names the objective already: `it` for its title.
    pub brief: String,
}

/// A check that could not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The check's id.
    pub check: &'static str,
    /// The check in a few words.
    pub title: &'static str,
    /// What is missing to run it.
    pub why: String,
}

impl Readiness {
    /// For which audit, and how far it is: `stage 2 audit on 9 Feb 2027, in 77 days`.
    pub fn occasion(&self) -> String {
        let on = words::day(self.as_of);
        let Some(audit) = &self.audit else { return format!("{on}, no audit in the calendar") };
        let (name, day) = (audit.kind.map_or("audit", words::audit), words::day(audit.day));
        match (audit.day - self.as_of).num_days() {
            0 => format!("{name} on {day}"),
            1 => format!("{name} on {day}, tomorrow"),
            days if days > 0 => format!("{name} on {day}, in {days} days"),
            _ => format!("{on}, {name} held on {day}"),
        }
    }

    /// The findings by weight: `1 major, 4 minor, 3 worth a look`; empty where there is none.
    pub fn weights(&self) -> String {
        let of_weight = |severity: &Severity| match self.count(*severity) {
            0 => None,
            count => Some(format!("{count} {}", words::severity(*severity))),
        };
        Severity::ALL.iter().filter_map(of_weight).collect::<Vec<_>>().join(", ")
    }

    /// How many findings weigh this much.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|remark| remark.finding.severity == severity).count()
    }

    /// The places of the worst findings, at most so many: the heaviest first, each of another check where there are
    /// enough, because ten objectives with the same fault are one thing to know.
    pub fn worst(&self, most: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.findings.len()).collect();
        places.sort_by_key(|at| self.findings[*at].finding.severity);
        let mut seen = BTreeSet::new();
        let (first, like): (Vec<usize>, Vec<usize>) =
            places.into_iter().partition(|at| seen.insert(self.findings[*at].finding.check));
        first.into_iter().chain(like).take(most).collect()
    }

    /// How many findings the check of this one has.
    pub fn of_check(&self, check: &str) -> usize {
        self.findings.iter().filter(|remark| remark.finding.check == check).count()
    }
}

impl Remark {
    /// What it is about as people name it: `SEC-1`, `risk:R-014`, `action 4`, `the register`.
    pub fn object(&self) -> String {
        match &self.finding.about {
            About::Register => "the register".to_owned(),
            About::Objective(code) => code.clone(),
            About::Source(key) => key.clone(),
            About::Action(number, code) if code.is_empty() => format!("action {number}"),
            About::Action(number, code) => format!("{code} action {number}"),
            About::Review(number) => format!("review {number}"),
            About::Entry(name) => name.clone(),
        }
    }

    /// The objective it is about, where it is about one.
    pub fn code(&self) -> Option<&str> {
        match &self.finding.about {
            About::Objective(code) => Some(code),
            About::Action(_, code) if !code.is_empty() => Some(code),
            _ => None,
        }
    }
}

/// Runs the checks on the evidence.
pub(super) fn of<'e>(
    organization: String,
    read_only: bool,
    look: &Look,
    evidence: &'e Evidence,
    dismissals: &[Dismissal],
) -> Readiness {
    let Report { findings, to_dos, dismissed, not_checked, silent } = check(evidence, dismissals);
    let title = |subject: &'e Subject| (subject.objective.code.as_str(), subject.objective.definition.title.as_str());
    let titles: HashMap<&str, &str> = evidence.subjects.iter().map(title).collect();
    let remark = |finding: Finding| remark(finding, &titles);
    let remarks = |findings: Vec<Finding>| findings.into_iter().map(remark).collect();
    Readiness {
        organization,
        read_only,
        as_of: look.as_of,
        audit: evidence.audit.map(|day| AuditDay { day, kind: kind_on(evidence, day) }),
        findings: remarks(findings),
        to_dos: remarks(to_dos),
        dismissed: dismissed.into_iter().map(|(finding, dismissal)| (remark(finding), dismissal)).collect(),
        not_checked: not_checked.into_iter().map(unchecked).collect(),
        silent,
    }
}

fn kind_on(evidence: &Evidence, day: Date) -> Option<AuditKind> {
    audit::next(&evidence.audits, day).filter(|audit| audit.day == day).map(|audit| audit.kind)
}

fn remark(finding: Finding, titles: &HashMap<&str, &str>) -> Remark {
    let row = table::check(finding.check);
    Remark {
        title: row.map_or("", |row| row.title),
        clause: row.map_or("", |row| row.clause),
        brief: brief(&finding, titles),
        finding,
    }
}

fn brief(finding: &Finding, titles: &HashMap<&str, &str>) -> String {
    let About::Objective(code) = &finding.about else { return finding.fact.clone() };
    let Some(title) = titles.get(code.as_str()) else { return finding.fact.clone() };
    let quoted = format!("\"{title}\"");
    match finding.fact.strip_prefix(&quoted) {
        Some(rest) => format!("It{rest}"),
        None => finding.fact.replacen(&quoted, "it", 1),
    }
}

fn unchecked(check: NotChecked) -> Unchecked {
    let title = table::check(check.check).map_or("", |row| row.title);
    Unchecked { check: check.check, title, why: check.why }
}
