//! The lines of the trace: gaps first, then every source with the objectives that serve it.

use crate::app::sources::TraceView;
use crate::domain::trace::{Serving, SourceKind};

/// One line. Places are those of the [`TraceView`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading; never selected.
    Heading(String),
    /// A source nobody pursues: its position among the gaps.
    Uncovered(usize),
    /// An objective that serves nothing.
    Aimless(usize),
    /// A link that leads nowhere: its position among the gaps.
    Dead(usize),
    /// A source with one of the objectives that serve it, or with none.
    Source {
        /// The source.
        source: usize,
        /// The objective.
        serving: Option<Serving>,
        /// Where this line stands among those of its source.
        rail: Rail,
    },
}

/// Where a line stands among those of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rail {
    /// It has one line.
    Only,
    /// The first of several: it names the source.
    First,
    /// Between.
    Middle,
    /// The last of several.
    Last,
}

impl Row {
    /// Whether it can be selected.
    pub fn is_line(&self) -> bool {
        !matches!(self, Row::Heading(_))
    }

    /// The source it is about.
    pub fn source(&self, view: &TraceView) -> Option<usize> {
        match self {
            Row::Uncovered(at) => Some(view.gaps.uncovered.get(*at)?.source),
            Row::Source { source, .. } => Some(*source),
            _ => None,
        }
    }

    /// The objective it leads to.
    pub fn objective(&self, view: &TraceView) -> Option<usize> {
        match self {
            Row::Uncovered(at) => view.gaps.uncovered.get(*at)?.draft,
            Row::Aimless(place) => Some(*place),
            Row::Dead(at) => Some(view.gaps.dead.get(*at)?.objective),
            Row::Source { serving, .. } => serving.map(|one| one.objective),
            Row::Heading(_) => None,
        }
    }
}

/// Every line, from top to bottom.
pub fn of(view: &TraceView) -> Vec<Row> {
    let gaps = &view.gaps;
    let mut rows = Vec::new();
    let group = |name: &str, of: Vec<Row>, rows: &mut Vec<Row>| {
        if !of.is_empty() {
            rows.push(Row::Heading(name.to_owned()));
            rows.extend(of);
        }
    };
    group("Nobody pursues", (0..gaps.uncovered.len()).map(Row::Uncovered).collect(), &mut rows);
    group("Serves nothing", gaps.aimless.iter().copied().map(Row::Aimless).collect(), &mut rows);
    group("Leads nowhere", (0..gaps.dead.len()).map(Row::Dead).collect(), &mut rows);
    let mut uncovered = vec![false; view.sources.len()];
    for gap in &gaps.uncovered {
        uncovered[gap.source] = true;
    }
    for kind in SourceKind::ALL {
        let of_kind = (0..view.sources.len()).filter(|place| view.sources[*place].kind == *kind && !uncovered[*place]);
        group(&capital(kind.heading()), of_kind.flat_map(|place| lines_of(view, place)).collect(), &mut rows);
    }
    rows
}

fn lines_of(view: &TraceView, source: usize) -> Vec<Row> {
    let serving = view.trace.serving(source);
    if serving.is_empty() {
        return vec![Row::Source { source, serving: None, rail: Rail::Only }];
    }
    let last = serving.len() - 1;
    let rail = |at: usize| match at {
        0 if last == 0 => Rail::Only,
        0 => Rail::First,
        at if at == last => Rail::Last,
        _ => Rail::Middle,
    };
    serving.iter().enumerate().map(|(at, one)| Row::Source { source, serving: Some(*one), rail: rail(at) }).collect()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
