//! The plan over the whole screen: the elements in full, then what somebody does about them, each action with its
//! owner, its dates, what shows it and the decision it came from.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::view::Dossier;
use crate::domain::review::Action;
use crate::domain::words;
use crate::tui::chart::stands;
use crate::tui::keymap::Action as Key;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{figures, pane, text};

/// Draws it; `plan` are the lines of the elements.
pub fn view(model: &Model, dossier: &Dossier, plan: Vec<Line<'static>>, frame: &mut Frame, room: Rect) {
    let theme = model.theme;
    let rows = dossier.actions.len().max(1) as u16;
    let detail = if room.height >= DETAILED { 4 } else { 0 };
    let least = (rows + 2 + detail).min(room.height * 3 / 5);
    let plan_height = (plan.len() as u16 + 1).min(room.height.saturating_sub(least));
    let [top, list, below] =
        Layout::vertical([Constraint::Length(plan_height), Constraint::Min(0), Constraint::Length(detail)]).areas(room);
    let cut = plan.len() > usize::from(top.height);
    pane::lines(frame, top, plan);
    if cut && top.height > 0 {
        let last = Rect { y: top.bottom() - 1, height: 1, ..top };
        pane::at_right(frame, last, Line::styled(format!(" {}", theme.sign("…")), theme.quiet()));
    }
    actions(model, dossier, frame, list);
    if let Some(action) = selected(model, dossier) {
        pane::lines(frame, below, in_full(dossier, action, theme, usize::from(below.width)));
    }
}

/// From this height on the selected action is read out in full.
const DETAILED: u16 = 16;

/// The action the cursor stands on.
pub fn selected<'d>(model: &Model, dossier: &'d Dossier) -> Option<&'d Action> {
    dossier.actions.get(model.home.action_at.min(dossier.actions.len().saturating_sub(1)))
}

fn actions(model: &Model, dossier: &Dossier, frame: &mut Frame, room: Rect) {
    let theme = model.theme;
    let width = usize::from(room.width);
    let open = dossier.actions.iter().filter(|action| action.done_on.is_none());
    let late = open.clone().filter(|action| action.due.is_some_and(|due| due < dossier.as_of)).count();
    let late = if late > 0 { format!(", {late} late") } else { String::new() };
    let head = format!("Actions  {} open{late}", open.count());
    if dossier.actions.is_empty() {
        let (key, head) = (model.key_for(Key::AddAction), Line::styled("Actions", theme.strong()));
        return pane::lines(
            frame,
            room,
            [head, Line::raw(format!("nobody has agreed to do anything yet; {key} adds an action"))],
        );
    }
    pane::lines(frame, room, [Line::styled(head, theme.strong())]);
    let below = Rect { y: room.y + 1.min(room.height), height: room.height.saturating_sub(1), ..room };
    let at = model.home.action_at.min(dossier.actions.len() - 1);
    let window = Listing { selected: at, top: 0 }.window(dossier.actions.len(), usize::from(below.height));
    let lines = window.clone().map(|place| line(dossier, &dossier.actions[place], place == at, theme, width));
    pane::lines(frame, below, lines.collect::<Vec<_>>());
    let y = below.y + (at - window.start) as u16;
    if model.layers.is_empty() && y < below.bottom() {
        frame.set_cursor_position((below.x, y));
    }
}

/// One action: mark, text, owner, where it stands, and where there is room what shows it and where it came from.
fn line(dossier: &Dossier, action: &Action, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let late = action.done_on.is_none() && action.due.is_some_and(|due| due < dossier.as_of);
    let (mark, style) = match action.done_on {
        Some(_) => (theme.sign("✓"), theme.good()),
        None if late => (theme.sign("▲"), theme.bad()),
        None => (theme.sign("○"), theme.strong()),
    };
    let wide = width >= 110;
    let fixed = 4 + OWNER + STANDS + if wide { FROM + SHOWN } else { 0 };
    let mut cells = vec![
        text::left(&action.text, width.saturating_sub(fixed)),
        text::left(&action.owner, OWNER - 1),
        text::left(&stands(action, dossier), STANDS - 1),
    ];
    if wide {
        cells.push(text::left(&from(dossier, action), FROM - 1));
        cells.push(text::cut(&action.evidence, SHOWN - 1));
    }
    let marker = if selected { theme.sign("▸") } else { " " };
    let rest = Span::styled(cells.join(" "), if selected { theme.selected() } else { theme.plain() });
    Line::from(vec![Span::styled(marker, theme.strong()), Span::styled(format!("{mark} "), style), rest])
}

/// Cells of the columns, each with a blank behind it.
const OWNER: usize = 14;
const STANDS: usize = 17;
const FROM: usize = 20;
const SHOWN: usize = 24;

/// The decision an action came from: `8 Oct, act`; else its meeting.
fn from(dossier: &Dossier, action: &Action) -> String {
    let Some(review) = action.review else { return String::new() };
    match dossier.decisions.iter().find(|decision| decision.review == Some(review)) {
        Some(decision) => {
            format!("{}, {}", figures::short_day(decision.on, dossier.as_of), words::decision(decision.kind))
        }
        None => format!("review {review}"),
    }
}

fn in_full(dossier: &Dossier, action: &Action, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let decision = dossier.decisions.iter().find(|d| action.review.is_some() && d.review == action.review);
    let because = decision.map(|decision| {
        let said = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
        let by = if decision.by.is_empty() { String::new() } else { format!(", by {}", decision.by) };
        format!("decided {}{said}{by}", from(dossier, action))
    });
    let because = because.unwrap_or_else(|| match action.review {
        Some(review) => format!("agreed in review {review}"),
        None => "agreed outside of a review".to_owned(),
    });
    let shown = if action.evidence.is_empty() { "nothing yet".to_owned() } else { action.evidence.clone() };
    let rule = Line::styled(theme.sign("─").repeat(width), theme.quiet());
    let said = [("Action", action.text.as_str()), ("Because", &because), ("Shown by", &shown)];
    let lines = said.iter().map(|(label, said)| {
        Line::from(vec![
            Span::styled(text::left(label, 10), theme.quiet()),
            Span::raw(text::cut(said, width.saturating_sub(10))),
        ])
    });
    std::iter::once(rule).chain(lines).collect()
}
