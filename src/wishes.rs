//! What a person said about the full screen, handed from the one face to the other: they do not know each other.

use std::path::Path;

use sixtwo::cli::face::{Face, Wishes};
use sixtwo::cli::verb::keys::KeyLine;
use sixtwo::cli::{Place, verb};
use sixtwo::tui::keymap::{KeyRow, Keymap};
use sixtwo::tui::preferences::{Colours, Explained, Marker, Palette, Preferences};

/// The keys of the full screen, for the shell.
pub fn face() -> Face<'static> {
    Face { keys: &keys, refuses: &refuses }
}

fn keys(wishes: &Wishes) -> Vec<KeyLine> {
    let line = |row: KeyRow| KeyLine {
        place: row.scope.to_owned(),
        keys: row.keys,
        action: row.action,
        name: row.name.to_owned(),
        does: row.effect.to_owned(),
    };
    Keymap::preferred(wishes).0.rows().into_iter().map(line).collect()
}

fn refuses(wishes: &Wishes) -> Vec<(String, String)> {
    Keymap::preferred(wishes).1.into_iter().map(|refused| (refused.name, refused.why)).collect()
}

/// What counts for the full screen.
pub fn preferences(place: &Place) -> Preferences {
    let preferred = &place.preferred;
    let face = face();
    let problems = place.config.every_problem(face.refuses);
    // The status line has no room for the whole path; `config show` and the screen of the preferences name it.
    let file = place.config.path.as_deref().and_then(Path::file_name).map(Path::new).unwrap_or(Path::new("config"));
    let rows = verb::config::rows(place, &face).into_iter();
    Preferences {
        palette: Palette::named(preferred.value("theme")).unwrap_or_default(),
        colours: Colours::named(preferred.value("color")).unwrap_or_default(),
        ascii: preferred.said("ascii").map(|on| on == "true"),
        marker: Marker::named(preferred.value("marker")).unwrap_or_default(),
        plain: preferred.value("plain") == "true",
        mouse: preferred.value("mouse") == "true",
        editor: preferred.said("editor").map(str::to_owned),
        keys: place.config.keys.clone(),
        explained: rows.map(|(name, value, origin)| Explained { name, value, origin }).collect(),
        problems: problems.iter().map(|problem| problem.sentence(file)).collect(),
    }
}
