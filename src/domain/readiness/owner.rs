//! Whether an owner's name means one: a person or a post does, a list or a group does not.

use super::people::People;
use crate::domain::text::{ends_of, words};

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nobody.
    Nobody,
    /// One person or one post.
    One,
    /// Several, or a group.
    Several,
}

/// Words of a post: who holds it is one, whatever it is the head of.
const POSTS: &[&str] = &[
    "administrator",
    "ambassador",
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "coordinator",
    "counsel",
    "director",
    "executive",
    "head",
    "lead",
    "leader",
    "manager",
    "officer",
    "owner",
    "president",
    "secretary",
    "supervisor",
];

/// Reads an owner. `groups` are words of a group; whoever the directory knows as a person or a role is one.
pub(super) fn named(owner: &str, groups: &[&str], people: &People) -> Named {
    let owner = owner.trim();
    if owner.is_empty() {
        return Named::Nobody;
    }
    if people.knows(owner) {
        return Named::One;
    }
    let said = words(owner);
    let is_post = is_post(owner);
    let holders = parts(owner).filter(|part| is_holder(part, is_post, people)).count();
    let group = groups.iter().any(|group| !ends_of(&said, &words(group)).is_empty());
    match holders {
        2.. => Named::Several,
        _ if !is_post && (group || people.function(owner).is_some()) => Named::Several,
        _ => Named::One,
    }
}

fn is_post(text: &str) -> bool {
    words(text).iter().any(|word| POSTS.contains(&word.as_str()))
}

/// What stands between the signs and words of a list.
fn parts(owner: &str) -> impl Iterator<Item = &str> {
    owner.split([';', ',', '/', '&', '+', '\n']).flat_map(|part| part.split(" and ")).map(str::trim)
}

/// Whether one part of a list is somebody by itself: known, a post, an abbreviated post, or a name of two words where the
/// whole is no post ("Head of Risk and Information Security" is one).
fn is_holder(part: &str, within_post: bool, people: &People) -> bool {
    let letters = || part.chars().filter(|c| c.is_alphabetic());
    let abbreviated =
        (2..=5).contains(&part.chars().count()) && part.starts_with('C') && letters().all(char::is_uppercase);
    let capitalised = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let full_name = part.split_whitespace().count() >= 2 && part.split_whitespace().all(capitalised);
    people.knows(part) || is_post(part) || abbreviated || (full_name && !within_post)
}
