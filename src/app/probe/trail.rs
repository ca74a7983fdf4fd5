//! The last periods, with every correction.

use super::also;
use crate::app::freeze::series;
use crate::app::view::Dossier;
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::probe::{Element, Line, Point};
use crate::domain::reading::{Reading, Standing};
use crate::domain::words;

/// How many of the latest periods are shown.
const SHOWN: usize = 12;

/// The last periods, oldest first. A milestone has none.
pub(super) fn points(dossier: &Dossier) -> Vec<Point> {
    if dossier.row.objective.definition.kind == Kind::Milestone {
        return Vec::new();
    }
    let all = series::series(dossier);
    let percent = dossier.row.objective.definition.unit_is_percent();
    let first = all.len().saturating_sub(SHOWN);
    all.into_iter()
        .skip(first)
        .map(|period| Point {
            label: period.label,
            shown: period.shown,
            value: period.value,
            percent,
            verdict: period.verdict,
            corrected: period.corrected,
            late: period.days_late > 0,
        })
        .collect()
}

/// What is to be said about the trail; `None` where there is nothing to measure.
pub(super) fn trail(dossier: &Dossier) -> Option<Element> {
    let objective = &dossier.row.objective;
    if objective.definition.kind == Kind::Milestone || objective.lifecycle == Lifecycle::Draft {
        return None;
    }
    let all = series::series(dossier);
    let measured = all.iter().filter(|period| !period.missing).count();
    let late = all.iter().filter(|period| period.days_late > 0).count();
    let noun = objective.definition.frequency.noun(all.len() as u32);
    let mut counts = format!("{measured} of {} {noun} measured", all.len());
    if late > 0 {
        counts.push_str(&format!(", {late} late"));
    }
    let mut lines = vec![Line::fact(counts)];
    lines.extend(dossier.standings.iter().rev().filter_map(|standing| corrected(dossier, standing)));
    Some(Element::new("Trail", "Show me the records.", "7.5, 9.1", lines))
}

/// `* Aug 2026 corrected 3 Sep 2026 by A. Novak, 41 → 47: two leavers missing from the export`
fn corrected(dossier: &Dossier, standing: &Standing) -> Option<Line> {
    let now = dossier.reading_of(standing).filter(|_| standing.corrected)?;
    let same_day = |reading: &&Reading| {
        reading.measured_on == now.measured_on && (reading.seq, reading.revision) < (now.seq, now.revision)
    };
    let before = dossier.readings.iter().filter(same_day).rfind(|reading| reading.value != now.value)?;
    let percent = dossier.row.objective.definition.unit_is_percent();
    let (was, is) = (before.value.shown(percent, 1), now.value.shown(percent, 1));
    let why = also(": ", &now.reason);
    let text = format!("corrected {} by {}, {was} → {is}{why}", words::day(now.entered_on), now.entered_by);
    Some(Line::note(text).about(format!("* {}", series::label(dossier, standing.period))))
}
