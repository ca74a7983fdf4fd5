//! What makes a walk through the list necessary, and is not answered by one yet (6.2 f).

use super::Refresh;
use crate::domain::period::{Date, FiscalCalendar};
use crate::domain::trace::{Source, SourceKind, SourceStatus};
use crate::domain::version::Cause;

/// Something the list of objectives has to be looked at for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// What kind.
    pub cause: Cause,
    /// When it happened.
    pub day: Date,
    /// The number of its source; `None` for the turn of the fiscal year.
    pub source: Option<i64>,
    /// The key of its source: `incident:INC-7`; empty for the turn of the fiscal year.
    pub key: String,
    /// What it is, in words: `risk assessment RA-26`, `FY2026-27 began`.
    pub what: String,
}

/// The triggers no closed walk has answered, oldest first. `list_since` is the day the oldest objective in force
/// started: a list set up after an event or after the turn of the year has taken it in already.
pub fn open_triggers(
    sources: &[Source],
    refreshes: &[Refresh],
    calendar: FiscalCalendar,
    list_since: Option<Date>,
    as_of: Date,
) -> Vec<Trigger> {
    let Some(list_since) = list_since else { return Vec::new() };
    let mut open: Vec<Trigger> = sources
        .iter()
        .filter_map(event)
        .filter(|trigger| trigger.day <= as_of && list_since < trigger.day)
        .filter(|trigger| !refreshes.iter().any(|refresh| answers(refresh, trigger, as_of)))
        .collect();
    open.extend(year_end(refreshes, calendar, list_since, as_of));
    open.sort_by_key(|trigger| (trigger.day, trigger.source));
    open
}

/// A source as the event it is: assessments always count, incidents and changes of scope where somebody says so.
fn event(source: &Source) -> Option<Trigger> {
    let (cause, what) = match source.kind {
        SourceKind::Assessment => (Cause::RiskAssessment, "risk assessment"),
        SourceKind::Incident if source.significant => (Cause::Incident, "incident"),
        SourceKind::ScopeChange if source.significant => (Cause::ScopeChange, "change of scope"),
        _ => return None,
    };
    let counts = source.status != SourceStatus::Withdrawn;
    counts.then(|| Trigger {
        cause,
        day: source.day.unwrap_or(source.recorded_on),
        source: Some(source.id),
        key: source.key(),
        what: format!("{what} {}", source.reference),
    })
}

/// A closed walk that names the event, or was begun on its day or later.
fn answers(refresh: &Refresh, trigger: &Trigger, as_of: Date) -> bool {
    let named = trigger.source.is_some() && refresh.event == trigger.source;
    is_closed(refresh, as_of) && (named || refresh.started_on >= trigger.day)
}

/// The fiscal year turned, the list is older than that, and no walk begun since then was closed; one for the year's end
/// may have been begun before.
fn year_end(refreshes: &[Refresh], calendar: FiscalCalendar, list_since: Date, as_of: Date) -> Option<Trigger> {
    let year = calendar.year_of(as_of);
    let answered = |refresh: &Refresh| {
        let for_the_year = refresh.cause == Cause::YearEnd && refresh.closed_on.is_some_and(|day| day >= year.start);
        is_closed(refresh, as_of) && (for_the_year || refresh.started_on >= year.start)
    };
    (list_since < year.start && !refreshes.iter().any(answered)).then(|| Trigger {
        cause: Cause::YearEnd,
        day: year.start,
        source: None,
        key: String::new(),
        what: format!("{} began", calendar.year_label(year)),
    })
}

fn is_closed(refresh: &Refresh, as_of: Date) -> bool {
    refresh.closed_on.is_some_and(|day| day <= as_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("an ISO date")
    }

    fn source(id: i64, kind: SourceKind, on: &str, significant: bool) -> Source {
        let named = Source::new(kind, &format!("E-{id}"), "something", day(on));
        Source { id, day: Some(day(on)), significant, ..named }
    }

    fn walk(cause: Cause, started: &str, closed: Option<&str>) -> Refresh {
        Refresh {
            number: 1,
            cause,
            event: None,
            started_on: day(started),
            closed_on: closed.map(day),
            edition: None,
            no_change: String::new(),
            recorded_on: day(started),
        }
    }

    fn open(sources: &[Source], refreshes: &[Refresh], since: &str) -> Vec<String> {
        let calendar = FiscalCalendar { start_month: 4, ..FiscalCalendar::default() };
        let found = open_triggers(sources, refreshes, calendar, Some(day(since)), day("2026-11-09"));
        found.into_iter().map(|trigger| trigger.what).collect()
    }

    #[test]
    fn an_event_stays_open_until_a_walk_begun_after_it_is_closed() {
        let assessment = [source(1, SourceKind::Assessment, "2026-09-01", false)];
        for (refreshes, expected) in [
            (vec![], 1),
            (vec![walk(Cause::RiskAssessment, "2026-09-01", None)], 1),
            (vec![walk(Cause::Other, "2026-08-31", Some("2026-09-20"))], 1),
            (vec![walk(Cause::Other, "2026-09-01", Some("2026-09-20"))], 0),
            (vec![walk(Cause::Other, "2026-09-02", Some("2026-11-10"))], 1),
        ] {
            assert_eq!(open(&assessment, &refreshes, "2026-05-01").len(), expected, "{refreshes:?}");
        }
        let named = Refresh { event: Some(1), ..walk(Cause::RiskAssessment, "2026-08-20", Some("2026-09-20")) };
        assert_eq!(open(&assessment, &[named], "2026-05-01"), [""; 0]);
    }

    #[test]
    fn only_what_matters_opens_a_trigger() {
        for (event, expected) in [
            (source(1, SourceKind::Assessment, "2026-09-01", false), 1),
            (source(1, SourceKind::Incident, "2026-09-01", true), 1),
            (source(1, SourceKind::Incident, "2026-09-01", false), 0),
            (source(1, SourceKind::ScopeChange, "2026-09-01", true), 1),
            (source(1, SourceKind::Risk, "2026-09-01", true), 0),
            (source(1, SourceKind::Assessment, "2026-12-01", false), 0),
            (source(1, SourceKind::Assessment, "2026-04-30", false), 0),
            (Source { status: SourceStatus::Withdrawn, ..source(1, SourceKind::Assessment, "2026-09-01", false) }, 0),
        ] {
            assert_eq!(open(std::slice::from_ref(&event), &[], "2026-05-01").len(), expected, "{event:?}");
        }
    }

    #[test]
    fn the_turn_of_the_year_asks_for_a_walk() {
        assert_eq!(open(&[], &[], "2026-03-31").len(), 1);
        assert_eq!(open(&[], &[], "2026-04-01"), [""; 0], "a list that began with the year is as young as it");
        assert_eq!(open(&[], &[walk(Cause::Incident, "2026-03-20", Some("2026-05-02"))], "2026-01-01").len(), 1);
        let since = walk(Cause::Incident, "2026-05-01", Some("2026-05-02"));
        assert_eq!(open(&[], &[since], "2026-01-01"), [""; 0], "the whole list was looked at in the new year");
        assert_eq!(open(&[], &[walk(Cause::YearEnd, "2026-03-20", Some("2026-04-10"))], "2026-01-01"), [""; 0]);
        assert_eq!(open(&[], &[walk(Cause::YearEnd, "2025-04-20", Some("2025-05-10"))], "2025-01-01").len(), 1);
        let none = open_triggers(&[], &[], FiscalCalendar::default(), None, day("2026-11-09"));
        assert!(none.is_empty(), "without a list there is nothing to look at");
    }
}
