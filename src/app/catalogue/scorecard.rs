//! What a regulator or a framework publishes to be measured: the names that tags on metrics refer to.

use serde::Deserialize;

use super::Mark;
use crate::domain::objective::Direction;
use crate::domain::period::Frequency;
use crate::domain::quantity::Decimal;

/// One published set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scorecard {
    /// The tag people write, such as `SEBI CSCRF CCI`.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Who publishes it.
    pub issuer: String,
    /// Document, number and date.
    pub reference: String,
    /// How far this description of the whole can be trusted; every datum has its own.
    pub mark: Mark,
    /// What to mind.
    pub note: String,
    /// What is to be measured or shown.
    #[serde(rename = "parameter", default)]
    pub parameters: Vec<Parameter>,
    /// What is due how often.
    #[serde(rename = "rhythm", default)]
    pub rhythms: Vec<RhythmPoint>,
    /// What a sum of weights is called.
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// One parameter of a scorecard.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its place in the list, from 1.
    pub number: u32,
    /// In words.
    pub title: String,
    /// Weight in percent of the whole.
    pub weight: Option<u8>,
    /// Standards or articles it belongs to, by the issuer's ids.
    #[serde(default)]
    pub standards: Vec<String>,
    /// Unit of its target; empty where the set does not say.
    #[serde(default)]
    pub unit: String,
    /// Which way is better; `None` for what is no number, or where the set does not say.
    pub direction: Option<Direction>,
    /// The target as published; `None` where none was seen.
    pub target: Option<Decimal>,
    /// Published values to be reached one after the other.
    #[serde(default)]
    pub steps: Vec<Decimal>,
    /// Whether it is a number at all.
    #[serde(default = "yes")]
    pub numeric: bool,
    /// Slug of the template that measures it.
    pub template: Option<String>,
    /// How far the figures can be trusted.
    pub mark: Mark,
    /// What to mind.
    #[serde(default)]
    pub note: String,
}

/// Something due in a rhythm.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RhythmPoint {
    /// In words.
    pub what: String,
    /// How often.
    pub frequency: Frequency,
    /// Slug of the template that measures it.
    pub template: Option<String>,
    /// How far it can be trusted.
    pub mark: Mark,
}

/// What a range of the sum is called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lowest sum of the band, in percent.
    pub from: u8,
    /// Highest sum of the band, in percent.
    pub to: u8,
    /// Its word.
    pub word: String,
    /// How far it can be trusted.
    pub mark: Mark,
}

fn yes() -> bool {
    true
}
