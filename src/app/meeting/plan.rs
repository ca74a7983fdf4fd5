//! Meetings in the calendar: planned, described, taken out again.

use super::changeable;
use crate::app::Outcome;
use crate::app::lens::{Look, rules_through};
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::review::{AgendaNote, CalendarEntry, Preparation, Review, ReviewKind, Stage, calendar};
use crate::store::{Entity, Fields, Reader, fields};

/// When meetings of each kind are to be held, from those that are known.
pub(in crate::app) fn calendar_of(
    mut reviews: Vec<Review>,
    reader: &Reader,
    look: &Look,
    rules: &Rules,
) -> Result<Vec<CalendarEntry>, Refusal> {
    for review in reviews.iter_mut().filter(|_| look.sight.past) {
        review.reopen_if_closed_later(look.as_of);
    }
    Ok(calendar(&reviews, |kind| rules.review_months(kind), reader.founded_on()?, look.as_of))
}

impl Session {
    /// The calendar of meetings: what was held, what is planned, what is overdue.
    pub fn meeting_calendar(&mut self, lens: Lens) -> Result<Vec<CalendarEntry>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let rules = rules_through(reader, &look)?;
            calendar_of(reader.reviews(&look.sight)?, reader, &look, &rules)
        })
    }

    pub(super) fn plan_review(&mut self, kind: ReviewKind, date: Date, host: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewPlan, "", |write| {
            let today = write.today();
            if date < today {
                return Err(Refusal::field("date", format!("{date} is past: open a meeting that is held today")));
            }
            let number = write.tx().next_id(Entity::Review)?;
            let planned = Review { host: host.trim().to_owned(), ..Review::planned(number, kind, date) };
            write.tx().insert(Entity::Review, number, fields::review(&planned, today))?;
            Ok(about(number, format!("review {number} planned for {date}")))
        })
    }

    pub(super) fn cancel_review(&mut self, number: i64) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewCancel, "", |write| {
            let review = changeable(write, number)?;
            if review.stage() != Stage::Planned {
                return Err(Refusal::invalid(format!("review {number} has begun")).next("close it instead"));
            }
            let sight = write.sight();
            let notes: Vec<AgendaNote> = write.tx().records(&sight)?;
            for note in notes.iter().filter(|note| note.review == number) {
                write.tx().remove(Entity::AgendaNote, note.id)?;
            }
            let prepared: Vec<Preparation> = write.tx().records(&sight)?;
            for preparation in prepared.iter().filter(|preparation| preparation.review == number) {
                write.tx().remove(Entity::Preparation, preparation.id)?;
            }
            write.tx().remove(Entity::Review, number)?;
            Ok(about(number, format!("review {number} of {} taken out of the calendar", review.date)))
        })
    }

    pub(super) fn describe_review(
        &mut self,
        number: i64,
        date: Option<Date>,
        host: Option<String>,
        assessment: Option<(String, Option<Date>)>,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewPrepare, "", |write| {
            let review = changeable(write, number)?;
            let mut changed = Fields::new();
            if let Some(date) = date.filter(|date| *date != review.date) {
                if review.stage() != Stage::Planned {
                    return Err(Refusal::field("date", format!("review {number} has begun; its day stays")));
                }
                changed.insert("date".to_owned(), serde_json::json!(date));
            }
            let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            if let Some(host) = host {
                changed.insert("host".to_owned(), serde_json::json!(text(&host)));
            }
            if let Some((name, on)) = assessment {
                let named = text(&name);
                let on = on.filter(|_| named.is_some());
                changed.insert("assessment".to_owned(), serde_json::json!(named));
                changed.insert("assessment_on".to_owned(), serde_json::json!(on));
            }
            write.tx().update(Entity::Review, number, changed)?;
            Ok(about(number, format!("review {number} changed")))
        })
    }
}

fn about(number: i64, summary: String) -> Outcome {
    Outcome { summary, number: Some(number), ..Outcome::default() }
}
