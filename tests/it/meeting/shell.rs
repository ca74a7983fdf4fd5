//! Meetings and actions on the shell.

use crate::cli::desk::Desk;

#[test]
fn a_management_review_is_planned_prepared_held_and_closed() {
    let desk = Desk::furnished();
    let planned = desk.json(&["review", "plan", "management", "2099-01-14", "--host", "Board meeting"]);
    assert_eq!(planned["number"], 1);
    desk.ok(&["review", "note", "1", "b", "a second site"]);
    desk.ok(&["review", "note", "1", "d4", "see the list"]);
    desk.ok(&["review", "prepare", "1", "IT-2", "--cause", "two hosts"]);
    desk.ok(&["review", "prepare", "1", "IT-2", "--wanted", "who pays"]);
    desk.ok(&["review", "describe", "1", "--assessment", "RA-2026", "--assessed-on", "2026-02-20"]);
    let shown = desk.json(&["review", "show", "1"]);
    assert_eq!((&shown["stage"], &shown["host"]), (&"planned".into(), &"Board meeting".into()));
    let waits: Vec<&str> = shown["waits_for"].as_array().expect("a list").iter().filter_map(|w| w.as_str()).collect();
    assert!(waits.contains(&"c") && !waits.contains(&"b") && waits.contains(&"IT-2 options"), "{waits:?}");
    assert!(desk.ok(&["review", "show", "1"]).contains("ready except c, e, g"));
    desk.ok(&["review", "open", "1", "--here", "M. Berg, R. Okafor"]);
    assert!(desk.refused(&["review", "close", "1"]).contains("what changes in the list"));
    desk.ok(&["review", "conclude", "1", "--no-change", "no new top risk"]);
    let closed = desk.ok(&["review", "close", "1", "--next", "2099-01-15"]);
    assert!(closed.contains("minutes in r-review-1.html and r-review-1.txt"), "{closed}");
    assert!(desk.path("r-review-1.html").exists() && desk.path("r-review-1.txt").exists());
    let shown = desk.json(&["review", "show", "1"]);
    assert_eq!((&shown["stage"], &shown["minutes"]["no_change"]), (&"closed".into(), &"no new top risk".into()));
    assert_eq!(shown["minutes"]["attendees"], serde_json::json!(["M. Berg", "R. Okafor"]));
    assert!(desk.ok(&["review", "list"]).contains("management review"));
    assert!(desk.ok(&["review", "calendar"]).contains("12 months"));
    assert_eq!(desk.json(&["review", "corrections"]), serde_json::json!([]));
    desk.ok(&["verify"]);
}

#[test]
fn actions_are_agreed_moved_done_and_looked_at() {
    let desk = Desk::furnished();
    desk.ok(&["action", "add", "patch window", "--owner", "Lind", "--due", "2026-03-31", "--for", "IT-2"]);
    desk.ok(&["action", "add", "second person", "--owner", "Tan", "--cause", "one knew how", "--check", "2099-01-01"]);
    desk.ok(&["action", "move", "1", "--due", "2026-04-30", "--reason", "Lind is ill"]);
    let open = desk.json(&["action", "list"]);
    assert_eq!(
        (&open[0]["due"], &open[0]["owner"], &open[1]["kind"]),
        (&"2026-04-30".into(), &"Lind".into(), &"corrective".into())
    );
    desk.ok(&["action", "done", "1", "--evidence", "change 8812"]);
    desk.ok(&["action", "done", "2"]);
    desk.ok(&["action", "check", "2", "--no-help", "--note", "it happened again"]);
    assert_eq!(desk.json(&["action", "list"]), serde_json::json!([]));
    let all = desk.json(&["action", "list", "--all"]);
    assert_eq!((&all[0]["state"], &all[1]["state"]), (&"done".into(), &"no_help".into()));
    assert!(desk.refused(&["action", "done", "9"]).contains("there is no action 9"));
    assert_eq!(desk.run(&["action", "check", "2", "--note", "neither"]).code, 2);
    assert_eq!(desk.run(&["review", "note", "1", "z", "text"]).code, 2);
}

#[test]
fn meetings_that_are_overdue_are_due() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["due"]).out, "nothing is due\n");
    let later = ["due", "--as-of", "2040-01-01"];
    let text = desk.run(&later);
    assert_eq!(text.code, 3, "{}", text.err);
    assert!(text.out.contains("management review overdue, ") && text.out.contains(" days, since "), "{}", text.out);
    let listed: serde_json::Value =
        serde_json::from_str(&desk.run(&[&later[..], &["--json"]].concat()).out).expect("JSON");
    let management = listed.as_array().expect("a list").iter().find(|entry| entry["meeting"] == "management");
    let management = management.expect("the management review");
    assert_eq!(management["freshness"], "overdue");
    assert!(management["days_overdue"].as_u64().is_some_and(|days| days > 0), "{management}");
    let calendar = desk.run(&[&later[..], &["--format", "ics"]].concat()).out;
    assert!(calendar.contains("SUMMARY:Management review is overdue"), "{calendar}");
}
