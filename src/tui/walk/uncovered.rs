//! The page of the sources nobody pursues: Enter drafts an objective that serves one.

use ratatui::text::Line;

use super::draw::row;
use crate::app::catalogue;
use crate::app::view::UncoveredSource;
use crate::domain::objective::{Definition, Link};
use crate::domain::period::{Date, FiscalCalendar};
use crate::tui::form::{Form, objective};
use crate::tui::theme::Theme;

/// A source.
pub fn line(source: &UncoveredSource, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let level = if source.level.is_empty() { String::new() } else { format!(" ({})", source.level) };
    let draft = source.draft.as_ref().map(|code| format!("draft {code}")).unwrap_or_default();
    row(&format!("{}{level}  {}", source.name, source.title), &draft, selected, theme, width)
}

/// A form for an objective that serves the source, filled from the catalogue where it knows one.
pub fn draft(source: &UncoveredSource, today: Date, calendar: FiscalCalendar) -> Form {
    let (kind, reference) = source.key.split_once(':').unwrap_or(("", &source.key));
    let template = catalogue::for_source(kind, &source.title);
    let begun = template.map_or_else(|| Definition::titled("", today), |template| template.draft(today));
    let link = Link { kind: kind.to_owned(), reference: reference.to_owned(), because: source.title.clone() };
    objective::begin(Definition { links: vec![link], ..begun }, template, today, calendar)
}
