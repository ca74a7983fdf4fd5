//! The starter catalogue: objectives to begin with, and what regulators publish to be measured.
//!
//! It is data in `assets/catalogue`. A template sets what is measured and how; it never fills owner, start value,
//! resources or evidence (DOMAIN section 8.1).

mod matching;
mod scorecard;
mod template;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use matching::{Rewrite, find, for_source, rewrites_for};
pub use scorecard::{Band, Parameter, RhythmPoint, Scorecard};
pub use template::{Published, QUESTIONS, Suggestion, Template};

const TEMPLATES: &str = include_str!("../../../assets/catalogue/templates.toml");

const SCORECARDS: &[&str] = &[
    include_str!("../../../assets/catalogue/scorecards/sebi-cscrf-cci.toml"),
    include_str!("../../../assets/catalogue/scorecards/sebi-cscrf.toml"),
    include_str!("../../../assets/catalogue/scorecards/rbi-it-governance.toml"),
    include_str!("../../../assets/catalogue/scorecards/eu-dora.toml"),
    include_str!("../../../assets/catalogue/scorecards/eu-nis2-2690.toml"),
    include_str!("../../../assets/catalogue/scorecards/us-fisma-cap.toml"),
];

/// How far a figure of the catalogue can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// Read in the source it names.
    #[serde(rename = "seen")]
    Seen,
    /// Used by many; needs a choice of one's own.
    #[serde(rename = "common practice")]
    CommonPractice,
    /// From a transcription: check it with the original before reporting by it.
    #[serde(rename = "second-hand")]
    SecondHand,
}

impl Mark {
    /// What people read beside the figure.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Seen => "seen",
            Mark::CommonPractice => "common practice",
            Mark::SecondHand => "second-hand, check with the original",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    #[serde(rename = "template")]
    templates: Vec<Template>,
}

/// The templates, in the order of their numbers. The files are part of the program, and a test reads each of them.
pub fn templates() -> &'static [Template] {
    static READ: LazyLock<Vec<Template>> =
        LazyLock::new(|| toml::from_str::<TemplateFile>(TEMPLATES).expect("templates.toml is well formed").templates);
    &READ
}

/// The scorecards of regulators.
pub fn scorecards() -> &'static [Scorecard] {
    static READ: LazyLock<Vec<Scorecard>> = LazyLock::new(|| {
        let read = |text: &&str| toml::from_str(text).expect("a scorecard file is well formed");
        SCORECARDS.iter().map(read).collect()
    });
    &READ
}

/// The template of that slug.
pub fn template(slug: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.slug == slug)
}
