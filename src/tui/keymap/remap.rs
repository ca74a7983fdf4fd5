//! The keys a person prefers, laid over the table's own; what cannot be used is refused with the reason.

use std::collections::{BTreeMap, BTreeSet};

use super::ActionSpec;
use super::action::{Action, Scope};
use super::effective::{Binding, Keymap};
use super::key::Key;
use super::names;
use super::table::SPECS;
use super::together::together;
use crate::domain::near::near;

/// A wish of the config file that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name there: `record`, `home.record`.
    pub name: String,
    /// Why, as a sentence.
    pub why: String,
}

/// Other keys for an action.
#[derive(Clone, Debug)]
struct Wish {
    name: String,
    action: Action,
    /// Only there; `None` wherever the action is.
    scope: Option<Scope>,
    keys: Vec<Key>,
}

impl Keymap {
    /// The table's own keys with a person's wishes, by names such as `record` or `home.record`; `none` alone takes an
    /// action's keys away. Enter, Esc, Tab, the arrows, F1 and Ctrl-C keep their meaning. What is refused leaves the
    /// table's own keys in place.
    pub fn preferred(wishes: &BTreeMap<String, Vec<String>>) -> (Keymap, Vec<Refused>) {
        let mut refused = Vec::new();
        let mut followed = Vec::new();
        for (name, keys) in wishes {
            match read(name, keys) {
                Ok(wish) => followed.push(wish),
                Err(why) => refused.push(Refused { name: name.clone(), why }),
            }
        }
        let sets = together();
        let bindings = loop {
            let bindings = apply(&followed);
            match first_clash(&followed, &bindings, &sets) {
                None => break bindings,
                Some((at, why)) => refused.push(Refused { name: followed.remove(at).name, why }),
            }
        };
        (Keymap::of(bindings), refused)
    }
}

/// Reads one wish.
fn read(name: &str, keys: &[String]) -> Result<Wish, String> {
    let (scope, word) = match name.split_once('.') {
        Some((scope, word)) => (Some(scope_named(scope)?), word),
        None => (None, name),
    };
    let action = action_named(word, scope)?;
    let mut wish = Wish { name: name.to_owned(), action, scope, keys: Vec::new() };
    if matches!(keys, [none] if none.trim().eq_ignore_ascii_case("none")) || keys.is_empty() {
        return Ok(wish);
    }
    for written in keys {
        let key = Key::parse(written).map_err(|why| format!("{} {why}", written.trim()))?;
        if key.is_fixed() && !specs_of(&wish).any(|spec| spec.keys.contains(&key)) {
            return Err(format!("{key} keeps its meaning everywhere, so that no screen needs a letter"));
        }
        wish.keys.push(key);
    }
    let swallowed = |key: &&Key| key.edits_text() && !key.is_fixed();
    if specs_of(&wish).all(|spec| spec.scope.is_typed_into())
        && let Some(key) = wish.keys.iter().find(swallowed)
    {
        return Err(format!("{key} is taken by the text that is typed there; use a function key or Ctrl and a letter"));
    }
    Ok(wish)
}

fn specs_of(wish: &Wish) -> impl Iterator<Item = &'static ActionSpec> {
    let (action, scope) = (wish.action, wish.scope);
    SPECS.iter().filter(move |spec| spec.action == action && scope.is_none_or(|scope| scope == spec.scope))
}

fn scope_named(word: &str) -> Result<Scope, String> {
    let named = Scope::ALL.iter().copied().find(|scope| names::of_scope(*scope) == word);
    named.ok_or_else(|| {
        let words: Vec<String> = Scope::ALL.iter().map(|scope| names::of_scope(*scope)).collect();
        format!("there is no place {word:?} with keys{}", meant(word, &words))
    })
}

fn action_named(word: &str, scope: Option<Scope>) -> Result<Action, String> {
    let there = |spec: &&ActionSpec| scope.is_none_or(|scope| scope == spec.scope);
    let words: BTreeSet<String> = SPECS.iter().filter(there).map(|spec| names::of_action(spec.action)).collect();
    let named = SPECS.iter().filter(there).find(|spec| names::of_action(spec.action) == word);
    named.map(|spec| spec.action).ok_or_else(|| {
        let place = scope.map(|scope| format!(" in {}", names::of_scope(scope))).unwrap_or_default();
        let words: Vec<String> = words.into_iter().collect();
        format!("there is no action {word:?}{place}{}", meant(word, &words))
    })
}

