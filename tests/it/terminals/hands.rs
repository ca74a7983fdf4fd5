//! The mouse where it is let in, and what is copied.

use ratatui::layout::Position;
use sixtwo::tui::effect::Effect;
use sixtwo::tui::msg::{Mouse, Msg};

use super::stage::Stage;

fn selected(stage: &Stage) -> String {
    stage.play.model.home.selected.clone().unwrap_or_default()
}

/// The cell where a text begins.
fn place_of(stage: &Stage, text: &str) -> Position {
    let (picture, _) = stage.picture();
    let width = picture.area.width;
    let wanted: Vec<String> = text.chars().map(String::from).collect();
    let starts = |x: u16, y: u16| wanted.iter().zip(x..width).all(|(c, x)| picture[(x, y)].symbol() == c);
    let all = (0..picture.area.height).flat_map(|y| (0..width - wanted.len() as u16).map(move |x| (x, y)));
    let (x, y) = all.into_iter().find(|(x, y)| starts(*x, *y)).unwrap_or_else(|| panic!("{text}:\n{}", stage.text()));
    Position::new(x, y)
}

#[test]
fn a_click_selects_a_row_and_gives_its_pane_the_focus() {
    let mut stage = Stage::open(120, 36);
    let at = place_of(&stage, "OPS-2");
    stage.play.send(Msg::Mouse(Mouse::Click(at)));
    assert_eq!(selected(&stage), "OPS-2");
    stage.press("<tab>");
    let at = place_of(&stage, "HR-2");
    stage.play.send(Msg::Mouse(Mouse::Click(at)));
    assert_eq!((selected(&stage).as_str(), stage.play.model.home.focus.name()), ("HR-2", "Objectives"));
}

#[test]
fn the_wheel_scrolls_what_is_below_it_and_leaves_the_focus() {
    let mut stage = Stage::open(120, 36);
    let (at, before) = (place_of(&stage, "OPS-2"), selected(&stage));
    stage.press("<tab>");
    let focus = stage.play.model.home.focus;
    stage.play.send(Msg::Mouse(Mouse::WheelDown(at)));
    assert_ne!(selected(&stage), before);
    stage.play.send(Msg::Mouse(Mouse::WheelUp(at)));
    assert_eq!((selected(&stage), stage.play.model.home.focus), (before, focus));
}

#[test]
fn a_click_selects_in_the_list_of_any_screen_and_goes_to_a_screen_by_its_name() {
    let mut stage = Stage::open(120, 36);
    let history = place_of(&stage, "5 History");
    stage.play.send(Msg::Mouse(Mouse::Click(history)));
    assert!(stage.text().contains("[5 History]"), "{}", stage.text());
    let (_, cursor) = stage.picture();
    let (x, y) = cursor.expect("a selected entry");
    stage.play.send(Msg::Mouse(Mouse::Click(Position::new(x + 9, y + 4))));
    assert_eq!(stage.picture().1, Some((x, y + 4)), "{}", stage.text());
}

#[test]
fn the_mouse_is_let_in_on_request_only() {
    let mut stage = Stage::open(80, 24);
    assert!(!stage.play.model.preferences.mouse);
    stage.press("<f7>");
    assert_eq!(stage.play.asked, [Effect::Mouse(true)]);
    assert!(stage.lines()[22].contains("hold Shift to select text"), "{}", stage.text());
    stage.press("<f7>");
    assert_eq!(stage.play.asked[1], Effect::Mouse(false));
}

#[test]
fn a_copied_row_says_code_title_status_last_value_and_target() {
    let mut stage = Stage::open(80, 24);
    stage.press("y");
    let [Effect::Copy(text)] = stage.play.asked.as_slice() else { panic!("{:?}", stage.play.asked) };
    let parts: Vec<&str> = text.split('\t').collect();
    assert_eq!(parts, ["IT-2", "Critical vulnerabilities closed within SLA", "off track", "91.5 %", "≥ 95 %"]);
}
