//! The mouse, where a person lets it in: a click gives a pane the focus and selects a row, the wheel scrolls.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{act, selection};
use crate::tui::effect::Effect;
use crate::tui::home::Pane;
use crate::tui::keymap::{Action, SPECS, Scope};
use crate::tui::layout;
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Mouse;
use crate::tui::view::{self, strip};

/// Lines one turn of the wheel moves.
const TURN: usize = 3;

/// Lets the mouse in or gives it back to the terminal.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    let lets_in = !model.preferences.mouse;
    model.preferences.mouse = lets_in;
    model.status = Some(StatusLine::note(if lets_in {
        "the mouse selects and scrolls here; hold Shift to select text"
    } else {
        "the mouse selects text again, as the terminal does it"
    }));
    vec![Effect::Mouse(lets_in)]
}

/// A click or a turn of the wheel.
pub fn take(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    match mouse {
        Mouse::Click(at) => click(model, at),
        Mouse::WheelUp(at) => wheel(model, Action::Up, at),
        Mouse::WheelDown(at) => wheel(model, Action::Down, at),
    }
}

fn click(model: &mut Model, at: Position) -> Vec<Effect> {
    let Some(places) = layout::screen(model.size) else { return Vec::new() };
    if let Some(to) = places.strip.filter(|strip| strip.contains(at)).and_then(|area| strip::at(model, area, at.x)) {
        let way = SPECS.iter().find(|spec| Some(spec.action) == to.way());
        return way.map_or(Vec::new(), |spec| super::take(model, spec));
    }
    if !places.body.contains(at) {
        return Vec::new();
    }
    if let Some((pane, area)) = pane_at(model, places.body, at) {
        model.home.focus_on(pane);
        if pane == Pane::Objectives
            && let Some(line) = at.y.checked_sub(area.y + 2)
        {
            return selection::select_place(model, model.home.top + usize::from(line));
        }
    }
    in_list(model, at)
}

/// The pane of home at a point, where home is what is seen.
fn pane_at(model: &Model, body: Rect, at: Position) -> Option<(Pane, Rect)> {
    if !model.layers.is_empty() {
        return None;
    }
    let count = model.overview.as_ref().map_or(0, |overview| overview.rows.len());
    let panes = layout::home(&model.home, body, count);
    Pane::ALL.into_iter().filter_map(|pane| Some((pane, panes.of(pane)?))).find(|(_, area)| area.contains(at))
}

/// In a list the hardware cursor stands on the selected line: the selection moves by as many lines as the click is away
/// from it. A click beside that list goes to the other pane.
fn in_list(model: &mut Model, at: Position) -> Vec<Effect> {
    if !model.scopes().contains(&Scope::Moving) {
        return Vec::new();
    }
    let Some((picture, cursor)) = picture(model) else { return Vec::new() };
    if !inside(&picture, cursor, at) {
        return if model.layers.is_empty() { Vec::new() } else { act(model, Action::NextPane) };
    }
    let action = if at.y > cursor.y { Action::Down } else { Action::Up };
    repeated(model, action, usize::from(at.y.abs_diff(cursor.y)))
}

fn wheel(model: &mut Model, action: Action, at: Position) -> Vec<Effect> {
    if !model.scopes().contains(&Scope::Moving) {
        return Vec::new();
    }
    let below = layout::screen(model.size).and_then(|places| pane_at(model, places.body, at));
    let before = model.home.focus;
    if let Some((pane, _)) = below {
        model.home.focus = pane;
    }
    let effects = repeated(model, action, TURN);
    model.home.focus = before;
    effects
}

fn repeated(model: &mut Model, action: Action, times: usize) -> Vec<Effect> {
    (0..times).flat_map(|_| act(model, action)).collect()
}

/// The picture as it is now, and where its cursor stands.
fn picture(model: &Model) -> Option<(Buffer, Position)> {
    let mut terminal = Terminal::new(TestBackend::new(model.size.0, model.size.1)).ok()?;
    terminal.draw(|frame| view::view(model, frame)).ok()?;
    let backend = terminal.backend();
    backend.cursor_visible().then(|| (backend.buffer().clone(), backend.cursor_position()))
}

/// Whether no line of a frame stands between two points.
fn inside(picture: &Buffer, cursor: Position, at: Position) -> bool {
    let is_frame =
        |x: u16, y: u16| picture.cell((x, y)).is_some_and(|cell| "│┃┡┩─━╭╮╰╯┏┓┗┛├┤┝┥+|=".contains(cell.symbol()));
    let rows = cursor.y.min(at.y)..=cursor.y.max(at.y);
    let columns = cursor.x.min(at.x)..=cursor.x.max(at.x);
    !rows.into_iter().any(|y| is_frame(cursor.x, y)) && !columns.into_iter().any(|x| is_frame(x, at.y))
}
