//! Editions from the shell, through the real program.

use serde_json::Value;

use crate::cli::desk::Desk;

const DRAFTS: &str = "\
code,title,owner,function,collector,metric,unit,direction,target,frequency,start,lifecycle
HR-2,Leaver access revoked in a day,A. Novak,HR,Service desk,closed in a day,%,higher,98,M,2026-01-01,draft
IT-2,Critical vulnerabilities in SLA,R. Okafor,IT,,closed in SLA,%,higher,95,M,2026-01-01,draft
";

const HARDER: &str = "\
code,title,owner,function,collector,metric,unit,direction,target,frequency,start,lifecycle
HR-2,Leaver access revoked in a day,A. Novak,HR,Service desk,closed in a day,%,higher,99,M,2026-01-01,draft
";

fn drafted() -> Desk {
    let desk = Desk::new();
    desk.write("drafts.csv", DRAFTS);
    desk.ok(&["import", "objectives", "drafts.csv"]);
    desk
}

fn approved() -> Desk {
    let desk = drafted();
    desk.ok(&[
        "edition",
        "approve",
        "--body",
        "Management review",
        "--people",
        "M. Berg; K. Lind",
        "--minutes",
        "MR 26-1",
        "--why",
        "the first list",
        "--cause",
        "year-end",
    ]);
    desk
}

/// The words without the places where a line was broken.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(value: &Value) -> Vec<&str> {
    value["told"].as_array().expect("an array").iter().filter_map(|told| told["audience"].as_str()).collect()
}

