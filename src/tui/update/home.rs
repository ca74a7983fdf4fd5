//! Actions on the home screen.

use super::{actor, layers, moving, selection};
use crate::app::Command;
use crate::domain::text::one_line;
use crate::domain::words;
use crate::tui::editions::VersionsSheet;
use crate::tui::effect::Effect;
use crate::tui::form::FormSheet;
use crate::tui::home::{Pane, Zoom};
use crate::tui::importing::ImportSheet;
use crate::tui::keymap::Action;
use crate::tui::model::{Layer, Model, Opening, StatusLine, Waiting};
use crate::tui::msg::Asker;
use crate::tui::plan_table::actions;
use crate::tui::registers::RegistersSheet;
use crate::tui::widgets::figures;
use crate::tui::{cascade, chart, family, form, meeting, people, view};

/// An action with nothing on top of home.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let code = || model.home.selected.clone().unwrap_or_default();
    match action {
        Action::New => open(model, Opening::New),
        Action::Edit if model.home.focus == Pane::Plan => open(model, Opening::EditPlan(code())),
        Action::Edit => open(model, Opening::Edit(code())),
        Action::Record => open(model, Opening::Record(code())),
        Action::Approve => open(model, Opening::Approve(code())),
        Action::Retire => open(model, Opening::Retire(code())),
        Action::Snapshot => open(model, Opening::Snapshot),
        Action::Settings => open(model, Opening::Settings),
        Action::Versions => {
            let sheet = VersionsSheet::new(code());
            layers::open(model, Box::new(sheet))
        }
        Action::Registers => layers::open(model, Box::new(RegistersSheet::switching())),
        Action::Import => import(model),
        Action::Review if actor::is_asked(model) => actor::ask(model, Waiting::Meeting),
        Action::Review => meet(model),
        Action::CopyRow => copy_row(model),
        Action::Undo => vec![run(Command::Undo { seq: None })],
        Action::Redo => vec![run(Command::Redo)],
        Action::Mark => {
            let code = code();
            if !model.home.marked.remove(&code) {
                model.home.marked.insert(code);
            }
            in_list(model, Action::Down)
        }
        Action::BulkEdit => bulk_edit(model, code()),
        Action::Filter => {
            if !model.home.zooms(Pane::Cascade) {
                model.home.focus_on(Pane::Objectives);
            }
            model.home.zoom = if model.home.zoom == Zoom::Objective { Zoom::Off } else { model.home.zoom };
            model.layers.push(Layer::Filter);
            Vec::new()
        }
        Action::NextPane => focus(model, model.home.focus.neighbour(true)),
        Action::PreviousPane => focus(model, model.home.focus.neighbour(false)),
        Action::NextObjective => in_list(model, Action::Down),
        Action::PreviousObjective => in_list(model, Action::Up),
        Action::AddAction | Action::ActionDone => acting(model, action),
        Action::Move | Action::Detach | Action::Slice | Action::Confirm => cascade::act(model, action),
        Action::Back | Action::Quit if model.home.carried.is_some() => cascade::act(model, action),
        Action::Zoom => {
            model.home.zoom = if model.home.zoom == Zoom::Off { Zoom::Pane } else { Zoom::Off };
            Vec::new()
        }
        Action::Table => {
            model.home.as_table = !model.home.as_table;
            model.home.readings_back = 0;
            Vec::new()
        }
        Action::Back => back(model),
        Action::Quit if model.home.zoom == Zoom::Off => vec![Effect::Quit],
        Action::Quit => back(model),
        _ => in_pane(model, action),
    }
}

/// The selected objective as people paste it into a mail or a sheet, tabs between the parts.
fn copy_row(model: &Model) -> Vec<Effect> {
    let Some(row) = model.selected_row() else { return Vec::new() };
    let (_, status) = words::status(row.judgement.status);
    let target = figures::target(&row.objective.definition, model.theme);
    let parts = [row.code(), &row.objective.definition.title, status, &figures::last_value(row), &target];
    vec![Effect::Copy(parts.map(one_line).join("\t"))]
}

