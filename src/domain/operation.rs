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
        /// A meeting opened with its agenda.
        ReviewStart = "review.start",
        /// Who is here, or the next date.
        ReviewAmend = "review.amend",
        /// An agenda item answered.
        ReviewAnswer = "review.answer",
        /// An agenda item put aside or taken up again.
        ReviewPark = "review.park",
        /// All on-track items passed.
        ReviewBlock = "review.block",
        /// A meeting closed, its minutes frozen.
        ReviewClose = "review.close",
        /// A task agreed.
        ActionAdd = "action.add",
        /// A task done.
        ActionComplete = "action.complete",
        /// The register frozen as of one moment.
        SnapshotTake = "snapshot.take",
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
                | Operation::ReviewClose
                | Operation::SnapshotTake
                | Operation::Undo
        )
    }
}
