//! `status` and `due` over several registers.

use crate::cli::desk::Desk;

fn two() -> Desk {
    let desk = Desk::furnished();
    desk.ok(&["new", "other.sixtwo", "--organization", "Norda GmbH"]);
    desk.write(
        "objectives.csv",
        "code,title,kind,unit,target,frequency,start\nN-1,Backups restore,maintain,%,100,M,2025-01-01\n",
    );
    desk.ok(&["-f", "other.sixtwo", "import", "objectives", "objectives.csv"]);
    desk
}

#[test]
fn each_line_says_whose_it_is() {
    let desk = two();
    let status = desk.ok(&["status", "r.sixtwo", "other.sixtwo"]);
    let heading = status.lines().next().unwrap_or_default();
    assert!(heading.starts_with("organization"), "{heading}");
    let line = |code: &str| status.lines().find(|line| line.contains(code)).unwrap_or_default().to_owned();
    assert!(line("IT-2").starts_with("Halden Medical"), "{status}");
    assert!(line("N-1").starts_with("Norda GmbH"), "{status}");
    let alone = desk.ok(&["status", "other.sixtwo"]);
    assert!(!alone.contains("Norda GmbH"), "one register needs no name on each line: {alone}");
}

#[test]
fn what_is_due_longest_stands_first_whosever_it_is() {
    let desk = two();
    let due = desk.run(&["due", "r.sixtwo", "other.sixtwo", "--json"]);
    assert_eq!(due.code, 3, "{}", due.err);
    let items: serde_json::Value = serde_json::from_str(&due.out).expect("JSON");
    let items = items.as_array().expect("an array");
    let days: Vec<&str> = items.iter().filter_map(|item| item["last_day"].as_str()).collect();
    assert!(days.len() > 1 && days.is_sorted(), "{days:?}");
    let whose = |name: &str| items.iter().any(|item| item["organization"] == name);
    assert!(whose("Halden Medical") && whose("Norda GmbH"), "{}", due.out);
}
