//! Reviews: RC-60 to RC-62.

use super::{Check, Parameter, ParameterKind, Run, Scope};
use crate::domain::readiness::Severity;
use crate::domain::readiness::checks::reviews;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "RC-60",
        title: "Review meeting skipped",
        scope: Scope::Register,
        severity: Severity::Observation,
        escalates_to: None,
        escalation: "",
        clause: "9.1 e; 6.2 d",
        message: "No objectives review is recorded for {period}.",
        fix: "Hold a 15-minute review or record why not.",
        caution: "Cadence is set by the organization.",
        parameters: &[
            Parameter {
                name: "days",
                kind: ParameterKind::Days,
                default: "30",
                meaning: "days after a review period in which the meeting may follow",
            },
            Parameter {
                name: "months",
                kind: ParameterKind::Cadence,
                default: "3",
                meaning: "months between two reviews: 1, 3, 6 or 12",
            },
        ],
        field: "",
        place: None,
        run: Run::Register(reviews::skipped),
    },
    Check {
        id: "RC-61",
        title: "Not in management review",
        scope: Scope::Register,
        severity: Severity::Minor,
        escalates_to: Some(Severity::Major),
        escalation: "if none ever",
        clause: "9.3.1; 9.3.2 d 4",
        message: "The last management review shows no objectives result.",
        fix: "Attach the snapshot and minute the decisions.",
        caution: "Planned interval may differ: use the configured interval.",
        parameters: &[Parameter {
            name: "months",
            kind: ParameterKind::Months,
            default: "12",
            meaning: "months between two management reviews",
        }],
        field: "",
        place: Some(7),
        run: Run::Register(reviews::no_management_review),
    },
    Check {
        id: "RC-62",
        title: "Management review without decision on lagging objectives",
        scope: Scope::Review,
        severity: Severity::Minor,
        escalates_to: None,
        escalation: "",
        clause: "9.3.3; 10.1",
        message: r#"Management saw "{title}" {status} and decided nothing."#,
        fix: r#"Record decision, even "accept until {date}"."#,
        caution: "",
        parameters: &[],
        field: "decision",
        place: None,
        run: Run::Register(reviews::seen_without_decision),
    },
];
