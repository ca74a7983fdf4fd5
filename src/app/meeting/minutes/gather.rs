//! What a meeting's minutes are made from: what was said and decided, and how the last meeting saw the list.

use std::collections::HashMap;

use crate::app::lens::Look;
use crate::app::refusal::Refusal;
use crate::domain::minutes::{MinutedAction, MinutedNote, Minutes, parse};
use crate::domain::period::Date;
use crate::domain::review::{Action, AgendaNote, Decision, Preparation, Review, ReviewKind, Stage};
use crate::domain::snapshot::{StatusCount, count_status};
use crate::domain::status::Status;
use crate::store::Reader;

pub(super) struct Gathered {
    pub number: i64,
    /// The last meeting of the same weight that was closed.
    pub last: Option<Review>,
    /// By objective, newest first.
    decisions: HashMap<String, Vec<Decision>>,
    actions: Vec<Action>,
    /// In the order of the clause.
    pub notes: Vec<AgendaNote>,
    pub preparations: Vec<Preparation>,
}

impl Gathered {
    pub fn of(reader: &Reader, look: &Look, review: &Review) -> Result<Gathered, Refusal> {
        let mut notes: Vec<AgendaNote> = reader.records(&look.sight)?;
        notes.retain(|note| note.review == review.number);
        notes.sort_by_key(|note| note.topic);
        let mut preparations: Vec<Preparation> = reader.records(&look.sight)?;
        preparations.retain(|preparation| preparation.review == review.number);
        Ok(Gathered {
            number: review.number,
            last: last_before(reader.reviews(&look.sight)?, review),
            decisions: by_objective(reader.decisions(&look.sight, None)?),
            actions: reader.actions(&look.sight, None)?,
            notes,
            preparations,
        })
    }

    /// Decisions on an objective, newest first.
    pub fn decisions_on(&self, code: &str) -> &[Decision] {
        self.decisions.get(code).map(Vec::as_slice).unwrap_or_default()
    }

    /// Actions of an objective.
    pub fn actions_of(&self, code: &str) -> Vec<Action> {
        self.actions.iter().filter(|action| action.code == code).cloned().collect()
    }

    /// Actions agreed elsewhere that somebody still waits for, and those that were finished since the last meeting.
    pub fn carried(&self, as_of: Date) -> Vec<MinutedAction> {
        let recent = |day: Option<Date>| day.is_some_and(|day| self.last.as_ref().is_some_and(|last| day > last.date));
        let elsewhere = self.actions.iter().filter(|action| action.review != Some(self.number));
        let told = elsewhere.filter(|a| a.is_pending() || recent(a.done_on) || recent(a.checked_on));
        told.map(|action| minuted(action, as_of)).collect()
    }

    /// Actions agreed in the meeting, in the order of entry.
    pub fn agreed(&self, as_of: Date) -> Vec<MinutedAction> {
        let mut here: Vec<&Action> = self.actions.iter().filter(|a| a.review == Some(self.number)).collect();
        here.sort_by_key(|action| action.id);
        here.into_iter().map(|action| minuted(action, as_of)).collect()
    }

    /// How the last meeting saw the list: by its frozen minutes, else by what its agenda remembers.
    pub fn before(&self, reader: &Reader) -> Result<Before, Refusal> {
        let Some(last) = &self.last else { return Ok(Before::default()) };
        let frozen = reader.minutes_bytes(last.number)?.and_then(|bytes| parse(&bytes).ok());
        Ok(frozen.map_or_else(|| Before::of_agenda(last), |minutes| Before::of_minutes(&minutes)))
    }
}

fn by_objective(decisions: Vec<Decision>) -> HashMap<String, Vec<Decision>> {
    let mut by_code: HashMap<String, Vec<Decision>> = HashMap::new();
    for decision in decisions {
        by_code.entry(decision.code.clone()).or_default().push(decision);
    }
    by_code
}

/// The meeting that is looked back to: a management review to the one before it, the others to whatever came last.
fn last_before(reviews: Vec<Review>, review: &Review) -> Option<Review> {
    let mut closed: Vec<Review> =
        reviews.into_iter().filter(|other| other.stage() == Stage::Closed && other.number != review.number).collect();
    closed.sort_by_key(|other| (other.date, other.number));
    let management = |other: &Review| other.kind == ReviewKind::Management;
    let same = closed.iter().rposition(management).filter(|_| review.kind == ReviewKind::Management);
    match same {
        Some(place) => Some(closed.swap_remove(place)),
        None => closed.pop(),
    }
}

/// Statuses at the last meeting.
#[derive(Default)]
pub(super) struct Before {
    statuses: HashMap<String, Status>,
    counts: Vec<StatusCount>,
}

impl Before {
    fn of_minutes(minutes: &Minutes) -> Before {
        let statuses = minutes.items.iter().map(|item| (item.code.clone(), item.status_after)).collect();
        Before { statuses, counts: minutes.by_status.clone() }
    }

    fn of_agenda(review: &Review) -> Before {
        let statuses = review.items.iter().map(|item| (item.code.clone(), item.status_before)).collect();
        Before { statuses, counts: count_status(review.items.iter().map(|item| item.status_before)) }
    }

    pub fn status_of(&self, code: &str) -> Option<Status> {
        self.statuses.get(code).copied()
    }

    pub fn counts(&self) -> Vec<StatusCount> {
        self.counts.clone()
    }
}

fn minuted(action: &Action, as_of: Date) -> MinutedAction {
    MinutedAction {
        id: action.id,
        code: action.code.clone(),
        review: action.review,
        kind: action.kind,
        text: action.text.clone(),
        cause: action.cause.clone(),
        owner: action.owner.clone(),
        due: action.due,
        state: action.state(as_of),
        done_on: action.done_on,
        evidence: action.evidence.clone(),
        check_on: action.check_on,
        check_note: action.check_note.clone(),
    }
}

impl From<&AgendaNote> for MinutedNote {
    fn from(note: &AgendaNote) -> MinutedNote {
        MinutedNote { topic: note.topic, text: note.text.clone(), by: note.stated_by.clone() }
    }
}
