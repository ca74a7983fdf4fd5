//! Looking back: the whole program shows the register as it was known then, and nothing is written meanwhile.

use super::answers;
use crate::app::view::{KnownAt, Lens, Overview};
use crate::app::{Refusal, RefusalKind};
use crate::domain::status::phrase::day;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;

/// Whether the screen shows another point in time than now.
pub fn looks_back(model: &Model) -> bool {
    model.overview.as_ref().is_some_and(|overview| overview.lens != Lens::default())
}

/// The point in time as the title names it: `as known on 12 Oct 2026, entry 196`.
pub fn point(overview: &Overview) -> String {
    let day = day(overview.as_of);
    match overview.lens.known_at {
        Some(KnownAt::Seq(seq)) => format!("as known on {day}, entry {seq}"),
        _ => format!("as known on {day}"),
    }
}

/// Why nothing is written meanwhile.
pub fn sentence(overview: &Overview, model: &Model) -> String {
    format!("this is the register {}; {} goes back to now, then write", point(overview), model.key_for(Action::Now))
}

/// Takes writes out of the effects and tells whoever waits for them.
pub fn refused(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let Some(overview) = model.overview.as_ref().filter(|_| looks_back(model)) else { return effects };
    let why = sentence(overview, model);
    let (writes, mut others): (Vec<_>, Vec<_>) = effects.into_iter().partition(|e| matches!(e, Effect::Run { .. }));
    for write in writes {
        if let Effect::Run { asker, .. } = write {
            others.extend(answers::ran(model, asker, Err(Refusal::new(RefusalKind::ReadOnly, why.clone()))));
        }
    }
    others
}
