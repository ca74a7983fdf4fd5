//! `export` on the shell: what is written where, and a register that leaves and comes back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;

use super::desk::Desk;

/// Status, freshness and reason of every objective, by code.
fn standing(desk: &Desk, register: &str) -> BTreeMap<String, [String; 6]> {
    let out = desk.ok(&["-f", register, "status", "--json", "--as-of", "2026-11-09"]);
    let rows: Vec<Value> = serde_json::from_str(&out).expect("JSON");
    let row = |row: &Value| {
        let cells = ["status", "freshness", "reason", "why", "value", "target"].map(|key| row[key].to_string());
        (row["code"].as_str().expect("a code").to_owned(), cells)
    };
    rows.iter().map(row).collect()
}

fn comes_back(desk: &Desk, register: &str) {
    let before = standing(desk, register);
    assert!(!before.is_empty());
    desk.ok(&["-f", register, "export", "register", "-o", "register.xlsx"]);
    desk.ok(&["new", "back.sixtwo", "--organization", "Halden Medical"]);
    let empty = desk.ok(&["-f", "back.sixtwo", "status", "--json"]);
    desk.ok(&["-f", "back.sixtwo", "import", "register", "register.xlsx", "--dry-run"]);
    assert_eq!(desk.ok(&["-f", "back.sixtwo", "status", "--json"]), empty, "a dry run writes nothing");
    desk.ok(&["-f", "back.sixtwo", "import", "register", "register.xlsx"]);
    assert_eq!(standing(desk, "back.sixtwo"), before);
    let again = desk.ok(&["-f", "back.sixtwo", "import", "register", "register.xlsx"]);
    assert!(again.ends_with("nothing in register.xlsx is new\n"), "{again}");
    desk.ok(&["-f", "back.sixtwo", "verify"]);
    // What comes back leaves as it came.
    desk.ok(&["-f", "back.sixtwo", "export", "register", "-o", "again.json"]);
    desk.ok(&["-f", register, "export", "register", "-o", "first.json"]);
    let [first, again]: [Value; 2] = ["first.json", "again.json"]
        .map(|name| serde_json::from_slice(&fs::read(desk.path(name)).expect("a file")).expect("JSON"));
    for sheet in ["objectives", "sources", "versions", "closed", "not_measured", "check_ins", "criteria"] {
        assert_eq!(first[sheet], again[sheet], "{sheet}");
    }
    assert_eq!(first["readings"].as_array().map(Vec::len), again["readings"].as_array().map(Vec::len));
}

#[test]
fn the_sample_register_comes_back_with_the_same_status_on_every_row() {
    let desk = Desk::bare();
    desk.ok(&["demo", "--path", "d.sixtwo"]);
    comes_back(&desk, "d.sixtwo");
}

#[test]
fn registers_from_public_figures_come_back_with_the_same_status_on_every_row() {
    for case in ["hhs", "nl-ivmeting"] {
        let desk = Desk::new();
        for kind in ["objectives", "readings"] {
            let file = format!("{}/tests/cases/import/{case}-{kind}.csv", env!("CARGO_MANIFEST_DIR"));
            desk.ok(&["-f", "r.sixtwo", "import", kind, &file, "--skip-invalid"]);
        }
        comes_back(&desk, "r.sixtwo");
    }
}

#[test]
fn hostile_texts_leave_and_come_back_as_they_were() {
    let desk = Desk::new();
    let title = "=cmd|' /C calc'!A0, \"quoted\"";
    fs::write(desk.path("o.csv"), "code,title,owner,metric,unit,direction,target,frequency,start,what\nA,\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\",'@sum,m,%,higher,95,M,2026-01-01,\"two\nlines\"\n").expect("written");
    desk.ok(&["-f", "r.sixtwo", "import", "objectives", "o.csv"]);
    comes_back(&desk, "r.sixtwo");
    let rows: Vec<Value> = serde_json::from_str(&desk.ok(&["-f", "back.sixtwo", "status", "--json"])).expect("JSON");
    assert_eq!((rows[0]["title"].as_str(), rows[0]["owner"].as_str()), (Some(title), Some("@sum")));
    let json: Value = serde_json::from_slice(&fs::read(desk.path("again.json")).expect("a file")).expect("JSON");
    assert_eq!(json["objectives"][0]["what"], "two\nlines");
}

