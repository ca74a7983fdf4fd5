//! What a running meeting shows on a big screen.

use super::refusal::Refusal;
use super::registers::OnScreen;
use super::session::Session;
use super::view::{Dossier, Lens, ReviewView};
use crate::domain::review::ItemState;

/// A running meeting as people in the room see it.
#[derive(Clone, Debug)]
pub struct Presented {
    /// The meeting.
    pub meeting: ReviewView,
    /// The objective it is at; `None` on the page that reads back.
    pub dossier: Option<Dossier>,
}

impl Session {
    /// The meeting that is open with the objective it is at: the one somebody asks for, else the one the meeting told,
    /// else the first that waits. `None` where no meeting is open.
    pub fn presented(&mut self, asked: Option<&str>, told: Option<OnScreen>) -> Result<Option<Presented>, Refusal> {
        let Some(number) = self.overview(Lens::default())?.open_review else { return Ok(None) };
        let meeting = self.review(number)?;
        let told = told.filter(|told| told.review == number).map(|told| told.code);
        let waits = || {
            let item = meeting.review.items.iter().find(|item| item.state == ItemState::Open);
            item.map(|item| item.code.clone()).unwrap_or_default()
        };
        let code = asked.map(str::to_owned).or(told).unwrap_or_else(waits);
        let dossier = if code.is_empty() { None } else { Some(self.dossier(&code, Lens::default())?) };
        Ok(Some(Presented { meeting, dossier }))
    }
}
