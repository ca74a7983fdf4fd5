//! The words by which the config file and the palette name actions and scopes: `plan-audit`, `review-meeting`.

use super::action::{Action, Scope};

/// The word of an action.
pub fn of_action(action: Action) -> String {
    with_hyphens(&format!("{action:?}"))
}

/// The word of a scope.
pub fn of_scope(scope: Scope) -> String {
    with_hyphens(&format!("{scope:?}"))
}

/// `PlanAudit` becomes `plan-audit`.
fn with_hyphens(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(letter.to_lowercase());
    }
    word
}
