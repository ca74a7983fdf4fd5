//! The plan: what will be done, with what, by whom, until when, and how the result is judged (6.2 h to l).

use super::{also, days, written};
use crate::app::view::Dossier;
use crate::domain::objective::Kind;
use crate::domain::period::Date;
use crate::domain::probe::{Element, Line};
use crate::domain::review::Action;
use crate::domain::words;

pub(super) fn what(dossier: &Dossier) -> Element {
    let definition = &dossier.row.objective.definition;
    let mut lines = vec![match written(&definition.what) {
        Some(what) => Line::fact(what),
        None => Line::missing("what will be done is not written down"),
    }];
    for (number, criterion) in (1..).zip(&definition.criteria) {
        let done = dossier.criteria_done.iter().find(|done| done.number == number);
        let planned = criterion.planned.map(|day| format!(", planned {}", words::day(day))).unwrap_or_default();
        let state = match (done, criterion.planned) {
            (Some(done), _) => format!("done {}{}", words::day(done.done), also(": ", &done.evidence)),
            (None, Some(day)) if day < dossier.as_of => {
                format!("open, {} late", days((dossier.as_of - day).num_days()))
            }
            (None, _) => "open".to_owned(),
        };
        lines.push(Line::fact(format!("{}{planned}, {state}", criterion.text)).about(number.to_string()));
    }
    lines.extend(dossier.actions.iter().map(|action| Line::fact(told(action, dossier.as_of)).about("action")));
    Element::new("What", "What will be done?", "6.2 h", lines)
}

/// `Contractors too; Tan, by 30 Nov 2026, open`
pub(super) fn told(action: &Action, as_of: Date) -> String {
    let owner = written(&action.owner).unwrap_or("nobody");
    let due = action.due.map(|day| format!(", by {}", words::day(day))).unwrap_or_default();
    format!("{}; {owner}{due}, {}", action.text, action.words(as_of))
}

pub(super) fn resources(dossier: &Dossier) -> Element {
    let line = match written(&dossier.row.objective.definition.resources) {
        Some(resources) => Line::fact(resources),
        None => Line::missing("no resources are written down"),
    };
    Element::new("Resources", "With what resources?", "6.2 i", vec![line])
}

pub(super) fn who(dossier: &Dossier) -> Element {
    let definition = &dossier.row.objective.definition;
    let owner = match written(&definition.owner) {
        Some(owner) => Line::fact(format!("{owner} answers for it{}", also(", ", &definition.function))),
        None => Line::missing("nobody answers for it"),
    };
    let mut lines = vec![owner];
    let figures = [(&definition.collector, "figures from"), (&definition.data_source, "taken from")];
    let figures: Vec<String> =
        figures.iter().filter_map(|(text, word)| written(text).map(|text| format!("{word} {text}"))).collect();
    lines.extend((!figures.is_empty()).then(|| Line::note(figures.join(", "))));
    Element::new("Who", "Who is responsible?", "6.2 j", lines)
}

pub(super) fn when(dossier: &Dossier) -> Element {
    let definition = &dossier.row.objective.definition;
    let since = format!("measured {} since {}", definition.frequency.word(), words::day(definition.start));
    let again = definition.review_on.map(|day| format!(", looked at again on {}", words::day(day))).unwrap_or_default();
    let line = match (dossier.row.judgement.due.or(definition.due), definition.kind) {
        (Some(due), _) => Line::fact(format!("by {}, {since}{again}", words::day(due))),
        (None, Kind::Maintain) => Line::fact(format!("held without an end date, {since}{again}")),
        (None, _) => Line::missing(format!("no date by which it is reached; {since}{again}")),
    };
    Element::new("When", "By when?", "6.2 k", vec![line])
}

pub(super) fn how_judged(dossier: &Dossier) -> Element {
    let definition = &dossier.row.objective.definition;
    let by = also(", by ", &definition.evaluator);
    let line = match written(&definition.how_evaluated) {
        Some(how) => Line::fact(format!("{how}{by}")),
        None => Line::missing("how the result is judged is not written down"),
    };
    let formula = written(&definition.formula).map(|formula| Line::note(format!("computed as {formula}")));
    Element::new("How judged", "How do you judge the result?", "6.2 l", [line].into_iter().chain(formula).collect())
}
