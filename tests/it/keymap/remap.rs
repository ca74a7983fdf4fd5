//! Keys of a person's own: dispatch, footer, help, palette and hints follow; what cannot be is refused with a reason.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sixtwo::tui::keymap::{Keymap, Scope};
use sixtwo::tui::model::Model;
use sixtwo::tui::preferences::Preferences;
use sixtwo::tui::theme::Theme;

use crate::terminals::stage::Stage;

fn wishes(said: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
    said.iter().map(|(name, keys)| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect())).collect()
}

fn preferring(said: &[(&str, &[&str])]) -> Stage {
    let preferences = Preferences { keys: wishes(said), ..Preferences::default() };
    assert_eq!(Keymap::preferred(&preferences.keys).1, [], "a wish is refused");
    Stage::with(Model::new((120, 36), Theme::default()).preferring(preferences))
}

#[test]
fn everything_follows_another_key() {
    let mut stage = preferring(&[("record", &["F12", "Ctrl-T"]), ("undo", &["Ctrl-X"]), ("palette", &["Ctrl-O"])]);
    let footer = stage.lines().last().cloned().unwrap_or_default();
    assert!(footer.contains("F12 reading"), "{footer}");
    stage.press("m");
    assert!(stage.play.model.layers.is_empty(), "the old key still does it");
    stage.press("<c-t>");
    assert!(stage.play.model.scopes().contains(&Scope::Form), "{}", stage.text());
    stage.press("<esc>?/records a reading");
    assert!(stage.text().contains("F12 Ctrl-T"), "{}", stage.text());
    stage.press("<esc><esc>");
    stage.press("<c-o>reading");
    let marked = stage.lines().into_iter().find(|line| line.contains("▸reading")).unwrap_or_default();
    assert!(marked.contains(" F12"), "{}", stage.text());
    stage.press("<esc><esc>n<enter><tab>Emptyish");
    stage.press("<c-s>");
    if stage.play.model.scopes() == [Scope::Actor] {
        stage.press("<enter>");
    }
    assert!(stage.text().contains("Ctrl-X takes it back"), "{}", stage.text());
}

#[test]
fn a_key_taken_away_leaves_the_palette() {
    let mut stage = preferring(&[("snapshot", &["none"]), ("home.undo", &["none"])]);
    stage.press("S");
    assert!(stage.play.model.layers.is_empty(), "{}", stage.text());
    stage.press(":snapshot<enter>");
    assert!(stage.play.model.scopes().contains(&Scope::Form), "{}", stage.text());
}

#[test]
fn a_key_in_one_place_leaves_the_others_alone() {
    let (keymap, refused) = Keymap::preferred(&wishes(&[("history.corrected", &["C"]), ("trace.edit", &["F12"])]));
    assert_eq!(refused, []);
    let shown = |scope: Scope, name: &str| {
        keymap.in_scope(scope).find(|binding| binding.spec.name == name).map(|binding| binding.keys_text())
    };
    assert_eq!(shown(Scope::History, "corrected").as_deref(), Some("C"));
    assert_eq!(shown(Scope::Trace, "edit").as_deref(), Some("F12"));
    assert_eq!(shown(Scope::Home, "edit").as_deref(), Some("e"));
}

#[test]
fn two_actions_may_change_places() {
    let (keymap, refused) = Keymap::preferred(&wishes(&[("home.record", &["e"]), ("home.edit", &["m"])]));
    assert_eq!(refused, []);
    let keys: Vec<String> = keymap.in_scope(Scope::Home).map(|binding| binding.keys_text()).collect();
    assert!(keys.contains(&"e".to_owned()) && keys.contains(&"m".to_owned()), "{keys:?}");
}

