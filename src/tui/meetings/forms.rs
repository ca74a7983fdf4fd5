//! Forms of the calendar: a meeting is planned, moved or described.

use crate::app::meeting::MeetingCommand;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::review::{Review, ReviewKind};
use crate::domain::words;
use crate::tui::form::Form;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;
use crate::tui::meeting::{amend, start};

/// A form that puts a meeting in the calendar.
pub fn plan(today: Date) -> Form {
    let fields = vec![
        Field::choice("kind", "Review", start::kinds(), ReviewKind::Management.word()).hint("Left and Right choose"),
        Field::text("date", "Date", "").reading(Reads::Day(today)).required().hint("a day, +1m, eoq"),
        amend::host(""),
    ];
    Form::new("A meeting for the calendar", Box::new(Plans { today }), fields)
}

/// A form for what is known about a planned meeting.
pub fn describe(review: &Review, today: Date) -> Form {
    let fields = vec![
        Field::text("date", "Date", review.date.to_string()).reading(Reads::Day(today)).required().hint("its day"),
        amend::host(&review.host),
        amend::assessment(&review.assessment),
        amend::assessed_on(review.assessment_on, today),
    ];
    let title = format!("Review {}, {}", review.number, words::meeting(review.kind));
    Form::new(title, Box::new(Describes { review: review.clone() }), fields)
}

#[derive(Debug)]
struct Plans {
    today: Date,
}

impl Subject for Plans {
    fn name(&self) -> String {
        "review plan".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let kind = ReviewKind::from_word(fields.said("kind")).unwrap_or(ReviewKind::Objectives);
        let date = fields.date("date").unwrap_or(self.today);
        Ok(vec![Command::Meetings(MeetingCommand::Plan { kind, date, host: fields.owned("host") })])
    }
}

#[derive(Debug)]
struct Describes {
    review: Review,
}

impl Subject for Describes {
    fn name(&self) -> String {
        format!("review {} described", self.review.number)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(amend::described(&self.review, fields.date("date"), fields).into_iter().collect())
    }
}
