//! Whether readings are judged and answered: RC-47 to RC-49.

use super::super::evidence::{ReadingEntry, Subject};
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::series::Stood;
use super::{others, period_name};
use crate::domain::objective::Kind;
use crate::domain::period::{Date, Frequency, Period};
use crate::domain::reading::Verdict;
use crate::domain::status::{Frame, Status};
use crate::domain::text::words;

/// RC-47. One line by a person per quarter is enough, for what is measured less often one per reading. A line the program
/// computed does not count, and of history taken over from a file only the newest reading is asked for one.
pub fn not_evaluated(index: &Index, subject: &Subject, out: &mut Findings) {
    let asked = index.days_ago(index.number(out.check, "days"));
    let stood = subject.stood_since(index.year_ago, index.as_of);
    let spans = spans(index, subject, &stood);
    let open = spans.iter().filter(|span| !span.readings.iter().any(|one| one.entry.is_evaluated()));
    let open = open.filter(|span| span.complete_on() < asked).flat_map(|span| &span.readings);
    let open: Vec<&Stood> = open.filter(|one| !one.taken_over || is_newest(&stood, one)).collect();
    let Some(newest) = open.first() else { return };
    let computed = open.iter().any(|one| one.entry.automatic);
    let finding = out.on(subject, &[("n", open.len().to_string())]);
    if open.len() == 1 {
        finding.fact = finding.fact.replace(" carry ", " carries ");
    }
    if computed {
        finding.and(" by a person");
    }
    let period = period_name(index, subject, newest.standing.period);
    finding.and(&if open.len() == 1 { format!(": {period}") } else { format!(", the newest for {period}") });
}

/// The readings one line answers for.
struct Span<'a> {
    period: Period,
    readings: Vec<Stood<'a>>,
}

impl Span<'_> {
    /// The day from which the line is awaited: the span is over and its readings are there.
    fn complete_on(&self) -> Date {
        let entered = self.readings.iter().map(|one| one.entry.entered_on).max();
        entered.map_or(self.period.end, |entered| entered.max(self.period.end))
    }
}

fn spans<'a>(index: &Index, subject: &Subject, stood: &[Stood<'a>]) -> Vec<Span<'a>> {
    let definition = &subject.objective.definition;
    let calendar = definition.calendar(index.evidence.rules.calendar);
    let mut spans: Vec<Span> = Vec::new();
    for one in stood {
        let period = match definition.frequency {
            Frequency::W | Frequency::M => calendar.rhythm(Frequency::Q).containing(one.standing.period.end),
            Frequency::Q | Frequency::H | Frequency::Y => one.standing.period,
        };
        match spans.last_mut().filter(|span| span.period == period) {
            Some(span) => span.readings.push(*one),
            None => spans.push(Span { period, readings: vec![*one] }),
        }
    }
    spans
}

fn is_newest(stood: &[Stood], one: &Stood) -> bool {
    stood.first().is_some_and(|newest| newest.standing.period == one.standing.period)
}

/// RC-48. Good results may be dull: the same words, or words that say nothing, are asked about where a target was not met.
/// Lines the program computed and nobody touched are the same words.
pub fn boilerplate(index: &Index, subject: &Subject, out: &mut Findings) {
    let least = index.number(out.check, "n").max(2) as usize;
    let stood = subject.stood_since(index.year_ago, index.as_of);
    let lines: Vec<(&Stood, String)> = stood.iter().filter_map(|one| Some((one, said(one.entry)?))).collect();
    let Some((newest, words)) = lines.first() else { return };
    let run: Vec<&Stood> = lines.iter().take_while(|(_, line)| line == words).map(|(one, _)| *one).collect();
    let misses = |one: &Stood| failed(subject, one);
    if run.len() >= least && (newest.entry.automatic || run.iter().any(|one| misses(one))) {
        let finding = out.on(subject, &[("n", run.len().to_string())]);
        if newest.entry.automatic {
            finding.fact = finding.fact.replace("are the same words", "were computed and not touched");
        }
        return;
    }
    let empty = index.evidence.parameters.words(out.check, "words");
    if misses(newest) && empty.iter().any(|phrase| normal(phrase) == *words) && !newest.entry.automatic {
        let period = period_name(index, subject, newest.standing.period);
        let (title, line) = (&subject.objective.definition.title, newest.entry.evaluation.trim());
        out.on_as(subject, format!("The evaluation of {period} of \"{title}\" says \"{line}\" and nothing more."));
    }
}

