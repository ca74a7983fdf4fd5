//! A month typed into the grid: where the keys go, what is asked, what is kept.

use sixtwo::app::{Command, NewReading};
use sixtwo::domain::objective::{Criterion, Definition, Kind};
use sixtwo::domain::period::Frequency;
use sixtwo::tui::screen::Screen as Shown;

use super::desk::{Desk, day, held, split, twenty};

fn recorded(code: &str, on: &str, value: &str) -> Command {
    Command::RecordReading(Box::new(NewReading {
        code: code.to_owned(),
        period: on.to_owned(),
        value: value.parse().ok(),
        meaning: "as it was".to_owned(),
        ..NewReading::default()
    }))
}

/// One objective, the grid open at October.
fn one() -> Desk {
    let mut desk = Desk::with(&[("A-1".to_owned(), held("Access")), ("B-1".to_owned(), held("Backups"))]);
    desk.press("9");
    desk
}

#[test]
fn twenty_readings_with_meanings_need_three_keys_each_beside_what_is_typed() {
    let mut desk = Desk::with(&twenty());
    desk.press("9");
    let mut keys = 0;
    for n in 1..=20 {
        let typed = format!("9{}<tab>meaning {n}<enter>", n % 10);
        keys += split(&typed).len() - format!("9{}meaning {n}", n % 10).len();
        desk.press(&typed);
    }
    assert_eq!(keys, 40, "Tab and Enter, nothing else");
    for n in 1..=20 {
        let (value, meaning) = desk.value(&format!("M-{n:02}"), "2026-10-31");
        assert_eq!((value, meaning), (format!("9{}", n % 10), format!("meaning {n}")));
    }
    assert!(desk.text().contains("October 20 of 20 entered, saved 09:42"), "{}", desk.text());
}

#[test]
fn a_fast_hand_is_not_slowed_down_by_the_disk() {
    let mut desk = Desk::with(&twenty());
    desk.press("9");
    desk.press_at_once("96<enter>97<enter>98<tab>third<enter>");
    assert_eq!(desk.value("M-01", "2026-10-31").0, "96");
    assert_eq!(desk.value("M-02", "2026-10-31").0, "97");
    assert_eq!(desk.value("M-03", "2026-10-31"), ("98".to_owned(), "third".to_owned()));
    assert_eq!(desk.screen.selected(), "M-04");
}

#[test]
fn digits_never_switch_screens_here() {
    for digit in 1..=9 {
        let mut desk = one();
        desk.press(&digit.to_string());
        assert_eq!(Shown::shown(&desk.screen.model), Shown::Periods, "{digit}");
        assert!(desk.row("A-1").contains(&digit.to_string()), "{}", desk.row("A-1"));
        desk.press("0");
        assert!(desk.row("A-1").contains(&format!("{digit}0")), "{}", desk.row("A-1"));
    }
    for begins in ["-", ".", ","] {
        let mut desk = one();
        desk.press(begins).press("5");
        assert!(desk.text().contains(&format!("{begins}5")), "{begins}: {}", desk.text());
    }
    let mut desk = one();
    desk.press("0");
    assert!(desk.text().contains("= 0 %"), "a nought is a value as well: {}", desk.text());
}

#[test]
fn the_echo_says_how_a_value_is_understood_before_it_is_saved() {
    let mut desk = one();
    desk.press("45/47");
    assert!(desk.text().contains("= 95.7 %  ● met"), "{}", desk.text());
    desk.press("<bs><bs><bs><bs><bs>94,5");
    assert!(desk.text().contains("= 94.5 %  ▲ close"), "{}", desk.text());
    desk.press("<bs><bs><bs><bs>1,234");
    assert!(!desk.text().contains("= 1"), "what may be thousands is not guessed: {}", desk.text());
    let entries = desk.entries();
    desk.press("<enter>");
    assert_eq!(desk.entries(), entries, "{}", desk.status());
    assert!(desk.text().contains("1,234"), "what was typed stays");
}

#[test]
fn an_unusual_value_asks_for_a_second_enter() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-09", "96"));
    desk.press("9.6<enter>");
    assert!(desk.status().contains("far from the last value"), "{}", desk.status());
    assert_eq!(desk.value("A-1", "2026-10-31").0, "");
    desk.press("<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "9.6");
    desk.press("955<enter>");
    assert_eq!(desk.value("B-1", "2026-10-31").0, "", "{}", desk.status());
    desk.press("<bs><bs><bs>95<enter>");
    assert_eq!(desk.value("B-1", "2026-10-31").0, "95", "another value is looked at anew: {}", desk.status());
}

#[test]
fn an_enter_meant_for_the_next_cell_saves_nothing_unusual() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-09", "96"));
    desk.press("9.6<tab>typed without a look<enter>97<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "", "{}", desk.status());
    assert!(desk.status().contains("far from the last value"), "it is asked again: {}", desk.status());
}

