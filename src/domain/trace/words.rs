//! The words people write for kinds and states of sources, and the words the screens show.

use super::{RequirementKind, SourceKind, SourceStatus};

impl SourceKind {
    /// The kind a person means: the contract's word, a common synonym, one or many of it, in any case. `policy:4.2` is
    /// commitment 4.2.
    pub fn from_said(text: &str) -> Option<SourceKind> {
        let said = text.trim().to_lowercase().replace([' ', '-'], "_");
        let singular = said.strip_suffix('s').unwrap_or(&said);
        SourceKind::ALL.iter().copied().find(|kind| {
            let known = |word: &str| word == said || word == singular;
            known(kind.word()) || kind.synonyms().iter().any(|word| known(word))
        })
    }

    fn synonyms(self) -> &'static [&'static str] {
        match self {
            SourceKind::Commitment => {
                &["policy", "policies", "policy_commitment", "policy_line", "policy_statement", "promise"]
            }
            SourceKind::Risk => &["threat"],
            SourceKind::Treatment => &["risk_treatment", "treatment_action", "treatment_plan", "mitigation", "measure"],
            SourceKind::Requirement => &[
                "contract",
                "law",
                "regulation",
                "regulator",
                "legal",
                "contractual",
                "regulatory",
                "obligation",
                "legal_requirement",
            ],
            SourceKind::Finding => {
                &["audit_finding", "nonconformity", "nonconformities", "non_conformity", "nc", "audit"]
            }
            SourceKind::Incident => &["event", "security_incident"],
            SourceKind::Priority => &["priorities", "business_priority", "business_priorities", "strategy", "goal"],
            SourceKind::Assessment => &["risk_assessment"],
            SourceKind::ScopeChange => &["scope", "change_of_scope"],
        }
    }

    /// The word people read before a reference: `policy 4.2`, `risk R-014`.
    pub fn shown(self) -> &'static str {
        match self {
            SourceKind::Commitment => "policy",
            SourceKind::Assessment => "risk assessment",
            SourceKind::ScopeChange => "change of scope",
            other => other.word(),
        }
    }

    /// The heading over several: `policy commitments`, `risks`.
    pub fn heading(self) -> &'static str {
        match self {
            SourceKind::Commitment => "policy commitments",
            SourceKind::Risk => "risks",
            SourceKind::Treatment => "treatments",
            SourceKind::Requirement => "requirements",
            SourceKind::Finding => "findings",
            SourceKind::Incident => "incidents",
            SourceKind::Priority => "priorities",
            SourceKind::Assessment => "risk assessments",
            SourceKind::ScopeChange => "changes of scope",
        }
    }
}

impl SourceStatus {
    /// The word people read.
    pub fn shown(self) -> &'static str {
        match self {
            SourceStatus::Accepted => "accepted for now",
            other => other.word(),
        }
    }

    /// The status a person means: the contract's word or a common synonym, in any case.
    pub fn from_said(text: &str) -> Option<SourceStatus> {
        Some(match text.trim().to_lowercase().as_str() {
            "open" | "active" | "in force" | "current" | "planned" | "in progress" | "identified" | "new" => {
                SourceStatus::Open
            }
            "accepted" | "accept" => SourceStatus::Accepted,
            "closed" | "done" | "completed" | "implemented" | "treated" | "resolved" | "fixed" => SourceStatus::Closed,
            "withdrawn" | "dropped" | "expired" | "obsolete" | "cancelled" => SourceStatus::Withdrawn,
            _ => return None,
        })
    }
}

impl RequirementKind {
    /// The kind of requirement a person means, in any case.
    pub fn from_said(text: &str) -> Option<RequirementKind> {
        Some(match text.trim().to_lowercase().as_str() {
            "legal" | "law" => RequirementKind::Legal,
            "regulatory" | "regulator" | "regulation" => RequirementKind::Regulatory,
            "contractual" | "contract" => RequirementKind::Contractual,
            "internal" => RequirementKind::Internal,
            _ => return None,
        })
    }
}
