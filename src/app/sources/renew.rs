//! A new policy version, walked commitment by commitment: kept, changed or dropped.

use super::super::write::Write;
use super::super::{Outcome, Refusal, RefusalKind, Session};
use super::Walked;
use super::accept::{leaning, sources};
use crate::domain::operation::Operation;
use crate::domain::trace::{Pursuer, Source, SourceKind, SourceStatus, Trace, in_register};
use crate::store::Loaded;

/// The commitments a walk goes through, with the objectives that lean on each.
struct Old {
    known: Vec<Source>,
    /// Places of the commitments in force.
    commitments: Vec<usize>,
    trace: Trace,
    objectives: Vec<Loaded>,
}

impl Session {
    pub(super) fn renew_policy(
        &mut self,
        policy: &str,
        version: &str,
        walk: &[(String, Walked)],
    ) -> Result<Outcome, Refusal> {
        let (policy, version) = (policy.trim(), version.trim());
        self.write(Operation::PolicyRenew, "", |write| {
            if version.is_empty() {
                return Err(Refusal::field("version", "say which version of the policy is the new one"));
            }
            let old = Old::of(write, policy)?;
            let answers = old.answers(policy, version, walk)?;
            let (mut kept, mut changed, mut dropped) = (0, 0, 0);
            let (mut touched, mut warnings) = (Vec::new(), Vec::new());
            for (place, answer) in answers {
                let before = &old.known[place];
                let mut after = Source { policy_version: version.to_owned(), ..before.clone() };
                let said = match answer {
                    Walked::Kept => {
                        kept += 1;
                        None
                    }
                    Walked::Changed(text) => {
                        changed += 1;
                        text.trim().clone_into(&mut after.title);
                        Some("says something else now")
                    }
                    Walked::Dropped => {
                        dropped += 1;
                        after = Source {
                            status: SourceStatus::Withdrawn,
                            closed_on: Some(write.today()),
                            ..before.clone()
                        };
                        Some("is dropped")
                    }
                };
                write.tx().put(before.id, &after)?;
                let leaning = old.leaning(place);
                if let (Some(said), false) = (said, leaning.is_empty()) {
                    warnings.push(format!("{} {said}; look at {}", before.name(), leaning.join(", ")));
                    touched.extend(leaning);
                }
            }
            touched.sort();
            touched.dedup();
            let name = &old.known[old.commitments[0]].policy;
            let summary = format!("policy {name} version {version}: {kept} kept, {changed} changed, {dropped} dropped");
            Ok(Outcome { summary, touched, warnings, ..Outcome::default() })
        })
    }
}

impl Old {
    fn of(write: &mut Write, policy: &str) -> Result<Old, Refusal> {
        let known = sources(write)?;
        let mut commitments: Vec<usize> = (0..known.len()).filter(|place| is_of(&known[*place], policy)).collect();
        commitments.sort_by(|a, b| in_register(&known[*a], &known[*b]));
        if commitments.is_empty() {
            return Err(no_policy(policy, &known));
        }
        let sight = write.sight();
        let objectives = write.tx().objectives(&sight)?;
        let trace = Trace::of(objectives.iter().map(|loaded| Pursuer::of(&loaded.objective)), &known);
        Ok(Old { known, commitments, trace, objectives })
    }

    fn leaning(&self, place: usize) -> Vec<String> {
        leaning(&self.trace, &self.objectives, place)
    }

    /// One answer per commitment, or what is missing or too much.
    fn answers<'w>(
        &self,
        policy: &str,
        version: &str,
        walk: &'w [(String, Walked)],
    ) -> Result<Vec<(usize, &'w Walked)>, Refusal> {
        if self.commitments.iter().all(|place| self.known[*place].policy_version.eq_ignore_ascii_case(version)) {
            return Err(Refusal::field("version", format!("policy {policy} stands at version {version} already")));
        }
        let mut answers: Vec<(usize, &Walked)> = Vec::with_capacity(walk.len());
        for (reference, walked) in walk {
            let place = self.commitment(policy, reference)?;
            if answers.iter().any(|(answered, _)| *answered == place) {
                let twice = format!("commitment {} is answered twice", self.known[place].reference);
                return Err(Refusal::invalid(twice).next("say keep, change or drop once for each"));
            }
            if matches!(walked, Walked::Changed(text) if text.trim().is_empty()) {
                let unsaid = format!("commitment {} is changed, and the new words are missing", reference.trim());
                return Err(Refusal::field("title", unsaid));
            }
            answers.push((place, walked));
        }
        let open: Vec<String> = self
            .commitments
            .iter()
            .filter(|place| answers.iter().all(|(answered, _)| answered != *place))
            .map(|place| self.with_leaning(*place))
            .collect();
        match open.len() {
            0 => Ok(answers),
            1 => Err(unanswered(format!("commitment {} has no answer", open[0]))),
            _ => Err(unanswered(format!("these commitments have no answer: {}", open.join(", ")))),
        }
    }

    /// `4.2 (HR-2, IT-1)`
    fn with_leaning(&self, place: usize) -> String {
        let reference = &self.known[place].reference;
        match self.leaning(place) {
            leaning if leaning.is_empty() => format!("{reference} (no objective leans on it)"),
            leaning => format!("{reference} ({} on it)", leaning.join(", ")),
        }
    }

    fn commitment(&self, policy: &str, reference: &str) -> Result<usize, Refusal> {
        let wanted = reference.trim().to_lowercase();
        let found = self.commitments.iter().find(|place| self.known[**place].reference.to_lowercase() == wanted);
        found.copied().ok_or_else(|| {
            let there: Vec<&str> = self.commitments.iter().map(|place| self.known[*place].reference.as_str()).collect();
            let none = format!("policy {policy} has no commitment `{}` in force", reference.trim());
            Refusal::not_found(none).next(format!("it has {}", there.join(", ")))
        })
    }
}

fn unanswered(message: String) -> Refusal {
    Refusal::invalid(message).next("say keep, change or drop for each")
}

fn is_of(source: &Source, policy: &str) -> bool {
    source.kind == SourceKind::Commitment
        && source.status == SourceStatus::Open
        && source.policy.to_lowercase() == policy.to_lowercase()
}

fn no_policy(policy: &str, known: &[Source]) -> Refusal {
    let open = known.iter().filter(|s| s.kind == SourceKind::Commitment && s.status == SourceStatus::Open);
    let (named, unnamed): (Vec<&Source>, Vec<&Source>) = open.partition(|source| !source.policy.is_empty());
    let mut policies: Vec<&str> = named.iter().map(|source| source.policy.as_str()).collect();
    policies.sort_unstable();
    policies.dedup();
    let refusal = Refusal::new(RefusalKind::NotFound, format!("no commitment in force belongs to policy `{policy}`"));
    match (policies.is_empty(), unnamed.first()) {
        (false, _) => refusal.next(format!("there are commitments of {}", policies.join(", "))),
        (true, Some(source)) => refusal.next(format!(
            "{} names no policy: `sixtwo source edit {} --policy NAME` says which",
            source.name(),
            source.key()
        )),
        (true, None) => refusal.next("`sixtwo source add commitment:4.1 TITLE --policy NAME` enters one"),
    }
}
