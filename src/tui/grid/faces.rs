//! How the cells are written: a mark, a number whose decimal points stand below each other, a sign behind it.

use ratatui::style::Style;

use crate::app::grid::{Grid, GridCell, GridRow};
use crate::domain::grid::{Mark, State};
use crate::domain::reading::Verdict;
use crate::domain::status::Status;
use crate::domain::target::standard_on;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Cells a number may take on either side of its point before it is cut.
const WIDEST: (usize, usize) = (9, 5);

/// The texts of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// What stands before the point, or the whole of it: `95`, `3/4`.
    pub whole: String,
    /// The point and what stands behind it: `.7`.
    pub rest: String,
    /// The sign behind it: late, corrected, explained; empty for none.
    pub sign: &'static str,
}

/// The texts of every cell and the room their numbers need.
#[derive(Clone, Debug, Default)]
pub struct Faces {
    rows: Vec<Vec<Face>>,
    /// Room before the point.
    pub whole: usize,
    /// Room for the point and what stands behind it.
    pub rest: usize,
}

impl Faces {
    /// Of a whole grid: computed once when it is read, so that a frame draws only what is on screen.
    pub fn of(grid: &Grid) -> Faces {
        let rows: Vec<Vec<Face>> =
            grid.rows.iter().map(|row| row.cells.iter().map(|cell| face(row, cell)).collect()).collect();
        let widest =
            |part: fn(&Face) -> &str| rows.iter().flatten().map(|face| text::width(part(face))).max().unwrap_or(0);
        Faces { whole: widest(|f| &f.whole).clamp(3, WIDEST.0), rest: widest(|f| &f.rest).min(WIDEST.1), rows }
    }

    /// The texts of a cell.
    pub fn get(&self, row: usize, cell: usize) -> Option<&Face> {
        self.rows.get(row)?.get(cell)
    }

    /// Cells a column takes: mark, number, sign, and the gap to the next one.
    pub fn column(&self) -> usize {
        1 + self.whole + self.rest + 1 + 1
    }
}

fn face(row: &GridRow, cell: &GridCell) -> Face {
    let sign = cell.cell.mark.map_or("", sign);
    let (whole, rest) = match (&cell.cell.standing, cell.cell.fulfilled) {
        (Some(standing), _) if standing.value.is_empty() => (String::new(), String::new()),
        (Some(standing), _) => {
            let percent = row.objective.definition.unit_is_percent();
            let shown = match standard_on(&row.objective.standards, cell.cell.period.start) {
                Some(standard) => standing.value.shown_against(percent, 1, standard.target),
                None => standing.value.shown(percent, 1),
            };
            let at = shown.find('.').unwrap_or(shown.len());
            (text::cut(&shown[..at], WIDEST.0), text::cut(&shown[at..], WIDEST.1))
        }
        (None, Some(fulfilled)) if !matches!(cell.cell.state, State::Ahead | State::NotExpected) => {
            (format!("{fulfilled}/{}", row.objective.definition.criteria.len()), String::new())
        }
        (None, _) => (String::new(), String::new()),
    };
    Face { whole, rest, sign }
}

/// The sign of a mark.
pub fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Late => "'",
        Mark::Corrected => "*",
        Mark::Explained => "!",
    }
}

/// The look of a mark.
pub fn look(state: State, theme: Theme) -> Style {
    match state {
        State::Met | State::OnPace => theme.verdict(Verdict::Met),
        State::Close | State::Behind => theme.verdict(Verdict::Near),
        State::NotMet | State::FarBehind => theme.verdict(Verdict::NotMet),
        State::Missing => theme.status(Status::Unknown),
        State::Due => theme.strong(),
        State::Running | State::Ahead | State::NotExpected => theme.quiet(),
        State::NoneToCount | State::Unjudged => theme.plain(),
    }
}
