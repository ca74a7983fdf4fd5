//! A screen to press keys on: what the worker would answer is answered from the fixture.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use sixtwo::app::view::{Dossier, Overview};
use sixtwo::tui::effect::Effect;
use sixtwo::tui::model::Model;
use sixtwo::tui::msg::Msg;
use sixtwo::tui::theme::Theme;
use sixtwo::tui::update::update;
use sixtwo::tui::view::view;

use super::fixture::{dossiers, overview};

/// A screen to press keys on.
pub struct Screen {
    /// The model behind it.
    pub model: Model,
    /// Effects the last keys asked for and nobody answered here.
    pub asked: Vec<Effect>,
    answers: Vec<Dossier>,
}

impl Screen {
    /// The company's register, opened.
    pub fn open(width: u16, height: u16) -> Screen {
        Screen::showing(overview(), width, height)
    }

    /// Another register, opened.
    pub fn showing(overview: Overview, width: u16, height: u16) -> Screen {
        let model = Model::new((width, height), Theme::default());
        let mut screen = Screen { model, asked: Vec::new(), answers: dossiers() };
        screen.send(Msg::Overview(Box::new(overview)));
        screen
    }

    /// Takes a message in; objectives that are asked for in full are answered at once.
    pub fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            let answer = match &effect {
                Effect::LoadDossier(code) => self.answers.iter().find(|d| d.row.code() == code).cloned(),
                _ => None,
            };
            match answer {
                Some(dossier) => self.send(Msg::Dossier(Box::new(dossier))),
                None => self.asked.push(effect),
            }
        }
    }

    /// Presses keys: characters as they are, others as `<tab>`, `<c-r>`.
    pub fn press(&mut self, keys: &str) -> &mut Screen {
        for key in parse(keys) {
            self.send(Msg::Key(key));
        }
        self
    }

    /// The picture as cells.
    pub fn buffer(&self) -> Buffer {
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
        terminal.draw(|frame| view(&self.model, frame)).expect("a test terminal draws");
        terminal.backend().buffer().clone()
    }

    /// The picture as text.
    pub fn text(&self) -> String {
        let buffer = self.buffer();
        let line = |y| {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                }
                skip =
                    if skip > 0 { skip - 1 } else { unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1) };
            }
            line.trim_end().to_owned()
        };
        (0..buffer.area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The line that says something.
    pub fn line_with(&self, word: &str) -> String {
        let text = self.text();
        text.lines().find(|line| line.contains(word)).unwrap_or_default().to_owned()
    }

    /// Code of the selected objective.
    pub fn selected(&self) -> &str {
        self.model.home.selected.as_deref().unwrap_or_default()
    }
}

/// The key events of a key string.
pub fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        match named {
            Some((name, tail)) => {
                events.push(by_name(name));
                rest = tail;
            }
            None => {
                events.push(KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE));
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    events
}

fn by_name(name: &str) -> KeyEvent {
    let code = match name {
        "tab" => KeyCode::Tab,
        "s-tab" => KeyCode::BackTab,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f3" => KeyCode::F(3),
        "f4" => KeyCode::F(4),
        "f5" => KeyCode::F(5),
        "f6" => KeyCode::F(6),
        "f8" => KeyCode::F(8),
        "f9" => KeyCode::F(9),
        "f7" => KeyCode::F(7),
        "bs" => KeyCode::Backspace,
        _ => {
            let letter = name.strip_prefix("c-").and_then(|rest| rest.chars().next()).expect("a key name");
            return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        }
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}
