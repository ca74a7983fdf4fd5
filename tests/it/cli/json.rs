//! What scripts rely on: keys, exact numbers, null where there is nothing.

use super::desk::Desk;

/// The contract of `status --json`, in its order.
const KEYS: [&str; 25] = [
    "schema",
    "code",
    "title",
    "kind",
    "level",
    "function",
    "parent",
    "owner",
    "status",
    "freshness",
    "reason",
    "why",
    "verdict",
    "pace",
    "value",
    "numerator",
    "denominator",
    "unit",
    "target",
    "operator",
    "period_end",
    "due",
    "missed_periods",
    "progress_pct",
    "elapsed_pct",
];

#[test]
fn every_objective_has_every_key() {
    let desk = Desk::furnished();
    let all = desk.json(&["status"]);
    let objectives = all.as_array().expect("an array");
    assert_eq!(objectives.len(), 5);
    for objective in objectives {
        for key in KEYS {
            assert!(objective.get(key).is_some(), "{key} is missing in {objective}");
        }
        assert!(objective["why"].as_str().is_some_and(|why| why.len() > 10), "{objective}");
    }
}

#[test]
fn numbers_are_exact_and_a_share_stays_on_its_side_of_the_target() {
    let desk = Desk::furnished();
    let february = desk.status("IT-2", &["--as-of", "2025-03-20"]);
    assert_eq!(february["value"].to_string(), "95.744681");
    assert_eq!(february["numerator"].to_string(), "45");
    assert_eq!(february["denominator"].to_string(), "47");
    assert_eq!((february["status"].as_str(), february["verdict"].as_str()), (Some("on_track"), Some("met")));
    let march = desk.status("IT-2", &["--as-of", "2025-04-05"]);
    assert_eq!(march["value"].to_string(), "94.96");
    assert_eq!((march["status"].as_str(), march["verdict"].as_str()), (Some("at_risk"), Some("near")));
    assert_eq!(march["reason"], "warn_band");
    assert_eq!(march["target"].to_string(), "95");
    assert_eq!(march["operator"], ">=");
    assert_eq!(march["period_end"], "2025-03-31");
    assert_eq!(march["parent"], "SEC-2");
}

#[test]
fn reach_says_its_pace_before_the_due_date() {
    let desk = Desk::furnished();
    let leavers = desk.status("HR-2", &["--as-of", "2025-04-08"]);
    assert_eq!(leavers["verdict"], serde_json::Value::Null);
    assert_eq!(leavers["pace"], "on_pace");
    assert_eq!(leavers["progress_pct"].to_string(), "15.6");
    assert_eq!(leavers["elapsed_pct"].to_string(), "16.3");
    assert_eq!(leavers["due"], "2026-06-30");
}

#[test]
fn a_draft_and_a_milestone_have_null_where_nothing_applies() {
    let desk = Desk::furnished();
    let draft = desk.status("DR-1", &[]);
    for key in ["verdict", "pace", "value", "target", "operator", "owner", "period_end", "due", "progress_pct"] {
        assert_eq!(draft[key], serde_json::Value::Null, "{key}");
    }
    assert_eq!((draft["status"].as_str(), draft["freshness"].as_str()), (Some("draft"), Some("not_due")));
    let milestone = desk.status("SEC-4", &[]);
    assert_eq!((milestone["kind"].as_str(), milestone["target"].is_null()), (Some("milestone"), true));
    assert_eq!(milestone["status"], "missed");
}

#[test]
fn the_list_stands_in_the_order_of_attention() {
    let desk = Desk::furnished();
    let all = desk.json(&["status"]);
    let rank = |status: &str| {
        let order = ["off_track", "missed", "unknown", "at_risk", "not_started", "on_track", "achieved", "draft"];
        order.iter().position(|s| *s == status).unwrap_or_else(|| panic!("{status}"))
    };
    let ranks: Vec<usize> =
        all.as_array().expect("an array").iter().map(|o| rank(o["status"].as_str().expect("a word"))).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

#[test]
fn several_registers_make_one_list() {
    let desk = Desk::furnished();
    std::fs::copy(desk.path("r.sixtwo"), desk.path("second.sixtwo")).expect("a copy");
    let all = desk.json(&["status", "r.sixtwo", "second.sixtwo"]);
    assert_eq!(all.as_array().expect("an array").len(), 10);
}

#[test]
fn the_table_says_the_same_in_words() {
    let desk = Desk::furnished();
    let table = desk.ok(&["status", "--as-of", "2025-04-05"]);
    let line = table.lines().find(|line| line.contains("IT-2")).unwrap_or_else(|| panic!("{table}"));
    assert!(line.contains("▲ at risk") && line.contains("Mar 2025, in time"), "{line}");
    assert!(!line.contains("95 %  ≥"), "94.96 must not read as 95: {line}");
    assert!(!table.contains('\u{1b}'), "no colour into a pipe");
}

#[test]
fn due_finds_what_waits_with_exit_code_3() {
    let desk = Desk::furnished();
    let answer = desk.run(&["due", "--json"]);
    assert_eq!(answer.code, 3, "{answer:?}");
    let items: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    let codes: Vec<&str> = items.as_array().expect("an array").iter().filter_map(|i| i["code"].as_str()).collect();
    assert!(codes.contains(&"IT-2") && codes.contains(&"SEC-2"), "{codes:?}");
    assert!(!codes.contains(&"DR-1"), "nothing is expected of a draft");
    let empty = Desk::new().run(&["due"]);
    assert_eq!((empty.code, empty.out.as_str()), (0, "nothing is due\n"));
}

#[test]
fn known_at_hides_what_the_journal_did_not_hold() {
    let desk = Desk::furnished();
    let newest = desk.json(&["history", "--limit", "1"])[0]["seq"].to_string();
    desk.ok(&["record", "IT-2", "99", "--period", "2025-04"]);
    assert_eq!(desk.status("IT-2", &[])["value"].to_string(), "99");
    assert_eq!(desk.status("IT-2", &["--known-at", &newest])["value"].to_string(), "94.96");
    let shown = desk.json(&["show", "IT-2", "--known-at", &newest]);
    assert!(!shown["readings"].to_string().contains("2025-04-30"), "{shown:#}");
}
