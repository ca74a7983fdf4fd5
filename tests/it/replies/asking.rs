//! A text and a sheet for everybody who owes something.

use super::desk::Office;
use super::sheet::Filled;

#[test]
fn everybody_who_owes_something_gets_a_text_and_a_sheet() {
    let office = Office::open();
    let asked = office.json(&["ask", "-o", "to-send"]);
    let names: Vec<&str> = asked.as_array().expect("people").iter().filter_map(|each| each["name"].as_str()).collect();
    assert_eq!(names, ["P. Costa", "A. Novak", "E. Lind", "H. Berg", "J. Tan", "R. Okafor"]);
    assert_eq!(asked[0]["gone"], "there until 28 Sep 2026 only");
    assert_eq!(asked[0]["files"], serde_json::json!([]));
    let text = String::from_utf8(office.desk.read("to-send/r-okafor.txt")).expect("a text");
    assert!(
        text.starts_with(
            "To: R. Okafor <okafor@halden.example>\nSubject: Halden Medical: security objectives, 1 reading"
        )
    );
    assert!(text.contains("- reading OPS-1 for Q1 2026") && text.contains("r-okafor.xlsx"), "{text}");
    let sheet = Filled::of(office.desk.read("to-send/r-okafor.xlsx"));
    assert!(sheet.texts(1)[0].starts_with("Reply sheet for R. Okafor, Halden Medical"), "{:?}", sheet.texts(1));
    assert!(sheet.keys().contains(&"action 4".to_owned()));
    assert!(office.run(&["ask", "-o", "to-send"]).err.contains("nothing was sent"));
}

#[test]
fn one_person_is_asked_alone_and_who_owes_nothing_is_said() {
    let office = Office::open();
    office.ok(&["ask", "--person", "a. novak", "-o", "novak"]);
    let files = std::fs::read_dir(office.desk.path("novak")).expect("the folder").count();
    assert_eq!(files, 2);
    assert_eq!(office.ok(&["ask", "--person", "M. Silva"]).trim(), "M. Silva owes nothing");
    let nobody = office.run(&["ask", "--person", "Nobody"]);
    assert_eq!((nobody.code, nobody.err.contains("nobody is called `Nobody`")), (1, true));
    office.desk.write("a-file", "x");
    let file = office.run(&["ask", "-o", "a-file"]);
    assert_eq!((file.code, file.err.contains("is no folder")), (1, true));
    let deep = office.run(&["ask", "-o", "no/where"]);
    assert!(deep.err.contains("the folder above it does not exist"), "{}", deep.err);
}
