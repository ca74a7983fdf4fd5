//! The agenda of a management review: the points of clause 9.3.2, with ids that never change.

use serde::{Deserialize, Serialize};

use crate::domain::objective::vocabulary;
use crate::domain::period::Date;

vocabulary! {
    /// A point of the agenda of clause 9.3.2.
    AgendaTopic {
        /// What became of earlier actions (a).
        PriorActions = "a_prior_actions",
        /// What changed around and inside the organization (b).
        ContextChanges = "b_context_changes",
        /// What changed in the needs of interested parties (c).
        InterestedPartyChanges = "c_interested_party_changes",
        /// Nonconformities and corrective actions (d 1).
        NonconformityTrends = "d1_nonconformity_trends",
        /// What monitoring and measurement say (d 2).
        MonitoringResults = "d2_monitoring_results",
        /// Results of audits (d 3).
        AuditResults = "d3_audit_results",
        /// How far the objectives are met (d 4).
        ObjectivesFulfilment = "d4_objectives_fulfilment",
        /// What interested parties say (e).
        InterestedPartyFeedback = "e_interested_party_feedback",
        /// Results of the risk assessment, state of the treatment (f).
        RiskAssessment = "f_risk_assessment",
        /// What could be better (g).
        ImprovementOpportunities = "g_improvement_opportunities",
    }
}

impl AgendaTopic {
    /// Its letter in the clause: `b`, `d 4`.
    pub fn letter(self) -> &'static str {
        match self {
            AgendaTopic::PriorActions => "a",
            AgendaTopic::ContextChanges => "b",
            AgendaTopic::InterestedPartyChanges => "c",
            AgendaTopic::NonconformityTrends => "d 1",
            AgendaTopic::MonitoringResults => "d 2",
            AgendaTopic::AuditResults => "d 3",
            AgendaTopic::ObjectivesFulfilment => "d 4",
            AgendaTopic::InterestedPartyFeedback => "e",
            AgendaTopic::RiskAssessment => "f",
            AgendaTopic::ImprovementOpportunities => "g",
        }
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            AgendaTopic::PriorActions => "What became of earlier actions",
            AgendaTopic::ContextChanges => "What changed around and inside us",
            AgendaTopic::InterestedPartyChanges => "What others now expect of us",
            AgendaTopic::NonconformityTrends => "Nonconformities and corrective actions",
            AgendaTopic::MonitoringResults => "What the measurements say",
            AgendaTopic::AuditResults => "Results of audits",
            AgendaTopic::ObjectivesFulfilment => "How far the objectives are met",
            AgendaTopic::InterestedPartyFeedback => "What others say about us",
            AgendaTopic::RiskAssessment => "Risks and their treatment",
            AgendaTopic::ImprovementOpportunities => "What could be better",
        }
    }

    /// Whether a person has to write it before the meeting: the register does not know it.
    pub fn is_prepared(self) -> bool {
        matches!(
            self,
            AgendaTopic::ContextChanges
                | AgendaTopic::InterestedPartyChanges
                | AgendaTopic::InterestedPartyFeedback
                | AgendaTopic::ImprovementOpportunities
        )
    }
}

/// What is said on a point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaNote {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// The meeting.
    pub review: i64,
    /// The point.
    pub topic: AgendaTopic,
    /// In words.
    pub text: String,
    /// Who wrote it.
    #[serde(default)]
    pub stated_by: String,
    /// The day it was entered.
    pub recorded_on: Date,
}
