//! Help and palette: lists of actions that are taken in what lies beneath them.

use ratatui::crossterm::event::KeyEvent;

use super::{layers, take};
use crate::tui::effect::Effect;
use crate::tui::help::HelpSheet;
use crate::tui::keymap::{Action, ActionSpec, Scope};
use crate::tui::model::{Layer, Model};
use crate::tui::palette::PaletteSheet;
use crate::tui::sheet::Menu;

/// Opens a menu; asked for once more, closes it. One menu takes the place of the other.
pub fn open(model: &mut Model, menu: Menu) -> Vec<Effect> {
    let shown = shown(model);
    if shown.is_some() {
        model.layers.pop();
    }
    match menu {
        _ if shown == Some(menu) => Vec::new(),
        Menu::Help => layers::open(model, Box::new(HelpSheet::default())),
        Menu::Palette => layers::open(model, Box::new(PaletteSheet::default())),
    }
}

/// Does an action as if its key had been pressed here; one that leads to a screen also where no key does.
pub fn run(model: &mut Model, action: Action) -> Vec<Effect> {
    let scopes = model.scopes();
    let found = |scope: &Scope| model.keymap.in_scope(*scope).find(|binding| binding.spec.action == action);
    let binding = scopes.iter().chain([&Scope::Global, &Scope::Screens]).find_map(found);
    let spec = binding.map(|binding| binding.spec);
    spec.map(|spec| take(model, spec)).unwrap_or_default()
}

/// A key that the menu on top does not know itself, as what lies beneath it knows it: the menu closes.
pub fn handed_on(model: &mut Model, event: KeyEvent) -> Option<&'static ActionSpec> {
    let Some(Layer::Sheet { sheet, .. }) = model.layers.last() else { return None };
    let spec = match sheet.hands_on() {
        [] => None,
        beneath => model.keymap.resolve(event, beneath),
    }?;
    model.layers.pop();
    Some(spec)
}

fn shown(model: &Model) -> Option<Menu> {
    match model.layers.last() {
        Some(Layer::Sheet { sheet, .. }) => sheet.menu(),
        _ => None,
    }
}
