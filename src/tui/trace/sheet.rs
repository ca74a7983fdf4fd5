//! The trace as a screen.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use super::rows::Row;
use super::walk::PolicyWalk;
use super::{detail, draw, forms, rows};
use crate::app::Refusal;
use crate::app::catalogue;
use crate::app::sources::TraceView;
use crate::domain::objective::{Definition, Link};
use crate::domain::trace::{Source, SourceKind, SourceStatus};
use crate::tui::effect::Question;
use crate::tui::form::{Form, objective, opens};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layout;
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, text};

/// The screen.
#[derive(Debug, Default)]
pub struct TraceSheet {
    view: Option<TraceView>,
    rows: Vec<Row>,
    problem: Option<String>,
    listing: Listing,
}

impl TraceSheet {
    /// The screen before anything was read.
    pub fn new() -> TraceSheet {
        TraceSheet::default()
    }

    fn selected(&self) -> Option<&Row> {
        self.rows.get(self.listing.selected).filter(|row| row.is_line())
    }

    fn source(&self) -> Option<&Source> {
        let view = self.view.as_ref()?;
        Some(&view.sources[self.selected()?.source(view)?])
    }

    /// Moves, over headings.
    fn moved(&mut self, action: Action, model: &Model) {
        let height = height(model);
        let before = self.listing.selected;
        self.listing.act(action, self.rows.len(), height);
        self.off_headings(self.listing.selected >= before, height);
    }

    fn off_headings(&mut self, down: bool, height: usize) {
        let is_line = |place: &usize| self.rows.get(*place).is_some_and(Row::is_line);
        let at = self.listing.selected;
        let below = (at..self.rows.len()).find(is_line);
        let above = (0..=at).rev().find(is_line);
        let place = if down { below.or(above) } else { above.or(below) };
        self.listing.selected = place.unwrap_or_default();
        self.listing.keep(self.rows.len(), height);
        // The heading over the first line comes into sight with it.
        if self.listing.selected == 1 {
            self.listing.top = 0;
        }
    }

    /// A draft for a source nobody pursues; else the objective, on home.
    fn open(&self, model: &Model) -> Step {
        let (Some(view), Some(row)) = (&self.view, self.selected()) else { return Step::stay() };
        if let Some(place) = row.objective(view) {
            let code = view.overview.rows[place].code().to_owned();
            return Step { closes: true, select: Some(code), ..Step::default() };
        }
        match row.source(view) {
            Some(place) => self.drafted(&view.sources[place], model),
            None => Step::stay(),
        }
    }

    fn drafted(&self, source: &Source, model: &Model) -> Step {
        let Some(overview) = &model.overview else { return Step::stay() };
        if source.kind.is_event() {
            return Step::say(StatusLine::note("an event asks for a look at the whole list, not for an objective"));
        }
        if overview.read_only {
            return Step::say(StatusLine::refused("this register is open for reading only"));
        }
        let (today, calendar) = (overview.today, overview.rules.calendar);
        let template = catalogue::for_source(source.kind.word(), &format!("{} {}", source.title, source.detail));
        let link =
            Link { kind: source.kind.word().to_owned(), reference: source.reference.clone(), because: String::new() };
        let draft = template.map_or_else(|| Definition::titled("", today), |template| template.draft(today));
        let draft = Definition { links: vec![link], ..draft };
        opens(objective::begin(draft, template, today, calendar), model)
    }

    /// A form on the selected source.
    fn with_source(&self, form: impl FnOnce(&Source) -> Form, model: &Model) -> Step {
        match self.source() {
            Some(source) => opens(form(source), model),
            None => Step::say(StatusLine::note("select a source first")),
        }
    }

    fn accept(&self, model: &Model) -> Step {
        match self.source() {
            Some(source) if source.kind == SourceKind::Risk => opens(forms::accept(source), model),
            _ => Step::say(StatusLine::note("only a risk is accepted; select one")),
        }
    }

    fn close(&self, model: &Model) -> Step {
        let Some(today) = model.overview.as_ref().map(|overview| overview.today) else { return Step::stay() };
        match self.source() {
            Some(source) if matches!(source.status, SourceStatus::Closed | SourceStatus::Withdrawn) => Step::say(
                StatusLine::note(format!("{} is {} already; e opens it again", source.name(), source.status.shown())),
            ),
            _ => self.with_source(|source| forms::close(source, today), model),
        }
    }

