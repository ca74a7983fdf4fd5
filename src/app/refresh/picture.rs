//! A walk with everything its screen and its verb need.

use std::collections::HashMap;

use super::since::{begun_at, closed_since, edition_after, has_changed, was_in_force};
use super::view::{Keeping, RefreshEntry, Stop, UncoveredSource, Walk, YearResult};
use super::{lines_of, numbered, open_of};
use crate::app::Session;
use crate::app::lens::{Look, rules_through};
use crate::app::overview::rows;
use crate::app::refusal::Refusal;
use crate::app::view::{Lens, Row};
use crate::domain::objective::{Definition, Kind, Lifecycle, Link};
use crate::domain::period::{Date, FiscalCalendar, Period};
use crate::domain::reading::{Standing, Verdict};
use crate::domain::refresh::{Carry, Refresh, RefreshLine, carry};
use crate::domain::register::Rules;
use crate::domain::status::phrase::day;
use crate::domain::status::why::why;
use crate::domain::trace::{self, Pursuer, Source, SourceKind, Trace};
use crate::domain::verdict::standings;
use crate::domain::version::Cause;
use crate::store::Reader;

/// How many of the last values stand beside an objective.
const VALUES: usize = 4;

impl Session {
    /// One walk; without a number the one that is open, else the newest. `None` where there never was one.
    pub fn walk(&mut self, number: Option<i64>, lens: Lens) -> Result<Option<Walk>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let refresh = match number {
                Some(number) => Some(numbered(reader, &look.sight, number)?),
                None => match open_of(reader, &look.sight)? {
                    Some(open) => Some(open),
                    None => reader.records::<Refresh>(&look.sight)?.pop(),
                },
            };
            refresh.map(|refresh| picture(reader, &look, refresh)).transpose()
        })
    }

    /// All walks, newest first.
    pub fn refreshes(&mut self, lens: Lens) -> Result<Vec<RefreshEntry>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let sources = reader.records::<Source>(&look.sight)?;
            let lines = reader.records::<RefreshLine>(&look.sight)?;
            let entry = |refresh: Refresh| RefreshEntry {
                event: source_of(&refresh, &sources).map(Source::key).unwrap_or_default(),
                answered: lines.iter().filter(|line| line.refresh == refresh.number).count(),
                refresh,
            };
            Ok(reader.records::<Refresh>(&look.sight)?.into_iter().rev().map(entry).collect())
        })
    }
}

fn source_of<'s>(refresh: &Refresh, sources: &'s [Source]) -> Option<&'s Source> {
    sources.iter().find(|source| Some(source.id) == refresh.event)
}

fn picture(reader: &Reader, look: &Look, refresh: Refresh) -> Result<Walk, Refusal> {
    let rules = rules_through(reader, look)?;
    let mut rows = rows(reader, look, &rules)?;
    rows.sort_by(|a, b| a.code().cmp(b.code()));
    let sources = reader.records::<Source>(&look.sight)?;
    let begun = begun_at(reader, refresh.number)?;
    let year = year_of(&refresh, rules.calendar);
    let mut lines: HashMap<i64, RefreshLine> =
        lines_of(reader, &look.sight, refresh.number)?.into_iter().map(|line| (line.objective, line)).collect();
    let closed = closed_since(reader, begun)?;
    let (mut stops, mut closed_beside) = (Vec::new(), Vec::new());
    for row in &rows {
        let line = lines.remove(&row.id);
        let versions = reader.versions(row.id, &look.sight)?;
        if line.is_none()
            && row.objective.closing.is_some()
            && closed.contains(&row.id)
            && was_in_force(&versions, begun)
        {
            closed_beside.push(row.code().to_owned());
        }
        let waits =
            refresh.is_open() && row.objective.lifecycle == Lifecycle::InForce && was_in_force(&versions, begun);
        if line.is_some() || waits {
            let changed = has_changed(&versions, begun);
            stops.push(Stop { changed, ..stop(reader, look, &rules, row, &refresh, year, line)? });
        }
    }
    Ok(Walk {
        event: source_of(&refresh, &sources).map(|s| format!("{}: {}", s.name(), s.title)).unwrap_or_default(),
        year: rules.calendar.year_label(year),
        uncovered: uncovered(&rows, &sources),
        waiting: rows
            .iter()
            .filter(|row| row.version.draft.is_some() && row.objective.closing.is_none())
            .map(|row| row.code().to_owned())
            .collect(),
        edition: match refresh.edition {
            Some(edition) => Some(edition),
            None => edition_after(reader, &look.sight, begun)?,
        },
        stops,
        closed_beside,
        refresh,
    })
}

/// One objective as the walk finds it; what came after its beginning is not looked at.
fn stop(
    reader: &Reader,
    look: &Look,
    rules: &Rules,
    row: &Row,
    refresh: &Refresh,
    year: Period,
    line: Option<RefreshLine>,
) -> Result<Stop, Refusal> {
    let readings = reader.readings(row.id, &look.sight)?;
    let standings = standings(&row.objective, &readings, row.rhythm(rules), look.as_of);
    let definition = &row.objective.definition;
    Ok(Stop {
        id: row.id,
        code: row.code().to_owned(),
        title: definition.title.clone(),
        owner: definition.owner.clone(),
        kind: definition.kind,
        target: definition.target_text(),
        due: definition.due,
        serves: serves(definition),
        result: result_of(row, &standings, rules, year),
        draft: row.version.draft,
        changed: false,
        closed: row.objective.lifecycle == Lifecycle::Retired,
        keeping: keeping(&newest(reader, look, row)?, rules.calendar, refresh),
        line,
    })
}

