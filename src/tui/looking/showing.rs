//! Showing the register to others: on a projector nobody should read drafts, what an auditor may raise, or what is only
//! of use inside.

use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Layer, Model, StatusLine};
use crate::tui::screen::Screen;

/// Whether others look on.
pub fn is_on(model: &Model) -> bool {
    model.overview.as_ref().is_some_and(|overview| overview.showing)
}

/// What cannot be done meanwhile, and how to end it.
pub fn sentence(model: &Model) -> String {
    format!("others look on; {} ends that", model.key_for(Action::Showing))
}

/// Begins, or ends. A form may hold a draft, so it is finished or left first; what is hidden closes by itself.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    let on = !is_on(model);
    let asks = |layer: &Layer| match layer {
        Layer::Sheet { sheet, .. } => sheet.scopes().iter().any(|scope| matches!(scope, Scope::Form | Scope::Choice)),
        Layer::Filter | Layer::Actor { .. } => false,
    };
    if on && model.layers.iter().any(asks) {
        model.status = Some(StatusLine::refused("finish the form or leave it first: it may hold a draft"));
        return Vec::new();
    }
    if on {
        model.layers.retain(|layer| !matches!(layer, Layer::Sheet { sheet, .. } if sheet.screen().is_some_and(hides)));
        model.home.marked.clear();
    }
    model.status = Some(match on {
        true => StatusLine::note("others look on: drafts and readiness are hidden")
            .hint(format!("{} shows them again", model.key_for(Action::Showing))),
        false => StatusLine::note("drafts and readiness are shown again"),
    });
    vec![Effect::Showing(on)]
}

/// Whether a screen is hidden while others look on.
pub fn hides(screen: Screen) -> bool {
    matches!(screen, Screen::Readiness | Screen::Walk)
}
