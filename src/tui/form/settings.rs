//! The register's settings as a form: one field each, with default and meaning.

use super::field::{Field, Fields};
use super::machine::Form;
use super::reads::Reads;
use super::subject::Subject;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::tui::effect::Question;
use crate::tui::msg::Reply;

/// A form over all settings; they come as soon as the register has told them.
pub fn settings(today: Date) -> Form {
    Form::new("Settings of this register", Box::new(Settles { today }), Vec::new())
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
                Field::text(&entry.name, &entry.name.replace('_', " "), &entry.value)
                    .hint(format!("{}; {since}default {}", entry.meaning, entry.default))
            })
            .collect();
        fields.0.push(
            Field::text("from", "from", "")
                .reading(Reads::Day(self.today))
                .under("In force")
                .hint("first day in force of what you change; empty is today"),
        );
    }
}
