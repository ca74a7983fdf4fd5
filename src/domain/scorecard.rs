//! Scorecards: named sets of figures that somebody else asks for. Tags say which of them an objective is on, so that one
//! reading serves several.

use super::text::folded;

/// Whether tags put an objective on a scorecard: its name, in any case, alone or with a parameter behind a blank
/// (`SEBI CSCRF CCI 2` is on `SEBI CSCRF CCI`).
pub fn is_on(tags: &[String], name: &str) -> bool {
    let name = folded(name);
    let names = |tag: &String| {
        let tag = folded(tag);
        tag.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    !name.is_empty() && tags.iter().any(names)
}
