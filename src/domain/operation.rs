//! Operations: what happened to a register, in the field's words. Every write is one of them.

use super::objective::vocabulary;

vocabulary! {
    /// The name an entry of the journal carries.
    Operation {
        /// The register came to be.
        RegisterCreate = "register.create",
        /// A new objective.
        ObjectiveCreate = "objective.create",
        /// Changed content.
        ObjectiveEdit = "objective.edit",
        /// Drafts put in force by somebody entitled to.
        ObjectiveApprove = "objective.approve",
        /// Closed with an outcome.
        ObjectiveRetire = "objective.retire",
        /// Objectives from a file.
        ObjectiveImport = "objective.import",
        /// A reading.
        ReadingRecord = "reading.record",
        /// A later entry for a day that had one.
        ReadingRestate = "reading.restate",
        /// Readings from a file.
        ReadingImport = "reading.import",
        /// Objectives and readings from one sheet.
        SheetImport = "sheet.import",
        /// What a reading means, said after it was entered.
        ReadingEvaluate = "reading.evaluate",
        /// A reading taken out of every rule.
        ReadingVoid = "reading.void",
        /// A milestone criterion with its evidence.
        CriterionFulfil = "criterion.fulfil",
        /// Somebody looked at a milestone.
        ObjectiveCheckin = "objective.checkin",
        /// A period explained as not measured.
        PeriodNotMeasured = "period.not_measured",
        /// A setting of the register.
        SettingChange = "setting.change",
        /// A meeting put in the calendar.
        ReviewPlan = "review.plan",
        /// A planned meeting taken out of the calendar.
        ReviewCancel = "review.cancel",
        /// What is known about a meeting, or prepared for it.
        ReviewPrepare = "review.prepare",
        /// A meeting opened with its agenda.
        ReviewStart = "review.start",
        /// Who is here, or the next date.
        ReviewAmend = "review.amend",
        /// An agenda item answered.
        ReviewAnswer = "review.answer",
        /// An agenda item put aside or taken up again.
        ReviewPark = "review.park",
        /// How long an agenda item was looked at, or a step of the meeting gone through.
        ReviewStep = "review.step",
        /// Whether a decision stands after a correction.
        ReviewCorrection = "review.correction",
        /// What a meeting changes in the list, or why nothing changes.
        ReviewConclude = "review.conclude",
        /// All on-track items passed.
        ReviewBlock = "review.block",
        /// A meeting closed, its minutes frozen.
        ReviewClose = "review.close",
        /// A task agreed.
        ActionAdd = "action.add",
        /// A task that has another owner or date.
        ActionAmend = "action.amend",
        /// A corrective action looked at again.
        ActionCheck = "action.check",
        /// A task done.
        ActionComplete = "action.complete",
        /// The register frozen as of one moment.
        SnapshotTake = "snapshot.take",
        /// Auditor's pages handed over as a file; the register itself stays as it is.
        EvidenceExport = "evidence.export",
        /// A source entered.
        SourceAdd = "source.add",
        /// A source changed, closed or accepted.
        SourceEdit = "source.edit",
        /// Sources from a file.
        SourceImport = "source.import",
        /// A policy has a new version: each commitment kept, changed or dropped.
        PolicyRenew = "policy.renew",
        /// A person, role or function entered or changed.
        DirectoryEdit = "directory.edit",
        /// People from a file.
        DirectoryImport = "directory.import",
        /// Somebody takes over from somebody.
        HandOver = "objective.hand_over",
        /// The new owner accepts.
        HandOverAccept = "objective.hand_over_accept",
        /// Functions or parents of several objectives changed under one name.
        Reorganize = "objective.reorganize",
        /// The same change of several objectives.
        BulkEdit = "objective.bulk_edit",
        /// An objective replaced by another that carries its metric, trace and plan on.
        ObjectiveSupersede = "objective.supersede",
        /// An edition of the list approved.
        EditionApprove = "edition.approve",
        /// A version or an edition told.
        Communicate = "communication.add",
        /// Somebody confirmed to know it.
        Acknowledge = "communication.acknowledge",
        /// A walk through the list begun.
        RefreshStart = "refresh.start",
        /// One objective answered.
        RefreshAnswer = "refresh.answer",
        /// The walk closed.
        RefreshClose = "refresh.close",
        /// An audit planned or changed.
        AuditPlan = "audit.plan",
        /// An audit taken out of the calendar.
        AuditRemove = "audit.remove",
        /// A readiness finding accepted.
        FindingDismiss = "finding.dismiss",
        /// The acceptance taken back.
        FindingLift = "finding.lift",
        /// An earlier operation taken back.
        Undo = "undo",
        /// An undo taken back.
        Redo = "redo",
    }
}

impl Operation {
    /// Whether `undo` may take it back. Approvals, closed meetings and snapshots were relied upon by others: they are
    /// corrected by a further entry. What belongs to a meeting can be taken back while the meeting is open; that part
    /// needs the meeting and is asked where it is known.
    pub fn undoable(self) -> bool {
        !matches!(
            self,
            Operation::RegisterCreate
                | Operation::ObjectiveApprove
                | Operation::EditionApprove
                | Operation::RefreshClose
                | Operation::ReviewClose
                | Operation::SnapshotTake
                | Operation::EvidenceExport
                | Operation::Undo
        )
    }
}
