//! The auditor's page as a sheet.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::layout::{areas, room};
use super::walk::Place;
use super::{ReadingsSheet, page, walk};
use crate::app::Refusal;
use crate::app::probe::PageOf;
use crate::app::view::Lens;
use crate::domain::probe::Page;
use crate::tui::editions::VersionsSheet;
use crate::tui::effect::Question;
use crate::tui::export::ExportSheet;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::update::{moving, selection};
use crate::tui::widgets::{pane, split, text};

/// One objective with everything there is to show for it.
#[derive(Debug)]
pub struct ProbeSheet {
    code: String,
    page: Option<Page>,
    problem: Option<String>,
    top: usize,
    /// The question shown alone.
    question: Option<Place>,
}

impl ProbeSheet {
    /// The page of an objective, before it was read.
    pub fn new(code: String) -> ProbeSheet {
        ProbeSheet { code, page: None, problem: None, top: 0, question: None }
    }

    fn ask(&self) -> Step {
        Step::ask(Question::Probe(self.code.clone()))
    }

    /// The objective before or after this one in the list, which keeps its filter.
    fn neighbour(&mut self, by: isize, model: &Model) -> Step {
        let codes = order(model, &self.code);
        let Some(at) = codes.iter().position(|code| *code == self.code) else { return Step::stay() };
        let Some(next) = at.checked_add_signed(by).and_then(|place| codes.get(place)) else {
            let end = if by < 0 { "this is the first of the list" } else { "this is the last of the list" };
            return Step::say(StatusLine::note(end));
        };
        self.code.clone_from(next);
        self.top = 0;
        Step { select: Some(next.clone()), ..self.ask() }
    }

    fn page_here(&self, model: &Model) -> PageOf {
        PageOf { code: self.code.clone(), lens: lens(model) }
    }

    /// Into the basket, or out of it.
    fn collect(&self, model: &Model) -> Step {
        let this = self.page_here(model);
        let mut basket = model.basket.clone();
        let key = model.key_for(Action::Basket);
        let (said, hint) = match basket.iter().position(|page| *page == this) {
            Some(at) => {
                basket.remove(at);
                (format!("{} is out of the basket", self.code), String::new())
            }
            None => {
                basket.push(this);
                (format!("{} is in the basket, page {}", self.code, basket.len()), format!("{key} shows the basket"))
            }
        };
        Step { basket: Some(basket), ..Step::say(StatusLine::note(said).hint(hint)) }
    }

    fn opens(sheet: impl Sheet + 'static) -> Step {
        Step { opens: Some(Box::new(sheet)), ..Step::default() }
    }

    fn walked(&mut self, action: Action, place: Place, model: &Model) {
        let Some(page) = &self.page else { return };
        let room = room(areas(split::body(model)).0);
        self.question = Some(match action {
            Action::NextItem => place.next(page, model.theme, room),
            Action::PreviousItem => place.before(room),
            Action::First => Place::default(),
            Action::Last => Place { question: page.elements.len().saturating_sub(1), top: 0 },
            _ => place,
        });
    }

    fn scrolled(&mut self, action: Action, model: &Model) {
        let Some(page) = &self.page else { return };
        let room = room(areas(split::body(model)).0);
        let lines = page::lines(page, model.theme, usize::from(room.width)).len();
        self.top = moving::scrolled(self.top, action, usize::from(room.height), lines);
    }

    fn foot(&self, page: &Page, model: &Model, width: usize) -> (String, String) {
        let codes = order(model, &self.code);
        let at = codes.iter().position(|code| *code == self.code);
        let place = at.map(|at| format!("{} of {}", at + 1, codes.len())).unwrap_or_default();
        let collected = model.basket.contains(&self.page_here(model));
        let basket = if collected { format!("{} in the basket · ", model.theme.sign("✓")) } else { String::new() };
        let end = format!("{basket}{place} ");
        let state = page.state();
        let long = format!(" {state} · nothing on this page was typed for this page");
        let fits = text::width(&long) + text::width(&end) + 2 <= width;
        (if fits { long } else { format!(" {state}") }, end)
    }
}

