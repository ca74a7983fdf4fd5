//! Where a series begins anew: a metric that is redefined measures something else (DOMAIN 4.5).

use crate::domain::objective::Definition;
use crate::domain::period::Date;
use crate::domain::version::{SeriesMark, Version};

/// The days from which the figures of an objective mean something else than before, as known on `as_of`: versions in
/// force that change how the value comes about, unless they were marked comparable, and versions marked as a break.
pub fn breaks(versions: &[Version], as_of: Date) -> Vec<Date> {
    let mut in_force: Vec<&Version> = versions.iter().filter(|v| v.is_in_force(as_of)).collect();
    in_force.sort_by_key(|version| version.number);
    let begins_anew = |pair: &&[&Version]| match pair[1].series {
        Some(SeriesMark::Break) => true,
        Some(SeriesMark::Comparable) => false,
        None => is_redefined(&pair[0].definition, &pair[1].definition),
    };
    let begins = |version: &Version| version.begins.or(version.effective).unwrap_or(version.recorded_on);
    let mut days: Vec<Date> = in_force.windows(2).filter(begins_anew).map(|pair| begins(pair[1])).collect();
    days.sort();
    days
}

/// Whether metric, formula, unit or data source became another. What was not said before is only said now.
fn is_redefined(before: &Definition, after: &Definition) -> bool {
    let parts = |d: &Definition| [&d.metric, &d.formula, &d.unit, &d.data_source].map(|text| plain(text));
    let became = |(before, after): (String, String)| !before.is_empty() && before != after;
    parts(before).into_iter().zip(parts(after)).any(became)
}

/// A text without case and without blanks that say nothing.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
