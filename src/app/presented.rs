//! What a running meeting shows on a big screen.

use super::refusal::Refusal;
use super::registers::OnScreen;
use super::session::Session;
use super::view::{Dossier, Lens, ReviewView};
use crate::domain::minutes::Minutes;
use crate::domain::review::{ItemState, MeetingStep};

/// A running meeting as people in the room see it.
#[derive(Clone, Debug)]
pub struct Presented {
    /// The meeting.
    pub meeting: ReviewView,
    /// The objective it is at; `None` on every other page.
    pub dossier: Option<Dossier>,
    /// The step it is at, with what its minutes would say; `None` at an objective and where it is read back.
    pub step: Option<(MeetingStep, Box<Minutes>)>,
}

impl Session {
    /// The meeting that is open with the objective it is at: the one somebody asks for, else the one the meeting told,
    /// else the first that waits. `None` where no meeting is open.
    pub fn presented(&mut self, asked: Option<&str>, told: Option<OnScreen>) -> Result<Option<Presented>, Refusal> {
        let Some(number) = self.overview(Lens::default())?.open_review else { return Ok(None) };
        let meeting = self.review(number)?;
        let told = told.filter(|told| told.review == number);
        let step = told.as_ref().filter(|_| asked.is_none()).and_then(|told| MeetingStep::from_word(&told.step));
        let told = told.map(|told| told.code);
        let waits = || {
            let item = meeting.review.items.iter().find(|item| item.state == ItemState::Open);
            item.map(|item| item.code.clone()).unwrap_or_default()
        };
        let code = asked.map(str::to_owned).or(told).unwrap_or_else(waits);
        let dossier = if code.is_empty() { None } else { Some(self.dossier(&code, Lens::default())?) };
        let step = match step {
            Some(step) => Some((step, Box::new(self.read_back(number)?))),
            None => None,
        };
        Ok(Some(Presented { meeting, dossier, step }))
    }
}
