//! The auditor's page: what it says, how it is reached, handed over, looked at from a past day and shown to others.

use sixtwo::app::papers::Format;
use sixtwo::app::point_in_time::PointInTime;
use sixtwo::app::probe::{EvidenceRequest, PageOf};
use sixtwo::app::view::{HistoryQuery, Lens};
use sixtwo::app::{Command, Session};
use sixtwo::domain::operation::Operation;
use sixtwo::domain::probe::LineKind;
use sixtwo::tui::effect::Effect;

use crate::pty::record::sixtwo;
use crate::pty::terminal::Terminal;
use crate::terminals::stage::{Stage, sample};

fn said(session: &mut Session, code: &str, label: &str) -> Vec<String> {
    let page = session.probe(code, Lens::default()).expect("a page");
    let element = page.elements.iter().find(|element| element.label == label).expect("the question");
    element.lines.iter().map(|line| line.said()).collect()
}

#[test]
fn the_page_answers_every_question_and_names_what_is_missing() {
    let (_folder, mut session) = sample();
    let page = session.probe("it-2", Lens::default()).expect("a page");
    let labels: Vec<&str> = page.elements.iter().map(|element| element.label.as_str()).collect();
    let asked = [
        "We promised",
        "Because",
        "Part of",
        "What",
        "Resources",
        "Who",
        "When",
        "How judged",
        "Approved",
        "Changed",
        "Told",
        "Last reading",
        "It meant",
        "We decided",
        "Next",
        "Trail",
    ];
    assert_eq!(labels, asked);
    assert!(page.elements.iter().all(|element| !element.lines.is_empty()));
    assert_eq!(page.missing(), 0);
    assert_eq!(said(&mut session, "IT-2", "It meant"), ["“4 fixes wait on two unsupported hosts”  R. Okafor"]);

    let draft = session.probe("CUL-1", Lens::default()).expect("a page");
    let missing: Vec<&str> = draft
        .elements
        .iter()
        .filter(|element| element.lines.iter().any(|line| line.kind == LineKind::Missing))
        .map(|element| element.label.as_str())
        .collect();
    assert_eq!(missing, ["We promised", "Because", "What", "Resources", "Who", "How judged", "Approved"]);
    assert_eq!(said(&mut session, "CUL-1", "Told"), ["not told to anybody: a draft is told once it is approved"]);
}

#[test]
fn a_file_of_pages_is_one_line_of_the_history_and_the_register_stays_sound() {
    let (folder, mut session) = sample();
    let to = folder.path().join("evidence.html");
    let pages: Vec<PageOf> =
        ["HR-2", "SEC-1"].map(|code| PageOf { code: code.to_owned(), lens: Lens::default() }).to_vec();
    let before = session.overview(Lens::default()).expect("an overview").seq;
    let request = EvidenceRequest { pages: pages.clone(), format: Format::Html, to: to.clone(), replace: false };
    session.run(Command::ExportEvidence(Box::new(request.clone()))).expect("it is written");
    let html = std::fs::read_to_string(&to).expect("the file");
    assert!(html.contains("href=\"#page-2\"") && html.contains("id=\"page-2\""), "a list of contents");
    assert!(!html.contains("<script"));
    assert_eq!(session.overview(Lens::default()).expect("an overview").seq, before + 1);
    let newest = session.history(&HistoryQuery::newest(1)).expect("a history").remove(0);
    assert_eq!(newest.op, Operation::EvidenceExport);
    assert!(newest.reason.starts_with("HR-2, SEC-1 as known on"), "{}", newest.reason);
    assert!(session.verify(false).expect("a check").findings.is_empty());

    session.run(Command::ExportEvidence(Box::new(request))).expect_err("a file that is there is not replaced unasked");
    let markdown = session.pages(&pages, Format::Md).expect("bytes").bytes;
    assert!(String::from_utf8(markdown).expect("UTF-8").contains("## HR-2 Leaver access"));
    let json = session.pages(&pages, Format::Json).expect("bytes").bytes;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(
        (json["schema"].as_str(), json["pages"][1]["code"].as_str()),
        (Some("sixtwo-evidence-1"), Some("SEC-1"))
    );
}

