//! Draws the item on the desk: what is known in sight, below it the places to type.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::entry::{Spot, day, needs_approval};
use super::matter::Matter;
use super::sheet::MeetingSheet;
use super::sight;
use crate::domain::reading::DecisionKind;
use crate::domain::words;
use crate::tui::form::reads::day_named;
use crate::tui::model::Model;
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

const LABEL: usize = 10;

/// Lines a notice may take.
const NOTICE: usize = 3;

/// Draws the item with its places.
pub fn draw(meeting: &MeetingSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let (Some(item), Some(matter)) = (meeting.item(), meeting.matter(model)) else {
        let inside = pane::frame(frame, area, theme, true, Vec::new());
        frame.render_widget(Paragraph::new(" this objective is not in the list any more; PgDn goes on"), inside);
        return;
    };
    let Some(row) = model.row(&item.code) else { return };
    let (sign, _) = theme.status_mark(row.judgement.status);
    let room = usize::from(area.width).saturating_sub(8);
    let heading = format!("{sign} {}  {}  {}", item.code, row.objective.definition.title, matter.owner);
    let title = vec![Span::styled(format!(" {}", text::cut(&heading, room)), theme.status(row.judgement.status))];
    let inside = pane::frame(frame, area, theme, true, title);
    let places = places(meeting, &matter, theme, usize::from(inside.width));
    // A hint never moves what is above it; a notice may, because it is to be read whole.
    let (said, style, lines) = match &meeting.desk.notice {
        Some(notice) => (notice.clone(), theme.strong(), NOTICE),
        None => (hint(meeting, &matter), theme.quiet(), 1),
    };
    let said = text::wrap(&said, usize::from(inside.width).saturating_sub(2), lines);
    let foot = said.len().max(1) as u16;
    let below = (places.len() as u16 + 1 + foot).min(inside.height);
    let above = Rect { height: inside.height - below, ..inside };
    sight::draw(meeting, model, row, &matter, frame, above);
    let rule = Rect { y: above.bottom(), height: 1.min(below), ..inside };
    let line = theme.border(false).horizontal_top.repeat(usize::from(inside.width));
    frame.render_widget(Paragraph::new(Line::from(line).style(theme.frame())), rule);
    draw_places(&places, theme, frame, Rect { y: rule.bottom(), height: below - rule.height, ..inside });
    if below > foot {
        let last = Rect { y: inside.bottom() - foot, height: foot, ..inside };
        let lines = said.into_iter().map(|line| Line::from(format!(" {line}")).style(style));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), last);
    }
}

/// What helps with the place that has the focus.
fn hint(meeting: &MeetingSheet, matter: &Matter) -> String {
    let date = |field: &TextField| match day(field, matter.today) {
        Ok(Some(day)) => day_named(day),
        Ok(None) => "a date, +2w or eom; Enter saves".to_owned(),
        Err(_) => String::new(),
    };
    match meeting.desk.spot {
        Spot::Until => date(&meeting.desk.entry.until),
        Spot::Due => match date(&meeting.desk.entry.due) {
            said if meeting.desk.entry.due.is_empty() => format!("{said}; Tab names the cause it removes"),
            said => said,
        },
        Spot::Check => date(&meeting.desk.entry.check),
        Spot::Cause => "a cause makes it a corrective action, looked at again; empty is a task".to_owned(),
        Spot::Approver => format!("who approves that; empty means {}", matter.chair),
        Spot::Action => "what is to be done; empty, Enter saves without".to_owned(),
        Spot::Owner if !matter.owner.is_empty() => format!("who does it; empty means {}", matter.owner),
        Spot::Decision => "one letter, then Enter".to_owned(),
        _ => String::new(),
    }
}

/// One row of places: label, content, remark; where the caret stands if it has the focus.
struct Place {
    label: &'static str,
    spans: Vec<Span<'static>>,
    focused: bool,
    caret: Option<u16>,
}

