//! How heavy a source is, from the words and numbers people write.

use std::cmp::Ordering;

use crate::domain::quantity::Decimal;
use crate::domain::text;

/// A level that can be compared. `high` stands above `medium`, 16 above 9; `high (20)` above `high (16)`. Where a
/// register mixes words and bare numbers, nobody knows what a number means on the scale of words: bare numbers stand
/// between `high` and `medium`, so that no word of the lower half crowds one out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    step: Step,
    number: Option<Decimal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Unknown,
    VeryLow,
    Low,
    Medium,
    Number,
    High,
    Critical,
}

impl Level {
    /// What a person wrote, read. What says nothing comparable is unknown, and stands below everything.
    pub fn of(said: &str) -> Level {
        let number = said.split(|c: char| !(c.is_ascii_digit() || c == '.')).find_map(|part| part.parse().ok());
        let step = match step_of(&text::words(said)) {
            Step::Unknown if number.is_some() => Step::Number,
            step => step,
        };
        Level { step, number }
    }

    /// Whether it says something that can be compared.
    pub fn is_known(self) -> bool {
        self.step != Step::Unknown
    }
}

fn step_of(words: &[String]) -> Step {
    let says = |word: &str| words.iter().any(|said| said == word);
    let very = says("very") || says("extremely");
    match () {
        () if ["critical", "extreme", "severe", "catastrophic"].into_iter().any(says) => Step::Critical,
        () if says("high") && very => Step::Critical,
        () if says("high") || says("major") => Step::High,
        () if ["medium", "moderate", "mid"].into_iter().any(says) => Step::Medium,
        () if says("negligible") || (says("low") && very) => Step::VeryLow,
        () if says("low") || says("minor") => Step::Low,
        () => Step::Unknown,
    }
}

impl Ord for Level {
    fn cmp(&self, other: &Level) -> Ordering {
        (self.step, self.number).cmp(&(other.step, other.number))
    }
}

impl PartialOrd for Level {
    fn partial_cmp(&self, other: &Level) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
