//! A screen reader or a braille line reads line by line and follows the real cursor.

use ratatui::style::Modifier;
use sixtwo::tui::model::Model;
use sixtwo::tui::preferences::Preferences;
use sixtwo::tui::theme::Theme;

use super::stage::{PLACES, Stage};

fn linear() -> Stage {
    let utf8 = |name: &str| (name == "LANG").then(|| "C.UTF-8".to_owned());
    let theme = Theme::of(&Preferences { plain: true, ..Preferences::default() }, &utf8);
    Stage::with(Model::new((120, 36), theme))
}

#[test]
fn nothing_is_drawn_that_would_only_be_read_aloud() {
    let noise = |c: char| ('\u{2500}'..='\u{259f}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c);
    for (place, keys) in PLACES {
        let text = linear().press(keys).text();
        let line = text.lines().find(|line| line.contains(noise));
        assert_eq!(line, None, "{place}: lines and bars are noise\n{text}");
    }
}

#[test]
fn figures_stand_where_a_chart_would() {
    let text = linear().press("<enter>").text();
    for said in ["Oct 2026", "91.5 %", "not met"] {
        assert!(text.contains(said), "{said} is not said:\n{text}");
    }
}

#[test]
fn panes_stand_below_each_other_at_any_width() {
    let mut stage = linear();
    stage.resize(300, 80);
    for line in stage.lines() {
        let said = line.trim_end();
        assert!(unicode_width::UnicodeWidthStr::width(said) <= 90, "{said}");
    }
}

#[test]
fn the_real_cursor_stands_on_the_selected_line_of_every_list_and_at_the_caret_of_every_field() {
    for mut stage in [linear(), Stage::open(120, 36)] {
        let base = stage.play.model.theme.linear;
        for (place, keys) in PLACES {
            stage = if base { linear() } else { Stage::open(120, 36) };
            stage.press(keys);
            let (picture, cursor) = stage.picture();
            let (x, y) = cursor.unwrap_or_else(|| panic!("{place}: no cursor, linear {base}\n{}", stage.text()));
            let marked = |y| {
                (0..picture.area.width).any(|x| {
                    let cell = &picture[(x, y)];
                    cell.symbol() == "▸" || cell.modifier.contains(Modifier::REVERSED)
                })
            };
            let lists = ["home", "trace", "readiness", "history", "snapshots", "people", "editions", "versions"];
            assert!(!lists.contains(place) || marked(y), "{place}: the cursor is at {x}, {y}\n{}", stage.text());
        }
    }
}
