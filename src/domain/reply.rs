//! Reply sheets: what somebody is asked for, how each question is named so that its answer finds the way back, and what
//! came back. The labels here stand on the sheet and are looked for when it returns.

use std::fmt;
use std::str::FromStr;

use super::objective::vocabulary;
use super::period::{Date, parse_iso_date};

/// The version of a sheet's shape.
const SHAPE: &str = "1";

/// What the way-back column says in a row that names columns.
pub const COLUMNS: &str = "sixtwo columns";
/// What it says in the row with the name of who fills the sheet in.
pub const WHO: &str = "sixtwo who";
/// Label beside the cell for the name.
pub const YOUR_NAME: &str = "Your name";
/// Label beside the cell for the day.
pub const FILLED_ON: &str = "Filled in on";
/// Column of a value.
pub const VALUE: &str = "Value";
/// Column of what it means; for a delivery, where it stands.
pub const MEANING: &str = "What it means";
/// Column of the reason why there is no value.
pub const WHY_NOT: &str = "Cannot measure because";
/// Column of what shows a value, or that something is done.
pub const EVIDENCE: &str = "What shows it";
/// Column of the day something was done.
pub const DONE_ON: &str = "Done on";
/// Column of the confirmation.
pub const KNOWN: &str = "I know this target";
/// Column of who confirms.
pub const NAME: &str = "Name";
/// Column of the day of a confirmation.
pub const ON: &str = "Date";

vocabulary! {
    /// Whose sheet it is.
    Subject {
        /// A function's.
        Function = "function",
        /// A person's or a role's.
        Owner = "owner",
    }
}

/// What a sheet says about itself, so that it is taken back where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The register that asks, by its UUID.
    pub register: String,
    /// The journal entry the sheet rests on.
    pub seq: u64,
    /// Whose sheet it is.
    pub subject: Subject,
    /// The name of the function, person or role.
    pub name: String,
}

/// What a row of a sheet asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The value of a period, by its last day.
    Reading {
        /// Code of the objective.
        code: String,
        /// Last day of the period.
        period_end: Date,
    },
    /// Where a delivery stands.
    CheckIn {
        /// Code of the objective.
        code: String,
        /// Last day of the period it is looked at for.
        period_end: Date,
    },
    /// Whether a criterion is fulfilled.
    Criterion {
        /// Code of the objective.
        code: String,
        /// Its number, from 1.
        number: u32,
    },
    /// Whether an action is done, by its number.
    Action(i64),
    /// Whether a target is known.
    Target {
        /// Code of the objective.
        code: String,
        /// The version that ought to be known.
        version: u32,
    },
}

impl Key {
    /// Code of the objective; empty where the key names none.
    pub fn code(&self) -> &str {
        match self {
            Key::Reading { code, .. } | Key::CheckIn { code, .. } => code,
            Key::Criterion { code, .. } | Key::Target { code, .. } => code,
            Key::Action(_) => "",
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Reading { code, period_end } => write!(f, "reading {period_end} {code}"),
            Key::CheckIn { code, period_end } => write!(f, "checkin {period_end} {code}"),
            Key::Criterion { code, number } => write!(f, "criterion {number} {code}"),
            Key::Action(id) => write!(f, "action {id}"),
            Key::Target { code, version } => write!(f, "target {version} {code}"),
        }
    }
}

/// A text that is no key, or no stamp, of a reply sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Key, NoKey> {
        let mut parts = text.trim().splitn(3, ' ');
        let (kind, which) = (parts.next().ok_or(NoKey)?, parts.next().ok_or(NoKey)?);
        let code = parts.next().map(str::to_owned).filter(|code| !code.is_empty());
        let day = || parse_iso_date(which).ok_or(NoKey);
        let number = || which.parse::<u32>().map_err(|_| NoKey);
        Ok(match (kind, code) {
            ("action", None) => Key::Action(which.parse().map_err(|_| NoKey)?),
            ("reading", Some(code)) => Key::Reading { code, period_end: day()? },
            ("checkin", Some(code)) => Key::CheckIn { code, period_end: day()? },
            ("criterion", Some(code)) => Key::Criterion { code, number: number()? },
            ("target", Some(code)) => Key::Target { code, version: number()? },
            _ => return Err(NoKey),
        })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stamp { register, seq, subject, name } = self;
        write!(f, "sixtwo reply {SHAPE} {register} {seq} {subject} {name}")
    }
}

