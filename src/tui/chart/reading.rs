//! The period under the cursor, read out: what stands for it, who said so and when, what it meant and what followed.

use chrono::Months;
use ratatui::text::{Line, Span};

use super::said;
use super::slots::{Holds, Slot, Whose};
use crate::app::view::Dossier;
use crate::domain::period::Date;
use crate::domain::quantity::rounded;
use crate::domain::reading::{Reading, Standing};
use crate::domain::review::{Action, Decision};
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// Cells of the labels.
const LABEL: usize = 11;

/// One line: period, value, counts, verdict, distance, target then. The last ones give way where there is no room.
pub fn headline(dossier: &Dossier, slot: &Slot, theme: Theme, width: usize) -> Line<'static> {
    let (sign, word) = said::verdict(dossier, slot, theme);
    let verdict = super::columns::judged(dossier, slot);
    let style = verdict.map_or(theme.strong(), |verdict| theme.verdict(verdict));
    let word_style = verdict.map_or(theme.plain(), |verdict| theme.verdict_word(verdict));
    let mut parts = vec![
        vec![Span::styled(slot.label(dossier), theme.strong())],
        vec![Span::raw("  "), Span::styled(said::value(dossier, slot), theme.strong()), arrow(dossier, slot, theme)],
        vec![Span::raw("  "), Span::styled(sign, style), Span::styled(format!(" {word}"), word_style)],
    ];
    let target = said::target_then(dossier, slot, theme);
    let distance = said::distance(dossier, slot);
    let distance = if distance.is_empty() { distance } else { format!(" ({distance})") };
    let tolerated = slot.standard.and_then(|standard| standard.warn);
    let tolerated = tolerated.map(|warn| format!("tolerated to {warn}")).unwrap_or_default();
    let target = if target.is_empty() { target } else { format!("target {target}{distance}") };
    let newest = dossier.insight.newest == Some(slot.period);
    let could_be = dossier.insight.could_be().filter(|_| newest).unwrap_or_default();
    for more in [target, said::counted(slot), said::mark(dossier, slot), could_be, tolerated] {
        let taken: usize = parts.iter().flatten().map(Span::width).sum();
        if !more.is_empty() && taken + 2 + text::width(&more) <= width {
            parts.push(vec![Span::raw(format!("  {}", text::cut(&more, width)))]);
        }
    }
    Line::from(parts.concat())
}

/// Where the values go, beside the newest reading.
fn arrow(dossier: &Dossier, slot: &Slot, theme: Theme) -> Span<'static> {
    let arrow = dossier.insight.arrow.filter(|_| dossier.insight.newest == Some(slot.period));
    arrow.map_or(Span::raw(""), |arrow| Span::raw(format!(" {}", theme.sign(arrow.sign()))))
}

/// Everything else about it, labelled.
pub fn lines(dossier: &Dossier, slot: &Slot, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut said = Said { theme, width, lines: Vec::new() };
    match (slot.holds, slot.of) {
        (Holds::Reading(standing), Whose::Own) => reading(dossier, slot, standing, &mut said),
        (Holds::Reading(_), Whose::Before(old)) => {
            said.add("Measured", &format!("as {}, {}", old.code, old.definition.title));
        }
        (Holds::NotMeasured(note), _) => {
            let day = figures::short_day(note.on, dossier.as_of);
            said.add("Because", &format!("{}  {}, {day}", note.reason, note.by));
        }
        (Holds::Missing, _) => said.add("Reported", "by nobody; the chart draws nothing across it"),
        (Holds::Waiting(last_day), _) => {
            said.add("Due", &format!("to be reported by {}", figures::day(last_day)));
        }
        (Holds::NotExpected, _) => {}
    }
    said.lines
}

