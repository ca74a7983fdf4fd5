//! Column headers that name a span of time: `Jan 26`, `2026-01`, `Q1/26`, `FY2026-27 Q3`, `Jan` with the year elsewhere.

use chrono::{Datelike, Months};

use super::objectives::span_named;
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period, Rhythm};

/// A header taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodHeader {
    /// Which span.
    pub when: When,
    /// What the cells below hold.
    pub holds: Holds,
}

/// Which span a header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole span.
    Span(Frequency, Period),
    /// A part of a year that stands elsewhere: month 1-12, quarter 1-4, half 1-2, week 1-53.
    PartOfYear(Frequency, u32),
    /// One day.
    Day(Date),
}

/// What the cells below a header hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Values.
    Values,
    /// What the values mean.
    Meanings,
    /// Something that is no reading: targets, plans, forecasts.
    Other,
}

/// Beginnings of the names of the months, as English, German, Dutch, French and Spanish sheets write them.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "maa", "mrt", "mae"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mei"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "aou", "ago"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];
/// The longer words those beginnings may be cut from.
const LONG_MONTHS: &str = "january januar januari janvier enero february februar februari février fevrier febrero march märz maerz maart mars marzo \
     april avril abril may mai mei mayo june juni juin junio july juli juillet julio august augustus août aout agosto \
     september septembre septiembre october oktober octobre octubre november novembre noviembre december dezember \
     décembre decembre diciembre sept";
const VALUE_WORDS: &str = "actual actuals result results value values reading measured ist";
const MEANING_WORDS: &str = "comment comments remark remarks note notes meaning explanation reason";
const OTHER_WORDS: &str = "target targets goal plan planned budget forecast soll ytd average avg mean total sum delta change trend status rag";

/// Takes a header apart; `None` where it names no span of time.
pub fn period_header(text: &str, calendar: FiscalCalendar) -> Option<PeriodHeader> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if let Ok(day) = super::date::parse_date(text) {
        return Some(PeriodHeader { when: When::Day(day), holds: Holds::Values });
    }
    let (mut words, mut holds) = (Vec::new(), Holds::Values);
    for word in words_of(text) {
        if has(VALUE_WORDS, &word) {
            continue;
        } else if has(MEANING_WORDS, &word) {
            holds = Holds::Meanings;
        } else if has(OTHER_WORDS, &word) {
            holds = Holds::Other;
        } else {
            words.push(word);
        }
    }
    when(&words, calendar).map(|when| PeriodHeader { when, holds })
}

fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// Lower case, cut at signs and where digits end before a letter: `2026Q1` is `2026`, `q1`.
fn words_of(text: &str) -> Vec<String> {
    let (mut words, mut word) = (Vec::new(), String::new());
    for c in text.to_lowercase().chars() {
        let cut = !c.is_alphanumeric() || (c.is_alphabetic() && word.ends_with(|last: char| last.is_ascii_digit()));
        if cut && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.push(c);
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// The parts of a span as words name them.
#[derive(Default)]
struct Parts {
    part: Option<(Frequency, u32)>,
    years: Vec<i32>,
    fiscal: bool,
    /// One or two digits that may be a month or a short year.
    short: Vec<u32>,
}

fn when(words: &[String], calendar: FiscalCalendar) -> Option<When> {
    let mut parts = Parts::default();
    let mut rest = words.iter().map(String::as_str).peekable();
    while let Some(word) = rest.next() {
        match word {
            "q" | "quarter" | "h" | "half" | "w" | "kw" | "wk" | "week" => {
                let number = rest.next()?.parse().ok()?;
                parts.take(frequency_of(word)?, number)?;
            }
            "fy" => parts.fiscal = true,
            word => parts.word(word)?,
        }
    }
    parts.when(calendar)
}

fn frequency_of(word: &str) -> Option<Frequency> {
    match word {
        "q" | "quarter" => Some(Frequency::Q),
        "h" | "half" => Some(Frequency::H),
        "w" | "kw" | "wk" | "week" => Some(Frequency::W),
        "m" => Some(Frequency::M),
        _ => None,
    }
}

impl Parts {
    fn word(&mut self, word: &str) -> Option<()> {
        let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        let (letters, number) = word.split_at(digits);
        if number.is_empty() {
            return self.take(Frequency::M, month_named(letters)?);
        }
        let value: u32 = number.parse().ok()?;
        match letters {
            "" if number.len() == 4 && (1900..2200).contains(&value) => self.years.push(value as i32),
            "" if number.len() <= 2 => self.short.push(value),
            "" => return None,
            "fy" => {
                self.fiscal = true;
                self.years.push(year_of(number, value)?);
            }
            letters => match frequency_of(letters) {
                Some(frequency) => self.take(frequency, value)?,
                None => {
                    self.take(Frequency::M, month_named(letters)?)?;
                    self.years.push(year_of(number, value)?);
                }
            },
        }
        Some(())
    }

    fn take(&mut self, frequency: Frequency, number: u32) -> Option<()> {
        let most = match frequency {
            Frequency::W => 53,
            Frequency::M => 12,
            Frequency::Q => 4,
            Frequency::H => 2,
            Frequency::Y => 1,
        };
        let fits = self.part.is_none() && (1..=most).contains(&number);
        self.part = fits.then_some((frequency, number));
        self.part.map(|_| ())
    }

    fn when(mut self, calendar: FiscalCalendar) -> Option<When> {
        match (self.part, &self.short[..], &self.years[..]) {
            (Some(_), [year], []) => self.years.push(2000 + *year as i32),
            (None, [month], [_]) if !self.fiscal => {
                let month = *month;
                self.short.clear();
                self.take(Frequency::M, month)?;
            }
            (_, [year], []) if self.fiscal => self.years.push(2000 + *year as i32),
            (_, [second], [first]) if self.fiscal => {
                let second = *second as i32;
                ((first + 1).rem_euclid(100) == second).then_some(())?;
                return self.fiscal_span(&format!("FY{first}-{second:02}"), calendar);
            }
            (_, [], [_]) | (Some(_), [], []) => {}
            (_, [], [first, second]) if second - first == 1 => {
                return self.fiscal_span(&format!("FY{first}-{:02}", second.rem_euclid(100)), calendar);
            }
            _ => return None,
        }
        let year = match self.years[..] {
            [] => {
                let (frequency, number) = self.part?;
                return Some(When::PartOfYear(frequency, number));
            }
            [year] => year,
            _ => return None,
        };
        if self.fiscal {
            return self.fiscal_span(&format!("FY{year}"), calendar);
        }
        let (frequency, number) = self.part.unwrap_or((Frequency::Y, 1));
        span_in(frequency, number, year).map(|span| When::Span(frequency, span))
    }

    fn fiscal_span(&self, year: &str, calendar: FiscalCalendar) -> Option<When> {
        let (frequency, name) = match self.part {
            None => (Frequency::Y, year.to_owned()),
            Some((frequency @ (Frequency::Q | Frequency::H), number)) => {
                (frequency, format!("{year} {}{number}", frequency.letter()))
            }
            // A month of a fiscal year: the one of that name inside of it.
            Some((Frequency::M, month)) => {
                let whole = span_named(year, calendar, calendar.start_month)?;
                let ahead = (month + 12 - whole.start.month()) % 12;
                let rhythm = Rhythm { frequency: Frequency::M, start_month: 1 };
                return Some(When::Span(Frequency::M, rhythm.containing(whole.start + Months::new(ahead))));
            }
            Some(_) => return None,
        };
        span_named(&name, calendar, calendar.start_month).map(|span| When::Span(frequency, span))
    }
}

/// `26` and `2026` are years; other lengths are none.
fn year_of(digits: &str, value: u32) -> Option<i32> {
    match digits.len() {
        2 => Some(2000 + value as i32),
        4 if (1900..2200).contains(&value) => Some(value as i32),
        _ => None,
    }
}

fn month_named(word: &str) -> Option<u32> {
    let known = MONTHS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    let short = MONTHS[known].contains(&word);
    (short || has(LONG_MONTHS, word)).then_some(known as u32 + 1)
}

/// The years a text names, in its order: `Security objectives 2026`.
pub fn years_in(text: &str) -> Vec<i32> {
    let year = |word: &String| {
        if word.len() == 4 { word.parse().ok().filter(|year| (1990..2100).contains(year)) } else { None }
    };
    words_of(text).iter().filter_map(year).collect()
}

/// A part of a calendar year.
pub fn span_in(frequency: Frequency, number: u32, year: i32) -> Option<Period> {
    let rhythm = Rhythm { frequency, start_month: 1 };
    let first = Date::from_ymd_opt(year, 1, 1)?;
    let day = match frequency {
        Frequency::W => Date::from_isoywd_opt(year, number, chrono::Weekday::Mon)?,
        Frequency::M => first + Months::new(number - 1),
        Frequency::Q => first + Months::new((number - 1) * 3),
        Frequency::H => first + Months::new((number - 1) * 6),
        Frequency::Y => first,
    };
    Some(rhythm.containing(day))
}

/// How far apart days stand that head columns: each heads the span it lies in. `None` where no rhythm shows.
pub fn rhythm_of(days: &[Date]) -> Option<Frequency> {
    let steps: Vec<i64> = days.windows(2).map(|pair| (pair[1] - pair[0]).num_days().abs()).collect();
    let usual = |least: i64, most: i64| !steps.is_empty() && steps.iter().all(|step| (least..=most).contains(step));
    [
        (Frequency::W, 7, 7),
        (Frequency::M, 28, 31),
        (Frequency::Q, 89, 92),
        (Frequency::H, 181, 184),
        (Frequency::Y, 365, 366),
    ]
    .into_iter()
    .find(|(_, least, most)| usual(*least, *most))
    .map(|(frequency, ..)| frequency)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, start_month: u8) -> String {
        let calendar = FiscalCalendar { start_month, ..FiscalCalendar::default() };
        match period_header(text, calendar) {
            None => "none".to_owned(),
            Some(PeriodHeader { when: When::Day(day), .. }) => format!("day {day}"),
            Some(PeriodHeader { when: When::PartOfYear(frequency, number), .. }) => {
                format!("{} {number}", frequency.letter())
            }
            Some(PeriodHeader { when: When::Span(frequency, span), holds }) => {
                let holds = if holds == Holds::Values { String::new() } else { format!(" {holds:?}") };
                format!("{} {}{holds}", frequency.letter(), span.end)
            }
        }
    }

    #[test]
    fn headers_of_real_sheets_are_understood() {
        let cases = [
            ("Jan 26", "M 2026-01-31"),
            ("Jan-26", "M 2026-01-31"),
            ("jan26", "M 2026-01-31"),
            ("Feb '26", "M 2026-02-28"),
            ("January 2026", "M 2026-01-31"),
            ("2026-01", "M 2026-01-31"),
            ("01/2026", "M 2026-01-31"),
            ("Sept. 2025", "M 2025-09-30"),
            ("März 2026", "M 2026-03-31"),
            ("Jan", "M 1"),
            ("M12", "M 12"),
            ("Q1", "Q 1"),
            ("Q4 2025", "Q 2025-12-31"),
            ("2026Q1", "Q 2026-03-31"),
            ("Q1/26", "Q 2026-03-31"),
            ("H2 2025", "H 2025-12-31"),
            ("2026", "Y 2026-12-31"),
            ("KW 12", "W 12"),
            ("2026-W43", "W 2026-10-25"),
            ("2026-01-31", "day 2026-01-31"),
            ("Jan 26 (actual)", "M 2026-01-31"),
            ("Jan 26 [%]", "M 2026-01-31"),
            ("Jan 26 comment", "M 2026-01-31 Meanings"),
            ("Target Jan 26", "M 2026-01-31 Other"),
            ("Target", "none"),
            ("Objective", "none"),
            ("Margin", "none"),
            ("Mark", "none"),
            ("13/2026", "none"),
            ("Q5 2026", "none"),
            ("95", "none"),
            ("", "none"),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text, 1), expected, "{text}");
        }
    }

    #[test]
    fn fiscal_labels_follow_the_calendar_of_the_register() {
        for (text, expected) in [
            ("FY2026-27 Q1", "Q 2026-06-30"),
            ("FY26/27 Q4", "Q 2027-03-31"),
            ("FY27 Q4", "Q 2027-03-31"),
            ("FY2027", "Y 2027-03-31"),
            ("Jan FY27", "M 2027-01-31"),
            ("Q1 2026", "Q 2026-03-31"),
        ] {
            assert_eq!(said(text, 4), expected, "{text}");
        }
    }
}
