//! The sentence behind a status: the numbers and dates that decided it.

use super::Judgement;
use crate::domain::objective::Objective;
use crate::domain::period::FiscalCalendar;

/// Why an objective stands where it stands, in one sentence.
pub fn why(_objective: &Objective, judgement: &Judgement, _calendar: FiscalCalendar) -> String {
    judgement.reason.word().replace('_', " ")
}
