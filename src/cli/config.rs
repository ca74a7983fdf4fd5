//! The user's own config file. It never blocks the start: what cannot be read is said and left aside.

use std::path::{Path, PathBuf};

/// What the config file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Who writes.
    pub actor: Option<String>,
    /// What could not be used, one sentence each.
    pub problems: Vec<String>,
}

impl Config {
    /// Reads a config file; a file that is not there is an empty one.
    pub fn read(path: &Path) -> Config {
        match std::fs::read_to_string(path) {
            Ok(text) => Config::parse(&text, path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Config::default(),
            Err(error) => Config::unusable(path, &error.to_string()),
        }
    }

    fn parse(text: &str, path: &Path) -> Config {
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => return Config::unusable(path, error.message()),
        };
        match table.get("actor") {
            None => Config::default(),
            Some(toml::Value::String(name)) if !name.trim().is_empty() => {
                Config { actor: Some(name.trim().to_owned()), ..Config::default() }
            }
            Some(_) => Config::unusable(path, "`actor` is not a name in quotes"),
        }
    }

    fn unusable(path: &Path, why: &str) -> Config {
        let problem = format!("config {} is left aside: {why}", path.display());
        Config { problems: vec![problem], ..Config::default() }
    }
}

/// Where the config file lies: `XDG_CONFIG_HOME` on every system, `~/.config` where people of a Mac keep it, else the
/// place of the operating system.
pub fn default_path() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|p| p.is_absolute());
    let at_home = || directories::BaseDirs::new().map(|d| d.home_dir().join(".config")).filter(|p| p.is_dir());
    let unix_like = named.or_else(|| if cfg!(target_os = "macos") { at_home() } else { None });
    let folder = match unix_like {
        Some(folder) => folder.join("sixtwo"),
        None => directories::ProjectDirs::from("", "", "sixtwo")?.config_dir().to_owned(),
    };
    Some(folder.join("config.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Config {
        Config::parse(text, Path::new("config.toml"))
    }

    #[test]
    fn an_actor_is_taken_and_unknown_keys_do_not_matter() {
        let config = parsed("actor = \" R. Okafor \"\ntheme = \"dark\"\n[keys]\nquit = \"x\"\n");
        assert_eq!(config, Config { actor: Some("R. Okafor".into()), problems: vec![] });
    }

    #[test]
    fn a_broken_file_is_named_and_left_aside() {
        for text in ["actor = ", "actor = 7", "actor = \"\""] {
            let config = parsed(text);
            assert_eq!(config.actor, None, "{text}");
            assert!(config.problems[0].contains("config.toml"), "{text}: {:?}", config.problems);
        }
    }
}
