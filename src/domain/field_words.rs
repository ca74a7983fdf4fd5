//! The fields of entries as people read them inside a sentence.

use super::words;

/// What people call a field inside a sentence, by its contract name. One without a word of its own is read with spaces.
pub fn field(name: &str) -> String {
    let label = words::field(name);
    if label != name {
        return label.to_lowercase();
    }
    let word = match name {
        "baseline_date" => "day of the start value",
        "baseline_estimated" => "start value is a guess",
        "number" => "version",
        "effective" => "judges from",
        "begins" => "counts from",
        "approved_ref" => "approval stands in",
        "approvers" => "approved by the people",
        "retired_on" => "closed on",
        "closing_reason" => "why closed",
        "closing_ref" => "closing stands in",
        "successor" => "followed by",
        "day" => "on",
        "stated_by" => "said by",
        "next_date" => "next meeting",
        "attendees" => "here",
        "policy_version" => "version of the policy",
        "covered_by" => "met by",
        "treats" => "treats risk",
        "mandated" => "prescribes a metric",
        "giver" => "handed over by",
        "taker" => "taken over by",
        "codes" => "objectives",
        "no_change" => "why nothing changed",
        "started_on" => "begun on",
        "rule" => "check",
        "lifted_on" => "taken up again on",
        "reach" => "told to",
        "host" => "part of",
        "assessment" => "risk assessment considered",
        "assessment_on" => "day of the risk assessment",
        "wanted" => "decision wanted",
        "check_on" => "looked at again on",
        "checked_on" => "effect looked at on",
        "helped" => "it helped",
        "check_note" => "what was seen",
        "approver" => "approved by",
        "shown_in" => "shown in review",
        "stands" => "decision stands",
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
    matches!(
        name,
        "seq"
            | "recorded_on"
            | "objective"
            | "created_on"
            | "started_at"
            | "closed_at"
            | "start_derived"
            | "minutes_hash"
            | "steps"
            | "seconds"
    )
}
