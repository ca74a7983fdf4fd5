//! Scorecards: one reading serves the objectives list and what a regulator asks for.

use super::desk::Desk;

const TAGGED: &str = "\
code,title,metric,unit,direction,target,frequency,start,tags
A,Patches in time,closed in SLA,%,higher,95,M,2025-01-01,SEBI CSCRF CCI 2;DORA 6(8)
B,MFA coverage,accounts with MFA,%,higher,100,M,2025-01-01,sebi  cscrf cci 4
C,Restore tests,tests in RTO,%,higher,100,Q,2025-01-01,SEBI CSCRF
D,Phishing clicks,clicks,%,lower,5,Q,2025-01-01,DORA 6(8)
E,Training,trained,%,higher,95,Q,2025-01-01,
";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("objectives.csv", TAGGED);
    desk.ok(&["import", "objectives", "objectives.csv"]);
    desk
}

fn codes(desk: &Desk, scorecard: &str) -> Vec<String> {
    let rows = desk.json(&["status", "--scorecard", scorecard]);
    let mut codes: Vec<String> =
        rows.as_array().expect("an array").iter().map(|row| row["code"].as_str().expect("a code").to_owned()).collect();
    codes.sort();
    codes
}

#[test]
fn status_shows_the_objectives_of_one_scorecard() {
    let desk = desk();
    assert_eq!(codes(&desk, "SEBI CSCRF CCI"), ["A", "B"]);
    assert_eq!(codes(&desk, "sebi cscrf cci 2"), ["A"]);
    assert_eq!(codes(&desk, "SEBI CSCRF"), ["A", "B", "C"]);
    assert_eq!(codes(&desk, "DORA 6(8)"), ["A", "D"]);
    assert_eq!(codes(&desk, "DOR"), Vec::<String>::new());
    let shown = desk.ok(&["status", "--scorecard", "DORA 6(8)"]);
    assert!(shown.contains("Phishing clicks") && !shown.contains("MFA coverage"), "{shown}");
}

#[test]
fn one_reading_shows_on_every_scorecard_of_its_objective() {
    let desk = desk();
    desk.ok(&["record", "A", "97", "--period", "2025-01"]);
    for scorecard in ["SEBI CSCRF CCI", "DORA 6(8)"] {
        let rows = desk.json(&["status", "--scorecard", scorecard]);
        let row = rows.as_array().expect("an array").iter().find(|row| row["code"] == "A").expect("A is on it");
        assert_eq!(row["value"], 97, "{scorecard}");
    }
}

#[test]
fn a_scorecard_nobody_is_on_names_the_tags_there_are() {
    let desk = desk();
    let answer = desk.run(&["status", "--scorecard", "NIS2"]);
    assert_eq!(answer.code, 0);
    assert!(answer.err.contains("no objective is on the scorecard `NIS2`"), "{}", answer.err);
    assert!(answer.err.contains("`DORA 6(8)`") && answer.err.contains("`SEBI CSCRF CCI 2`"), "{}", answer.err);
    assert!(!answer.err.contains("import objectives"), "{}", answer.err);
}

#[test]
fn a_pack_shows_the_objectives_of_one_scorecard() {
    let desk = desk();
    desk.ok(&["record", "A", "97", "--period", "2025-01"]);
    desk.ok(&["snapshot", "take"]);
    desk.ok(&["record", "D", "4", "--period", "2025-03-31"]);
    desk.ok(&["snapshot", "take"]);
    desk.ok(&["export", "pack", "--format", "html", "--scorecard", "DORA 6(8)", "-o", "dora.html"]);
    let page = String::from_utf8(desk.read("dora.html")).expect("UTF-8");
    assert!(page.contains("Scorecard DORA 6(8): 2 of 5 objectives"), "{page}");
    assert!(page.contains("Phishing clicks") && page.contains("Patches in time"));
    assert!(!page.contains("MFA coverage") && !page.contains("Restore tests"));
}

#[test]
fn a_pack_for_a_scorecard_nobody_is_on_or_as_data_is_refused_with_the_way_on() {
    let desk = desk();
    desk.ok(&["snapshot", "take"]);
    let none = desk.refused(&["export", "pack", "--format", "html", "--scorecard", "NIS2", "-o", "x.html"]);
    assert!(none.contains("no objective of snapshot 1 is on the scorecard `NIS2`"), "{none}");
    let answer = desk.run(&["export", "pack", "--format", "json", "--scorecard", "DORA 6(8)", "-o", "x.json"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("so that its hash can be checked"), "{}", answer.err);
    assert!(!desk.path("x.html").exists() && !desk.path("x.json").exists());
}
