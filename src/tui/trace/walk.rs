//! The walk through a new policy version: one letter per commitment, in sight who leans on it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::sources::{SourceCommand, TraceView, Walked};
use crate::app::{Command, Outcome, Refusal};
use crate::domain::objective::Lifecycle;
use crate::domain::trace::{SourceKind, SourceStatus};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layout;
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, text};

/// Cells before what is typed.
const LABEL: u16 = 22;

/// One commitment of the old version.
#[derive(Debug)]
struct Stop {
    reference: String,
    title: String,
    /// Codes and titles of the objectives that name it.
    leaning: Vec<String>,
    answer: Option<Walked>,
}

/// What is being typed.
#[derive(Debug)]
enum Typing {
    Version,
    Words,
    Nothing,
}

/// The walk.
#[derive(Debug)]
pub struct PolicyWalk {
    policy: String,
    old_version: String,
    version: TextField,
    words: TextField,
    typing: Typing,
    stops: Vec<Stop>,
    listing: Listing,
}

impl PolicyWalk {
    /// A walk through the commitments of a policy that are in force.
    pub fn new(view: &TraceView, policy: &str) -> PolicyWalk {
        let counts = |place: &usize| {
            let source = &view.sources[*place];
            source.kind == SourceKind::Commitment
                && source.status == SourceStatus::Open
                && source.policy.eq_ignore_ascii_case(policy)
        };
        let leaning = |place: usize| {
            let own = view.trace.serving(place).iter().filter(|one| !one.inherited);
            own.map(|one| &view.overview.rows[one.objective])
                .filter(|row| row.objective.lifecycle != Lifecycle::Retired)
                .map(|row| format!("{}  {}", row.code(), row.objective.definition.title))
                .collect()
        };
        let places: Vec<usize> = (0..view.sources.len()).filter(counts).collect();
        let stop = |place: &usize| Stop {
            reference: view.sources[*place].reference.clone(),
            title: view.sources[*place].title.clone(),
            leaning: leaning(*place),
            answer: None,
        };
        PolicyWalk {
            policy: policy.to_owned(),
            old_version: places.first().map(|place| view.sources[*place].policy_version.clone()).unwrap_or_default(),
            version: TextField::default(),
            words: TextField::default(),
            typing: Typing::Version,
            stops: places.iter().map(stop).collect(),
            listing: Listing::default(),
        }
    }

    fn at(&self) -> usize {
        self.listing.selected
    }

    fn answer(&mut self, answer: Walked, model: &Model) -> Step {
        let at = self.at();
        if let Some(stop) = self.stops.get_mut(at) {
            stop.answer = Some(answer);
        }
        self.listing.act(Action::Down, self.stops.len(), height(model));
        let answered = self.stops.iter().filter(|stop| stop.answer.is_some()).count();
        let rest = if answered == self.stops.len() { "; Enter saves" } else { "" };
        Step::say(StatusLine::note(format!("{answered} of {} answered{rest}", self.stops.len())))
    }

    fn change(&mut self) -> Step {
        if let Some(stop) = self.stops.get(self.listing.selected) {
            let held = match &stop.answer {
                Some(Walked::Changed(words)) => words.clone(),
                _ => stop.title.clone(),
            };
            self.words.set(held);
            self.typing = Typing::Words;
        }
        Step::stay()
    }

    fn confirm(&mut self, model: &Model) -> Step {
        match self.typing {
            Typing::Version if self.version.text().trim().is_empty() => {
                return Step::say(StatusLine::refused("say which version of the policy is the new one"));
            }
            Typing::Version => self.typing = Typing::Nothing,
            Typing::Words if self.words.text().trim().is_empty() => {
                return Step::say(StatusLine::refused("say what the commitment says now; d drops it"));
            }
            Typing::Words => {
                self.typing = Typing::Nothing;
                return self.answer(Walked::Changed(self.words.text().trim().to_owned()), model);
            }
            Typing::Nothing => return self.save(),
        }
        Step::stay()
    }

    fn save(&mut self) -> Step {
        if let Some(open) = self.stops.iter().position(|stop| stop.answer.is_none()) {
            self.listing.selected = open;
            let reference = &self.stops[open].reference;
            return Step::say(StatusLine::refused(format!("commitment {reference} has no answer: k, c or d")));
        }
        let walk = self.stops.iter().filter_map(|stop| Some((stop.reference.clone(), stop.answer.clone()?)));
        Step::run(Command::Sources(SourceCommand::RenewPolicy {
            policy: self.policy.clone(),
            version: self.version.text().trim().to_owned(),
            walk: walk.collect(),
        }))
    }

