//! Changes of the list: made since the last meeting, waiting for approval, or decided and not drafted yet.

use super::gather::Gathered;
use crate::app::lens::Look;
use crate::app::refusal::Refusal;
use crate::app::view::{Overview, Row};
use crate::domain::difference::{FieldChange, between};
use crate::domain::minutes::{ChangeKind, ListChange};
use crate::domain::reading::DecisionKind;
use crate::domain::review::Review;
use crate::domain::version::Version;
use crate::domain::words;
use crate::store::Reader;

pub(super) fn changes(
    reader: &Reader,
    look: &Look,
    overview: &Overview,
    review: &Review,
    gathered: &Gathered,
) -> Result<Vec<ListChange>, Refusal> {
    let versions = reader.all_versions(&look.sight)?;
    let is_new = |version: &Version| match &gathered.last {
        Some(last) => version.seq > last.seq,
        None => version.recorded_on >= review.date,
    };
    let mut changes = Vec::new();
    for row in &overview.rows {
        let known = versions.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        for (at, version) in known.iter().enumerate() {
            if version.draft && row.waits() || !version.draft && is_new(version) {
                let before = at.checked_sub(1).and_then(|at| known.get(at));
                changes.extend(of_version(row, version, before));
            }
        }
        changes.extend(closed(row, review, gathered));
        changes.extend(decided(row, known, gathered));
    }
    Ok(changes)
}

fn of_version(row: &Row, version: &Version, before: Option<&Version>) -> Option<ListChange> {
    let differences = before.map(|before| between(&before.definition, &version.definition)).unwrap_or_default();
    let (kind, what) = match before {
        None => (ChangeKind::Added, format!("{}, by {}", version.definition.target_text(), owner(version))),
        Some(_) if differences.is_empty() => return None,
        Some(_) => (kind_of(&differences), in_line(&differences)),
    };
    Some(ListChange {
        reason: version.reason.clone(),
        approved_by: version.approved_by.clone(),
        approved_on: version.approved_on,
        waits: version.draft,
        ..about(row, kind, what)
    })
}

fn owner(version: &Version) -> &str {
    match version.definition.owner.trim() {
        "" => "nobody yet",
        owner => owner,
    }
}

fn kind_of(differences: &[FieldChange]) -> ChangeKind {
    let changed = |fields: &[&str]| differences.iter().any(|change| fields.contains(&change.field));
    if changed(&["target", "target_high", "operator"]) {
        ChangeKind::Retargeted
    } else if changed(&["due"]) {
        ChangeKind::Extended
    } else {
        ChangeKind::Changed
    }
}

fn in_line(differences: &[FieldChange]) -> String {
    let told: Vec<String> = differences.iter().take(3).map(FieldChange::sentence).collect();
    match differences.len() {
        0..=3 => told.join("; "),
        many => format!("{}; and {} more", told.join("; "), many - 3),
    }
}

fn closed(row: &Row, review: &Review, gathered: &Gathered) -> Option<ListChange> {
    let closing = row.objective.closing.as_ref()?;
    let new = match &gathered.last {
        Some(last) => row.changed_seq > last.seq,
        None => closing.retired_on >= review.date,
    };
    new.then(|| ListChange {
        reason: closing.reason.clone(),
        approved_by: closing.by.clone(),
        approved_on: Some(closing.retired_on),
        ..about(row, ChangeKind::Retired, words::outcome(closing.outcome).to_owned())
    })
}

/// What this meeting accepts for now, and what a meeting decided and nobody drafted since.
fn decided(row: &Row, versions: &[Version], gathered: &Gathered) -> Option<ListChange> {
    let newest = gathered.decisions_on(row.code()).first()?;
    let change = |kind, what: String| ListChange { reason: newest.text.clone(), ..about(row, kind, what) };
    match newest.kind {
        DecisionKind::Accept if newest.review == Some(gathered.number) => {
            let until = newest.until.map(words::day).unwrap_or_default();
            Some(ListChange {
                approved_by: newest.approver.clone(),
                approved_on: Some(newest.on),
                ..change(ChangeKind::Accepted, format!("until {until}"))
            })
        }
        DecisionKind::Retarget | DecisionKind::Extend | DecisionKind::Retire => {
            let drafted = versions.iter().any(|version| version.recorded_on >= newest.on && version.number > 1);
            let waits = row.objective.closing.is_none() && !drafted && newest.review.is_some();
            waits.then(|| {
                let what = format!("{}, decided {}", words::decision(newest.kind), words::day(newest.on));
                ListChange { waits: true, ..change(ChangeKind::Decided, what) }
            })
        }
        _ => None,
    }
}

fn about(row: &Row, kind: ChangeKind, what: String) -> ListChange {
    ListChange {
        code: row.code().to_owned(),
        title: row.objective.definition.title.clone(),
        kind,
        what,
        reason: String::new(),
        approved_by: String::new(),
        approved_on: None,
        waits: false,
    }
}
