//! Short forms inside a meeting: who is here after all, and an action of an earlier meeting that is done.

use crate::app::view::ReviewView;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::review::Action;
use crate::tui::form::Form;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::{Reads, day_named, parts};
use crate::tui::form::subject::Subject;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;
use ratatui::text::Line;

/// A form for who is here.
pub fn attendees(view: &ReviewView) -> Form {
    let names = view.review.attendees.join("; ");
    let field = Field::text("attendees", "Here", names).reading(Reads::List).required().offering(Offers::People);
    let about = Attends { review: view.review.number, next_date: view.review.next_date };
    Form::new("Who is here", Box::new(about), vec![field.hint("who is here, ; or , between the names")])
}

/// A form for an action that is done; `None` where none is open from before.
pub fn done(view: &ReviewView, today: Date) -> Option<Form> {
    let open = view.carried_actions.clone();
    let way = |action: &Action| Way::new(action.id.to_string(), format!("{} {}", action.code, action.owner));
    let first = open.first()?.id.to_string();
    let fields = vec![
        Field::choice("id", "Action", open.iter().map(way).collect(), &first).hint("Left and Right choose"),
        Field::text("done_on", "Done on", today.to_string())
            .reading(Reads::Day(today))
            .required()
            .hint("the day it was done"),
        Field::text("evidence", "Shown by", "").hint("what shows it; may stay empty, Enter saves"),
    ];
    Some(Form::new("An action of an earlier meeting is done", Box::new(Completes { open, today }), fields))
}

#[derive(Debug)]
struct Attends {
    review: i64,
    next_date: Option<Date>,
}

impl Subject for Attends {
    fn name(&self) -> String {
        format!("attendees {}", self.review)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let attendees = parts(&fields.owned("attendees").replace(',', ";")).map(str::to_owned).collect();
        Ok(vec![Command::AmendReview { review: self.review, attendees, next_date: self.next_date }])
    }
}

#[derive(Debug)]
struct Completes {
    open: Vec<Action>,
    today: Date,
}

impl Subject for Completes {
    fn name(&self) -> String {
        "action done".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let chosen = self.open.iter().find(|action| action.id.to_string() == fields.said("id"));
        let Some(action) = chosen else { return Ok(Vec::new()) };
        let done = fields.date("done_on").unwrap_or(self.today);
        Ok(vec![Command::CompleteAction { id: action.id, done, evidence: fields.owned("evidence") }])
    }

    /// All of them, the chosen one marked: a choice shows one at a time.
    fn sight(&self, fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let line = |action: &Action| {
            let chosen = action.id.to_string() == fields.said("id");
            let due = action.due.map_or_else(|| "no date".to_owned(), day_named);
            let right = format!("  {}  {due}", action.owner);
            let mark = if chosen { theme.sign("▸") } else { " " };
            let room = usize::from(width).saturating_sub(text::width(&right) + 10);
            let said = format!("{mark}{} {}{right}", text::left(&action.code, 7), text::left(&action.text, room));
            let style = if chosen { theme.strong() } else { theme.quiet() };
            Line::from(text::cut(&said, usize::from(width))).style(style)
        };
        self.open.iter().map(line).collect()
    }
}
