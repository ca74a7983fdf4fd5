//! Short forms of management: approve, retire, freeze.

use super::choice::Way;
use super::field::{Field, Fields};
use super::machine::Form;
use super::offer::Offers;
use super::reads::{Reads, parts};
use super::subject::Subject;
use crate::app::editions::EditionCommand;
use crate::app::view::Row;
use crate::app::{Command, FieldProblem};
use crate::domain::objective::ClosingOutcome;
use crate::domain::period::Date;
use crate::domain::version::Cause;
use crate::domain::words;

/// A form that puts a draft, or a draft version, in force.
pub fn approve(row: &Row, today: Date) -> Form {
    let fields = vec![
        Field::text("by", "Approved by", "")
            .required()
            .offering(Offers::People)
            .hint("the body or person that approved"),
        Field::text("people", "People", "")
            .reading(Reads::List)
            .offering(Offers::People)
            .hint("who sat in it, ; between them"),
        day("on", "On", today).required().hint("the day of the approval"),
        Field::text("reference", "Reference", "").hint("minutes, ticket, document"),
        Field::text("effective", "Judges from", "")
            .reading(Reads::Day(today))
            .hint("first day a changed target judges; empty is the start of the next period"),
        Field::choice("cause", "Cause", causes(), "").hint("empty keeps what the draft says"),
    ];
    let title = format!("Put {} in force: {}", row.code(), row.objective.definition.title);
    Form::new(title, Box::new(Approves { code: row.code().to_owned(), today }), fields)
}

/// A form that closes an objective.
pub fn retire(row: &Row, today: Date, codes: Vec<String>) -> Form {
    let outcomes = ClosingOutcome::ALL.iter().map(|o| Way::new(o.word(), words::outcome(*o))).collect();
    let fields = vec![
        Field::choice("outcome", "Outcome", outcomes, "").hint("how it ended; Left and Right choose"),
        day("on", "From", today).required().hint("from this day on no reading is expected"),
        Field::text("reason", "Why", "").required().hint("nothing is deleted; the reason stays with it"),
        Field::text("by", "Decided by", "").offering(Offers::People).hint("the body or person that decided it"),
        Field::text("reference", "Reference", "").hint("minutes, ticket, document"),
        Field::text("successor", "Replaced by", "")
            .offering(Offers::Objectives)
            .hint("superseded by a code that is new: a draft that carries metric, trace and plan on"),
    ];
    let title = format!("Close {}: {}", row.code(), row.objective.definition.title);
    Form::new(title, Box::new(Retires { code: row.code().to_owned(), today, codes }), fields)
}

/// A form that freezes the register.
pub fn snapshot() -> Form {
    let fields =
        vec![Field::text("name", "Name", "").hint("a name people will recognize, such as Q3 review; may stay empty")];
    Form::new("Freeze the register as of now", Box::new(Freezes), fields)
}

/// What made a change necessary, or nothing said.
pub fn causes() -> Vec<Way> {
    let none = Way::new("", "not said");
    std::iter::once(none).chain(Cause::ALL.iter().map(|cause| Way::new(cause.word(), words::cause(*cause)))).collect()
}

fn day(name: &str, label: &str, today: Date) -> Field {
    Field::text(name, label, today.to_string()).reading(Reads::Day(today))
}

#[derive(Debug)]
struct Approves {
    code: String,
    today: Date,
}

impl Subject for Approves {
    fn name(&self) -> String {
        format!("approve {}", self.code)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::Approve {
            codes: vec![self.code.clone()],
            by: fields.owned("by"),
            people: parts(fields.said("people")).map(str::to_owned).collect(),
            on: fields.date("on").unwrap_or(self.today),
            reference: fields.owned("reference"),
            effective: fields.date("effective"),
            cause: Cause::from_word(fields.said("cause")),
        }])
    }
}

#[derive(Debug)]
struct Retires {
    code: String,
    today: Date,
    /// Every code there is: a successor among them is taken as it is.
    codes: Vec<String>,
}

impl Subject for Retires {
    fn name(&self) -> String {
        format!("retire {}", self.code)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let on = fields.date("on").unwrap_or(self.today);
        let outcome = ClosingOutcome::from_word(fields.said("outcome")).unwrap_or(ClosingOutcome::Cancelled);
        let (reason, successor) = (fields.owned("reason"), fields.owned("successor"));
        let there = self.codes.iter().any(|code| code.eq_ignore_ascii_case(&successor));
        let (by, reference) = (fields.owned("by"), fields.owned("reference"));
        if outcome == ClosingOutcome::Superseded && !successor.is_empty() && !there {
            let code = self.code.clone();
            let supersede = EditionCommand::Supersede { code, successor, definition: None, on, reason, by, reference };
            return Ok(vec![Command::Editions(supersede)]);
        }
        Ok(vec![Command::Retire { code: self.code.clone(), on, outcome, reason, successor, by, reference }])
    }
}

#[derive(Debug)]
struct Freezes;

impl Subject for Freezes {
    fn name(&self) -> String {
        "snapshot".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::TakeSnapshot { name: fields.owned("name") }])
    }
}
