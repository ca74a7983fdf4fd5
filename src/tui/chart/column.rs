//! One period as a column of the chart: its mark, the lines that pass through it, what stands before it.

use crate::domain::reading::Verdict;
use crate::tui::theme::Theme;

/// One period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Names below the axis, the longest first: `Oct`, `O`.
    pub names: Vec<String>,
    /// The year, where this period is the first of it.
    pub year: String,
    /// A quarter or a year begins here.
    pub tick: bool,
    /// What is drawn for its reading, or for the lack of one.
    pub point: Point,
    /// `*` corrected, `'` late, both, or nothing.
    pub flags: String,
    /// The reading before it, if there is one, belongs to the same series and no period lies between them.
    pub joined: bool,
    /// The lines that pass through it.
    pub levels: Vec<(Level, f64)>,
    /// An interim target agreed for a day in it.
    pub interim: Option<f64>,
    /// Where the pace leads by the end of it, lowest and highest.
    pub forecast: Option<(f64, f64)>,
    /// A line stands before it, with a word.
    pub wall: Option<String>,
}

/// What is drawn for a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Point {
    /// A value, judged, or on its way where only the end counts.
    Value(f64, Option<Verdict>),
    /// There was nothing to count.
    NothingToCount,
    /// A reading was expected and is not there.
    Missing,
    /// It may still come.
    Waiting,
    /// Nothing was expected, or not yet.
    #[default]
    Empty,
}

/// A line through the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// An end of the usual range.
    Usual,
    /// Where it started from.
    Baseline,
    /// The worst bearable value.
    Floor,
    /// Tolerated to.
    Tolerated,
    /// The straight way from baseline to target.
    Pace,
    /// The target.
    Target,
}

impl Level {
    /// From the back of the picture to the front.
    pub const PAINTED: [Level; 6] =
        [Level::Usual, Level::Baseline, Level::Floor, Level::Tolerated, Level::Pace, Level::Target];

    /// What the line is made of.
    pub fn sign(self, theme: Theme) -> &'static str {
        match (self, theme.ascii) {
            (Level::Usual, false) => "┈",
            (Level::Usual, true) => ":",
            (Level::Baseline, false) => "╌",
            (Level::Baseline, true) => "_",
            (Level::Floor, false) => "═",
            (Level::Floor, true) => "=",
            (Level::Tolerated, false) | (Level::Pace, false) => "·",
            (Level::Tolerated, true) | (Level::Pace, true) => ".",
            (Level::Target, false) => "┄",
            (Level::Target, true) => "-",
        }
    }
}

impl Column {
    /// Every figure it shows.
    pub fn figures(&self) -> impl Iterator<Item = f64> {
        let value = match self.point {
            Point::Value(value, _) => Some(value),
            _ => None,
        };
        let lines = self.levels.iter().filter(|(level, _)| *level != Level::Floor).map(|(_, figure)| *figure);
        let ahead = self.forecast.into_iter().flat_map(|(low, high)| [low, high]);
        value.into_iter().chain(lines).chain(self.interim).chain(ahead).collect::<Vec<_>>().into_iter()
    }

    /// The figure of a line that passes through it.
    pub fn level(&self, level: Level) -> Option<f64> {
        self.levels.iter().find(|(of, _)| *of == level).map(|(_, figure)| *figure)
    }
}
