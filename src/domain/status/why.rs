//! The sentence behind a status: the numbers and dates that decided it, in plain words and without codes.

use super::phrase::Account;
use super::{Judgement, Reason, Streak};
use crate::domain::objective::{Kind, Objective};
use crate::domain::period::FiscalCalendar;
use crate::domain::quantity::{Decimal, fixed, shown_against};
use crate::domain::{text, words};

pub use super::phrase::day;

const ORDINALS: [&str; 9] = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Why an objective stands where it stands: one sentence without a full stop. `calendar` is the register's; an
/// objective with a fiscal year of its own keeps it.
pub fn why(objective: &Objective, judgement: &Judgement, calendar: FiscalCalendar) -> String {
    capitalized(&text::one_line(&Account::of(objective, judgement, calendar).sentence()))
}

impl Account<'_> {
    fn sentence(&self) -> String {
        match self.judgement.reason {
            Reason::Draft => "a draft, not put in force yet".to_owned(),
            Reason::Retired => self.closed(),
            Reason::BeforeStart => format!("starts on {}", day(self.objective.definition.start)),
            Reason::NoPeriod => self.no_period(),
            Reason::AllPeriodsMet => format!("all {}", self.periods_met()),
            Reason::EnoughPeriodsMet => format!("{}, and {} had to be", self.periods_met(), self.required()),
            Reason::PeriodsNotMet => format!("only {}, where {} had to be", self.periods_met(), self.required()),
            Reason::MissingEvidence => self.missing_evidence(),
            Reason::FirstReadingPending | Reason::NoCheckin => self.first_pending(),
            Reason::NeverMeasured => self.never(),
            Reason::NoApplicableReading => "no reading so far had anything to count".to_owned(),
            Reason::Ok => self.as_it_should_be(),
            Reason::WarnBand => format!("{}, but within what is tolerated{}", self.breach(), self.tolerated()),
            Reason::BeyondFloor => self.beyond_floor(),
            Reason::TwoConsecutiveBreaches => format!("{}, {}", self.breach(), self.again()),
            Reason::FirstBreach => self.breach(),
            Reason::StaleOnePeriod | Reason::StaleTwoPeriods => self.stale(),
            Reason::TargetMetAtDue => format!("{}, which was due on {}", self.held(), self.due()),
            Reason::NotMetAtDue => format!("{}, which was due on {}", self.breach(), self.due()),
            Reason::NoEvidenceAtDue => self.no_evidence(),
            Reason::TargetMet => format!("{} before its due date {}", self.held(), self.due()),
            Reason::NoBaseline => {
                format!("{}, and without a start value to come from there is no way to measure", self.breach())
            }
            Reason::WaypointMet | Reason::WaypointNear | Reason::WaypointMissed => self.interim(),
            Reason::BeforeFirstWaypoint | Reason::WorseThanBaseline => self.before_interim(),
            Reason::Behind | Reason::FarBehind => self.on_the_way(),
            Reason::NoCriteria => "nothing is written down yet that could be fulfilled".to_owned(),
            Reason::AllCriteriaMet | Reason::CompletedLate => self.all_done(),
            Reason::CriteriaOpenAtDue => self.open_at_due(),
            Reason::MilestoneOverdue | Reason::MilestoneOverdueOver30d => self.criterion_late(),
        }
    }

    fn closed(&self) -> String {
        let Some(closing) = &self.objective.closing else { return "closed".to_owned() };
        let outcome = words::outcome(closing.outcome);
        let reason = if closing.reason.is_empty() { String::new() } else { format!(": {}", closing.reason) };
        format!("closed on {} as {outcome}{reason}", day(closing.retired_on))
    }

    fn no_period(&self) -> String {
        let start = day(self.objective.definition.start);
        format!("not one full {} lies between its start {start} and its due date {}", self.noun(1), self.due())
    }

    /// `3 of 4 quarters were met (1 had nothing to count)`.
    fn periods_met(&self) -> String {
        let Some(score) = self.judgement.grounds.score else { return "periods were met".to_owned() };
        let of = if score.met == score.applicable { String::new() } else { format!("{} of ", score.met) };
        let were = if score.applicable == 1 { "was" } else { "were" };
        format!("{of}{} {} to {} {were} met", score.applicable, self.noun(score.applicable), self.due())
    }

    fn required(&self) -> String {
        match self.judgement.grounds.score {
            Some(score) if score.required < score.applicable => score.required.to_string(),
            _ => "all".to_owned(),
        }
    }

    fn missing_evidence(&self) -> String {
        let missing = self.judgement.grounds.score.map_or(0, |score| score.missing);
        let has = if missing == 1 { "has" } else { "have" };
        format!("{missing} {} {has} no reading, and that alone cost it: {}", self.noun(missing), self.periods_met())
    }

    fn first_pending(&self) -> String {
        let what = if self.judgement.reason == Reason::NoCheckin { "check-in" } else { "reading" };
        match self.next_report() {
            Some((period, by)) => format!("the first {what}, for {period}, is expected by {by}"),
            None => format!("the first {what} is still to come"),
        }
    }

    fn never(&self) -> String {
        let (what, never) = match self.objective.definition.kind {
            Kind::Milestone => ("check-in", "nothing done and nobody checked in yet"),
            _ => ("reading", "never measured"),
        };
        match self.next_report() {
            Some((period, by)) => format!("{never}; the first {what}, for {period}, was due by {by}"),
            None => never.to_owned(),
        }
    }

    fn as_it_should_be(&self) -> String {
        match self.objective.definition.kind {
            Kind::Maintain => self.held(),
            Kind::Reach => self.on_the_way(),
            Kind::Milestone => self.next_criterion(),
        }
    }

    /// `for the second period in a row`; where a period in between has no value, it is the readings that follow.
    fn again(&self) -> String {
        let streak = self.judgement.grounds.streak.unwrap_or(Streak { readings: 2, unbroken: false });
        let unit = if streak.unbroken { "period" } else { "reading" };
        match streak.readings.checked_sub(2).and_then(|n| ORDINALS.get(n as usize)) {
            Some(ordinal) => format!("for the {ordinal} {unit} in a row"),
            None => format!("for {} {unit}s in a row", streak.readings),
        }
    }

    fn beyond_floor(&self) -> String {
        let floor = self.judgement.grounds.standard.as_ref().and_then(|s| s.floor);
        let floor = floor.map(|floor| self.with_unit(&floor.to_string())).unwrap_or_default();
        format!("{} and worse than {floor}, the worst bearable", self.breach())
    }

    /// `no reading for Oct 2026, which was due by 10 Nov 2026; the one before, 96 % in Sep 2026, holds ...`.
    fn stale(&self) -> String {
        let what = match self.objective.definition.kind {
            Kind::Milestone => "nobody has checked in",
            _ => "no reading",
        };
        let missed = self.judgement.missed_periods;
        let missing = match self.next_report() {
            Some((period, by)) if missed > 1 => {
                format!("{what} for {missed} {}, from {period} on, which was due by {by}", self.noun(missed))
            }
            Some((period, by)) => format!("{what} for {period}, which was due by {by}"),
            None => format!("{what} for {missed} {}", self.noun(missed)),
        };
        match &self.judgement.grounds.decisive {
            Some(_) => format!("{missing}; the last one: {}", self.value_in_period()),
            None => missing,
        }
    }

    fn no_evidence(&self) -> String {
        let Some(due) = self.judgement.due else { return "no reading of its last period".to_owned() };
        let last = self.calendar.rhythm(self.objective.definition.frequency).last_until(due);
        let due = self.due();
        match self.judgement.next_report {
            Some(_) => format!("due on {due}, and no reading for {} came in its days to report", self.label(last)),
            None => format!("due on {due}, and the reading for {} has nothing to count", self.label(last)),
        }
    }

    /// `58.3 % of the way when 55.1 % of the time had gone, at 44 h in May 2026, target under 24 h by 30 Sep 2026`.
    fn on_the_way(&self) -> String {
        let (Some(progress), Some(elapsed)) = (&self.judgement.progress, &self.judgement.elapsed) else {
            return self.held();
        };
        let hundred = Decimal::HUNDRED.ratio();
        let zero = Decimal::ZERO.ratio();
        let (way, time) = (progress * &hundred, fixed(&(elapsed * &hundred), 1));
        let line = if way < zero {
            let start = self.judgement.grounds.baseline.map(|b| self.with_unit(&b.to_string())).unwrap_or_default();
            format!("further away than {start} at the start when {time} % of the time had gone")
        } else {
            let way = shown_against(&way, 1, &hundred);
            format!("{way} % of the way when {time} % of the time had gone")
        };
        let points = if matches!(self.judgement.reason, Reason::Behind | Reason::FarBehind) {
            format!(", {} points behind", fixed(&((elapsed - progress) * hundred), 1))
        } else {
            String::new()
        };
        format!("{line}{points}: {}, target {} by {}", self.value_in_period(), self.target(), self.due())
    }

    fn interim(&self) -> String {
        let Some(waypoint) = &self.judgement.grounds.waypoint else { return self.value_in_period() };
        let agreed = format!("the interim target of {}", self.phrase(&waypoint.value.to_string()));
        let on = day(waypoint.date);
        let value = self.value_against(waypoint.value);
        match self.judgement.reason {
            Reason::WaypointMet => format!("{value} holds {agreed} for {on}"),
            Reason::WaypointNear => format!("{value} misses {agreed} for {on} by no more than is tolerated"),
            _ => format!("{value} misses {agreed} for {on}"),
        }
    }

    fn before_interim(&self) -> String {
        let Some(waypoint) = &self.judgement.grounds.waypoint else { return self.value_in_period() };
        let coming = format!("the first interim target, {}", self.with_unit(&waypoint.value.to_string()));
        let on = day(waypoint.date);
        match (self.judgement.reason, self.judgement.grounds.baseline) {
            (Reason::WorseThanBaseline, Some(baseline)) => {
                let (value, start) = (self.value_against(baseline), self.with_unit(&baseline.to_string()));
                format!("{value} is worse than {start} at the start; {coming}, is set for {on}")
            }
            _ => format!("{}; {coming}, is set for {on}", self.value_in_period()),
        }
    }

    fn all_done(&self) -> String {
        let last = self.objective.criteria_done.iter().map(|c| c.done).max().map(day).unwrap_or_default();
        let done = match self.objective.definition.criteria.len() {
            1 => "the one criterion was fulfilled on".to_owned(),
            n => format!("all {n} criteria are fulfilled, the last on"),
        };
        match (self.judgement.reason, self.judgement.due) {
            (Reason::CompletedLate, _) => format!("{done} {last}, after the due date {}", self.due()),
            (_, Some(due)) => format!("{done} {last}, due {}", day(due)),
            (_, None) => format!("{done} {last}"),
        }
    }

    fn open_at_due(&self) -> String {
        let criteria = &self.objective.definition.criteria;
        let open = self.open_criteria();
        let first = open.first().map(|n| criteria[*n].text.as_str()).unwrap_or_default();
        let more = match open.len() {
            0 | 1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let (open, all) = (open.len(), criteria.len());
        format!("the due date {} has passed with {open} of {all} criteria open: {first}{more}", self.due())
    }

    fn criterion_late(&self) -> String {
        let criterion = self.judgement.grounds.criterion.and_then(|number| {
            let criterion = self.objective.definition.criteria.get((number as usize).checked_sub(1)?)?;
            Some((criterion.text.as_str(), criterion.planned?))
        });
        let Some((text, planned)) = criterion else { return "a criterion is late".to_owned() };
        let days = match self.judgement.criterion_days_late {
            Some(1) => "1 day".to_owned(),
            days => format!("{} days", days.unwrap_or(0)),
        };
        format!("{text}: planned for {}, {days} late", day(planned))
    }

    fn next_criterion(&self) -> String {
        let criteria = &self.objective.definition.criteria;
        let open = self.open_criteria();
        let done = self.criteria_fulfilled();
        let planned = open.iter().filter_map(|n| Some((criteria[*n].planned?, criteria[*n].text.as_str())));
        match planned.min_by_key(|(planned, _)| *planned) {
            Some((planned, text)) => format!("{done}, next: {text}, planned for {}", day(planned)),
            None => done,
        }
    }
}

fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