/// The content that is carried: the waiting version's, else the one in force.
fn newest(reader: &Reader, look: &Look, row: &Row) -> Result<Definition, Refusal> {
    let Some(draft) = row.version.draft else { return Ok(row.objective.definition.clone()) };
    let versions = reader.versions(row.id, &look.sight)?;
    let waiting = versions.into_iter().find(|version| version.number == draft);
    Ok(waiting.map_or_else(|| row.objective.definition.clone(), |version| version.definition))
}

/// What an objective serves, as people write it.
pub(super) fn serves(definition: &Definition) -> Vec<String> {
    let kind =
        |link: &Link| SourceKind::from_said(&link.kind).map_or_else(|| link.kind.clone(), |k| k.shown().to_owned());
    definition.links.iter().map(|link| format!("{} {}", kind(link), link.reference)).collect()
}

fn keeping(definition: &Definition, calendar: FiscalCalendar, refresh: &Refresh) -> Keeping {
    match carried(definition, calendar, refresh) {
        Carry::Stays => Keeping::Stays,
        Carry::NeedsForm(why) => Keeping::NeedsForm(why),
        Carry::Moves(next) => {
            let moved = [("due", definition.due, next.due), ("next look", definition.review_on, next.review_on)];
            let told = moved.iter().filter(|(_, before, after)| before != after);
            let told = told
                .filter_map(|(name, before, after)| Some(format!("{name} {} → {}", day((*before)?), day((*after)?))));
            Keeping::Moves(told.collect::<Vec<_>>().join(", "))
        }
    }
}

/// What keeping an objective means in this walk: only the year's end moves dates.
pub(super) fn carried(definition: &Definition, calendar: FiscalCalendar, refresh: &Refresh) -> Carry {
    if refresh.cause != Cause::YearEnd {
        return Carry::Stays;
    }
    let next_year = year_of(refresh, calendar).end + chrono::Days::new(1);
    carry(definition, calendar, next_year)
}

/// The fiscal year a walk looks back on: for the year's end the one that ended, where the walk was begun in the first
/// half of the next; else the one that runs.
pub(super) fn year_of(refresh: &Refresh, calendar: FiscalCalendar) -> Period {
    let running = calendar.year_of(refresh.started_on);
    let first_half = (refresh.started_on - running.start).num_days() < 183;
    if refresh.cause == Cause::YearEnd && first_half {
        calendar.year_of(running.start - chrono::Days::new(1))
    } else {
        running
    }
}

fn result_of(row: &Row, standings: &[Standing], rules: &Rules, year: Period) -> YearResult {
    let in_year: Vec<&Standing> =
        standings.iter().filter(|s| s.period.end >= year.start && s.period.end <= year.end).collect();
    let count = |verdict: Verdict| in_year.iter().filter(|s| s.verdict == verdict).count() as u32;
    let definition = &row.objective.definition;
    let (percent, unit) = (definition.unit_is_percent(), definition.unit.trim());
    let value = |s: &&Standing| format!("{} {unit}", s.value.shown(percent, 1)).trim_end().to_owned();
    YearResult {
        status: row.judgement.status,
        freshness: row.judgement.freshness,
        why: why(&row.objective, &row.judgement, rules.calendar),
        // Before its due date a value on the way to a level is neither met nor missed.
        verdicts: Verdict::ALL
            .iter()
            .map(|v| (*v, count(*v)))
            .filter(|(_, n)| *n > 0 && definition.kind == Kind::Maintain)
            .collect(),
        criteria: (definition.kind == Kind::Milestone)
            .then_some((row.objective.criteria_done.len(), definition.criteria.len())),
        values: in_year[in_year.len().saturating_sub(VALUES)..].iter().map(value).collect(),
    }
}

fn uncovered(rows: &[Row], sources: &[Source]) -> Vec<UncoveredSource> {
    let pursuers: Vec<Pursuer> = rows.iter().map(|row| Pursuer::of(&row.objective)).collect();
    let trace = Trace::of(pursuers.iter().copied(), sources);
    let gaps = trace::gaps(&pursuers, sources, &trace, trace::TOP_RISKS);
    let told = |gap: &trace::Uncovered| {
        let source = &sources[gap.source];
        UncoveredSource {
            key: source.key(),
            name: source.name(),
            title: source.title.clone(),
            level: source.level.clone(),
            draft: gap.draft.map(|place| pursuers[place].code.to_owned()),
        }
    };
    gaps.uncovered.iter().map(told).collect()
}

/// The day a walk of this cause carries dates to, for the words of a reason.
pub(super) fn carried_into(refresh: &Refresh, calendar: FiscalCalendar) -> String {
    let next: Date = year_of(refresh, calendar).end + chrono::Days::new(1);
    calendar.year_label(calendar.year_of(next))
}
