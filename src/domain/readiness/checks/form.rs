//! Form and measurability: RC-01 to RC-11.

use super::super::evidence::Subject;
use super::super::findings::Findings;
use super::super::index::Index;
use super::blank;
use crate::domain::objective::{Definition, Direction, Kind};
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value, rounded};
use crate::domain::slogan;
use crate::domain::status::Reason;
use crate::domain::status::why::day;

/// RC-01. A register in its first hour has nothing to show yet; before the register nothing is known.
pub fn nothing_in_force(index: &Index, out: &mut Findings) {
    let founded = index.evidence.created_on;
    match () {
        () if index.active().next().is_some() => {}
        () if index.as_of < founded => out.cannot_run(format!("the register begins on {}", day(founded))),
        () if index.evidence.subjects.is_empty() && index.as_of == founded => {
            out.cannot_run("the register was begun today and holds nothing yet");
        }
        () => {
            out.on_register(&[]);
        }
    }
}

/// RC-02.
pub fn nothing_to_measure(_: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    match definition.kind {
        Kind::Milestone if definition.criteria.is_empty() => out.on(subject, &[]).field = "criteria",
        Kind::Maintain | Kind::Reach if blank(&definition.metric) => {
            out.on(subject, &[]);
        }
        _ => {}
    }
}

/// RC-03. Never where metric and target are there: then a short title is fine.
pub fn slogan(index: &Index, subject: &Subject, out: &mut Findings) {
    let verbs = index.evidence.parameters.words(out.check, "verbs");
    if slogan::is_slogan(&subject.objective.definition, &verbs) {
        out.on(subject, &[]);
    }
}

/// RC-04. Outcome words only: 0 and 100 % of a population that can be counted are fine.
pub fn absolute_promise(index: &Index, subject: &Subject, out: &mut Findings) {
    let phrases = index.evidence.parameters.words(out.check, "words");
    let definition = &subject.objective.definition;
    let criteria = definition.criteria.iter().map(|criterion| criterion.text.as_str());
    let mut texts = std::iter::once(definition.title.as_str()).chain(criteria);
    if texts.any(|text| slogan::absolute_promise(text, &phrases).is_some()) {
        out.on(subject, &[]);
    }
}

/// RC-05. A first period without a target is fine while the day for setting one lies ahead.
pub fn no_target(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let to_be_set = definition.review_on.is_some_and(|on| on >= index.as_of);
    if !is_measured(definition) || definition.target.is_some() || to_be_set {
        return;
    }
    if blank(&definition.metric) {
        out.on_as(subject, format!("\"{}\" has no target value.", definition.title));
    } else {
        out.on(subject, &[]);
    }
}

/// RC-06.
pub fn no_baseline(_: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    if definition.kind == Kind::Reach && definition.baseline.is_none() {
        out.on(subject, &[]);
    }
}

/// RC-07. Of a level to hold only the edges of a range are asked: a start value as good as the target is the rule there.
pub fn wrong_side(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let Some(target) = definition.target.filter(|_| is_measured(definition)) else { return };
    if definition.target_high.is_some_and(|high| high < target) {
        out.on_as(subject, format!("\"{}\": the range {} is upside down.", definition.title, definition.target_text()));
        return;
    }
    if definition.kind != Kind::Reach {
        return;
    }
    let rebaselined = subject.objective.segments.iter().rev().find(|segment| segment.from <= index.as_of);
    let stated = definition.baseline.as_ref().map(|baseline| baseline.value);
    let Some(baseline) = rebaselined.map(|segment| segment.baseline).or(stated) else { return };
    let no_better = match definition.direction() {
        Direction::Higher => target <= baseline,
        Direction::Lower => target >= baseline,
        Direction::Range => false,
    };
    if no_better {
        let direction = match definition.direction() {
            Direction::Lower => "lower is better",
            _ => "higher is better",
        };
        let text = |value: Decimal| format!("{value} {}", definition.unit.trim()).trim().to_owned();
        let values = [("target", text(target)), ("baseline", text(baseline)), ("direction", direction.to_owned())];
        out.on(subject, &values);
    }
}

/// RC-08. One line is enough.
pub fn no_method(_: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    if !is_measured(definition) || blank(&definition.metric) {
        return;
    }
    if blank(&definition.formula) || blank(&definition.data_source) {
        let missing = if blank(&definition.formula) { "formula" } else { "data_source" };
        out.on(subject, &[]).field = missing;
    }
}

/// RC-09. Every metric here has a rhythm; one of which not a single period fits before the date is none. A rhythm that
/// fits is the "at least every" of a metric driven by events.
pub fn no_rhythm(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let fits = match (subject.judgement.due.or(definition.due), subject.judgement.reason) {
        (_, Reason::NoPeriod) => false,
        (Some(due), _) => periods_until(index, definition, due) > 0,
        (None, _) => true,
    };
    if is_measured(definition) && !fits {
        let period = definition.frequency.noun(1);
        out.on(subject, &[]).and(&format!(": not one full {period} lies between start and due date"));
    }
}

/// RC-10. Interim targets, or a contributing objective that is measured more often, give warning early enough.
pub fn too_few_measurements(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let Some(due) = subject.judgement.due.or(definition.due).filter(|_| definition.kind == Kind::Reach) else { return };
    let measurements = periods_until(index, definition, due);
    let leads = |child: &Subject| child.objective.definition.frequency < definition.frequency;
    let warned = !definition.waypoints.is_empty() || index.children(subject).any(leads);
    if measurements < index.number(out.check, "min") && !warned {
        out.on(subject, &[("n", measurements.to_string())]);
    }
}

/// RC-11. Read from the newest reading with something to count.
pub fn share_of_few(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    if !is_measured(definition) || !definition.unit_is_percent() {
        return;
    }
    let newest = subject.standings.iter().rev().find(|standing| !standing.value.is_empty());
    match newest.map(|standing| (standing.value, standing.measured_on)) {
        Some((Value::Plain(value), on)) => {
            let metric = &definition.metric;
            let fact = format!(
                "\"{metric}\" is a percentage without its population: {value} % on {} holds no numerator and denominator.",
                day(on)
            );
            out.on_as(subject, fact);
        }
        Some((Value::Share { denominator, .. }, _)) => {
            let least = Decimal::whole(i64::from(index.number(out.check, "min_n")));
            if least.is_some_and(|least| denominator < least) {
                let points = Decimal::HUNDRED.ratio() / denominator.ratio();
                out.on(subject, &[("n", denominator.to_string()), ("pp", rounded(&points, 1))]);
            }
        }
        None => {}
    }
}

/// A milestone is answered, not measured.
fn is_measured(definition: &Definition) -> bool {
    definition.kind != Kind::Milestone
}

fn periods_until(index: &Index, definition: &Definition, due: Date) -> u32 {
    definition.rhythm(index.evidence.rules.calendar).count_within(definition.start, due)
}