impl FromStr for Stamp {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Stamp, NoKey> {
        let parts: Vec<&str> = text.trim().splitn(7, ' ').collect();
        let ["sixtwo", "reply", SHAPE, register, seq, subject, name] = parts[..] else { return Err(NoKey) };
        let seq = seq.parse().map_err(|_| NoKey)?;
        let subject = Subject::from_word(subject).ok_or(NoKey)?;
        Ok(Stamp { register: register.to_owned(), seq, subject, name: name.to_owned() })
    }
}

/// Everything one sheet asks for. Texts stand as people entered them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What the sheet says about itself.
    pub stamp: Stamp,
    /// Whose objectives they are.
    pub organization: String,
    /// A throw-away sample.
    pub demo: bool,
    /// The day it was written for.
    pub as_of: Date,
    /// Who fills it in, where that is known.
    pub who: String,
    /// Values and looks.
    pub readings: Vec<AskedReading>,
    /// Actions and criteria.
    pub tasks: Vec<AskedTask>,
    /// Targets to be known.
    pub targets: Vec<AskedTarget>,
}

impl Asked {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty() && self.tasks.is_empty() && self.targets.is_empty()
    }

    /// What it asks for, row by row.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        let readings = self.readings.iter().map(|asked| &asked.key);
        let tasks = self.tasks.iter().map(|asked| &asked.key);
        readings.chain(tasks).chain(self.targets.iter().map(|asked| &asked.key))
    }
}

/// A value, or a look at a delivery, for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedReading {
    /// How it finds the way back.
    pub key: Key,
    /// Title of the objective.
    pub title: String,
    /// Name of the period.
    pub period: String,
    /// The last day on which it is in time.
    pub last_day: Date,
    /// The period has ended.
    pub closed: bool,
    /// The target in words.
    pub target: String,
    /// The value before, with its period; empty where there is none.
    pub last: String,
    /// Who is asked.
    pub who: String,
}

/// An action or a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTask {
    /// How it finds the way back.
    pub key: Key,
    /// Its number or the code, as people call it.
    pub called: String,
    /// What is to be done.
    pub text: String,
    /// The objective it serves; empty for none.
    pub serves: String,
    /// By when.
    pub due: Option<Date>,
    /// Who does it.
    pub who: String,
}

/// A target somebody ought to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedTarget {
    /// How it finds the way back.
    pub key: Key,
    /// Title of the objective.
    pub title: String,
    /// The version that counts.
    pub version: u32,
    /// The target in words.
    pub target: String,
    /// By when it is due.
    pub due: Option<Date>,
    /// Who ought to know it.
    pub who: String,
}

/// What one row of a sheet answers; empty and `None` are "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The value as typed.
    pub value: String,
    /// What it means; of a delivery, where it stands.
    pub meaning: String,
    /// Why there is no value.
    pub why_not: String,
    /// What shows it.
    pub evidence: String,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// Whether the target is known.
    pub known: Option<bool>,
    /// Who confirms, where it is not who filled the sheet in.
    pub name: String,
    /// The day of the confirmation.
    pub on: Option<Date>,
}

impl Said {
    /// Whether a row came back as it went out. A name or what shows it alone answers nothing.
    pub fn is_silent(&self, key: &Key) -> bool {
        match key {
            Key::Reading { .. } => self.value.is_empty() && self.why_not.is_empty() && self.meaning.is_empty(),
            Key::CheckIn { .. } => self.meaning.is_empty() && self.why_not.is_empty(),
            Key::Criterion { .. } | Key::Action(_) => self.done_on.is_none() && self.evidence.is_empty(),
            Key::Target { .. } => self.known.is_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_stamps_find_the_way_back() {
        let day = Date::from_ymd_opt(2026, 10, 31).expect("a day");
        let code = "HR 2: leavers".to_owned();
        let keys = [
            Key::Reading { code: code.clone(), period_end: day },
            Key::CheckIn { code: code.clone(), period_end: day },
            Key::Criterion { code: code.clone(), number: 3 },
            Key::Action(12),
            Key::Target { code, version: 2 },
        ];
        for key in keys {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for text in
            ["", "reading", "reading 2026-10-31", "reading x HR-2", "action x", "action 1 HR-2", "sixtwo columns"]
        {
            assert_eq!(text.parse::<Key>(), Err(NoKey), "{text}");
        }
        let stamp = Stamp {
            register: "0193".to_owned(),
            seq: 7,
            subject: Subject::Function,
            name: "People & Culture".to_owned(),
        };
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        assert_eq!("sixtwo reply 2 0193 7 owner A".parse::<Stamp>(), Err(NoKey));
    }
}
