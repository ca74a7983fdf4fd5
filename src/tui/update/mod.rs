//! What follows from a message: the model changes, and what is to be done is named. No IO.

mod actor;
mod answers;
mod home;
mod layers;
pub mod looking;
mod menus;
mod mouse;
pub mod moving;
pub mod selection;

use super::configuration::ConfigurationSheet;
use super::effect::Effect;
use super::keymap::{self, Action, ActionSpec, Availability};
use super::looking::{AsKnownSheet, showing};
use super::model::{Layer, Model, StatusLine};
use super::msg::Msg;
use super::present::PresentSheet;
use super::probe::{BasketSheet, ProbeSheet};
use super::registers::RegistersSheet;
use super::screen::Screen;
use super::sheet::Menu;
use super::sheet::Sheet;
use crate::app::view::Lens;
use ratatui::crossterm::event::{KeyEvent, KeyEventKind};

/// Takes a message in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(event) if event.kind == KeyEventKind::Release => return Vec::new(),
        Msg::Key(event) => key(model, event),
        Msg::Mouse(event) => mouse::take(model, event),
        Msg::Copied(way) => {
            model.status = Some(StatusLine::done(way));
            Vec::new()
        }
        Msg::Paste(text) => layers::paste(model, &text),
        Msg::Resize(width, height) => {
            model.size = model.theme.room((width, height));
            Vec::new()
        }
        Msg::Overview(overview) => answers::overview(model, *overview),
        Msg::Opened => {
            *model = model.for_another_register();
            Vec::new()
        }
        Msg::Dossier(dossier) => answers::dossier(model, *dossier),
        Msg::ReadFailed(refusal) => {
            model.status = Some(StatusLine::refused(refusal.to_string()));
            Vec::new()
        }
        Msg::Ran { asker, result } => answers::ran(model, asker, result),
        Msg::Told { asker, result } => answers::told(model, asker, result),
        Msg::EditedOutside { sheet, result } => layers::edited_outside(model, sheet, result),
        Msg::Unsaved(kept) => answers::unsaved(model, kept),
        Msg::Progress(seen) => {
            model.progress = seen;
            Vec::new()
        }
        Msg::ChangedElsewhere => answers::changed_elsewhere(model),
        Msg::Clock(now) => layers::with_top_sheet(model, |sheet, model| sheet.clock(&now, model)),
    };
    selection::keep_in_window(model);
    model.typing = layers::is_typed_into(model);
    let effects = looking::refused(model, effects);
    actor::asked_first(model, effects)
}

/// What lies on top from the start: a running meeting for the room, or the ways to a register.
pub fn begin(model: &mut Model, presents: bool) -> Vec<Effect> {
    let sheet: Box<dyn Sheet> =
        if presents { Box::new(PresentSheet::new()) } else { Box::new(RegistersSheet::beginning()) };
    layers::open(model, sheet)
}

/// A key: stop, then the text field on top, then the table of actions.
fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    if keymap::suspends(event) {
        return vec![Effect::Suspend];
    }
    if let Some(effects) = layers::typed(model, event) {
        return effects;
    }
    let here = model.keymap.resolve(event, &model.scopes());
    let Some(spec) = here.or_else(|| menus::handed_on(model, event)) else { return Vec::new() };
    if spec.action == Action::Back
        && let Some(seen) = model.progress.take()
    {
        return vec![Effect::Cancel(seen.number)];
    }
    take(model, spec)
}

/// Does what a line of the table says, if it can be done now.
fn take(model: &mut Model, spec: &ActionSpec) -> Vec<Effect> {
    if spec.action != Action::Leave {
        model.leaving = false;
    }
    if let Availability::No(why) = (spec.when)(model) {
        model.status = Some(StatusLine::refused(why));
        return Vec::new();
    }
    act(model, spec.action)
}

/// An action that can be taken now.
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(screen) = Screen::of(action) {
        return layers::go(model, screen);
    }
    if action == Action::Now {
        // What was said about looking back does not hold any more.
        model.status = None;
        return vec![Effect::Look(Lens::default())];
    }
    match (action, model.layers.last_mut()) {
        (Action::EditOutside, _) => layers::edit_outside(model),
        (Action::Showing, _) => showing::toggle(model),
        (Action::AsKnown, _) => layers::open(model, Box::<AsKnownSheet>::default()),
        (Action::Probe, _) => probe(model),
        (Action::Basket, _) => layers::open(model, Box::<BasketSheet>::default()),
        (Action::Help, _) => menus::open(model, Menu::Help),
        (Action::Palette, _) => menus::open(model, Menu::Palette),
        (Action::Config, _) => layers::open(model, Box::new(ConfigurationSheet::default())),
        (Action::Leave, _) => leave(model),
        (Action::ToggleMouse, _) => mouse::toggle(model),
        (_, Some(Layer::Filter)) => home::filter(model, action),
        (_, Some(Layer::Actor { .. })) => actor::act(model, action),
        (_, Some(Layer::Sheet { .. })) => layers::with_top_sheet(model, |sheet, model| sheet.act(action, model)),
        (_, None) => home::act(model, action),
    }
}

/// The page of the objective that is selected here.
fn probe(model: &mut Model) -> Vec<Effect> {
    let Some(code) = model.objective_here() else { return Vec::new() };
    let mut effects = selection::select(model, &code);
    effects.extend(layers::open(model, Box::new(ProbeSheet::new(code))));
    effects
}

/// Ctrl-C never surprises: it says how to leave; the same again on home leaves.
fn leave(model: &mut Model) -> Vec<Effect> {
    if model.leaving && model.layers.is_empty() {
        return vec![Effect::Quit];
    }
    model.leaving = true;
    model.status = Some(StatusLine::note(if model.layers.is_empty() {
        "q leaves the program; everything is saved already"
    } else {
        "Esc goes back; on home, q leaves the program"
    }));
    Vec::new()
}
