//! What an operation is about, so that a history can be looked through by subject.

use super::objective::vocabulary;
use super::operation::Operation;

vocabulary! {
    /// A subject of the history.
    Topic {
        /// Values, what they mean, periods not measured.
        Reading = "reading",
        /// Content and closing of objectives.
        Objective = "objective",
        /// What was put in force, alone or as an edition of the list.
        Approval = "approval",
        /// Meetings and what was agreed there.
        Review = "review",
        /// What objectives serve.
        Source = "source",
        /// Who is who, and who takes over.
        People = "people",
        /// Who was told, who confirmed.
        Communication = "communication",
        /// Walks through the list.
        Refresh = "refresh",
        /// Audits and accepted findings.
        Readiness = "readiness",
        /// Settings of the register.
        Setting = "setting",
        /// Frozen registers, and pages handed over.
        Snapshot = "snapshot",
        /// What came from files.
        Import = "import",
        /// What was taken back or done again.
        Undo = "undo",
    }
}

impl Topic {
    /// Whether an operation belongs to it; one may belong to several.
    pub fn covers(self, operation: Operation) -> bool {
        use Operation as Op;
        match self {
            Topic::Reading => matches!(
                operation,
                Op::ReadingRecord
                    | Op::ReadingRestate
                    | Op::ReadingImport
                    | Op::SheetImport
                    | Op::ReadingEvaluate
                    | Op::ReadingVoid
                    | Op::CriterionFulfil
                    | Op::ObjectiveCheckin
                    | Op::PeriodNotMeasured
            ),
            Topic::Objective => matches!(
                operation,
                Op::ObjectiveCreate
                    | Op::ObjectiveEdit
                    | Op::ObjectiveApprove
                    | Op::ObjectiveRetire
                    | Op::ObjectiveImport
                    | Op::SheetImport
                    | Op::HandOver
                    | Op::Reorganize
                    | Op::BulkEdit
                    | Op::ObjectiveSupersede
            ),
            Topic::Approval => matches!(operation, Op::ObjectiveApprove | Op::EditionApprove),
            Topic::Review => matches!(
                operation,
                Op::ReviewPlan
                    | Op::ReviewCancel
                    | Op::ReviewPrepare
                    | Op::ReviewStart
                    | Op::ReviewAmend
                    | Op::ReviewAnswer
                    | Op::ReviewPark
                    | Op::ReviewStep
                    | Op::ReviewCorrection
                    | Op::ReviewConclude
                    | Op::ReviewBlock
                    | Op::ReviewClose
                    | Op::ActionAdd
                    | Op::ActionAmend
                    | Op::ActionCheck
                    | Op::ActionComplete
            ),
            Topic::Source => {
                matches!(operation, Op::SourceAdd | Op::SourceEdit | Op::SourceImport | Op::PolicyRenew)
            }
            Topic::People => matches!(
                operation,
                Op::DirectoryEdit
                    | Op::DirectoryImport
                    | Op::HandOver
                    | Op::HandOverAccept
                    | Op::Reorganize
                    | Op::BulkEdit
            ),
            Topic::Communication => matches!(operation, Op::Communicate | Op::Acknowledge),
            Topic::Refresh => matches!(operation, Op::RefreshStart | Op::RefreshAnswer | Op::RefreshClose),
            Topic::Readiness => {
                matches!(operation, Op::AuditPlan | Op::AuditRemove | Op::FindingDismiss | Op::FindingLift)
            }
            Topic::Setting => matches!(operation, Op::SettingChange | Op::RegisterCreate),
            Topic::Snapshot => matches!(operation, Op::SnapshotTake | Op::EvidenceExport),
            Topic::Import => {
                matches!(
                    operation,
                    Op::ObjectiveImport | Op::ReadingImport | Op::SheetImport | Op::SourceImport | Op::DirectoryImport
                )
            }
            Topic::Undo => matches!(operation, Op::Undo | Op::Redo),
        }
    }

    /// The operations it covers.
    pub fn operations(self) -> impl Iterator<Item = Operation> {
        Operation::ALL.iter().copied().filter(move |operation| self.covers(*operation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_subject_and_every_subject_an_operation() {
        for operation in Operation::ALL {
            assert!(Topic::ALL.iter().any(|topic| topic.covers(*operation)), "{operation} is about nothing");
        }
        for topic in Topic::ALL {
            assert!(topic.operations().next().is_some(), "{topic} covers nothing");
        }
    }
}
