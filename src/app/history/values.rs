//! Values of the journal as people read them: dates, contract words, lists, numbers with their unit.

use serde_json::Value;

use crate::app::rules::BEGINNING;
use crate::domain::field_words::carries_unit;
use crate::domain::objective::{ClosingOutcome, Kind};
use crate::domain::operation::Operation;
use crate::domain::period::{Date, Frequency, parse_iso_date};
use crate::domain::reading::DecisionKind;
use crate::domain::refresh::RefreshAnswer;
use crate::domain::status::phrase::day;
use crate::domain::version::Cause;
use crate::domain::words;

/// One value of a field; empty for nothing.
pub(super) fn shown(field: &str, value: &Value, unit: &str) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => of_text(field, text, unit),
        Value::Array(items) => items.iter().map(of_item).collect::<Vec<_>>().join("; "),
        Value::Object(_) => of_item(value),
        number @ Value::Number(_) => with_unit(field, &number.to_string(), unit),
    }
}

fn of_text(field: &str, text: &str, unit: &str) -> String {
    if let Some(date) = parse_iso_date(text) {
        return if date == BEGINNING { "the beginning".to_owned() } else { day(date) };
    }
    match field {
        "kind" => Kind::from_word(text).map(words::kind).or_else(|| DecisionKind::from_word(text).map(words::decision)),
        "decision" => DecisionKind::from_word(text).map(words::decision),
        "cause" => Cause::from_word(text).map(words::cause),
        "answer" => RefreshAnswer::from_word(text).map(words::refresh_answer),
        "outcome" => ClosingOutcome::from_word(text).map(words::outcome),
        "frequency" => Frequency::from_letter(text).map(Frequency::word),
        _ => None,
    }
    .map_or_else(|| with_unit(field, &plain(field, text), unit), str::to_owned)
}

/// Words of the contracts lose their underscores; what people wrote stays as it is.
fn plain(field: &str, text: &str) -> String {
    match field {
        "kind" | "status" | "requirement" | "reach" | "state" | "level" => text.replace('_', " "),
        _ => text.to_owned(),
    }
}

fn with_unit(field: &str, text: &str, unit: &str) -> String {
    if carries_unit(field) && !unit.is_empty() { format!("{text} {unit}") } else { text.to_owned() }
}

/// An item of a list: a person, a code, a criterion, an interim target, a link, a member of an edition.
fn of_item(item: &Value) -> String {
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
    let dated = |name: &str| text(name).parse::<Date>().map_or_else(|_| text(name).to_owned(), day);
    match item {
        Value::String(text) => text.clone(),
        Value::Object(fields) if fields.contains_key("reference") => {
            let because = text("because");
            let because = if because.is_empty() { String::new() } else { format!(" ({because})") };
            format!("{} {}{because}", text("kind").replace('_', " "), text("reference"))
        }
        Value::Object(fields) if fields.contains_key("planned") => match text("planned") {
            "" => text("text").to_owned(),
            _ => format!("{} by {}", text("text"), dated("planned")),
        },
        Value::Object(fields) if fields.contains_key("date") => {
            let value = fields.get("value").map(|value| shown("", value, "")).unwrap_or_default();
            format!("{value} on {}", dated("date"))
        }
        Value::Object(fields) if fields.contains_key("version") => {
            let version = fields.get("version").map(ToString::to_string).unwrap_or_default();
            format!("{} version {version}", text("code"))
        }
        other => other.to_string(),
    }
}

/// What happened, where the changes themselves say nothing more.
pub(super) fn operation(op: Operation) -> &'static str {
    match op {
        Operation::RegisterCreate => "register created",
        Operation::ObjectiveCreate => "objective written",
        Operation::ObjectiveEdit => "objective changed",
        Operation::ObjectiveApprove => "put in force",
        Operation::ObjectiveRetire => "closed",
        Operation::ObjectiveImport => "objectives from a file",
        Operation::ReadingRecord => "reading entered",
        Operation::ReadingRestate => "reading corrected",
        Operation::ReadingImport => "readings from a file",
        Operation::SheetImport => "objectives and readings from a sheet",
        Operation::ReadingEvaluate => "meaning of a reading said",
        Operation::ReadingVoid => "reading taken out",
        Operation::CriterionFulfil => "criterion fulfilled",
        Operation::ObjectiveCheckin => "looked at",
        Operation::PeriodNotMeasured => "period not measured",
        Operation::SettingChange => "settings changed",
        Operation::ReviewPlan => "review planned",
        Operation::ReviewCancel => "review taken out of the calendar",
        Operation::ReviewPrepare => "review prepared",
        Operation::ReviewStep => "step of a review",
        Operation::ReviewCorrection => "correction looked at in a review",
        Operation::ReviewConclude => "conclusion of a review",
        Operation::ReviewStart => "review opened",
        Operation::ReviewAmend => "review changed",
        Operation::ReviewAnswer => "answered in a review",
        Operation::ReviewPark => "put aside in a review",
        Operation::ReviewBlock => "on track passed as a block",
        Operation::ReviewClose => "review closed",
        Operation::ActionAdd => "action agreed",
        Operation::ActionAmend => "action changed",
        Operation::ActionCheck => "effect of an action looked at",
        Operation::ActionComplete => "action done",
        Operation::SnapshotTake => "snapshot taken",
        Operation::EvidenceExport => "evidence handed over",
        Operation::SourceAdd => "source entered",
        Operation::SourceEdit => "source changed",
        Operation::SourceImport => "sources from a file",
        Operation::PolicyRenew => "new version of the policy walked through",
        Operation::DirectoryEdit => "directory changed",
        Operation::DirectoryImport => "people from a file",
        Operation::HandOver => "handed over",
        Operation::HandOverAccept => "hand-over accepted",
        Operation::Reorganize => "reorganized",
        Operation::BulkEdit => "several changed at once",
        Operation::ObjectiveSupersede => "replaced by another objective",
        Operation::EditionApprove => "edition approved",
        Operation::Communicate => "told",
        Operation::Acknowledge => "confirmed",
        Operation::RefreshStart => "refresh begun",
        Operation::RefreshAnswer => "answered in a refresh",
        Operation::RefreshClose => "refresh closed",
        Operation::AuditPlan => "audit planned",
        Operation::AuditRemove => "audit taken out of the calendar",
        Operation::FindingDismiss => "finding accepted",
        Operation::FindingLift => "acceptance taken back",
        Operation::Undo => "taken back",
        Operation::Redo => "done again",
        #[allow(unreachable_patterns, reason = "an operation without words of its own is still told, by its name")]
        other => other.word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_told_in_words() {
        for op in Operation::ALL {
            let said = operation(*op);
            assert!(!said.contains('.') && !said.contains('_'), "{op} is told as `{said}`");
        }
    }
}
