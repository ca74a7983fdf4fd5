//! What the palette can offer over what lies beneath it.

use std::collections::HashSet;

use super::fuzzy::Fuzzy;
use crate::tui::keymap::{Action, Availability, Binding, Scope, names};
use crate::tui::model::Model;
use crate::tui::screen::Screen;

/// What a name that is typed out is worth more than any that only holds its letters.
const EXACTLY: u32 = 100_000;

/// One line of the palette.
#[derive(Clone, Debug)]
pub enum Entry {
    /// An action that counts here.
    Here {
        /// With its keys.
        binding: Binding,
        /// Why it cannot be taken now; empty where it can.
        why_not: String,
    },
    /// An action of another screen that is one key away.
    There {
        /// With its keys.
        binding: Binding,
        /// What goes to the screen.
        way: Action,
    },
    /// An objective to go to.
    Objective {
        /// Its code.
        code: String,
        /// Its title.
        title: String,
    },
}

impl Entry {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Entry::Here { binding, .. } => binding.spec.name.to_owned(),
            Entry::There { binding, .. } => format!("{}: {}", binding.spec.scope.heading(), binding.spec.name),
            Entry::Objective { code, .. } => format!("go to {code}"),
        }
    }

    /// What it does, or why it cannot.
    pub fn effect(&self) -> String {
        match self {
            Entry::Here { binding, why_not } if why_not.is_empty() => binding.spec.effect.to_owned(),
            Entry::Here { why_not, .. } => format!("not now: {why_not}"),
            Entry::There { binding, .. } => binding.spec.effect.to_owned(),
            Entry::Objective { title, .. } => title.clone(),
        }
    }

    /// Its key; empty where it has none.
    pub fn key(&self) -> String {
        match self {
            Entry::Here { binding, .. } | Entry::There { binding, .. } => {
                binding.keys.first().map(ToString::to_string).unwrap_or_default()
            }
            Entry::Objective { .. } => String::new(),
        }
    }

    /// How well it fits what was typed: a few letters of its name or its word, or else whole parts of what it does,
    /// because a sentence holds the letters of nearly everything.
    fn score(&self, typed: &str, letters: &mut Fuzzy, words: &mut Fuzzy) -> Option<u32> {
        let word = match self {
            Entry::Here { binding, .. } | Entry::There { binding, .. } => names::of_action(binding.spec.action),
            Entry::Objective { .. } => String::new(),
        };
        let name = self.name();
        let by_name = letters.score(&name).into_iter().chain(letters.score(&word)).max();
        let by_all = words.score(&format!("{name} {word} {}", self.effect()));
        let exactly = [&name, &word].iter().any(|known| known.eq_ignore_ascii_case(typed));
        let nearer = if exactly { EXACTLY } else { 0 };
        by_name.map(|score| score * 4 + nearer).into_iter().chain(by_all).max()
    }
}

/// The entries that fit, best first; equally good ones stay in order: what counts here, then the rest.
pub fn fitting(entries: &[Entry], typed: &str) -> Vec<usize> {
    let typed = typed.trim().trim_start_matches(':');
    if typed.is_empty() {
        return (0..entries.len()).collect();
    }
    let (mut letters, mut words) = (Fuzzy::new(typed), Fuzzy::words(typed));
    let mut found: Vec<(u32, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| entry.score(typed, &mut letters, &mut words).map(|score| (score, at)))
        .collect();
    found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

/// Everything there is to offer, with the palette itself out of the way.
pub fn entries(model: &Model) -> Vec<Entry> {
    let scopes = model.scopes();
    let mut offered = here(model, &scopes);
    // Over a form or a question there is no way to another screen: what was typed there would be left.
    if scopes.contains(&Scope::Screens) {
        offered.extend(objectives(model));
        offered.extend(there(model, &scopes));
    }
    offered
}

/// Every action that counts here, the most important first; what cannot be done now comes last.
fn here(model: &Model, scopes: &[Scope]) -> Vec<Entry> {
    let mut seen = HashSet::new();
    let mut bindings: Vec<Binding> = model
        .keymap
        .counting(scopes)
        .into_iter()
        .filter(|binding| binding.spec.scope != Scope::Moving && binding.spec.action != Action::Palette)
        .filter(|binding| seen.insert(binding.spec.action))
        .collect();
    let can = |binding: &Binding| (binding.spec.when)(model) == Availability::Yes;
    bindings.sort_by_key(|binding| {
        let everywhere = binding.spec.scope == Scope::Global;
        (!can(binding), everywhere, std::cmp::Reverse(binding.spec.priority))
    });
    let entry = |binding: Binding| Entry::Here {
        why_not: match (binding.spec.when)(model) {
            Availability::Yes => String::new(),
            Availability::No(why) => why,
        },
        binding,
    };
    bindings.into_iter().map(entry).collect()
}

fn objectives(model: &Model) -> Vec<Entry> {
    let rows = model.overview.iter().flat_map(|overview| &overview.rows);
    rows.map(|row| Entry::Objective { code: row.code().to_owned(), title: row.objective.definition.title.clone() })
        .collect()
}

/// The actions of the other screens.
fn there(model: &Model, here: &[Scope]) -> Vec<Entry> {
    let away = |scope: &&Scope| !here.contains(scope);
    let of_scope = |scope: &Scope| {
        let way = Screen::of_scope(*scope).and_then(Screen::way)?;
        Some(model.keymap.in_scope(*scope).map(move |binding| (binding, way)).collect::<Vec<_>>())
    };
    Scope::ALL
        .iter()
        .filter(away)
        .filter_map(of_scope)
        .flatten()
        .filter(|(binding, _)| binding.spec.action != Action::Back && !binding.keys.is_empty())
        .map(|(binding, way)| Entry::There { binding: binding.clone(), way })
        .collect()
}
