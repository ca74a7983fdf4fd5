//! What a picture costs on a slow line, in every look.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use sixtwo::tui::model::Model;
use sixtwo::tui::preferences::{Colours, Palette, Preferences};
use sixtwo::tui::theme::Theme;
use sixtwo::tui::view::view;

use super::stage::Stage;

/// Counts what goes to the terminal.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<usize>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.lock().expect("one thread") += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn pictures_are_small_enough_for_a_slow_line() {
    for (palette, colours) in [(Palette::Terminal, Colours::Sixteen), (Palette::Dark, Colours::True)] {
        let utf8 = |name: &str| (name == "LANG").then(|| "C.UTF-8".to_owned());
        let theme = Theme::of(&Preferences { palette, colours, ..Preferences::default() }, &utf8);
        let wire = Wire::default();
        let mut stage = Stage::with(Model::new((120, 40), theme));
        let fixed = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 120, 40)) };
        let mut terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), fixed).expect("a terminal");
        let mut draw = |stage: &Stage| {
            terminal.draw(|frame| view(&stage.play.model, frame)).expect("it draws");
            std::mem::take(&mut *wire.0.lock().expect("one thread"))
        };
        let first = draw(&stage);
        assert!(first <= 12_000, "{palette:?}: the first picture takes {first} bytes");
        let same = draw(&stage);
        assert!(same <= 64, "{palette:?}: a picture with nothing new takes {same} bytes");
        for step in 0..8 {
            let bytes = draw(stage.press("j"));
            assert!(bytes <= 6_000, "{palette:?}: step {step} with its detail takes {bytes} bytes");
        }
        draw(stage.press("z"));
        for step in 0..5 {
            let bytes = draw(stage.press("k"));
            assert!(bytes <= 600, "{palette:?}: step {step} in the list alone takes {bytes} bytes");
        }
    }
}
