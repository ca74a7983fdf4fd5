//! Sheets go out, are filled in, and come back.

use serde_json::Value;

use super::desk::{Office, TODAY};
use super::sheet::Filled;

impl Office {
    /// The reply sheet of a function or an owner.
    fn sheet(&self, subject: &str, name: &str) -> Filled {
        self.ok(&["export", subject, name, "-o", "sheet.xlsx"]);
        Filled::of(self.desk.read("sheet.xlsx"))
    }

    fn put(&self, file: &str, sheet: &Filled) {
        self.desk.write(file, sheet.bytes());
    }
}

/// The fate of each answer of the report, by what it answers.
fn fates(report: &Value) -> Vec<(String, String)> {
    let files = report["files"].as_array().expect("files").iter();
    let lines = files.flat_map(|file| file["answers"].as_array().expect("answers"));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    lines.map(|line| (text(&line["what"]), text(&line["fate"]))).collect()
}

fn pairs(said: &[(&str, &str)]) -> Vec<(String, String)> {
    said.iter().map(|(what, fate)| ((*what).to_owned(), (*fate).to_owned())).collect()
}

/// What R. Okafor answers: a value, a period not measured, an action, a target.
fn okafors(office: &Office) -> Filled {
    office
        .sheet("owner", "R. Okafor")
        .type_into("D3", "2026-11-08")
        .fill("reading 2026-03-31 OPS-1", "Cannot measure because", "the test room was closed")
        .fill("reading 2026-06-30 OPS-1", "Value", "9/10")
        .fill("reading 2026-06-30 OPS-1", "What it means", "one restore took too long")
        .fill("reading 2026-06-30 OPS-1", "What shows it", "protocol of 24 June")
        .fill("action 4", "Done on", "2026-10-30")
        .fill("action 4", "What shows it", "protocol 7")
        .fill("target 3 OPS-2", "I know this target", "yes")
}

#[test]
fn answers_of_a_sheet_come_in_with_who_gave_them_and_once_only() {
    let office = Office::open();
    office.put("okafor.xlsx", &okafors(&office));
    let words = ["import", "replies", "okafor.xlsx"];
    let all = pairs(&[
        ("OPS-1 Q1 2026", "not_measured"),
        ("OPS-1 Q2 2026", "value"),
        ("action 4", "done"),
        ("OPS-2 version 3", "known"),
    ]);

    let before = office.desk.read("r.sixtwo");
    let preview = office.json(&[&words[..], &["--dry-run"]].concat());
    assert_eq!(fates(&preview), all);
    assert_eq!(preview["files"][0]["by"], "R. Okafor");
    assert_eq!(preview["files"][0]["on"], "2026-11-08");
    assert_eq!(preview["outcome"]["seq"], 0);
    assert!(office.desk.read("r.sixtwo") == before, "a preview writes nothing");

    let taken = office.json(&words);
    assert_eq!(fates(&taken), all);
    assert_eq!(
        taken["outcome"]["summary"],
        "1 value, 1 period not measured, 1 thing done, 1 target known from 1 reply"
    );
    let shown = office.json(&["show", "OPS-1"]);
    let reading = shown["readings"].as_array().expect("readings").last().expect("one").clone();
    assert_eq!(
        ["measured_on", "reported_by", "reported_on", "evaluation", "evaluated_by", "evidence"].map(|field| reading
            [field]
            .as_str()
            .unwrap_or_default()
            .to_owned()),
        ["2026-06-30", "R. Okafor", "2026-11-08", "one restore took too long", "R. Okafor", "protocol of 24 June"]
    );
    assert_eq!((reading["numerator"].to_string(), reading["denominator"].to_string()), ("9".into(), "10".into()));
    let okafor = office.json(&["people", "R. Okafor"]);
    let actions: Vec<i64> =
        okafor["actions"].as_array().expect("actions").iter().filter_map(|action| action["number"].as_i64()).collect();
    assert!(!actions.contains(&4), "{actions:?}");
    let known = okafor["knows"].as_array().expect("knows").iter().find(|known| known["code"] == "OPS-2");
    assert_eq!(known.map(|known| known["confirmed"].clone()), Some("2026-11-08".into()));

    let again = office.json(&words);
    let unchanged: Vec<(String, String)> = all.into_iter().map(|(what, _)| (what, "unchanged".to_owned())).collect();
    assert_eq!(fates(&again), unchanged);
    assert_eq!(again["outcome"]["seq"], 0, "the same file twice changes nothing");

    office.ok(&["undo"]);
    let preview = office.json(&[&words[..], &["--dry-run"]].concat());
    assert!(fates(&preview).iter().all(|(_, fate)| fate != "unchanged"), "one undo takes everything back: {preview:#}");
    assert_eq!(office.json(&["verify"])["sound"], true);
}

