//! The periods of an objective as columns: what is judged comes from the rules, the lines are only drawn.

use chrono::{Datelike, Months};

use super::column::{Column, Level, Point};
use super::slots::{Holds, Slot, Whose};
use crate::app::view::Dossier;
use crate::domain::objective::{Definition, Kind, Operator};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period};
use crate::domain::target::{Standard, standard_on};
use crate::tui::view::measurements::spoken_verdict;
use crate::tui::widgets::figures;

/// The columns of the periods, then those ahead up to the due date where a level is to be reached by then; at most
/// `most_ahead` of those.
pub fn columns(dossier: &Dossier, slots: &[Slot], most_ahead: usize) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(slots.len());
    for (at, slot) in slots.iter().enumerate() {
        let previous = at.checked_sub(1).map(|at| &slots[at]);
        let joined = previous.is_some_and(|previous| is_joined(dossier, previous, slot));
        columns.push(column(dossier, slot, previous, joined));
    }
    columns.extend(ahead(dossier, slots.last().map(|slot| slot.period), most_ahead));
    columns
}

fn column(dossier: &Dossier, slot: &Slot, previous: Option<&Slot>, joined: bool) -> Column {
    let definition = slot.definition(dossier);
    let flags = [(slot.corrected(), "*"), (slot.late_by(dossier) > 0, "'")];
    let flags = flags.into_iter().filter(|(is, _)| *is).map(|(_, sign)| sign).collect();
    Column {
        point: point(dossier, slot),
        flags,
        joined,
        levels: levels(dossier, slot),
        interim: interim(dossier, slot.period).filter(|_| matches!(slot.of, Whose::Own)),
        forecast: None,
        wall: wall(dossier, slot, previous),
        ..named(definition.frequency, slot.period, previous.map(|p| p.period), slot.calendar(dossier))
    }
}

/// What carries the name of a period and nothing else.
fn named(frequency: Frequency, period: Period, previous: Option<Period>, calendar: FiscalCalendar) -> Column {
    let label = calendar.period_label(frequency, period);
    let word =
        |starts: &[char]| label.split([' ', '-']).find(|part| part.starts_with(starts)).unwrap_or(&label).to_owned();
    let names = match frequency {
        Frequency::M => vec![label.chars().take(3).collect(), label.chars().take(1).collect()],
        Frequency::W => vec![period.start.format("%V").to_string()],
        Frequency::Q => vec![word(&['Q'])],
        Frequency::H => vec![word(&['H'])],
        Frequency::Y => {
            let year = period.end.year();
            vec![year.to_string(), format!("'{:02}", year.rem_euclid(100))]
        }
    };
    let new_year = previous.is_none_or(|previous| previous.end.year() != period.end.year());
    let year = if new_year && frequency != Frequency::Y { period.end.year().to_string() } else { String::new() };
    let months = (period.start.month() + 12 - u32::from(calendar.start_month)) % 12;
    let quarter = match frequency {
        Frequency::W => previous.is_none_or(|previous| previous.end.month0() / 3 != period.end.month0() / 3),
        Frequency::M => months.is_multiple_of(3),
        Frequency::Q | Frequency::H => months == 0,
        Frequency::Y => false,
    };
    Column { names, year, tick: quarter, ..Column::default() }
}

fn point(dossier: &Dossier, slot: &Slot) -> Point {
    let definition = slot.definition(dossier);
    match slot.holds {
        Holds::Reading(standing) => match standing.value.to_f64(definition.unit_is_percent()) {
            Some(value) => Point::Value(value, judged(dossier, slot)),
            None => Point::NothingToCount,
        },
        Holds::Missing | Holds::NotMeasured(_) => Point::Missing,
        Holds::Waiting(_) => Point::Waiting,
        Holds::NotExpected => Point::Empty,
    }
}

/// The verdict of a reading, where it says something: of a level to get to, only the end is judged.
pub fn judged(dossier: &Dossier, slot: &Slot) -> Option<crate::domain::reading::Verdict> {
    let standing = slot.standing()?;
    match slot.of {
        Whose::Own => spoken_verdict(&dossier.row, &dossier.rules, standing),
        Whose::Before(old) => (old.definition.kind == Kind::Maintain).then_some(standing.verdict),
    }
}

/// Whether a line may be drawn from one reading to the next: neither across a gap nor across a change of what is
/// measured.
fn is_joined(dossier: &Dossier, previous: &Slot, slot: &Slot) -> bool {
    let has_value = |slot: &Slot| matches!(point(dossier, slot), Point::Value(..));
    let same = matches!((previous.of, slot.of), (Whose::Own, Whose::Own) | (Whose::Before(_), Whose::Before(_)));
    let neighbours = slot.period.start == previous.period.end + chrono::Days::new(1);
    same && neighbours && !slot.begins_anew && has_value(previous) && has_value(slot)
}