    fn walk(&self) -> Step {
        let Some(view) = &self.view else { return Step::stay() };
        let policy = |source: &Source| {
            (source.kind == SourceKind::Commitment && source.status == SourceStatus::Open && !source.policy.is_empty())
                .then(|| source.policy.clone())
        };
        let selected = self.source().and_then(policy);
        match selected.or_else(|| view.sources.iter().find_map(policy)) {
            Some(policy) => Step { opens: Some(Box::new(PolicyWalk::new(view, &policy))), ..Step::default() },
            None => Step::say(StatusLine::note("no commitment names its policy yet; e says which one it belongs to")),
        }
    }

    /// `4 pursued by nobody, 1 serves nothing`
    fn summary(&self) -> String {
        let Some(view) = &self.view else { return String::new() };
        let counts = [
            (view.gaps.uncovered.len(), "pursued by nobody"),
            (view.gaps.aimless.len(), if view.gaps.aimless.len() == 1 { "serves nothing" } else { "serve nothing" }),
            (view.gaps.dead.len(), if view.gaps.dead.len() == 1 { "leads nowhere" } else { "lead nowhere" }),
        ];
        let said: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        match said.is_empty() {
            true => format!("{} sources, nothing is missing", view.sources.len()),
            false => said.join(", "),
        }
    }
}

/// The list and the selected line in full; their frames share an edge.
fn areas(body: Rect) -> (Rect, Rect) {
    // On a short screen the detail gives way first: without its list nobody knows what it is a detail of.
    let detail = (detail::HEIGHT - 1).min(body.height.saturating_sub(5));
    let [list, _] = Layout::vertical([Constraint::Fill(1), Constraint::Length(detail)]).areas(body);
    let read = Rect { y: list.bottom().saturating_sub(1), height: body.bottom() + 1 - list.bottom(), ..body };
    (list, read)
}

/// The room for lines.
fn height(model: &Model) -> usize {
    layout::screen(model.size).map_or(1, |screen| usize::from(areas(screen.body).0.height.saturating_sub(2)))
}

impl Sheet for TraceSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Trace, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Trace)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        let today = model.overview.as_ref().map(|overview| overview.today);
        match (action, today) {
            (Action::Back, _) => Step::close(),
            (Action::Open, _) => self.open(model),
            (Action::New, Some(today)) => {
                let kind = self.source().map_or(SourceKind::Risk, |source| source.kind);
                opens(forms::add(kind, "", today), model)
            }
            (Action::Edit, Some(today)) => self.with_source(|source| forms::edit(source, today), model),
            (Action::AcceptRisk, _) => self.accept(model),
            (Action::CloseSource, _) => self.close(model),
            (Action::RenewPolicy, _) => self.walk(),
            _ => {
                self.moved(action, model);
                Step::stay()
            }
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        match result {
            Ok(Reply::Trace(view)) => {
                self.rows = rows::of(&view);
                self.view = Some(*view);
                self.problem = None;
                self.off_headings(true, height(model));
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Trace)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Trace)
    }

    fn objective(&self) -> Option<String> {
        let (view, row) = (self.view.as_ref()?, self.selected()?);
        row.objective(view).map(|place| view.overview.rows[place].code().to_owned())
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Trace)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let name = vec![Span::styled("Sources and gaps", theme.strong())];
        let end = vec![Span::raw(self.summary())];
        let (list, read) = areas(body);
        pane::borders(frame, read, theme, false);
        let inside = pane::frame_with_end(frame, list, theme, true, name, end);
        let room = Rect { x: inside.x + 1.min(inside.width), width: inside.width.saturating_sub(2), ..inside };
        let width = usize::from(room.width);
        let Some(view) = &self.view else {
            let said = self.problem.clone().unwrap_or_else(|| "reading the sources".to_owned());
            return pane::lines(frame, room, text::wrap(&said, width, 4).into_iter().map(Line::raw));
        };
        if view.sources.is_empty() && self.rows.is_empty() {
            let said = "No policy line, risk or requirement is on record yet. n enters one; on the shell, \
                        sixtwo import sources FILE brings in a list.";
            return pane::lines(frame, room, text::wrap(said, width, 4).into_iter().map(Line::raw));
        }
        let window = self.listing.window(self.rows.len(), usize::from(room.height));
        let top = window.start;
        let lines = window.map(|at| draw::line(view, &self.rows[at], at == self.listing.selected, theme, width));
        pane::lines(frame, room, lines);
        if let Some(row) = self.selected() {
            let under = Rect { x: read.x + 2, width: read.width.saturating_sub(4), ..read.inner(Margin::new(0, 1)) };
            pane::lines(frame, under, detail::lines(view, row, theme, usize::from(under.width)));
        }
        let y = room.y.saturating_add(self.listing.selected.saturating_sub(top) as u16);
        if y < room.bottom() && room.width > 0 {
            frame.set_cursor_position((room.x, y));
        }
    }
}
