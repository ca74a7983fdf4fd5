//! Objectives that lag: one half page each, with everything a decision needs and the decisions to choose from.

use super::{fulfilment, phrases};
use crate::domain::objective::Kind;
use crate::domain::reading::DecisionKind;
use crate::domain::review::{Action, Prepared};
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
    Some(Part::headed("lagging", "Objectives that lag · 9.3.2 d 4", blocks).on_a_new_page())
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
        fact("Cause", prepared(objective, snapshot, |p| &p.cause)),
        fact("Not measured", not_measured(objective)),
        fact("Decided", objective.decisions.iter().take(DECISIONS).map(decided).collect()),
        fact("Actions", actions(objective, snapshot)),
        fact("Options", prepared(objective, snapshot, |p| &p.options)),
        fact("Decision wanted", prepared(objective, snapshot, |p| &p.wanted)),
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

/// With what followed since.
fn decided(decision: &FrozenDecision) -> Line {
    let text = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
    let by = phrases::decided_by(decision);
    let by = if by.is_empty() { String::new() } else { format!(" ({by})") };
    let since = match decision.followed.is_empty() {
        true => String::new(),
        false => format!(". Since then {}", decision.followed.join("; ")),
    };
    Line::Plain(format!("{}{text}{by}{since}", phrases::decided(decision)))
}

/// What somebody wrote before the meeting; once a management review is in sight, that nobody did is said too.
fn prepared(objective: &FrozenObjective, snapshot: &Snapshot, pick: fn(&Prepared) -> &String) -> Vec<Line> {
    if snapshot.prepared_for.is_none() {
        return Vec::new();
    }
    let prepared = snapshot.prepared.iter().find(|prepared| prepared.code == objective.code);
    match prepared.filter(|prepared| !pick(prepared).trim().is_empty()) {
        Some(prepared) => vec![Line::Said(pick(prepared).clone(), prepared.by.clone())],
        None => vec![Line::Plain("not prepared".to_owned())],
    }
}

fn actions(objective: &FrozenObjective, snapshot: &Snapshot) -> Vec<Line> {
    let state = |action: &Action| match action.days_late(snapshot.as_of) {
        0 => String::new(),
        days => format!(", ▲ {} late", phrases::count(days as usize, "day", "days")),
    };
    let open = snapshot.open_actions.iter().filter(|a| a.code == objective.code);
    open.map(|a| Line::Plain(format!("{}{}", phrases::action(a), state(a)))).collect()
}

fn worst(child: &crate::domain::snapshot::FrozenChild) -> String {
    if child.contradicts {
        return fulfilment::contradiction(child);
    }
    let (symbol, word) = words::status(child.status);
    format!("{} is {symbol} {word}, measured {}", child.code, words::freshness(child.freshness))
}
