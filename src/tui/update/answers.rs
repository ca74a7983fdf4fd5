//! What the worker brought back.

use super::{layers, selection};
use crate::app::registers::Answers;
use crate::app::view::{Dossier, Overview};
use crate::app::{Outcome, Refusal};
use crate::domain::cascade::Cascade;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Layer, Model, StatusLine};
use crate::tui::msg::{Asker, Reply};
use crate::tui::view::objectives::Widths;

/// How many objectives are kept in full: enough to go back and forth, little enough to stay small.
const KEPT: usize = 12;

/// The register in one look, again: the selection stays with its objective.
pub fn overview(model: &mut Model, overview: Overview) -> Vec<Effect> {
    model.widths = Widths::of(&overview, model.theme);
    let pairs = overview.rows.iter().map(|row| (row.code(), row.objective.definition.parent.as_str()));
    model.cascade = Cascade::of(pairs);
    let sight = |overview: &Overview| (overview.lens, overview.showing);
    let moved = model.overview.as_ref().is_some_and(|before| sight(before) != sight(&overview));
    if moved {
        // What was read from elsewhere says nothing about this point in time.
        model.dossiers.clear();
    }
    let before = model.overview.replace(overview);
    let mut effects = selection::keep(model, before.as_ref());
    if moved {
        effects.extend(read_again(model));
    }
    effects
}

/// Every sheet that shows the register reads it again; a form keeps what it holds.
fn read_again(model: &mut Model) -> Vec<Effect> {
    let reads = |layer: &Layer| match layer {
        Layer::Sheet { id, sheet } if !sheet.scopes().contains(&Scope::Form) => Some(*id),
        _ => None,
    };
    let sheets: Vec<u64> = model.layers.iter().filter_map(reads).collect();
    let again = |id| layers::with_sheet(model, id, |sheet, model| sheet.changed_elsewhere(model));
    sheets.into_iter().flat_map(again).collect()
}

/// One objective in full.
pub fn dossier(model: &mut Model, dossier: Dossier) -> Vec<Effect> {
    let seq = model.overview.as_ref().map_or(0, |overview| overview.seq);
    model.dossiers.retain(|(_, kept)| kept.row.code() != dossier.row.code());
    model.dossiers.push((seq, dossier));
    let surplus = model.dossiers.len().saturating_sub(KEPT);
    model.dossiers.drain(..surplus);
    Vec::new()
}

/// A command came back.
pub fn ran(model: &mut Model, asker: Asker, result: Result<Outcome, Refusal>) -> Vec<Effect> {
    model.status = Some(match &result {
        // Home itself only takes back and does again: what cannot be taken back was just taken back.
        Ok(outcome) if asker == Asker::Home && !outcome.undoable => {
            said(outcome, model).hint(format!("{} does it again", model.key_for(Action::Redo)))
        }
        Ok(outcome) => said(outcome, model),
        Err(refusal) => StatusLine::refused(refusal.to_string()),
    });
    match asker {
        Asker::Home => Vec::new(),
        Asker::Sheet(id) => layers::with_sheet(model, id, |sheet, model| sheet.ran(result, model)),
    }
}

/// What a command did, and how to take it back.
fn said(outcome: &Outcome, model: &Model) -> StatusLine {
    let mut text = outcome.summary.clone();
    for warning in &outcome.warnings {
        text.push_str(" · ");
        text.push_str(warning);
    }
    let hint = if outcome.undoable { format!("{} takes it back", model.key_for(Action::Undo)) } else { String::new() };
    StatusLine::done(text).hint(hint)
}

/// A question came back.
pub fn told(model: &mut Model, asker: Asker, result: Result<Reply, Refusal>) -> Vec<Effect> {
    match asker {
        Asker::Home => Vec::new(),
        Asker::Sheet(id) => layers::with_sheet(model, id, |sheet, model| sheet.told(result, model)),
    }
}

/// The program ended last time before something typed was saved: the form it was typed into offers it.
pub fn unsaved(model: &mut Model, left: Vec<Answers>) -> Vec<Effect> {
    let named: Vec<&str> = left.iter().map(|answers| answers.title.as_str()).collect();
    let named = named.join("; ");
    model.status =
        Some(StatusLine::note(format!("kept from last time, not saved: {named}")).hint("offered where it was typed"));
    model.unsaved = left;
    // Whoever was quicker than the disk is on a screen already.
    read_again(model)
}

/// Another session wrote: it is said, and every sheet may look for itself.
pub fn changed_elsewhere(model: &mut Model) -> Vec<Effect> {
    model.status = Some(StatusLine::note("another session changed the register; the screen shows it as it is now"));
    let sheets: Vec<u64> = model
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Sheet { id, .. } => Some(*id),
            _ => None,
        })
        .collect();
    sheets
        .into_iter()
        .flat_map(|id| layers::with_sheet(model, id, |sheet, model| sheet.changed_elsewhere(model)))
        .collect()
}