struct Said {
    theme: Theme,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Said {
    fn add(&mut self, label: &str, body: &str) {
        if body.trim().is_empty() {
            return;
        }
        for (at, part) in text::wrap(body, self.width.saturating_sub(LABEL), 6).into_iter().enumerate() {
            let label = if at == 0 { text::left(label, LABEL) } else { " ".repeat(LABEL) };
            self.lines.push(Line::from(vec![Span::styled(label, self.theme.quiet()), Span::raw(part)]));
        }
    }
}

fn reading(dossier: &Dossier, slot: &Slot, standing: &Standing, said: &mut Said) {
    let newest = dossier.reading_of(standing);
    if let Some(reading) = newest {
        said.add("Means", &meaning(reading, said.theme));
    }
    decided(dossier, slot, said);
    if let Some(reading) = newest {
        said.add("Reported", &reported(dossier, slot, reading));
        let source = [("", &reading.source), ("proof ", &reading.evidence)];
        let source = source.iter().filter(|(_, text)| !text.is_empty()).map(|(what, text)| format!("{what}{text}"));
        said.add("From", &source.collect::<Vec<_>>().join(", "));
    }
    revisions(dossier, slot, standing, said);
    a_year_before(dossier, slot, standing, said);
    unusual(dossier, slot, said);
}

/// What it was said to mean, in quotes, with who said so.
fn meaning(reading: &Reading, theme: Theme) -> String {
    let (open, close) = if theme.ascii { ("\"", "\"") } else { ("“", "”") };
    match (reading.evaluation.is_empty(), reading.automatic) {
        (true, _) => "nobody has said yet".to_owned(),
        (false, true) => format!("{open}{}{close}  automatic", reading.evaluation),
        (false, false) => format!("{open}{}{close}  {}", reading.evaluation, reading.evaluated_by),
    }
}

/// Who reported it and when, who entered it and how late.
fn reported(dossier: &Dossier, slot: &Slot, reading: &Reading) -> String {
    let day = |day| figures::short_day(day, dossier.as_of);
    let who = if reading.reported_by.is_empty() { "not said by whom" } else { reading.reported_by.as_str() };
    let on = reading.reported_on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
    let by = if reading.entered_by.is_empty() { String::new() } else { format!(" by {}", reading.entered_by) };
    let how = if reading.imported { ", from a file" } else { "" };
    let late = match slot.late_by(dossier) {
        0 if slot.corrected() => "the first entry in time".to_owned(),
        0 => "in time".to_owned(),
        days => format!("late by {}", words::counted(days as usize, "day", "days")),
    };
    format!("{who}{on}; entered {}{by}{how}, {late}", day(reading.entered_on))
}

/// What was decided on it, what somebody does about it, and how the value went on.
fn decided(dossier: &Dossier, slot: &Slot, said: &mut Said) {
    let next = dossier.row.rhythm(&dossier.rules).after(slot.period);
    let belongs = |decision: &&Decision| match decision.measured_on {
        Some(day) => slot.period.contains(day),
        None => decision.on > slot.period.end && decision.on <= next.end,
    };
    let decisions: Vec<&Decision> = dossier.decisions.iter().filter(belongs).collect();
    for decision in &decisions {
        let day = figures::short_day(decision.on, dossier.as_of);
        let words = words::decision(decision.kind);
        let what = if decision.text.is_empty() { words.to_owned() } else { format!("{words}: {}", decision.text) };
        let until = decision.until.map(|day| format!(", until {}", figures::short_day(day, dossier.as_of)));
        let by = if decision.by.is_empty() { String::new() } else { format!(", by {}", decision.by) };
        said.add("Decided", &format!("{day}, {what}{}{by}", until.unwrap_or_default()));
        let same_meeting = |action: &&Action| decision.review.is_some() && action.review == decision.review;
        for action in dossier.actions.iter().filter(same_meeting) {
            said.add("", &format!("{}, {}, {}", action.text, action.owner, stands(action, dossier)));
        }
    }
    let newest = super::slots::slots(dossier).into_iter().rev().find(|slot| slot.standing().is_some());
    if let Some(newest) = newest.filter(|newest| newest.period.start > slot.period.start && !decisions.is_empty()) {
        let arrow = said.theme.sign("→");
        let (then, now) = (said::value(dossier, slot), said::value(dossier, &newest));
        said.add("Since then", &format!("{then} {arrow} {now} in {}", newest.label(dossier)));
    }
}

/// Where an action stands: done, late, or its date.
pub fn stands(action: &Action, dossier: &Dossier) -> String {
    let day = |day| figures::short_day(day, dossier.as_of);
    match (action.done_on, action.due) {
        (Some(done), _) => format!("done {}", day(done)),
        (None, Some(due)) if due < dossier.as_of => format!("due {}, late", day(due)),
        (None, Some(due)) => format!("due {}", day(due)),
        (None, None) => "no date".to_owned(),
    }
}

/// Earlier entries of the same period, each with why another took its place.
fn revisions(dossier: &Dossier, slot: &Slot, standing: &Standing, said: &mut Said) {
    let percent = slot.definition(dossier).unit_is_percent();
    let mut entries: Vec<&Reading> =
        dossier.readings.iter().filter(|reading| slot.period.contains(reading.measured_on)).collect();
    entries.sort_by_key(|reading| (reading.known_from, reading.seq, reading.revision));
    let stands = dossier.reading_of(standing);
    for (at, reading) in entries.iter().enumerate().filter(|(_, reading)| Some(**reading) != stands) {
        let day = |day| figures::short_day(day, dossier.as_of);
        let value = reading.value.shown(percent, 1);
        let when = format!("{value}, entered {} by {}", day(reading.entered_on), reading.entered_by);
        let voided = reading.voided_on.map(|on| format!("; taken back {}", day(on)));
        let same_day = entries[at + 1..].iter().find(|later| later.measured_on == reading.measured_on);
        let replaced = same_day.filter(|later| !later.reason.is_empty()).map(|later| format!("; {}", later.reason));
        let other_day = same_day.is_none().then(|| format!("; measured {}", day(reading.measured_on)));
        let after = voided.or(replaced).or(other_day).unwrap_or_else(|| "; no reason given".to_owned());
        said.add("Before", &format!("{when}{after}"));
    }
}

/// Two full cycles: with fewer, nobody can tell a season from anything else.
const CYCLES: Months = Months::new(24);

/// The same period a year before, once the figures that can be compared go back two years.
fn a_year_before(dossier: &Dossier, slot: &Slot, standing: &Standing, said: &mut Said) {
    let all = super::slots::slots(dossier);
    let since = dossier.insight.since.unwrap_or(Date::MIN);
    let comparable =
        |other: &&Slot| matches!(other.of, Whose::Own) && other.standing().is_some() && other.period.start >= since;
    let Some(first) = all.iter().find(comparable) else { return };
    let goes_back = (first.period.start + CYCLES).pred_opt().is_some_and(|day| day <= slot.period.end);
    let then = slot.period.end - Months::new(12);
    let before = all.iter().filter(comparable).find(|other| other.period.contains(then)).filter(|_| goes_back);
    let Some((before, other)) = before.and_then(|before| Some((before, before.standing()?))) else { return };
    let percent = slot.definition(dossier).unit_is_percent();
    let (Some(now), Some(was)) = (standing.value.exact(percent), other.value.exact(percent)) else { return };
    let by = rounded(&(now - was), 1);
    let sign = if by.starts_with('-') || by == "0" { "" } else { "+" };
    let (then, label) = (said::value(dossier, before), before.label(dossier));
    said.add("Last year", &format!("{then} in {label}; {sign}{by} since"));
}

/// What the figures say about this very period.
fn unusual(dossier: &Dossier, slot: &Slot, said: &mut Said) {
    let signals = dossier.insight.signals.iter().filter(|signal| signal.last == slot.period);
    for sentence in signals.filter_map(|signal| dossier.insight.told_of(signal)) {
        said.add("Unusual", &sentence);
    }
}
