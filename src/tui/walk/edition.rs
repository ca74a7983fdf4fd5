//! The last page: what was answered, what the new edition puts in force, and the next step.

use ratatui::text::Line;

use super::draw::labelled;
use crate::app::editions::view::EditionsPicture;
use crate::app::view::Walk;
use crate::domain::period::Date;
use crate::domain::refresh::RefreshAnswer;
use crate::domain::words;
use crate::tui::editions::forms;
use crate::tui::form::Form;
use crate::tui::form::choice::Way;
use crate::tui::form::field::Field;
use crate::tui::form::records::causes;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::widgets::text;

/// What Enter does on the last page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Objectives wait for an answer.
    Answer,
    /// The list waits for its approval.
    Approve,
    /// The walk can be closed with this edition.
    Close(i64),
}

/// What Enter does now.
pub fn next_step(walk: &Walk) -> NextStep {
    match (walk.unanswered().next(), walk.edition) {
        (Some(_), _) => NextStep::Answer,
        (None, Some(edition)) => NextStep::Close(edition),
        (None, None) => NextStep::Approve,
    }
}

/// `5 kept, 1 changed`.
pub fn answered(walk: &Walk) -> String {
    let count = |answer: RefreshAnswer| {
        walk.stops.iter().filter(|stop| stop.line.as_ref().is_some_and(|line| line.answer == answer)).count()
    };
    let counted = RefreshAnswer::ALL.iter().map(|answer| (count(*answer), *answer)).filter(|(n, _)| *n > 0);
    counted.map(|(n, answer)| format!("{n} {}", words::refresh_answer(answer))).collect::<Vec<_>>().join(", ")
}

/// The page.
pub fn page(walk: &Walk, model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let open: Vec<&str> = walk.unanswered().map(|stop| stop.code.as_str()).collect();
    let waiting = walk.waiting.join(", ");
    let uncovered: Vec<&str> =
        walk.uncovered.iter().filter(|source| source.draft.is_none()).map(|source| source.name.as_str()).collect();
    let mut lines = Vec::new();
    lines.extend(labelled("answered", &answered(walk), theme, width));
    lines.extend(labelled("open", &open.join(", "), theme, width));
    lines.extend(labelled("waiting", &waiting, theme, width));
    lines.extend(labelled("nobody for", &uncovered.join(", "), theme, width));
    lines.push(Line::default());
    let said = match next_step(walk) {
        NextStep::Answer => format!("{} wait for an answer; Shift-Tab goes back to them", open.len()),
        NextStep::Approve => format!(
            "Enter approves the list as the new edition, in one act; where nothing had to change, {} says why",
            model.key_for(Action::NoChange)
        ),
        NextStep::Close(edition) => format!(
            "edition {edition} is approved; {} records that it was told, Enter closes the walk",
            model.key_for(Action::Tell)
        ),
    };
    lines.extend(text::wrap(&said, width, 3).into_iter().map(|line| Line::styled(line, theme.strong())));
    lines
}

/// The form that approves the edition, with what the walk knows filled in.
pub fn approve(walk: &Walk, picture: &EditionsPicture, today: Date) -> Form {
    let last = picture.editions.first().map(|view| &view.edition);
    let mut form = forms::approve(&picture.next, last, today);
    let cause = words::cause(walk.refresh.cause);
    if let Some(field) = form.fields.get_mut("why") {
        let why = format!("refresh after {cause}: {}", answered(walk));
        *field = Field::text("why", "Why", why).required().hint("why the list changed, one line");
    }
    if let Some(field) = form.fields.get_mut("cause") {
        *field = cause_field(walk);
    }
    form
}

/// What made the change necessary, filled with the cause of the walk.
pub fn cause_field(walk: &Walk) -> Field {
    let ways: Vec<Way> = causes();
    Field::choice("cause", "Cause", ways, walk.refresh.cause.word()).hint("what made it necessary")
}
