//! What a person prefers: the part of the config file and of the command line that the full screen follows.

use std::collections::BTreeMap;

/// Which set of looks is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The sixteen colours of the terminal on its own background: fits dark and light.
    #[default]
    Terminal,
    /// Colours chosen for a light background.
    Light,
    /// Colours chosen for a dark background.
    Dark,
    /// Few, strong colours and heavy type.
    HighContrast,
    /// No colour: bold, reverse, underline.
    Mono,
}

impl Palette {
    /// The words that name them in the config file and on the command line.
    pub const WORDS: &[(&str, Palette)] = &[
        ("terminal", Palette::Terminal),
        ("light", Palette::Light),
        ("dark", Palette::Dark),
        ("high-contrast", Palette::HighContrast),
        ("mono", Palette::Mono),
    ];

    /// The one with this word.
    pub fn named(word: &str) -> Option<Palette> {
        Self::WORDS.iter().find(|(other, _)| *other == word).map(|(_, named)| *named)
    }
}

/// How many colours may be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// What the environment says the terminal can.
    #[default]
    Auto,
    /// The sixteen of the terminal.
    Sixteen,
    /// The fixed palette of 256.
    Many,
    /// Any.
    True,
    /// None.
    Never,
}

impl Colours {
    /// The words that name them in the config file and on the command line.
    pub const WORDS: &[(&str, Colours)] = &[
        ("auto", Colours::Auto),
        ("16", Colours::Sixteen),
        ("256", Colours::Many),
        ("true", Colours::True),
        ("never", Colours::Never),
    ];

    /// The one with this word.
    pub fn named(word: &str) -> Option<Colours> {
        Self::WORDS.iter().find(|(other, _)| *other == word).map(|(_, named)| *named)
    }
}

/// What charts are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marker {
    /// Braille where the terminal draws more than ASCII.
    #[default]
    Auto,
    /// Braille patterns.
    Braille,
    /// Half blocks.
    HalfBlock,
    /// One dot per cell.
    Dot,
    /// Letters and signs of ASCII.
    Ascii,
}

impl Marker {
    /// The words that name them in the config file and on the command line.
    pub const WORDS: &[(&str, Marker)] = &[
        ("auto", Marker::Auto),
        ("braille", Marker::Braille),
        ("halfblock", Marker::HalfBlock),
        ("dot", Marker::Dot),
        ("ascii", Marker::Ascii),
    ];

    /// The one with this word.
    pub fn named(word: &str) -> Option<Marker> {
        Self::WORDS.iter().find(|(other, _)| *other == word).map(|(_, named)| *named)
    }
}

/// What a person prefers. The default is what nobody said anything about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The look.
    pub palette: Palette,
    /// How many colours.
    pub colours: Colours,
    /// ASCII only; `None` asks the locale.
    pub ascii: Option<bool>,
    /// What charts are drawn with.
    pub marker: Marker,
    /// No frames, no charts: words and numbers in a fixed order, for screen readers.
    pub plain: bool,
    /// Whether the mouse is captured from the start.
    pub mouse: bool,
    /// The editor for long texts, where `VISUAL` and `EDITOR` say nothing.
    pub editor: Option<String>,
    /// Other keys, by the name of an action: `record = ["m", "F5"]`; an empty list takes its keys away.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Every preference with where it came from, to be shown.
    pub explained: Vec<Explained>,
    /// What of it could not be used, one sentence each, with the place in the config file.
    pub problems: Vec<String>,
}

/// One preference as it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// Its name in the config file: `theme`.
    pub name: String,
    /// What counts: `dark`.
    pub value: String,
    /// Who said it: `default`, `NO_COLOR`, `--theme`, the config file with the line.
    pub origin: String,
}
