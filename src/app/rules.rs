//! Register settings: their names, what they accept, and the rules they add up to.

use super::letterhead;
use super::refusal::Refusal;
use super::view::SettingEntry;
use crate::domain::period::{Date, FiscalCalendar, FiscalLabel};
use crate::domain::readiness::{Parameters, table};
use crate::domain::register::{Limits, Rules};
use crate::domain::text::one_line;
use crate::store::SettingRow;

/// A setting people can change: one row decides parsing, default and help.
struct Spec {
    name: &'static str,
    meaning: &'static str,
    range: Range,
    default: fn(&Rules) -> String,
    apply: fn(&mut Rules, usize, &str),
}

enum Range {
    Number(u32, u32),
    Label,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Text, with what checks it.
    Text(fn(&str) -> Result<String, String>),
}

/// A setting of the letterhead: it judges nothing, and is set for the papers written from that day on.
macro_rules! letterhead {
    ($name:literal, $range:expr, $default:literal, $meaning:literal) => {
        Spec { name: $name, meaning: $meaning, range: $range, default: |_| $default.to_owned(), apply: |_, _, _| {} }
    };
}

/// A whole number among the limits. Stored text passed [`accept`]; what is no number all the same changes nothing.
macro_rules! limit {
    ($name:literal, $least:literal..=$most:literal, $meaning:literal, $($field:tt)+) => {
        Spec {
            name: $name,
            meaning: $meaning,
            range: Range::Number($least, $most),
            default: |rules| rules.limits[0].$($field)+.to_string(),
            apply: |rules, at, value| {
                let held = &mut rules.limits[at].$($field)+;
                *held = value.parse().unwrap_or(*held);
            },
        }
    };
}

/// Every setting, in the order of `settings list`.
const SPECS: &[Spec] = &[
    Spec {
        name: "fiscal_year_start",
        meaning: "first month of the fiscal year, 1 to 12; periods are cut from it",
        range: Range::Number(1, 12),
        default: |rules| rules.calendar.start_month.to_string(),
        apply: |rules, _, value| rules.calendar.start_month = value.parse().unwrap_or(rules.calendar.start_month),
    },
    Spec {
        name: "fiscal_label",
        meaning: "which year names a split fiscal year: end, start or both",
        range: Range::Label,
        default: |rules| label_word(rules.calendar.label).to_owned(),
        apply: |rules, _, value| rules.calendar.label = label_of(value).unwrap_or(rules.calendar.label),
    },
    limit!(
        "tolerance_behind",
        0..=100,
        "percentage points an objective may be behind its line and still be on track",
        tolerance_behind
    ),
    limit!(
        "tolerance_far",
        0..=100,
        "percentage points behind its line beyond which an objective is off track",
        tolerance_far
    ),
    limit!("grace_w", 0..=366, "days to report after the end of a week", grace_days[0]),
    limit!("grace_m", 0..=366, "days to report after the end of a month", grace_days[1]),
    limit!("grace_q", 0..=366, "days to report after the end of a quarter", grace_days[2]),
    limit!("grace_h", 0..=366, "days to report after the end of a half-year", grace_days[3]),
    limit!("grace_y", 0..=366, "days to report after the end of a year", grace_days[4]),
    limit!(
        "misses_allowed",
        0..=1000,
        "periods an objective that holds a level may miss, where it says nothing itself",
        misses_allowed
    ),
    Spec {
        name: "signal_run",
        meaning: "readings in a row on one side of the usual middle that count as unusual; judges nothing",
        range: Range::Number(5, 20),
        default: |rules| rules.signal_run.to_string(),
        apply: |rules, _, value| rules.signal_run = value.parse().unwrap_or(rules.signal_run),
    },
    letterhead!("paper_size", Range::OneOf(&["a4", "letter"]), "a4", "what papers are printed on: a4 or letter"),
    letterhead!(
        "date_style",
        Range::OneOf(&["words", "iso", "dots"]),
        "words",
        "how papers write a day: words (12 Jan 2026), iso (2026-01-12) or dots (12.01.2026)"
    ),
    letterhead!("classification", Range::Text(letterhead::words), "none", "who may read papers: Internal; or none"),
    letterhead!(
        "document_id",
        Range::Text(letterhead::pattern),
        "none",
        "number of papers, which may hold {paper}, {year}, {month} and {date}: ISMS-{paper}-{year}; or none"
    ),
    letterhead!("logo", Range::Text(letterhead::logo), "none", "file of a PNG or JPEG on the first page; or none"),
    Spec {
        name: "objectives_review_months",
        meaning: "months between two objectives reviews: 3 is quarterly, 1 monthly, 0 without a rhythm",
        range: Range::Number(0, 36),
        default: |rules| rules.objectives_review_months.to_string(),
        apply: |rules, _, value| {
            rules.objectives_review_months = value.parse().unwrap_or(rules.objectives_review_months);
        },
    },
    Spec {
        name: "management_review_months",
        meaning: "months between two management reviews (9.3.1); 0 is without a rhythm",
        range: Range::Number(0, 36),
        default: |rules| rules.management_review_months.to_string(),
        apply: |rules, _, value| {
            rules.management_review_months = value.parse().unwrap_or(rules.management_review_months);
        },
    },
];

/// The setting is about papers and judges nothing.
pub(crate) fn is_of_papers(name: &str) -> bool {
    let spec = SPECS.iter().find(|spec| spec.name == name);
    spec.is_some_and(|spec| matches!(spec.range, Range::OneOf(_) | Range::Text(_)))
}

/// The words `fiscal_label` accepts.
pub fn label_of(text: &str) -> Option<FiscalLabel> {
    [FiscalLabel::End, FiscalLabel::Start, FiscalLabel::Both].into_iter().find(|label| label_word(*label) == text)
}

