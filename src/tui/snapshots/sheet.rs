//! Frozen registers as a screen: a list, the newest first, the way back to each, and what is compared.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::ComparisonSheet;
use crate::app::Refusal;
use crate::app::papers::Paper;
use crate::app::view::{KnownAt, Lens, SnapshotEntry};
use crate::tui::effect::Question;
use crate::tui::export::ExportSheet;
use crate::tui::form::opens;
use crate::tui::form::records;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{body, cursor, text_room};
use crate::tui::widgets::{figures, pane, text};

/// The screen.
#[derive(Debug, Default)]
pub struct SnapshotsSheet {
    /// `None` until it was read.
    snapshots: Option<Vec<SnapshotEntry>>,
    problem: Option<String>,
    listing: Listing,
    /// The number of the one that waits to be compared with another.
    marked: Option<i64>,
}

impl SnapshotsSheet {
    /// The screen before anything was read.
    pub fn new() -> SnapshotsSheet {
        SnapshotsSheet::default()
    }

    fn len(&self) -> usize {
        self.snapshots.as_ref().map_or(0, Vec::len)
    }

    fn selected(&self) -> Option<&SnapshotEntry> {
        self.snapshots.as_ref()?.get(self.listing.selected)
    }

    /// Marks the selected one; on the marked one takes the mark off.
    fn mark(&mut self, model: &Model) -> Step {
        let Some(number) = self.selected().map(|snapshot| snapshot.number) else { return Step::stay() };
        self.marked = Some(number).filter(|_| self.marked != Some(number));
        match self.marked {
            None => Step::stay(),
            Some(_) => {
                let key = model.key_for(Action::Compare);
                Step::say(StatusLine::note(format!("snapshot {number} is marked; {key} on another one compares them")))
            }
        }
    }

    /// Compares the marked one with the selected one; without a mark, or on it, with now.
    fn compare(&self) -> Step {
        let Some(number) = self.selected().map(|snapshot| snapshot.number) else { return Step::stay() };
        let other = self.marked.filter(|marked| *marked != number);
        let said = StatusLine::note("comparing writes nothing");
        Step { opens: Some(Box::new(ComparisonSheet::new(number, other))), ..Step::say(said) }
    }

    /// Asks where the pack of the selected one is written to.
    fn export(&self, model: &Model) -> Step {
        match self.selected() {
            Some(snapshot) => {
                let sheet = ExportSheet::paper(Paper::Pack(snapshot.number), model);
                Step { opens: Some(Box::new(sheet)), ..Step::default() }
            }
            None => Step::say(StatusLine::note(self.empty(model))),
        }
    }

    fn jump(&self, model: &Model) -> Step {
        let Some(snapshot) = self.selected() else { return Step::stay() };
        let lens = Lens { as_of: Some(snapshot.as_of), known_at: Some(KnownAt::Seq(snapshot.seq)) };
        let status = StatusLine::note("nothing is written while the screen looks back")
            .hint(format!("{} goes back to now", model.key_for(Action::Now)));
        Step { look: Some(lens), status: Some(status), ..Step::close() }
    }

    fn empty(&self, model: &Model) -> String {
        match (&self.problem, &self.snapshots) {
            (Some(problem), _) => problem.clone(),
            (None, None) => "reading the snapshots".to_owned(),
            _ => format!(
                "nothing was frozen yet; {} freezes the register as of now, for management review",
                model.key_for(Action::Snapshot)
            ),
        }
    }
}

fn line(snapshot: &SnapshotEntry, (selected, marked): (bool, bool), theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let chosen = if marked { theme.sign("◆") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let objectives = if snapshot.objectives == 1 { "objective" } else { "objectives" };
    let hash = snapshot.hash.get(..16).unwrap_or(&snapshot.hash);
    let counted = format!("{} {objectives}", snapshot.objectives);
    let stated = format!("{counted}  state {}", snapshot.seq);
    let hashed = format!("{stated}  {hash}");
    let head = format!("{chosen}{}  {}  ", text::right(&snapshot.number.to_string(), 3), figures::day(snapshot.as_of));
    let name = if snapshot.name.is_empty() { "without a name" } else { &snapshot.name };
    // The name is what people know it by: the facts give way to it.
    let beside = width.saturating_sub(3 + text::width(&head));
    let left_over = beside.saturating_sub(text::width(name).min(width / 2));
    let ways = [hashed, stated, counted];
    let facts = ways.into_iter().find(|facts| text::width(facts) <= left_over).unwrap_or_default();
    let room = beside.saturating_sub(text::width(&facts));
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(head, style),
        Span::styled(text::left(name, room), style),
        Span::raw("  "),
        Span::styled(facts, theme.quiet()),
    ])
}

impl Sheet for SnapshotsSheet {
    fn scopes(&self) -> Vec<Scope> {
        let own = if self.marked.is_some() { Scope::SnapshotMarked } else { Scope::Snapshots };
        vec![own, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Snapshots)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back if self.marked.is_some() => {
                self.marked = None;
                Step::stay()
            }
            Action::Back => Step::close(),
            Action::Mark => self.mark(model),
            Action::Compare => self.compare(),
            Action::Snapshot => opens(records::snapshot(), model),
            Action::Export => self.export(model),
            Action::JumpThere => self.jump(model),
            _ => {
                self.listing.act(action, self.len(), usize::from(text_room(body(model)).height));
                Step::stay()
            }
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Snapshots(snapshots)) => {
                self.listing.selected = self.listing.selected.min(snapshots.len().saturating_sub(1));
                self.snapshots = Some(snapshots);
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Snapshots)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Snapshots)
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Snapshots)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        pane::frame(frame, body, theme, true, vec![Span::styled("Snapshots", theme.strong())]);
        let inside = text_room(body);
        if self.len() == 0 {
            let lines = text::wrap(&self.empty(model), usize::from(inside.width), 4).into_iter().map(Line::raw);
            return pane::lines(frame, inside, lines);
        }
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let snapshots = self.snapshots.as_deref().unwrap_or_default();
        let window = self.listing.window(snapshots.len(), usize::from(inside.height));
        let at = self.listing.selected.saturating_sub(window.start);
        let lines = window.map(|place| {
            let snapshot = &snapshots[place];
            let marks = (place == self.listing.selected, self.marked == Some(snapshot.number));
            line(snapshot, marks, theme, usize::from(wide.width))
        });
        pane::lines(frame, wide, lines);
        cursor(frame, wide, at, false);
    }
}
