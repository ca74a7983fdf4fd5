//! The list of registers as a sheet.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::opening::OpeningSheet;
use super::{forms, lines};
use crate::app::registers::{Entry, Way};
use crate::app::{Outcome, Refusal};
use crate::tui::effect::Question;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{body, cursor, text_room};
use crate::tui::widgets::{pane, text};

/// The ways that are always there, below the registers: what they are called and the action that goes them.
const WAYS: [(Action, &str); 3] = [
    (Action::NewRegister, "a new objectives file of your own"),
    (Action::OpenRegister, "an objectives file you have"),
    (Action::Sample, "a sample with a year of readings; nothing of it touches a file of yours"),
];

/// The registers and the ways.
#[derive(Debug)]
pub struct RegistersSheet {
    /// Nothing is open beneath it.
    beginning: bool,
    /// `None` until they were read.
    entries: Option<Vec<Entry>>,
    listing: Listing,
}

impl RegistersSheet {
    /// The first page, where no register is open.
    pub fn beginning() -> RegistersSheet {
        RegistersSheet { beginning: true, entries: None, listing: Listing::default() }
    }

    /// The switcher on top of an open register.
    pub fn switching() -> RegistersSheet {
        RegistersSheet { beginning: false, ..RegistersSheet::beginning() }
    }

    fn entries(&self) -> &[Entry] {
        self.entries.as_deref().unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.entries().len() + WAYS.len()
    }

    /// How many registers are in sight: two lines each, below the words above and above the ways.
    fn page(room: Rect) -> usize {
        (usize::from(room.height).saturating_sub(WAYS.len() + 4) / 2).max(1)
    }

    fn open_selected(&mut self, model: &Model) -> Step {
        match self.entries().get(self.listing.selected) {
            Some(entry) => self.go(Way::Open(entry.path.clone())),
            None => match WAYS.get(self.listing.selected - self.entries().len()) {
                Some((action, _)) => self.act(*action, model),
                None => Step::stay(),
            },
        }
    }

    fn go(&self, way: Way) -> Step {
        let said = match way {
            Way::Sample => "making the sample",
            _ => "opening it",
        };
        Step { goes: Some(way), ..Step::say(StatusLine::note(said)) }
    }

    fn forget(&self) -> Step {
        match self.entries().get(self.listing.selected) {
            Some(entry) => Step::ask(Question::Registers { without: Some(entry.path.clone()) })
                .saying(StatusLine::note("off the list; the file itself stays where it is")),
            None => Step::stay(),
        }
    }

    fn heading(&self) -> &'static str {
        match (self.beginning, &self.entries) {
            (_, None) => "looking at the files on the list",
            (true, Some(entries)) if entries.is_empty() => {
                "sixtwo keeps information security objectives: what was promised, the readings that show where it stands, what was decided"
            }
            (_, Some(entries)) if entries.is_empty() => "no other objectives file was opened yet",
            _ => "opened lately, each as it stands today",
        }
    }
}

impl Sheet for RegistersSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Registers, Scope::Moving]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Registers { without: None })
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back | Action::Quit if self.beginning => Step { leaves: true, ..Step::stay() },
            Action::Back | Action::Quit => Step::close(),
            Action::Open => self.open_selected(model),
            Action::NewRegister => opens(forms::create(&PathBuf::from("objectives.sixtwo")), model),
            Action::OpenRegister => Step { opens: Some(Box::new(OpeningSheet::new())), ..Step::stay() },
            Action::Sample => self.go(Way::Sample),
            Action::Forget => self.forget(),
            _ => {
                self.listing.act(action, self.len(), RegistersSheet::page(text_room(body(model))));
                Step::stay()
            }
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Registers(entries)) => {
                // A way somebody went to meanwhile stays the selected one.
                if self.entries.is_none() && self.listing.selected > 0 {
                    self.listing.selected += entries.len();
                }
                self.entries = Some(entries);
                self.listing.keep(self.len(), usize::MAX);
                Step::stay()
            }
            Ok(_) => Step::stay(),
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
        }
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
            Ok(_) => Step::stay(),
        }
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Registers { without: None })
    }

    fn title(&self, model: &Model) -> Option<Line<'static>> {
        self.beginning.then(|| Line::styled(" sixtwo   objectives files", model.theme.strong()))
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        pane::frame(frame, body, theme, true, vec![Span::styled("Objectives files", theme.strong())]);
        let inside = text_room(body);
        let width = usize::from(inside.width);
        let heading = text::wrap(self.heading(), width, 3);
        let mut drawn: Vec<Line> = heading.into_iter().map(|line| Line::styled(line, theme.quiet())).collect();
        drawn.push(Line::default());
        let entries = self.entries();
        let page = RegistersSheet::page(inside).min(entries.len());
        // The ways stay in sight below the registers, whatever is selected.
        let shown = Listing { selected: self.listing.selected.min(entries.len().saturating_sub(1)), ..self.listing };
        let mut at = 0;
        for place in shown.window(entries.len(), page) {
            if place == self.listing.selected {
                at = drawn.len();
            }
            drawn.extend(lines::entry(&entries[place], place == self.listing.selected, theme, width));
        }
        if !entries.is_empty() {
            drawn.push(Line::default());
        }
        for (place, (action, said)) in WAYS.iter().enumerate() {
            let selected = self.listing.selected == entries.len() + place;
            if selected {
                at = drawn.len();
            }
            let (mark, style) = if selected { (theme.sign("▸"), theme.selected()) } else { (" ", theme.plain()) };
            drawn.push(Line::from(vec![
                Span::styled(mark, theme.strong()),
                Span::styled(text::left(&model.key_for(*action), 3), theme.key()),
                Span::styled(text::cut(said, width.saturating_sub(5)), style),
            ]));
        }
        pane::lines(frame, inside, drawn);
        cursor(frame, inside, at, false);
    }
}
