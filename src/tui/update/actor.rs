//! Who writes: asked once, before the first write, where neither the call nor the config file has said it.

use super::{answers, home};
use crate::app::{Refusal, RefusalKind};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::{Layer, Model, StatusLine, Waiting};
use crate::tui::text_field::TextField;

/// Whether it is still to be asked. The sample register is thrown away, so nobody needs to sign there.
pub fn is_asked(model: &Model) -> bool {
    model.unnamed.is_some() && !model.overview.as_ref().is_some_and(|overview| overview.demo)
}

/// Asks; `then` waits for the answer.
pub fn ask(model: &mut Model, then: Waiting) -> Vec<Effect> {
    let name = TextField::holding(model.unnamed.clone().unwrap_or_default());
    model.layers.push(Layer::Actor { name, then });
    Vec::new()
}

/// Holds writes back until somebody has said who writes.
pub fn asked_first(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    if !is_asked(model) {
        return effects;
    }
    let (writes, mut others): (Vec<_>, Vec<_>) = effects.into_iter().partition(|e| matches!(e, Effect::Run { .. }));
    if !writes.is_empty() {
        others.extend(ask(model, Waiting::Writes(writes)));
    }
    others
}

/// Enter takes the name and goes on, Esc goes back.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Confirm => take(model),
        Action::Back => turn_back(model),
        _ => Vec::new(),
    }
}

fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Actor { name, .. }) = model.layers.last() else { return Vec::new() };
    let named = name.text().trim().to_owned();
    if named.is_empty() {
        return Vec::new();
    }
    let Some(Layer::Actor { then, .. }) = model.layers.pop() else { return Vec::new() };
    model.unnamed = None;
    let mut effects = vec![Effect::SetActor(named)];
    effects.extend(match then {
        Waiting::Writes(writes) => writes,
        Waiting::Meeting => home::meet(model),
    });
    effects
}

/// Whoever waits for a write is told that it was not done.
fn turn_back(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Actor { then: Waiting::Writes(writes), .. }) = model.layers.pop() else {
        model.status = Some(StatusLine::note("no meeting was opened"));
        return Vec::new();
    };
    let told = |effect| match effect {
        Effect::Run { asker, .. } => {
            answers::ran(model, asker, Err(Refusal::new(RefusalKind::Invalid, "nobody said who writes")))
        }
        _ => Vec::new(),
    };
    writes.into_iter().flat_map(told).collect()
}
