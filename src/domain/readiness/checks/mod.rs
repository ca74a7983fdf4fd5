//! One function per check: where it fires, and where it must not.

pub(super) mod approval;
pub(super) mod balance;
pub(super) mod cascade;
pub(super) mod change;
pub(super) mod evaluating;
pub(super) mod figures;
pub(super) mod following_up;
pub(super) mod form;
pub(super) mod measuring;
pub(super) mod plan;
pub(super) mod recording;
pub(super) mod renewal;
pub(super) mod reviews;
pub(super) mod trace;

use super::evidence::Subject;
use super::findings::Findings;
use super::index::Index;
use crate::domain::period::{Date, Period};
use crate::domain::status::why::day;
use crate::domain::text::words;

/// What a check is run on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Run {
    /// The register.
    Register(fn(&Index, &mut Findings)),
    /// Every objective in force.
    InForce(fn(&Index, &Subject, &mut Findings)),
    /// Every objective in force, and every draft: what it lacks is something to do.
    Written(fn(&Index, &Subject, &mut Findings)),
}

impl Run {
    /// Runs it on everything it is meant for.
    pub fn on(self, index: &Index, out: &mut Findings) {
        let subjects = index.evidence.subjects.iter();
        match self {
            Run::Register(look) => look(index, out),
            Run::InForce(look) => {
                let mut none = true;
                for subject in subjects.filter(|subject| subject.is_active()) {
                    none = false;
                    look(index, subject, out);
                }
                if none {
                    out.cannot_run("no objective is in force");
                }
            }
            Run::Written(look) => {
                let mut none = true;
                for subject in subjects.filter(|subject| subject.is_active() || subject.is_draft()) {
                    none = false;
                    look(index, subject, out);
                }
                if none {
                    out.cannot_run("no objective is in force");
                }
            }
        }
    }
}

/// Whether nothing is said.
fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Whole days from one day to another, never negative.
fn days_between(from: Date, to: Date) -> i64 {
    (to - from).num_days().max(0)
}

/// A named value of a sentence: a day as people read it.
fn on_day(name: &'static str, date: Date) -> (&'static str, String) {
    (name, day(date))
}

/// `so was 1 other`, `so were 2 others`: a clause whose verb follows the number.
fn others(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("{one} 1 other") } else { format!("{many} {count} others") }
}

/// Words that say a source delivers by itself.
const FEEDS: &[&str] = &["api", "automated", "automatic", "automatically", "connector", "feed", "scheduled", "webhook"];

/// Whether figures come by themselves: a feed is its own evidence.
fn is_automated(data_source: &str) -> bool {
    words(data_source).iter().any(|word| FEEDS.contains(&word.as_str()))
}

/// A period as people name it in the calendar of its objective.
fn period_name(index: &Index, subject: &Subject, period: Period) -> String {
    let definition = &subject.objective.definition;
    definition.calendar(index.evidence.rules.calendar).period_label(definition.frequency, period)
}
