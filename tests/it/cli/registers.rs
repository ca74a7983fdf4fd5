//! `import sources` and `import people`, on the shell.

use super::desk::Desk;

const SOURCES: &str =
    "ref,kind,title,level,status,detail\n4.2,commitment,Timely patching,,open,\nR-014,risk,Exploitation,high,open,\n";
const PEOPLE: &str = "name,role,function,email,from,until\nM. Silva,CISO,Security,silva@example.org,2024-01-01,\n";

#[test]
fn sources_and_people_come_in_once() {
    let desk = Desk::new();
    desk.write("sources.csv", SOURCES);
    desk.write("people.csv", PEOPLE);
    assert_eq!(
        desk.ok(&["import", "sources", "sources.csv"]),
        "sources.csv: 2 created, 0 updated, 0 unchanged, 0 left out\n"
    );
    assert_eq!(
        desk.ok(&["import", "people", "people.csv"]),
        "people.csv: 1 created, 0 updated, 0 unchanged, 0 left out\n"
    );
    assert_eq!(
        desk.ok(&["import", "sources", "sources.csv"]),
        "sources.csv: 0 created, 0 updated, 2 unchanged, 0 left out\n"
    );
    assert_eq!(
        desk.ok(&["import", "people", "people.csv"]),
        "people.csv: 0 created, 0 updated, 1 unchanged, 0 left out\n"
    );
    desk.ok(&["verify"]);
}

#[test]
fn a_dry_run_lists_what_would_happen() {
    let desk = Desk::new();
    desk.write("sources.csv", SOURCES);
    let shown = desk.ok(&["import", "sources", "sources.csv", "--dry-run"]);
    assert!(shown.contains("create") && shown.contains("risk:R-014") && shown.contains("Exploitation"), "{shown}");
    assert!(shown.contains("2 would be created"), "{shown}");
    let report = desk.json(&["import", "sources", "sources.csv"]);
    assert_eq!((&report["created"], &report["unchanged"]), (&2.into(), &0.into()));
}

#[test]
fn a_changed_row_stops_the_file_until_update_is_given() {
    let desk = Desk::new();
    desk.write("sources.csv", SOURCES);
    desk.ok(&["import", "sources", "sources.csv"]);
    desk.write("sources.csv", SOURCES.replace("high", "low"));
    let answer = desk.run(&["import", "sources", "sources.csv"]);
    assert_eq!((answer.code, answer.out.as_str()), (1, ""));
    assert!(answer.err.contains("sources.csv:3:ref: differs from the register: level high -> low"), "{}", answer.err);
    assert!(answer.err.contains("nothing was imported"), "{}", answer.err);
    let told = desk.ok(&["import", "sources", "sources.csv", "--update"]);
    assert_eq!(told, "sources.csv: 0 created, 1 updated, 1 unchanged, 0 left out\n");
    desk.ok(&["undo"]);
    assert!(desk.run(&["import", "sources", "sources.csv"]).err.contains("level high -> low"));
}

#[test]
fn a_damaged_spreadsheet_is_refused_by_its_name() {
    let desk = Desk::new();
    desk.write("people.xlsx", b"PK\x03\x04 and so on");
    let sentence = desk.refused(&["import", "people", "people.xlsx"]);
    assert!(sentence.contains("people.xlsx: the file is damaged"), "{sentence}");
}

#[test]
fn the_new_columns_of_an_objective_come_in_and_a_reason_with_a_link() {
    let desk = Desk::new();
    let file = "code,title,metric,unit,direction,target,frequency,start,population,cascade_note,review_on,links\n\
                A,Patches,closed in SLA,%,higher,95,M,2026-01-01,all servers,delivered centrally,2027-01-31,risk:R-014|top risk\n";
    desk.write("objectives.csv", file);
    desk.ok(&["import", "objectives", "objectives.csv"]);
    assert!(desk.ok(&["import", "objectives", "objectives.csv"]).contains("1 unchanged"));
    desk.write(
        "objectives.csv",
        file.replace("all servers", "servers and clients").replace("top risk", "the top risk"),
    );
    let err = desk.run(&["import", "objectives", "objectives.csv"]).err;
    assert!(err.contains("population all servers -> servers and clients"), "{err}");
    assert!(err.contains("risk:R-014|top risk -> risk:R-014|the top risk"), "{err}");
}
