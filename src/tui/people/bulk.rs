//! The same change of several objectives: function, parent, owner or figures, in one step that is taken back in one.

use crate::app::people::PeopleCommand;
use crate::app::{Command, FieldProblem};
use crate::domain::period::Date;
use crate::domain::rearrangement::{Patch, RearrangementKind};
use crate::domain::words;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::machine::Form;
use crate::tui::form::offer::Offers;
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;

/// A form over the marked objectives.
pub fn bulk_edit(codes: Vec<String>, today: Date) -> Form {
    let keep = "empty leaves it as it is";
    let fields = vec![
        Field::text("function", "Function", "").offering(Offers::Functions).hint(keep),
        Field::text("parent", "Part of", "")
            .offering(Offers::Objectives)
            .hint(format!("code of the objective above; {keep}")),
        Field::text("owner", "Owner", "").offering(Offers::People).hint(keep),
        Field::text("collector", "Figures from", "").offering(Offers::People).hint(keep),
        Field::text("on", "From day", today.to_string())
            .reading(Reads::Day(today))
            .required()
            .hint("may lie ahead: a reorganization"),
        Field::text("name", "Called", "").hint("a name people will know it by; needed for a day ahead"),
        Field::text("reason", "Why", "").required().hint("kept with every objective it changes"),
    ];
    let title = format!("Change {}: {}", words::counted(codes.len(), "objective", "objectives"), codes.join(", "));
    Form::new(title, Box::new(Rearranges { codes, today }), fields)
}

#[derive(Debug)]
struct Rearranges {
    codes: Vec<String>,
    today: Date,
}

impl Subject for Rearranges {
    fn name(&self) -> String {
        "bulk edit".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        let said = |name: &'static str| Some(fields.owned(name)).filter(|text| !text.is_empty());
        let patch = Patch {
            function: said("function"),
            parent: said("parent"),
            owner: said("owner"),
            collector: said("collector"),
            ..Patch::default()
        };
        if patch == Patch::default() {
            let message = "say at least one thing that changes".to_owned();
            return Err(vec![FieldProblem { field: "function".to_owned(), message }]);
        }
        let on = fields.date("on").unwrap_or(self.today);
        let ahead = on > self.today;
        let kind = if ahead { RearrangementKind::Reorganization } else { RearrangementKind::Bulk };
        Ok(vec![Command::People(PeopleCommand::Rearrange {
            kind,
            // A change of today needs no name of its own: people know it by its reason.
            name: said("name").or_else(|| said("reason").filter(|_| !ahead)).unwrap_or_default(),
            on: Some(on),
            changes: self.codes.iter().map(|code| (code.clone(), patch.clone())).collect(),
            reason: fields.owned("reason"),
        })])
    }
}
