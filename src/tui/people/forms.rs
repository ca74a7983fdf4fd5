//! Forms of people: enter or change somebody, hand over, accept.

use crate::app::people::PeopleCommand;
use crate::app::{Command, FieldProblem};
use crate::domain::directory::{Entry, EntryKind};
use crate::domain::period::Date;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::words;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::machine::Form;
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::{Reads, parts};
use crate::tui::form::subject::Subject;

fn day(name: &str, label: &str, on: Option<Date>, today: Date) -> Field {
    Field::text(name, label, on.map(|day| day.to_string()).unwrap_or_default()).reading(Reads::Day(today))
}

/// Enters somebody, or changes the entry there is.
pub fn enter(entry: Option<&Entry>, kind: EntryKind, name: &str, today: Date) -> Form {
    let known = entry.cloned().unwrap_or_else(|| Entry::new(kind, name, today));
    let kinds = EntryKind::ALL.iter().map(|kind| Way::new(kind.word(), words::entry_kind(*kind))).collect();
    let fields = vec![
        Field::text("name", "Name", &known.name).required().hint("as objectives and actions spell it"),
        Field::choice("kind", "Is a", kinds, known.kind.word()).hint("a person, a role somebody holds, a function"),
        Field::text("role", "Role", &known.role).hint("of a person the role held, of a role who holds it"),
        Field::text("function", "Function", &known.function).offering(Offers::Functions).hint("where they work"),
        Field::text("email", "Mail", &known.email).hint("where to write; may stay empty"),
        day("from", "From", known.from, today).hint("first day; empty is since ever"),
        day("until", "Until", known.until, today).hint("last day; empty is without end"),
        Field::text("successor", "Then", &known.successor).hint("who or what takes over; may stay empty"),
    ];
    let title = if entry.is_some() { format!("Change {}", known.name) } else { "Who is who".to_owned() };
    Form::new(title, Box::new(Enters { recorded_on: known.recorded_on }), fields)
}

#[derive(Debug)]
struct Enters {
    recorded_on: Date,
}

impl Subject for Enters {
    fn name(&self) -> String {
        "enter somebody".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let kind = EntryKind::from_word(fields.said("kind")).unwrap_or(EntryKind::Person);
        let entry = Entry {
            role: fields.owned("role"),
            function: fields.owned("function"),
            email: fields.owned("email"),
            from: fields.date("from"),
            until: fields.date("until"),
            successor: fields.owned("successor"),
            ..Entry::new(kind, &fields.owned("name"), self.recorded_on)
        };
        Ok(vec![Command::People(PeopleCommand::Enter(Box::new(entry)))])
    }
}

/// Hands over what somebody holds.
pub fn hand_over(from: &str, today: Date) -> Form {
    let fields = vec![
        Field::text("to", "To", "").required().offering(Offers::People).hint("the person or role that takes over"),
        day("on", "From day", Some(today), today).required().hint("may lie ahead: until then everything stays"),
        Field::text("codes", "Only", "")
            .reading(Reads::List)
            .offering(Offers::Objectives)
            .hint("codes, ; between them; empty hands over everything"),
        Field::text("reason", "Why", "").required().hint("kept with every objective it changes"),
    ];
    let subject = HandsOver { from: from.to_owned(), today };
    Form::new(format!("Hand over from {from}: objectives, figures, open actions"), Box::new(subject), fields)
}

#[derive(Debug)]
struct HandsOver {
    from: String,
    today: Date,
}

impl Subject for HandsOver {
    fn name(&self) -> String {
        format!("hand over from {}", self.from)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::People(PeopleCommand::HandOver {
            from: self.from.clone(),
            to: fields.owned("to"),
            on: Some(fields.date("on").unwrap_or(self.today)),
            codes: parts(fields.said("codes")).map(str::to_owned).collect(),
            reason: fields.owned("reason"),
        })])
    }
}

/// Records that the taker accepted.
pub fn accept(waiting: &Rearrangement, today: Date) -> Form {
    let fields = vec![
        Field::text("by", "Accepted by", &waiting.taker)
            .required()
            .offering(Offers::People)
            .hint("the taker, or who holds that role"),
        day("on", "On", Some(today), today).required().hint("the day they accepted"),
    ];
    let title = format!("{} takes over from {}: {}", waiting.taker, waiting.giver, waiting.codes.join(", "));
    Form::new(title, Box::new(Accepts { number: waiting.id, today }), fields)
}

#[derive(Debug)]
struct Accepts {
    number: i64,
    today: Date,
}

impl Subject for Accepts {
    fn name(&self) -> String {
        format!("accept hand-over {}", self.number)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::People(PeopleCommand::Accept {
            number: self.number,
            by: fields.owned("by"),
            on: fields.date("on").unwrap_or(self.today),
        })])
    }
}
