//! The frozen document: exact, stable, readable by later programs.

use serde_json::Value;
use sixtwo::domain::snapshot::{canonical, parse, sha256_hex};
use sixtwo::domain::status::Status;
use sixtwo::report::json;

use super::fixture::{day, frozen, halden, pair};

#[test]
fn the_document_of_one_objective_stands_as_agreed() {
    let mut made = halden();
    made.truncate(1);
    made[0].readings.retain(|r| r.measured_on >= day("2026-08-01"));
    made[0].objective.definition.start = day("2026-07-01");
    let bytes = canonical(&frozen(&made, 1, "2026-11-09")).expect("it is written");
    let value: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("it is JSON");
    insta::assert_snapshot!("canonical_snapshot", pretty);
}

#[test]
fn the_document_is_one_line_that_ends_with_a_line_feed_and_reads_back_the_same() {
    let snapshot = frozen(&halden(), 3, "2026-11-09");
    let bytes = canonical(&snapshot).expect("it is written");
    assert_eq!(bytes.iter().filter(|b| **b == b'\n').count(), 1);
    assert_eq!(bytes.last(), Some(&b'\n'));
    let back = parse(&bytes).expect("it is read");
    assert_eq!(back, snapshot);
    assert_eq!(canonical(&back).expect("it is written"), bytes);
    assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn numbers_stand_in_exact_decimal_text() {
    let bytes = canonical(&frozen(&halden(), 3, "2026-11-09")).expect("it is written");
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    assert!(text.contains("\"value\":91.489362,\"numerator\":43,\"denominator\":47"));
    assert!(text.contains("\"progress_pct\":70.8,\"elapsed_pct\":84.6"), "one decimal each");
}

#[test]
fn a_field_of_a_later_program_is_skipped() {
    let snapshot = frozen(&halden(), 3, "2026-11-09");
    let text = String::from_utf8(canonical(&snapshot).expect("it is written")).expect("it is UTF-8");
    let later = text.replacen("{\"schema\"", "{\"signature\":{\"by\":\"M. Berg\"},\"schema\"", 1);
    assert_ne!(later, text);
    assert_eq!(parse(later.as_bytes()).expect("it is read"), snapshot);
}

#[test]
fn a_period_is_missing_only_once_its_days_to_report_are_over() {
    let mut made = halden();
    made[0].readings.retain(|r| r.measured_on != day("2026-10-31"));
    let gaps = |as_of| -> Vec<String> {
        let snapshot = frozen(&made, 3, as_of);
        let patches = snapshot.objective("IT-2").expect("it is there");
        patches.series.iter().filter(|p| p.missing).map(|p| p.label.clone()).collect()
    };
    assert_eq!(gaps("2026-11-10"), ["May 2026"]);
    assert_eq!(gaps("2026-11-11"), ["May 2026", "Oct 2026"]);
}

#[test]
fn each_period_keeps_the_target_that_judged_it_and_how_late_it_was() {
    let snapshot = frozen(&halden(), 3, "2026-11-09");
    let patches = snapshot.objective("IT-2").expect("it is there");
    let period = |label: &str| patches.series.iter().find(|p| p.label == label).expect("the period is there");
    let target = |label| period(label).target.as_ref().map(|t| t.text().to_owned());
    assert_eq!(target("Dec 2025").as_deref(), Some("92"));
    assert_eq!(target("Jan 2026").as_deref(), Some("95"));
    assert_eq!((period("Apr 2026").days_late, period("Mar 2026").days_late), (35, 0));
    assert!(period("Jun 2026").corrected);
    assert_eq!(period("Jun 2026").correction, "two tickets were counted twice");
}

#[test]
fn a_value_is_never_written_across_its_target() {
    let mut made = halden();
    made.truncate(1);
    made[0].readings.truncate(1);
    made[0].readings[0].value = "9196/10000".parse().expect("a share");
    let snapshot = frozen(&made, 1, "2024-12-09");
    assert_eq!(snapshot.objectives[0].last_reading.as_ref().map(|r| r.shown.as_str()), Some("91.96 %"));
}

#[test]
fn counts_say_how_many_objectives_stand_where() {
    let snapshot = frozen(&halden(), 3, "2026-11-09");
    assert_eq!(snapshot.by_status.len(), Status::ALL.len());
    let counted: Vec<(Status, u32)> =
        snapshot.by_status.iter().filter(|c| c.objectives > 0).map(|c| (c.status, c.objectives)).collect();
    assert_eq!(counted, [(Status::OnTrack, 5), (Status::AtRisk, 3), (Status::OffTrack, 1), (Status::Unknown, 1)]);
}

#[test]
fn the_json_pack_holds_the_frozen_bytes_so_that_their_hash_can_be_checked() {
    let (before, now) = pair();
    let bytes = canonical(&now).expect("it is written");
    let changes = sixtwo::domain::changes::between(&before, &now);
    let pack = json::pack(&bytes, &sha256_hex(&bytes), Some(&changes)).expect("it is written");
    let value: Value = serde_json::from_slice(&pack).expect("it is JSON");
    assert_eq!(value["schema"], "sixtwo-pack-1");
    assert_eq!(value["changes"]["since"], 2);
    let text = String::from_utf8(pack).expect("it is UTF-8");
    let line = text.lines().nth(2).and_then(|line| line.strip_suffix(',')).expect("the third line");
    assert_eq!(value["snapshot_sha256"], sha256_hex(format!("{line}\n").as_bytes()));
}
