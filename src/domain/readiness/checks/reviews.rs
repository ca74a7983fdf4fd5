//! Meetings: RC-60 to RC-62.

use chrono::Days;

use super::super::About;
use super::super::findings::Findings;
use super::super::index::Index;
use crate::domain::period::{Date, Frequency, Period, Rhythm};
use crate::domain::review::{Review, ReviewItem};
use crate::domain::status::Status;
use crate::domain::status::why::day;
use crate::domain::words;

/// RC-60. The organization sets its cadence: by the parameter, and by the date a meeting sets for the next one. Periods
/// that began before the register are not asked about.
pub fn skipped(index: &Index, out: &mut Findings) {
    let days = Days::new(u64::from(index.number(out.check, "days")));
    let rhythm = cadence(index, out);
    let Some(latest) = latest_due(index, rhythm, days) else {
        return out.cannot_run("no review period has closed since the register began");
    };
    let window_end = latest.end + days;
    let held = index.meetings.iter().any(|review| latest.start <= review.date && review.date <= window_end);
    let later = index.meetings.iter().any(|review| review.date > window_end);
    let agreed = |review: &Review| review.next_date.is_some_and(|next| next + days >= index.as_of);
    let agreed_later = index.meetings.last().is_some_and(|review| agreed(review));
    if !held && !later && !agreed_later {
        let name = index.evidence.rules.calendar.period_label(rhythm.frequency, latest);
        let finding = out.on_register(&[("period", name)]);
        if let Some(last) = index.meetings.last() {
            finding.and(&format!("; the last one was on {}", day(last.date)));
        }
    }
}

fn cadence(index: &Index, out: &Findings) -> Rhythm {
    let frequency = match index.number(out.check, "months") {
        1 => Frequency::M,
        6 => Frequency::H,
        12 => Frequency::Y,
        _ => Frequency::Q,
    };
    index.evidence.rules.calendar.rhythm(frequency)
}

/// The newest period whose meeting should have been held by now, if it began with the register.
fn latest_due(index: &Index, rhythm: Rhythm, days: Days) -> Option<Period> {
    let before: Date = index.as_of.checked_sub_days(days)?.pred_opt()?;
    let latest = rhythm.last_until(before);
    (latest.start >= index.evidence.created_on).then_some(latest)
}

/// RC-61.
pub fn no_management_review(index: &Index, out: &mut Findings) {
    let months = index.number(out.check, "months");
    let Some(last) = index.management_reviews().next_back() else {
        if index.active().next().is_none() {
            return out.cannot_run("no objective is in force that a management review could look at");
        }
        let severity = out.escalated();
        let fact =
            format!("No management review with a result of the objectives is on record by {}.", day(index.as_of));
        out.raise(About::Register, fact).severity = severity;
        return;
    };
    if last.items.is_empty() {
        out.on_register(&[]).and(&format!(": {}", day(last.date)));
    } else if last.date < index.months_ago(months) {
        let fact = format!("The last management review was on {}, more than {months} months ago.", day(last.date));
        out.raise(About::Register, fact);
    }
}

/// RC-62. Asked of the last management review; a decision taken since then answers it.
pub fn seen_without_decision(index: &Index, out: &mut Findings) {
    let Some(last) = index.management_reviews().next_back() else {
        return out.cannot_run("no management review is on record");
    };
    let lags = |item: &&ReviewItem| {
        matches!(item.status_before, Status::OffTrack | Status::Missed | Status::Unknown) && item.decision.is_none()
    };
    for item in last.items.iter().filter(lags) {
        let Some(subject) = index.subject(&item.code).filter(|subject| subject.is_active()) else { continue };
        let decided = subject.decisions.iter().any(|decision| decision.on >= last.date);
        if !decided {
            let status = words::status(item.status_before).1.to_owned();
            out.on(subject, &[("status", status)]).and(&format!(", on {}", day(last.date)));
        }
    }
}
