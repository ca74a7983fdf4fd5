//! What one key costs: from the key to the bytes for the terminal, against a plain list of as many lines.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{List, ListState};
use ratatui::{Terminal, TerminalOptions, Viewport};
use sixtwo::app::Session;
use sixtwo::app::view::Lens;
use sixtwo::tui::Rehearsal;
use sixtwo::tui::model::Model;
use sixtwo::tui::msg::Msg;
use sixtwo::tui::theme::Theme;
use sixtwo::tui::view::view;

/// Columns and rows of the terminal.
const SIZE: (u16, u16) = (160, 48);
/// How many lines the floor's list has.
const LINES: usize = 1_000;

/// Counts what would be sent to a terminal.
#[derive(Clone, Default)]
struct Counting(Rc<Cell<usize>>);

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that only counts.
fn terminal() -> (Terminal<CrosstermBackend<Counting>>, Counting) {
    let sent = Counting::default();
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1)) };
    let terminal =
        Terminal::with_options(CrosstermBackend::new(sent.clone()), options).expect("a terminal that counts");
    (terminal, sent)
}

/// What a number of keys took: the time of each, and the bytes of all.
pub struct Cost {
    pub times: Vec<Duration>,
    pub bytes: usize,
}

/// The program on a register: the first picture, then a key again and again.
pub fn ours(session: Session, key: KeyCode, keys: usize) -> (usize, Cost) {
    let mut play = Rehearsal::open(session, Lens::default(), Model::new(SIZE, Theme::default()));
    let (mut terminal, sent) = terminal();
    terminal.draw(|frame| view(&play.model, frame)).expect("drawn");
    let first = sent.0.take();
    let times = (0..keys).map(|_| {
        let start = Instant::now();
        play.send(Msg::Key(KeyEvent::new(key, KeyModifiers::NONE)));
        terminal.draw(|frame| view(&play.model, frame)).expect("drawn");
        start.elapsed()
    });
    let times = times.collect();
    (first, Cost { times, bytes: sent.0.take() })
}

/// A list with nothing beside it.
pub fn floor(keys: usize) -> Cost {
    let (mut terminal, sent) = terminal();
    let mut state = ListState::default().with_selected(Some(0));
    let mut draw = |state: &mut ListState| {
        let lines = (0..LINES).map(|line| format!("line {line:>6} of a plain list that shows no more than its text"));
        let list = List::new(lines).highlight_style(Style::new().add_modifier(Modifier::REVERSED));
        terminal.draw(|frame| frame.render_stateful_widget(list, frame.area(), state)).expect("drawn");
    };
    draw(&mut state);
    sent.0.take();
    let times = (0..keys).map(|_| {
        let start = Instant::now();
        state.select_next();
        draw(&mut state);
        start.elapsed()
    });
    let times = times.collect();
    Cost { times, bytes: sent.0.take() }
}
