//! What the config file may say: one table for reading it, `config show`, the manual page and the sample file.

/// What a setting may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words of the person's own, in quotes.
    Text,
    /// `true` or `false`.
    Switch,
    /// One of these words, in quotes.
    OneOf(&'static [&'static str]),
}

/// One line of the config file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name there.
    pub name: &'static str,
    /// What it may hold.
    pub holds: Holds,
    /// What counts where nobody says anything.
    pub default: &'static str,
    /// The word on the command line that says the same.
    pub flag: &'static str,
    /// Variables of the environment that say the same, the first one set counts.
    pub variables: &'static [&'static str],
    /// Whether a variable counts more than the file.
    pub variable_first: bool,
    /// What it does, a sentence without a full stop.
    pub meaning: &'static str,
}

/// Looks: the sets of colours and weights.
pub const THEMES: &[&str] = &["terminal", "light", "dark", "high-contrast", "mono"];
/// How many colours may be sent.
pub const COLOURS: &[&str] = &["auto", "16", "256", "true", "never"];
/// What charts are drawn with.
pub const MARKERS: &[&str] = &["auto", "braille", "halfblock", "dot", "ascii"];

const fn setting(name: &'static str, holds: Holds, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, holds, default, flag: "", variables: &[], variable_first: false, meaning }
}

/// Every setting beside `[keys]`.
pub const SETTINGS: &[Setting] = &[
    Setting {
        flag: "--as",
        ..setting(
            "actor",
            Holds::Text,
            "",
            "Who writes; every entry carries this name. Without it the user of the system does",
        )
    },
    Setting {
        flag: "--theme",
        ..setting(
            "theme",
            Holds::OneOf(THEMES),
            "terminal",
            "The look: the terminal's own sixteen colours, or colours for a light or dark background",
        )
    },
    Setting {
        flag: "--color",
        variables: &["NO_COLOR"],
        ..setting(
            "color",
            Holds::OneOf(COLOURS),
            "auto",
            "How many colours may be sent; NO_COLOR counts where neither the file nor --color says anything",
        )
    },
    Setting {
        flag: "--ascii",
        ..setting(
            "ascii",
            Holds::Switch,
            "auto",
            "Draws with ASCII signs only; by itself where the locale is not UTF-8",
        )
    },
    setting("marker", Holds::OneOf(MARKERS), "auto", "What charts are drawn with; braille needs a font that has it"),
    Setting {
        flag: "--plain",
        ..setting(
            "plain",
            Holds::Switch,
            "false",
            "No frames and no charts: words and numbers in a fixed order, for screen readers",
        )
    },
    Setting {
        flag: "--mouse",
        ..setting(
            "mouse",
            Holds::Switch,
            "false",
            "Takes the mouse from the start; while it is taken, Shift selects text",
        )
    },
    Setting {
        variables: &["VISUAL", "EDITOR"],
        variable_first: true,
        ..setting("editor", Holds::Text, "", "The editor for long texts, where VISUAL and EDITOR say nothing")
    },
];

impl Setting {
    /// The setting with this name.
    pub fn named(name: &str) -> Option<&'static Setting> {
        SETTINGS.iter().find(|setting| setting.name == name)
    }
}
