//! Forms of the list as a whole: approve it, tell it, record that somebody confirmed.

use ratatui::text::Line;

use super::detail;
use crate::app::editions::view::{NextEdition, Unconfirmed};
use crate::app::editions::{EditionApproval, EditionCommand, Told};
use crate::app::{Command, FieldProblem};
use crate::domain::communication::Reach;
use crate::domain::edition::Edition;
use crate::domain::period::Date;
use crate::domain::version::Cause;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::machine::Form;
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::{Reads, parts};
use crate::tui::form::records::causes;
use crate::tui::form::subject::Subject;
use crate::tui::theme::Theme;

fn day(name: &str, label: &str, today: Date) -> Field {
    Field::text(name, label, today.to_string()).reading(Reads::Day(today))
}

/// Approves the list; body and people are those of the edition before.
pub fn approve(next: &NextEdition, last: Option<&Edition>, today: Date) -> Form {
    let blocked: Vec<&str> =
        next.waiting.iter().filter(|w| !w.problems.is_empty()).map(|waiting| waiting.code.as_str()).collect();
    let (body, people) = last.map(|edition| (edition.body.clone(), edition.people.join("; "))).unwrap_or_default();
    let fields = vec![
        Field::text("body", "Approved by", body).required().hint("the body that approves: management review, board"),
        Field::text("people", "People", people)
            .reading(Reads::List)
            .offering(Offers::People)
            .hint("who sat in it, ; between them"),
        day("on", "On", today).required().hint("the day of the approval"),
        Field::text("minutes", "Minutes", "").hint("minutes, ticket, document"),
        Field::text("why", "Why", "").required().hint(match next.is_unchanged() {
            true => "nothing changed: “no change because ...”",
            false => "why the list changed, one line",
        }),
        Field::choice("cause", "Cause", causes(), "").hint("what made it necessary"),
        Field::text("effective", "Judges from", "")
            .reading(Reads::Day(today))
            .hint("first day changed targets judge; empty is the start of the next period"),
        Field::text("leave_out", "Left out", blocked.join("; "))
            .reading(Reads::List)
            .hint("codes of drafts that stay drafts, ; between them"),
    ];
    let subject = ApprovesList { next: next.clone(), today };
    Form::new(format!("Approve edition {}: {} objectives", next.number, next.members), Box::new(subject), fields)
}

#[derive(Debug)]
struct ApprovesList {
    next: NextEdition,
    today: Date,
}

impl Subject for ApprovesList {
    fn name(&self) -> String {
        "approve the list".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let list = |name: &str| parts(fields.said(name)).map(str::to_owned).collect();
        Ok(vec![Command::Editions(EditionCommand::Approve(Box::new(EditionApproval {
            body: fields.owned("body"),
            people: list("people"),
            on: Some(fields.date("on").unwrap_or(self.today)),
            minutes: fields.owned("minutes"),
            why: fields.owned("why"),
            cause: Cause::from_word(fields.said("cause")),
            effective: fields.date("effective"),
            leave_out: list("leave_out"),
        })))])
    }

    fn sight(&self, _fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        detail::next(&self.next, theme, usize::from(width).saturating_sub(2))
    }
}

/// Tells something to people, functions or everyone.
pub fn tell(title: &str, what: Told, to: &str, today: Date) -> Form {
    let fields = vec![
        Field::text("to", "People", to).reading(Reads::List).hint("people or roles, ; between them"),
        Field::text("functions", "Functions", "").reading(Reads::List).hint("functions, ; between them"),
        Field::choice(
            "everyone",
            "Everyone",
            vec![Way::new("no", "no"), Way::new("yes", "the whole organization")],
            "no",
        ),
        Field::text("channel", "Channel", "").hint("mail, meeting, intranet"),
        Field::text("place", "Place", "").hint("where it can be seen: URL or file"),
        day("on", "On", today).required().hint("the day it was told"),
    ];
    Form::new(format!("Told: {title}"), Box::new(Tells { title: title.to_owned(), what, today }), fields)
}

#[derive(Debug)]
struct Tells {
    title: String,
    what: Told,
    today: Date,
}

impl Subject for Tells {
    fn name(&self) -> String {
        format!("tell {}", self.title)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let named = |name: &'static str, reach: Reach| parts(fields.said(name)).map(move |n| (reach, n.to_owned()));
        let mut audience: Vec<(Reach, String)> = named("to", Reach::Person).collect();
        audience.extend(named("functions", Reach::Function));
        if fields.said("everyone") == "yes" {
            audience.push((Reach::Everyone, String::new()));
        }
        if audience.is_empty() {
            let message = "say who was told: people, functions or everyone".to_owned();
            return Err(vec![FieldProblem { field: "to".to_owned(), message }]);
        }
        Ok(vec![Command::Editions(EditionCommand::Communicate {
            what: self.what.clone(),
            audience,
            channel: fields.owned("channel"),
            place: fields.owned("place"),
            on: fields.date("on").unwrap_or(self.today),
        })])
    }
}

/// Records that somebody confirmed.
pub fn confirm(title: &str, what: Told, person: &str, today: Date) -> Form {
    let fields = vec![
        Field::text("person", "Who", person).required().offering(Offers::People).hint("who confirmed"),
        day("on", "On", today).required().hint("the day they confirmed"),
        Field::text("note", "Shown by", "").hint("a mail, a signature; may stay empty"),
    ];
    Form::new(format!("Confirmed: {title}"), Box::new(Confirms { title: title.to_owned(), what, today }), fields)
}

#[derive(Debug)]
struct Confirms {
    title: String,
    what: Told,
    today: Date,
}

impl Subject for Confirms {
    fn name(&self) -> String {
        format!("confirm {}", self.title)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::Editions(EditionCommand::Acknowledge {
            what: self.what.clone(),
            person: fields.owned("person"),
            on: fields.date("on").unwrap_or(self.today),
            note: fields.owned("note"),
        })])
    }
}

/// What somebody has open, and how it is named.
pub fn open_of(person: &Unconfirmed) -> (String, Told) {
    let codes: Vec<String> = person.items.iter().map(|item| item.code.clone()).collect();
    (codes.join(", "), Told::Objectives(codes))
}
