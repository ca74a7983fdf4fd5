//! Forms of actions: somebody will do something, somebody has done it.

use crate::app::command::NewAction;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::review::Action;
use crate::tui::form::Form;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;

/// A form for an action on an objective.
pub fn add(code: &str, owner: &str, today: Date) -> Form {
    let fields = vec![
        Field::text("text", "Action", "").required().hint("what will be done"),
        Field::text("owner", "Who", owner).required().hint("the one who does it"),
        Field::text("due", "By", "").reading(Reads::Day(today)).required().hint("the day it is done by"),
    ];
    Form::new(format!("An action for {code}"), Box::new(Adds { code: code.to_owned() }), fields)
}

/// A form for an action that is done.
pub fn done(action: &Action, today: Date) -> Form {
    let fields = vec![
        Field::text("done", "Done on", today.to_string())
            .reading(Reads::Day(today))
            .required()
            .hint("the day it was done"),
        Field::text("evidence", "Shown by", &action.evidence).hint("what shows it; may stay empty"),
    ];
    Form::new(format!("Done: {}", action.text), Box::new(Completes { id: action.id, today }), fields)
}

#[derive(Debug)]
struct Adds {
    code: String,
}

impl Subject for Adds {
    fn name(&self) -> String {
        format!("action for {}", self.code)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let (owner, due) = (fields.owned("owner"), fields.date("due"));
        let action = NewAction { text: fields.owned("text"), owner, due, ..NewAction::default() };
        Ok(vec![Command::AddAction { code: self.code.clone(), action }])
    }
}

#[derive(Debug)]
struct Completes {
    id: i64,
    today: Date,
}

impl Subject for Completes {
    fn name(&self) -> String {
        format!("action {} is done", self.id)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let done = fields.date("done").unwrap_or(self.today);
        Ok(vec![Command::CompleteAction { id: self.id, done, evidence: fields.owned("evidence") }])
    }
}
