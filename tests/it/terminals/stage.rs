//! The sample register on a screen without a terminal, every screen of it within reach.

use std::path::PathBuf;
use std::sync::LazyLock;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use sixtwo::app::view::Lens;
use sixtwo::app::{Access, Clock, Env, Session, demo};
use sixtwo::tui::Rehearsal;
use sixtwo::tui::model::Model;
use sixtwo::tui::msg::Msg;
use sixtwo::tui::theme::Theme;
use sixtwo::tui::view::view;
use tempfile::TempDir;

use crate::tui::screen::parse;

/// Where each screen, list and form is, by the keys from home.
pub const PLACES: &[(&str, &str)] = &[
    ("home", ""),
    ("objective", "<enter>"),
    ("filter", "/acc"),
    ("cascade", "<s-tab>z"),
    ("readings", "<tab>zt"),
    ("plan", "<tab><tab>z"),
    ("review", "R"),
    ("trace", "3"),
    ("readiness", "4"),
    ("history", "5"),
    ("snapshots", "6"),
    ("people", "7"),
    ("editions", "8"),
    ("walk", "W"),
    ("versions", "v"),
    ("help", "?"),
    ("catalogue", "n"),
    ("settings", "s"),
    ("edit", "e"),
    ("reading", "m"),
    ("retire", "X"),
    ("snapshot", "S"),
];

static SAMPLE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sample.sixtwo");
    let env = env();
    demo::build(&path, env.clock.now().today, &env).expect("the sample register");
    (folder, path)
});

fn env() -> Env {
    let clock = Clock::set_to("2026-11-23T09:00:00Z").expect("a moment");
    Env { clock, actor: "tester".to_owned(), os_user: "tester".to_owned() }
}

/// A copy of the sample register for one test.
pub fn sample() -> (TempDir, Session) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sample.sixtwo");
    std::fs::copy(&SAMPLE.1, &path).expect("a copy of the sample");
    let session = Session::open(&path, Access::Write, env()).expect("the sample opens");
    (folder, session)
}

/// The sample register on a screen.
pub struct Stage {
    pub play: Rehearsal,
    _folder: TempDir,
}

impl Stage {
    pub fn open(width: u16, height: u16) -> Stage {
        Stage::with(Model::new((width, height), Theme::default()))
    }

    pub fn with(model: Model) -> Stage {
        let (folder, session) = sample();
        Stage::at(folder, session, model)
    }

    /// A register of the test's own.
    pub fn at(folder: TempDir, session: Session, model: Model) -> Stage {
        Stage { play: Rehearsal::open(session, Lens::default(), model), _folder: folder }
    }

    pub fn press(&mut self, keys: &str) -> &mut Stage {
        for key in parse(keys) {
            self.play.send(Msg::Key(key));
        }
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Stage {
        self.play.send(Msg::Resize(width, height));
        self
    }

    /// The picture, and where the hardware cursor stands.
    pub fn picture(&self) -> (Buffer, Option<(u16, u16)>) {
        let (width, height) = self.play.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
        terminal.draw(|frame| view(&self.play.model, frame)).expect("a test terminal draws");
        let backend = terminal.backend();
        let cursor = backend.cursor_position();
        (backend.buffer().clone(), backend.cursor_visible().then_some((cursor.x, cursor.y)))
    }

    /// Its lines.
    pub fn lines(&self) -> Vec<String> {
        let (buffer, _) = self.picture();
        let line = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..buffer.area.height).map(line).collect()
    }

    pub fn text(&self) -> String {
        self.lines().join("\n")
    }
}
