//! The register's settings as a form: one field each, with default and meaning.

use super::field::{Field, Fields};
use super::machine::Form;
use super::reads::Reads;
use super::subject::Subject;
use crate::app::{Command, FieldProblem};
use crate::domain::period::{Date, Frequency};
use crate::tui::effect::Question;
use crate::tui::msg::Reply;

/// A form over all settings; they come as soon as the register has told them.
pub fn settings(today: Date) -> Form {
    Form::new("Settings of this register", Box::new(Settles { today }), Vec::new())
}

/// What people read before a setting: `fiscal_year_start` is `Fiscal year start`, `grace_w` is `Grace weekly`.
fn label(name: &str) -> String {
    let of = |frequency: &&Frequency| name.strip_prefix("grace_") == Some(&frequency.letter().to_lowercase());
    if let Some(frequency) = Frequency::ALL.iter().find(of) {
        return format!("Grace {}", frequency.word());
    }
    if let Some((check, parameter)) = name.split_once('.') {
        return format!("{} {}", check.to_uppercase(), parameter.replace('_', " "));
    }
    let words = name.replace('_', " ");
    let first = words.chars().take(1).flat_map(char::to_uppercase);
    first.chain(words.chars().skip(1)).collect()
}

#[derive(Debug)]
struct Settles {
    today: Date,
}

impl Subject for Settles {
    fn name(&self) -> String {
        "settings".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let from = fields.date("from");
        let changed = fields.0.iter().filter(|field| field.name != "from" && field.is_changed());
        let change = |field: &Field| Command::ChangeSetting {
            name: field.name.clone(),
            value: field.answer().trim().to_owned(),
            from,
        };
        Ok(changed.map(change).collect())
    }

    fn question(&self) -> Option<Question> {
        Some(Question::Settings)
    }

    fn learn(&mut self, reply: &Reply, fields: &mut Fields) {
        let Reply::Settings(entries) = reply else { return };
        fields.0 = entries
            .iter()
            .map(|entry| {
                let since = entry.from.map(|day| format!("since {day}; ")).unwrap_or_default();
                Field::text(&entry.name, &label(&entry.name), &entry.value)
                    .hint(format!("{}; {since}default {}", entry.meaning, entry.default))
            })
            .collect();
        fields.0.push(
            Field::text("from", "From", "")
                .reading(Reads::Day(self.today))
                .under("In force")
                .hint("first day in force of what you change; empty is today"),
        );
    }
}
