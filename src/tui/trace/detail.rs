//! What stands below the trace: the selected line in full, because the list has to cut both ends of it.

use ratatui::text::Line;

use super::rows::Row;
use crate::app::sources::TraceView;
use crate::domain::trace::{Source, SourceStatus};
use crate::tui::theme::Theme;
use crate::tui::widgets::split;

/// Lines of the pane with its frame.
pub const HEIGHT: u16 = 6;
/// Cells of the names at the left.
const LABEL: usize = 11;

/// The source, the objective and why one serves the other.
pub fn lines(view: &TraceView, row: &Row, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let source = row.source(view);
    let objective = row.objective(view);
    let mut lines = Vec::new();
    if let Some(source) = source.map(|place| &view.sources[place]) {
        lines.extend(labelled("Source", &in_full(source), 2, theme, width));
    }
    match objective {
        Some(place) => {
            let row = &view.overview.rows[place];
            let name = format!("{}  {}", row.code(), row.objective.definition.title);
            lines.extend(labelled("Served by", &name, 1, theme, width));
            lines.extend(labelled("Because", &because(view, source, place), 1, theme, width));
        }
        None => {
            let said = source.map(|place| &view.sources[place].detail);
            lines.extend(labelled("Says", said.map_or("", String::as_str), 2, theme, width));
        }
    }
    lines
}

/// `Access ends with the job · policy ISP, version 5 · high · A. Novak`
fn in_full(source: &Source) -> String {
    let policy = match (source.policy.is_empty(), source.policy_version.is_empty()) {
        (true, _) => String::new(),
        (false, true) => source.policy.clone(),
        (false, false) => format!("{}, version {}", source.policy, source.policy_version),
    };
    let status = if source.status == SourceStatus::Open { "" } else { source.status.shown() };
    let covered = match source.covered_by.as_str() {
        "" => String::new(),
        by => format!("covered by {by}"),
    };
    let parts = [&source.title, &policy, &source.party, &source.level, &source.owner, status, &covered];
    let said: Vec<&str> = parts.into_iter().map(AsRef::as_ref).filter(|part: &&str| !part.is_empty()).collect();
    said.join(" · ")
}

/// Why the objective serves that source, and through which parent where it inherits it.
fn because(view: &TraceView, source: Option<usize>, objective: usize) -> String {
    let Some(source) = source.map(|place| &view.sources[place]) else { return String::new() };
    let same = |served: &Source| served.kind == source.kind && served.reference == source.reference;
    let Some(link) = view.becauses(objective).into_iter().find(|link| link.source.as_ref().is_some_and(same)) else {
        return String::new();
    };
    let through = link.from.map(|code| format!("inherited from {code}"));
    let parts = [Some(link.because).filter(|said| !said.is_empty()), through];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn labelled(label: &str, said: &str, most: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    split::labelled((label, LABEL), said, most, theme, width).collect()
}
