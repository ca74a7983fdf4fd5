//! Versions that do not count yet, drafts and versions dated ahead, beside a content that goes on changing.
//!
//! A version dated ahead begins without anybody writing anything, and the version with the highest number is the one that
//! counts. So whatever comes in force meanwhile must not be lost when it begins, nor must it be lost under what came in
//! force meanwhile: it is issued again on top, with the fields it set out to change and a number after all others. Numbers
//! are not used twice; the number that is missing in between was the plan that the later one carries on.

use super::approval::{changed_fields, with_fields};
use super::objective::Definition;
use super::period::Date;
use super::version::Version;

/// A version dated ahead as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its number.
    pub number: u32,
    /// First day it counts.
    pub begins: Date,
    /// The fields it changes, by their contract names.
    pub fields: Vec<&'static str>,
    /// The content from that day on.
    pub definition: Definition,
    /// Why.
    pub reason: String,
}

impl Planned {
    /// What changes, in words, without the day: `owner changes to K. Lind, moves to function IT`.
    pub fn said(&self) -> String {
        let content = &self.definition;
        let change = |field: &&str| {
            let to = |text: &str| if text.is_empty() { "nobody".to_owned() } else { text.to_owned() };
            match *field {
                "owner" => format!("owner changes to {}", to(&content.owner)),
                "collector" => format!("figures come from {}", to(&content.collector)),
                "metric_owner" => format!("metric is kept by {}", to(&content.metric_owner)),
                "evaluator" => format!("is judged by {}", to(&content.evaluator)),
                "function" if content.function.is_empty() => "belongs to no function".to_owned(),
                "function" => format!("moves to {}", content.function),
                "parent" if content.parent.is_empty() => "contributes to no other".to_owned(),
                "parent" => format!("contributes to {}", content.parent),
                "level" => match content.level {
                    Some(level) => format!("moves to level {level}"),
                    None => "stands on no level".to_owned(),
                },
                other => format!("{} changes", other.replace('_', " ")),
            }
        };
        self.fields.iter().map(change).collect::<Vec<_>>().join(", ")
    }
}

/// The content that counts on a day, scheduled versions that have begun by then among it; `None` where none is in force.
pub fn content_on(versions: &[Version], day: Date) -> Option<&Version> {
    versions.iter().filter(|v| !v.draft && v.begins.is_none_or(|begins| begins <= day)).max_by_key(|v| v.number)
}

/// What is agreed for days after `as_of`, by day.
pub fn planned(versions: &[Version], as_of: Date) -> Vec<Planned> {
    let mut ahead: Vec<&Version> = versions.iter().filter(|v| v.is_scheduled(as_of)).collect();
    ahead.sort_by_key(|v| (v.begins, v.number));
    let tell = |version: &Version| {
        let before = base(versions, version)?;
        Some(Planned {
            number: version.number,
            begins: version.begins?,
            fields: changed_fields(&before.definition, &version.definition),
            definition: version.definition.clone(),
            reason: version.reason.clone(),
        })
    };
    ahead.into_iter().filter_map(tell).filter(|planned| !planned.fields.is_empty()).collect()
}

/// The versions that must be issued again because something came in force under them: each with the number it has now.
/// `today` is the day on which that happened.
pub fn reissued(versions: &[Version], today: Date) -> Vec<(u32, Version)> {
    let mut waiting: Vec<&Version> = versions.iter().filter(|v| v.draft || v.is_scheduled(today)).collect();
    waiting.sort_by_key(|v| (v.draft, v.begins, v.number));
    let mut all = versions.to_vec();
    let mut again = Vec::new();
    for version in waiting {
        let Some(before) = base(versions, version) else { continue };
        let on_top = match version.begins.filter(|_| !version.draft) {
            Some(begins) => content_on(&all, begins),
            None => content_on(&all, Date::MAX),
        };
        if on_top.is_none_or(|newest| newest.number <= version.number) {
            continue;
        }
        // A draft stands over everything dated ahead, but its content is that of today: it may be approved before.
        let content = if version.draft { content_on(&all, today) } else { on_top };
        let Some(content) = content else { continue };
        let fields = changed_fields(&before.definition, &version.definition);
        let next = Version {
            number: all.iter().map(|v| v.number).max().unwrap_or(0) + 1,
            definition: with_fields(&fields, &version.definition, &content.definition),
            ..version.clone()
        };
        all.retain(|known| known.number != version.number);
        all.push(next.clone());
        again.push((version.number, next));
    }
    again
}

/// Takes into a waiting draft what began after it was written: a version dated ahead begins without a write, and approving
/// the draft must not take it back.
pub fn with_what_began(mut versions: Vec<Version>, as_of: Date) -> Vec<Version> {
    for at in 0..versions.len() {
        let draft = &versions[at];
        if !draft.draft {
            continue;
        }
        let mut definition = draft.definition.clone();
        let began = |v: &&Version| {
            !v.draft && v.number < draft.number && v.begins.is_some_and(|b| draft.recorded_on < b && b <= as_of)
        };
        let own = base(&versions, draft).map(|before| changed_fields(&before.definition, &draft.definition));
        for version in versions.iter().filter(began) {
            let Some(before) = base(&versions, version) else { continue };
            let mut fields = changed_fields(&before.definition, &version.definition);
            fields.retain(|field| own.as_ref().is_none_or(|own| !own.contains(field)));
            definition = with_fields(&fields, &version.definition, &definition);
        }
        versions[at].definition = definition;
    }
    versions
}

/// The content a waiting version was written on: of one dated ahead what counts on the day before it, of a draft what
/// counted when it was written.
fn base<'v>(versions: &'v [Version], version: &Version) -> Option<&'v Version> {
    let day = if version.draft { Some(version.recorded_on) } else { version.begins };
    let before = versions
        .iter()
        .filter(|v| !v.draft && v.number < version.number && v.begins.is_none_or(|begins| Some(begins) <= day));
    before.max_by_key(|v| v.number)
}
