//! Who approved the set, and when: asked once for everything that comes in.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::import::draft::Approved;
use crate::domain::period::Date;
use crate::tui::form::field::{Field, Input};
use crate::tui::form::reads::Reads;
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// Cells of the labels.
const LABEL: usize = 14;

/// The three lines.
#[derive(Clone, Debug)]
pub struct Approval {
    fields: [Field; 3],
    /// The line that is typed.
    pub focus: usize,
    today: Date,
}

impl Approval {
    /// With nothing said yet.
    pub fn new(today: Date) -> Approval {
        let fields = [
            Field::text("by", "Approved by", "")
                .hint("the body or person; empty brings everything in without an approval"),
            Field::text("on", "On", "").reading(Reads::Day(today)).hint("the day of the approval"),
            Field::text("reference", "Reference", "").hint("minutes, ticket, document; may stay empty"),
        ];
        Approval { fields, focus: 0, today }
    }

    /// The line that takes what is typed.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match &mut self.fields[self.focus].input {
            Input::Text(field) => Some(field),
            Input::Choice(_) => None,
        }
    }

    /// A line took a key.
    pub fn edited(&mut self) {
        self.fields[self.focus].problem = None;
    }

    /// Goes to the next line, or back.
    pub fn go(&mut self, forward: bool) {
        let count = self.fields.len();
        self.focus = if forward { (self.focus + 1) % count } else { (self.focus + count - 1) % count };
    }

    /// Whether this is the last line that has to be filled in: without a body there is nothing more to say.
    pub fn is_last(&self) -> bool {
        self.focus == 2 || self.by().is_empty()
    }

    /// The approval that is said; `None` where nobody is named. A line that cannot be read keeps what is wrong and gets
    /// the focus.
    pub fn said(&mut self) -> Result<Option<Approved>, ()> {
        if self.by().is_empty() {
            return Ok(None);
        }
        let answer = self.fields[1].answer().trim().to_owned();
        let on = self.fields[1].reads.date(&answer);
        let problem = match on {
            _ if answer.is_empty() => Some("the day of the approval is missing".to_owned()),
            None => self.fields[1].read().err(),
            Some(day) if day > self.today => Some("that day lies ahead".to_owned()),
            Some(_) => None,
        };
        match (on, problem) {
            (Some(on), None) => {
                let reference = self.fields[2].answer().trim().to_owned();
                Ok(Some(Approved { on, by: self.by(), reference }))
            }
            (_, problem) => {
                self.fields[1].problem = problem;
                self.focus = 1;
                Err(())
            }
        }
    }

    fn by(&self) -> String {
        self.fields[0].answer().trim().to_owned()
    }

    /// Draws the lines with the caret, and below them what is wrong, how it was understood, or how to answer.
    pub fn draw(&self, frame: &mut Frame, area: Rect, theme: Theme) {
        let room = usize::from(area.width).saturating_sub(LABEL + 1);
        let mut lines = vec![Line::default()];
        for (at, field) in self.fields.iter().enumerate() {
            let focused = at == self.focus;
            let Input::Text(typed) = &field.input else { continue };
            let (shown, caret) = typed.window(room as u16);
            let y = area.y + 1 + at as u16;
            if focused && y < area.bottom() && area.width > 0 {
                let column = area.x.saturating_add(LABEL as u16 + caret).min(area.right() - 1);
                frame.set_cursor_position(Position::new(column, y));
            }
            let marker = if focused { theme.sign("▸") } else { " " };
            let label = text::left(&format!("{marker}{}", field.label), LABEL);
            let style = if focused { theme.selected() } else { theme.plain() };
            lines.push(Line::from(vec![
                Span::styled(label, if focused { theme.strong() } else { theme.quiet() }),
                Span::styled(text::left(&shown, room), style),
            ]));
        }
        lines.push(Line::default());
        let field = &self.fields[self.focus];
        let (said, style) = match (&field.problem, field.read()) {
            (Some(problem), _) => (problem.clone(), theme.bad()),
            (None, Ok(Some(echo))) => (echo, theme.strong()),
            _ => (field.hint.clone(), theme.quiet()),
        };
        let width = usize::from(area.width).saturating_sub(2);
        lines.extend(text::wrap(&said, width, 3).into_iter().map(|line| Line::styled(format!(" {line}"), style)));
        pane::lines(frame, area, lines);
    }
}
