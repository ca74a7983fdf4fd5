//! The short forms of a walk: a reason of one's own, closing, replacing, why nothing had to change.

use crate::app::refresh::RefreshCommand;
use crate::app::view::Stop;
use crate::app::{Command, FieldProblem};
use crate::domain::objective::ClosingOutcome;
use crate::domain::refresh::RefreshAnswer;
use crate::domain::status::Status;
use crate::domain::words;
use crate::tui::form::Form;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::offer::Offers;
use crate::tui::form::subject::Subject;

#[derive(Debug)]
struct Answers {
    refresh: i64,
    code: String,
    answer: RefreshAnswer,
}

impl Subject for Answers {
    fn name(&self) -> String {
        format!("refresh {} {} {}", self.refresh, self.answer, self.code)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::Refresh(RefreshCommand::Answer {
            refresh: self.refresh,
            code: self.code.clone(),
            answer: self.answer,
            reason: fields.owned("reason"),
            successor: fields.owned("successor"),
            outcome: ClosingOutcome::from_word(fields.said("outcome")),
        })])
    }
}

fn form(title: &str, refresh: i64, stop: &Stop, answer: RefreshAnswer, fields: Vec<Field>) -> Form {
    let subject = Answers { refresh, code: stop.code.clone(), answer };
    Form::new(format!("{title} {}: {}", stop.code, stop.title), Box::new(subject), fields)
}

/// Keeps an objective with a reason of one's own.
pub fn keep(refresh: i64, stop: &Stop) -> Form {
    let fields = vec![Field::text("reason", "Why", "").required().hint("why it stays as it is, one line")];
    form("Keep", refresh, stop, RefreshAnswer::Keep, fields)
}

/// Says why an objective was changed, where it was changed without a word.
pub fn change(refresh: i64, stop: &Stop) -> Form {
    let fields = vec![Field::text("reason", "Why", "").required().hint("it is changed already; why, in one line")];
    form("Changed", refresh, stop, RefreshAnswer::Change, fields)
}

/// Closes an objective.
pub fn retire(refresh: i64, stop: &Stop) -> Form {
    let ended = match stop.result.status {
        Status::Achieved => ClosingOutcome::Achieved,
        Status::Missed => ClosingOutcome::Missed,
        _ => ClosingOutcome::Cancelled,
    };
    let outcomes = ClosingOutcome::ALL
        .iter()
        .filter(|outcome| **outcome != ClosingOutcome::Superseded)
        .map(|outcome| Way::new(outcome.word(), words::outcome(*outcome)))
        .collect();
    let fields = vec![
        Field::choice("outcome", "Outcome", outcomes, ended.word()).hint("how it ended; Left and Right choose"),
        Field::text("reason", "Why", "").required().hint("nothing is deleted; the reason stays with it"),
    ];
    form("Close", refresh, stop, RefreshAnswer::Retire, fields)
}

/// Puts another objective in the place of one.
pub fn replace(refresh: i64, stop: &Stop) -> Form {
    let fields = vec![
        Field::text("reason", "Why", "").required().hint("why another one takes its place"),
        Field::text("successor", "By", "")
            .offering(Offers::Objectives)
            .hint("code of the one that takes its place; a new code or none drafts it with the same metric and plan"),
    ];
    form("Replace", refresh, stop, RefreshAnswer::Replace, fields)
}

/// Says why nothing had to change, and closes the walk.
pub fn no_change(refresh: i64) -> Form {
    let fields = vec![Field::text("no_change", "Because", "").required().hint("one line an auditor can read")];
    Form::new("Nothing had to change", Box::new(ClosesUnchanged { refresh }), fields)
}

#[derive(Debug)]
struct ClosesUnchanged {
    refresh: i64,
}

impl Subject for ClosesUnchanged {
    fn name(&self) -> String {
        format!("refresh {} without change", self.refresh)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let no_change = fields.owned("no_change");
        Ok(vec![Command::Refresh(RefreshCommand::Close { refresh: self.refresh, no_change })])
    }
}