fn run(command: Command) -> Effect {
    Effect::Run { asker: Asker::Home, command: Box::new(command) }
}

fn open(model: &mut Model, opening: Opening) -> Vec<Effect> {
    match form::open(&opening, model) {
        Some(sheet) => layers::open(model, sheet),
        None => refuse(model),
    }
}

/// Opens the way in from a spreadsheet.
fn import(model: &mut Model) -> Vec<Effect> {
    let Some(today) = model.overview.as_ref().map(|overview| overview.today) else { return Vec::new() };
    layers::open(model, Box::new(ImportSheet::new(today)))
}

/// Opens a meeting, or the one that is open.
pub fn meet(model: &mut Model) -> Vec<Effect> {
    match meeting::open(model) {
        Some(sheet) => layers::open(model, sheet),
        None => refuse(model),
    }
}

/// The form over the marked objectives; without a mark, over the selected one.
fn bulk_edit(model: &mut Model, selected: String) -> Vec<Effect> {
    let Some(overview) = &model.overview else { return Vec::new() };
    let known = |code: &&String| overview.rows.iter().any(|row| row.code() == code.as_str());
    let mut codes: Vec<String> = model.home.marked.iter().filter(known).cloned().collect();
    if codes.is_empty() {
        codes.push(selected);
    }
    let sheet = Box::new(FormSheet::new(people::bulk_edit(codes, overview.today), model));
    layers::open(model, sheet)
}

fn refuse(model: &mut Model) -> Vec<Effect> {
    model.status = Some(StatusLine::refused("that cannot be done with this objective now"));
    Vec::new()
}

/// Another pane gets the focus. Where the list is away, so is its place in the round.
fn focus(model: &mut Model, pane: Pane) -> Vec<Effect> {
    if model.home.zoom == Zoom::Objective && pane == Pane::Objectives {
        model.home.zoom = Zoom::Off;
    }
    model.home.focus_on(pane);
    Vec::new()
}

/// One step back: the zoom, then the focus, then the filter. It never leaves the program.
fn back(model: &mut Model) -> Vec<Effect> {
    let home = &mut model.home;
    if home.zoom == Zoom::Objective {
        home.zoom = Zoom::Off;
        home.focus = Pane::Objectives;
    } else if home.zooms(Pane::Cascade) && home.slice.is_some() {
        home.slice = None;
    } else if home.zooms(Pane::Cascade) && !home.filter.is_empty() {
        home.filter.clear();
    } else if home.zoom == Zoom::Pane {
        home.zoom = Zoom::Off;
    } else if home.focus != Pane::Objectives {
        home.focus = Pane::Objectives;
    } else if !home.marked.is_empty() {
        home.marked.clear();
    } else if !home.filter.is_empty() {
        home.filter.clear();
    } else {
        model.status = Some(StatusLine::note("this is home; q leaves the program"));
    }
    Vec::new()
}

/// The filter line: Enter keeps it, Esc clears it.
pub fn filter(model: &mut Model, action: Action) -> Vec<Effect> {
    layers::pop(model);
    if action == Action::Back {
        model.home.filter.clear();
    }
    Vec::new()
}

fn in_pane(model: &mut Model, action: Action) -> Vec<Effect> {
    match model.home.focus {
        Pane::Objectives => in_list(model, action),
        Pane::Cascade => in_cascade(model, action),
        Pane::Plan if model.home.zooms(Pane::Plan) => {
            let last = model.dossier().map_or(0, |dossier| dossier.actions.len().saturating_sub(1));
            model.home.action_at = moving::moved(model.home.action_at, action, 8, last);
            Vec::new()
        }
        Pane::Plan => {
            let (page, lines) = view::plan::extent(model);
            model.home.plan_top = moving::scrolled(model.home.plan_top, action, page, lines);
            enter_zooms(model, action)
        }
        Pane::Measurements => in_measurements(model, action),
    }
}

