//! The plan of the selected objective: the five elements, the missing ones named; below them what goes with it.

pub mod zoomed;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::view::Dossier;
use crate::domain::objective::{Definition, Kind};
use crate::domain::resources::{self, Missing};
use crate::domain::review::Action;
use crate::domain::words;
use crate::tui::home::Pane;
use crate::tui::layout::{self, Panes};
use crate::tui::model::Model;
use crate::tui::view::tabs;
use crate::tui::widgets::{figures, pane, text};

/// Draws it.
pub fn view(model: &Model, panes: &Panes, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Plan;
    let mut title = tabs::title(model, panes, Pane::Plan);
    let Some(row) = model.selected_row() else {
        pane::title(frame, area, model.theme, focused, title, Vec::new());
        return;
    };
    let answered = elements(&row.objective.definition).iter().filter(|(_, text, _)| !text.is_empty()).count();
    let (answered, version) = (format!("{answered} of 5 answered"), row.version.words());
    // What waits or is agreed ahead must not go away where the pane is narrow.
    let moving = row.version.in_force.is_some() && (row.version.draft.is_some() || row.version.scheduled.is_some());
    let (first, second) = if moving { (version, answered) } else { (answered, version) };
    title.push(Span::styled(format!("  {first}"), model.theme.quiet()));
    let end = vec![Span::styled(second, model.theme.quiet())];
    let inside = pane::title(frame, area, model.theme, focused, title, end);
    let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    if let Some(dossier) = model.dossier().filter(|_| model.home.zooms(Pane::Plan)) {
        let lines = elements_in_full(model, dossier, usize::from(room.width));
        return zoomed::view(model, dossier, lines, frame, room);
    }
    let lines = lines(model, usize::from(room.width));
    let more = lines.len() > model.home.plan_top + usize::from(room.height);
    pane::lines(frame, room, lines.into_iter().skip(model.home.plan_top));
    if more && room.height > 0 && room.width > 1 {
        let last = Rect { y: room.bottom() - 1, height: 1, ..room };
        pane::at_right(frame, last, Line::styled(format!(" {}", model.theme.sign("…")), model.theme.quiet()));
    }
    if focused && model.layers.is_empty() && inside.height > 0 {
        frame.set_cursor_position((inside.x, inside.y));
    }
}

/// How many lines are in sight, and how many there are.
pub fn extent(model: &Model) -> (usize, usize) {
    let Some(screen) = layout::screen(model.size) else { return (1, 1) };
    let count = model.overview.as_ref().map_or(0, |o| o.rows.len());
    let Some(area) = layout::home(&model.home, screen.body, count).plan else { return (1, 1) };
    let page = usize::from(area.height.saturating_sub(2)).max(1);
    (page, lines(model, usize::from(area.width.saturating_sub(4))).len())
}

/// The five elements: heading, answer, and what is said where there is none.
fn elements(definition: &Definition) -> [(&'static str, String, &'static str); 5] {
    let measured = definition.frequency.word();
    let when = match definition.due {
        Some(day) => format!("{}, measured {measured}", figures::day(day)),
        None if definition.kind == Kind::Maintain => format!("ongoing, measured {measured}"),
        None => String::new(),
    };
    [
        ("What", definition.what.clone(), "missing: what will be done"),
        ("Needs", definition.resources.clone(), "missing: the resources it takes"),
        ("Who", definition.owner.clone(), "missing: the one person who answers for it"),
        ("When", when, "missing: the date by which"),
        ("How", how(definition), "missing: how the result is judged"),
    ]
}

fn how(definition: &Definition) -> String {
    match (definition.how_evaluated.is_empty(), definition.evaluator.is_empty()) {
        (false, false) => format!("{}; {}", definition.how_evaluated, definition.evaluator),
        _ => definition.how_evaluated.clone(),
    }
}

/// Cells of the headings.
const HEADING: usize = 7;

fn lines(model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let Some(row) = model.selected_row() else { return Vec::new() };
    let mut lines = Vec::new();
    for (heading, answer, missing) in elements(&row.objective.definition) {
        if answer.is_empty() {
            lines.extend(paragraph(model, heading, missing, width, theme.bad()));
        } else {
            lines.extend(paragraph(model, heading, &answer, width, theme.plain()));
        }
    }
    if let Some(dossier) = model.dossier() {
        lines.extend(doing(model, dossier, width));
        lines.extend(beside(model, dossier, width));
    }
    lines
}

