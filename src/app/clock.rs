//! The only place that reads the clock.

use chrono::{DateTime, FixedOffset, Local, SecondsFormat, Utc};
use uuid::{NoContext, Timestamp, Uuid};

use crate::domain::period::Date;

/// One moment as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// UTC, RFC 3339 with milliseconds.
    pub at: String,
    /// Minutes east of UTC where the person sits.
    pub offset_minutes: i32,
    /// The civil date where the person sits.
    pub today: Date,
    /// Whether somebody set the clock (demo registers only).
    pub set: bool,
    /// The moment itself, for durations on screen.
    pub instant: DateTime<Utc>,
}

impl Moment {
    /// A new identifier that sorts by this moment; the clock is not read again.
    pub fn new_id(&self) -> Uuid {
        let seconds = u64::try_from(self.instant.timestamp()).unwrap_or(0);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, self.instant.timestamp_subsec_nanos()))
    }

    fn of(instant: DateTime<FixedOffset>, set: bool) -> Moment {
        Moment {
            at: instant.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Millis, true),
            offset_minutes: instant.offset().local_minus_utc() / 60,
            today: instant.date_naive(),
            set,
            instant: instant.with_timezone(&Utc),
        }
    }
}

/// Where the time comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A moment somebody set: demo registers and tests.
    Set(DateTime<FixedOffset>),
}

impl Clock {
    /// The clock that `SIXTWO_NOW` asks for (an ISO date or an RFC 3339 moment), else the machine's. A register that
    /// is no demo refuses a set clock when it is opened.
    pub fn from_env() -> Result<Clock, String> {
        match std::env::var("SIXTWO_NOW") {
            Ok(text) if !text.trim().is_empty() => Clock::set_to(text.trim()),
            _ => Ok(Clock::System),
        }
    }

    /// A clock that stands at `text`: an ISO date (noon UTC) or an RFC 3339 moment.
    pub fn set_to(text: &str) -> Result<Clock, String> {
        let full = if text.len() == 10 { format!("{text}T12:00:00Z") } else { text.to_owned() };
        DateTime::parse_from_rfc3339(&full)
            .map(Clock::Set)
            .map_err(|_| format!("`{text}` is no date or moment; write 2026-11-23 or 2026-11-23T09:30:00Z"))
    }

    /// Now.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Moment::of(Local::now().fixed_offset(), false),
            Clock::Set(instant) => Moment::of(*instant, true),
        }
    }
}