/// The codes of the list as it is filtered; of the whole list where the filter leaves this one out.
fn order(model: &Model, code: &str) -> Vec<String> {
    let listed: Vec<String> = selection::listed(model).iter().map(|row| row.code().to_owned()).collect();
    if listed.iter().any(|known| known == code) {
        return listed;
    }
    model.overview.iter().flat_map(|overview| &overview.rows).map(|row| row.code().to_owned()).collect()
}

fn lens(model: &Model) -> Lens {
    model.overview.as_ref().map(|overview| overview.lens).unwrap_or_default()
}

impl Sheet for ProbeSheet {
    fn scopes(&self) -> Vec<Scope> {
        match self.question {
            Some(_) => vec![Scope::ProbeWalk],
            None => vec![Scope::Probe, Scope::Moving, Scope::Screens],
        }
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match (action, self.question) {
            (Action::NextObjective, _) => return self.neighbour(1, model),
            (Action::PreviousObjective, _) => return self.neighbour(-1, model),
            (Action::Back, Some(_)) => self.question = None,
            (_, Some(place)) => self.walked(action, place, model),
            (Action::Back, None) => return Step::close(),
            (Action::WalkThrough, None) => self.question = self.page.as_ref().map(|_| Place::default()),
            (Action::Versions, None) => return Self::opens(VersionsSheet::new(self.code.clone())),
            (Action::Readings, None) => return Self::opens(ReadingsSheet::new(self.code.clone())),
            (Action::Export, None) => return Self::opens(ExportSheet::pages(vec![self.page_here(model)], model)),
            (Action::Mark, None) => return self.collect(model),
            (_, None) => self.scrolled(action, model),
        }
        Step::stay()
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        match result {
            Ok(Reply::Probe(page)) if page.code.eq_ignore_ascii_case(&self.code) => {
                let last = page.elements.len().saturating_sub(1);
                self.question = self.question.map(|place| Place { question: place.question.min(last), top: 0 });
                self.page = Some(*page);
                self.problem = None;
                self.scrolled(Action::Help, model);
            }
            Ok(_) => {}
            Err(refusal) => {
                self.page = None;
                self.question = None;
                self.problem = Some(refusal.to_string());
            }
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn objective(&self) -> Option<String> {
        Some(self.code.clone())
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (area, foot) = areas(body);
        let inside = room(area);
        let width = usize::from(inside.width);
        pane::borders(frame, area, theme, true);
        let Some(page) = &self.page else {
            let name = vec![Span::styled(text::cut(&self.code, width), theme.strong())];
            pane::title(frame, area, theme, true, name, Vec::new());
            let said = self.problem.clone().unwrap_or_else(|| "putting the page together".to_owned());
            return pane::lines(frame, inside, text::wrap(&said, width, 4).into_iter().map(Line::raw));
        };
        let (mark, word) = theme.status_mark(page.status);
        let measured = Span::raw(page.measured.clone());
        let taken = text::width(mark) + text::width(word) + 6;
        let titled = text::cut(&format!("{}  {}", page.code, page.title), (width + 2).saturating_sub(taken));
        let name = vec![
            Span::styled(mark, theme.status(page.status)),
            Span::raw(" "),
            Span::styled(titled, theme.strong()),
            Span::raw("  "),
            Span::styled(word, theme.status_word(page.status)),
        ];
        pane::title(frame, area, theme, true, name, vec![measured]);
        match self.question {
            Some(place) => walk::view(page, place, theme, frame, inside),
            None => split::scrolled(frame, inside, page::lines(page, theme, width), self.top, theme),
        }
        let (state, place) = match self.question {
            Some(place) => {
                (format!(" {}", page.state()), format!("question {} of {} ", place.question + 1, page.elements.len()))
            }
            None => self.foot(page, model, usize::from(foot.width)),
        };
        frame.render_widget(Line::styled(text::cut(&state, usize::from(foot.width)), theme.quiet()), foot);
        pane::at_right(frame, foot, Line::raw(place));
        if inside.width > 0 && inside.height > 0 {
            frame.set_cursor_position((inside.x, inside.y));
        }
    }
}
