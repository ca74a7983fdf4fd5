//! What the faces read: typed pictures of the register, computed once and drawn as they are.

use std::path::PathBuf;

use super::sources::Because;
use crate::domain::ahead::Planned;
use crate::domain::audit::Audit;
use crate::domain::objective::{CriterionDone, Objective};
use crate::domain::period::{Date, FiscalCalendar, Period, Rhythm};
use crate::domain::reading::{Reading, Standing};
use crate::domain::refresh::Trigger;
use crate::domain::register::Rules;
use crate::domain::review::{Action, CalendarEntry, Decision, Review};
use crate::domain::statistics::Insight;
use crate::domain::status::{Freshness, Judgement, Status, Trail};
use crate::domain::version::Version;
use crate::domain::words;

pub use super::editions::view::{Awareness, Predecessor};
pub use super::history::view::{Difference, HistoryEntry, HistoryQuery, InForce, Mark, Sample};
pub use super::refresh::view::{Keeping, RefreshEntry, Stop, UncoveredSource, Walk, YearResult};
pub use super::snapshots::FrozenRegister;
/// A period that was not measured, a frozen register, what a check of the file covered: as the register keeps them.
pub use crate::store::{NotMeasuredRow as NotMeasuredNote, SnapshotRow as SnapshotEntry, Verification as VerifyReport};

/// From where the register is looked at. The default is today, with everything known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// Judge on this day, with what had been recorded (or claimed) by then.
    pub as_of: Option<Date>,
    /// Also hide what the journal did not hold then.
    pub known_at: Option<KnownAt>,
}

/// A position in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAt {
    /// Everything entered up to the end of this day.
    Day(Date),
    /// Everything up to this journal entry.
    Seq(u64),
}

/// The register in one look: the home screen and `status`.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Where the register lies.
    pub path: PathBuf,
    /// Whose register it is.
    pub organization: String,
    /// A throw-away sample.
    pub demo: bool,
    /// Open for reading only.
    pub read_only: bool,
    /// The day judged.
    pub as_of: Date,
    /// Today where the person sits.
    pub today: Date,
    /// From where it was looked at.
    pub lens: Lens,
    /// Others look on: drafts are left out.
    pub showing: bool,
    /// Settings in force.
    pub rules: Rules,
    /// Every objective in the order of attention: off_track, missed, unknown, at_risk, not_started overdue, on_track,
    /// achieved, draft, retired; inside: missed periods, due date, code.
    pub rows: Vec<Row>,
    /// The newest journal entry.
    pub seq: u64,
    /// Its hash in hex.
    pub head: String,
    /// The meeting that is open, if one is: its number.
    pub open_review: Option<i64>,
    /// What makes a walk through the list necessary and is not answered by one yet, oldest first.
    pub triggers: Vec<Trigger>,
    /// The walk through the list that is open, if one is: its number.
    pub open_refresh: Option<i64>,
    /// The planned date of the next meeting.
    pub next_review: Option<Date>,
    /// Kinds of meetings whose day is past without one held.
    pub overdue_meetings: Vec<CalendarEntry>,
    /// The next audit in the calendar.
    pub next_audit: Option<Audit>,
    /// The newest approved edition of the list.
    pub edition: Option<i64>,
    /// Actions not done: all of them, and those past their date.
    pub open_actions: (u32, u32),
}

/// One objective in the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Stable inside the register.
    pub id: i64,
    /// The objective as known through the lens.
    pub objective: Objective,
    /// Its versions.
    pub version: VersionMark,
    /// What is agreed for later days, by day: a hand-over, a reorganization.
    pub planned: Vec<Planned>,
    /// What stands for its latest periods: at least the last 15 (or all), enough for a sparkline and the last value.
    pub trail: Trail,
    /// Status, freshness and everything computed with them.
    pub judgement: Judgement,
    /// The worst of its children, recursively.
    pub worst_child: Option<WorstChild>,
    /// The journal entry that last changed its definition: the `base` of an edit form.
    pub changed_seq: u64,
}

/// Which version is in force and whether a draft waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VersionMark {
    /// In force.
    pub in_force: Option<u32>,
    /// Waiting for approval.
    pub draft: Option<u32>,
    /// Agreed, but dated ahead: its number and the day it begins.
    pub scheduled: Option<(u32, Date)>,
}

impl VersionMark {
    /// In words: `version 3`, `version 3, draft 4`, `draft 1`, `version 3, 4 from 1 Jan 2027`.
    pub fn words(&self) -> String {
        let in_force = self.in_force.map(|number| format!("version {number}"));
        let ahead = self.scheduled.map(|(number, begins)| format!("{number} from {}", words::day(begins)));
        let draft = self.draft.map(|number| format!("draft {number}"));
        in_force.into_iter().chain(ahead).chain(draft).collect::<Vec<_>>().join(", ")
    }
}

/// The child that needs attention most; a parent never averages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorstChild {
    /// Its code.
    pub code: String,
    /// Its status.
    pub status: Status,
    /// Its freshness.
    pub freshness: Freshness,
    /// The parent looks good while this child does not.
    pub contradicts: bool,
}