#[test]
fn as_before_takes_the_last_value_and_waits_for_enter() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-09", "43/45"));
    desk.press("=");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "", "not saved yet");
    desk.press("<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "43/45");
    desk.press("=");
    assert!(desk.status().contains("no value stands before"), "{}", desk.status());
}

#[test]
fn a_period_that_was_not_measured_gets_its_reason_and_stays_missing() {
    let mut desk = one();
    desk.press("!<enter>");
    assert!(desk.status().contains("say why"), "{}", desk.status());
    desk.press("the export failed<enter>");
    assert!(desk.status().contains("not measured: the export failed"), "{}", desk.status());
    assert!(desk.row("A-1").contains('!'), "{}", desk.row("A-1"));
    assert_eq!(desk.screen.selected(), "B-1", "on to the next that waits");
    desk.press("k");
    assert!(desk.text().contains("“the export failed”"), "{}", desk.text());
}

#[test]
fn a_correction_is_asked_why_and_keeps_both_values() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-10", "96"));
    desk.press("k<enter>");
    assert!(desk.text().contains("stands") && desk.text().contains("“as it was”"), "in full: {}", desk.text());
    desk.press("<esc>94<enter>");
    assert!(desk.status().contains("96 is in already: say why"), "{}", desk.status());
    assert_eq!(desk.value("A-1", "2026-10-31").0, "96");
    desk.press("two were missing<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31"), ("94".to_owned(), "as it was".to_owned()));
    assert!(desk.row("A-1").contains("94  *") || desk.row("A-1").contains("94*"), "{}", desk.row("A-1"));
    desk.press("k<enter>");
    let text = desk.text();
    assert!(text.contains("two were missing") && text.contains("replaced"), "{text}");
}

#[test]
fn what_a_snapshot_holds_is_not_corrected_without_a_reason() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-10", "96"));
    desk.run(Command::TakeSnapshot { name: "Q3".to_owned() });
    desk.press("k94<enter><enter>");
    assert!(desk.status().contains("stood in snapshot 1"), "{}", desk.status());
    desk.press("counted twice<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "94", "{}", desk.status());
}

#[test]
fn the_meaning_of_a_value_that_is_in_can_be_said_later() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-10", "96"));
    desk.press("k<tab> and better<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31"), ("96".to_owned(), "as it was and better".to_owned()));
}

#[test]
fn a_value_somebody_else_entered_meanwhile_is_not_written_over() {
    let mut desk = one();
    desk.press("96");
    desk.session.run(recorded("A-1", "2026-10", "94")).expect("another hand");
    desk.press("<enter>");
    assert!(desk.status().contains("was changed since"), "{}", desk.status());
    assert_eq!(desk.value("A-1", "2026-10-31").0, "94");
    assert_eq!(desk.screen.selected(), "A-1", "back at its cell");
    desk.press("<enter>");
    assert!(desk.status().contains("94 is in already"), "what was typed stays, and now it corrects: {}", desk.status());
    desk.press("seen too early<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "96", "{}", desk.status());
}

#[test]
fn who_reported_it_and_what_shows_it_go_with_the_value() {
    let mut desk = one();
    desk.press("96<tab>fine<tab>R. Okafor<tab>export.csv<enter>");
    let dossier = desk.session.dossier("A-1", desk.lens).expect("the objective");
    let reading = dossier.readings.last().expect("a reading");
    assert_eq!((reading.reported_by.as_str(), reading.evidence.as_str()), ("R. Okafor", "export.csv"));
    desk.press("k<tab><tab>, IT<enter>");
    assert!(desk.status().contains("stay as they were entered"), "nothing is dropped silently: {}", desk.status());
}

#[test]
fn esc_warns_once_and_what_was_typed_can_be_brought_back() {
    let mut desk = one();
    desk.press("96<tab>better than it was<esc>");
    assert!(desk.status().contains("not saved"), "{}", desk.status());
    assert!(desk.text().contains("better than it was"));
    desk.press("<esc>");
    assert!(!desk.text().contains("better than it was"), "{}", desk.text());
    desk.press("j<c-y>");
    assert!(desk.text().contains("better than it was"), "{}", desk.text());
    desk.press("<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31"), ("96".to_owned(), "better than it was".to_owned()));
    desk.press("<esc>");
    assert_eq!(Shown::shown(&desk.screen.model), Shown::Home, "nothing typed: one step back");
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut desk = one();
    desk.press("96<enter>u");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "");
    assert!(desk.status().starts_with("took back") && desk.status().contains("A-1"), "{}", desk.status());
    assert!(desk.text().contains("U does it again"), "{}", desk.text());
    desk.press("U");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "96", "{}", desk.status());
    desk.press("u<c-r>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "96", "{}", desk.status());
}

