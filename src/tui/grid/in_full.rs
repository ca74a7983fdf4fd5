//! A reading in full: its value, what it means, and every entry there was for its period.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Refusal;
use crate::app::view::Dossier;
use crate::domain::period::Period;
use crate::domain::reading::Reading;
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::{figures, pane, text};

/// The readings of one period.
#[derive(Debug)]
pub struct InFull {
    code: String,
    period: Period,
    dossier: Option<Box<Dossier>>,
    problem: Option<String>,
    top: usize,
}

impl InFull {
    /// Of this objective and period.
    pub fn new(code: String, period: Period) -> InFull {
        InFull { code, period, dossier: None, problem: None, top: 0 }
    }

    fn lines(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        let Some(dossier) = &self.dossier else {
            let said = self.problem.clone().unwrap_or_else(|| "reading it".to_owned());
            return text::wrap(&said, width, 4).into_iter().map(Line::raw).collect();
        };
        let mut entries: Vec<&Reading> =
            dossier.readings.iter().filter(|reading| self.period.contains(reading.measured_on)).collect();
        entries.sort_by_key(|r| std::cmp::Reverse((r.measured_on, r.known_from, r.seq, r.revision)));
        let mut lines = Vec::new();
        for (at, reading) in entries.iter().enumerate() {
            let standing = at == entries.iter().position(|r| r.voided_seq.is_none()).unwrap_or(0);
            lines.extend(entry(reading, standing && reading.voided_seq.is_none(), dossier, theme, width));
            lines.push(Line::default());
        }
        let notes = dossier.not_measured.iter().filter(|note| note.period_end == self.period.end);
        for note in notes {
            let said = format!("not measured: “{}”, {}, {}", note.reason, note.by, figures::day(note.on));
            lines.extend(text::wrap(&said, width, 4).into_iter().map(Line::raw));
        }
        lines
    }
}

fn entry(reading: &Reading, stands: bool, dossier: &Dossier, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let definition = &dossier.row.objective.definition;
    let value = figures::value(&reading.value, definition.unit_is_percent(), &definition.unit);
    let counted =
        if reading.value.as_typed() == value { String::new() } else { format!("  {}", reading.value.as_typed()) };
    let word = match reading.voided_on {
        Some(day) => format!("taken back {}", figures::day(day)),
        None if stands => "stands".to_owned(),
        None => "replaced".to_owned(),
    };
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{value}{counted}"), if stands { theme.strong() } else { theme.plain() }),
        Span::styled(format!("   {word}"), theme.quiet()),
    ])];
    let day = |date: Option<crate::domain::period::Date>| date.map(figures::day).unwrap_or_default();
    let who = |name: &str, when: String| match (name, when.as_str()) {
        ("", when) => when.to_owned(),
        (name, "") => name.to_owned(),
        (name, when) => format!("{name}, {when}"),
    };
    let meaning = if reading.evaluation.is_empty() { String::new() } else { format!("“{}”", reading.evaluation) };
    let judged = if reading.automatic { "in a block".to_owned() } else { reading.evaluated_by.clone() };
    let facts = [
        ("Measured on", figures::day(reading.measured_on)),
        ("Meaning", who(&meaning, if meaning.is_empty() { String::new() } else { judged })),
        ("Decided", reading.decision.map(words::decision).unwrap_or_default().to_owned()),
        ("From", who(&reading.reported_by, day(reading.reported_on))),
        ("Source", reading.source.clone()),
        ("Proof", reading.evidence.clone()),
        ("Why corrected", reading.reason.clone()),
        ("Entered", format!("{}, {}, history {}", reading.entered_by, figures::day(reading.entered_on), reading.seq)),
    ];
    for (label, said) in facts.into_iter().filter(|(_, said)| !said.is_empty()) {
        for (at, piece) in text::wrap(&said, width.saturating_sub(16), 6).into_iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            lines.push(Line::from(vec![
                Span::styled(format!("  {}", text::left(label, 14)), theme.quiet()),
                Span::raw(piece),
            ]));
        }
    }
    lines
}

impl Sheet for InFull {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::ReadingInFull, Scope::Moving]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Dossier(self.code.clone()))
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            _ => {
                let (width, height) = model.size;
                let lines = self.lines(model.theme, usize::from(width.saturating_sub(6))).len();
                self.top = moving::scrolled(self.top, action, usize::from(height.saturating_sub(6)), lines);
                Step::stay()
            }
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Dossier(dossier)) => self.dossier = Some(dossier),
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Dossier(self.code.clone()))
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let label = self.dossier.as_ref().map(|dossier| {
            let row = &dossier.row;
            row.calendar(&dossier.rules).period_label(row.objective.definition.frequency, self.period)
        });
        let name = vec![
            Span::styled("Reading", theme.strong()),
            Span::raw(format!("  {}  {}", self.code, label.unwrap_or_default())),
        ];
        let inside = pane::frame(frame, body, theme, true, name);
        let room = Rect { x: inside.x + 1.min(inside.width), width: inside.width.saturating_sub(2), ..inside };
        let lines = self.lines(theme, usize::from(room.width));
        pane::lines(frame, room, lines.into_iter().skip(self.top));
    }
}