#[test]
fn enter_esc_and_f1_stay_whatever_is_wished() {
    let (keymap, refused) = Keymap::preferred(&wishes(&[
        ("back", &["none"]),
        ("confirm", &["F12"]),
        ("help", &["Ctrl-T"]),
        ("down", &["none"]),
    ]));
    assert!(refused.is_empty(), "{refused:?}");
    for binding in keymap.bindings() {
        for key in binding.spec.keys.iter().filter(|key| key.is_fixed()) {
            assert!(binding.keys.contains(key), "{key} was taken from {:?}", binding.spec);
        }
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let cases: &[(&str, &str, &str)] = &[
        ("edit", "Ctrl-J", "arrives as Enter"),
        ("edit", "Ctrl-I", "arrives as Tab"),
        ("edit", "Ctrl-M", "arrives as Enter"),
        ("edit", "ctrl-h", "arrives as Backspace"),
        ("edit", "Ctrl-Z", "stops the program"),
        ("edit", "Ctrl-Q", "held back"),
        ("edit", "Ctrl-Enter", "kitty protocol"),
        ("edit", "Ctrl-1", "kitty protocol"),
        ("edit", "Shift-F5", "kitty protocol"),
        ("edit", "Super-e", "kitty protocol"),
        ("edit", "Alt-e", "Alt is not used"),
        ("edit", "Shift-e", "written as what it types: E"),
        ("edit", "F13", "no key most keyboards have"),
        ("edit", "F13x", "is no key"),
        ("edit", "", "is no key"),
        ("edit", "m", "m means record already"),
        ("edit", "?", "? means help already"),
        ("retire", "Enter", "keeps its meaning"),
        ("save", "Esc", "keeps its meaning"),
        ("save", "w", "taken by the text"),
        ("save", "Ctrl-U", "taken by the text"),
        ("recrod", "F9", "did you mean record"),
        ("history.corected", "F9", "did you mean corrected"),
        ("hstory.corrected", "F9", "did you mean history"),
        ("history.record", "F9", "no action \"record\" in history"),
    ];
    let own = Keymap::default().rows();
    for (name, key, why) in cases {
        let (keymap, refused) = Keymap::preferred(&wishes(&[(name, &[key])]));
        let said = refused.first().map(|refused| refused.why.clone()).unwrap_or_default();
        assert!(said.contains(why), "{name} = {key}: {said:?}");
        assert_eq!(keymap.rows(), own, "{name} = {key} changed something all the same");
    }
}

#[test]
fn of_two_wishes_for_one_key_the_first_is_followed() {
    let (keymap, refused) = Keymap::preferred(&wishes(&[("edit", &["F12"]), ("new", &["F12"])]));
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!(refused[0].name, "new");
    assert!(keymap.in_scope(Scope::Home).any(|binding| binding.spec.name == "edit" && binding.keys_text() == "F12"));
}

#[test]
fn what_is_left_aside_is_said_at_the_start_with_its_place() {
    let problems = vec!["config.toml:3:1: there is no setting `them`".to_owned(), "config.toml:5:1: no".to_owned()];
    let preferences = Preferences { problems, ..Preferences::default() };
    let mut stage = Stage::with(Model::new((120, 36), Theme::default()).preferring(preferences));
    assert!(stage.text().contains("✗ left aside: config.toml:3:1: there is no setting `them`"), "{}", stage.text());
    assert!(stage.text().contains("1 more: :config"), "{}", stage.text());
    stage.press(":config<enter>");
    assert!(stage.text().contains("config.toml:5:1: no"), "{}", stage.text());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_wishes_leave_a_keymap_without_clashes(
        said in prop::collection::btree_map(
            prop_oneof![Just("record".to_owned()), Just("edit".to_owned()), Just("home.new".to_owned()),
                Just("undo".to_owned()), Just("back".to_owned()), Just("down".to_owned()), "[a-z.]{0,8}"],
            prop::collection::vec(prop_oneof!["[a-zA-Z?/]", "F[0-9]{1,2}", "Ctrl-[a-z]", Just("none".to_owned()), ".{0,4}"], 0..3),
            0..5,
        )
    ) {
        let (keymap, refused) = Keymap::preferred(&said);
        prop_assert!(refused.iter().all(|refused| said.contains_key(&refused.name) && !refused.why.is_empty()));
        for scope in Scope::ALL {
            let mut seen = BTreeMap::new();
            for binding in keymap.in_scope(*scope) {
                for key in &binding.keys {
                    let other = seen.insert(key.to_string(), binding.spec.action).filter(|other| *other != binding.spec.action);
                    prop_assert!(other.is_none(), "{key} means two things in {scope:?}: {said:?}");
                }
            }
        }
    }
}
