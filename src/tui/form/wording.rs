//! What stands in sight while an objective is written: where a template leads, and how a title could be measured.

use ratatui::text::Line;

use super::field::Fields;
use crate::app::catalogue::{QUESTIONS, Template, rewrites_for};
use crate::app::view::SettingEntry;
use crate::domain::objective::{Criterion, Definition, Kind};
use crate::domain::period::Date;
use crate::domain::slogan::{ABSOLUTE_PROMISES, VAGUE_VERBS, absolute_promise, is_slogan};
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// The words titles are judged by: the lists of the checks, as the register has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordLists {
    verbs: Vec<String>,
    promises: Vec<String>,
}

impl Default for WordLists {
    fn default() -> WordLists {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        WordLists { verbs: owned(VAGUE_VERBS), promises: owned(ABSOLUTE_PROMISES) }
    }
}

impl WordLists {
    /// The lists among the register's settings; one that is not there stays as it is.
    pub fn learn(&mut self, settings: &[SettingEntry]) {
        let lists = [("rc-03.verbs", &mut self.verbs), ("rc-04.words", &mut self.promises)];
        for (name, list) in lists {
            if let Some(entry) = settings.iter().find(|entry| entry.name == name) {
                *list = entry.value.split(',').map(|word| word.trim().to_owned()).collect();
            }
        }
    }

    /// What a title needs to be met or missed, with measured sentences that could stand in its place. Nothing where the
    /// answers can be met or missed already.
    pub fn hint(&self, fields: &Fields, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let title = fields.said("title");
        let cells = usize::from(width).saturating_sub(2);
        if let Some(promise) = absolute_promise(title, &self.promises) {
            let said = format!("“{promise}” is an outcome nobody can control or prove; aim at the work you control.");
            return told(&said, theme, cells);
        }
        if !is_slogan(&answered(fields), &self.verbs) {
            return Vec::new();
        }
        let mut lines = told("What number would show it is done? Measured, it could read:", theme, cells);
        for rewrite in rewrites_for(title) {
            lines.push(Line::raw(format!("   {}", text::cut(rewrite.text, cells.saturating_sub(2)))));
        }
        lines
    }
}

/// What a template asks, and where its target comes from.
pub fn template(template: &Template, theme: Theme, width: u16) -> Vec<Line<'static>> {
    let cells = usize::from(width).saturating_sub(2);
    let mut said = vec![format!("Template {} of the starter catalogue. {}", template.number, QUESTIONS.join(" "))];
    said.extend(template.suggestion_text().map(|target| format!("Suggested target {target}")));
    said.extend(Some(format!("Read it beside: {}", template.pair)).filter(|_| !template.pair.is_empty()));
    said.push(template.note.clone());
    said.iter().flat_map(|sentence| told(sentence, theme, cells)).collect()
}

fn told(sentence: &str, theme: Theme, cells: usize) -> Vec<Line<'static>> {
    text::wrap(sentence, cells, 2).into_iter().map(|part| Line::styled(format!(" {part}"), theme.quiet())).collect()
}

/// As much of the content as says whether it can be met or missed.
fn answered(fields: &Fields) -> Definition {
    let criteria =
        fields.0.iter().filter(|field| field.name.starts_with("criteria.") && !field.answer().trim().is_empty());
    Definition {
        kind: Kind::from_word(fields.said("kind")).unwrap_or(Kind::Maintain),
        metric: fields.owned("metric"),
        target: fields.number("target"),
        criteria: criteria.map(|field| Criterion { text: field.answer().to_owned(), planned: None }).collect(),
        ..Definition::titled(fields.said("title"), Date::MIN)
    }
}
