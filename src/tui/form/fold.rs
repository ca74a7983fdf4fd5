//! A fold line: one row of a form behind which rarely needed fields stand. Closed it says how many of them are answered;
//! what stands behind it is saved like every other answer.

use super::choice::{Choice, Way};
use super::field::{Field, Fields, Input};

const CLOSED: &str = "";
const OPEN: &str = "open";

/// A closed fold line over the fields with these names.
pub fn fold(name: &str, label: &str, folds: &'static [&'static str]) -> Field {
    Field::choice(name, label, ways(0), CLOSED).over(folds)
}

fn ways(said: usize) -> Vec<Way> {
    let said = if said == 0 { "nothing".to_owned() } else { said.to_string() };
    vec![Way::new(CLOSED, format!("{said} said, Right shows them")), Way::new(OPEN, "Right folds them away")]
}

impl Fields {
    /// Folds away what stands behind closed fold lines. A line with something wrong behind it opens.
    pub fn fold_away(&mut self) {
        for at in 0..self.0.len() {
            let folds = self.0[at].folds;
            if folds.is_empty() {
                continue;
            }
            let behind = |field: &&Field| folds.contains(&field.name.as_str()) && !field.hidden;
            let said = self.0.iter().filter(behind).filter(|field| !field.answer().trim().is_empty()).count();
            let wrong = self.0.iter().filter(behind).any(|field| field.problem.is_some());
            let word = if wrong { OPEN } else { self.0[at].answer() };
            let choice = Choice::among(ways(said), word);
            let closed = choice.word() == CLOSED;
            self.0[at].input = Input::Choice(choice);
            for field in self.0.iter_mut().filter(|field| folds.contains(&field.name.as_str())) {
                field.folded = closed;
            }
        }
    }

    /// Opens the fold line a field stands behind; does nothing for a field that stands behind none.
    pub fn unfold(&mut self, name: &str) {
        if let Some(line) = self.0.iter_mut().find(|field| field.folds.contains(&name)) {
            line.set(OPEN);
        }
        self.fold_away();
    }
}
