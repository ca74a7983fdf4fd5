//! The basket: pages in their order, exported as one document.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::ProbeSheet;
use crate::app::probe::PageOf;
use crate::app::view::{KnownAt, Lens};
use crate::domain::words::{counted, day};
use crate::tui::export::ExportSheet;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::{Sheet, Step};
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{body as body_of, cursor, row, text_room};
use crate::tui::widgets::{pane, text};

/// The list of collected pages.
#[derive(Debug, Default)]
pub struct BasketSheet {
    listing: Listing,
}

impl BasketSheet {
    /// Moves the selected page by one place.
    fn shift(&mut self, model: &Model, by: isize) -> Step {
        let (at, mut basket) = (self.listing.selected, model.basket.clone());
        let to = at.checked_add_signed(by).filter(|to| *to < basket.len());
        let Some(to) = to.filter(|_| at < basket.len()) else { return Step::stay() };
        basket.swap(at, to);
        self.listing.selected = to;
        Step { basket: Some(basket), ..Step::default() }
    }

    fn take_out(&mut self, model: &Model) -> Step {
        let mut basket = model.basket.clone();
        if self.listing.selected >= basket.len() {
            return Step::stay();
        }
        let gone = basket.remove(self.listing.selected);
        let said = StatusLine::note(format!("{} is out of the basket", gone.code));
        self.listing.selected = self.listing.selected.min(basket.len().saturating_sub(1));
        let closes = basket.is_empty();
        Step { basket: Some(basket), closes, ..Step::say(said) }
    }

    fn open(&self, model: &Model) -> Step {
        let Some(page) = model.basket.get(self.listing.selected) else { return Step::stay() };
        let now = model.overview.as_ref().map(|overview| overview.lens).unwrap_or_default();
        let look = (page.lens != now).then_some(page.lens);
        let sheet = Box::new(ProbeSheet::new(page.code.clone()));
        Step { opens: Some(sheet), look, select: Some(page.code.clone()), ..Step::default() }
    }
}

/// From where a page is looked at.
fn known(lens: Lens) -> String {
    match (lens.known_at, lens.as_of) {
        (Some(KnownAt::Seq(seq)), _) => format!("as known at entry {seq}"),
        (Some(KnownAt::Day(on)), _) | (None, Some(on)) => format!("as known on {}", day(on)),
        (None, None) => "as known now".to_owned(),
    }
}

fn name(page: &PageOf, model: &Model) -> String {
    let title = model.row(&page.code).map(|row| row.objective.definition.title.as_str()).unwrap_or_default();
    format!("{}  {title}", page.code)
}

impl Sheet for BasketSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Basket, Scope::Moving, Scope::Screens]
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            Action::MoveDown => self.shift(model, 1),
            Action::MoveUp => self.shift(model, -1),
            Action::TakeOut => self.take_out(model),
            Action::Open | Action::Right => self.open(model),
            Action::Export if !model.basket.is_empty() => {
                let sheet = Box::new(ExportSheet::pages(model.basket.clone(), model));
                Step { opens: Some(sheet), ..Step::default() }
            }
            _ => {
                let height = usize::from(text_room(body_of(model)).height);
                self.listing.act(action, model.basket.len(), height);
                Step::stay()
            }
        }
    }

    fn objective(&self) -> Option<String> {
        None
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let pages = counted(model.basket.len(), "page", "pages");
        pane::borders(frame, body, theme, true);
        let end = vec![Span::raw(format!("{pages} for one document"))];
        pane::title(frame, body, theme, true, vec![Span::styled("Basket", theme.strong())], end);
        let inside = text_room(body);
        let width = usize::from(inside.width);
        if model.basket.is_empty() {
            let said = "The basket is empty. On the page of an objective, the space bar puts it in.";
            return pane::lines(frame, inside, text::wrap(said, width, 3).into_iter().map(Line::raw));
        }
        let window = self.listing.window(model.basket.len(), usize::from(inside.height));
        let first = window.start;
        let lines = window.map(|at| {
            let page = &model.basket[at];
            let titled = format!("{:>2}  {}", at + 1, name(page, model));
            row(&titled, &known(page.lens), at == self.listing.selected, theme, width)
        });
        pane::lines(frame, inside, lines);
        cursor(frame, inside, self.listing.selected.saturating_sub(first), false);
    }
}
