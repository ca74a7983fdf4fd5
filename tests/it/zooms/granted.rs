//! What was granted and spent, on the shell: in from a file, shown in words and JSON, checked and taken back.

use crate::cli::desk::Desk;

const FILE: &str = "code,title,metric,unit,direction,target,frequency,start,resources,granted,granted_by,granted_on,spent\n\
    A,Patches,closed in SLA,%,higher,95,M,2026-01-01,\"20 days, 15 000 EUR\",\"20 days, 10 000 EUR\",Board,2026-01-12,6 days\n";

#[test]
fn granted_and_spent_come_in_from_a_file_and_are_shown() {
    let desk = Desk::new();
    desk.write("objectives.csv", FILE);
    desk.ok(&["import", "objectives", "objectives.csv"]);
    let shown = desk.ok(&["show", "A"]);
    assert!(shown.contains("granted 20 days, 10 000 EUR by Board on 12 Jan 2026"), "{shown}");
    assert!(shown.contains("spent 6 days"), "{shown}");
    let json = desk.json(&["show", "A"])["plan"].clone();
    assert_eq!(json["granted"], "20 days, 10 000 EUR", "{json}");
    assert_eq!((&json["granted_by"], &json["granted_on"]), (&"Board".into(), &"2026-01-12".into()));
    assert_eq!(json["spent"], "6 days");
    assert!(desk.ok(&["import", "objectives", "objectives.csv"]).contains("1 unchanged"));
}

#[test]
fn a_change_of_what_was_granted_is_undone_and_the_chain_still_holds() {
    let desk = Desk::new();
    desk.write("objectives.csv", FILE);
    desk.ok(&["import", "objectives", "objectives.csv"]);
    desk.write("objectives.csv", FILE.replace("10 000", "15 000"));
    desk.ok(&["import", "objectives", "objectives.csv", "--update"]);
    assert_eq!(desk.json(&["show", "A"])["plan"]["granted"], "20 days, 15 000 EUR");
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["show", "A"])["plan"]["granted"], "20 days, 10 000 EUR");
    desk.ok(&["verify"]);
}