    fn line(&self, at: usize, theme: Theme, width: usize) -> Line<'static> {
        let stop = &self.stops[at];
        let marked = at == self.at();
        let (word, title) = match &stop.answer {
            None => ("", stop.title.as_str()),
            Some(Walked::Kept) => ("kept", stop.title.as_str()),
            Some(Walked::Changed(words)) => ("changed", words.as_str()),
            Some(Walked::Dropped) => ("dropped", stop.title.as_str()),
        };
        let count = match stop.leaning.len() {
            0 => "no objective".to_owned(),
            1 => "1 objective".to_owned(),
            n => format!("{n} objectives"),
        };
        let name = format!("{}  {title}", stop.reference);
        let room = width.saturating_sub(1 + 9 + 14);
        Line::from(vec![
            Span::styled(if marked { theme.sign("▸") } else { " " }, theme.strong()),
            Span::styled(text::left(word, 9), theme.strong()),
            Span::styled(text::left(&name, room), if marked { theme.selected() } else { theme.plain() }),
            Span::styled(text::right(&count, 14), theme.quiet()),
        ])
    }

    /// What leans on the marked commitment, or what is asked now.
    fn foot(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        let Some(stop) = self.stops.get(self.at()) else { return Vec::new() };
        let head = match stop.leaning.is_empty() {
            true => format!("No objective leans on {}", stop.reference),
            false => format!("On {} lean", stop.reference),
        };
        let leaning = stop.leaning.iter().map(|line| Line::raw(text::cut(&format!("  {line}"), width)));
        std::iter::once(Line::styled(text::cut(&head, width), theme.quiet())).chain(leaning).collect()
    }
}

fn height(model: &Model) -> usize {
    layout::screen(model.size).map_or(1, |screen| usize::from(screen.body.height.saturating_sub(4)) / 2)
}

impl Sheet for PolicyWalk {
    fn scopes(&self) -> Vec<Scope> {
        match self.typing {
            Typing::Nothing => vec![Scope::PolicyWalk],
            _ => vec![Scope::Form],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match self.typing {
            Typing::Version => Some(&mut self.version),
            Typing::Words => Some(&mut self.words),
            Typing::Nothing => None,
        }
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::KeepCommitment => self.answer(Walked::Kept, model),
            Action::ChangeCommitment => self.change(),
            Action::DropCommitment => self.answer(Walked::Dropped, model),
            Action::Confirm | Action::Save => self.confirm(model),
            Action::Back if matches!(self.typing, Typing::Words) => {
                self.typing = Typing::Nothing;
                Step::stay()
            }
            Action::Back => Step::close().saying(StatusLine::note("the policy stays as it is")),
            _ => {
                self.listing.act(action, self.stops.len(), height(model));
                Step::stay()
            }
        }
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(outcome) => {
                let warned = outcome.warnings.iter().map(|warning| format!("; {warning}")).collect::<String>();
                Step::close().saying(StatusLine::done(format!("{}{warned}", outcome.summary)))
            }
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
        }
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let old =
            if self.old_version.is_empty() { String::new() } else { format!(" after version {}", self.old_version) };
        let title = format!("Policy {}, new version{old}", self.policy);
        let room = usize::from(body.width).saturating_sub(5);
        let name = vec![Span::styled(text::cut(&title, room), theme.strong())];
        let inside = pane::frame(frame, body, theme, true, name);
        let area = Rect { x: inside.x + 1.min(inside.width), width: inside.width.saturating_sub(2), ..inside };
        let (label, typed) = match self.typing {
            Typing::Words => ("It says now", &self.words),
            _ => ("New version", &self.version),
        };
        let (shown, caret) = typed.window(area.width.saturating_sub(LABEL));
        let asked =
            Line::from(vec![Span::styled(text::left(label, usize::from(LABEL)), theme.quiet()), Span::raw(shown)]);
        let width = usize::from(area.width);
        let half = height(model);
        let window = self.listing.window(self.stops.len(), half);
        let top = window.start;
        let list = window.map(|at| self.line(at, theme, width));
        let lines =
            [asked, Line::default()].into_iter().chain(list).chain([Line::default()]).chain(self.foot(theme, width));
        pane::lines(frame, area, lines);
        let (x, y) = match self.typing {
            Typing::Nothing => (area.x, area.y.saturating_add(2 + (self.at() - top) as u16)),
            _ => (area.x.saturating_add(LABEL + caret), area.y),
        };
        if area.width > 0 && y < area.bottom() {
            frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), y));
        }
    }
}
