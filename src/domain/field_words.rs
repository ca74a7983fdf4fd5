//! The fields of entries as people read them: the same words in forms, history and comparisons.

/// What people call a field, by its contract name. One that has no word of its own is read with spaces.
pub fn field(name: &str) -> String {
    let word = match name {
        "parent" => "contributes to",
        "direction" => "better is",
        "operator" => "must be",
        "target_high" => "upper edge of the target",
        "warn" => "tolerated to",
        "floor" => "worst bearable",
        "baseline" => "start value",
        "baseline_date" => "day of the start value",
        "baseline_estimated" => "start value is a guess",
        "required_met" => "periods to meet",
        "frequency" => "measured",
        "grace_days" => "days to report",
        "fiscal_year_start" => "fiscal year from month",
        "waypoints" => "interim targets",
        "what" => "what will be done",
        "resources" => "needs",
        "how_evaluated" => "how judged",
        "evaluator" => "judged by",
        "collector" => "figures from",
        "metric_owner" => "metric kept by",
        "why_target" => "why this target",
        "links" => "serves",
        "population" => "what is counted",
        "cascade_note" => "why not broken down",
        "review_on" => "looked at again on",
        "number" => "version",
        "effective" => "judges from",
        "begins" => "counts from",
        "approved_ref" => "approval stands in",
        "approvers" => "approved by the people",
        "series" => "series",
        "retired_on" => "closed on",
        "closing_reason" => "why closed",
        "closed_by" => "closed by",
        "closing_ref" => "closing stands in",
        "successor" => "followed by",
        "done_on" => "done on",
        "measured_on" => "measured on",
        "decided_by" => "decided by",
        "stated_by" => "said by",
        "told_by" => "told by",
        "day" => "on",
        "next_date" => "next meeting",
        "attendees" => "here",
        "policy_version" => "version of the policy",
        "covered_by" => "met by",
        "treats" => "treats risk",
        "mandated" => "prescribes a metric",
        "active_from" => "active from",
        "active_until" => "active until",
        "giver" => "handed over by",
        "taker" => "taken over by",
        "codes" => "objectives",
        "accepted_by" => "accepted by",
        "accepted_on" => "accepted on",
        "no_change" => "why nothing changed",
        "started_on" => "begun on",
        "closed_on" => "closed on",
        "rule" => "check",
        "until" => "until",
        "lifted_on" => "taken up again on",
        "reach" => "told to",
        other => return other.replace('_', " "),
    };
    word.to_owned()
}

/// Fields that carry the unit of their objective.
pub fn carries_unit(name: &str) -> bool {
    matches!(name, "target" | "target_high" | "warn" | "floor" | "baseline" | "value")
}

/// Fields that only keep the books and tell people nothing.
pub fn is_bookkeeping(name: &str) -> bool {
    matches!(name, "seq" | "recorded_on" | "objective" | "created_on" | "started_at" | "closed_at" | "start_derived")
}
