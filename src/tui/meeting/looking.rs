//! The pages that are looked through: drawn with the selected entry in sight, and what the keys do with it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::{About, Entry, entries};
use super::sheet::MeetingSheet;
use super::stop::Stop;
use super::{amend, writing};
use crate::domain::minutes::Minutes;
use crate::domain::text::one_line;
use crate::tui::form;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Opening, StatusLine};
use crate::tui::sheet::Step;
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::{pane, split, text};

/// Lines one text of a person may take.
const LINES: usize = 4;

/// Draws a page that is looked through.
pub fn draw(meeting: &MeetingSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let name = vec![Span::styled(capital(meeting.at.name()), theme.strong())];
    pane::frame(frame, area, theme, true, name);
    let inside = split::text_room(area);
    let width = usize::from(inside.width);
    let foot = text::wrap(&hint(meeting, model), width, 3);
    let Some(draft) = &meeting.draft else {
        return pane::lines(frame, inside, [Line::raw("reading")]);
    };
    let list = Rect { height: inside.height.saturating_sub(foot.len() as u16 + 1), ..inside };
    list_of(&entries(meeting.at, draft), meeting.selected, theme, frame, list);
    let below = Rect { y: list.bottom() + 1, height: inside.bottom().saturating_sub(list.bottom() + 1), ..inside };
    let style = if meeting.desk.notice.is_some() { theme.strong() } else { theme.quiet() };
    pane::lines(frame, below, foot.into_iter().map(|line| Line::styled(line, style)));
}

/// Draws entries with the selected one whole in sight where it has room.
pub fn list_of(entries: &[Entry], selected: usize, theme: Theme, frame: &mut Frame, area: Rect) {
    let width = usize::from(area.width);
    let mut lines: Vec<Line> = Vec::new();
    let mut at = (0, 0);
    let mut place = 0;
    for entry in entries {
        let chosen = entry.is_selectable() && place == selected;
        place += usize::from(entry.is_selectable());
        if !entry.is_selectable() && !lines.is_empty() {
            lines.push(Line::default());
        }
        let from = lines.len();
        lines.extend(drawn(entry, chosen, theme, width));
        if chosen {
            at = (from, lines.len());
        }
    }
    let height = usize::from(area.height);
    let top = at.1.saturating_sub(height).min(at.0);
    split::scrolled(frame, area, lines, top, theme);
    if at.1 > 0 {
        split::cursor(frame, area, at.0 - top, false);
    }
}