impl Overview {
    /// How many open objectives have a version that waits for approval.
    pub fn waiting(&self) -> usize {
        self.rows.iter().filter(|row| row.waits()).count()
    }
}

impl Row {
    /// Whether a version of it waits for approval, and it is open.
    pub fn waits(&self) -> bool {
        self.version.draft.is_some() && self.objective.closing.is_none()
    }

    /// Whether a version waits while an earlier one is in force.
    pub fn waits_beside_force(&self) -> bool {
        self.waits() && self.version.in_force.is_some()
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.objective.code
    }

    /// The calendar its periods are cut from.
    pub fn calendar(&self, rules: &Rules) -> FiscalCalendar {
        self.objective.definition.calendar(rules.calendar)
    }

    /// The periods it is measured in.
    pub fn rhythm(&self, rules: &Rules) -> Rhythm {
        self.objective.definition.rhythm(rules.calendar)
    }

    /// The newest closed period in which a reading was expected or came: time goes on after the due date and the
    /// closing, but nothing is missing there.
    pub fn newest_period(&self, rules: &Rules, as_of: Date) -> Period {
        let rhythm = self.rhythm(rules);
        let closed = rhythm.before(rhythm.containing(as_of));
        let closing = self.objective.closing.as_ref().map(|closing| closing.retired_on);
        let Some(until) = [self.judgement.due, closing].into_iter().flatten().min() else { return closed };
        let newest_reading = self.trail.recent.iter().rev().map(|s| s.period).find(|period| period.end <= closed.end);
        let expected = rhythm.last_until(until);
        newest_reading.map_or(expected, |newest| newest.max(expected)).min(closed)
    }

    /// The last `n` closed periods in which a reading was expected or came, oldest first, each with what stands for
    /// it: gaps stay visible. Neither the time before the first period or reading nor the time after the due date,
    /// the closing and the last reading is among them.
    pub fn last_periods(&self, rules: &Rules, as_of: Date, n: usize) -> Vec<(Period, Option<&Standing>)> {
        let rhythm = self.rhythm(rules);
        let first_reading = self.trail.recent.first().map(|s| s.period.start);
        let begins = first_reading.unwrap_or(self.objective.definition.start).min(self.objective.definition.start);
        let mut periods = Vec::with_capacity(n);
        let mut period = self.newest_period(rules, as_of);
        while periods.len() < n && period.end >= begins {
            periods.push((period, self.trail.recent.iter().rev().find(|s| s.period == period)));
            period = rhythm.before(period);
        }
        periods.reverse();
        periods
    }
}

/// Everything about one objective: the other three panes, `show`, a section of the pack.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The list row.
    pub row: Row,
    /// Settings in force.
    pub rules: Rules,
    /// The day judged.
    pub as_of: Date,
    /// Every entry known through the lens, voided ones among them, by day measured and revision.
    pub readings: Vec<Reading>,
    /// What stands for each period, oldest first.
    pub standings: Vec<Standing>,
    /// Periods explained as not measured.
    pub not_measured: Vec<NotMeasuredNote>,
    /// Criteria fulfilled.
    pub criteria_done: Vec<CriterionDone>,
    /// Decisions, newest first.
    pub decisions: Vec<Decision>,
    /// Its actions, open ones first.
    pub actions: Vec<Action>,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// Its direct children in the order of attention.
    pub children: Vec<WorstChild>,
    /// Who knows the version that counts.
    pub awareness: Awareness,
    /// The objective it took the place of.
    pub predecessor: Option<Box<Predecessor>>,
    /// What its figures say beside the judgement.
    pub insight: Insight,
    /// What it serves: its own links, then those it inherits.
    pub serves: Vec<Because>,
}

impl Dossier {
    /// The entry that stands for the day measured of a standing.
    pub fn reading_of(&self, standing: &Standing) -> Option<&Reading> {
        self.readings
            .iter()
            .filter(|r| r.measured_on == standing.measured_on && r.voided_on.is_none_or(|day| day > self.as_of))
            .max_by_key(|r| (r.known_from, r.seq, r.revision))
    }
}

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Who produces the figure, else the owner.
    pub who: String,
    /// The period that waits.
    pub period: Period,
    /// Its name: `Oct 2026`.
    pub label: String,
    /// The last day to report it.
    pub last_day: Date,
    /// due, overdue or never.
    pub freshness: Freshness,
    /// How many periods wait past their last day.
    pub missed_periods: u32,
}

/// A register setting as `settings list` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingEntry {
    /// Its name: `tolerance_behind`.
    pub name: String,
    /// The value in force as text.
    pub value: String,
    /// Since when.
    pub from: Option<Date>,
    /// The value it has without being set.
    pub default: String,
    /// What it does, one line.
    pub meaning: String,
}

/// A meeting with what its screen needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The meeting.
    pub review: Review,
    /// Actions agreed in earlier meetings that are still open.
    pub carried_actions: Vec<Action>,
    /// Decisions taken in this meeting.
    pub decisions: Vec<Decision>,
    /// Actions agreed in this meeting.
    pub actions: Vec<Action>,
}