/// Enters an action on the selected objective, or says that the one under the cursor is done.
fn acting(model: &mut Model, action: Action) -> Vec<Effect> {
    let (Some(overview), Some(dossier)) = (&model.overview, model.dossier()) else { return Vec::new() };
    let form = match action {
        Action::AddAction => actions::add(dossier.row.code(), &dossier.row.objective.definition.owner, overview.today),
        _ => match view::plan::zoomed::selected(model, dossier) {
            Some(action) if action.done_on.is_none() => actions::done(action, overview.today),
            Some(_) => return note(model, "this action is done already"),
            None => return note(model, "nobody has agreed to do anything yet"),
        },
    };
    let sheet = Box::new(FormSheet::new(form, model));
    layers::open(model, sheet)
}

fn note(model: &mut Model, said: &str) -> Vec<Effect> {
    model.status = Some(StatusLine::note(said));
    Vec::new()
}

fn in_list(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Open | Action::Right => {
            model.home.zoom = Zoom::Objective;
            model.home.focus_on(Pane::Measurements);
            Vec::new()
        }
        Action::Left => Vec::new(),
        _ => {
            let last = selection::listed(model).len().saturating_sub(1);
            let at = selection::place(model).unwrap_or(0);
            let to = moving::moved(at, action, selection::page(model), last);
            selection::select_place(model, to)
        }
    }
}

fn enter_zooms(model: &mut Model, action: Action) -> Vec<Effect> {
    if action == Action::Open {
        model.home.zoom = Zoom::Pane;
    }
    Vec::new()
}

/// The measurements scroll back in time: up and left are earlier, down and right are later.
fn in_measurements(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.home.zooms(Pane::Measurements) {
        model.home.reading_at = chart::moved(model, action).or(model.home.reading_at);
        return Vec::new();
    }
    let last = view::measurements::scroll_limit(model);
    let later = match action {
        Action::Left | Action::Up => Action::Down,
        Action::Right | Action::Down => Action::Up,
        Action::PageUp => Action::PageDown,
        Action::PageDown => Action::PageUp,
        Action::HalfUp => Action::HalfDown,
        Action::HalfDown => Action::HalfUp,
        Action::First => Action::Last,
        Action::Last => Action::First,
        other => other,
    };
    model.home.readings_back = moving::moved(model.home.readings_back, later, 12, last);
    enter_zooms(model, action)
}

/// The cascade: moving selects, so that the other panes follow.
fn in_cascade(model: &mut Model, action: Action) -> Vec<Effect> {
    let tree = family::tree(model);
    let Some(at) = tree.iter().position(|branch| branch.selected) else { return Vec::new() };
    let here = &tree[at];
    let code = here.code.clone();
    let fold = |model: &mut Model, folded: bool| {
        if folded {
            model.home.folded.insert(code.clone())
        } else {
            model.home.folded.remove(&code)
        };
        Vec::new()
    };
    match action {
        Action::Open | Action::Toggle if here.children > 0 => fold(model, !here.folded),
        Action::Open => {
            model.home.zoom = Zoom::Objective;
            Vec::new()
        }
        Action::Right if here.folded => fold(model, false),
        Action::Right if here.children > 0 => selection::select(model, &tree[at + 1].code),
        Action::Left if here.children > 0 && !here.folded => fold(model, true),
        Action::Left => match tree[..at].iter().rev().find(|branch| branch.depth < here.depth) {
            Some(parent) => selection::select(model, &parent.code),
            None => Vec::new(),
        },
        Action::Toggle | Action::Right => Vec::new(),
        _ => {
            let to = moving::moved(at, action, 8, tree.len() - 1);
            selection::select(model, &tree[to].code)
        }
    }
}
