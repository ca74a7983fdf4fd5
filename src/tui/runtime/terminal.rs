//! The terminal: taken over on entry, given back on every way out.

use std::io::{self, Stdout, Write, stdout};
use std::mem::ManuallyDrop;
use std::sync::Once;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use ratatui::crossterm::style::Print;
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Screen {
    /// Never dropped: on a terminal that went away its drop would complain to the same dead terminal and panic.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>,
    /// Whether the mouse is ours.
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over. Asks it nothing: what it cannot do it ignores.
    pub fn enter() -> io::Result<Screen> {
        give_back_on_panic();
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        let screen = Screen { terminal: ManuallyDrop::new(terminal), mouse: false };
        take()?;
        Ok(screen)
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((0, 0), |size| (size.width, size.height))
    }

    /// Draws one picture in one piece.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        let drawn = self.terminal.draw(picture).map(|_| ());
        execute!(stdout(), EndSynchronizedUpdate)?;
        drawn
    }

    /// Stops like any job of the shell; returns when the job goes on.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resume()
    }

    /// There is no job control here.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Lends the terminal to another program and takes it back.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = to();
        self.resume()?;
        Ok(done)
    }

    /// Takes the terminal over again and draws everything anew next time.
    pub fn resume(&mut self) -> io::Result<()> {
        take()?;
        self.let_mouse_in(self.mouse)?;
        self.start_anew()
    }

    /// Lets the mouse in or gives it back: clicks and the wheel, never its every move.
    pub fn let_mouse_in(&mut self, lets_in: bool) -> io::Result<()> {
        if lets_in {
            queue!(stdout(), Print(CLICKS_ON))?;
        } else if self.mouse {
            queue!(stdout(), DisableMouseCapture)?;
        }
        self.mouse = lets_in;
        stdout().flush()
    }

    /// Forgets what stands on the terminal, so that everything is drawn next time. After a resize nobody knows what
    /// was cut off, not even where the size is the old one again.
    pub fn start_anew(&mut self) -> io::Result<()> {
        // `Terminal::clear` would ask the terminal where its cursor stands; a resize to the same size does not.
        let (width, height) = self.size();
        self.terminal.resize(Rect::new(0, 0, width, height))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Reports of clicks and of the wheel, written as numbers. Crossterm would ask for every move as well.
const CLICKS_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Gives the terminal back as it was. Errors are of no use here: the terminal may be gone.
fn give_back() {
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}

/// A panic anywhere first gives the terminal back, then reports through the hook that was there before.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            report(panic);
        }));
    });
}
