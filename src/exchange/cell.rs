//! Words in cells: what people write for our closed vocabularies.

use super::number::is_blank;
use super::target_cell::operator_named;
use crate::domain::objective::{Direction, Kind, Level, Lifecycle, Operator};
use crate::domain::period::Frequency;
use crate::domain::reading::DecisionKind;
pub use crate::domain::text::bare;

/// The kind of an objective.
pub fn kind(text: &str) -> Option<Kind> {
    Kind::from_word(text).or_else(|| match lower(text).as_str() {
        "sustain" | "keep" | "maintenance" | "continuous" => Some(Kind::Maintain),
        "achieve" | "improve" | "improvement" | "target by date" => Some(Kind::Reach),
        "project" | "deliverable" | "milestones" => Some(Kind::Milestone),
        _ => None,
    })
}

/// Which way is better; a direction column may also name the operator: `at least`, `under`, `between`.
pub fn direction(text: &str) -> Option<(Direction, Option<Operator>)> {
    let plain = Direction::from_word(text).or_else(|| match lower(text).as_str() {
        "increase" | "increasing" | "up" | "maximise" | "maximize" | "higher is better" | "more" => {
            Some(Direction::Higher)
        }
        "decrease" | "decreasing" | "reduce" | "down" | "minimise" | "minimize" | "lower is better" | "less" => {
            Some(Direction::Lower)
        }
        "band" | "within" | "within range" => Some(Direction::Range),
        _ => None,
    });
    plain.map(|direction| (direction, None)).or_else(|| {
        let operator = operator_named(text)?;
        Some((direction_of(operator)?, Some(operator)))
    })
}

/// The direction an operator stands for; `=` stands for none.
pub fn direction_of(operator: Operator) -> Option<Direction> {
    match operator {
        Operator::AtLeast | Operator::Above => Some(Direction::Higher),
        Operator::AtMost | Operator::Under => Some(Direction::Lower),
        Operator::Between => Some(Direction::Range),
        Operator::Equal => None,
    }
}

/// Where in the organization it stands.
pub fn level(text: &str) -> Option<Level> {
    Level::from_word(text).or_else(|| match lower(text).as_str() {
        "organisation" | "strategic" | "company" | "corporate" | "enterprise" | "group" => Some(Level::Organization),
        "tactical" | "department" | "division" | "business unit" => Some(Level::Function),
        "operational" | "individual" => Some(Level::Team),
        _ => None,
    })
}

/// How often it is measured.
pub fn frequency(text: &str) -> Option<Frequency> {
    Frequency::from_letter(text.trim()).or_else(|| match lower(text).as_str() {
        "weekly" | "week" | "every week" => Some(Frequency::W),
        "monthly" | "month" | "every month" => Some(Frequency::M),
        "quarterly" | "quarter" | "every quarter" => Some(Frequency::Q),
        "half yearly" | "half year" | "halfyearly" | "semi annual" | "semi annually" | "semiannual"
        | "semiannually" | "twice a year" | "every six months" => Some(Frequency::H),
        "yearly" | "year" | "annual" | "annually" | "every year" => Some(Frequency::Y),
        _ => None,
    })
}

/// Where it stands in its life.
pub fn lifecycle(text: &str) -> Option<Lifecycle> {
    Lifecycle::from_word(text).or_else(|| match lower(text).as_str() {
        "proposed" | "new" => Some(Lifecycle::Draft),
        "in force" | "active" | "approved" | "live" | "open" => Some(Lifecycle::InForce),
        "closed" => Some(Lifecycle::Retired),
        _ => None,
    })
}

/// What was decided.
pub fn decision(text: &str) -> Option<DecisionKind> {
    DecisionKind::from_word(text).or_else(|| match lower(text).as_str() {
        "carry on" => Some(DecisionKind::Continue),
        "action" => Some(DecisionKind::Act),
        "escalate to management review" => Some(DecisionKind::Escalate),
        _ => None,
    })
}

/// Yes or no.
pub fn yes(text: &str) -> Option<bool> {
    match lower(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A month of the year: `4`, `04`, `April`, `Apr`.
pub fn month(text: &str) -> Option<u8> {
    let text = lower(text);
    match text.parse::<u8>() {
        Ok(number) => (1..=12).contains(&number).then_some(number),
        Err(_) => text.parse::<chrono::Month>().ok().map(|month| month.number_from_month() as u8),
    }
}

/// Lower case, hyphens and underscores as blanks, one blank between words.
fn lower(text: &str) -> String {
    let words = text.split(|c: char| is_blank(c) || matches!(c, '-' | '_')).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
