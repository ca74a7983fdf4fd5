//! Differences on the shell: fields word by word, objectives by what became of them.

use std::io;

use serde_json::{Value, json};

use super::super::page::Page;
use super::super::page::json::{self, or_null};
use super::super::page::sheet::Sheet;
use super::super::page::tone::Tone;
use crate::app::wording::marked;
use crate::domain::difference::FieldChange;
use crate::domain::edition::{Difference, Fate};

/// One changed field with what is gone and what is new: `Due [-2026-09-30-]{+2026-12-31+}`.
pub fn field(change: &FieldChange) -> String {
    let class = if change.needs_approval() { "" } else { ", wording" };
    format!("{}{class}: {}", change.label(), marked(&change.before, &change.after))
}

/// Which versions: `version 1 → 2`, `version 3`.
pub fn versions(before: Option<u32>, after: Option<u32>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before != after => format!("version {before} → {after}"),
        (_, Some(number)) | (Some(number), None) => format!("version {number}"),
        (None, None) => String::new(),
    }
}

/// Every objective that is not unchanged with its fields and reasons, then how many stayed.
pub fn print(lines: &[Difference], page: &mut Page) -> io::Result<()> {
    let mut sheet = Sheet::on(page);
    for line in lines.iter().filter(|line| line.fate != Fate::Unchanged) {
        let versions = versions(line.before, line.after);
        sheet.entry(line.fate.word(), &format!("{}  {}  {versions}", line.code, line.title))?;
        sheet.entries("", line.changes.iter().map(field))?;
        sheet.entries("", line.reasons.iter().map(|reason| format!("because: {reason}")))?;
    }
    let unchanged = lines.iter().filter(|line| line.fate == Fate::Unchanged).count();
    match unchanged {
        0 => Ok(()),
        1 => sheet.entry("unchanged", "1 objective"),
        n => sheet.entry("unchanged", &format!("{n} objectives")),
    }
}

/// A heading in bold, where there are colours.
pub fn heading(text: &str, page: &mut Page) -> io::Result<()> {
    Sheet::on(page).title(text, Tone::Strong)
}

/// One objective as scripts read it.
pub fn object(line: &Difference) -> Value {
    json!({
        "code": line.code,
        "title": line.title,
        "fate": line.fate.word(),
        "version_before": line.before,
        "version": line.after,
        "changes": line.changes.iter().map(field_object).collect::<Vec<_>>(),
        "reasons": line.reasons,
    })
}

/// One field as scripts read it.
pub fn field_object(change: &FieldChange) -> Value {
    let text = |text: &str| or_null((!text.is_empty()).then_some(text), json::text);
    json!({
        "field": change.field,
        "before": text(&change.before),
        "after": text(&change.after),
        "needs_approval": change.needs_approval(),
    })
}
