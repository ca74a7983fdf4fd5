//! Texts of a meeting: on a point of the agenda, for an objective that lags, what it changes in the list.

use ratatui::text::Line;

use crate::app::meeting::MeetingCommand;
use crate::app::{Command, FieldProblem};
use crate::domain::minutes::Minutes;
use crate::domain::review::{AgendaTopic, Review};
use crate::tui::form::Form;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::subject::Subject;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// A form for what is said on a point of the agenda.
pub fn topic(review: i64, topic: AgendaTopic, draft: &Minutes) -> Form {
    let said = draft.notes.iter().find(|note| note.topic == topic).map(|note| note.text.clone()).unwrap_or_default();
    let hint = "a sentence or two; \"nothing new\" is an answer; empty takes it back";
    let title = format!("{}  {}", topic.letter(), topic.title());
    Form::new(title, Box::new(Says { review, topic }), vec![Field::text("text", "Said", said).hint(hint)])
}

/// A form for what is prepared on an objective that lags.
pub fn prepared(review: i64, code: &str, draft: &Minutes) -> Option<Form> {
    let prepared = draft.preparations.iter().find(|prepared| prepared.code == code)?;
    let fields = vec![
        Field::text("cause", "Cause", &prepared.cause).hint("why it lags"),
        Field::text("options", "Options", &prepared.options).hint("what could be done"),
        Field::text("wanted", "Decision wanted", &prepared.wanted).hint("what this meeting is asked to decide"),
    ];
    let why = draft.items.iter().find(|item| item.code == code).map(|item| item.why.clone()).unwrap_or_default();
    let title = format!("{}  {}", prepared.code, prepared.title);
    Some(Form::new(title, Box::new(Prepares { review, code: code.to_owned(), why }), fields))
}

/// A form for what a management review changes in the list, or why nothing changes.
pub fn conclusion(review: &Review) -> Form {
    let fields = vec![
        Field::text("refresh", "Changes", &review.refresh).hint("what changes in the list, in one line"),
        Field::text("no_change", "Or no change", &review.no_change).hint("no change because ..."),
    ];
    let about = Concludes { review: review.number };
    Form::new("What this review changes in the list", Box::new(about), fields)
}

#[derive(Debug)]
struct Says {
    review: i64,
    topic: AgendaTopic,
}

impl Subject for Says {
    fn name(&self) -> String {
        format!("review {} {}", self.review, self.topic.word())
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        if !fields.changed("text") {
            return Ok(Vec::new());
        }
        let text = fields.owned("text");
        Ok(vec![Command::Meetings(MeetingCommand::Note { review: self.review, topic: self.topic, text })])
    }
}

#[derive(Debug)]
struct Prepares {
    review: i64,
    code: String,
    why: String,
}

impl Subject for Prepares {
    fn name(&self) -> String {
        format!("review {} prepare {}", self.review, self.code)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        if !["cause", "options", "wanted"].iter().any(|name| fields.changed(name)) {
            return Ok(Vec::new());
        }
        let said = |name: &str| fields.owned(name);
        let (cause, options, wanted) = (said("cause"), said("options"), said("wanted"));
        let (review, code) = (self.review, self.code.clone());
        Ok(vec![Command::Meetings(MeetingCommand::Prepare { review, code, cause, options, wanted })])
    }

    fn sight(&self, _fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let lines = text::wrap(&self.why, usize::from(width), 3).into_iter();
        lines.map(|line| Line::styled(line, theme.quiet())).collect()
    }
}

#[derive(Debug)]
struct Concludes {
    review: i64,
}

impl Subject for Concludes {
    fn name(&self) -> String {
        format!("review {} conclusion", self.review)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let (refresh, no_change) = (fields.owned("refresh"), fields.owned("no_change"));
        Ok(vec![Command::Meetings(MeetingCommand::Conclude { review: self.review, refresh, no_change })])
    }
}