#[test]
fn the_life_of_an_edition_from_the_shell() {
    let desk = drafted();
    let next = desk.json(&["edition", "next"]);
    assert_eq!((next["number"].as_i64(), next["objectives"].as_i64()), (Some(1), Some(2)));
    assert_eq!(next["waiting"][0]["code"], "HR-2");
    let nothing = desk.run(&["edition", "list"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
    assert!(nothing.err.contains("no edition was approved yet"), "{}", nothing.err);

    let missing = desk.refused(&["edition", "approve", "--body", "Management review"]);
    assert!(missing.contains("say in one line why the list changed"), "{missing}");
    let done = desk.json(&["edition", "approve", "--body", "Management review", "--why", "the first list"]);
    assert_eq!((done["number"].as_i64(), done["undoable"].as_bool()), (Some(1), Some(false)));

    let list = desk.ok(&["edition", "list"]);
    assert!(list.contains("the first list") && list.lines().count() == 2, "{list}");
    let shown = desk.ok(&["edition", "show"]);
    for part in ["edition 1", "Management review", "nobody was told", "added", "HR-2", "IT-2"] {
        assert!(shown.contains(part), "`{part}` is missing in\n{shown}");
    }
    let status = desk.status("HR-2", &[]);
    assert_eq!(
        (status["version"].as_i64(), &status["draft"], &status["scheduled"]),
        (Some(1), &Value::Null, &Value::Null)
    );
    let unchanged = desk.refused(&["edition", "approve", "--body", "Management review"]);
    assert!(unchanged.contains("nothing changed since edition 1"), "{unchanged}");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn an_edition_says_who_approved_it_and_why() {
    let desk = approved();
    let edition = desk.json(&["edition", "show", "1"]);
    assert_eq!(edition["people"], serde_json::json!(["M. Berg", "K. Lind"]));
    assert_eq!((edition["cause"].as_str(), edition["minutes"].as_str()), (Some("year_end"), Some("MR 26-1")));
    assert_eq!(edition["members"][1], serde_json::json!({"code": "IT-2", "version": 1}));
    let probe = desk.ok(&["show", "HR-2"]);
    assert!(probe.contains("version 1 in edition 1"), "{probe}");
    assert!(probe.contains("by Management review, MR 26-1, M. Berg, K. Lind"), "{probe}");
    let refused = desk.run(&["undo", &desk.json(&["history", "--limit", "1"])[0]["seq"].to_string()]);
    assert_eq!(refused.code, 1, "{refused:?}");
}

#[test]
fn a_changed_target_waits_and_is_compared_word_by_word() {
    let desk = approved();
    desk.write("harder.csv", HARDER);
    desk.ok(&["import", "objectives", "harder.csv", "--update"]);
    assert_eq!(desk.status("HR-2", &[])["draft"], 2, "a draft version from a file waits");
    let probe = unwrapped(&desk.ok(&["show", "HR-2"]));
    assert!(probe.contains("draft 2 waits for approval") && probe.contains("Target was 98, is 99"), "{probe}");
    let next = desk.ok(&["edition", "next"]);
    assert!(next.contains("retargeted") && next.contains("Target: [-98-]{+99+}"), "{next}");
    desk.ok(&["edition", "approve", "--body", "Management review", "--why", "asked by the board"]);
    let diff = desk.json(&["edition", "diff", "1", "2"]);
    let line = &diff["objectives"][0];
    assert_eq!((line["code"].as_str(), line["fate"].as_str()), (Some("HR-2"), Some("retargeted")));
    assert_eq!((line["version_before"].as_i64(), line["version"].as_i64()), (Some(1), Some(2)));
    assert_eq!(line["changes"][0]["needs_approval"], true);
    let same = desk.ok(&["edition", "diff", "2"]);
    assert!(same.contains("the list in force now") && same.contains("2 objectives"), "{same}");
    let missing = desk.refused(&["edition", "diff", "1", "7"]);
    assert!(missing.contains("there is no edition 7; there are 1 to 2"), "{missing}");
}

#[test]
fn told_and_confirmed_from_the_shell() {
    let desk = approved();
    let open = desk.json(&["communicate", "--open"]);
    let names: Vec<&str> = open.as_array().expect("an array").iter().filter_map(|o| o["name"].as_str()).collect();
    assert_eq!(names, ["A. Novak", "R. Okafor", "Service desk"]);
    let texts = desk.ok(&["communicate", "--open", "--text", "--whom", "a. novak"]);
    assert!(texts.starts_with("A. Novak,") && texts.contains("HR-2  Leaver access revoked in a day"), "{texts}");

    desk.ok(&["communicate", "--edition", "1", "--everyone", "--function", "HR", "--channel", "intranet"]);
    desk.ok(&["communicate", "HR-2", "--to", "A. Novak", "--channel", "mail"]);
    desk.ok(&["acknowledge", "HR-2", "--by", "A. Novak", "--note", "answered"]);
    let probe = desk.json(&["show", "HR-2"]);
    assert_eq!(told(&probe), ["HR", "everyone", "A. Novak"]);
    assert_eq!(probe["confirmed"][0]["note"], "answered");
    assert_eq!((probe["standing_version"].as_i64(), probe["edition"].as_i64()), (Some(1), Some(1)));
    let told = desk.ok(&["show", "HR-2"]);
    assert!(told.contains("Told          HR ") && told.contains(", mail, confirmed "), "{told}");
    assert!(told.contains("Service desk: told with HR on "), "{told}");
    desk.ok(&["acknowledge", "--edition", "1", "--by", "Service desk"]);
    desk.ok(&["acknowledge", "--edition", "1", "--by", "R. Okafor"]);
    let done = desk.run(&["communicate", "--open"]);
    assert!(done.out.is_empty() && done.err.contains("everybody has confirmed"), "{done:?}");
    assert_eq!(desk.run(&["communicate"]).code, 2, "what was told must be said");
    assert_eq!(desk.run(&["communicate", "HR-2", "--open"]).code, 2);
    let nobody = desk.refused(&["communicate", "HR-2"]);
    assert!(nobody.contains("say who was told"), "{nobody}");
}

#[test]
fn retired_and_superseded_from_the_shell() {
    let desk = approved();
    desk.ok(&["record", "HR-2", "97", "--period", "2026-01"]);
    desk.ok(&["supersede", "HR-2", "--by", "HR-9", "--reason", "measured by the gateway now"]);
    let old = desk.ok(&["show", "HR-2"]);
    assert!(old.contains("Closed") && old.contains("superseded by HR-9: measured by the gateway now"), "{old}");
    let new = desk.ok(&["show", "HR-9"]);
    assert!(new.contains("Carries on    HR-2") && new.contains("2026-01-31 97"), "{new}");
    assert_eq!(desk.json(&["show", "HR-9"])["carries_on"], "HR-2");
    desk.ok(&[
        "retire",
        "IT-2",
        "--outcome",
        "achieved",
        "--reason",
        "held",
        "--by",
        "Management review",
        "--ref",
        "MR 26-2",
    ]);
    let closing = desk.json(&["show", "IT-2"])["closing"].clone();
    assert_eq!((closing["by"].as_str(), closing["ref"].as_str()), (Some("Management review"), Some("MR 26-2")));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn listing_who_has_not_confirmed_records_nothing() {
    let desk = approved();
    let before = desk.json(&["history"]).as_array().map(Vec::len);
    for words in [
        &["communicate", "HR-2", "--everyone", "--text"][..],
        &["communicate", "--edition", "1", "--everyone", "--whom", "A. Novak"],
        &["communicate", "--open", "--everyone"],
    ] {
        assert_eq!(desk.run(words).code, 2, "{words:?}");
    }
    assert_eq!(desk.json(&["history"]).as_array().map(Vec::len), before);
    let nobody = desk.run(&["communicate", "--open", "--whom", "Nobody"]);
    assert!(nobody.err.contains("nothing waits for a confirmation of Nobody"), "{nobody:?}");
}

#[test]
fn an_edition_is_not_approved_before_the_one_before_it() {
    let desk = approved();
    let early = desk.refused(&["edition", "approve", "--body", "Board", "--on", "2001-01-01", "--why", "again"]);
    assert!(early.contains("2001-01-01 is before edition 1, approved on"), "{early}");
    assert_eq!(desk.json(&["edition", "list"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn two_objectives_do_not_replace_each_other() {
    let desk = drafted();
    desk.write("more.csv", DRAFTS.replace("HR-2", "HR-3").replace("SEC-1", "SEC-3"));
    desk.ok(&["import", "objectives", "more.csv"]);
    let retire = |code, by| ["retire", code, "--outcome", "superseded", "--successor", by, "--reason", "merged"];
    desk.ok(&retire("HR-2", "HR-3"));
    let circle = desk.refused(&retire("HR-3", "HR-2"));
    assert!(circle.contains("circle: HR-3 → HR-2 → HR-3"), "{circle}");
}