#[test]
fn two_replies_that_say_different_things_stop_both_and_name_each_other() {
    let office = Office::open();
    office.put("okafor.xlsx", &okafors(&office));
    let other = office
        .sheet("function", "IT operations")
        .type_into("B3", "E. Lind")
        .fill("reading 2026-06-30 OPS-1", "Value", "10/10")
        .fill("action 4", "Done on", "2026-10-30")
        .fill("action 4", "What shows it", "protocol 7");
    office.put("lind.xlsx", &other);
    let words = ["import", "replies", "okafor.xlsx", "lind.xlsx"];
    let answer = office.run(&words);
    assert_eq!(answer.code, 1, "{answer:#?}");
    assert!(
        answer.out.contains("9/10, “one restore took too long”, shown by protocol of 24 June here, 10/10 in lind.xlsx")
    );
    assert!(answer.out.contains("10/10 here, 9/10"), "{}", answer.out);
    assert!(answer.out.contains("as in okafor.xlsx"), "the same action done twice is no clash: {}", answer.out);
    assert!(answer.err.contains("2 answers clash, nothing was taken in"), "{}", answer.err);
    let untouched = office.json(&["import", "replies", "okafor.xlsx", "--dry-run"]);
    assert!(fates(&untouched).iter().all(|(_, fate)| fate != "unchanged"));

    let taken = office.json(&[&words[..], &["--skip-invalid"]].concat());
    assert_eq!(taken["outcome"]["summary"], "1 period not measured, 1 thing done, 1 target known from 2 replies");
}

#[test]
fn a_value_the_register_has_otherwise_clashes_until_somebody_says_why() {
    let office = Office::open();
    office.put("okafor.xlsx", &okafors(&office));
    office.ok(&["record", "OPS-1", "8/10", "--period", "2026-06-30", "--reported-by", "E. Lind"]);
    let words = ["import", "replies", "okafor.xlsx"];
    let answer = office.run(&words);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("the register has 8/10"), "{}", answer.out);
    assert!(answer.out.contains("from E. Lind, this says 9/10"), "{}", answer.out);
    let taken = office.json(&[&words[..], &["--reason", "recounted with the protocol"]].concat());
    assert!(fates(&taken).contains(&("OPS-1 Q2 2026".to_owned(), "corrected".to_owned())), "{taken:#}");
    let shown = office.json(&["show", "OPS-1"]);
    let reading = shown["readings"].as_array().expect("readings").last().expect("one").clone();
    assert_eq!(reading["reason"], "recounted with the protocol");
}

#[test]
fn who_was_asked_and_sent_nothing_is_named() {
    let office = Office::open();
    office.put("okafor.xlsx", &okafors(&office));
    let report = office.json(&["import", "replies", "okafor.xlsx", "--dry-run"]);
    let silent: Vec<&str> =
        report["silent"].as_array().expect("silent").iter().filter_map(|silent| silent["name"].as_str()).collect();
    assert_eq!(silent, ["P. Costa", "A. Novak", "E. Lind", "H. Berg", "J. Tan"]);
    let lind = &report["silent"][2];
    assert_eq!(lind["owes"], serde_json::json!(["action 9", "criterion SEC-4 3", "criterion SEC-4 4"]));
    assert!(report["files"][0]["left_open"].as_u64() > Some(0));
}

