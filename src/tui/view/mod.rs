//! The picture of a model: changes nothing, cannot fail.

mod ascii;
pub mod cascade;
mod footer;
pub mod measurements;
pub mod objectives;
pub mod plan;
pub mod strip;
pub mod tabs;
pub mod title;
mod welcome;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Wrap};

use super::home::Pane;
use super::layout::{self, Panes, SMALLEST, Screen};
use super::model::{Layer, Model};
use super::sheet::Sheet;
use super::widgets::pane;

/// Draws the model.
pub fn view(model: &Model, frame: &mut Frame) {
    let (width, height) = model.size;
    let area = frame.area().intersection(Rect::new(0, 0, width, height));
    match layout::screen((area.width, area.height)) {
        Some(screen) => whole(model, frame, &screen),
        None => too_small(frame, area),
    }
    model.theme.finish(frame.buffer_mut());
    if model.theme.ascii {
        ascii::replace(frame.buffer_mut());
    }
}

fn whole(model: &Model, frame: &mut Frame, screen: &Screen) {
    if let Some(Layer::Sheet { sheet, .. }) = model.beneath_actor()
        && sheet.alone()
    {
        return sheet.view(frame, frame.area(), model);
    }
    title::view(model, frame, screen.title);
    if let Some(area) = screen.strip {
        strip::view(model, frame, area);
    }
    body(model, frame, screen.body);
    footer::status(model, frame, screen.status);
    footer::hints(model, frame, screen.footer);
}

fn body(model: &Model, frame: &mut Frame, body: Rect) {
    let sheets: Vec<&dyn Sheet> = model.layers.iter().filter_map(sheet_of).collect();
    // What covers the body hides everything below it.
    let from = sheets.iter().rposition(|sheet| sheet.covers());
    if from.is_none() {
        home(model, frame, body);
    }
    for sheet in &sheets[from.unwrap_or_default()..] {
        sheet.view(frame, body, model);
    }
}

fn sheet_of(layer: &Layer) -> Option<&dyn Sheet> {
    match layer {
        Layer::Sheet { sheet, .. } => Some(sheet.as_ref()),
        Layer::Filter | Layer::Actor { .. } => None,
    }
}

fn home(model: &Model, frame: &mut Frame, body: Rect) {
    let Some(overview) = &model.overview else {
        frame.render_widget(Paragraph::new(" reading the register"), body);
        return;
    };
    if overview.rows.is_empty() {
        return welcome::view(model, frame, body);
    }
    let panes = layout::home(&model.home, body, overview.rows.len());
    borders(model, &panes, frame);
    if let Some(area) = panes.objectives {
        objectives::view(model, overview, frame, area);
    }
    if let Some(area) = panes.measurements {
        measurements::view(model, &panes, frame, area);
    }
    if let Some(area) = panes.plan {
        plan::view(model, &panes, frame, area);
    }
    if let Some(area) = panes.cascade {
        cascade::view(model, &panes, frame, area);
    }
}

/// The lines around the panes; the focused one last, so that its heavier line wins where two meet.
fn borders(model: &Model, panes: &Panes, frame: &mut Frame) {
    let (focused, others): (Vec<Pane>, Vec<Pane>) = Pane::ALL.into_iter().partition(|pane| *pane == model.home.focus);
    for pane in others.into_iter().chain(focused) {
        if let Some(area) = panes.of(pane) {
            pane::borders(frame, area, model.theme, pane == model.home.focus);
        }
    }
}

fn too_small(frame: &mut Frame, area: Rect) {
    let (columns, rows) = SMALLEST;
    let text = format!("sixtwo needs {columns} x {rows}; this is {} x {}", area.width, area.height);
    frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), area);
}
