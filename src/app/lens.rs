//! From a lens to what the store must hide.

use super::refusal::Refusal;
use super::session::Session;
use super::view::{KnownAt, Lens};
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::store::{Reader, Sight};

use super::rules::rules_from;

/// A lens on one register on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub sight: Sight,
    pub as_of: Date,
    pub today: Date,
    pub lens: Lens,
}

impl Session {
    /// What a lens shows today. A past day hides what was recorded (or claimed) later; `known_at` also hides what the
    /// journal did not hold then.
    pub(super) fn look(&self, lens: Lens, reader: &Reader) -> Result<Look, Refusal> {
        let today = self.env.clock.now().today;
        let as_of = lens.as_of.unwrap_or(match lens.known_at {
            Some(KnownAt::Day(day)) => day.min(today),
            _ => today,
        });
        let known_seq = match lens.known_at {
            None => None,
            Some(KnownAt::Seq(seq)) => Some(seq),
            Some(KnownAt::Day(day)) => Some(reader.seq_on(day)?),
        };
        let past = as_of < today || known_seq.is_some();
        let sight = Sight { as_of, known_seq, past, in_force_only: self.showing };
        Ok(Look { sight, as_of, today, lens })
    }
}

/// The rules known through a lens: settings entered later take no part.
pub(super) fn rules_through(reader: &Reader, look: &Look) -> Result<Rules, Refusal> {
    let mut settings = reader.settings()?;
    if let Some(seq) = look.sight.known_seq {
        settings.retain(|s| s.seq <= seq);
    }
    if look.sight.past {
        // A register that is set up today and filled with past years is judged by its settings: those that reach back
        // to the beginning count for every day.
        settings.retain(|s| s.recorded_on <= look.as_of || s.effective <= look.as_of);
    }
    Ok(rules_from(&settings))
}