#[test]
fn what_cannot_be_taken_in_is_refused_at_its_cell() {
    let office = Office::open();
    let sheet = office
        .sheet("owner", "R. Okafor")
        .fill("reading 2026-03-31 OPS-1", "Value", "see mail")
        .fill("reading 2026-06-30 OPS-1", "Value", "1,234")
        .fill("reading 2026-09-30 OPS-1", "What it means", "all good")
        .fill("reading 2026-12-31 OPS-1", "Cannot measure because", "not there")
        .fill("reading 2026-12-31 OPS-1", "Value", "10/10")
        .fill("action 4", "Done on", "2027-01-01")
        .fill("action 5", "What shows it", "a ticket")
        .fill("action 10", "Done on", "03/04/2026")
        .fill("target 3 OPS-2", "I know this target", "perhaps")
        .fill("target 2 IT-3", "I know this target", "no");
    office.put("okafor.xlsx", &sheet);
    let answer = office.run(&["import", "replies", "okafor.xlsx"]);
    assert_eq!(answer.code, 1);
    for said in [
        "`see mail` is not a number",
        "`1,234` can mean 1.234 or 1234",
        "says what it means, but gives no value",
        "has both a value and a reason why there is none",
        "1 Jan 2027 lies in the future",
        "says what shows it, but not when it was done",
        "`03/04/2026` can mean",
        "`perhaps` is neither yes nor no",
        "R. Okafor says: not known; tell them",
    ] {
        assert!(answer.out.contains(said), "{said}: {}", answer.out);
    }
    assert!(answer.err.contains("8 answers are refused"), "{}", answer.err);
}

#[test]
fn files_that_are_no_replies_of_this_register_are_left_out_whole() {
    let office = Office::open();
    let stranger = Office::open();
    office.put("stranger.xlsx", &okafors(&stranger));
    office.put("nobody.xlsx", &office.sheet("function", "Security"));
    office.desk.write("notes.csv", "a,b\n1,2\n");
    office.desk.write("broken.xlsx", b"PK\x03\x04 no workbook");
    let words = ["import", "replies", "stranger.xlsx", "nobody.xlsx", "notes.csv", "broken.xlsx", "gone.xlsx"];
    let answer = office.run(&words);
    assert_eq!(answer.code, 1, "{answer:#?}");
    for said in [
        "stranger.xlsx: was asked by another objectives file",
        "nobody.xlsx: B3: nobody says who filled it in",
        "notes.csv: holds no reply sheet",
        "broken.xlsx: ",
        "gone.xlsx: cannot be read",
    ] {
        assert!(answer.out.contains(said), "{said}: {}", answer.out);
    }
    assert!(answer.err.contains("5 files are left out, nothing was taken in"), "{}", answer.err);
    assert!(
        answer.out.contains("  R. Okafor  okafor@halden.example: OPS-1 Q1 2026"),
        "that is no answer: {}",
        answer.out
    );
}

#[test]
fn a_period_that_is_none_of_the_objective_any_more_is_refused() {
    let office = Office::open();
    let sheet = office.sheet("owner", "R. Okafor");
    let row = sheet.row("reading 2026-03-31 OPS-1");
    let sheet = sheet
        .type_into(&format!("K{row}"), "reading 2026-02-28 OPS-1")
        .type_into(&format!("G{row}"), "10/10")
        .type_into(&format!("K{}", row + 1), "reading 2025-03-31 OPS-1")
        .type_into(&format!("G{}", row + 1), "10/10")
        .type_into(&format!("K{}", row + 2), "reading 2026-03-31 OPS-9")
        .type_into(&format!("G{}", row + 2), "10/10");
    office.put("okafor.xlsx", &sheet);
    let answer = office.run(&["import", "replies", "okafor.xlsx"]);
    assert!(answer.out.contains("28 Feb 2026 ends no period of it: it is measured quarterly"), "{}", answer.out);
    assert!(answer.out.contains("no reading is expected for this period"), "{}", answer.out);
    assert!(answer.out.contains("no objective has the code `OPS-9`"), "{}", answer.out);
}

#[test]
fn a_delivery_takes_a_look_and_evidence_for_its_criteria() {
    let office = Office::open();
    let sheet = office.sheet("owner", "E. Lind");
    let look =
        sheet.keys().into_iter().find(|key| key.starts_with("checkin") && key.ends_with("SEC-4")).expect("a look");
    let sheet = sheet
        .fill(&look, "What it means", "two accounts left")
        .fill("criterion 3 SEC-4", "Done on", TODAY)
        .fill("criterion 3 SEC-4", "What shows it", "PAM report");
    office.put("lind.xlsx", &sheet);
    let taken = office.json(&["import", "replies", "lind.xlsx"]);
    assert_eq!(taken["outcome"]["summary"], "1 look, 1 thing done from 1 reply");
    let again = office.json(&["import", "replies", "lind.xlsx"]);
    assert_eq!(again["outcome"]["seq"], 0, "{again:#}");
}
