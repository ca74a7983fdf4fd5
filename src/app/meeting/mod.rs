//! Review meetings: opened with an agenda, answered item by item, closed and frozen.

mod answer;
mod block;

use super::refusal::Refusal;
use super::session::Session;
use super::view::{Lens, ReviewView};
use super::write::Write;
use super::{NewAction, Outcome, overview};
use crate::domain::agenda;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::review::{Action, ItemState, Review, ReviewItem, ReviewKind};
use crate::store::{Entity, Fields, Reader, Sight, fields};

impl Session {
    /// A meeting, open or closed.
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

    pub(super) fn start_review(
        &mut self,
        kind: ReviewKind,
        date: Date,
        attendees: Vec<String>,
    ) -> Result<Outcome, Refusal> {
        let rows = self.overview(Lens::default())?.rows;
        self.write(Operation::ReviewStart, "", |write| {
            if let Some(open) = open_review(write)? {
                return Err(Refusal::invalid(format!("review {} of {} is still open", open.number, open.date))
                    .next("resume it, or close it first"));
            }
            let attendees = tidy(attendees);
            if attendees.is_empty() {
                return Err(Refusal::field("attendees", "say who is here"));
            }
            let number = write.tx().next_id(Entity::Review)?;
            let review = Review {
                number,
                kind,
                date,
                attendees,
                started_at: write.at().to_owned(),
                closed_at: None,
                next_date: None,
                items: Vec::new(),
            };
            let today = write.today();
            write.tx().insert(Entity::Review, number, fields::review(&review, today))?;
            let queue = agenda::agenda(&overview::attention(&rows));
            for (position, (place, group)) in queue.iter().enumerate() {
                let row = &rows[*place];
                let item = ReviewItem {
                    position: position as u32 + 1,
                    code: row.code().to_owned(),
                    group: *group,
                    state: ItemState::Open,
                    status_before: row.judgement.status,
                    freshness_before: row.judgement.freshness,
                    measured_on: row.judgement.latest.as_ref().map(|s| s.measured_on),
                    meaning: String::new(),
                    decision: None,
                    automatic: false,
                };
                let id = write.tx().next_id(Entity::ReviewItem)?;
                write.tx().insert(Entity::ReviewItem, id, fields::review_item(number, row.id, &item))?;
            }
            Ok(Outcome {
                summary: format!("review {number} of {date} opened, {} on the agenda", queue.len()),
                number: Some(number),
                ..Outcome::default()
            })
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

    pub(super) fn close_review(&mut self, number: i64, next_date: Option<Date>) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewClose, "", |write| {
            let review = running(write, number)?;
            if next_date.is_some_and(|next| next <= review.date) {
                return Err(Refusal::field("next_date", "the next review lies after this one"));
            }
            let mut closed = Fields::new();
            closed.insert("closed_at".to_owned(), serde_json::json!(write.at()));
            if let Some(next) = next_date.or(review.next_date) {
                closed.insert("next_date".to_owned(), serde_json::json!(next));
            }
            write.tx().update(Entity::Review, number, closed)?;
            let count = |state| review.items.iter().filter(|i| i.state == state).count();
            Ok(Outcome {
                summary: format!(
                    "review {number} closed: {} answered, {} passed, {} parked, {} left open",
                    count(ItemState::Answered),
                    count(ItemState::Passed),
                    count(ItemState::Parked),
                    count(ItemState::Open)
                ),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    pub(super) fn add_action(&mut self, code: &str, action: &NewAction) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionAdd, "", |write| {
            let objective = match code.trim() {
                "" => None,
                code => Some(write.objective(code)?),
            };
            let touched = objective.iter().map(|o| o.objective.code.clone()).collect();
            let id = insert_action(write, objective.map(|o| o.id), None, action)?;
            Ok(Outcome {
                summary: format!("action {id}: {}, {}", action.text.trim(), action.owner.trim()),
                touched,
                number: Some(id),
                ..Outcome::default()
            })
        })
    }

    pub(super) fn complete_action(&mut self, id: i64, done: Date, evidence: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionComplete, "", |write| complete(write, id, done, evidence))
    }
}

/// Enters that an action is done, inside a running transaction.
pub(super) fn complete(write: &mut Write, id: i64, done: Date, evidence: &str) -> Result<Outcome, Refusal> {
    let sight = write.sight();
    let action = write.tx().actions(&sight, None)?.into_iter().find(|a| a.id == id);
    let Some(action) = action else { return Err(Refusal::not_found(format!("there is no action {id}"))) };
    if let Some(done) = action.done_on {
        return Err(Refusal::invalid(format!("action {id} was done on {done} already")));
    }
    let mut changed = Fields::new();
    changed.insert("done_on".to_owned(), serde_json::json!(done));
    if !evidence.trim().is_empty() {
        changed.insert("evidence".to_owned(), serde_json::json!(evidence.trim()));
    }
    write.tx().update(Entity::Action, id, changed)?;
    Ok(Outcome {
        summary: format!("action {id} done on {done}: {}", action.text),
        touched: vec![action.code],
        number: Some(id),
        ..Outcome::default()
    })
}

/// The meeting that is open, if one is.
pub(super) fn open_of(reader: &Reader, sight: &Sight) -> Result<(Option<i64>, Option<Date>), Refusal> {
    let reviews = reader.reviews(sight)?;
    let open = reviews.iter().rev().find(|r| r.closed_at.is_none()).map(|r| r.number);
    let next = reviews.iter().rev().find_map(|r| r.next_date);
    Ok((open, next))
}

fn open_review(write: &mut Write) -> Result<Option<Review>, Refusal> {
    let sight = write.sight();
    Ok(write.tx().reviews(&sight)?.into_iter().find(|review| review.closed_at.is_none()))
}

/// A meeting that still takes answers; a closed one is frozen.
fn running(write: &mut Write, number: i64) -> Result<Review, Refusal> {
    let sight = write.sight();
    let review = write.tx().reviews(&sight)?.into_iter().find(|review| review.number == number);
    match review {
        None => Err(Refusal::not_found(format!("there is no review {number}"))),
        Some(review) if review.closed_at.is_some() => {
            Err(Refusal::invalid(format!("review {number} of {} is closed; its minutes are frozen", review.date))
                .next("enter a correction as a new reading"))
        }
        Some(review) => Ok(review),
    }
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

fn insert_action(
    write: &mut Write,
    objective: Option<i64>,
    review: Option<i64>,
    new: &NewAction,
) -> Result<i64, Refusal> {
    if new.text.trim().is_empty() {
        return Err(Refusal::field("action", "say what is to be done"));
    }
    if new.owner.trim().is_empty() {
        return Err(Refusal::field("action_owner", "an action needs somebody who does it"));
    }
    let today = write.today();
    let id = write.tx().next_id(Entity::Action)?;
    let action = Action {
        id,
        code: String::new(),
        review,
        text: new.text.trim().to_owned(),
        owner: new.owner.trim().to_owned(),
        due: new.due,
        done_on: None,
        evidence: String::new(),
    };
    write.tx().insert(Entity::Action, id, fields::action(objective, &action, today))?;
    Ok(id)
}

fn tidy(names: Vec<String>) -> Vec<String> {
    names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
