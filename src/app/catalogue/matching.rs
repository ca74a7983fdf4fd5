//! From a person's words to the templates that answer them.

use std::cmp::Reverse;

use super::{Template, templates};
use crate::domain::text::words;

/// Most rewrites a hint offers: more than three are not read while typing.
const MOST_REWRITES: usize = 3;

/// Templates offered where a slogan names no subject at all: the three that most organizations can measure first.
const FIRST_STEPS: [&str; 3] = ["critical-vulnerabilities", "leaver-access", "role-based-training"];

/// A measured sentence that can stand where a slogan stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// The sentence.
    pub text: &'static str,
    /// Slug of the template behind it.
    pub template: &'static str,
}

/// Measured sentences for a title, the closest first, at most three. A title that names no subject of the catalogue gets
/// the usual first steps.
pub fn rewrites_for(title: &str) -> Vec<Rewrite> {
    let mut found = ranked(title);
    if found.is_empty() {
        found = templates().iter().filter(|template| FIRST_STEPS.contains(&template.slug.as_str())).collect();
    }
    let sentences =
        |template: &'static Template| template.rewrites.iter().map(|text| Rewrite { text, template: &template.slug });
    found.into_iter().flat_map(sentences).take(MOST_REWRITES).collect()
}

/// The template that answers a source nobody pursues, by its words, else by its kind (the contract's word: `finding`).
pub fn for_source(kind: &str, text: &str) -> Option<&'static Template> {
    let by_kind = || templates().iter().find(|template| template.answers.iter().any(|answered| answered == kind));
    ranked(text).into_iter().next().or_else(by_kind)
}

/// The templates whose title, metric or keywords hold every word typed so far, in their own order; all for no word.
pub fn find(typed: &str) -> Vec<&'static Template> {
    let typed = words(typed);
    let holds = |template: &&Template| {
        let own = [&template.slug, &template.title, &template.metric, &template.risk, &template.commitment];
        let mut known: Vec<String> = own.into_iter().chain(&template.keywords).flat_map(|text| words(text)).collect();
        known.extend(template.annex_a.iter().flat_map(|control| words(control)));
        typed.iter().all(|word| known.iter().any(|own| own.starts_with(word.as_str())))
    };
    templates().iter().filter(holds).collect()
}

/// Templates with a keyword in the text, the one with the most words of the text first.
fn ranked(text: &str) -> Vec<&'static Template> {
    let text = words(text);
    let mut found: Vec<(usize, &Template)> =
        templates().iter().map(|template| (matched_words(template, &text), template)).filter(|(n, _)| *n > 0).collect();
    found.sort_by_key(|(matched, template)| (Reverse(*matched), template.number));
    found.into_iter().map(|(_, template)| template).collect()
}

/// How many words of the text the keywords of a template cover.
fn matched_words(template: &Template, text: &[String]) -> usize {
    let mut covered = vec![false; text.len()];
    for keyword in &template.keywords {
        let parts: Vec<&str> = keyword.split_whitespace().collect();
        let places = text.windows(parts.len()).enumerate();
        for (at, _) in places.filter(|(_, place)| parts.iter().zip(*place).all(|(part, word)| stands_for(part, word))) {
            covered[at..at + parts.len()].fill(true);
        }
    }
    covered.into_iter().filter(|covered| *covered).count()
}

/// `patch*` stands for every word that starts so, any other keyword for itself.
fn stands_for(keyword: &str, word: &str) -> bool {
    keyword.strip_suffix('*').map_or(keyword == word, |start| word.starts_with(start))
}
