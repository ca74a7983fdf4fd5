//! The steps from a file to a filled register, in their order.

use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// A step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Which file.
    #[default]
    File,
    /// Which of its sheets.
    Sheet,
    /// Which row names the columns.
    Header,
    /// What each column is read as.
    Columns,
    /// What only a person can say.
    Questions,
    /// What becomes of each row, the refused first.
    Check,
    /// Who approved the set, and when.
    Approval,
    /// What will be written; the only step that writes.
    Write,
    /// What came in.
    Done,
}

impl Stage {
    /// In their order.
    pub const ALL: [Stage; 9] = [
        Stage::File,
        Stage::Sheet,
        Stage::Header,
        Stage::Columns,
        Stage::Questions,
        Stage::Check,
        Stage::Approval,
        Stage::Write,
        Stage::Done,
    ];

    /// Its name in the line of steps.
    pub fn name(self) -> &'static str {
        match self {
            Stage::File => "File",
            Stage::Sheet => "Sheet",
            Stage::Header => "Header",
            Stage::Columns => "Columns",
            Stage::Questions => "Questions",
            Stage::Check => "Check",
            Stage::Approval => "Approved",
            Stage::Write => "Take over",
            Stage::Done => "Done",
        }
    }
}

/// The line of steps: done, here, still to come. Where it does not fit, the step with its place among them.
pub fn strip(here: Stage, stages: &[Stage], theme: Theme, width: usize) -> Line<'static> {
    let shown: Vec<Stage> =
        stages.iter().copied().filter(|stage| *stage != Stage::Done || here == Stage::Done).collect();
    let fitting = ["   ", "  ", " "].into_iter().map(|gap| spaced(here, &shown, gap, theme));
    if let Some(line) = fitting.into_iter().find(|line| line.width() <= width) {
        return line;
    }
    let place = shown.iter().position(|stage| *stage == here).map_or(0, |at| at + 1);
    let said = format!(" {} {}, step {place} of {}", theme.sign("▸"), here.name(), shown.len());
    Line::styled(text::cut(&said, width), theme.strong())
}

fn spaced(here: Stage, shown: &[Stage], gap: &'static str, theme: Theme) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    for stage in shown {
        let (mark, style) = match stage.cmp(&here) {
            std::cmp::Ordering::Less => (theme.sign("✓"), theme.plain()),
            std::cmp::Ordering::Equal => (theme.sign("▸"), theme.strong()),
            std::cmp::Ordering::Greater => (theme.sign("·"), theme.quiet()),
        };
        spans.push(Span::styled(format!("{mark} {}", stage.name()), style));
        spans.push(Span::raw(gap));
    }
    spans.pop();
    Line::from(spans)
}