/// The word of a fiscal label.
pub fn label_word(label: FiscalLabel) -> &'static str {
    match label {
        FiscalLabel::End => "end",
        FiscalLabel::Start => "start",
        FiscalLabel::Both => "both",
    }
}

/// Checks a setting as typed and returns it as it is stored.
pub(crate) fn accept(name: &str, value: &str) -> Result<(String, String), Refusal> {
    if let Some((check, parameter)) = of_check(name) {
        let name = name_of(&check, &parameter);
        return Parameters::accept(&check, &parameter, value)
            .map(|value| (name.clone(), value))
            .map_err(|why| Refusal::field(&name, why));
    }
    let name = name.trim().replace('-', "_").to_ascii_lowercase();
    let spec = SPECS.iter().find(|s| s.name == name).ok_or_else(|| {
        let known: Vec<&str> = SPECS.iter().map(|s| s.name).collect();
        Refusal::not_found(format!("no setting is called `{name}`"))
            .next(format!("known are {}; those of a check are called as in rc-33.days", known.join(", ")))
    })?;
    let typed = value;
    let value = value.trim().to_ascii_lowercase();
    let accepted = match spec.range {
        Range::Number(least, most) => {
            value.parse().ok().filter(|n| (least..=most).contains(n)).map(|n: u32| n.to_string()).ok_or_else(|| {
                Refusal::field(spec.name, format!("`{value}` is no whole number from {least} to {most}"))
            })
        }
        Range::Label => label_of(&value)
            .map(|label| label_word(label).to_owned())
            .ok_or_else(|| Refusal::field(spec.name, format!("`{value}` is not one of end, start, both"))),
        Range::OneOf(words) if words.contains(&value.as_str()) => Ok(value),
        Range::OneOf(words) => {
            Err(Refusal::field(spec.name, format!("`{}` is not one of {}", one_line(&value), words.join(", "))))
        }
        Range::Text(check) => check(typed).map_err(|why| Refusal::field(spec.name, why)),
    }?;
    Ok((spec.name.to_owned(), accepted))
}

/// The settings with which a register begins, by name.
pub(crate) fn of_calendar(calendar: FiscalCalendar) -> [(&'static str, String); 2] {
    [("fiscal_year_start", calendar.start_month.to_string()), ("fiscal_label", label_word(calendar.label).to_owned())]
}

/// The rules stored settings add up to: one set of limits for every day on which something takes effect.
pub(crate) fn rules_from(settings: &[SettingRow]) -> Rules {
    let mut by_day: Vec<&SettingRow> = settings.iter().collect();
    by_day.sort_by_key(|s| (s.effective, s.seq));
    let mut rules = Rules::default();
    for setting in by_day {
        let Some(spec) = SPECS.iter().find(|s| s.name == setting.name) else { continue };
        let newest = rules.limits.len() - 1;
        if rules.limits[newest].from < setting.effective {
            let next = Limits { from: setting.effective, ..rules.limits[newest].clone() };
            rules.limits.push(next);
        }
        let at = rules.limits.len() - 1;
        (spec.apply)(&mut rules, at, &setting.value);
    }
    // A setting that is no limit leaves them as they were.
    rules.limits.dedup_by(|next, before| *next == Limits { from: next.from, ..before.clone() });
    rules
}

/// The settings as a list shows them, those of the checks at the end: the values in force on a day.
pub(crate) fn entries(settings: &[SettingRow], on: Date) -> Vec<SettingEntry> {
    let defaults = Rules::default();
    let judging = SPECS.iter().map(|spec| (spec.name.to_owned(), (spec.default)(&defaults), spec.meaning.to_owned()));
    let checking = Parameters::all().map(|(check, parameter)| {
        let meaning = format!("{}: {}", check.title, parameter.meaning);
        (name_of(check.id, parameter.name), parameter.default.to_owned(), meaning)
    });
    let entry = |(name, default, meaning): (String, String, String)| {
        let held = settings.iter().filter(|s| s.name == name && s.effective <= on);
        let newest = held.max_by_key(|s| (s.effective, s.seq));
        SettingEntry {
            value: newest.map_or_else(|| default.clone(), |s| s.value.clone()),
            from: newest.map(|s| s.effective).filter(|day| *day > BEGINNING),
            name,
            default,
            meaning,
        }
    };
    judging.chain(checking).map(entry).collect()
}

/// The day that stands for "since ever" in the register: a setting made before the first reading reaches back.
pub(crate) const BEGINNING: Date = match Date::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => Date::MIN,
};

/// The parameters of the readiness checks set on a day.
pub(crate) fn parameters_on(settings: &[SettingRow], on: Date) -> Parameters {
    let mut known: Vec<&SettingRow> = settings.iter().filter(|s| s.effective <= on).collect();
    known.sort_by_key(|s| (s.effective, s.seq));
    let set = known.into_iter().filter_map(|s| Some((of_check(&s.name)?, s.value.clone()))).collect();
    Parameters { set }
}

/// `rc-33.days` as the check and its parameter, `RC-33` and `days`; `None` for any other setting.
pub(crate) fn of_check(name: &str) -> Option<(String, String)> {
    let (id, typed) = name.trim().split_once('.')?;
    let id = id.to_ascii_uppercase().replace('_', "-");
    let mut parameters = table::check(&id).into_iter().flat_map(|check| check.parameters);
    let known = parameters.find(|parameter| parameter.name.eq_ignore_ascii_case(typed));
    id.starts_with("RC-").then(|| (id, known.map_or(typed, |parameter| parameter.name).to_owned()))
}

/// The setting of a check's parameter: `rc-33.days`.
fn name_of(check: &str, parameter: &str) -> String {
    format!("{}.{parameter}", check.to_ascii_lowercase())
}
