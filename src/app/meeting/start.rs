//! Opening a meeting: its agenda is what the register shows on that day.

use super::{open_review, running_refusal, tidy};
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::{Lens, Row};
use crate::app::write::Write;
use crate::app::{Outcome, overview};
use crate::domain::agenda;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::review::{Review, ReviewItem, ReviewKind, Stage, accepted_codes};
use crate::store::{Entity, Fields, fields};

impl Session {
    pub(in crate::app) fn start_review(
        &mut self,
        kind: ReviewKind,
        date: Date,
        attendees: Vec<String>,
    ) -> Result<Outcome, Refusal> {
        let rows = self.overview(Lens::default())?.rows;
        self.write(Operation::ReviewStart, "", |write| {
            let attendees = ready_to_open(write, attendees)?;
            let number = write.tx().next_id(Entity::Review)?;
            let started_at = Some(write.at().to_owned());
            let review = Review { attendees, started_at, ..Review::planned(number, kind, date) };
            let today = write.today();
            write.tx().insert(Entity::Review, number, fields::review(&review, today))?;
            opened(write, number, date, &rows)
        })
    }

    pub(super) fn open_planned(&mut self, number: i64, date: Date, attendees: Vec<String>) -> Result<Outcome, Refusal> {
        let rows = self.overview(Lens::default())?.rows;
        self.write(Operation::ReviewStart, "", |write| {
            let review = super::changeable(write, number)?;
            if review.stage() != Stage::Planned {
                return Err(running_refusal(&review));
            }
            let attendees = ready_to_open(write, attendees)?;
            let mut begun = Fields::new();
            begun.insert("date".to_owned(), serde_json::json!(date));
            begun.insert("attendees".to_owned(), serde_json::json!(attendees));
            begun.insert("started_at".to_owned(), serde_json::json!(write.at()));
            write.tx().update(Entity::Review, number, begun)?;
            opened(write, number, date, &rows)
        })
    }
}

/// Who is here, once no other meeting is open.
fn ready_to_open(write: &mut Write, attendees: Vec<String>) -> Result<Vec<String>, Refusal> {
    if let Some(open) = open_review(write)? {
        return Err(running_refusal(&open));
    }
    let attendees = tidy(attendees);
    if attendees.is_empty() {
        return Err(Refusal::field("attendees", "say who is here"));
    }
    Ok(attendees)
}

fn opened(write: &mut Write, number: i64, date: Date, rows: &[Row]) -> Result<Outcome, Refusal> {
    let sight = write.sight();
    let decisions = write.tx().decisions(&sight, None)?;
    let accepted = accepted_codes(&decisions, sight.as_of);
    let queue = agenda::agenda(&overview::attention(rows), |code| accepted.contains(code));
    for (position, (place, group)) in queue.iter().enumerate() {
        let row = &rows[*place];
        let item = ReviewItem::open(position as u32 + 1, row.code(), *group, &row.judgement);
        let id = write.tx().next_id(Entity::ReviewItem)?;
        write.tx().insert(Entity::ReviewItem, id, fields::review_item(number, row.id, &item))?;
    }
    Ok(Outcome {
        summary: format!("review {number} of {date} opened, {} on the agenda", queue.len()),
        number: Some(number),
        ..Outcome::default()
    })
}