fn draw_places(places: &[Place], theme: Theme, frame: &mut Frame, area: Rect) {
    for (y, place) in (area.top()..area.bottom()).zip(places) {
        let marker = if place.focused { theme.sign("▸") } else { " " };
        let label = format!("{marker}{}", text::left(place.label, LABEL - 1));
        let style = if place.focused { theme.strong() } else { theme.quiet() };
        let mut spans = vec![Span::styled(label, style)];
        spans.extend(place.spans.iter().cloned());
        frame.render_widget(Paragraph::new(Line::from(spans)), Rect { y, height: 1, ..area });
        let column = place.caret.map(|caret| area.x + LABEL as u16 + caret).filter(|x| *x < area.right());
        if let Some(x) = column {
            frame.set_cursor_position(Position::new(x, y));
        }
    }
}

fn places(meeting: &MeetingSheet, matter: &Matter, theme: Theme, width: usize) -> Vec<Place> {
    let room = width.saturating_sub(LABEL);
    let desk = &meeting.desk;
    let mut places = vec![value(meeting, matter, theme, room), meaning(meeting, matter, theme, room)];
    places.extend(decisions(meeting, theme, width));
    for (spot, label, hint) in [
        (Spot::Until, "Until", format!("{} approves, Tab changes", matter.chair)),
        (Spot::Approver, "Approver", format!("({})", matter.chair)),
        (Spot::Reason, "Why", "others have seen the old value; why it changes".to_owned()),
    ] {
        let rare = spot == Spot::Approver && desk.spot != spot && desk.entry.approver.is_empty();
        if desk.shows(spot) && !rare {
            places.push(typed(meeting, spot, label, hint, theme, room));
        }
    }
    places.push(action(meeting, matter, theme, room));
    for (spot, label, hint) in [
        (Spot::Cause, "Cause", "the cause it removes; empty is a task"),
        (Spot::Check, "Look again", "when somebody looks whether it helped"),
    ] {
        let rare = desk.entry.cause.is_empty() && desk.spot != Spot::Cause;
        if desk.shows(spot) && !rare {
            places.push(typed(meeting, spot, label, hint.to_owned(), theme, room));
        }
    }
    places
}

/// A place of one field with a remark behind it.
fn typed(meeting: &MeetingSheet, spot: Spot, label: &'static str, remark: String, theme: Theme, room: usize) -> Place {
    let focused = meeting.desk.spot == spot;
    let beside = if focused || !remark.starts_with(char::is_lowercase) { text::width(&remark) + 2 } else { 0 };
    let cells = room.saturating_sub(beside).max(room / 3);
    let (shown, caret) = field(meeting, spot).window(cells.saturating_sub(1) as u16);
    let mut spans =
        vec![Span::styled(text::left(&shown, cells), if focused { theme.selected() } else { Style::new() })];
    if beside > 0 {
        spans.push(Span::styled(format!(" {}", text::cut(&remark, room.saturating_sub(cells + 1))), theme.quiet()));
    }
    Place { label, spans, focused, caret: focused.then_some(caret) }
}

/// What a field shows in so many cells, and where its caret stands: the caret's surroundings while it has the focus,
/// its beginning otherwise.
fn shown(field: &TextField, focused: bool, cells: usize) -> (String, u16) {
    let room = cells.saturating_sub(1);
    if focused { field.window(room as u16) } else { (text::cut(field.text(), room), 0) }
}

fn field(meeting: &MeetingSheet, spot: Spot) -> &TextField {
    let entry = &meeting.desk.entry;
    match spot {
        Spot::Meaning => &entry.meaning,
        Spot::Until => &entry.until,
        Spot::Reason => &entry.reason,
        Spot::Action => &entry.action,
        Spot::Owner => &entry.owner,
        Spot::Due => &entry.due,
        Spot::Approver => &entry.approver,
        Spot::Cause => &entry.cause,
        Spot::Check => &entry.check,
        Spot::Value | Spot::Decision => &entry.value,
    }
}

