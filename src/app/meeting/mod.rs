//! Review meetings: opened with an agenda, answered item by item, closed and frozen.

mod actions;
mod answer;
mod block;
mod close;
pub mod command;
mod corrections;
mod minutes;
mod plan;
mod prepare;
mod start;

pub(super) use actions::complete;
use actions::insert_action;
pub use command::MeetingCommand;
pub(super) use plan::calendar_of;

use super::Outcome;
use super::refusal::Refusal;
use super::session::Session;
use super::view::ReviewView;
use super::write::Write;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::review::{ItemState, Review, ReviewItem, Stage};
use crate::store::{Entity, Fields, Sight, fields};

impl Session {
    pub(super) fn run_meetings(&mut self, command: MeetingCommand) -> Result<Outcome, Refusal> {
        use MeetingCommand as M;
        match command {
            M::Plan { kind, date, host } => self.plan_review(kind, date, &host),
            M::Open { review, date, attendees } => self.open_planned(review, date, attendees),
            M::Cancel { review } => self.cancel_review(review),
            M::Describe { review, date, host, assessment } => self.describe_review(review, date, host, assessment),
            M::Note { review, topic, text } => self.note_topic(review, topic, &text),
            M::Prepare { review, code, cause, options, wanted } => {
                self.prepare_objective(review, &code, [&cause, &options, &wanted])
            }
            M::Step { review, step, done } => self.go_through(review, step, done),
            M::Spend { review, code, seconds } => self.spend(review, &code, seconds),
            M::AnswerCorrection { review, code, measured_on, stands, reason } => {
                self.answer_correction(review, &code, measured_on, stands, &reason)
            }
            M::Conclude { review, refresh, no_change } => self.conclude(review, &refresh, &no_change),
            M::AmendAction { id, owner, due, reason } => self.amend_action(id, &owner, due, &reason),
            M::CheckAction { id, on, helped, note } => self.check_action(id, on, helped, &note),
        }
    }

    /// A meeting: planned, running or closed.
    pub fn review(&mut self, number: i64) -> Result<ReviewView, Refusal> {
        self.reviews()?
            .into_iter()
            .find(|view| view.review.number == number)
            .ok_or_else(|| Refusal::not_found(format!("there is no review {number}")))
    }

    /// All meetings, newest first.
    pub fn reviews(&mut self) -> Result<Vec<ReviewView>, Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        self.store.read(|reader| {
            let (decisions, actions) = (reader.decisions(&sight, None)?, reader.actions(&sight, None)?);
            let view = |review: Review| {
                let number = review.number;
                ReviewView {
                    carried_actions: actions
                        .iter()
                        .filter(|a| a.done_on.is_none() && a.review.is_none_or(|of| of < number))
                        .cloned()
                        .collect(),
                    decisions: decisions.iter().filter(|d| d.review == Some(number)).cloned().collect(),
                    actions: actions.iter().filter(|a| a.review == Some(number)).cloned().collect(),
                    review,
                }
            };
            Ok(reader.reviews(&sight)?.into_iter().rev().map(view).collect())
        })
    }

    pub(super) fn amend_review(
        &mut self,
        number: i64,
        attendees: Vec<String>,
        next_date: Option<Date>,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewAmend, "", |write| {
            let review = running(write, number)?;
            let attendees = tidy(attendees);
            if attendees.is_empty() {
                return Err(Refusal::field("attendees", "say who is here"));
            }
            let mut changed = Fields::new();
            changed.insert("attendees".to_owned(), serde_json::json!(attendees));
            if next_date.is_some() {
                changed.insert("next_date".to_owned(), serde_json::json!(next_date));
            }
            write.tx().update(Entity::Review, number, changed)?;
            Ok(Outcome {
                summary: format!("review {}: {} here", review.number, attendees.len()),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    pub(super) fn park_item(&mut self, number: i64, code: &str, parked: bool) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewPark, "", |write| {
            let review = running(write, number)?;
            let item = item_of(&review, code)?;
            let state = if parked { ItemState::Parked } else { ItemState::Open };
            let changed = ReviewItem { state, ..item.clone() };
            update_item(write, number, &changed)?;
            let what = if parked { "put aside" } else { "taken up again" };
            Ok(Outcome {
                summary: format!("{} {what}", item.code),
                touched: vec![item.code.clone()],
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}

/// The meeting that is open, if one is, and the day of the next one.
pub(super) fn open_of(reviews: &[Review]) -> (Option<i64>, Option<Date>) {
    let open = reviews.iter().rev().find(|r| r.stage() == Stage::Running).map(|r| r.number);
    let planned = reviews.iter().filter(|r| r.stage() == Stage::Planned).map(|r| r.date).min();
    let next = planned.or_else(|| reviews.iter().rev().find_map(|r| r.next_date));
    (open, next)
}

fn open_review(write: &mut Write) -> Result<Option<Review>, Refusal> {
    let sight = write.sight();
    Ok(write.tx().reviews(&sight)?.into_iter().find(|review| review.stage() == Stage::Running))
}

/// A meeting that still takes answers; a closed one is frozen.
fn running(write: &mut Write, number: i64) -> Result<Review, Refusal> {
    let review = changeable(write, number)?;
    if review.stage() == Stage::Planned {
        return Err(Refusal::invalid(format!("review {number} is planned for {} and has not begun", review.date))
            .next("open it, then answer"));
    }
    Ok(review)
}

/// A meeting that is planned or running; a closed one is frozen.
fn changeable(write: &mut Write, number: i64) -> Result<Review, Refusal> {
    let sight = write.sight();
    let review = write.tx().reviews(&sight)?.into_iter().find(|review| review.number == number);
    let review = review.ok_or_else(|| Refusal::not_found(format!("there is no review {number}")))?;
    if review.stage() == Stage::Closed {
        return Err(Refusal::invalid(format!("review {number} of {} is closed; its minutes are frozen", review.date))
            .next("enter a correction as a new reading"));
    }
    Ok(review)
}

fn running_refusal(open: &Review) -> Refusal {
    Refusal::invalid(format!("review {} of {} is still open", open.number, open.date))
        .next("resume it, or close it first")
}

fn item_of<'r>(review: &'r Review, code: &str) -> Result<&'r ReviewItem, Refusal> {
    review
        .items
        .iter()
        .find(|item| item.code.eq_ignore_ascii_case(code.trim()))
        .ok_or_else(|| Refusal::not_found(format!("{code} is not on the agenda of review {}", review.number)))
}

fn update_item(write: &mut Write, review: i64, item: &ReviewItem) -> Result<(), Refusal> {
    let objective = write.objective(&item.code)?.id;
    let Some(id) = write.tx().review_item_id(review, objective)? else {
        return Err(Refusal::not_found(format!("{} is not on the agenda of review {review}", item.code)));
    };
    write.tx().update(Entity::ReviewItem, id, fields::review_item(review, objective, item))?;
    Ok(())
}

fn tidy(names: Vec<String>) -> Vec<String> {
    names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
