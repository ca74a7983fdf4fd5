//! Which objective is selected, which ones the list shows, and what is read ahead for them.

use super::moving;
use crate::app::view::{Overview, Row};
use crate::domain::words;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::layout;
use crate::tui::model::Model;

/// The rows the list shows: all, or those the filter keeps; in the order of attention.
pub fn listed(model: &Model) -> Vec<&Row> {
    let Some(overview) = &model.overview else { return Vec::new() };
    let wanted: Vec<String> = model.home.filter.text().split_whitespace().map(str::to_lowercase).collect();
    overview.rows.iter().filter(|row| keeps(row, &wanted)).collect()
}

/// Every word of the filter is found in code, title, owner, function or status.
fn keeps(row: &Row, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let definition = &row.objective.definition;
    let (_, status) = words::status(row.judgement.status);
    let text =
        [row.code(), &definition.title, &definition.owner, &definition.function, status].join("\n").to_lowercase();
    wanted.iter().all(|word| text.contains(word))
}

/// The place of the selected objective in the list.
pub fn place(model: &Model) -> Option<usize> {
    let selected = model.home.selected.as_deref()?;
    listed(model).iter().position(|row| row.code() == selected)
}

/// Selects an objective and reads it in full, unless that was done already.
pub fn select(model: &mut Model, code: &str) -> Vec<Effect> {
    if model.home.selected.as_deref() != Some(code) {
        model.home.selected = Some(code.to_owned());
        model.home.plan_top = 0;
        model.home.readings_back = 0;
        model.home.action_at = 0;
    }
    if let Some(at) = model.dossiers.iter().position(|(_, dossier)| dossier.row.code() == code) {
        // What was looked at last is the last to be put aside.
        model.dossiers[at..].rotate_left(1);
    }
    read_selected(model)
}

/// Asks for the selected objective in full where what is there is older than the overview.
pub fn read_selected(model: &Model) -> Vec<Effect> {
    let (Some(overview), Some(code)) = (&model.overview, &model.home.selected) else { return Vec::new() };
    if is_read(model, overview, code) { Vec::new() } else { vec![Effect::LoadDossier(code.clone())] }
}

fn is_read(model: &Model, overview: &Overview, code: &str) -> bool {
    model.dossiers.iter().any(|(seq, d)| *seq == overview.seq && d.as_of == overview.as_of && d.row.code() == code)
}

/// Objectives that the next key may select in the list and that were not read yet: there is time while nobody presses
/// one. None before the selected one itself is read.
pub fn ahead(model: &Model) -> Vec<String> {
    let (Some(overview), Some(at)) = (&model.overview, place(model)) else { return Vec::new() };
    if !model.layers.is_empty() || !read_selected(model).is_empty() {
        return Vec::new();
    }
    let listed = listed(model);
    let (page, last) = (page(model), listed.len().saturating_sub(1));
    let mut codes: Vec<String> = Vec::new();
    for action in [Action::Down, Action::Up, Action::PageDown, Action::PageUp, Action::Last, Action::First] {
        let code = listed[moving::moved(at, action, page, last)].code();
        if !is_read(model, overview, code) && codes.iter().all(|known| known != code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// Selects the row at a place of the list.
pub fn select_place(model: &mut Model, place: usize) -> Vec<Effect> {
    let code = listed(model).get(place).map(|row| row.code().to_owned());
    code.map_or_else(Vec::new, |code| select(model, &code))
}

/// The filter changed: the selection stays if it is still listed, else the first one is selected.
pub fn filter_changed(model: &mut Model) -> Vec<Effect> {
    model.home.top = 0;
    match place(model) {
        Some(_) => Vec::new(),
        None => select_place(model, 0),
    }
}

/// After a new overview: the same objective by its code, else the one that took its place, else the first.
pub fn keep(model: &mut Model, before: Option<&Overview>) -> Vec<Effect> {
    let gone = model.home.selected.as_deref().filter(|code| model.row(code).is_none());
    if model.home.selected.is_some() && gone.is_none() {
        return read_selected(model);
    }
    let old_place = gone.and_then(|code| before?.rows.iter().position(|row| row.code() == code)).unwrap_or(0);
    model.home.selected = None;
    let last = listed(model).len().saturating_sub(1);
    select_place(model, old_place.min(last))
}

/// Scrolls the list just so far that the selected row is in sight.
pub fn keep_in_window(model: &mut Model) {
    let rows = page(model);
    let count = listed(model).len();
    let at = place(model).unwrap_or(0);
    let top = model.home.top.min(count.saturating_sub(rows)).min(at);
    model.home.top = if at >= top + rows { at + 1 - rows } else { top };
}

/// How many rows the list shows at once.
pub fn page(model: &Model) -> usize {
    let Some(screen) = layout::screen(model.size) else { return 1 };
    let count = model.overview.as_ref().map_or(0, |o| o.rows.len());
    layout::home(&model.home, screen.body, count).objectives.map_or(1, layout::list_rows)
}
