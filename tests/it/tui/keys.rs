//! The table of actions: no clashes, nothing reserved, arrows and letters in every list, hints that are true.

use std::collections::HashSet;

use sixtwo::tui::keymap::{Action, SPECS, Scope, key_table, keys_text};

use super::fixture::overview;
use super::screen::Screen;

#[test]
fn no_key_means_two_things_in_one_scope() {
    for scope in Scope::ALL.iter().copied() {
        let mut seen = HashSet::new();
        for spec in SPECS.iter().filter(|spec| spec.scope == scope) {
            for key in spec.keys {
                assert!(seen.insert(*key), "{key} means two things in {scope:?}");
            }
        }
    }
}

#[test]
fn keys_that_count_together_do_not_clash() {
    let together: [&[Scope]; 6] = [
        &[Scope::Objectives, Scope::Home, Scope::Moving, Scope::Global],
        &[Scope::Cascade, Scope::Home, Scope::Moving, Scope::Global],
        &[Scope::Measurements, Scope::Home, Scope::Moving, Scope::Global],
        &[Scope::Filter],
        &[Scope::Help, Scope::Moving],
        &[Scope::Form, Scope::Choice],
    ];
    for scopes in together {
        let mut seen = HashSet::new();
        for spec in SPECS.iter().filter(|spec| scopes.contains(&spec.scope)) {
            for key in spec.keys {
                assert!(seen.insert(*key), "{key} means two things in {scopes:?}");
            }
        }
    }
}

#[test]
fn no_reserved_key_is_bound() {
    let reserved = ["Ctrl-I", "Ctrl-J", "Ctrl-M", "Ctrl-H", "Ctrl-Z", "Ctrl-Q"];
    for spec in SPECS.iter() {
        for key in spec.keys {
            let name = key.to_string();
            assert!(!reserved.contains(&name.as_str()), "{name} is bound to {:?}", spec.action);
        }
    }
}

#[test]
fn every_action_says_what_it_does() {
    for row in key_table() {
        assert!(row.effect.starts_with(char::is_uppercase), "{}: {}", row.keys, row.effect);
        assert!(!row.effect.ends_with(['.', '!']), "{}: {}", row.keys, row.effect);
        assert!(!row.keys.is_empty() && !row.name.is_empty(), "{row:?}");
    }
    assert_eq!(key_table().len(), SPECS.len(), "a scope is missing in Scope::ALL");
}

#[test]
fn arrows_and_letters_move_the_list_alike() {
    for (arrows, letters) in [("<down>", "j"), ("<down><down><up>", "jjk"), ("<end>", "G"), ("<end><home>", "Gg")] {
        let by_arrows = Screen::open(120, 36).press(arrows).selected().to_owned();
        let by_letters = Screen::open(120, 36).press(letters).selected().to_owned();
        assert_eq!(by_arrows, by_letters, "{arrows} and {letters}");
    }
}

/// In every list and pane each movement key goes there and its opposite comes back.
#[test]
fn every_movement_key_works_in_every_list() {
    let ways =
        [("<down>", "<up>"), ("j", "k"), ("<pgdn>", "<pgup>"), ("<c-d>", "<c-u>"), ("<end>", "<home>"), ("G", "g")];
    for (place, open) in [("list", ""), ("help", "?"), ("cascade", "<s-tab>z"), ("readings", "<tab>zt")] {
        for (there, back) in ways {
            let mut screen = Screen::open(80, 16);
            screen.press(open);
            if place == "cascade" {
                screen.press("g");
            }
            let before = screen.text();
            screen.press(there);
            assert_ne!(screen.text(), before, "{there} does nothing in {place}");
            screen.press(back);
            assert_eq!(screen.text(), before, "{back} does not come back in {place}");
        }
    }
}

#[test]
fn help_is_pinned_and_the_least_important_hint_goes_first() {
    for width in [40, 60, 80, 120, 200] {
        let screen = Screen::open(width, 24);
        let text = screen.text();
        let footer = text.lines().last().unwrap_or_default();
        assert!(footer.ends_with("? help"), "at {width}: {footer}");
        assert!(footer.contains("m reading"), "at {width}: {footer}");
    }
}

#[test]
fn hints_show_only_keys_that_do_what_they_say() {
    let footer = Screen::open(200, 24).text().lines().last().unwrap_or_default().to_owned();
    let shown = SPECS.iter().filter(|spec| {
        let key = spec.keys.first().map(ToString::to_string).unwrap_or_default();
        [Scope::Home, Scope::Objectives].contains(&spec.scope)
            && spec.priority > 0
            && footer.contains(&format!("{key} {}", spec.name))
    });
    assert!(shown.count() > 8, "{footer}");
}

#[test]
fn the_help_lists_every_key_there_is() {
    let mut screen = Screen::open(200, 500);
    let help = screen.press("?").text();
    for spec in SPECS.iter() {
        assert!(help.contains(&keys_text(spec)), "{:?} is missing", spec.action);
        assert!(help.contains(spec.effect), "{:?} is missing", spec.action);
    }
}

#[test]
fn a_refused_key_says_why() {
    let mut locked = overview();
    locked.read_only = true;
    let mut screen = Screen::showing(locked, 80, 24);
    screen.press("m");
    assert_eq!(screen.line_with("✗"), " ✗ this register is open for reading only");
    assert!(screen.text().contains("READ-ONLY"));
    let mut empty = overview();
    empty.rows.clear();
    let mut screen = Screen::showing(empty, 80, 24);
    screen.press("e");
    assert_eq!(screen.line_with("✗"), " ✗ no objective is selected");
}

#[test]
fn the_first_key_of_help_opens_it() {
    let first = |action| SPECS.iter().find(|spec| spec.action == action).map(keys_text);
    assert_eq!(first(Action::Help).as_deref(), Some("? F1"));
}
