//! What changed between two snapshots.

use sixtwo::domain::changes::{Changes, between};
use sixtwo::domain::status::Status;

use super::fixture::{day, frozen, halden, pair};

fn changes() -> Changes {
    let (before, now) = pair();
    between(&before, &now)
}

#[test]
fn a_new_objective_a_moved_date_and_a_corrected_value_are_named() {
    let changes = changes();
    let added: Vec<&str> = changes.added.iter().map(|n| n.code.as_str()).collect();
    assert_eq!(added, ["HR-3"]);
    let moved: Vec<_> = changes.retargeted.iter().map(|r| (r.code.as_str(), r.target.clone(), r.due)).collect();
    assert_eq!(moved, [("HR-2", None, Some((Some(day("2026-09-30")), Some(day("2026-12-31")))))]);
    let corrected: Vec<_> = changes
        .corrected
        .iter()
        .map(|c| (c.code.as_str(), c.label.as_str(), c.before.as_str(), c.now.as_str()))
        .collect();
    assert_eq!(corrected, [("HR-2", "Aug 2026", "41 h", "47 h")]);
    assert_eq!(changes.corrected[0].reason, "two leavers were missing from the export");
}

#[test]
fn status_changes_carry_both_sides_and_the_reason() {
    let changes = changes();
    let patches = changes.status.iter().find(|c| c.code == "IT-2").expect("it became worse");
    assert_eq!((patches.before.0, patches.now.0), (Status::AtRisk, Status::OffTrack));
    assert!(patches.why.contains("for the second period in a row"), "{}", patches.why);
}

#[test]
fn new_readings_and_decisions_are_those_the_earlier_snapshot_did_not_hold() {
    let changes = changes();
    let patches = changes.readings.iter().find(|r| r.code == "IT-2").expect("it was measured");
    let labels: Vec<&str> = patches.periods.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["Sep 2026", "Oct 2026"]);
    let decided: Vec<_> = changes.decisions.iter().map(|d| (d.code.as_str(), d.decision.on)).collect();
    assert_eq!(decided, [("IT-2", day("2026-10-08")), ("HR-2", day("2026-10-08"))]);
}

#[test]
fn a_reading_that_was_taken_back_is_a_change_too() {
    let now = frozen(&halden(), 3, "2026-11-09");
    let mut made = halden();
    made[0].readings.retain(|r| r.measured_on != day("2026-03-31"));
    let changes = between(&now, &frozen(&made, 4, "2026-11-09"));
    let taken: Vec<_> =
        changes.corrected.iter().map(|c| (c.label.as_str(), c.before.as_str(), c.now.as_str())).collect();
    assert_eq!(taken, [("Mar 2026", "95.7 %", "")]);
}

#[test]
fn closed_and_withdrawn_objectives_are_told_apart() {
    let before = frozen(&halden(), 3, "2026-11-09");
    let mut now = before.clone();
    now.objectives[0].status = Status::Retired;
    now.objectives[0].closing = "achieved on 2026-11-01: replaced".to_owned();
    let gone = now.objectives.remove(1).code;
    let changes = between(&before, &now);
    assert_eq!(changes.retired.len(), 1);
    assert_eq!(changes.retired[0].note, "achieved on 2026-11-01: replaced");
    assert_eq!(changes.withdrawn.len(), 1);
    assert_eq!(changes.withdrawn[0].code, gone);
}

#[test]
fn the_same_register_has_no_changes() {
    let now = frozen(&halden(), 3, "2026-11-09");
    assert!(between(&now, &now).is_empty());
}
