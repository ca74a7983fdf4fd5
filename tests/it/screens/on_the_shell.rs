//! `history` and `refresh` through the binary.

use crate::cli::desk::Desk;

fn codes(listed: &serde_json::Value) -> Vec<String> {
    let all = listed.as_array().expect("an array").iter();
    all.map(|entry| entry["code"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn history_is_narrowed_by_person_kind_day_and_text() {
    let desk = Desk::furnished();
    desk.ok(&["record", "IT-2", "96", "--period", "2025-04", "--as", "R. Okafor", "--meaning", "weekend window held"]);
    desk.ok(&["record", "IT-2", "97", "--period", "2025-04", "--as", "R. Okafor", "--reason", "recounted"]);
    let of = |words: &[&str]| desk.json(&[&["history"], words].concat()).as_array().expect("an array").len();
    assert_eq!(of(&["--by", "okafor"]), 2);
    assert_eq!(of(&["--grep", "weekend WINDOW"]), 1);
    assert_eq!(of(&["--grep", "it-2", "--kind", "reading"]), 3, "two typed ones and the file");
    assert_eq!(of(&["--kind", "import"]), 2);
    assert_eq!(of(&["--to", "2020-01-01"]), 0);
    assert_eq!(desk.ok(&["history", "--to", "2020-01-01"]), "the history has no such entry\n");
    assert_eq!(of(&["HR-2", "--kind", "reading"]), 1);
    let corrected = desk.json(&["history", "--corrected-since", "2020-01-01"]);
    assert_eq!(corrected[0]["summary"], "IT-2: reading of 30 Apr 2025 corrected: 96 % → 97 %");
    assert_eq!(corrected[0]["marks"][0], "corrected");
    assert_eq!(corrected[0]["changes"][0]["before"], "96 %");
    assert_eq!(corrected.as_array().map(Vec::len), Some(1));
    let late = desk.json(&["history", "--late"]);
    assert_eq!(late.as_array().map(Vec::len), Some(1), "files are imported, not late, and a correction is not late");
    assert_eq!(late[0]["marks"][0], "reconstructed");
    let imported = desk.json(&["history", "--kind", "import"]);
    assert!(imported.as_array().expect("an array").iter().all(|entry| entry["marks"][0] == "imported"));
    let unknown = desk.run(&["history", "--kind", "nonsense"]);
    assert!(unknown.code == 2 && unknown.err.contains("known are reading"), "{unknown:?}");
}

#[test]
fn in_force_on_a_day_names_the_approval() {
    let desk = Desk::new();
    desk.write(
        "o.csv",
        "code,title,metric,unit,target,frequency,start,lifecycle,approved_on,approved_by\n\
         IT-2,Holes closed,closed,%,95,M,2025-01-01,in_force,2025-01-10,Board\n\
         DR-1,A draft,x,%,90,M,2025-01-01,draft,,\n",
    );
    desk.ok(&["import", "objectives", "o.csv"]);
    let listed = desk.json(&["history", "--in-force-on", "2099-01-01"]);
    assert_eq!(codes(&listed), ["IT-2"], "{listed:#}");
    assert_eq!((&listed[0]["approved_by"], &listed[0]["version"]), (&"Board".into(), &1.into()));
    let table = desk.ok(&["history", "--in-force-on", "2099-01-01"]);
    assert!(table.contains("Board") && table.contains("2025-01-10"), "{table}");
    assert_eq!(desk.ok(&["history", "--in-force-on", "2001-01-01"]), "nothing was in force on 2001-01-01\n");
    assert_eq!(codes(&desk.json(&["history", "--in-force-on", "2025-01-01"])), ["IT-2"], "begun, approved afterwards");
    let before = desk.ok(&["history", "--in-force-on", "2024-12-31"]);
    assert_eq!(
        before, "nothing was in force on 2024-12-31\n",
        "a file brings its past, not an approval before its day"
    );
    assert_eq!(desk.run(&["history", "--in-force-on", "2025-01-01", "--late"]).code, 2);
}

#[test]
fn a_refresh_from_start_to_end_on_the_shell() {
    let desk = Desk::new();
    desk.write(
        "o.csv",
        "code,title,metric,unit,target,frequency,start,due,lifecycle,links\n\
         IT-2,Holes closed,closed,%,95,M,2024-01-01,2024-12-31,in_force,risk:R-014\n\
         HR-1,Checklists,done,%,100,M,2024-01-01,,in_force,policy:4.1\n",
    );
    desk.ok(&["import", "objectives", "o.csv"]);
    let waiting = desk.json(&["refresh", "list"]);
    assert_eq!(waiting["triggers"][0]["cause"], "year_end", "{waiting:#}");
    assert!(desk.refused(&["refresh", "answer", "IT-2", "keep"]).contains("no refresh is open"));
    desk.ok(&["refresh", "start", "--cause", "year-end"]);
    let shown = desk.json(&["refresh", "show"]);
    assert_eq!(shown["unanswered"].as_array().map(Vec::len), Some(2), "{shown:#}");
    assert!(desk.refused(&["refresh", "close"]).contains("2 of 2 wait"));
    desk.ok(&["refresh", "answer", "IT-2", "keep"]);
    desk.ok(&["refresh", "answer", "HR-1", "retire", "--reason", "routine by now", "--outcome", "achieved"]);
    let shown = desk.json(&["refresh", "show"]);
    assert_eq!(shown["waiting"][0], "IT-2", "{shown:#}");
    desk.ok(&["edition", "approve", "--body", "Board", "--why", "year end"]);
    let closed = desk.ok(&["refresh", "close"]);
    assert!(closed.contains("refresh 1 closed with edition 1"), "{closed}");
    let list = desk.json(&["refresh", "list"]);
    assert_eq!((list["triggers"].as_array().map(Vec::len), &list["refreshes"][0]["edition"]), (Some(0), &1.into()));
    let due = &desk.status("IT-2", &[])["due"];
    assert!(due.as_str().is_some_and(|due| due > "2024-12-31" && due.ends_with("-12-31")), "{due}");
    assert_eq!(desk.json(&["verify"])["sound"], true);
    let table = desk.ok(&["refresh", "show", "1"]);
    assert!(
        table.contains("kept") && table.contains("still serves risk R-014") && table.contains("routine by now"),
        "{table}"
    );
}

#[test]
fn closing_a_refresh_freezes_its_answers() {
    let desk = Desk::new();
    desk.write(
        "o.csv",
        "code,title,metric,unit,target,frequency,start,lifecycle\n\
         IT-2,Holes closed,closed,%,95,M,2024-01-01,in_force\n\
         IT-3,Fixes tested,tested,%,95,M,2024-01-01,in_force\n\
         HR-1,Checklists,done,%,100,M,2024-01-01,in_force\n",
    );
    desk.ok(&["import", "objectives", "o.csv"]);
    desk.ok(&["refresh", "start", "--cause", "year_end"]);
    for code in ["HR-1", "IT-2"] {
        desk.ok(&["refresh", "answer", code, "keep", "--reason", "still right"]);
    }
    desk.ok(&["undo"]);
    assert!(desk.refused(&["refresh", "close", "--no-change", "the year was calm"]).contains("wait for an answer"));
    desk.ok(&["redo"]);
    desk.ok(&["retire", "IT-3", "--outcome", "cancelled", "--reason", "merged"]);
    let beside = desk.refused(&["refresh", "close", "--no-change", "the year was calm"]);
    assert!(beside.contains("something did change: IT-3"), "{beside}");
    desk.ok(&["undo"]);
    desk.ok(&["refresh", "answer", "IT-3", "keep", "--reason", "still right"]);
    desk.ok(&["refresh", "close", "--no-change", "the year was calm"]);
    let sentence = desk.refused(&["undo"]);
    assert!(sentence.contains("refresh 1 is closed; its answers are frozen"), "{sentence}");
}
