//! Texts that want to be more than texts, on their way out and back.

use super::super::cli::desk::Desk;
use super::sheet::Filled;

const NASTY: [&str; 4] =
    ["=HYPERLINK(\"http://evil.example\",\"click\")", "<script>alert(1)</script>", "@SUM(1+1)", "a;b,c\\d"];

#[test]
fn no_text_runs_in_a_sheet_a_page_or_a_calendar() {
    let desk = Desk::new();
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = "code,title,kind,function,owner,metric,unit,target,frequency,start,lifecycle\n".to_owned();
    for (at, text) in NASTY.iter().enumerate() {
        let title = cell(text);
        csv.push_str(&format!("X-{at},{title},maintain,{title},{title},m,%,95,M,2026-01-01,in_force\n"));
    }
    desk.write("objectives.csv", csv);
    desk.ok(&["import", "objectives", "objectives.csv"]);

    desk.ok(&["ask", "-o", "out"]);
    desk.ok(&["export", "function", "--all", "-o", "pages"]);
    desk.ok(&["export", "function", NASTY[0], "-o", "sheet.xlsx"]);
    let sheet = Filled::of(desk.read("sheet.xlsx"));
    let xml = sheet.part("xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "no formula, no link: {xml}");
    assert!(xml.contains("<sheetProtection"), "what is not to be filled in is locked");
    assert_eq!(xml.matches("<dataValidation ").count(), 3, "days and yes or no are checked while they are typed");
    for entry in std::fs::read_dir(desk.path("pages")).expect("the pages") {
        let page = std::fs::read_to_string(entry.expect("a page").path()).expect("a text");
        assert!(!page.contains("<script"), "{page}");
    }
    let ics = desk.run(&["due", "--format", "ics", "--until", "2199-01-01", "--as-of", "2026-02-01"]).out;
    assert!(ics.replace("\r\n ", "").contains("a\\;b\\,c\\\\d"), "{ics}");

    let key = sheet.keys().into_iter().find(|key| key.starts_with("reading")).expect("a question");
    let filled = sheet.type_into("B3", "=cmd|' /C calc'!A0").fill(&key, "Value", "95.5").fill(
        &key,
        "What it means",
        "'=1+1 <b>\u{202e}bold</b>",
    );
    desk.write("back.xlsx", filled.bytes());
    let report = desk.json(&["import", "replies", "back.xlsx", "--dry-run"]);
    assert_eq!(report["files"][0]["by"], "=cmd|' /C calc'!A0");
    let text = report["files"][0]["answers"][0]["text"].as_str().expect("a text");
    assert!(text.contains("“=1+1 <b>\u{fffd}bold</b>”"), "{text}");
}
