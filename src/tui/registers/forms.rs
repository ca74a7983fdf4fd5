//! The questions on the way to a new register: whose it is, where it lies, when its year begins.

use std::path::Path;

use crate::app::registers::{Way, typed_path};
use crate::app::{Command, FieldProblem};
use crate::domain::period::{FiscalCalendar, FiscalLabel};
use crate::tui::form::Form;
use crate::tui::form::choice;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;

/// A form that creates a register.
pub fn create(usual: &Path) -> Form {
    let labels = [
        (FiscalLabel::Both, "both", "both years: FY2026-27"),
        (FiscalLabel::End, "end", "the year it ends in: FY2027"),
        (FiscalLabel::Start, "start", "the year it starts in: FY2026"),
    ];
    let labels = labels.map(|(_, word, said)| choice::Way::new(word, said)).to_vec();
    let fields = vec![
        Field::text("organization", "Organization", "").required().hint("whose objectives these are"),
        Field::text("path", "File", usual.display().to_string()).required().hint("a new file; ~ is your home"),
        Field::text("month", "Fiscal year from", "1")
            .reading(Reads::Whole(1, 12))
            .required()
            .hint("its first month: 1 is January, 4 is April"),
        Field::choice("label", "Is named by", labels, "both").hint("for a fiscal year that spans two years"),
    ];
    Form::new("A new objectives file", Box::new(Creates), fields)
}

#[derive(Debug)]
struct Creates;

impl Subject for Creates {
    fn name(&self) -> String {
        "create a register".to_owned()
    }

    fn commands(&self, _fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(Vec::new())
    }

    fn way(&self, fields: &Fields) -> Option<Way> {
        let label = match fields.said("label") {
            "end" => FiscalLabel::End,
            "start" => FiscalLabel::Start,
            _ => FiscalLabel::Both,
        };
        let start_month = fields.whole("month").and_then(|month| u8::try_from(month).ok()).unwrap_or(1);
        let (path, organization) = (typed_path(fields.said("path")), fields.owned("organization"));
        Some(Way::Create { path, organization, calendar: FiscalCalendar { start_month, label } })
    }
}
