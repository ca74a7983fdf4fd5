//! The numbers and words the checks use: settings of a register, with the values they have without being set.

use std::collections::BTreeMap;

use super::table::{Check, Parameter, ParameterKind, check, checks};
use crate::domain::quantity::{Decimal, Value};

/// The parameters of the checks that differ from the table, by check and name: `("RC-33", "days")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// What was set, each text once accepted by [`Parameters::accept`].
    pub set: BTreeMap<(String, String), String>,
}

impl Parameters {
    /// Every parameter with its check, in the order of the ids.
    pub fn all() -> impl Iterator<Item = (&'static Check, &'static Parameter)> {
        checks().flat_map(|check| check.parameters.iter().map(move |parameter| (check, parameter)))
    }

    /// The text a setting may hold, tidied; else what is wrong with it, one sentence without a full stop.
    pub fn accept(id: &str, name: &str, text: &str) -> Result<String, String> {
        let check = check(id).ok_or_else(|| format!("there is no check {id}; checks are RC-01 to RC-68"))?;
        let parameter = check.parameter(name).ok_or_else(|| no_such(check, name))?;
        tidy(parameter.kind, text.trim()).ok_or_else(|| {
            format!("{} {name} is {}, not `{}`; it is {} unless set", check.id, asked(parameter.kind), text.trim(), {
                parameter.default
            })
        })
    }

    /// The text in force: what was set, else the table's.
    pub fn text(&self, check: &Check, parameter: &Parameter) -> &str {
        let key = (check.id.to_owned(), parameter.name.to_owned());
        self.set.get(&key).map_or(parameter.default, String::as_str)
    }

    /// A number: days, months, a count.
    pub(super) fn number(&self, check: &Check, name: &str) -> u32 {
        self.read(check, name, |text| text.parse().ok()).unwrap_or_default()
    }

    /// Whether `part` of `whole` is at least the share; never for an empty whole.
    pub(super) fn reaches(&self, check: &Check, name: &str, part: usize, whole: usize) -> bool {
        self.against(check, name, part, whole).is_some_and(|order| order.is_ge())
    }

    /// Whether `part` of `whole` is more than the share; never for an empty whole.
    pub(super) fn exceeds(&self, check: &Check, name: &str, part: usize, whole: usize) -> bool {
        self.against(check, name, part, whole).is_some_and(|order| order.is_gt())
    }

    /// A list of words or phrases.
    pub(super) fn words<'a>(&'a self, check: &'a Check, name: &str) -> Vec<&'a str> {
        let text = check.parameter(name).map_or("", |parameter| self.text(check, parameter));
        text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    }

    fn against(&self, check: &Check, name: &str, part: usize, whole: usize) -> Option<std::cmp::Ordering> {
        let bound: Decimal = self.read(check, name, |text| text.parse().ok())?;
        let decimal = |number: usize| Decimal::whole(i64::try_from(number).ok()?);
        Value::share(decimal(part)?, decimal(whole)?)?.compare(bound, false)
    }

    /// A text that no longer can be read, from a register another program wrote, gives way to the table's.
    fn read<T>(&self, check: &Check, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let parameter = check.parameter(name)?;
        parse(self.text(check, parameter)).or_else(|| parse(parameter.default))
    }
}

fn no_such(check: &Check, name: &str) -> String {
    let known: Vec<&str> = check.parameters.iter().map(|parameter| parameter.name).collect();
    match known.is_empty() {
        true => format!("{} has nothing to set", check.id),
        false => format!("{} has no `{name}`; it has {}", check.id, known.join(", ")),
    }
}

/// What a text of this kind has to be, as a sentence says it.
fn asked(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Days => "a number of days from 0 to 3650",
        ParameterKind::Months => "a number of months from 1 to 120",
        ParameterKind::Cadence => "1, 3, 6 or 12 months",
        ParameterKind::Count => "a number from 0 to 1000",
        ParameterKind::Share => "a share from 0 to 1, such as 0.8",
        ParameterKind::Words => "a list of words with commas between them",
    }
}

fn tidy(kind: ParameterKind, text: &str) -> Option<String> {
    let within =
        |least: u32, most: u32| text.parse().ok().filter(|n| (least..=most).contains(n)).map(|n| n.to_string());
    match kind {
        ParameterKind::Days => within(0, 3650),
        ParameterKind::Months => within(1, 120),
        ParameterKind::Cadence => within(1, 12).filter(|months| matches!(months.as_str(), "1" | "3" | "6" | "12")),
        ParameterKind::Count => within(0, 1000),
        ParameterKind::Share => share(text).map(|share| share.to_string()),
        ParameterKind::Words => words(text),
    }
}

/// `0.8` as written, `80 %` as people say it.
fn share(text: &str) -> Option<Decimal> {
    let share: Decimal = match text.strip_suffix('%') {
        None => text.parse().ok()?,
        Some(percent) => {
            let percent: Decimal = percent.parse().ok()?;
            Decimal::new(percent.mantissa(), percent.scale() + 2)?
        }
    };
    let one = Decimal::whole(1)?;
    (!share.is_negative() && share <= one).then_some(share)
}

fn words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}
