//! The vocabularies of status and of the lines of the rules behind it.

use super::Freshness;
use crate::domain::objective::vocabulary;

vocabulary! {
    /// Are we getting there?
    Status {
        /// Written, not in force.
        Draft = "draft",
        /// In force, nothing expected or nothing to judge yet.
        NotStarted = "not_started",
        /// As it should be.
        OnTrack = "on_track",
        /// Close, behind, a first breach, or a reading late.
        AtRisk = "at_risk",
        /// Breached again, far behind, or beyond bearing.
        OffTrack = "off_track",
        /// No current data: silence is never green.
        Unknown = "unknown",
        /// Reached.
        Achieved = "achieved",
        /// The date has passed without it.
        Missed = "missed",
        /// Closed.
        Retired = "retired",
    }
}

vocabulary! {
    /// The line of the rules that decided a status (DOMAIN 4.4).
    Reason {
        /// Not put in force.
        Draft = "draft",
        /// Closed.
        Retired = "retired",
        /// Its start lies ahead.
        BeforeStart = "before_start",
        /// No full period between start and due.
        NoPeriod = "no_period",
        /// Every applicable period was met.
        AllPeriodsMet = "all_periods_met",
        /// As many periods were met as had been agreed.
        EnoughPeriodsMet = "enough_periods_met",
        /// Too many periods were not met.
        PeriodsNotMet = "periods_not_met",
        /// Missing periods alone cost it.
        MissingEvidence = "missing_evidence",
        /// The first reading is not due or still in its days to report.
        FirstReadingPending = "first_reading_pending",
        /// Never measured although it was due.
        NeverMeasured = "never_measured",
        /// Only readings with nothing to count.
        NoApplicableReading = "no_applicable_reading",
        /// As it should be.
        Ok = "ok",
        /// Fails the target, within what is tolerated.
        WarnBand = "warn_band",
        /// Beyond the worst bearable value.
        BeyondFloor = "beyond_floor",
        /// Not met twice in a row.
        TwoConsecutiveBreaches = "two_consecutive_breaches",
        /// Not met once.
        FirstBreach = "first_breach",
        /// One expected reading is late.
        StaleOnePeriod = "stale_one_period",
        /// Two or more expected readings are late.
        StaleTwoPeriods = "stale_two_periods",
        /// The due period's reading meets the target.
        TargetMetAtDue = "target_met_at_due",
        /// The due period's reading does not meet it.
        NotMetAtDue = "not_met_at_due",
        /// No reading of the due period within its days to report.
        NoEvidenceAtDue = "no_evidence_at_due",
        /// The newest reading meets the target before the date.
        TargetMet = "target_met",
        /// No baseline to measure progress from.
        NoBaseline = "no_baseline",
        /// The interim target is met.
        WaypointMet = "waypoint_met",
        /// The interim target is missed within what is tolerated.
        WaypointNear = "waypoint_near",
        /// The interim target is missed.
        WaypointMissed = "waypoint_missed",
        /// No interim target has come yet.
        BeforeFirstWaypoint = "before_first_waypoint",
        /// Before the first interim target, and worse than at the start.
        WorseThanBaseline = "worse_than_baseline",
        /// Behind the line by more than the tolerance.
        Behind = "behind",
        /// Behind the line by more than the second tolerance.
        FarBehind = "far_behind",
        /// A milestone without criteria.
        NoCriteria = "no_criteria",
        /// All criteria evidenced in time.
        AllCriteriaMet = "all_criteria_met",
        /// All criteria evidenced, the last one after the due date.
        CompletedLate = "completed_late",
        /// The due date has passed with a criterion open.
        CriteriaOpenAtDue = "criteria_open_at_due",
        /// An open criterion is up to 30 days past its planned date.
        MilestoneOverdue = "milestone_overdue",
        /// An open criterion is more than 30 days past its planned date.
        MilestoneOverdueOver30d = "milestone_overdue_over_30d",
        /// Nothing evidenced and nobody checked in yet.
        NoCheckin = "no_checkin",
    }
}

impl Status {
    /// Place in the order of attention: what needs a person first comes first (DESIGN section 4).
    pub fn attention(self, freshness: Freshness) -> u8 {
        match self {
            Status::OffTrack => 0,
            Status::Missed => 1,
            Status::Unknown => 2,
            Status::AtRisk => 3,
            Status::NotStarted if matches!(freshness, Freshness::Overdue | Freshness::Never) => 4,
            Status::NotStarted => 5,
            Status::OnTrack => 6,
            Status::Achieved => 7,
            Status::Draft => 8,
            Status::Retired => 9,
        }
    }

    /// Whether a review must look at it one by one.
    pub fn is_exception(self) -> bool {
        matches!(self, Status::OffTrack | Status::Missed | Status::Unknown | Status::AtRisk)
    }
}
