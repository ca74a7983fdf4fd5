//! Filled sheets taken back: where they lie, what they say, who is silent, what clashes; then all of it in one step.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::replies::view::{Fate, FileReply, Replies, ReplyLine};
use crate::app::{Command, Outcome, Refusal};
use crate::domain::text::one_line;
use crate::domain::words::counted;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::layout;
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::prompt::{self, Echo};
use crate::tui::widgets::{pane, text};

/// Replies on their way in.
#[derive(Debug, Default)]
pub struct TakingSheet {
    from: TextField,
    refused: Option<String>,
    /// What they say, once they were read.
    replies: Option<Box<Replies>>,
    /// What clashes or is refused may stay out: one more Enter takes the rest.
    leaves_out: bool,
    top: usize,
}

impl TakingSheet {
    /// Before anything was read.
    pub fn new() -> TakingSheet {
        TakingSheet::default()
    }

    fn path(&self) -> PathBuf {
        PathBuf::from(self.from.text().trim())
    }

    fn take(&mut self) -> Step {
        let Some(replies) = &self.replies else { return Step::stay() };
        let writes = replies.lines().filter(|line| line.fate.writes()).count();
        if writes == 0 {
            return Step::say(StatusLine::note("nothing in these files is new"));
        }
        if replies.stopping() > 0 && !self.leaves_out {
            self.leaves_out = true;
            let out = counted(replies.stopping(), "answer or file stays", "answers and files stay");
            return Step::say(StatusLine::refused(format!("{out} out; Enter once more takes the rest")));
        }
        Step::run(Command::TakeInReplies { from: self.path(), leave_out: self.leaves_out })
    }

    fn height(model: &Model) -> usize {
        layout::screen(model.size).map_or(1, |screen| usize::from(screen.body.height.saturating_sub(2)).max(1))
    }

    fn lines(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        let Some(replies) = &self.replies else { return Vec::new() };
        let mut lines = Vec::new();
        for file in &replies.files {
            lines.push(Line::styled(text::cut(&head(file), width), theme.strong()));
            lines.extend(
                file.notes
                    .iter()
                    .map(|note| Line::styled(text::cut(&format!("  {}", one_line(note)), width), theme.quiet())),
            );
            lines.extend(file.lines.iter().map(|line| answer(line, theme, width)));
            lines.push(Line::raw(""));
        }
        if !replies.silent.is_empty() {
            lines.push(Line::styled("Silent: asked, and no answer in these files", theme.strong()));
        }
        for silent in &replies.silent {
            let said = format!("  {}: {}", silent.name, silent.owes.join(", "));
            lines.extend(text::wrap(&one_line(&said), width, 4).into_iter().map(Line::raw));
        }
        lines
    }
}

/// `okafor.xlsx  R. Okafor, 2 rows left open`
fn head(file: &FileReply) -> String {
    match &file.problem {
        Some(problem) => one_line(&format!("{}: {problem}", file.name)).into_owned(),
        None => {
            let open = counted(file.left_open, "row left open", "rows left open");
            one_line(&format!("{}  {}, {open}", file.name, file.by)).into_owned()
        }
    }
}

fn answer(line: &ReplyLine, theme: Theme, width: usize) -> Line<'static> {
    let (sign, style) = match line.fate {
        Fate::Clash | Fate::Refused => ("✗", theme.bad()),
        Fate::Unchanged => ("–", theme.quiet()),
        Fate::NotKnown => ("?", theme.strong()),
        _ => ("✓", theme.plain()),
    };
    let said = one_line(&format!("{}  {}  {}", line.what, line.fate.word(), line.text)).into_owned();
    Line::from(vec![
        Span::raw("  "),
        Span::styled(theme.sign(sign), style),
        Span::styled(text::cut(&format!(" {said}"), width.saturating_sub(3)), style),
    ])
}

impl Sheet for TakingSheet {
    fn scopes(&self) -> Vec<Scope> {
        match self.replies {
            None => vec![Scope::Prompt],
            Some(_) => vec![Scope::Replies, Scope::Moving],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        self.replies.is_none().then_some(&mut self.from)
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.refused = None;
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            Action::Confirm if self.replies.is_some() => self.take(),
            Action::Confirm if self.from.text().trim().is_empty() => Step::stay(),
            Action::Confirm => Step::ask(Question::Replies(self.path())),
            _ => {
                let count = self.lines(model.theme, usize::from(model.size.0.saturating_sub(2))).len();
                self.top = moving::scrolled(self.top, action, TakingSheet::height(model), count);
                Step::stay()
            }
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Replies(replies)) => (self.replies, self.top) = (Some(replies), 0),
            Ok(_) => {}
            Err(refusal) => self.refused = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(_) => Step::close(),
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
        }
    }

    fn covers(&self) -> bool {
        self.replies.is_some()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let Some(replies) = &self.replies else {
            let echo = match &self.refused {
                Some(why) => Echo::Refused(why.clone()),
                None => Echo::Hint(
                    "a folder with filled reply sheets, or one of them; first you see what they say".to_owned(),
                ),
            };
            return prompt::view(frame, body, theme, "Take replies from", &self.from, &echo);
        };
        let writes = replies.lines().filter(|line| line.fate.writes()).count();
        let said = format!("  {} to take in, {} out", counted(writes, "answer", "answers"), replies.stopping());
        let name = vec![Span::styled("Replies", theme.strong()), Span::raw(said)];
        let inside = pane::frame_with_end(frame, body, theme, true, name, vec![Span::raw("nothing is saved yet")]);
        let lines = self.lines(theme, usize::from(inside.width));
        pane::lines(frame, inside, lines.into_iter().skip(self.top).take(usize::from(inside.height)));
    }
}
