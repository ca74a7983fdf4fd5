//! What one check brings: findings in its own words, or why it had nothing to look at.

use super::evidence::Subject;
use super::table::Check;
use super::{About, Finding, Severity};
use crate::domain::objective::Lifecycle;

/// The findings of one check.
pub(super) struct Findings {
    /// The check that runs.
    pub check: &'static Check,
    /// What it found.
    pub found: Vec<Finding>,
    /// Why it could not run.
    pub not_checked: Option<String>,
}

impl Findings {
    /// Nothing found yet.
    pub fn of(check: &'static Check) -> Findings {
        Findings { check, found: Vec::new(), not_checked: None }
    }

    /// Says that there is nothing to look at: `no risk is on record`.
    pub fn cannot_run(&mut self, why: impl Into<String>) {
        self.not_checked = Some(why.into());
    }

    /// A finding on the register, in the words of the table.
    pub fn on_register(&mut self, values: &[(&str, String)]) -> &mut Finding {
        let fact = fill(self.check.message, values);
        self.raise(About::Register, fact)
    }

    /// A finding on an objective, in the words of the table; its title, owner, metric and function are known.
    pub fn on(&mut self, subject: &Subject, values: &[(&str, String)]) -> &mut Finding {
        let definition = &subject.objective.definition;
        let mut known: Vec<(&str, String)> = values.to_vec();
        known.extend([
            ("title", definition.title.clone()),
            ("owner", definition.owner.clone()),
            ("metric", definition.metric.clone()),
            ("function", definition.function.clone()),
        ]);
        let fact = fill(self.check.message, &known);
        self.on_as(subject, fact)
    }

    /// A finding on an objective where the table's words do not fit.
    pub fn on_as(&mut self, subject: &Subject, fact: String) -> &mut Finding {
        let to_do = subject.objective.lifecycle == Lifecycle::Draft;
        let finding = self.raise(About::Objective(subject.objective.code.clone()), fact);
        finding.to_do = to_do;
        finding
    }

    /// A finding on anything else.
    pub fn raise(&mut self, about: About, fact: String) -> &mut Finding {
        let Check { id, severity, fix, field, .. } = *self.check;
        let last = self.found.len();
        self.found.push(Finding { check: id, severity, about, fact, fix, field, to_do: false });
        &mut self.found[last]
    }

    /// How heavy a finding of this check becomes.
    pub fn escalated(&self) -> Severity {
        self.check.escalates_to.unwrap_or(self.check.severity)
    }
}

impl Finding {
    /// Another clause behind the fact: `; so were 3 others`.
    pub(super) fn and(&mut self, clause: &str) {
        let sentence = self.fact.trim_end_matches('.').len();
        self.fact.truncate(sentence);
        self.fact.push_str(clause);
        self.fact.push('.');
    }
}

/// A sentence of the table with its names filled in; `reading(s)` follows the number `n`.
pub(super) fn fill(message: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(message.len() + 40);
    let one = values.iter().any(|(name, value)| *name == "n" && value == "1");
    let mut rest = message;
    while let Some((before, after)) = rest.split_once(['{', '(']) {
        filled.push_str(before);
        let opened = &rest[before.len()..before.len() + 1];
        rest = match (opened, after.split_once(['}', ')'])) {
            ("{", Some((name, behind))) => {
                filled.extend(values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()));
                behind
            }
            (_, Some(("s", behind))) => {
                filled.push_str(if one { "" } else { "s" });
                behind
            }
            _ => {
                filled.push_str(opened);
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}
