//! Forms of readiness: accept a finding, enter an audit.

use crate::app::audits::AuditCommand;
use crate::app::readiness::{ReadinessCommand, Remark};
use crate::app::{Command, FieldProblem};
use crate::domain::audit::AuditKind;
use crate::domain::period::Date;
use crate::domain::words;
use crate::tui::form::choice::Way;
use crate::tui::form::field::{Field, Fields};
use crate::tui::form::machine::Form;
use crate::tui::form::reads::Reads;
use crate::tui::form::subject::Subject;

/// Accepts a finding until a day.
pub fn accept(remark: &Remark, today: Date) -> Form {
    let fields = vec![
        Field::text("reason", "Why", "").required().hint("why this is accepted; an auditor reads it"),
        Field::text("by", "Who", "").hint("the person who accepts it; empty is you"),
        Field::text("until", "Until", "")
            .reading(Reads::Day(today))
            .required()
            .hint("the last day it is accepted; afterwards it is back"),
    ];
    let (check, subject) = (remark.finding.check.to_owned(), remark.finding.about.key());
    let title = format!("Accept {}: {}", super::lines::object(remark), remark.title.to_lowercase());
    Form::new(title, Box::new(Accepts { check, subject, today }), fields)
}

#[derive(Debug)]
struct Accepts {
    check: String,
    subject: String,
    today: Date,
}

impl Subject for Accepts {
    fn name(&self) -> String {
        format!("accept {} {}", self.check, self.subject)
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::Readiness(ReadinessCommand::Dismiss {
            check: self.check.clone(),
            subject: self.subject.clone(),
            reason: fields.owned("reason"),
            by: fields.owned("by"),
            until: fields.date("until").unwrap_or(self.today),
        })])
    }
}

/// Enters an audit, planned or held.
pub fn plan_audit(today: Date) -> Form {
    let kinds = AuditKind::ALL.iter().map(|kind| Way::new(kind.word(), words::audit(*kind))).collect();
    let fields = vec![
        Field::choice("kind", "Audit", kinds, AuditKind::Surveillance.word()).hint("Left and Right choose"),
        Field::text("day", "First day", "").reading(Reads::Day(today)).required().hint("may lie ahead or behind"),
        Field::text("auditor", "By", "").hint("who audits; may stay empty"),
        Field::text("note", "Note", "").hint("scope, site; may stay empty"),
    ];
    Form::new("An audit in the calendar", Box::new(PlansAudit { today }), fields)
}

#[derive(Debug)]
struct PlansAudit {
    today: Date,
}

impl Subject for PlansAudit {
    fn name(&self) -> String {
        "plan an audit".to_owned()
    }

    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>> {
        Ok(vec![Command::Audits(AuditCommand::Plan {
            number: None,
            kind: AuditKind::from_word(fields.said("kind")).unwrap_or(AuditKind::Surveillance),
            day: fields.date("day").unwrap_or(self.today),
            auditor: fields.owned("auditor"),
            note: fields.owned("note"),
        })])
    }
}
