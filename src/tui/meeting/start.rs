//! The form that opens a meeting: who is here, which day.

use super::sheet::MeetingSheet;
use crate::app::{Command, FieldProblem, Outcome};
use crate::domain::period::Date;
use crate::domain::review::ReviewKind;
use crate::tui::form::Form;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::{Reads, parts};
use crate::tui::form::subject::Subject;
use crate::tui::sheet::Sheet;

/// A form for a new meeting. Enter on everything starts it.
pub fn start(today: Date) -> Form {
    let kinds = vec![
        Way::new(ReviewKind::Objectives.word(), "of the objectives"),
        Way::new(ReviewKind::Management.word(), "management review"),
        Way::new(ReviewKind::AdHoc.word(), "called for a reason"),
    ];
    let fields = vec![
        Field::text("attendees", "Here", "")
            .offering(Offers::People)
            .reading(Reads::List)
            .required()
            .hint("who is here, ; or , between the names"),
        Field::text("date", "Date", today.to_string()).reading(Reads::Day(today)).required().hint("the day it is held"),
        Field::choice("kind", "Review", kinds, ReviewKind::Objectives.word())
            .hint("Left and Right choose; Enter starts"),
    ];
    Form::new("A review meeting", Box::new(Starts { today }), fields)
}

#[derive(Debug)]
struct Starts {
    today: Date,
}

impl Subject for Starts {
    fn name(&self) -> String {
        "review start".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let attendees = parts(&fields.owned("attendees").replace(',', ";")).map(str::to_owned).collect();
        Ok(vec![Command::StartReview {
            kind: ReviewKind::from_word(fields.said("kind")).unwrap_or(ReviewKind::Objectives),
            date: fields.date("date").unwrap_or(self.today),
            attendees,
        }])
    }

    fn follows(&self, outcome: &Outcome) -> Option<Box<dyn Sheet>> {
        Some(Box::new(MeetingSheet::new(outcome.number?)))
    }
}
