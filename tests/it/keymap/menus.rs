//! Help and palette: they find every action and do it where they were opened.

use sixtwo::app::view::Lens;
use sixtwo::tui::keymap::Scope;
use sixtwo::tui::model::Layer;

use crate::terminals::stage::{Stage, sample};

/// Goes down to the line with this name in the help, with `Down` alone, and presses Enter.
fn by_help(stage: &mut Stage, name: &str) {
    stage.press("<f1>");
    for _ in 0..200 {
        let marked = stage.lines().into_iter().find(|line| line.contains('▸') && !line.contains("Help"));
        let names = marked.as_deref().unwrap_or_default();
        if names.contains(&format!("  {name}  ")) {
            stage.press("<enter>");
            return;
        }
        stage.press("<down>");
    }
    panic!("the help has no line {name}: {}", stage.text());
}

#[test]
fn an_objective_is_made_measured_and_taken_back_without_a_single_letter_as_a_command() {
    let mut stage = Stage::open(120, 36);
    by_help(&mut stage, "new");
    assert!(stage.play.model.scopes().contains(&Scope::Catalogue), "{}", stage.text());
    stage.press("<enter>");
    stage.press("<tab>Lost devices are reported in a day");
    by_help(&mut stage, "save");
    if stage.play.model.scopes() == [Scope::Actor] {
        stage.press("M. Berg<enter>");
    }
    assert!(stage.text().contains("Lost devices are reported"), "{}", stage.text());
    assert!(stage.play.model.layers.is_empty(), "the form is still open: {}", stage.text());
    let seq = stage.play.model.overview.as_ref().map(|overview| overview.seq);
    by_help(&mut stage, "undo");
    let after = stage.play.model.overview.as_ref().map(|overview| overview.seq);
    assert!(after > seq, "nothing was taken back: {}", stage.text());
}

#[test]
fn pressing_a_listed_key_in_the_help_does_it() {
    let mut stage = Stage::open(120, 36);
    stage.press("?e");
    assert!(stage.play.model.scopes().contains(&Scope::Form), "{}", stage.text());
    let mut stage = Stage::open(120, 36);
    stage.press("?5");
    assert_eq!(stage.play.model.scopes()[0], Scope::History, "{}", stage.text());
    assert_eq!(stage.play.model.layers.len(), 1, "the help is gone");
}

#[test]
fn the_help_is_searched_and_esc_gives_the_whole_list_back() {
    let mut stage = Stage::open(120, 36);
    stage.press("?");
    let all = stage.text();
    stage.press("/freezes");
    assert!(stage.text().contains("Freezes the register as of now"), "{}", stage.text());
    assert!(!stage.text().contains("Records a reading"), "{}", stage.text());
    stage.press("<esc>");
    assert_eq!(stage.text(), all);
    stage.press("<esc>");
    assert!(stage.play.model.layers.is_empty());
}

#[test]
fn pages_of_the_manual_are_read_in_the_help() {
    let mut stage = Stage::open(100, 30);
    stage.press("?/tmux<enter>");
    assert!(!stage.text().contains("escape-time"), "a page is found by its title, not by what it says");
    stage.press("<esc>/Standing in front<enter>");
    let first = stage.text();
    assert!(first.contains("Manual"), "{first}");
    for (there, back) in [("<down>", "<up>"), ("<pgdn>", "<pgup>"), ("G", "g"), ("<c-d>", "<c-u>"), ("j", "k")] {
        stage.press(there);
        assert_ne!(stage.text(), first, "{there} does not scroll");
        stage.press(back);
        assert_eq!(stage.text(), first, "{back} does not come back");
    }
    stage.press("<right>");
    assert!(stage.text().contains("Files and safety"), "{}", stage.text());
    stage.press("<esc><esc><esc>");
    assert!(stage.play.model.layers.is_empty(), "{}", stage.text());
}

#[test]
fn the_palette_finds_by_a_few_letters_and_does_it_in_one_step() {
    let mut stage = Stage::open(120, 36);
    stage.press(":histo<enter>");
    assert_eq!(stage.play.model.scopes()[0], Scope::History, "{}", stage.text());
    stage.press("<c-p>HR-2<enter>");
    assert!(stage.play.model.layers.is_empty(), "{}", stage.text());
    assert_eq!(stage.play.model.home.selected.as_deref(), Some("HR-2"));
    stage.press(":histcorr<enter>");
    assert_eq!(stage.play.model.scopes()[0], Scope::History, "an action of another screen goes there");
    assert!(stage.text().contains("c: Shows only values that were entered anew"), "{}", stage.text());
}

#[test]
fn what_cannot_be_done_now_says_why() {
    let mut stage = Stage::open(120, 36);
    stage.press(":now");
    let marked = stage.lines().into_iter().find(|line| line.contains("▸now")).unwrap_or_default();
    assert!(marked.contains("not now: the screen shows the register as it is known now"), "{}", stage.text());
    stage.press("<enter>");
    assert!(stage.text().contains("✗ the screen shows the register"), "{}", stage.text());
}

#[test]
fn the_palette_over_a_form_offers_what_counts_there_and_keeps_what_was_typed() {
    let mut stage = Stage::open(120, 36);
    stage.press("n<enter><tab>Half a title<c-p>");
    assert!(!stage.text().contains("go to HR-2"), "a way out of the form would lose the text");
    stage.press("<esc>");
    assert!(stage.text().contains("Half a title"), "{}", stage.text());
    stage.press("<c-p>save<enter>");
    if stage.play.model.scopes() == [Scope::Actor] {
        stage.press("<enter>");
    }
    let overview = stage.play.model.overview.as_ref().expect("an overview");
    assert!(overview.rows.iter().any(|row| row.objective.definition.title == "Half a title"));
}

#[test]
fn one_menu_takes_the_place_of_the_other() {
    let mut stage = Stage::open(120, 36);
    stage.press("?:");
    assert_eq!(stage.play.model.layers.len(), 1);
    stage.press("<f1>");
    assert_eq!(stage.play.model.layers.len(), 1);
    assert!(stage.text().contains("Help"), "{}", stage.text());
    stage.press("<f1>");
    assert!(stage.play.model.layers.is_empty());
}

#[test]
fn menus_change_nothing_of_what_they_lie_on() {
    for keys in ["", "3", "4", "5", "6", "7", "8", "9", "W", "e", "m", "R"] {
        let mut stage = Stage::open(120, 36);
        stage.press(keys);
        let before = stage.text();
        let layers = stage.play.model.layers.len();
        stage.press("<f1><esc>");
        assert_eq!(stage.text(), before, "help over {keys}");
        stage.press("<c-p><esc>");
        assert_eq!(stage.text(), before, "palette over {keys}");
        assert_eq!(stage.play.model.layers.len(), layers);
        assert!(!matches!(stage.play.model.layers.last(), Some(Layer::Sheet { sheet, .. }) if sheet.menu().is_some()));
    }
}

#[test]
fn the_sample_behind_these_tests_holds_what_they_name() {
    let (_folder, mut session) = sample();
    let overview = session.overview(Lens::default()).expect("an overview");
    assert!(overview.rows.iter().any(|row| row.code() == "HR-2"));
}
