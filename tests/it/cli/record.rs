//! `record` in all its forms.

use super::desk::Desk;

fn readings(desk: &Desk, code: &str) -> Vec<(String, String)> {
    let shown = desk.json(&["show", code]);
    let readings = shown["readings"].as_array().expect("an array").clone();
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    readings.iter().map(|r| (text(&r["measured_on"]), text(&r["value"]))).collect()
}

#[test]
fn without_a_period_the_oldest_one_without_a_reading_is_taken_and_echoed() {
    let desk = Desk::furnished();
    let answer = desk.run(&["record", "HR-2", "66", "--meaning", "eleven leavers", "--decision", "continue"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.out.contains("HR-2") && answer.out.contains("Feb"), "the period is echoed: {}", answer.out);
    assert!(answer.err.contains("sixtwo undo"), "what takes it back is said: {}", answer.err);
    let shown = desk.json(&["show", "HR-2"]);
    let february = shown["readings"].as_array().expect("an array").iter().find(|r| r["measured_on"] == "2025-02-28");
    let february = february.unwrap_or_else(|| panic!("{shown:#}"));
    assert_eq!(february["value"].to_string(), "66");
    assert_eq!(february["entered_by"], "tester");
    assert_eq!(february["evaluation"], "eleven leavers");
    assert_eq!(february["decision"], "continue");
}

#[test]
fn a_share_keeps_both_parts_and_a_unit_may_stand_behind_a_number() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "45/47", "--period", "2025-04"]);
    desk.ok(&["record", "IT-2", "95,5 %", "--period", "2025-05-31"]);
    let readings = readings(&desk, "IT-2");
    assert!(readings.contains(&("2025-04-30".into(), "95.744681".into())), "{readings:?}");
    assert!(readings.contains(&("2025-05-31".into(), "95.5".into())), "{readings:?}");
}

#[test]
fn a_correction_keeps_the_earlier_entry() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "96", "--period", "2025-04"]);
    desk.ok(&["record", "IT-2", "97", "--period", "2025-04", "--reason", "two tickets were missing"]);
    let april: Vec<_> = readings(&desk, "IT-2").into_iter().filter(|(day, _)| day == "2025-04-30").collect();
    assert_eq!(april, [("2025-04-30".into(), "96".into()), ("2025-04-30".into(), "97".into())]);
}

#[test]
fn criteria_and_check_ins_speak_for_a_milestone() {
    let desk = Desk::furnished();
    desk.ok(&["record", "SEC-4", "--criterion", "1", "--done", "2025-06-20", "--evidence", "signed.pdf"]);
    desk.ok(&["record", "SEC-4", "--checkin", "--note", "pilot runs"]);
    let criteria = desk.json(&["show", "SEC-4"])["criteria"].clone();
    assert_eq!(
        (criteria[0]["done"].as_str(), criteria[0]["evidence"].as_str()),
        (Some("2025-06-20"), Some("signed.pdf"))
    );
    assert_eq!(criteria[1]["done"], serde_json::Value::Null);
    let why = desk.refused(&["record", "SEC-4", "--criterion", "3", "--done", "2025-06-20", "--evidence", "x"]);
    assert!(why.contains("SEC-4") && why.contains("1 to 2"), "{why}");
}

#[test]
fn a_period_that_was_not_measured_stays_missing_and_says_why() {
    let desk = Desk::furnished();
    desk.ok(&["record", "HR-2", "--not-measured", "no leavers list", "--period", "2025-02"]);
    let shown = desk.json(&["show", "HR-2"]);
    assert_eq!(shown["not_measured"][0]["reason"], "no leavers list");
    assert_eq!(shown["not_measured"][0]["period_end"], "2025-02-28");
    assert!(!readings(&desk, "HR-2").iter().any(|(day, _)| day == "2025-02-28"));
}

#[test]
fn what_cannot_be_recorded_changes_nothing_and_says_where() {
    let desk = Desk::furnished();
    let before = desk.read("r.sixtwo");
    for (words, part) in [
        (&["record", "IT-2", "many"][..], "many"),
        (&["record", "IT-2", "1,234"], "1,234"),
        (&["record", "IT-2", "40 h"], "h"),
        (&["record", "IT-2", "4/0"], "4/0"),
        (&["record", "IT-2", "95", "--period", "2025-Q1"], "2025-Q1"),
        (&["record", "IT-2", "95", "--period", "soon"], "soon"),
        (&["record", "NO-1", "95"], "NO-1"),
        (&["record", "SEC-4", "95"], "SEC-4"),
    ] {
        let why = desk.refused(words);
        assert!(why.contains(part), "{words:?} does not name {part}: {why}");
    }
    assert!(desk.refused(&["record", "IT2", "95"]).contains("IT-2"), "a near code is suggested");
    assert_eq!(desk.read("r.sixtwo"), before);
}

