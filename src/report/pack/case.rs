//! Objectives that lag: one half page each, with everything a decision needs and the decisions to choose from.

use super::{fulfilment, phrases};
use crate::domain::objective::Kind;
use crate::domain::reading::DecisionKind;
use crate::domain::snapshot::{FrozenCriterion, FrozenDecision, FrozenObjective, Snapshot};
use crate::domain::words;
use crate::report::chart;
use crate::report::document::{Block, Case, Fact, Line, Mark, Part};

/// Most earlier decisions shown.
const DECISIONS: usize = 3;

/// The part; none where nothing lags.
pub fn part(snapshot: &Snapshot) -> Option<Part> {
    let cases: Vec<Block> = snapshot
        .objectives
        .iter()
        .filter(|o| o.is_lagging())
        .map(|o| Block::Case(Box::new(case(o, snapshot))))
        .collect();
    let blocks = Some(cases).filter(|cases| !cases.is_empty())?;
    Some(Part::headed("lagging", "Objectives that lag", blocks).on_a_new_page())
}

fn case(objective: &FrozenObjective, snapshot: &Snapshot) -> Case {
    let serves: Vec<String> = objective.links.iter().map(|l| format!("{} {}", l.kind, l.reference)).collect();
    let serves = if serves.is_empty() {
        "linked to no policy line or risk yet".to_owned()
    } else {
        format!("serves {}", serves.join(", "))
    };
    let target = format!("target {}", objective.target_text);
    let due = objective.due.map(|due| format!("due {}", phrases::day(due))).unwrap_or_default();
    Case {
        mark: Mark::status(objective.status),
        code: objective.code.clone(),
        title: objective.title.clone(),
        subtitle: phrases::dotted([&phrases::owner(objective), objective.function.as_str(), &target, &due, &serves]),
        why: phrases::sentence(&objective.why),
        chart: chart::chart(objective),
        facts: facts(objective, snapshot),
        choices: DecisionKind::ALL.iter().map(|kind| words::decision(*kind)).collect(),
    }
}

fn facts(objective: &FrozenObjective, snapshot: &Snapshot) -> Vec<Fact> {
    let fact = |label: &'static str, lines| Fact { label: label.into(), lines };
    let all = [
        fact("Last reading", last_reading(objective)),
        fact("In figures", objective.figures.iter().cloned().map(Line::Plain).collect()),
        fact("Criteria", objective.criteria.iter().map(criterion).collect()),
        fact("It means", meaning(objective)),
        fact("Not measured", not_measured(objective)),
        fact("Decided", objective.decisions.iter().take(DECISIONS).map(|d| decided(d, objective)).collect()),
        fact("Actions", actions(objective, snapshot)),
        fact("Approved", vec![Line::Plain(phrases::approved(objective))]),
        fact("Below it", objective.worst_child.iter().map(|c| Line::Plain(worst(c))).collect()),
    ];
    all.into_iter().filter(|fact| !fact.lines.is_empty()).collect()
}

fn last_reading(objective: &FrozenObjective) -> Vec<Line> {
    let Some(reading) = &objective.last_reading else {
        let nothing = objective.kind != Kind::Milestone;
        return nothing.then(|| Line::Plain("none yet".to_owned())).into_iter().collect();
    };
    let mut words = vec![reading.shown.clone(), phrases::last_period(objective)];
    if !reading.reported_by.is_empty() {
        words.push(format!("reported by {}", reading.reported_by));
    }
    if let Some(day) = reading.recorded_on {
        words.push(format!("recorded {}", phrases::day(day)));
    }
    if !reading.source.is_empty() {
        words.push(format!("from {}", reading.source));
    }
    if !reading.evidence.is_empty() {
        words.push(format!("shown by {}", reading.evidence));
    }
    vec![Line::Plain(words.join(", "))]
}

fn criterion(criterion: &FrozenCriterion) -> Line {
    let planned = criterion.planned.map(|day| format!(", planned {}", phrases::day(day))).unwrap_or_default();
    Line::Plain(match criterion.done {
        Some(done) => format!("✓ {}, done {}", criterion.text, phrases::day(done)),
        None => format!("○ {}{planned}, open", criterion.text),
    })
}

fn meaning(objective: &FrozenObjective) -> Vec<Line> {
    match &objective.last_reading {
        Some(reading) if !reading.meaning.is_empty() && reading.automatic => {
            vec![Line::Plain(format!("{} (written automatically)", reading.meaning))]
        }
        Some(reading) if !reading.meaning.is_empty() => {
            vec![Line::Said(reading.meaning.clone(), reading.evaluated_by.clone())]
        }
        Some(_) => vec![Line::Plain("nobody has said what the last reading means".to_owned())],
        None => Vec::new(),
    }
}

/// Reasons given for the periods still missing.
fn not_measured(objective: &FrozenObjective) -> Vec<Line> {
    let missing = |end| objective.series.iter().find(|p| p.period_end == end && p.missing);
    let line = |note: &crate::domain::snapshot::NotMeasured| {
        let period = missing(note.period_end)?;
        Some(Line::Said(note.reason.clone(), format!("{}, about {}", note.by, period.label)))
    };
    objective.not_measured.iter().filter_map(line).collect()
}

/// With what happened to the value since.
fn decided(decision: &FrozenDecision, objective: &FrozenObjective) -> Line {
    let text = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
    let by = if decision.by.is_empty() { String::new() } else { format!(" ({})", decision.by) };
    let since = since(decision, objective).map(|since| format!(". Since then {since}")).unwrap_or_default();
    Line::Plain(format!("{}{text}{by}{since}", phrases::decided(decision)))
}

/// From the value decided on to the newest one.
fn since(decision: &FrozenDecision, objective: &FrozenObjective) -> Option<String> {
    let day = decision.measured_on?;
    let then = objective.series.iter().find(|p| !p.missing && p.period_start <= day && day <= p.period_end)?;
    let now = objective.series.iter().rev().find(|p| !p.missing)?;
    (now.period_end > then.period_end).then(|| format!("{} → {}", then.shown, now.shown))
}

fn actions(objective: &FrozenObjective, snapshot: &Snapshot) -> Vec<Line> {
    let late = |a: &crate::domain::review::Action| a.due.is_some_and(|due| due < snapshot.as_of);
    snapshot
        .open_actions
        .iter()
        .filter(|a| a.code == objective.code)
        .map(|a| Line::Plain(format!("{}{}", phrases::action(a), if late(a) { ", ▲ late" } else { "" })))
        .collect()
}

fn worst(child: &crate::domain::snapshot::FrozenChild) -> String {
    if child.contradicts {
        return fulfilment::contradiction(child);
    }
    let (symbol, word) = words::status(child.status);
    format!("{} is {symbol} {word}, measured {}", child.code, words::freshness(child.freshness))
}
