//! The form that opens a meeting: who is here, which day, what kind, and, folded away, what it belongs to.

use super::amend;
use super::sheet::MeetingSheet;
use crate::app::meeting::MeetingCommand;
use crate::app::{Command, FieldProblem, Outcome};
use crate::domain::period::Date;
use crate::domain::review::{Review, ReviewKind, Stage};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::form::Form;
use crate::tui::form::choice::{Choice, Way};
use crate::tui::form::field::{Field, Fields, Input};
use crate::tui::form::reads::{Reads, parts};
use crate::tui::form::subject::Subject;
use crate::tui::msg::Reply;
use crate::tui::sheet::Sheet;

/// A planned meeting is offered first from this many days before its day on.
const SOON: i64 = 7;

/// A form for a new meeting. Enter on everything starts it.
pub fn start(today: Date) -> Form {
    let fields = vec![
        Field::text("attendees", "Here", "")
            .reading(Reads::List)
            .required()
            .hint("who is here, ; or , between the names"),
        Field::text("date", "Date", today.to_string()).reading(Reads::Day(today)).required().hint("the day it is held"),
        Field::choice("kind", "Review", kinds(), ReviewKind::Objectives.word()).hint("Left and Right choose"),
        amend::belongs(),
        amend::host(""),
        amend::assessment(""),
        amend::assessed_on(None, today),
    ];
    Form::new("A review meeting", Box::new(Starts { today, planned: Vec::new() }), fields)
}

/// The kinds of meetings.
pub fn kinds() -> Vec<Way> {
    vec![
        Way::new(ReviewKind::Objectives.word(), "of the objectives, monthly or quarterly"),
        Way::new(ReviewKind::Management.word(), "management review"),
        Way::new(ReviewKind::AdHoc.word(), "called for a reason"),
    ]
}

#[derive(Debug)]
struct Starts {
    today: Date,
    /// Meetings in the calendar that have not begun.
    planned: Vec<Review>,
}

impl Starts {
    fn chosen(&self, fields: &Fields) -> Option<&Review> {
        self.planned.iter().find(|review| review.number.to_string() == fields.said("kind"))
    }
}

impl Subject for Starts {
    fn name(&self) -> String {
        "review start".to_owned()
    }

    fn question(&self) -> Option<Question> {
        Some(Question::Reviews)
    }

    /// Planned meetings stand among the kinds; one that is to be held about now is chosen.
    fn learn(&mut self, reply: &Reply, fields: &mut Fields) {
        let Reply::Reviews(reviews) = reply else { return };
        let planned = reviews.iter().map(|view| &view.review).filter(|review| review.stage() == Stage::Planned);
        self.planned = planned.cloned().collect();
        self.planned.sort_by_key(|review| (review.date, review.number));
        let way = |review: &Review| {
            let planned = words::day(review.date);
            Way::new(review.number.to_string(), format!("{} planned for {planned}", words::meeting(review.kind)))
        };
        let soon = self.planned.iter().find(|review| (review.date - self.today).num_days() <= SOON);
        let Some(kind) = fields.get_mut("kind") else { return };
        let stands = soon.map_or_else(|| kind.answer().to_owned(), |review| review.number.to_string());
        kind.input = Input::Choice(Choice::among(self.planned.iter().map(way).chain(kinds()).collect(), &stands));
        if let Some(host) = soon.map(|review| review.host.clone()).filter(|host| !host.is_empty())
            && let Some(field) = fields.get_mut("host")
        {
            field.set(&host);
        }
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let attendees = parts(&fields.owned("attendees").replace(',', ";")).map(str::to_owned).collect();
        let date = fields.date("date").unwrap_or(self.today);
        Ok(vec![match self.chosen(fields) {
            Some(planned) => Command::Meetings(MeetingCommand::Open { review: planned.number, date, attendees }),
            None => Command::StartReview {
                kind: ReviewKind::from_word(fields.said("kind")).unwrap_or(ReviewKind::Objectives),
                date,
                attendees,
            },
        }])
    }

    fn follows(&self, fields: &Fields, outcome: &Outcome) -> Option<Box<dyn Sheet>> {
        let number = outcome.number?;
        let known = self.chosen(fields).cloned();
        let review = known.unwrap_or_else(|| Review::planned(number, ReviewKind::Objectives, self.today));
        Some(Box::new(MeetingSheet::saying_first(number, amend::described(&review, None, fields))))
    }
}
