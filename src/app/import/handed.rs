//! A draft handed over to the one who works at the register.

use std::ops::Deref;
use std::sync::Arc;

use super::draft::{Draft, Preview};
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::{Outcome, Session};
use crate::domain::progress;

/// Something shared that is too large to be compared: it equals nothing but itself.
#[derive(Clone, Debug)]
pub struct Handed<T>(Arc<T>);

impl<T> From<Arc<T>> for Handed<T> {
    fn from(shared: Arc<T>) -> Handed<T> {
        Handed(shared)
    }
}

impl<T> PartialEq for Handed<T> {
    fn eq(&self, other: &Handed<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Handed<T> {}

impl<T> Deref for Handed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Session {
    /// What would become of a draft, told to who follows the work. Nothing is written.
    pub fn preview_of(&mut self, draft: &Draft) -> Result<Preview, Refusal> {
        self.preview(draft, &mut |done, of| progress::step("looking at the sheet, part", done, of).is_ok())
    }

    /// Takes a draft over, told to who follows the work. Refused where questions are open or something refused is not left
    /// out.
    pub(in crate::app) fn take_over_handed(&mut self, draft: &Draft) -> Result<Outcome, Refusal> {
        let preview = self.take_over(draft, &mut |done, of| progress::step("taking over, part", done, of).is_ok())?;
        if preview.stops(draft.choices().leave_out_refused) {
            let why = format!("nothing was taken over: {}", preview.sentence());
            return Err(Refusal::new(RefusalKind::Invalid, why).next("correct what is refused, or leave it out"));
        }
        Ok(preview.outcome)
    }
}