fn levels(dossier: &Dossier, slot: &Slot) -> Vec<(Level, f64)> {
    let mut levels = Vec::new();
    if let Whose::Own = slot.of {
        levels.extend(usual(dossier, slot.period).into_iter().flatten().map(|end| (Level::Usual, end)));
        levels.extend(on_the_way(dossier, slot.period));
    }
    if let Some(standard) = slot.standard {
        levels.extend(of_standard(standard));
    }
    levels
}

/// Target, tolerance and the worst bearable value.
fn of_standard(standard: &Standard) -> Vec<(Level, f64)> {
    let target = standard.target.to_f64();
    let high = standard.target_high.map(|high| high.to_f64());
    let warn = standard.warn.map(|warn| warn.to_f64());
    let tolerated = match (standard.operator, warn) {
        (Operator::Between, Some(width)) => [Some(target - width), high.map(|high| high + width)],
        (_, warn) => [warn, None],
    };
    let floor = standard.floor.map(|floor| (Level::Floor, floor.to_f64()));
    let tolerated = tolerated.into_iter().flatten().map(|figure| (Level::Tolerated, figure));
    let targets = [Some(target), high].into_iter().flatten().map(|figure| (Level::Target, figure));
    floor.into_iter().chain(tolerated).chain(targets).collect()
}

/// The ends of the usual range, over the periods it was or could have been calculated from.
fn usual(dossier: &Dossier, period: Period) -> Option<[f64; 2]> {
    let comparable = dossier.insight.since.is_none_or(|since| since <= period.start);
    dossier.insight.usual.as_ref().ok().filter(|_| comparable).map(|limits| [limits.lower, limits.upper])
}

/// Baseline and the straight way from there to the target, of a level to get to.
fn on_the_way(dossier: &Dossier, period: Period) -> Vec<(Level, f64)> {
    let definition = &dossier.row.objective.definition;
    let Some(baseline) = definition.baseline.as_ref().filter(|_| definition.kind == Kind::Reach) else {
        return Vec::new();
    };
    let pace = pace(definition, period.end).map(|figure| (Level::Pace, figure));
    [(Level::Baseline, baseline.value.to_f64())].into_iter().chain(pace).collect()
}

fn pace(definition: &Definition, day: Date) -> Option<f64> {
    let (baseline, target, due) = (definition.baseline.as_ref()?, definition.target?, definition.due?);
    let start = baseline.date.unwrap_or(definition.start);
    let whole = (due - start).num_days().max(1) as f64;
    let gone = ((day - start).num_days() as f64 / whole).clamp(0.0, 1.0);
    let from = baseline.value.to_f64();
    Some(from + (target.to_f64() - from) * gone)
}

fn interim(dossier: &Dossier, period: Period) -> Option<f64> {
    let agreed = dossier.row.objective.definition.waypoints.iter().rev();
    agreed.into_iter().find(|waypoint| period.contains(waypoint.date)).map(|waypoint| waypoint.value.to_f64())
}

/// What a line before a period says.
fn wall(dossier: &Dossier, slot: &Slot, previous: Option<&Slot>) -> Option<String> {
    match (previous.map(|previous| previous.of), slot.of) {
        (Some(Whose::Before(old)), Whose::Own) => {
            Some(format!("after {}, closed {}", old.code, figures::short_day(old.closing.retired_on, dossier.as_of)))
        }
        _ if slot.begins_anew => Some("measured anew".to_owned()),
        _ => None,
    }
}

/// The periods ahead of a level to get to: their lines, the interim targets, where the pace leads.
fn ahead(dossier: &Dossier, newest: Option<Period>, most: usize) -> Vec<Column> {
    let definition = &dossier.row.objective.definition;
    let (Some(mut previous), Some(due)) = (newest, dossier.row.judgement.due.or(definition.due)) else {
        return Vec::new();
    };
    let far = previous.end.checked_add_months(Months::new(36)).is_some_and(|horizon| due > horizon);
    if definition.kind != Kind::Reach || far || dossier.row.objective.closing.is_some() {
        return Vec::new();
    }
    let rhythm = dossier.row.rhythm(&dossier.rules);
    let forecast = dossier.insight.forecast.as_ref().ok();
    let mut columns = Vec::new();
    while previous.end < due && columns.len() < most {
        let period = rhythm.after(previous);
        let standard = standard_on(&dossier.row.objective.standards, period.start);
        let lines = on_the_way(dossier, period).into_iter().chain(standard.map(of_standard).unwrap_or_default());
        columns.push(Column {
            levels: lines.collect(),
            interim: interim(dossier, period),
            forecast: forecast.filter(|f| period.contains(f.due)).map(|f| (f.low, f.high)),
            ..named(definition.frequency, period, Some(previous), definition.calendar(dossier.rules.calendar))
        });
        previous = period;
    }
    if let Some(last) = columns.last_mut().filter(|_| previous.contains(due)) {
        last.wall = Some(format!("due {}", figures::short_day(due, dossier.as_of)));
    }
    columns
}
