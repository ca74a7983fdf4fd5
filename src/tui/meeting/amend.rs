//! Short forms inside a meeting: who is here after all, what became of an action, whether a decision still stands.

use ratatui::text::Line;

use crate::app::meeting::MeetingCommand;
use crate::app::view::ReviewView;
use crate::app::{Command, FieldProblem};
use crate::domain::minutes::MinutedAction;
use crate::domain::period::Date;
use crate::domain::review::{Action, CorrectionNote, Review};
use crate::domain::words;
use crate::tui::form::Form;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::fold::fold;
use crate::tui::form::reads::{Reads, day_named, parts};
use crate::tui::form::subject::Subject;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// What stands behind the fold line of a meeting.
const BELONGS: &[&str] = &["host", "assessment", "assessment_on"];

const YES: &str = "yes";
const NO: &str = "no";

/// A form for who is here, which meeting this one is a part of, and which assessment it considers.
pub fn attendees(view: &ReviewView, today: Date) -> Form {
    let review = &view.review;
    // Who is here stands last and has the focus: Enter saves it, and what is rarely said stays folded above.
    let fields = vec![
        belongs(),
        host(&review.host),
        assessment(&review.assessment),
        assessed_on(review.assessment_on, today),
        Field::text("attendees", "Here", review.attendees.join("; "))
            .reading(Reads::List)
            .required()
            .hint("who is here, ; or , between the names"),
    ];
    let mut form = Form::new("Who is here", Box::new(Attends { review: review.clone() }), fields);
    form.focus_on("attendees");
    form
}

/// The fold line over what a meeting belongs to.
pub fn belongs() -> Field {
    fold("belongs", "Belongs to", BELONGS).hint("Right: the meeting this one is a part of, the risk assessment")
}

/// The meeting this one is a part of.
pub fn host(said: &str) -> Field {
    Field::text("host", "Part of", said).hint("the meeting whose agenda this is one item of; may stay empty")
}

/// The risk assessment a meeting considers.
pub fn assessment(said: &str) -> Field {
    Field::text("assessment", "Assessment", said).hint("the risk assessment it considers; may stay empty")
}

/// The day of that assessment.
pub fn assessed_on(said: Option<Date>, today: Date) -> Field {
    let said = said.map(|day| day.to_string()).unwrap_or_default();
    Field::text("assessment_on", "Assessed on", said).reading(Reads::Day(today)).hint("the day of that assessment")
}

/// What a form says about host and assessment, where it says something else than the meeting does.
pub fn described(review: &Review, date: Option<Date>, fields: &Fields) -> Option<Command> {
    let assessment = (fields.owned("assessment"), fields.date("assessment_on"));
    let host = fields.owned("host");
    let host = (host != review.host).then_some(host);
    let assessment = (assessment != (review.assessment.clone(), review.assessment_on)).then_some(assessment);
    let date = date.filter(|date| *date != review.date);
    let says = host.is_some() || assessment.is_some() || date.is_some();
    let describe = MeetingCommand::Describe { review: review.number, date, host, assessment };
    says.then_some(Command::Meetings(describe))
}

/// A form for an action that is done; `None` where none is open from before.
pub fn done(view: &ReviewView, today: Date) -> Option<Form> {
    let open = view.carried_actions.clone();
    let way = |action: &Action| Way::new(action.id.to_string(), format!("{} {}", action.code, action.owner));
    let first = open.first()?.id.to_string();
    let ways = open.iter().map(way).collect();
    let mut fields = vec![Field::choice("id", "Action", ways, &first).hint("Left and Right choose")];
    fields.extend(done_fields(today));
    Some(Form::new("An action of an earlier meeting is done", Box::new(Completes { open, today }), fields))
}

/// A form for one action that is done.
pub fn done_one(action: &MinutedAction, today: Date) -> Form {
    let about = CompletesOne { id: action.id, today };
    Form::new(format!("Done: {}", action.text), Box::new(about), done_fields(today))
}

fn done_fields(today: Date) -> Vec<Field> {
    let on = Field::text("done_on", "Done on", today.to_string()).reading(Reads::Day(today)).required();
    vec![
        on.hint("the day it was done"),
        Field::text("evidence", "Shown by", "").hint("what shows it; may stay empty, Enter saves"),
    ]
}

/// A form that gives an open action to somebody else, or another date.
pub fn moved(action: &MinutedAction, today: Date) -> Form {
    let due = action.due.map(|day| day.to_string()).unwrap_or_default();
    let fields = vec![
        Field::text("owner", "Who", &action.owner).required().hint("who does it"),
        Field::text("due", "By", due).reading(Reads::Day(today)).hint("the day it is done by"),
        Field::text("reason", "Why", "").hint("why it moves; may stay empty"),
    ];
    Form::new(action.text.clone(), Box::new(Moves { id: action.id }), fields)
}

