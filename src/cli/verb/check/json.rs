//! `check --json`.

use serde_json::{Map, Value, json};

use super::super::super::page::json::{SCHEMA, date, or_null, text};
use crate::app::readiness::{Readiness, Remark};

/// The whole check as an object.
pub fn object(readiness: &Readiness) -> Value {
    let dismissed = readiness.dismissed.iter().map(|(remark, dismissal)| {
        let mut fields = finding(remark);
        fields.insert("number".to_owned(), dismissal.id.into());
        fields.insert("reason".to_owned(), text(&dismissal.reason));
        fields.insert("by".to_owned(), text(&dismissal.by));
        fields.insert("until".to_owned(), date(dismissal.until));
        fields
    });
    let not_checked = readiness.not_checked.iter();
    json!({
        "schema": SCHEMA,
        "as_of": date(readiness.as_of),
        "audit": or_null(readiness.audit.as_ref(), |audit| date(audit.day)),
        "audit_kind": or_null(readiness.audit.as_ref().and_then(|audit| audit.kind), |kind| kind.word().into()),
        "findings": readiness.findings.iter().chain(&readiness.to_dos).map(finding).collect::<Vec<_>>(),
        "not_checked": not_checked
            .map(|n| json!({ "check": n.check, "title": n.title, "why": n.why }))
            .collect::<Vec<_>>(),
        "dismissed": dismissed.collect::<Vec<_>>(),
    })
}

fn finding(remark: &Remark) -> Map<String, Value> {
    let finding = &remark.finding;
    let fields = [
        ("check", finding.check.into()),
        ("title", remark.title.into()),
        ("severity", finding.severity.word().into()),
        ("clause", remark.clause.into()),
        ("about", finding.about.key().into()),
        ("code", or_null(remark.code(), |code| code.into())),
        ("fact", finding.fact.as_str().into()),
        ("fix", finding.fix.into()),
        ("field", text(finding.field)),
        ("to_do", finding.to_do.into()),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
