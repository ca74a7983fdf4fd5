//! Numbered editions of the list as a whole: which objectives in which version, approved and told in one act (5.1, 6.2 g).

use serde::{Deserialize, Serialize};

use super::difference::{self, FieldChange};
use super::objective::{Closing, vocabulary};
use super::period::Date;
use super::version::{Cause, Version};
use super::words;

/// One approved edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number, from 1.
    #[serde(rename = "id", default)]
    pub number: i64,
    /// Why the list changed, or why it did not.
    pub why: String,
    /// What made it necessary.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// The body that approved.
    pub body: String,
    /// Who sat in it.
    #[serde(default)]
    pub people: Vec<String>,
    /// Minutes, ticket, document.
    #[serde(default)]
    pub minutes: String,
    /// The day of the approval.
    pub approved_on: Date,
    /// The objectives in force with their versions, by code.
    pub members: Vec<Member>,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// One objective of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its code.
    pub code: String,
    /// The number of its version.
    pub version: u32,
}

impl Edition {
    /// The number of the version in which it holds an objective; `None` where it does not.
    pub fn version_of(&self, code: &str) -> Option<u32> {
        version_in(&self.members, code)
    }
}

/// The number of the version in which a list holds an objective.
pub fn version_in(members: &[Member], code: &str) -> Option<u32> {
    members.iter().find(|member| member.code.eq_ignore_ascii_case(code)).map(|member| member.version)
}

vocabulary! {
    /// What became of one objective between two lists.
    Fate {
        /// It is new on the list.
        Added = "added",
        /// It left the list.
        Retired = "retired",
        /// What needs approval changed: target, date, metric or kind.
        Retargeted = "retargeted",
        /// Only the wording changed.
        Reworded = "reworded",
        /// The same version stands.
        Unchanged = "unchanged",
    }
}

/// One objective in two lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its code.
    pub code: String,
    /// Its title, as it is named now.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// Its version in the earlier list.
    pub before: Option<u32>,
    /// Its version in the later list.
    pub after: Option<u32>,
    /// What the later version says differently.
    pub changes: Vec<FieldChange>,
    /// Why, as said with each version between, and with the closing.
    pub reasons: Vec<String>,
}

/// What the comparison asks about each objective: its versions, and how it was closed.
#[derive(Clone, Debug)]
pub struct Past<'a> {
    /// Its code.
    pub code: &'a str,
    /// Every version, oldest first; drafts among them.
    pub versions: &'a [Version],
    /// How it was closed.
    pub closing: Option<&'a Closing>,
}

/// Two lists compared, in the order of [`Fate`], then by code.
pub fn compare(before: &[Member], after: &[Member], pasts: &[Past<'_>]) -> Vec<Difference> {
    let mut codes: Vec<&str> = before.iter().chain(after).map(|member| member.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut differences: Vec<Difference> = codes
        .into_iter()
        .map(|code| difference(code, version_in(before, code), version_in(after, code), pasts))
        .collect();
    differences.sort_by(|a, b| (a.fate, &a.code).cmp(&(b.fate, &b.code)));
    differences
}

fn difference(code: &str, before: Option<u32>, after: Option<u32>, pasts: &[Past<'_>]) -> Difference {
    let past = pasts.iter().find(|past| past.code.eq_ignore_ascii_case(code));
    let version = |number: Option<u32>| {
        let versions = past.map(|past| past.versions).unwrap_or_default();
        number.and_then(|number| versions.iter().find(|version| version.number == number))
    };
    let (was, is) = (version(before), version(after));
    let changes = match (was, is) {
        (Some(was), Some(is)) => difference::between(&was.definition, &is.definition),
        _ => Vec::new(),
    };
    let fate = match (before, after) {
        (None, _) => Fate::Added,
        (_, None) => Fate::Retired,
        _ if changes.iter().any(FieldChange::needs_approval) => Fate::Retargeted,
        (Some(was), Some(is)) if was != is && !changes.is_empty() => Fate::Reworded,
        _ => Fate::Unchanged,
    };
    Difference {
        code: code.to_owned(),
        title: is.or(was).map(|version| version.definition.title.clone()).unwrap_or_default(),
        fate,
        before,
        after,
        changes,
        reasons: reasons(fate, before, after, past),
    }
}

/// What was said with each version after the earlier one, up to the later one; of a closed one how and why.
fn reasons(fate: Fate, before: Option<u32>, after: Option<u32>, past: Option<&Past<'_>>) -> Vec<String> {
    let Some(past) = past else { return Vec::new() };
    if fate == Fate::Retired {
        return past.closing.map(closed).into_iter().collect();
    }
    let between = |number: u32| before.is_none_or(|was| number > was) && after.is_some_and(|is| number <= is);
    let said = past.versions.iter().filter(|version| between(version.number)).map(|version| version.reason.trim());
    let mut reasons: Vec<String> = Vec::new();
    for reason in said.filter(|reason| !reason.is_empty()) {
        if reasons.iter().all(|known| known != reason) {
            reasons.push(reason.to_owned());
        }
    }
    reasons
}

fn closed(closing: &Closing) -> String {
    let by = if closing.successor.is_empty() { String::new() } else { format!(" by {}", closing.successor) };
    format!("{}{by}: {}", words::outcome(closing.outcome), closing.reason)
}
