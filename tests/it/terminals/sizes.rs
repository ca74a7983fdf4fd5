//! Any keys at any sizes on any screen: nothing breaks, nothing typed is lost, the two lines that orient stay.

use proptest::prelude::*;

use super::stage::{PLACES, Stage};

const KEYS: &[&str] = &[
    "<up>", "<down>", "<left>", "<right>", "<tab>", "<s-tab>", "<enter>", "<esc>", "<pgup>", "<pgdn>", "<home>",
    "<end>", "<f1>", "<bs>", "<c-d>", "<c-u>", "<c-s>", " ", "a", "d", "e", "g", "G", "j", "k", "l", "h", "n", "o",
    "p", "t", "z", "v", "A", "T", "/", "?", "1", "3", "5", "7", "9", ".", "漢", "é", "\u{301}", "ש",
];

#[derive(Clone, Debug)]
enum Turn {
    Key(&'static str),
    Size(u16, u16),
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        3 => proptest::sample::select(KEYS).prop_map(Turn::Key),
        1 => (0..=400u16, 0..=200u16).prop_map(|(width, height)| Turn::Size(width, height)),
        1 => (30..=100u16, 8..=30u16).prop_map(|(width, height)| Turn::Size(width, height)),
    ]
}

/// What holds for every picture: the cursor is inside, and title and footer are there from the smallest size on.
fn is_whole(stage: &Stage) -> Result<(), TestCaseError> {
    let (width, height) = stage.play.model.size;
    let (_, cursor) = stage.picture();
    if let Some((x, y)) = cursor {
        prop_assert!(x < width.max(1) && y < height.max(1), "the cursor is at {x}, {y} of {width} x {height}");
    }
    let lines = stage.lines();
    if width < 40 || height < 12 {
        let said = lines.concat();
        prop_assert!(width < 30 || height < 2 || said.contains("sixtwo needs 40 x 12"), "{width} x {height}: {said}");
        return Ok(());
    }
    let title = &lines[0];
    prop_assert!(title.contains("Halden"), "{width} x {height}: whose register? {title}");
    let footer = lines.last().expect("a last line");
    prop_assert!(footer.trim_end().ends_with(" help"), "{width} x {height}: {footer}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_at_no_size_break_a_screen(
        place in proptest::sample::select(PLACES),
        turns in proptest::collection::vec(turn(), 12..40),
    ) {
        let mut stage = Stage::open(100, 30);
        stage.press(place.1);
        for turn in turns {
            match turn {
                Turn::Key(key) => stage.press(key),
                Turn::Size(width, height) => stage.resize(width, height),
            };
            is_whole(&stage)?;
        }
    }
}

#[test]
fn every_screen_is_whole_at_every_size_of_the_bar() {
    for (place, keys) in PLACES {
        let mut stage = Stage::open(80, 24);
        stage.press(keys);
        for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60), (300, 80), (400, 200), (40, 80)] {
            stage.resize(width, height);
            if let Err(why) = is_whole(&stage) {
                panic!("{place}: {why}");
            }
        }
    }
}

#[test]
fn what_is_being_typed_survives_any_change_of_size() {
    for keys in ["e", "m", "s", "X<tab><tab>", "n", "S", "R", "/", "7n", "3n<tab>"] {
        let mut stage = Stage::open(80, 24);
        stage.press(keys).press("漢 halb").press("getippt");
        let before = stage.text();
        assert!(before.contains("getippt"), "{keys}: the text is not on the screen:\n{before}");
        for (width, height) in [(0, 0), (1, 1), (40, 12), (39, 11), (300, 80), (2, 200), (80, 12), (400, 1), (80, 24)] {
            stage.resize(width, height).text();
        }
        assert_eq!(stage.text(), before, "{keys}");
    }
}

#[test]
fn below_the_smallest_size_one_sentence_says_both_and_nothing_is_lost() {
    let mut stage = Stage::open(80, 24);
    stage.press("m9");
    let before = stage.text();
    let said = stage.resize(39, 11).lines().concat();
    assert!(said.split_whitespace().collect::<Vec<_>>().join(" ").contains("sixtwo needs 40 x 12; this is 39 x 11"));
    stage.press("5").resize(80, 24);
    assert!(stage.text() != before && stage.text().contains("95"), "what is typed there arrives:\n{}", stage.text());
}