#[test]
fn the_next_missing_one_is_a_key_away_and_years_turn_over() {
    let mut desk = one();
    for (at, month) in [1, 2, 4, 5, 6, 7, 8, 9, 10].into_iter().enumerate() {
        let (on, value) = (format!("2026-{month:02}"), if at % 2 == 0 { "93" } else { "99" });
        desk.run(recorded("A-1", &on, value));
        desk.run(recorded("B-1", &on, value));
    }
    desk.press("<esc>9f");
    assert!(desk.text().contains("Mar 2026 · was to report by 10 Apr 2026"), "{}", desk.text());
    desk.press("97<enter>98<enter>f");
    assert!(desk.status().contains("nothing waits in 2026"), "{}", desk.status());
    assert_eq!(desk.value("B-1", "2026-03-31").0, "98");
    desk.press("[");
    assert!(desk.text().contains("Periods  2025"), "{}", desk.text());
    desk.press("]<end>");
    assert!(desk.text().contains("Nov 2026 · runs until"), "{}", desk.text());
    desk.press("<home>h");
    assert!(desk.text().contains("Dec 2025"), "the year before follows by itself: {}", desk.text());
    desk.press("l]");
    assert!(desk.status().contains("2027 has not begun yet"), "{}", desk.status());
}

#[test]
fn a_quarter_is_one_step_and_leaves_the_month_as_it_was() {
    let quarter = Definition { frequency: Frequency::Q, ..held("A quarter") };
    let mut desk = Desk::with(&[("A-1".to_owned(), held("Access")), ("Q-1".to_owned(), quarter)]);
    desk.press("9hh");
    assert!(desk.text().contains("A-1  Access · Aug 2026"), "{}", desk.text());
    desk.press("j");
    assert!(desk.text().contains("Q-1  A quarter · Q3 2026"), "{}", desk.text());
    desk.press("k");
    assert!(desk.text().contains("A-1  Access · Aug 2026"), "{}", desk.text());
    desk.press("j97<enter>");
    assert_eq!(desk.value("Q-1", "2026-09-30").0, "97");
    assert_eq!(desk.screen.selected(), "A-1", "on to what waits in that column");
    desk.press("jh");
    assert!(desk.text().contains("Q2 2026"), "{}", desk.text());
}

#[test]
fn weeks_share_the_column_of_their_month_and_are_stepped_through() {
    let week = Definition { frequency: Frequency::W, start: day("2026-10-05"), ..held("A week") };
    let mut desk = Desk::with(&[("W-1".to_owned(), week)]);
    desk.press("9f");
    assert!(desk.text().contains("2026-W41"), "the first that waits: {}", desk.text());
    desk.press("97<enter>l98<enter>");
    assert_eq!(desk.value("W-1", "2026-10-11").0, "97");
    assert_eq!(desk.value("W-1", "2026-10-18").0, "98", "the week beside it: {}", desk.text());
    desk.press("f");
    assert!(desk.text().contains("2026-W43"), "{}", desk.text());
}

#[test]
fn what_is_delivered_opens_its_criteria_and_takes_no_number() {
    let mut milestone = Definition { kind: Kind::Milestone, ..Definition::titled("Vault", day("2026-01-01")) };
    milestone.due = Some(day("2026-12-31"));
    milestone.criteria = vec![Criterion { text: "In use".to_owned(), planned: None }];
    let mut desk = Desk::with(&[("V-1".to_owned(), milestone)]);
    desk.press("9");
    desk.press("5");
    assert!(desk.status().contains("delivered by criteria"), "{}", desk.status());
    desk.press("<enter>");
    assert!(desk.text().contains("In use"), "{}", desk.text());
}

#[test]
fn looking_back_shows_the_past_and_takes_nothing() {
    let mut desk = Desk::with(&[("A-1".to_owned(), held("Access"))]);
    desk.run(recorded("A-1", "2026-10", "96"));
    desk.lens.as_of = Some(day("2026-10-20"));
    let overview = desk.session.overview(desk.lens).expect("an overview");
    desk.screen.send(sixtwo::tui::msg::Msg::Overview(Box::new(overview)));
    desk.press("9");
    assert!(!desk.row("A-1").contains("96"), "October was not known: {}", desk.text());
    let entries = desk.entries();
    for keys in ["5", "=", "!", "<tab>", "u", "<enter>"] {
        desk.press(keys);
        assert!(desk.status().contains("goes back to now"), "{keys}: {}", desk.status());
    }
    desk.paste("95\n96");
    assert!(desk.status().contains("goes back to now"), "{}", desk.status());
    assert_eq!(desk.entries(), entries);
    desk.press("0");
    assert!(desk.row("A-1").contains("96"), "now again: {}", desk.text());
}

#[test]
fn a_cell_is_copied_as_it_was_typed() {
    let mut desk = one();
    desk.run(recorded("A-1", "2026-10", "43/47"));
    desk.press("ky");
    assert_eq!(desk.copied, ["43/47"]);
}
