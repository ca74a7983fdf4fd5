//! A starter objective.

use serde::Deserialize;

use super::Mark;
use crate::domain::objective::{Criterion, Definition, Direction, Kind, Operator};
use crate::domain::period::{Date, Frequency};
use crate::domain::quantity::Decimal;

/// What is to be answered before a template is used.
pub const QUESTIONS: [&str; 2] =
    ["Which policy line or risk does it serve?", "Who says that this target is right here?"];

/// One objective to begin with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// 1..=26, its place in the list.
    pub number: u8,
    /// Its short name.
    pub slug: String,
    /// The result to be achieved.
    pub title: String,
    /// Name of the metric; empty for a milestone.
    #[serde(default)]
    pub metric: String,
    /// How the value is computed; empty for a milestone.
    #[serde(default)]
    pub formula: String,
    /// Unit of the values.
    #[serde(default)]
    pub unit: String,
    /// What reaching it means.
    pub kind: Kind,
    /// Which way is better; none for a milestone.
    pub direction: Option<Direction>,
    /// How often it is measured.
    pub frequency: Frequency,
    /// The function that usually owns it: a hint to read, never filled in.
    pub owner_function: String,
    /// The policy commitment it usually serves, in words.
    pub commitment: String,
    /// The risk it usually lowers, in words.
    pub risk: String,
    /// Controls of Annex A in the numbering of 2022.
    #[serde(default)]
    pub annex_a: Vec<String>,
    /// Clauses it serves beside 6.2.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// What to mind when it is used.
    pub note: String,
    /// The figure to read beside it, so that a rate does not hide its volume; empty for none.
    #[serde(default)]
    pub pair: String,
    /// What a milestone must show; their dates are the user's.
    #[serde(default)]
    pub criteria: Vec<String>,
    /// A usual target; none where it depends on the start value or the place.
    pub suggestion: Option<Suggestion>,
    /// Targets others have published.
    #[serde(default)]
    pub published: Vec<Published>,
    /// Kinds of sources it answers where no word of theirs says more.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Words that lead to it; `patch*` stands for every word that starts so.
    pub keywords: Vec<String>,
    /// Measured sentences that can replace a slogan.
    pub rewrites: Vec<String>,
}

/// A usual target.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// How a value is held against it.
    pub operator: Operator,
    /// The value; the lower edge of a range.
    pub target: Decimal,
    /// The upper edge of a range.
    pub target_high: Option<Decimal>,
    /// How far it can be trusted.
    pub mark: Mark,
    /// Where it was read; empty for common practice.
    #[serde(default)]
    pub source: String,
}

/// A target others have published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// In words.
    pub text: String,
    /// How far it can be trusted.
    pub mark: Mark,
    /// Where it was read; empty for common practice.
    #[serde(default)]
    pub source: String,
}

impl Template {
    /// A draft to go on with, measured from `start` on. Function, owner, start value, due date, plan, evidence and links
    /// stay empty: they are the user's.
    pub fn draft(&self, start: Date) -> Definition {
        let suggestion = self.suggestion.as_ref();
        let criterion = |text: &String| Criterion { text: text.clone(), planned: None };
        Definition {
            kind: self.kind,
            metric: self.metric.clone(),
            formula: self.formula.clone(),
            unit: self.unit.clone(),
            direction: self.direction,
            operator: suggestion.map(|s| s.operator),
            target: suggestion.map(|s| s.target),
            target_high: suggestion.and_then(|s| s.target_high),
            frequency: self.frequency,
            criteria: self.criteria.iter().map(criterion).collect(),
            ..Definition::titled(&self.title, start)
        }
    }

    /// The usual target with where it comes from, as people read it; `None` where there is none.
    pub fn suggestion_text(&self) -> Option<String> {
        let suggestion = self.suggestion.as_ref()?;
        let target = self.draft(Date::MIN).target_text();
        let source = if suggestion.source.is_empty() { String::new() } else { format!(": {}", suggestion.source) };
        Some(format!("{target} ({}{source})", suggestion.mark.word()))
    }
}
