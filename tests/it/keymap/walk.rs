//! The keys that count together, as they really do: every place is visited, then keys are pressed at random.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use sixtwo::tui::keymap::{Action, Keymap, Scope, together};
use sixtwo::tui::model::{Layer, Model};
use sixtwo::tui::msg::Msg;
use sixtwo::tui::sheet::Menu;

use super::places::PLACES;
use crate::terminals::stage::Stage;

/// Scopes in which a key of something further out may mean something else: they are the same on every screen, and what
/// a screen needs more goes before them. The footer and the help leave such keys out.
const YIELDING: [Scope; 3] = [Scope::Moving, Scope::Screens, Scope::Home];

fn typed(letter: char) -> Msg {
    Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))
}

/// Each place with the scopes that count there.
fn visited() -> BTreeMap<&'static str, Vec<Scope>> {
    PLACES
        .iter()
        .map(|keys| {
            let mut stage = Stage::open(120, 36);
            stage.press(keys);
            (*keys, stage.play.model.scopes())
        })
        .collect()
}

/// Every combination that was met, at places and on random ways between them.
fn met() -> BTreeSet<Vec<Scope>> {
    let mut met: BTreeSet<Vec<Scope>> = visited().into_values().collect();
    let mut dice = 0x2026_1124_u64;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % sides
    };
    let letters: Vec<char> = (' '..='~').collect();
    let named = [KeyCode::Enter, KeyCode::Tab, KeyCode::Down, KeyCode::Right, KeyCode::F(1), KeyCode::PageDown];
    for keys in PLACES.iter().step_by(4) {
        let mut stage = Stage::open(100, 30);
        stage.press(keys);
        for _ in 0..24 {
            let code = match roll(3) {
                0 => named[roll(named.len())],
                _ => KeyCode::Char(letters[roll(letters.len())]),
            };
            stage.play.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            met.insert(stage.play.model.scopes());
        }
    }
    met
}

#[test]
fn the_places_are_different_ones() {
    let scopes: BTreeSet<Vec<Scope>> = visited().into_values().collect();
    assert!(scopes.len() > 25, "the walk stands still: {scopes:?}");
}

#[test]
fn no_key_means_two_things_where_scopes_count_together() {
    let keymap = Keymap::default();
    let listed = together();
    for scopes in met() {
        let known = listed.iter().any(|together| scopes.iter().all(|scope| together.contains(scope)));
        assert!(known, "{scopes:?} count together and keymap/together.rs does not know");
        let mut seen: BTreeMap<String, (Scope, Action)> = BTreeMap::new();
        for scope in scopes.iter().chain([&Scope::Global]) {
            for binding in keymap.in_scope(*scope) {
                for key in &binding.keys {
                    let mine = (*scope, binding.spec.action);
                    let other = *seen.entry(key.to_string()).or_insert(mine);
                    let yields = other.1 == mine.1 || (YIELDING.contains(scope) && other.0 != *scope);
                    assert!(yields, "{key} means {other:?} and {mine:?} in {scopes:?}");
                }
            }
        }
    }
}

/// The text of the field that takes what is typed now.
fn text(model: &mut Model) -> Option<String> {
    match model.layers.last_mut()? {
        Layer::Filter => Some(model.home.filter.text().to_owned()),
        Layer::Actor { name, .. } => Some(name.text().to_owned()),
        Layer::Sheet { sheet, .. } => sheet.field().map(|field| field.text().to_owned()),
    }
}

#[test]
fn every_letter_arrives_where_text_is_typed() {
    let mut fields = 0;
    for keys in PLACES {
        let mut stage = Stage::open(120, 36);
        stage.press(keys);
        let Some(before) = text(&mut stage.play.model) else { continue };
        fields += 1;
        let scopes = stage.play.model.scopes();
        assert!(stage.play.model.typing, "{keys}: the footer does not know that letters are text");
        assert!(scopes.iter().any(|scope| scope.is_typed_into()), "{keys}: {scopes:?} is typed into");
        let letters: String = ('!'..='~').chain(['ä', 'ß', '€']).collect();
        for letter in letters.chars() {
            stage.play.send(typed(letter));
        }
        let after = text(&mut stage.play.model).unwrap_or_default();
        assert_eq!(after, format!("{before}{letters}"), "{keys}: letters were swallowed");
    }
    assert!(fields >= 8, "the walk found {fields} fields only");
}

#[test]
fn the_help_opens_everywhere_and_lists_everything_that_counts() {
    for (keys, scopes) in visited() {
        let mut stage = Stage::open(160, 300);
        stage.press(keys);
        if menu(&stage.play.model).is_some() {
            continue;
        }
        let help = stage.press("<f1>").text();
        assert_eq!(menu(&stage.play.model), Some(Menu::Help), "{keys}: F1 does not open the help");
        for binding in stage.play.model.keymap.counting(&scopes) {
            assert!(help.contains(binding.spec.name), "{keys}: {:?} is missing", binding.spec.action);
        }
    }
}

fn menu(model: &Model) -> Option<Menu> {
    match model.layers.last() {
        Some(Layer::Sheet { sheet, .. }) => sheet.menu(),
        _ => None,
    }
}

#[test]
fn hints_are_pinned_short_and_true_at_every_width() {
    for keys in PLACES {
        for width in [40, 60, 80, 120] {
            let mut stage = Stage::open(width, 24);
            stage.press(keys);
            let lines = stage.lines();
            let footer = lines.last().map(|line| line.trim_end().to_owned()).unwrap_or_default();
            let pinned = if stage.play.model.typing { "F1 help" } else { "? help" };
            assert!(footer.ends_with(pinned), "{keys} at {width}: {footer}");
            let scopes = stage.play.model.scopes();
            let counting = stage.play.model.keymap.counting(&scopes);
            for hint in footer.split("   ").map(str::trim).filter(|hint| !hint.is_empty()) {
                let typing = stage.play.model.typing;
                let is_true = counting.iter().any(|binding| {
                    binding.key_while(typing).is_some_and(|key| hint == format!("{key} {}", binding.spec.name))
                });
                assert!(is_true, "{keys} at {width}: nothing does what `{hint}` says in {scopes:?}");
            }
        }
    }
}
