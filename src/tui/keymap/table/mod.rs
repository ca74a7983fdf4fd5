//! The table of actions: one file per part of the program, every action with its keys and its sentence.

mod asking;
mod editions;
mod files;
mod forms;
mod history;
mod home;
mod importing;
mod meeting;
mod people;
mod periods;
mod present;
mod probe;
mod readiness;
mod registers;
mod screens;
mod terminals;
mod trace;
mod walk;
mod zooms;

use std::sync::LazyLock;

use super::action::{Action, Scope};
use super::key::Key;
use super::{ActionSpec, Availability};
use crate::tui::looking::showing;
use crate::tui::model::{Layer, Model};
use crate::tui::update::looking;

fn always(_: &Model) -> Availability {
    Availability::Yes
}

fn if_else(holds: bool, why: &str) -> Availability {
    if holds { Availability::Yes } else { Availability::No(why.to_owned()) }
}

fn writable(model: &Model) -> Availability {
    match &model.overview {
        None => Availability::No("the register is still being read".to_owned()),
        Some(overview) if looking::looks_back(model) => Availability::No(looking::sentence(overview, model)),
        Some(_) if showing::is_on(model) => Availability::No(showing::sentence(model)),
        Some(overview) => if_else(!overview.read_only, "this register is open for reading only"),
    }
}

/// A reading, a meeting: what may be entered while others look on.
/// A field takes what is typed.
fn typing(model: &Model) -> Availability {
    if_else(model.typing && matches!(model.layers.last(), Some(Layer::Sheet { .. })), "no field is being typed into")
}

fn writable_in_sight(model: &Model) -> Availability {
    match &model.overview {
        Some(overview) if showing::is_on(model) && !looking::looks_back(model) => {
            if_else(!overview.read_only, "this register is open for reading only")
        }
        _ => writable(model),
    }
}

/// The same of the selected objective.
fn writable_selection_in_sight(model: &Model) -> Availability {
    match writable_in_sight(model) {
        Availability::Yes => selection(model),
        no => no,
    }
}

fn internal(model: &Model) -> Availability {
    if showing::is_on(model) { Availability::No(showing::sentence(model)) } else { Availability::Yes }
}

fn objective_here(model: &Model) -> Availability {
    if model.scopes().contains(&Scope::Probe) {
        return Availability::No("this is the page".to_owned());
    }
    if_else(model.objective_here().is_some(), "select an objective first")
}

fn basket_holds(model: &Model) -> Availability {
    if_else(!model.basket.is_empty(), "the basket is empty; on an objective's page the space bar puts it in")
}

fn writable_selection(model: &Model) -> Availability {
    match writable(model) {
        Availability::Yes => selection(model),
        no => no,
    }
}

fn selection(model: &Model) -> Availability {
    if_else(model.selected_row().is_some(), "no objective is selected")
}

fn looking_back(model: &Model) -> Availability {
    if_else(looking::looks_back(model), "the screen shows the register as it is known now")
}

fn any_rows(model: &Model) -> Availability {
    if_else(model.overview.as_ref().is_some_and(|o| !o.rows.is_empty()), "there is no objective yet")
}

const fn spec(
    scope: Scope,
    action: Action,
    keys: &'static [Key],
    name: &'static str,
    effect: &'static str,
    priority: u8,
) -> ActionSpec {
    ActionSpec { action, scope, keys, name, effect, priority, when: always }
}

const fn when(spec: ActionSpec, when: fn(&Model) -> Availability) -> ActionSpec {
    ActionSpec { when, ..spec }
}

/// Every action with its keys. The order inside a scope is the order of help and footer.
pub static SPECS: LazyLock<Vec<ActionSpec>> = LazyLock::new(|| {
    let parts: &[&[ActionSpec]] = &[
        screens::SPECS,
        home::SPECS,
        asking::SPECS,
        history::SPECS,
        walk::SPECS,
        trace::SPECS,
        readiness::SPECS,
        periods::SPECS,
        people::SPECS,
        probe::SPECS,
        editions::SPECS,
        files::SPECS,
        importing::SPECS,
        forms::SPECS,
        meeting::SPECS,
        zooms::SPECS,
        present::SPECS,
        registers::SPECS,
        terminals::SPECS,
    ];
    parts.concat()
});
