//! Audits as dates in the calendar: the next one is the day readiness is asked for (9.2).

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;

vocabulary! {
    /// What kind of audit it is.
    AuditKind {
        /// By the organization itself.
        Internal = "internal",
        /// First stage of a certification.
        Stage1 = "stage1",
        /// Second stage of a certification.
        Stage2 = "stage2",
        /// Between two certifications.
        Surveillance = "surveillance",
        /// The certificate is renewed.
        Recertification = "recertification",
    }
}

/// One audit, held or planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// What kind.
    pub kind: AuditKind,
    /// The first day.
    pub day: Date,
    /// Who audits.
    #[serde(default)]
    pub auditor: String,
    /// More of it.
    #[serde(default)]
    pub note: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// The next audit on or after a day.
pub fn next(audits: &[Audit], day: Date) -> Option<&Audit> {
    audits.iter().filter(|audit| audit.day >= day).min_by_key(|audit| (audit.day, audit.id))
}
