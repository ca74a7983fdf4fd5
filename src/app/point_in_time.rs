//! A point in time as people say it: a day, some days back, the last review, an audit, a snapshot, an entry of the
//! history. Whatever is said, what was known then is looked at.

use chrono::Days;

use super::parse::parse_entered_date;
use super::rules::rules_from;
use super::view::{KnownAt, Lens};
use super::{Refusal, RefusalKind, Session};
use crate::domain::audit::Audit;
use crate::domain::period::{Date, FiscalCalendar, Frequency};
use crate::domain::words;
use crate::store::{Reader, Sight};

/// A point in time, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointInTime {
    /// How to look from there; the default is now.
    pub lens: Lens,
    /// The day.
    pub day: Date,
    /// What was said, in words: `Tue 30 Jun 2026, up to entry 221`.
    pub told: String,
}

/// What may be said, for those who type something else.
pub const EXAMPLES: &str =
    "2026-06-30, 30.6.2026, -7d, eom, eoq, last review, audit, snapshot 2, or an entry such as 196";

impl Session {
    /// Resolves a point in time as people say it. A day ahead, a day before the register, and what never happened are
    /// refused with what to say instead.
    pub fn point_in_time(&mut self, said: &str) -> Result<PointInTime, Refusal> {
        let today = self.env.clock.now().today;
        self.store.read(|reader| resolve(reader, today, &said.trim().to_lowercase()))
    }
}

fn resolve(reader: &Reader, today: Date, said: &str) -> Result<PointInTime, Refusal> {
    let sight = Sight::today(today);
    if matches!(said, "" | "now" | "today") {
        return Ok(PointInTime { lens: Lens::default(), day: today, told: "now".to_owned() });
    }
    let (word, number) = said.rsplit_once(' ').unwrap_or(("", said));
    match (word, number.parse::<u64>()) {
        ("" | "entry", Ok(seq)) => return entry(reader, seq),
        ("snapshot", Ok(number)) => return snapshot(reader, Some(number)),
        ("review", Ok(number)) => return review(reader, &sight, Some(number)),
        _ => {}
    }
    match said {
        "snapshot" | "last snapshot" => snapshot(reader, None),
        "review" | "last review" => review(reader, &sight, None),
        "audit" | "last audit" => audit(reader, &sight, today),
        _ => {
            let calendar = rules_from(&reader.settings()?).calendar;
            let day = ended(said, today, calendar).map_or_else(|| typed(said, today), Ok)?;
            on_day(reader, day, today, "")
        }
    }
}

fn not_a_point(why: &str) -> Refusal {
    Refusal::new(RefusalKind::Invalid, why.to_owned()).next(format!("say {EXAMPLES}"))
}

/// The end of the last month, quarter or fiscal year that has ended: looking back, the running one is no answer.
fn ended(said: &str, today: Date, calendar: FiscalCalendar) -> Option<Date> {
    let frequency = match said {
        "eom" => Frequency::M,
        "eoq" => Frequency::Q,
        "eoy" => Frequency::Y,
        _ => return None,
    };
    let rhythm = calendar.rhythm(frequency);
    Some(rhythm.before(rhythm.containing(today)).end)
}

/// A day as people type it; the name of a weekday is the last one.
fn typed(said: &str, today: Date) -> Result<Date, Refusal> {
    let day = parse_entered_date(said, today).map_err(|problem| not_a_point(&problem.to_string()))?;
    let names_a_weekday = said.chars().all(|c| c.is_ascii_alphabetic()) && said != "tomorrow";
    Ok(if day > today && names_a_weekday { day - Days::new(7) } else { day })
}

fn on_day(reader: &Reader, day: Date, today: Date, what: &str) -> Result<PointInTime, Refusal> {
    let shown = words::day(day);
    if day > today {
        return Err(Refusal::new(RefusalKind::Invalid, format!("{shown} is still ahead")).next("say an earlier day"));
    }
    let seq = reader.seq_on(day)?;
    if seq == 0 {
        let founded = words::day(reader.founded_on()?);
        let before = format!("the register begins on {founded}, so nothing was known on {shown}");
        let shell = format!("`sixtwo --as-of {day}` judges that day by the dates an import claims");
        return Err(Refusal::new(RefusalKind::NotFound, before).next(shell));
    }
    if day == today && what.is_empty() {
        return Ok(PointInTime { lens: Lens::default(), day, told: "now".to_owned() });
    }
    let lens = Lens { as_of: Some(day), known_at: Some(KnownAt::Day(day)) };
    Ok(PointInTime { lens, day, told: format!("{what}{}, up to entry {seq}", day.format("%a %-d %b %Y")) })
}

fn entry(reader: &Reader, seq: u64) -> Result<PointInTime, Refusal> {
    let newest = reader.head()?.0;
    let found = if seq == 0 { None } else { reader.journal_entry(seq)? };
    let Some(entry) = found else {
        return Err(Refusal::not_found(format!("the history has no entry {seq}; the newest is {newest}")));
    };
    let lens = Lens { as_of: Some(entry.today), known_at: Some(KnownAt::Seq(entry.seq)) };
    let told = format!("entry {} of {}", entry.seq, entry.today.format("%a %-d %b %Y"));
    Ok(PointInTime { lens, day: entry.today, told })
}

fn snapshot(reader: &Reader, number: Option<u64>) -> Result<PointInTime, Refusal> {
    let all = reader.snapshots()?;
    let found = match number {
        Some(number) => all.iter().find(|snapshot| u64::try_from(snapshot.number) == Ok(number)),
        None => all.last(),
    };
    let Some(snapshot) = found else {
        let said = match (number, all.last()) {
            (Some(number), Some(last)) => format!("there is no snapshot {number}; the newest is {}", last.number),
            _ => "no snapshot has been taken yet".to_owned(),
        };
        return Err(Refusal::not_found(said));
    };
    let lens = Lens { as_of: Some(snapshot.as_of), known_at: Some(KnownAt::Seq(snapshot.seq)) };
    let told = format!("snapshot {} of {}", snapshot.number, snapshot.as_of.format("%a %-d %b %Y"));
    Ok(PointInTime { lens, day: snapshot.as_of, told })
}

/// The end of the day on which a meeting was held.
fn review(reader: &Reader, sight: &Sight, number: Option<u64>) -> Result<PointInTime, Refusal> {
    let held: Vec<_> = reader.reviews(sight)?.into_iter().filter(|review| review.closed_at.is_some()).collect();
    let found = match number {
        Some(number) => held.iter().find(|review| u64::try_from(review.number) == Ok(number)),
        None => held.last(),
    };
    match (found, number) {
        (Some(review), _) => on_day(reader, review.date, sight.as_of, &format!("review {} on ", review.number)),
        (None, Some(number)) => Err(Refusal::not_found(format!("no review {number} has been closed"))),
        (None, None) => Err(Refusal::not_found("no review has been closed yet")),
    }
}

/// The end of the first day of the newest audit that has begun.
fn audit(reader: &Reader, sight: &Sight, today: Date) -> Result<PointInTime, Refusal> {
    let audits: Vec<Audit> = reader.records(sight)?;
    if let Some(audit) = audits.iter().filter(|audit| audit.day <= today).max_by_key(|audit| audit.day) {
        return on_day(reader, audit.day, today, &format!("{} on ", words::audit(audit.kind)));
    }
    let next = audits.iter().min_by_key(|audit| audit.day);
    let ahead = next.map(|audit| format!("; the {} on {} is ahead", words::audit(audit.kind), words::day(audit.day)));
    Err(Refusal::not_found(format!("no audit has been held yet{}", ahead.unwrap_or_default())))
}
