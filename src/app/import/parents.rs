//! Whom the objectives of a file contribute to: a parent may stand later in the file, a circle may not arise.

use std::collections::{HashMap, HashSet};

use super::RowError;
use crate::domain::cascade;
use crate::exchange::near;
use crate::exchange::objectives::ObjectiveRow;

/// Writes parents the way their objective writes its code, and names the rows whose parent is nobody or whose parents
/// form a circle. `register` holds (code, parent) of every objective there is; `header` is the column of the parents.
pub(super) fn check(rows: &mut [ObjectiveRow], register: &[(String, String)], header: &str) -> Vec<RowError> {
    let mut errors = Vec::new();
    let mut refused: HashSet<String> = HashSet::new();
    // A row that is refused takes its code away from the rows below it, so the check goes on until nothing changes.
    loop {
        let spelled: HashMap<String, String> = register
            .iter()
            .map(|(code, _)| code)
            .chain(rows.iter().map(|row| &row.code).filter(|code| !refused.contains(*code)))
            .map(|code| (code.to_uppercase(), code.clone()))
            .collect();
        let before = refused.len();
        for row in rows.iter_mut() {
            if row.definition.parent.is_empty() || refused.contains(&row.code) {
                continue;
            }
            let parent = &mut row.definition.parent;
            match spelled.get(&parent.to_uppercase()) {
                Some(known) => known.clone_into(parent),
                None => {
                    let hint = near::hint(parent, spelled.values().map(String::as_str));
                    let reason =
                        format!("neither the register nor a sound row of the file has the parent `{parent}`{hint}");
                    errors.push(RowError::cell(row.line, header, reason));
                    refused.insert(row.code.clone());
                }
            }
        }
        errors.extend(circles(rows, register, header, &mut refused));
        if refused.len() == before {
            return errors;
        }
    }
}

fn circles(
    rows: &[ObjectiveRow],
    register: &[(String, String)],
    header: &str,
    refused: &mut HashSet<String>,
) -> Vec<RowError> {
    let sound = |row: &&ObjectiveRow, refused: &HashSet<String>| !refused.contains(&row.code);
    let mut parents: HashMap<&str, &str> =
        register.iter().map(|(code, parent)| (code.as_str(), parent.as_str())).collect();
    for row in rows.iter().filter(|row| sound(row, refused)) {
        parents.insert(&row.code, &row.definition.parent);
    }
    let mut errors = Vec::new();
    for row in rows.iter().filter(|row| !row.definition.parent.is_empty()) {
        let pairs = parents.iter().map(|(code, parent)| (*code, *parent));
        if sound(&row, refused)
            && let Some(path) = cascade::would_cycle(&row.code, &row.definition.parent, pairs)
        {
            errors.push(RowError::cell(row.line, header, format!("that would be a circle: {}", path.join(" → "))));
            refused.insert(row.code.clone());
        }
    }
    errors
}