#[test]
fn a_measured_period_cannot_be_explained_as_not_measured() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "96", "--period", "2025-04"]);
    let said = desk.refused(&["record", "IT-2", "--not-measured", "no tool", "--period", "2025-04"]);
    assert!(said.contains("has a reading for Apr 2025"), "{said}");
}

#[test]
fn undo_and_redo_go_back_and_forth_over_a_correction() {
    let desk = Desk::furnished();
    let values = || readings(&desk, "IT-2").into_iter().filter(|(day, _)| day == "2025-04-30").collect::<Vec<_>>();
    desk.ok(&["record", "IT-2", "92", "--period", "2025-04"]);
    desk.ok(&["record", "IT-2", "80", "--period", "2025-04"]);
    let before = desk.status("IT-2", &[]);
    for verb in ["undo", "undo", "redo", "redo"] {
        desk.ok(&[verb]);
    }
    assert_eq!(desk.status("IT-2", &[]), before);
    assert_eq!(values().last(), Some(&("2025-04-30".to_owned(), "80".to_owned())));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn a_period_is_named_as_the_screen_shows_it() {
    let desk = Desk::new();
    desk.write("o.csv", "code,title,target,frequency,start\nQ,Hold,90,Q,2024-01-01\nH,Hold,90,H,2024-01-01\n");
    desk.ok(&["import", "objectives", "o.csv"]);
    desk.ok(&["record", "Q", "95", "--period", "Q3 2024"]);
    desk.ok(&["record", "H", "95", "--period", "h2 2024"]);
    assert_eq!(desk.status("Q", &[])["period_end"], "2024-09-30");
    assert_eq!(desk.status("H", &[])["period_end"], "2024-12-31");
}

#[test]
fn the_two_tolerances_do_not_cross() {
    let desk = Desk::new();
    assert!(desk.refused(&["settings", "set", "tolerance_behind", "30"]).contains("tolerance_far 25"));
    assert!(desk.refused(&["settings", "set", "tolerance_far", "9"]).contains("tolerance_behind would be 10"));
    desk.ok(&["settings", "set", "tolerance_far", "40"]);
    desk.ok(&["settings", "set", "tolerance_behind", "30"]);
}

#[test]
fn lines_from_stdin_are_answered_one_by_one() {
    let desk = Desk::furnished();
    let lines = "# from the ticket export\nIT-2 96 2025-04\n\nIT-2,97,2025-05\nHR-2 50/1 2025-02\n";
    let answer = desk.run_with(&["record", "-"], lines);
    assert_eq!(answer.code, 0, "{answer:?}");
    let answered: Vec<&str> = answer.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(answered, ["2", "4", "5"], "{}", answer.out);
}

#[test]
fn csv_with_a_header_brings_meaning_and_decision() {
    let desk = Desk::furnished();
    let lines = "code,period_end,value,evaluation,decision\nIT-2,2025-04-30,92.5,\"late, again\",act\n";
    let answer = desk.run_with(&["record", "-", "--json"], lines);
    assert_eq!(answer.code, 0, "{answer:?}");
    let said: serde_json::Value = serde_json::from_str(&answer.out).expect("one object per line");
    assert_eq!(said["touched"], serde_json::json!(["IT-2"]));
    let shown = desk.json(&["show", "IT-2"]);
    let april = shown["readings"].as_array().expect("an array").iter().find(|r| r["measured_on"] == "2025-04-30");
    assert_eq!(april.map(|r| r["evaluation"].clone()), Some("late, again".into()));
}

#[test]
fn a_bad_line_is_named_and_the_others_are_recorded() {
    let desk = Desk::furnished();
    let answer = desk.run_with(&["record", "-"], "IT-2 96 2025-04\nIT-2 lots 2025-05\nNO-9 1\nIT-2\nIT-2 97 2025-06\n");
    assert_eq!(answer.code, 1, "{answer:?}");
    for line in ["line 2: ", "line 3: ", "line 4: ", "3 of 5 lines"] {
        assert!(answer.err.contains(line), "{line}: {}", answer.err);
    }
    let readings = readings(&desk, "IT-2");
    assert!(readings.contains(&("2025-04-30".into(), "96".into())), "{readings:?}");
    assert!(readings.contains(&("2025-06-30".into(), "97".into())), "{readings:?}");
}
