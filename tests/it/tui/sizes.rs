//! Any size, any screen: no panic, and a sentence where it is too small. What a key costs on the wire.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::{Terminal, TerminalOptions, Viewport};
use sixtwo::domain::status::Status;
use sixtwo::tui::msg::Msg;
use sixtwo::tui::preferences::{Colours, Preferences};
use sixtwo::tui::theme::Theme;
use sixtwo::tui::view::view;

use super::fixture::overview;
use super::screen::Screen;

const PLACES: [&str; 9] = ["", "?", "<enter>", "<tab>z", "<tab>zt", "<tab><tab>z", "<s-tab>z", "/hr", "jjj"];

#[test]
fn no_size_panics() {
    let sizes = [0, 1, 2, 5, 11, 12, 13, 20, 24, 39, 40, 60, 80, 99, 100, 121, 200];
    for keys in PLACES {
        let mut screen = Screen::open(120, 36);
        screen.press(keys);
        for height in sizes {
            for width in sizes.into_iter().chain([400]) {
                screen.send(Msg::Resize(width, height));
                screen.buffer();
            }
        }
    }
}

#[test]
fn every_key_survives_every_small_size() {
    for (width, height) in [(0, 0), (1, 1), (10, 3), (39, 11), (40, 12), (41, 13), (60, 14), (99, 15)] {
        for keys in PLACES {
            let mut screen = Screen::open(width, height);
            screen.press(keys).press("jk<pgdn><pgup>Gg<c-d><c-u>hl<tab><s-tab>z<esc><tab><tab>");
            screen.buffer();
        }
    }
}

#[test]
fn below_the_smallest_size_a_sentence_names_both() {
    let text = Screen::open(39, 11).text().replace('\n', " ");
    assert!(text.contains("sixtwo needs 40 x 12; this is 39 x 11"), "{text}");
}

#[test]
fn ten_objectives_are_in_sight_at_80_by_24() {
    let text = Screen::open(80, 24).text();
    let rows = overview().rows;
    assert_eq!(rows.iter().filter(|row| text.contains(&format!(" {} ", row.code()))).count(), 10, "{text}");
}

#[test]
fn a_status_is_never_colour_alone() {
    let screen = Screen::open(120, 36);
    for row in &overview().rows {
        let (mark, word) = Theme::default().status_mark(row.judgement.status);
        assert!(screen.line_with(&row.objective.definition.title[..12]).contains(&format!("{mark} {word}")));
    }
}

#[test]
fn without_colour_weight_and_reverse_remain() {
    let mut screen = Screen::open(120, 36);
    let mono = Theme::of(&Preferences { colours: Colours::Never, ..Preferences::default() }, &|_| None);
    screen.model.theme = mono;
    let buffer = screen.buffer();
    for cell in buffer.content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
    }
    assert!(buffer[(5, 4)].modifier.contains(Modifier::REVERSED), "the selected row");
    assert_eq!(mono.status(Status::OffTrack).add_modifier, Modifier::BOLD);
}

#[test]
fn colour_means_status_and_stays_within_the_terminals_own() {
    for keys in PLACES {
        let mut screen = Screen::open(120, 36);
        screen.press(keys);
        for cell in screen.buffer().content() {
            assert_eq!(cell.bg, Color::Reset);
            let known = [Color::Reset, Color::Red, Color::Yellow, Color::Green, Color::Magenta];
            assert!(known.contains(&cell.fg), "{:?}", cell.fg);
        }
    }
}

#[test]
fn in_ascii_nothing_of_ours_needs_more() {
    for keys in ["", "<enter>", "<s-tab>z", "<tab>zt", "?"] {
        let mut screen = Screen::open(120, 36);
        screen.model.theme = Theme { ascii: true, ..Theme::default() };
        let mut plain = overview();
        for row in &mut plain.rows {
            row.objective.definition.title = "Title".to_owned();
        }
        screen.send(Msg::Overview(Box::new(plain)));
        screen.press(keys);
        if keys == "?" {
            screen.model.size = (120, 400);
        }
        let strange: String = screen.text().chars().filter(|c| !c.is_ascii()).collect();
        assert!(strange.is_empty(), "after {keys:?}: {strange}");
    }
}

/// Counts what goes to the terminal.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("one thread").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wire {
    fn taken(&self) -> usize {
        std::mem::take(&mut *self.0.lock().expect("one thread")).len()
    }
}

#[test]
fn a_step_down_costs_little_and_an_idle_draw_next_to_nothing() {
    let wire = Wire::default();
    let mut screen = Screen::open(160, 48);
    let fixed = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 160, 48)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), fixed).expect("a terminal");
    let mut draw = |screen: &Screen| {
        terminal.draw(|frame| view(&screen.model, frame)).expect("it draws");
        wire.taken()
    };
    let first = draw(&screen);
    assert!(first <= 12_000, "the first picture takes {first} bytes");
    assert!(draw(&screen) <= 64);
    for step in 0..8 {
        screen.press("j");
        let bytes = draw(&screen);
        assert!(bytes <= 6_000, "step {step} takes {bytes} bytes");
    }
    screen.press("z");
    draw(&screen);
    screen.press("k");
    let bytes = draw(&screen);
    assert!(bytes <= 1_000, "a step in the zoomed list takes {bytes} bytes");
}