/// The elements, what was granted and spent, and what goes with them; the actions stand in a list of their own.
fn elements_in_full(model: &Model, dossier: &Dossier, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let definition = &dossier.row.objective.definition;
    let mut lines = Vec::new();
    for (heading, answer, missing) in elements(definition) {
        let style = if answer.is_empty() { theme.bad() } else { theme.plain() };
        let said = if answer.is_empty() { missing } else { answer.as_str() };
        lines.extend(paragraph(model, heading, said, width, style));
        if heading == "Needs" && !answer.is_empty() {
            lines.extend(granted(model, definition, width));
        }
    }
    lines.extend(beside(model, dossier, width));
    lines
}

/// What was granted of what is needed, by whom and when, and spent; that nobody did is said too.
fn granted(model: &Model, definition: &Definition, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let spent = resources::spent_words(definition).map(|spent| format!(", {spent}")).unwrap_or_default();
    let (said, style) = match (resources::granted_words(definition), resources::missing(definition)) {
        (Some(granted), Some(Missing::Short(short))) => {
            (format!("{granted}{spent}; not granted: {short}"), theme.plain())
        }
        (Some(granted), _) => (format!("{granted}{spent}"), theme.plain()),
        (None, Some(_)) => ("nobody granted it".to_owned(), theme.bad()),
        (None, None) => return Vec::new(),
    };
    paragraph(model, "", &said, width, style)
}

/// A heading at the left, wrapped text beside it.
fn paragraph(model: &Model, heading: &str, body: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let wrapped = text::wrap(body, width.saturating_sub(HEADING), 12);
    wrapped
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let head = if at == 0 { text::left(heading, HEADING) } else { " ".repeat(HEADING) };
            Line::from(vec![Span::styled(head, model.theme.quiet()), Span::styled(part, style)])
        })
        .collect()
}

/// What somebody does about it.
fn doing(model: &Model, dossier: &Dossier, width: usize) -> Vec<Line<'static>> {
    let lines = dossier.actions.iter().enumerate().flat_map(|(at, action)| {
        let heading = if at == 0 { "Doing" } else { "" };
        let said = format!("{}, {}, {}", action.text, action.owner, state(action, dossier));
        paragraph(model, heading, &said, width, model.theme.plain())
    });
    lines.collect()
}

fn state(action: &Action, dossier: &Dossier) -> String {
    let day = action.due.map(|day| figures::short_day(day, dossier.as_of)).unwrap_or_default();
    match (action.done_on, action.due) {
        (Some(day), _) => format!("done {}", figures::short_day(day, dossier.as_of)),
        (None, Some(due)) if due < dossier.as_of => format!("{day}, late"),
        _ => day,
    }
}

/// What goes with the plan: the last decision, the metric, its version.
fn beside(model: &Model, dossier: &Dossier, width: usize) -> Vec<Line<'static>> {
    let plain = model.theme.plain();
    let definition = &dossier.row.objective.definition;
    let mut lines = Vec::new();
    let mut add = |heading: &str, body: &str| lines.extend(paragraph(model, heading, body, width, plain));
    if let Some(decision) = dossier.decisions.first() {
        let said = if decision.text.is_empty() { String::new() } else { format!(", {}", decision.text) };
        let day = figures::short_day(decision.on, dossier.as_of);
        add("Said", &format!("{day}, {}: {}{said}", decision.by, words::decision(decision.kind)));
    }
    if !definition.metric.is_empty() {
        add("Metric", [definition.metric.as_str(), definition.formula.as_str()].join("  ").trim());
    }
    if !definition.data_source.is_empty() {
        add("From", &definition.data_source);
    }
    let version = &dossier.row.version;
    match (version.in_force, version.draft) {
        (Some(number), None) => add("State", &format!("version {number} in force")),
        (Some(number), Some(draft)) => {
            add("State", &format!("version {number} in force; version {draft} waits for approval"))
        }
        (None, _) => add("State", "a draft: nothing is judged until it is approved"),
    }
    lines
}
