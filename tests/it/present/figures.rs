//! Block figures: large enough for a room, never outside their place.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::style::Style;
use sixtwo::tui::widgets::block_figures::{can_write, draw, fitting};

fn drawn(text: &str, width: u16, height: u16, ascii: bool) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen");
    let size = fitting(text, width, height).expect("it has room");
    let area = Rect::new(0, 0, width, height);
    let taken = |frame: &mut ratatui::Frame| {
        draw(text, size, Style::new(), ascii, frame, area);
    };
    terminal.draw(taken).expect("drawn");
    let buffer = terminal.backend().buffer().clone();
    let line = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect()
}

#[test]
fn a_figure_is_made_of_blocks() {
    assert_eq!(drawn("7", 3, 5, true), ["###", "  #", "  #", " #", " #"]);
    assert_eq!(drawn("1%", 7, 5, false), [" █  █ █", "██    █", " █   █", " █  █", "███ █ █"]);
}

#[test]
fn it_grows_with_its_room() {
    assert_eq!(drawn("1", 6, 5, true)[0], "  ##");
    let large = drawn("1", 12, 10, true);
    assert_eq!((large[0].as_str(), large[9].as_str()), ("    ####", "############"));
}

#[test]
fn without_room_or_glyphs_it_says_so() {
    assert_eq!(fitting("91.5%", 10, 5), None);
    assert_eq!(fitting("91.5%", 80, 4), None);
    assert!(can_write("43/47") && can_write("-0.5%"));
    assert!(!can_write("none to count") && !can_write(""));
}
