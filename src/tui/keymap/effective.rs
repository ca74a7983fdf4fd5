//! The keys that count for this person: the table's own, with the changes of the config file.

use std::sync::{Arc, LazyLock};

use ratatui::crossterm::event::KeyEvent;

use super::action::{Action, Scope};
use super::key::{self, Key};
use super::names;
use super::table::SPECS;
use super::{ActionSpec, KeyRow};

/// One line of the table with the keys that count.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The line of the table.
    pub spec: &'static ActionSpec,
    /// Its keys, the one to show first; none where its keys were taken away.
    pub keys: Vec<Key>,
}

impl Binding {
    /// The keys in reading order, `↓ j`; where there is none, the word of the palette, `:undo`.
    pub fn keys_text(&self) -> String {
        match self.keys.as_slice() {
            [] => format!(":{}", names::of_action(self.spec.action)),
            keys => key::listed(keys),
        }
    }

    /// The first key that counts: while a line of text takes what is typed, one that it leaves alone.
    pub fn key_while(&self, typing: bool) -> Option<Key> {
        self.keys.iter().copied().find(|key| !typing || !key.edits_text())
    }

    /// The key to show; where there is none, the word of the palette.
    pub fn first_key(&self) -> String {
        match self.keys.first() {
            Some(key) => key.to_string(),
            None => self.keys_text(),
        }
    }
}

/// The keys that count. Cloning it is cheap; it never changes while the program runs.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Arc<[Binding]>,
}

impl Default for Keymap {
    /// The table's own keys.
    fn default() -> Keymap {
        static OWN: LazyLock<Keymap> = LazyLock::new(|| {
            let own = |spec: &'static ActionSpec| Binding { spec, keys: spec.keys.to_vec() };
            Keymap::of(SPECS.iter().map(own).collect())
        });
        OWN.clone()
    }
}

impl Keymap {
    /// These bindings, in the order of the table.
    pub(super) fn of(bindings: Vec<Binding>) -> Keymap {
        Keymap { bindings: bindings.into() }
    }

    /// Every binding, in the order of the table.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The bindings of one scope, in the order of the table.
    pub fn in_scope(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.spec.scope == scope)
    }

    /// The bindings that count in these scopes, innermost first, then those of [`Scope::Global`]: keys that a scope
    /// further in has for something else are left out, so that what is shown is true.
    pub fn counting(&self, scopes: &[Scope]) -> Vec<Binding> {
        let mut taken: Vec<Key> = Vec::new();
        let mut counting = Vec::new();
        for scope in scopes.iter().chain([&Scope::Global]) {
            let from = counting.len();
            counting.extend(self.in_scope(*scope).cloned());
            for binding in &mut counting[from..] {
                binding.keys.retain(|key| !taken.contains(key));
            }
            taken.extend(counting[from..].iter().flat_map(|binding| binding.keys.iter().copied()));
        }
        counting
    }

    /// The action a key means, in the innermost of `scopes` that knows it; [`Scope::Global`] follows by itself.
    pub fn resolve(&self, event: KeyEvent, scopes: &[Scope]) -> Option<&'static ActionSpec> {
        let pressed = key::of(event);
        let found = |scope: &Scope| self.in_scope(*scope).find(|binding| binding.keys.contains(&pressed));
        scopes.iter().chain([&Scope::Global]).find_map(found).map(|binding| binding.spec)
    }

    /// The key to show for an action: as one of `scopes` knows it, else as the first of the table does.
    pub fn key_for(&self, action: Action, scopes: &[Scope]) -> String {
        let of_action = |binding: &&Binding| binding.spec.action == action;
        let here = scopes.iter().find_map(|scope| self.in_scope(*scope).find(of_action));
        here.or_else(|| self.bindings.iter().find(of_action)).map(Binding::first_key).unwrap_or_default()
    }

    /// Every key there is, by scope: `sixtwo keys`, the README, the manual page and the help read it.
    pub fn rows(&self) -> Vec<KeyRow> {
        let row = |binding: &Binding| KeyRow {
            scope: binding.spec.scope.heading(),
            keys: binding.keys_text(),
            action: names::of_action(binding.spec.action),
            name: binding.spec.name,
            effect: binding.spec.effect,
        };
        Scope::ALL.iter().flat_map(|scope| self.in_scope(*scope)).map(row).collect()
    }
}