#[test]
fn a_name_or_a_word_says_what_is_written() {
    let desk = Desk::bare();
    desk.ok(&["demo", "--path", "d.sixtwo"]);
    for (name, start) in [
        ("p.html", &b"<!DOCTYPE"[..]),
        ("p.md", b"# Halden"),
        ("p.xlsx", b"PK"),
        ("p.zip", b"PK"),
        ("p.json", b"{\"schema\":\"sixtwo-pack-1\""),
    ] {
        let said = desk.ok(&["-f", "d.sixtwo", "export", "pack", "-o", name]);
        assert!(said.starts_with(&format!("{name}: pack of snapshot 2, ")), "{said}");
        assert!(fs::read(desk.path(name)).expect("a file").starts_with(start), "{name}");
    }
    for name in ["e.html", "e.md", "e.xlsx", "e.zip", "e.json"] {
        desk.ok(&["-f", "d.sixtwo", "export", "evidence", "HR-2", "IT-2", "-o", name]);
        assert!(desk.path(name).exists(), "{name}");
    }
    let refused = desk.run(&["-f", "d.sixtwo", "export", "pack", "-o", "pack"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("does not say what to write") && refused.err.contains("--format html"),
        "{}",
        refused.err
    );
    fs::write(desk.path("p.csv"), "mine").expect("written");
    let refused = desk.run(&["-f", "d.sixtwo", "export", "pack", "-o", "p.csv"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("name it p.zip"), "{}", refused.err);
    assert_eq!(fs::read(desk.path("p.csv")).expect("a file"), b"mine", "the old file stays");
}

/// What stands under a heading on a sheet of a workbook, top down; blanks left out.
fn column(path: &Path, sheet: &str, heading: &str) -> Vec<Data> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let range = book.worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"));
    let is_heading = |data: &Data| matches!(data, Data::String(text) if text == heading);
    let found = range.used_cells().find(|(_, _, data)| is_heading(data));
    let (row, at, _) = found.unwrap_or_else(|| panic!("{sheet} has no column {heading}"));
    let below = range.rows().skip(row + 1).take_while(|row| row.iter().any(|data| *data != Data::Empty));
    below.map(|row| row[at].clone()).filter(|data| *data != Data::Empty).collect()
}

#[test]
fn figures_and_days_of_papers_stay_figures_and_days_in_a_workbook() {
    let desk = Desk::bare();
    desk.ok(&["demo", "--path", "d.sixtwo"]);
    let write = |what: &[&str], name: &str| {
        desk.ok(&[&["-f", "d.sixtwo", "export"], what, &["-o", name]].concat());
        desk.path(name)
    };
    let pack = write(&["pack"], "p.xlsx");
    let status = write(&["status"], "s.xlsx");
    let minutes = write(&["minutes", "1"], "m.xlsx");
    let function = write(&["function", "IT operations"], "f.xlsx");
    let figure = |data: &Data| matches!(data, Data::Float(_) | Data::Int(_));
    let day = |data: &Data| matches!(data, Data::DateTime(day) if day.is_datetime());
    for (book, sheet, heading, holds) in [
        (&pack, "Summary", "Last value", &figure as &dyn Fn(&Data) -> bool),
        (&pack, "Summary", "Target, due", &figure),
        (&pack, "Summary", "Target, due, more", &day),
        (&status, "Summary", "Last value", &figure),
        (&status, "Summary", "Target, due, more", &day),
        (&pack, "Actions from the last review ·", "Due", &day),
        (&pack, "Annex- readings and evidence", "Value", &figure),
        (&pack, "Annex- readings and evidence", "Target then", &figure),
        (&minutes, "Summary", "Value, period", &figure),
        (&function, "Summary", "Last value", &figure),
        (&function, "What is due when", "When", &day),
    ] {
        let cells = column(book, sheet, heading);
        assert!(cells.iter().any(holds), "{sheet}, {heading}: {cells:?}");
        // Words stand where there is no figure or day: `none`, `each month`, `2 of 4`.
        for words in cells.iter().filter(|data| !holds(data)).map(Data::to_string) {
            let figure = words.starts_with(|c: char| c.is_ascii_digit());
            assert!(!figure || words.contains(" of ") || words.ends_with("criteria"), "{sheet}, {heading}: {words}");
        }
    }
}

#[test]
fn a_workbook_without_objectives_is_no_register() {
    let desk = Desk::bare();
    desk.ok(&["demo", "--path", "d.sixtwo"]);
    desk.ok(&["-f", "d.sixtwo", "export", "pack", "-o", "p.xlsx"]);
    let refused = desk.run(&["-f", "d.sixtwo", "import", "register", "p.xlsx"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("has no sheet `Objectives`") && refused.err.contains("import sheet"),
        "{}",
        refused.err
    );
}