/// `; did you mean record?` or where the names stand.
fn meant(word: &str, words: &[String]) -> String {
    match near(word, words.iter().map(String::as_str)).as_slice() {
        [] => "; `sixtwo keys` lists the names".to_owned(),
        [nearest, ..] => format!("; did you mean {nearest}"),
    }
}

/// The table with the wishes followed.
fn apply(wishes: &[Wish]) -> Vec<Binding> {
    let binding = |spec: &'static ActionSpec| {
        let of_action = |wish: &&Wish| wish.action == spec.action;
        let here = wishes.iter().filter(of_action).find(|wish| wish.scope == Some(spec.scope));
        let wish = here.or_else(|| wishes.iter().filter(of_action).find(|wish| wish.scope.is_none()));
        Binding { spec, keys: wish.map_or_else(|| spec.keys.to_vec(), |wish| keys(spec, wish)) }
    };
    SPECS.iter().map(binding).collect()
}

/// The keys of a line of the table with a wish: its own keys that keep their meaning stay behind the new ones.
fn keys(spec: &ActionSpec, wish: &Wish) -> Vec<Key> {
    let can_count = |key: &&Key| match key.is_fixed() {
        true => spec.keys.contains(key),
        false => !(spec.scope.is_typed_into() && key.edits_text()),
    };
    let mut keys: Vec<Key> = wish.keys.iter().filter(can_count).copied().collect();
    if keys.is_empty() && !wish.keys.is_empty() {
        return spec.keys.to_vec();
    }
    for key in spec.keys.iter().filter(|key| key.is_fixed()) {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    keys
}

/// The first wish that takes a key of something else that counts at the same time. A key of the table itself is
/// defended before a key of another wish.
fn first_clash(wishes: &[Wish], bindings: &[Binding], sets: &[Vec<Scope>]) -> Option<(usize, String)> {
    let clash = |against_wishes: bool| {
        wishes.iter().enumerate().rev().find_map(|(at, wish)| {
            let other = taken(wish, wishes, bindings, sets, against_wishes)?;
            Some((at, other))
        })
    };
    clash(false).or_else(|| clash(true))
}

fn taken(
    wish: &Wish,
    wishes: &[Wish],
    bindings: &[Binding],
    sets: &[Vec<Scope>],
    against_wishes: bool,
) -> Option<String> {
    let of_wish = |binding: &Binding, wish: &Wish| {
        binding.spec.action == wish.action && wish.scope.is_none_or(|scope| scope == binding.spec.scope)
    };
    for mine in bindings.iter().filter(|binding| of_wish(binding, wish)) {
        for other in bindings.iter().filter(|other| other.spec.action != wish.action) {
            if wishes.iter().any(|wish| of_wish(other, wish)) != against_wishes || !meet(mine, other, sets) {
                continue;
            }
            let both = |key: &&Key| other.keys.contains(key);
            let own = |key: &Key| mine.spec.keys.contains(key) && other.spec.keys.contains(key);
            if let Some(key) = mine.keys.iter().filter(both).find(|key| !own(key)) {
                let places: BTreeSet<&str> = [mine, other].map(|binding| binding.spec.scope.heading()).into();
                let places: Vec<&str> = places.into_iter().collect();
                let name = names::of_action(other.spec.action);
                return Some(format!("{key} means {name} already ({})", places.join(", ")));
            }
        }
    }
    None
}

/// Whether two bindings ever count at the same time.
fn meet(one: &Binding, other: &Binding, sets: &[Vec<Scope>]) -> bool {
    let (one, other) = (one.spec.scope, other.spec.scope);
    one == other
        || [one, other].contains(&Scope::Global)
        || sets.iter().any(|scopes| scopes.contains(&one) && scopes.contains(&other))
}