fn drawn(entry: &Entry, chosen: bool, theme: Theme, width: usize) -> Vec<Line<'static>> {
    if !entry.is_selectable() {
        return text::wrap(&entry.first, width, LINES).into_iter().map(|l| Line::styled(l, theme.quiet())).collect();
    }
    let marker = if chosen { theme.sign("▸") } else { " " };
    let mut head = vec![Span::styled(format!("{marker} "), theme.strong())];
    if let Some(status) = entry.status {
        head.push(Span::styled(format!("{} ", theme.status_mark(status).0), theme.status(status)));
    }
    let room = width.saturating_sub(if entry.status.is_some() { 4 } else { 2 });
    let arrows = |said: &str| if theme.ascii { said.replace('→', theme.sign("→")) } else { said.to_owned() };
    let style = if chosen { theme.selected() } else { theme.plain() };
    let mut lines = Vec::new();
    for (at, part) in text::wrap(&arrows(&entry.first), room, 2).into_iter().enumerate() {
        let mut spans = if at == 0 { head.clone() } else { vec![Span::raw("  ")] };
        spans.push(Span::styled(part, style));
        lines.push(Line::from(spans));
    }
    for said in &entry.rest {
        let parts = text::wrap(&arrows(said), width.saturating_sub(4), LINES).into_iter();
        lines.extend(parts.map(|part| Line::styled(format!("    {part}"), theme.quiet())));
    }
    lines
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| format!("{}{}", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

fn hint(meeting: &MeetingSheet, model: &Model) -> String {
    if let Some(notice) = &meeting.desk.notice {
        return notice.clone();
    }
    let key = |action| model.key_for(action);
    let (write, done) = (key(Action::Write), key(Action::ActionDone));
    let next = key(Action::Confirm);
    match meeting.at {
        Stop::LastActions => {
            format!("{done} done or did it help, {write} answers a correction or moves an action, {next} goes on")
        }
        Stop::NotMeasured | Stop::StatusChanges => format!("{write} goes to its item, {next} goes on"),
        Stop::Topics => format!("{write} writes what the selected line waits for, {next} goes on"),
        Stop::ListChanges => format!(
            "{} new, {write} target or date, {} close, {} approve, {next} goes on",
            key(Action::New),
            key(Action::Retire),
            key(Action::Approve)
        ),
        _ => String::new(),
    }
}

impl MeetingSheet {
    /// The entries of the page that is open.
    pub fn entries(&self) -> Vec<Entry> {
        self.draft.as_ref().map(|draft| entries(self.at, draft)).unwrap_or_default()
    }

    fn about(&self) -> Option<About> {
        self.entries().into_iter().filter(Entry::is_selectable).nth(self.selected).map(|entry| entry.about)
    }

    /// Moves the selection.
    pub(super) fn select(&mut self, action: Action) -> Step {
        let count = self.entries().iter().filter(|entry| entry.is_selectable()).count();
        self.selected = moving::moved(self.selected, action, 5, count.saturating_sub(1));
        Step::stay()
    }

    /// Answers, moves, writes or goes to what is selected.
    pub(super) fn write(&mut self, model: &Model) -> Step {
        let (Some(about), Some(draft)) = (self.about(), &self.draft) else { return nothing() };
        let today = model.overview.as_ref().map(|overview| overview.today);
        let Some(today) = today else { return Step::stay() };
        let form = match about {
            About::Nothing => None,
            About::Correction(place) => draft.corrections.get(place).map(|note| amend::correction(self.number, note)),
            About::Action(id) => {
                action_of(draft, id).filter(|action| action.done_on.is_none()).map(|action| amend::moved(action, today))
            }
            About::Topic(topic) => Some(writing::topic(self.number, topic, draft)),
            About::Prepared(code) => writing::prepared(self.number, &code, draft),
            About::Objective(code) if self.at == Stop::ListChanges => return opening(&Opening::Edit(code), model),
            About::Objective(code) => return self.go_to(&code),
        };
        match form {
            Some(form) => form::opens(form, model),
            None => Step::say(StatusLine::note("this action is done; nothing of it is moved any more")),
        }
    }

    /// The selected action is done, or somebody looked whether it helped.
    pub(super) fn done(&mut self, model: &Model) -> Step {
        let today = model.overview.as_ref().map(|overview| overview.today);
        let (Some(About::Action(id)), Some(draft), Some(today)) = (self.about(), &self.draft, today) else {
            return Step::say(StatusLine::note("select an action first"));
        };
        let form = action_of(draft, id).map(|action| match action.done_on {
            None => amend::done_one(action, today),
            Some(_) => amend::helped(action, today),
        });
        form.map_or_else(Step::stay, |form| form::opens(form, model))
    }

    /// A form of the list of objectives, for the selected one where it needs one.
    pub(super) fn change_list(&mut self, action: Action, model: &Model) -> Step {
        let code = match self.about() {
            Some(About::Objective(code)) => Some(code),
            _ => None,
        };
        match (action, code) {
            (Action::New, _) => opening(&Opening::New, model),
            (_, None) => Step::say(StatusLine::note("select an objective first")),
            (Action::Retire, Some(code)) => opening(&Opening::Retire(code), model),
            (_, Some(code)) => opening(&Opening::Approve(code), model),
        }
    }

    fn go_to(&mut self, code: &str) -> Step {
        match self.items().iter().position(|item| item.code == code) {
            Some(at) => self.go(Stop::Item(at)),
            None => Step::say(StatusLine::note(format!("{} is not on the agenda of this meeting", one_line(code)))),
        }
    }
}

fn action_of(draft: &Minutes, id: i64) -> Option<&crate::domain::minutes::MinutedAction> {
    draft.carried.iter().find(|action| action.id == id)
}

fn nothing() -> Step {
    Step::say(StatusLine::note("nothing is selected here"))
}

fn opening(opening: &Opening, model: &Model) -> Step {
    match form::open(opening, model) {
        Some(sheet) => Step { opens: Some(sheet), ..Step::stay() },
        None => Step::say(StatusLine::refused("nothing of it waits for that")),
    }
}
