//! How a reading of one period is said: value, target then, distance, mark.

use super::columns::judged;
use super::slots::{Holds, Slot, Whose};
use crate::app::view::Dossier;
use crate::domain::objective::Operator;
use crate::domain::quantity::{Value, rounded};
use crate::domain::target::Standard;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::figures;

/// A figure with its unit.
fn with_unit(figure: &str, unit: &str) -> String {
    match unit.trim() {
        "" => figure.to_owned(),
        unit => format!("{figure} {unit}"),
    }
}

/// The value with its unit, with as many decimals as keep it on its side of the target; why there is none.
pub fn value(dossier: &Dossier, slot: &Slot) -> String {
    let definition = slot.definition(dossier);
    let percent = definition.unit_is_percent();
    match (slot.holds, slot.standard) {
        (Holds::Reading(standing), _) if standing.value.is_empty() => standing.value.shown(percent, 1),
        (Holds::Reading(standing), Some(standard)) => {
            with_unit(&standing.value.shown_against(percent, 1, standard.target), &definition.unit)
        }
        (Holds::Reading(standing), None) => with_unit(&standing.value.shown(percent, 1), &definition.unit),
        (Holds::Missing, _) => "missing".to_owned(),
        (Holds::NotMeasured(_), _) => "not measured".to_owned(),
        (Holds::Waiting(_), _) => "not in yet".to_owned(),
        (Holds::NotExpected, _) => "not expected".to_owned(),
    }
}

/// `43 of 47`; empty where nothing was counted.
pub fn counted(slot: &Slot) -> String {
    match slot.standing().map(|standing| &standing.value) {
        Some(Value::Share { numerator, denominator }) => format!("{numerator} of {denominator}"),
        _ => String::new(),
    }
}

/// `≥ 95 %`, `5 to 15 %`.
pub fn target(standard: &Standard, unit: &str, theme: Theme) -> String {
    let said = match (standard.operator, standard.target_high) {
        (Operator::Between, Some(high)) => format!("{} to {high}", standard.target),
        (operator, _) => format!("{} {}", operator.sign(), standard.target),
    };
    let said = if theme.ascii { said.replace('≥', ">=").replace('≤', "<=") } else { said };
    with_unit(&said, unit)
}

/// What the reading was held against; empty without a target.
pub fn target_then(dossier: &Dossier, slot: &Slot, theme: Theme) -> String {
    slot.standard.map(|standard| target(standard, &slot.definition(dossier).unit, theme)).unwrap_or_default()
}

/// `-3.5`: how far from the target, exactly, with its sign; 0 inside a range. Empty without both.
pub fn distance(dossier: &Dossier, slot: &Slot) -> String {
    let (Some(standing), Some(standard)) = (slot.standing(), slot.standard) else { return String::new() };
    let Some(exact) = standing.value.exact(slot.definition(dossier).unit_is_percent()) else { return String::new() };
    let (low, high) = (standard.target.ratio(), standard.target_high.unwrap_or(standard.target).ratio());
    let gap = if exact < low {
        &exact - low
    } else if exact > high {
        &exact - high
    } else {
        return "0".to_owned();
    };
    let said = rounded(&gap, 1);
    let small = said == "0" || said == "-0";
    match (small, said.starts_with('-')) {
        (true, _) => rounded(&gap, 4),
        (false, true) => said,
        (false, false) => format!("+{said}"),
    }
}

/// The verdict as mark and word, the pace of the newest reading on its way, else why there is none.
pub fn verdict(dossier: &Dossier, slot: &Slot, theme: Theme) -> (&'static str, String) {
    if let Some(verdict) = judged(dossier, slot) {
        let (mark, word) = theme.verdict_mark(verdict);
        return (mark, word.to_owned());
    }
    match slot.holds {
        Holds::Reading(standing) if standing.value.is_empty() => (theme.sign("–"), String::new()),
        Holds::Reading(standing) => {
            let newest = dossier.standings.last().is_some_and(|last| last.period == standing.period);
            let pace = dossier.row.judgement.pace.filter(|_| newest && matches!(slot.of, Whose::Own));
            (theme.sign("○"), pace.map_or("on its way", words::pace).to_owned())
        }
        Holds::Missing | Holds::NotMeasured(_) => ("?", String::new()),
        Holds::Waiting(_) | Holds::NotExpected => (theme.sign("·"), String::new()),
    }
}

/// What is particular about it, in words: `corrected, 30 days late`.
pub fn mark(dossier: &Dossier, slot: &Slot) -> String {
    let late = slot.late_by(dossier);
    let late = (late > 0).then(|| words::counted(late as usize, "day late", "days late"));
    let corrected = slot.corrected().then(|| "corrected".to_owned());
    let anew = slot.begins_anew.then(|| "measured anew".to_owned());
    let of = match slot.of {
        Whose::Before(old) => Some(format!("as {}", old.code)),
        Whose::Own => None,
    };
    let why = match slot.holds {
        Holds::NotMeasured(note) => Some(note.reason.clone()),
        Holds::Waiting(last_day) => Some(format!("to report by {}", figures::short_day(last_day, dossier.as_of))),
        _ => None,
    };
    [corrected, late, anew, of, why].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
