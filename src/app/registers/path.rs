//! Paths as people type and read them: `~` is their home.

use std::path::{Path, PathBuf};

/// The path somebody typed.
pub fn typed_path(said: &str) -> PathBuf {
    let said = said.trim();
    let below_home = match said {
        "~" => Some(""),
        _ => said.strip_prefix("~/"),
    };
    match below_home.zip(home()) {
        Some((rest, home)) => home.join(rest),
        None => PathBuf::from(said),
    }
}

/// A path as people know it.
pub fn shown_path(path: &Path) -> String {
    match home().as_deref().and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}

fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}