/// An evaluation without what changes by itself; one computed line is as good as another. `None` where there is none.
fn said(entry: &ReadingEntry) -> Option<String> {
    match entry.automatic {
        true => Some(String::new()),
        false => Some(normal(&entry.evaluation)).filter(|line| !line.is_empty()),
    }
}

fn normal(line: &str) -> String {
    let constant = |word: &String| !word.chars().any(|c| c.is_ascii_digit());
    words(line).into_iter().filter(constant).collect::<Vec<_>>().join(" ")
}

/// Whether a reading asks for more than a nod. On the way to a level the status says so, for its newest reading.
fn failed(subject: &Subject, one: &Stood) -> bool {
    match subject.objective.definition.kind {
        Kind::Maintain => matches!(one.standing.verdict, Verdict::NotMet | Verdict::Near),
        Kind::Reach => {
            let lags = matches!(subject.judgement.status, Status::AtRisk | Status::OffTrack | Status::Missed);
            lags && subject.standings.last().is_some_and(|last| last.period == one.standing.period)
        }
        Kind::Milestone => false,
    }
}

/// RC-49. Any decision answers, "continue" too. Awaited until the meeting that follows, else until the next reading is
/// due. For a level to get to the status is asked, not the reading.
pub fn nothing_decided(index: &Index, subject: &Subject, out: &mut Findings) {
    let stood = subject.stood_since(index.year_ago, index.as_of);
    let asked = |one: &&Stood| match subject.objective.definition.kind {
        Kind::Maintain => one.standing.verdict == Verdict::NotMet && (!one.taken_over || is_newest(&stood, one)),
        Kind::Reach => is_newest(&stood, one) && subject.judgement.status == Status::OffTrack,
        Kind::Milestone => false,
    };
    let open: Vec<&Stood> = stood.iter().filter(asked).filter(|one| is_unanswered(index, subject, one)).collect();
    let Some(newest) = open.first() else { return };
    let period = period_name(index, subject, newest.standing.period);
    let finding = out.on(subject, &[("period", period)]);
    if open.len() > 1 {
        finding.and(&format!(", nor {} before it", others(open.len() - 1, "for", "for")));
    }
}

fn is_unanswered(index: &Index, subject: &Subject, one: &Stood) -> bool {
    let frame = Frame::new(&subject.objective, &index.evidence.rules, index.as_of);
    let end = one.standing.period.end;
    let known = match one.taken_over {
        true => subject.created_on,
        false => one.entry.known_from.max(end),
    };
    let following = index.agenda(subject).iter().map(|(review, _)| review.date).find(|date| *date >= known);
    let next_due = frame.last_day_to_report(&frame.rhythm.after(one.standing.period)).max(known);
    let awaited_until = following.map_or(next_due, |met| met.max(known));
    let answers_until = awaited_until.max(next_due);
    let decided = one.entry.decision.is_some()
        || subject.decisions.iter().any(|decision| {
            decision.measured_on == Some(one.standing.measured_on)
                || (end <= decision.on && decision.on <= answers_until)
        })
        || is_newest_period(subject, one) && subject.decisions.iter().any(|decision| decision.on >= end);
    awaited_until < index.as_of && !decided
}

fn is_newest_period(subject: &Subject, one: &Stood) -> bool {
    subject.standings.last().is_some_and(|last| last.period == one.standing.period)
}
