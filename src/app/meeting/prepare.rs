//! What is written for a meeting, before it and in it: points of the agenda, objectives that lag, the conclusion.

use super::{changeable, item_of, running, update_item};
use crate::app::Outcome;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::write::objective_called;
use crate::domain::operation::Operation;
use crate::domain::review::{AgendaNote, AgendaTopic, MeetingStep, Preparation, Prepared, ReviewItem};
use crate::store::{Entity, Fields, Sight};

impl Session {
    pub(super) fn note_topic(&mut self, review: i64, topic: AgendaTopic, text: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewPrepare, "", |write| {
            changeable(write, review)?;
            let sight = write.sight();
            let notes: Vec<AgendaNote> = write.tx().records(&sight)?;
            let earlier = notes.into_iter().find(|note| note.review == review && note.topic == topic);
            let text = text.trim().to_owned();
            let (stated_by, recorded_on) = (write.actor().to_owned(), write.today());
            let note = AgendaNote { id: 0, review, topic, text, stated_by, recorded_on };
            match earlier {
                Some(earlier) if note.text.is_empty() => write.tx().remove(Entity::AgendaNote, earlier.id)?,
                Some(earlier) => write.tx().put(earlier.id, &note)?,
                None if note.text.is_empty() => {
                    return Err(Refusal::field("text", format!("nothing is said on {} yet", topic.letter())));
                }
                None => drop(write.tx().add(&note)?),
            }
            let state = if note.text.is_empty() { "taken back" } else { "written" };
            Ok(about(review, format!("review {review}, {} {}: {state}", topic.letter(), topic.title())))
        })
    }

    /// What is prepared for an objective in a meeting so far; empty texts where nothing is.
    pub fn prepared(&mut self, review: i64, code: &str) -> Result<Prepared, Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        self.store.read(|reader| {
            let objective = objective_called(reader, code, &sight)?;
            let all: Vec<Preparation> = reader.records_about(objective.id, &sight)?;
            let (code, title) = (objective.objective.code, objective.objective.definition.title);
            let nothing = Prepared { code, title, ..Prepared::default() };
            Ok(match all.into_iter().find(|preparation| preparation.review == review) {
                None => nothing,
                Some(Preparation { cause, options, wanted, stated_by: by, .. }) => {
                    Prepared { cause, options, wanted, by, ..nothing }
                }
            })
        })
    }

    pub(super) fn prepare_objective(
        &mut self,
        review: i64,
        code: &str,
        [cause, options, wanted]: [&str; 3],
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewPrepare, "", |write| {
            changeable(write, review)?;
            let objective = write.objective(code)?;
            let sight = write.sight();
            let all: Vec<Preparation> = write.tx().records_about(objective.id, &sight)?;
            let earlier = all.into_iter().find(|preparation| preparation.review == review);
            let prepared = Preparation {
                id: 0,
                review,
                objective: objective.id,
                cause: cause.trim().to_owned(),
                options: options.trim().to_owned(),
                wanted: wanted.trim().to_owned(),
                stated_by: write.actor().to_owned(),
                recorded_on: write.today(),
            };
            let empty = [&prepared.cause, &prepared.options, &prepared.wanted].iter().all(|text| text.is_empty());
            match earlier {
                Some(earlier) if empty => write.tx().remove(Entity::Preparation, earlier.id)?,
                Some(earlier) => write.tx().put(earlier.id, &prepared)?,
                None if empty => return Err(Refusal::field("cause", "say cause, options or the decision wanted")),
                None => drop(write.tx().add(&prepared)?),
            }
            let code = objective.objective.code;
            let state = if empty { "taken back" } else { "prepared" };
            let summary = format!("review {review}, {code} {state}");
            Ok(Outcome { touched: vec![code], ..about(review, summary) })
        })
    }

    pub(super) fn go_through(&mut self, number: i64, step: MeetingStep, done: bool) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewStep, "", |write| {
            let review = running(write, number)?;
            let mut steps = review.steps;
            steps.retain(|held| *held != step);
            if done {
                steps.push(step);
            }
            steps.sort();
            let steps = Some(steps).filter(|steps| !steps.is_empty());
            let changed: Fields = [("steps".to_owned(), serde_json::json!(steps))].into_iter().collect();
            write.tx().update(Entity::Review, number, changed)?;
            let state = if done { "gone through" } else { "open again" };
            Ok(about(number, format!("review {number}, {}: {state}", step.word().replace('_', " "))))
        })
    }

    pub(super) fn spend(&mut self, number: i64, code: &str, seconds: u32) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewStep, "", |write| {
            let review = running(write, number)?;
            let item = item_of(&review, code)?;
            let looked_at = ReviewItem { seconds: item.seconds + seconds, ..item.clone() };
            update_item(write, number, &looked_at)?;
            Ok(about(number, format!("{}: {} s", looked_at.code, looked_at.seconds)))
        })
    }

    pub(super) fn conclude(&mut self, number: i64, refresh: &str, no_change: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewConclude, "", |write| {
            running(write, number)?;
            let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            let (refresh, no_change) = (text(refresh), text(no_change));
            if refresh.is_some() && no_change.is_some() {
                return Err(Refusal::field("no_change", "say what changes, or why nothing changes; not both"));
            }
            let mut changed = Fields::new();
            changed.insert("refresh".to_owned(), serde_json::json!(refresh));
            changed.insert("no_change".to_owned(), serde_json::json!(no_change));
            write.tx().update(Entity::Review, number, changed)?;
            Ok(about(number, format!("review {number}: conclusion written")))
        })
    }
}

fn about(number: i64, summary: String) -> Outcome {
    Outcome { summary, number: Some(number), ..Outcome::default() }
}