fn value(meeting: &MeetingSheet, matter: &Matter, theme: Theme, room: usize) -> Place {
    let text = meeting.desk.entry.value.text();
    let remark = match (matter.echo(text), matter.standing_text()) {
        (Err(why), _) => why,
        (Ok(Some(echo)), _) => format!("{echo}   {}", matter.label),
        (Ok(None), _) if matter.milestone => "numbers of the criteria fulfilled".to_owned(),
        (Ok(None), Some(standing)) if room < 60 => format!("{standing}, Enter keeps"),
        (Ok(None), Some(standing)) => format!("{standing}   {}, Enter keeps it", matter.label),
        (Ok(None), None) if room < 60 => format!("for {}", matter.label),
        (Ok(None), None) => format!("for {}, then what it means", matter.label),
    };
    let label = if matter.milestone { "Fulfilled" } else { "Value" };
    let focused = meeting.desk.spot == Spot::Value;
    let cells = (room / 4).clamp(8, 20).min(room);
    let (shown, caret) = meeting.desk.entry.value.window(cells.saturating_sub(1) as u16);
    let style = if focused { theme.selected() } else { Style::new() };
    let spans = vec![
        Span::styled(text::left(&shown, cells), style),
        Span::styled(format!(" {}", text::cut(&remark, room.saturating_sub(cells + 1))), theme.quiet()),
    ];
    Place { label, spans, focused, caret: focused.then_some(caret) }
}

fn meaning(meeting: &MeetingSheet, matter: &Matter, theme: Theme, room: usize) -> Place {
    let mut place = typed(meeting, Spot::Meaning, "Meaning", String::new(), theme, room);
    if meeting.desk.entry.meaning.is_empty() && !matter.meaning.is_empty() && !place.focused {
        place.spans = vec![Span::styled(text::cut(&format!("stays: “{}”", matter.meaning), room), theme.quiet())];
    }
    place
}

/// The decision in two rows: what anybody may decide, what needs approval.
fn decisions(meeting: &MeetingSheet, theme: Theme, width: usize) -> [Place; 2] {
    let chosen = meeting.desk.entry.decision;
    let focused = meeting.desk.spot == Spot::Decision;
    let gap = if width >= 60 { "  " } else { " " };
    let way = |kind: DecisionKind| {
        let style = if chosen == Some(kind) { theme.selected() } else { Style::new() };
        let word = words::decision(kind);
        let word = if chosen == Some(kind) { word.to_uppercase() } else { word.to_owned() };
        [Span::styled(kind.key().to_string(), theme.key()), Span::raw(" "), Span::styled(word, style), Span::raw(gap)]
    };
    let row = |approval: bool| {
        let kinds = DecisionKind::ALL.iter().copied().filter(move |kind| needs_approval(*kind) == approval);
        kinds.flat_map(way).collect::<Vec<_>>()
    };
    let heading = if width >= 60 { "needs approval:  " } else { "" };
    let mut approval = vec![Span::styled(heading, theme.quiet())];
    approval.extend(row(true));
    [
        Place { label: "Decision", spans: row(false), focused, caret: focused.then_some(0) },
        Place { label: "", spans: approval, focused: false, caret: None },
    ]
}

/// The action in one row: what, who, by when.
fn action(meeting: &MeetingSheet, matter: &Matter, theme: Theme, room: usize) -> Place {
    let desk = &meeting.desk;
    let (who, when) = ((room / 4).clamp(6, 16), 13.min(room / 4));
    let what = room.saturating_sub(who + when + 2);
    let mut spans = Vec::new();
    let mut caret = None;
    let mut from = 0;
    let owner = if desk.entry.owner.is_empty() { format!("({})", matter.owner) } else { String::new() };
    let parts = [(Spot::Action, what, String::new()), (Spot::Owner, who, owner), (Spot::Due, when, String::new())];
    for (spot, cells, unsaid) in parts {
        let focused = desk.spot == spot;
        let (shown, at) = shown(field(meeting, spot), focused, cells);
        let style = if focused { theme.selected() } else { Style::new() };
        let idle = !focused && shown.is_empty() && !desk.entry.action.is_empty();
        let said = if idle { unsaid } else { shown };
        let said = match spot {
            Spot::Due if !focused => due_text(meeting, matter).unwrap_or(said),
            _ => said,
        };
        spans.push(Span::styled(text::left(&said, cells), style));
        spans.push(Span::raw(" "));
        if focused {
            caret = Some((from as u16) + at);
        }
        from += cells + 1;
    }
    let label = match desk.spot {
        Spot::Owner => "By whom",
        Spot::Due => "By when",
        _ => "Action",
    };
    Place { label, spans, focused: matches!(desk.spot, Spot::Action | Spot::Owner | Spot::Due), caret }
}

fn due_text(meeting: &MeetingSheet, matter: &Matter) -> Option<String> {
    let due = day(&meeting.desk.entry.due, matter.today).ok()??;
    Some(day_named(due).split_off(4))
}
