//! The cascade over the whole screen: everybody in columns, one function's slice, another parent by keys.

mod columns;
mod draw;

pub use draw::view;

use super::effect::Effect;
use super::family;
use super::keymap::Action;
use super::model::{Model, StatusLine};
use super::msg::Asker;
use super::update::selection;
use crate::app::Command;
use crate::app::view::Row;
use crate::domain::cascade::{contradicts, would_cycle};
use crate::domain::words;

/// An action of the cascade over the whole screen.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Move => pick_up(model),
        Action::Slice => slice(model),
        Action::Confirm => put_down(model, model.home.selected.clone().unwrap_or_default()),
        Action::Detach => put_down(model, String::new()),
        _ => let_go(model),
    }
}

fn pick_up(model: &mut Model) -> Vec<Effect> {
    let Some(row) = model.selected_row() else { return Vec::new() };
    if row.objective.closing.is_some() {
        let said = format!("{} is closed; it is not changed any more", row.code());
        model.status = Some(StatusLine::refused(said));
        return Vec::new();
    }
    model.home.carried = Some(row.code().to_owned());
    model.status = None;
    Vec::new()
}

/// The cursor goes back to what was carried.
fn let_go(model: &mut Model) -> Vec<Effect> {
    match model.home.carried.take() {
        Some(code) => selection::select(model, &code),
        None => Vec::new(),
    }
}

/// Puts what is carried below `parent`, or at the top where that is empty.
fn put_down(model: &mut Model, parent: String) -> Vec<Effect> {
    match landing(model, &parent) {
        None => Vec::new(),
        Some(Landing::Refused(why)) => {
            model.status = Some(StatusLine::refused(why));
            Vec::new()
        }
        Some(Landing::Fits(_)) => {
            let Some(row) = model.home.carried.as_deref().and_then(|code| model.row(code)) else { return Vec::new() };
            let mut definition = row.objective.definition.clone();
            definition.parent = parent;
            let command = Command::EditObjective {
                code: row.code().to_owned(),
                base: row.changed_seq,
                definition: Box::new(definition),
                reason: String::new(),
                cause: None,
                series: None,
            };
            let mut effects = vec![Effect::Run { asker: Asker::Home, command: Box::new(command) }];
            effects.extend(let_go(model));
            effects
        }
    }
}

/// What putting it down would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// It can be put there; what would then be so.
    Fits(String),
    /// It cannot, and why.
    Refused(String),
}

/// What putting the carried objective below `parent` would mean; `None` where nothing is carried.
pub fn landing(model: &Model, parent: &str) -> Option<Landing> {
    let carried = model.row(model.home.carried.as_deref()?)?;
    let code = carried.code();
    let before = carried.objective.definition.parent.as_str();
    if parent.eq_ignore_ascii_case(code) {
        return Some(Landing::Refused(format!(
            "{code} cannot contribute to itself; go to the objective it shall serve"
        )));
    }
    if parent.eq_ignore_ascii_case(before) {
        let where_it_is =
            if before.is_empty() { "stands at the top".to_owned() } else { format!("contributes to {before}") };
        return Some(Landing::Refused(format!("{code} {where_it_is} already")));
    }
    let rows = &model.overview.as_ref()?.rows;
    let pairs = rows.iter().map(|row| (row.code(), row.objective.definition.parent.as_str()));
    if let Some(path) = would_cycle(code, parent, pairs) {
        return Some(Landing::Refused(format!("that would be a circle: {}", path.join(" → "))));
    }
    let instead = if before.is_empty() { String::new() } else { format!(", not to {before} any more") };
    let Some(above) = model.row(parent) else {
        return Some(Landing::Fits(format!("{code} would contribute to no other objective{instead}")));
    };
    Some(Landing::Fits(format!("{code} would contribute to {parent}{instead}{}", contradiction(above, carried))))
}

/// That the new parent would look better than what contributes to it.
fn contradiction(above: &Row, carried: &Row) -> String {
    let (status, below) = (above.judgement.status, carried.judgement.status);
    if !contradicts(status, below) {
        return String::new();
    }
    let word = |status| words::status(status).1;
    format!("; {} is {} while {} is {}", above.code(), word(status), carried.code(), word(below))
}

/// The next function's slice, after the last one everybody again.
fn slice(model: &mut Model) -> Vec<Effect> {
    let Some(overview) = &model.overview else { return Vec::new() };
    let mut functions: Vec<&str> = overview.rows.iter().map(|row| row.objective.definition.function.as_str()).collect();
    functions.retain(|function| !function.trim().is_empty());
    functions.sort_unstable();
    functions.dedup();
    if functions.is_empty() {
        model.status = Some(StatusLine::note("no objective names its function yet"));
        return Vec::new();
    }
    let next = match model.home.slice.as_deref() {
        None => functions.first(),
        Some(shown) => functions.iter().find(|function| **function > shown),
    };
    model.home.slice = next.map(|function| (*function).to_owned());
    let tree = family::tree(model);
    if tree.iter().any(|branch| branch.selected && branch.asked) {
        return Vec::new();
    }
    match tree.iter().find(|branch| branch.asked) {
        Some(first) => selection::select(model, &first.code.clone()),
        None => Vec::new(),
    }
}
