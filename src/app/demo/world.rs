//! The sample as it is written in `assets/demo`.

use serde::Deserialize;

use crate::app::Refusal;
use crate::app::refusal::RefusalKind;

const OBJECTIVES: &str = include_str!("../../../assets/demo/objectives.toml");
const READINGS: &str = include_str!("../../../assets/demo/readings.csv");
const REVIEWS: &str = include_str!("../../../assets/demo/reviews.toml");

/// Everything the sample tells. Dates are texts until the day it is opened is known.
pub(super) struct World {
    pub plan: Plan,
    pub readings: Vec<ReadingRow>,
    pub reviews: Vec<ReviewScript>,
}

/// Objectives and what happened to them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub organization: String,
    pub founded: String,
    pub approved: String,
    pub approved_by: String,
    pub approved_ref: String,
    #[serde(rename = "objective")]
    pub objectives: Vec<ObjectiveRow>,
    #[serde(rename = "change")]
    pub changes: Vec<ChangeRow>,
    #[serde(rename = "retirement")]
    pub retirements: Vec<RetirementRow>,
    #[serde(rename = "criterion")]
    pub criteria: Vec<CriterionRow>,
    #[serde(rename = "checkin")]
    pub checkins: Vec<CheckinRows>,
    pub not_measured: Vec<NotMeasuredRow>,
    #[serde(rename = "action")]
    pub actions: Vec<ActionRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(super) struct ObjectiveRow {
    pub code: String,
    pub title: String,
    pub kind: String,
    pub level: String,
    pub function: String,
    pub parent: String,
    pub owner: String,
    pub collector: String,
    pub metric: String,
    pub formula: String,
    pub data_source: String,
    pub unit: String,
    pub direction: String,
    pub operator: String,
    pub baseline: String,
    pub target: String,
    pub warn: String,
    pub floor: String,
    pub frequency: String,
    pub start: String,
    pub due: String,
    pub what: String,
    pub resources: String,
    pub how_evaluated: String,
    pub evaluator: String,
    pub why_target: String,
    /// `kind:reference|because`
    pub links: Vec<String>,
    pub tags: Vec<String>,
    pub cascade_note: String,
    pub review_on: String,
    pub granted: String,
    pub granted_by: String,
    pub granted_on: String,
    pub spent: String,
    /// `text|planned`
    pub criteria: Vec<String>,
    /// When it was written; with the others where left out.
    pub created: String,
    /// Never put in force.
    pub draft: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeRow {
    pub code: String,
    pub on: String,
    pub by: String,
    pub reason: String,
    pub baseline: String,
    pub due: String,
    pub approved: String,
    pub effective: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetirementRow {
    pub code: String,
    pub on: String,
    pub by: String,
    pub outcome: String,
    pub reason: String,
    pub decided_by: String,
    pub reference: String,
    pub successor: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionRow {
    pub code: String,
    pub number: u32,
    pub done: String,
    pub evidence: String,
}

/// One check-in at the end of each period, from `first` periods ago on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckinRows {
    pub code: String,
    pub by: String,
    pub first: i64,
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotMeasuredRow {
    pub code: String,
    pub period: String,
    pub on: String,
    pub by: String,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionRow {
    pub code: String,
    pub on: String,
    pub by: String,
    pub text: String,
    pub owner: String,
    pub due: String,
    #[serde(default)]
    pub done: String,
    #[serde(default)]
    pub evidence: String,
}

/// One entry of a value; a second one for the same period corrects the first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadingRow {
    pub code: String,
    /// How many periods ago, 1 is the one that closed last.
    pub ago: i64,
    pub value: String,
    /// Days after the end of the period on which it was entered.
    pub after: Option<u64>,
    /// The day it was entered where it did not follow the period.
    pub entered: String,
    pub by: String,
    pub meaning: String,
    pub decision: String,
    pub reason: String,
    pub evidence: String,
}

/// A meeting: what is answered where it is on the agenda.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewScript {
    pub on: String,
    pub kind: String,
    pub chair: String,
    pub attendees: Vec<String>,
    pub next: String,
    pub snapshot: String,
    /// Why a management review changes nothing in the list.
    #[serde(default)]
    pub no_change: String,
    #[serde(rename = "answer")]
    pub answers: Vec<AnswerScript>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(super) struct AnswerScript {
    pub code: String,
    pub meaning: String,
    pub decision: String,
    pub text: String,
    pub action: String,
    pub owner: String,
    pub due: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reviews {
    review: Vec<ReviewScript>,
}

impl World {
    /// Reads the sample that is part of the program.
    pub fn read() -> Result<World, Refusal> {
        let readings: Result<Vec<ReadingRow>, csv::Error> =
            csv::Reader::from_reader(READINGS.as_bytes()).deserialize().collect();
        Ok(World {
            plan: toml::from_str(OBJECTIVES).map_err(|e| unreadable("objectives.toml", &e))?,
            readings: readings.map_err(|e| unreadable("readings.csv", &e))?,
            reviews: toml::from_str::<Reviews>(REVIEWS).map_err(|e| unreadable("reviews.toml", &e))?.review,
        })
    }
}

/// A sample that does not say what it should: a fault of the program, named so that it can be found.
pub(super) fn unreadable(place: &str, why: &dyn std::fmt::Display) -> Refusal {
    Refusal::new(RefusalKind::Broken, format!("the sample is unreadable at {place}: {why}"))
}