#[test]
fn a_past_day_is_named_in_many_ways_and_refused_plainly() {
    let (_folder, mut session) = sample();
    let day = |point: PointInTime| point.day.to_string();
    for (typed, expected) in [
        ("2026-06-30", "2026-06-30"),
        ("30.6.2026", "2026-06-30"),
        ("-7d", "2026-11-16"),
        ("eom", "2026-10-31"),
        ("eoq", "2026-09-30"),
    ] {
        assert_eq!(day(session.point_in_time(typed).expect("a day")), expected, "{typed}");
    }
    for (typed, why) in [("2027-01-01", "still ahead"), ("1999-01-01", "begins on"), ("999999", "no entry 999999")] {
        let refusal = session.point_in_time(typed).expect_err("no such point").to_string();
        assert!(refusal.contains(why), "{typed}: {refusal}");
    }
}

#[test]
fn the_whole_program_goes_to_a_past_day_and_back() {
    let mut stage = Stage::open(120, 36);
    stage.press("a2026-06-30<enter>");
    let (_folder, mut session) = sample();
    let lens = session.point_in_time("2026-06-30").expect("a day").lens;
    let expected = session.overview(lens).expect("an overview");
    let shown = stage.play.model.overview.as_ref().expect("an overview");
    let status = |overview: &sixtwo::app::view::Overview| {
        overview.rows.iter().map(|row| (row.code().to_owned(), row.judgement.status)).collect::<Vec<_>>()
    };
    assert_eq!((shown.lens, status(shown)), (lens, status(&expected)));
    assert!(stage.text().contains("as known on 30 Jun 2026"), "{}", stage.text());
    stage.press("n");
    assert!(stage.text().contains("goes back to now, then write"), "{}", stage.text());
    stage.press("0");
    assert_eq!(stage.play.model.overview.as_ref().expect("an overview").lens, Lens::default());
}

#[test]
fn while_others_look_on_no_screen_shows_a_draft_and_nothing_is_written() {
    let mut stage = Stage::open(120, 36);
    let drafts = stage.play.model.overview.as_ref().expect("an overview").waiting();
    assert!(drafts > 0, "the sample has a draft");
    assert!(stage.text().contains("CUL-1"));
    stage.press("<f9>");
    let overview = stage.play.model.overview.as_ref().expect("an overview");
    assert_eq!(overview.waiting(), 0);
    for keys in ["1", "3", "5", "6", "7", "8", "9"] {
        stage.press(keys);
        let text = stage.text();
        assert!(text.contains("SHOWING"), "{text}");
        assert!(!text.contains("CUL-1") && !text.contains("+ 1 change"), "screen {keys}: {text}");
    }
    // Digits are values in the grid.
    stage.press("<esc><esc>14");
    assert!(!stage.text().contains("4 Ready"), "readiness is hidden");
    stage.press("n");
    assert!(stage.text().contains("others look on"), "{}", stage.text());
    stage.press("<f9>");
    assert!(stage.text().contains("CUL-1"));
}

#[test]
fn pages_are_collected_and_the_page_stands_at_every_size() {
    for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
        let mut stage = Stage::open(width, height);
        stage.press("p");
        let code = stage.play.model.home.selected.clone().expect("a selection");
        assert!(stage.text().contains(&code), "{}", stage.text());
        stage.press("w<right><right><esc>r<esc>G");
    }
    let mut stage = Stage::open(120, 36);
    stage.press("p l lB");
    assert_eq!(stage.play.model.basket.len(), 2);
    let first = stage.play.model.basket[0].code.clone();
    stage.press("J");
    assert_eq!(stage.play.model.basket[1].code, first);
    stage.press("d");
    assert_eq!(stage.play.model.basket.len(), 1);
    assert!(!stage.play.asked.contains(&Effect::Quit));
}

#[test]
fn a_page_is_three_keys_from_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = Terminal::open(folder.path(), &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal.press("/HR-2");
    terminal.press("\r");
    terminal.press("p");
    terminal.wait_for("We promised");
    terminal.wait_for("nothing on this page was typed for this page");
    terminal.press("q");
    terminal.wait_for("? help");
    terminal.press("\x1b");
    terminal.press("q");
    assert!(terminal.end().0.success());
}
