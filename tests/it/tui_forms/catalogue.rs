//! How a new objective begins, and the hint beside a title that names no number.

use sixtwo::app::Command;
use sixtwo::app::catalogue::template;
use sixtwo::app::view::SettingEntry;
use sixtwo::domain::objective::{Definition, Kind};
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::tui::form::{Form, objective};
use sixtwo::tui::msg::Reply;
use sixtwo::tui::theme::Theme;

use super::fixture::Desk;
use crate::tui::fixture::today;

fn created(desk: &Desk) -> Definition {
    let Command::CreateObjective { code, definition } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!(code, "");
    (**definition).clone()
}

#[test]
fn a_new_objective_begins_empty_as_a_copy_or_from_a_template() {
    let mut desk = Desk::open(120, 36);
    desk.press("n");
    assert!(desk.screen.line_with("An empty form").contains('▸'), "{}", desk.text());
    assert!(desk.text().contains("A copy of IT-2") && desk.text().contains("Access reviews done on time"));
    desk.press("<enter>");
    assert!(desk.text().contains("A new objective, as a draft"), "{}", desk.text());
}

#[test]
fn a_template_is_found_by_typing_and_fills_what_is_measured() {
    let mut desk = Desk::open(120, 36);
    desk.press("nleaver fast");
    let text = desk.text();
    assert!(text.contains("▸  2 Leaver access revoked fast"), "{text}");
    assert!(text.contains("(seen: auditors' article on clause 6.2)"), "{text}");
    assert!(text.contains("Which policy line or risk does it serve?"), "{text}");
    assert!(!text.contains("Access reviews done on time"), "{text}");
    desk.press("<enter>");
    assert!(desk.text().contains("Template 2 of the starter catalogue"), "{}", desk.text());
    desk.press("<c-s>");
    assert_eq!(created(&desk), template("leaver-access").expect("the template").draft(today()));
    assert!(desk.screen.model.layers.is_empty(), "the form closes once it is saved");
}

#[test]
fn a_milestone_of_the_catalogue_brings_its_criteria() {
    let mut desk = Desk::open(120, 40);
    desk.press("npam or mfa<enter><c-s>");
    let definition = created(&desk);
    assert_eq!((definition.kind, definition.criteria.len()), (Kind::Milestone, 4));
    assert_eq!(definition.criteria[0].text, "design signed");
}

#[test]
fn a_copy_keeps_the_content_and_leaves_the_past() {
    let mut desk = Desk::open(120, 36);
    desk.press("/HR-3<enter>n<down><enter><c-s>");
    let copy = created(&desk);
    let original = desk.screen.model.row("HR-3").expect("the row").objective.definition.clone();
    assert!(original.baseline.is_some(), "the original is on its way from somewhere");
    let wanted =
        Definition { start: today(), start_derived: false, baseline: None, waypoints: Vec::new(), ..original.clone() };
    assert_eq!(copy, wanted);
}

#[test]
fn a_title_no_template_has_begins_an_empty_form() {
    let mut desk = Desk::open(100, 30);
    desk.press("nkeep bees");
    assert!(desk.screen.line_with("An empty form called").contains("“keep bees”"), "{}", desk.text());
    desk.press("<enter><c-s>");
    assert_eq!(created(&desk).title, "keep bees");
}

#[test]
fn escape_clears_what_was_typed_and_then_goes_back() {
    let mut desk = Desk::open(100, 30);
    desk.press("nmfa<esc>");
    assert!(desk.text().contains("An empty form") && desk.text().contains("Access reviews"), "{}", desk.text());
    desk.press("<esc>");
    assert!(desk.screen.model.layers.is_empty());
    assert!(desk.commands.is_empty());
}

#[test]
fn the_list_scrolls_to_its_end_and_back() {
    let mut desk = Desk::open(80, 24);
    desk.press("n<pgdn><pgdn><pgdn><pgdn>");
    assert!(desk.screen.line_with("Emergency changes").contains('▸'), "{}", desk.text());
    desk.press("<pgup><pgup><pgup><pgup>");
    assert!(desk.screen.line_with("An empty form").contains('▸'), "{}", desk.text());
}

#[test]
fn a_slogan_is_answered_with_measured_sentences_and_never_blocked() {
    let mut desk = Desk::open(120, 36);
    desk.press("n<enter><tab>Improve patc");
    assert!(desk.text().contains("What number would show it is done?"), "{}", desk.text());
    desk.press("hing");
    assert!(desk.text().contains("Close at least 95 % of critical vulnerabilities"), "{}", desk.text());
    desk.press(" by 2 points");
    assert!(!desk.text().contains("What number"), "{}", desk.text());
    desk.press("<c-u>Improve patching<c-s>");
    assert_eq!(created(&desk).title, "Improve patching");
}

#[test]
fn with_metric_and_target_a_title_gets_no_hint_whatever_it_says() {
    let mut desk = Desk::open(120, 36);
    desk.press("e<c-u>Improve patching");
    assert!(desk.text().contains("What number"), "IT-2 has a target, but no metric");
    desk.press("<tab><tab><tab><tab><tab><tab><tab>closed in SLA");
    assert!(!desk.text().contains("What number"), "{}", desk.text());
}

#[test]
fn the_words_of_a_slogan_are_the_registers() {
    let mut form = objective::create(today(), FiscalCalendar::default());
    form.fields.get_mut("title").expect("a title").set("Verbessern der Sicherheit");
    let told = |form: &Form| form.subject.sight(&form.fields, Theme::default(), 100).len();
    assert_eq!(told(&form), 0);
    form.learn(&Reply::Settings(vec![SettingEntry {
        name: "rc-03.verbs".to_owned(),
        value: "verbessern, stärken".to_owned(),
        from: None,
        default: String::new(),
        meaning: "verbs a slogan starts with".to_owned(),
    }]));
    assert!(told(&form) > 0);
}

#[test]
fn a_promise_nobody_can_keep_is_told() {
    let mut desk = Desk::open(120, 36);
    desk.press("n<enter><tab>Achieve 100% security");
    assert!(desk.text().contains("is an outcome nobody can control or prove"), "{}", desk.text());
}

#[test]
fn the_ways_to_begin_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::open(width, height);
        desk.press("nvuln");
        insta::assert_snapshot!(format!("catalogue_{width}x{height}"), desk.text());
    }
}

#[test]
fn a_slogan_at_two_sizes() {
    for (width, height) in [(80, 24), (120, 36)] {
        let mut desk = Desk::open(width, height);
        desk.press("n<enter><tab>Strengthen security culture");
        insta::assert_snapshot!(format!("slogan_{width}x{height}"), desk.text());
    }
}

/// Every size from nothing to large: what is drawn stays inside.
#[test]
fn no_size_breaks_the_ways_to_begin_or_the_hint() {
    for keys in ["n<pgdn><down>", "nvuln", "nkeep 点击率 bees", "n<enter><tab>Improve patching"] {
        let mut desk = Desk::open(100, 30);
        desk.press(keys);
        for width in (0..44).chain([60, 63, 64, 79, 99, 100, 101, 102, 103, 200]) {
            for height in (0..24).chain([60]) {
                desk.screen.model.size = (width, height);
                desk.screen.buffer();
            }
        }
    }
}
