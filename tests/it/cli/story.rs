//! The main job from the shell, across processes: create, bring in, record, look, approve, retire, freeze, write a
//! pack, check, take back, back up, restore.

use serde_json::Value;

use super::desk::Desk;

fn newest(desk: &Desk) -> Value {
    desk.json(&["history", "--limit", "1"])[0].clone()
}

#[test]
fn the_main_job_from_the_shell() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "46/48", "--period", "2025-04", "--meaning", "two late", "--decision", "act"]);

    let probe = desk.ok(&["show", "IT-2"]);
    for part in ["IT-2", "Critical vulnerabilities in SLA", "≥ 95 %", "R-014", "SEC-2", "R. Okafor", "two late", "act"]
    {
        assert!(probe.contains(part), "the probe does not show {part}:\n{probe}");
    }
    assert!(probe.lines().count() <= 40, "the probe fits one screen:\n{probe}");

    let slogan = desk.refused(&["approve", "DR-1", "--by", "Management review"]);
    assert!(slogan.contains("target"), "a draft without a target is not put in force: {slogan}");
    desk.write("draft.csv", "code,title,metric,target,frequency,lifecycle\nDR-2,Phishing clicks,clicks,5,M,draft\n");
    desk.ok(&["import", "objectives", "draft.csv"]);
    assert_eq!(desk.status("DR-2", &[])["status"], "draft");
    desk.ok(&["approve", "DR-2", "--by", "Management review", "--on", "2026-01-14", "--ref", "minutes 26-1"]);
    assert_eq!(desk.status("DR-2", &[])["status"], "not_started");
    desk.ok(&["retire", "SEC-2", "--outcome", "cancelled", "--reason", "measured elsewhere"]);
    assert_eq!(desk.status("SEC-2", &[])["status"], "retired");

    desk.ok(&["settings", "set", "tolerance_behind", "15"]);
    let settings = desk.json(&["settings", "list"]);
    let tolerance = settings.as_array().expect("an array").iter().find(|s| s["name"] == "tolerance_behind");
    assert_eq!(tolerance.map(|s| s["value"].clone()), Some("15".into()));

    desk.ok(&["snapshot", "take", "--name", "Q1"]);
    let snapshots = desk.json(&["snapshot", "list"]);
    assert_eq!((snapshots[0]["number"].as_i64(), snapshots[0]["name"].as_str()), (Some(1), Some("Q1")));
    desk.ok(&["export", "pack", "--format", "html", "-o", "pack.html"]);
    desk.ok(&["export", "pack", "--format", "json", "-o", "pack.json"]);
    let page = String::from_utf8(desk.read("pack.html")).expect("UTF-8");
    assert!(page.contains("Halden Medical") && page.contains("IT-2") && !page.contains("<script"));
    serde_json::from_slice::<Value>(&desk.read("pack.json")).expect("the pack is JSON");

    assert_eq!(desk.json(&["verify"])["sound"], true);
    assert_eq!(desk.json(&["verify", "--quick"])["sound"], true);
}

#[test]
fn a_pack_of_one_snapshot_has_the_same_bytes_twice() {
    let desk = Desk::furnished();
    desk.ok(&["snapshot", "take"]);
    desk.ok(&["export", "pack", "--format", "html", "-o", "a.html"]);
    desk.ok(&["record", "IT-2", "99", "--period", "2025-04"]);
    desk.ok(&["export", "pack", "--format", "html", "--snapshot", "1", "-o", "b.html"]);
    assert!(desk.read("a.html") == desk.read("b.html"));
}

#[test]
fn undo_and_redo_work_in_later_processes() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "91", "--period", "2025-04"]);
    let recorded = newest(&desk);
    assert_eq!((recorded["op"].as_str(), recorded["actor"].as_str()), (Some("reading.record"), Some("tester")));

    desk.ok(&["undo"]);
    let undone = newest(&desk);
    assert_eq!(undone["undoes"], recorded["seq"]);
    let april = |desk: &Desk| {
        let shown = desk.json(&["show", "IT-2"]);
        let readings = shown["readings"].as_array().expect("an array").clone();
        readings.into_iter().filter(|r| r["measured_on"] == "2025-04-30").map(|r| r["voided_seq"].clone()).collect()
    };
    let voided: Vec<Value> = april(&desk);
    assert_eq!(voided, [undone["seq"].clone()], "a reading taken back is voided, not deleted");

    desk.ok(&["redo"]);
    assert_eq!(april(&desk), [undone["seq"].clone(), Value::Null], "done again as a new entry beside the voided one");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn somebody_elses_operation_is_taken_back_by_its_number_only() {
    let desk = Desk::furnished();
    desk.ok(&["--as", "A. Novak", "record", "IT-2", "91", "--period", "2025-04"]);
    let theirs = newest(&desk)["seq"].to_string();
    desk.ok(&["undo", &theirs]);
    assert_eq!(newest(&desk)["undoes"].to_string(), theirs);
    desk.refused(&["undo", "99999"]);
}

#[test]
fn a_backup_brings_a_register_back() {
    let desk = Desk::furnished();
    desk.ok(&["backup", "copy.sixtwo"]);
    let copy = desk.read("copy.sixtwo");
    let why = desk.refused(&["backup", "copy.sixtwo"]);
    assert!(why.contains("copy.sixtwo"), "{why}");
    let kept = newest(&desk);
    desk.ok(&["record", "IT-2", "10", "--period", "2025-04"]);

    desk.ok(&["restore", "copy.sixtwo"]);
    assert_eq!(newest(&desk)["seq"], kept["seq"]);
    assert_eq!(desk.read("copy.sixtwo"), copy, "the backup stays");
    let aside = desk.contents().into_iter().filter(|(path, _)| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("r") && name != "r.sixtwo" && name.contains("sixtwo")
    });
    assert_eq!(aside.count(), 1, "the register that was there is kept");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::furnished();
    let before = newest(&desk)["seq"].clone();
    for (what, file) in [("objectives", "objectives.csv"), ("readings", "readings.csv")] {
        let report = desk.json(&["import", what, file]);
        assert_eq!((report["created"].as_u64(), report["updated"].as_u64()), (Some(0), Some(0)), "{report:#}");
    }
    assert_eq!(newest(&desk)["seq"], before);
}

#[test]
fn one_bad_row_stops_a_file_and_is_named() {
    let desk = Desk::furnished();
    desk.write("more.csv", "code,period_end,value\nIT-2,2025-05-31,96\nIT-2,2025-06-31,96\n");
    let before = newest(&desk)["seq"].clone();
    let answer = desk.run(&["import", "readings", "more.csv"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.err.contains("more.csv:3:period_end"), "{}", answer.err);
    assert_eq!(newest(&desk)["seq"], before);
    let report = desk.json(&["import", "readings", "more.csv", "--skip-invalid"]);
    assert_eq!((report["created"].as_u64(), report["skipped"].as_u64()), (Some(1), Some(1)), "{report:#}");
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let desk = Desk::furnished();
    desk.write("more.csv", "Ref,Month,Result\nIT-2,2025-05-31,96\n");
    let before = desk.contents();
    let words = ["import", "readings", "more.csv", "--map", "code=Ref", "--map", "period_end=Month"];
    let words = [&words[..], &["--map", "value=Result", "--dry-run"]].concat();
    assert_eq!(desk.json(&words)["created"], 1);
    assert!(desk.contents() == before);
    desk.ok(&words[..words.len() - 1]);
    assert!(desk.ok(&["show", "IT-2"]).contains("May 2025"));
}