/// A form for whether an action that is done removed its cause.
pub fn helped(action: &MinutedAction, today: Date) -> Form {
    let ways = vec![Way::new(YES, "it helped"), Way::new(NO, "it did not help")];
    let fields = vec![
        Field::choice("helped", "Effect", ways, YES).hint("Left and Right choose"),
        Field::text("note", "Seen", "").required().hint("what shows whether it helped"),
        Field::text("on", "On", today.to_string())
            .reading(Reads::Day(today))
            .required()
            .hint("the day somebody looked"),
    ];
    Form::new(format!("Did it help: {}", action.text), Box::new(Helps { id: action.id, today }), fields)
}

/// A form for whether what was decided on a value still stands after its correction.
pub fn correction(review: i64, note: &CorrectionNote) -> Form {
    let ways = vec![Way::new(YES, "it still stands"), Way::new(NO, "it does not stand any more")];
    let said = note.answer.as_ref().filter(|answer| answer.review == review);
    let stands = if said.is_some_and(|answer| !answer.stands) { NO } else { YES };
    let reason = said.map(|answer| answer.reason.clone()).unwrap_or_default();
    let fields = vec![
        Field::choice("stands", "The decision", ways, stands).hint("Left and Right choose"),
        Field::text("reason", "Because", reason).required().hint("why it stands or does not"),
    ];
    let about = Stands { review, note: note.clone() };
    Form::new(format!("{} {} was corrected", note.code, note.label), Box::new(about), fields)
}

#[derive(Debug)]
struct Attends {
    review: Review,
}

impl Subject for Attends {
    fn name(&self) -> String {
        format!("attendees {}", self.review.number)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let attendees: Vec<String> = parts(&fields.owned("attendees").replace(',', ";")).map(str::to_owned).collect();
        let (review, next_date) = (self.review.number, self.review.next_date);
        let changed = attendees != self.review.attendees;
        let amend = changed.then_some(Command::AmendReview { review, attendees, next_date });
        Ok(amend.into_iter().chain(described(&self.review, None, fields)).collect())
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
        Ok(chosen.map(|action| complete(action.id, self.today, fields)).into_iter().collect())
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

#[derive(Debug)]
struct CompletesOne {
    id: i64,
    today: Date,
}

impl Subject for CompletesOne {
    fn name(&self) -> String {
        format!("action {} is done", self.id)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![complete(self.id, self.today, fields)])
    }
}

fn complete(id: i64, today: Date, fields: &Fields) -> Command {
    let done = fields.date("done_on").unwrap_or(today);
    Command::CompleteAction { id, done, evidence: fields.owned("evidence") }
}

#[derive(Debug)]
struct Moves {
    id: i64,
}

impl Subject for Moves {
    fn name(&self) -> String {
        format!("action {} moves", self.id)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let (owner, due, reason) = (fields.owned("owner"), fields.date("due"), fields.owned("reason"));
        Ok(vec![Command::Meetings(MeetingCommand::AmendAction { id: self.id, owner, due, reason })])
    }
}

#[derive(Debug)]
struct Helps {
    id: i64,
    today: Date,
}

impl Subject for Helps {
    fn name(&self) -> String {
        format!("action {} helped", self.id)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let on = fields.date("on").unwrap_or(self.today);
        let (helped, note) = (fields.said("helped") == YES, fields.owned("note"));
        Ok(vec![Command::Meetings(MeetingCommand::CheckAction { id: self.id, on, helped, note })])
    }
}

#[derive(Debug)]
struct Stands {
    review: i64,
    note: CorrectionNote,
}

impl Subject for Stands {
    fn name(&self) -> String {
        format!("correction {} {}", self.note.code, self.note.measured_on)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let (code, measured_on) = (self.note.code.clone(), self.note.measured_on);
        let (stands, reason) = (fields.said("stands") == YES, fields.owned("reason"));
        let answer = MeetingCommand::AnswerCorrection { review: self.review, code, measured_on, stands, reason };
        Ok(vec![Command::Meetings(answer)])
    }

    fn sight(&self, _fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let note = &self.note;
        let new = if note.new.is_empty() { "taken back" } else { &note.new };
        let decided = note.decision.map_or("nothing", words::decision);
        let said = [
            format!("{} was {}, is {new}", note.label, note.old),
            format!("seen by {} in review {}; decided then: {decided}", note.seen_by.join(", "), note.shown_in),
        ];
        let lines = said.iter().flat_map(|said| text::wrap(said, usize::from(width), 2));
        lines.map(|line| Line::styled(line, theme.quiet())).collect()
    }
}
