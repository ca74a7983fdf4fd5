//! Readiness: what an auditor may raise, found before the audit (DOMAIN section 5).
//!
//! [`table`] holds the checks as data, one function per check says where it fires. A check that has nothing to look at
//! says so instead of passing.

mod approved;
mod checks;
pub mod dismissal;
pub mod evidence;
mod findings;
mod index;
mod owner;
pub mod parameters;
mod people;
mod series;
pub mod table;

pub use dismissal::Dismissal;
pub use evidence::Evidence;
pub use parameters::Parameters;

use super::objective::vocabulary;
use findings::Findings;
use index::Index;

vocabulary! {
    /// How heavy a finding is.
    Severity {
        /// A required element is absent, or broke down.
        Major = "major",
        /// An isolated failure of a requirement.
        Minor = "minor",
        /// Practice worth a look.
        Observation = "observation",
    }
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The register as a whole.
    Register,
    /// An objective, by its code.
    Objective(String),
    /// A source: `risk:R-014`.
    Source(String),
    /// An action, by its number, with the code of its objective where it has one.
    Action(i64, String),
    /// A meeting, by its number.
    Review(i64),
    /// A person, a role or a function, by name.
    Entry(String),
}

impl About {
    /// The way a dismissal names it: `register`, `objective IT-2`, `source risk:R-014`, `action 4`, `review 2`,
    /// `entry A. Novak`.
    pub fn key(&self) -> String {
        match self {
            About::Register => "register".to_owned(),
            About::Objective(code) => format!("objective {code}"),
            About::Source(key) => format!("source {key}"),
            About::Action(number, _) => format!("action {number}"),
            About::Review(number) => format!("review {number}"),
            About::Entry(name) => format!("entry {name}"),
        }
    }
}

/// One thing an auditor may raise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check's id: `RC-47`.
    pub check: &'static str,
    /// How heavy, escalated where the check says so.
    pub severity: Severity,
    /// What it is about.
    pub about: About,
    /// The fact with its number and date, one sentence.
    pub fact: String,
    /// What mends it.
    pub fix: &'static str,
    /// The field to go to, by its contract name; empty where it is no field.
    pub field: &'static str,
    /// About a draft: something to do, not a finding.
    pub to_do: bool,
}

/// A check that could not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// The check's id.
    pub check: &'static str,
    /// What is missing to run it, one clause: `no risk is on record`.
    pub why: String,
}

/// What a whole check brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Findings in the order they are shown: the top ten first (DOMAIN section 5), then by severity, check and object.
    pub findings: Vec<Finding>,
    /// Findings about drafts.
    pub to_dos: Vec<Finding>,
    /// Findings somebody accepted, with their dismissal.
    pub dismissed: Vec<(Finding, Dismissal)>,
    /// Checks that had nothing to look at.
    pub not_checked: Vec<NotChecked>,
    /// How many checks ran and found nothing.
    pub silent: usize,
}

/// Runs every check on a register. Dismissals that hold on the day judged put their findings aside.
pub fn check(evidence: &Evidence, dismissals: &[Dismissal]) -> Report {
    let index = Index::of(evidence);
    let mut report = Report::default();
    for check in table::checks() {
        let mut out = Findings::of(check);
        check.run.on(&index, &mut out);
        match out.not_checked {
            _ if !out.found.is_empty() => report.take(out.found, dismissals, evidence),
            Some(why) => report.not_checked.push(NotChecked { check: check.id, why }),
            None => report.silent += 1,
        }
    }
    report.findings.sort_by_cached_key(|finding| (place(finding), finding.severity));
    report
}

/// The place of a finding's check among the ten shown first; behind them all others.
fn place(finding: &Finding) -> u8 {
    table::check(finding.check).and_then(|check| check.place).unwrap_or(u8::MAX)
}

impl Report {
    fn take(&mut self, found: Vec<Finding>, dismissals: &[Dismissal], evidence: &Evidence) {
        for finding in found {
            let key = finding.about.key();
            let accepts = |dismissal: &&Dismissal| {
                dismissal.check == finding.check && dismissal.subject == key && dismissal.holds(evidence.as_of)
            };
            match dismissals.iter().rev().find(accepts).cloned() {
                Some(dismissal) => self.dismissed.push((finding, dismissal)),
                None if finding.to_do => self.to_dos.push(finding),
                None => self.findings.push(finding),
            }
        }
    }
}
