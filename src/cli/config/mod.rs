//! The user's own config file. It never blocks the start: what cannot be used is said with its place and left aside.

mod effective;
mod setting;
mod spot;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

pub use effective::{Effective, Origin, Preferred};
pub use setting::{COLOURS, Holds, MARKERS, SETTINGS, Setting, THEMES};
pub use spot::Problem;

use crate::domain::near::near;

/// What the config file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Where it lies, or would lie.
    pub path: Option<PathBuf>,
    /// Whether it is there.
    pub exists: bool,
    /// What it says, by the names of settings, with the line it stands in.
    pub said: BTreeMap<&'static str, (String, usize)>,
    /// Other keys, by the names of actions, `record` or `home.record`.
    pub keys: BTreeMap<String, Vec<String>>,
    /// What could not be used.
    pub problems: Vec<Problem>,
    text: String,
    places: BTreeMap<String, std::ops::Range<usize>>,
}

/// Says what is wrong with keys: for each name it refuses, why. The full screen answers, because it has the keys.
pub type Refuses<'f> = &'f dyn Fn(&BTreeMap<String, Vec<String>>) -> Vec<(String, String)>;

impl Config {
    /// Reads a config file; a file that is not there is an empty one.
    pub fn read(path: &Path) -> Config {
        let read = std::fs::read(path);
        let mut config = match read {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Config { exists: true, ..Config::parse(&text) },
                Err(_) => Config::unusable("is not UTF-8 text; the file is left aside"),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Config::default(),
            Err(error) => Config::unusable(&format!("cannot be read and is left aside: {error}")),
        };
        config.path = Some(path.to_owned());
        config
    }

    fn unusable(why: &str) -> Config {
        Config { exists: true, problems: vec![Problem::whole(why)], ..Config::default() }
    }

    /// Reads the text of a config file.
    pub fn parse(text: &str) -> Config {
        let mut config = Config { text: text.to_owned(), ..Config::default() };
        match DeTable::parse(text) {
            Err(error) => {
                let why = format!("{}; the file is left aside", error.message().trim());
                let problem = match error.span() {
                    Some(span) => Problem::at(span, text, why),
                    None => Problem::whole(why),
                };
                config.problems.push(problem);
            }
            Ok(table) => {
                for (name, value) in table.get_ref() {
                    config.take(name.get_ref(), name.span(), value.get_ref(), value.span());
                }
                config.problems.sort_by_key(|problem| (problem.line, problem.column));
            }
        }
        config
    }

    fn take(&mut self, name: &str, of_name: std::ops::Range<usize>, value: &DeValue, of_value: std::ops::Range<usize>) {
        if name == "keys" {
            return match value.as_table() {
                Some(table) => self.take_keys("", table),
                None => self.problem(of_value, "`keys` is a table: a line [keys], below it record = [\"m\", \"F5\"]"),
            };
        }
        let Some(setting) = Setting::named(name) else {
            let names = SETTINGS.iter().map(|setting| setting.name).chain(["keys"]);
            let meant = near(name, names).first().map(|near| format!("; did you mean `{near}`")).unwrap_or_default();
            return self.problem(of_name, &format!("there is no setting `{name}`{meant}"));
        };
        match held(setting, value) {
            Ok(text) => {
                let line = Problem::at(of_name, &self.text, "").line;
                self.said.insert(setting.name, (text, line));
            }
            Err(why) => self.problem(of_value, &why),
        }
    }

    /// The keys of `[keys]`, and of a place inside it, `[keys.home]`.
    fn take_keys(&mut self, place: &str, table: &DeTable) {
        for (name, value) in table {
            let full = format!("{place}{}", name.get_ref());
            let keys = match value.get_ref() {
                DeValue::Table(inner) if place.is_empty() => {
                    self.take_keys(&format!("{full}."), inner);
                    continue;
                }
                DeValue::String(key) => Some(vec![key.to_string()]),
                DeValue::Array(keys) => {
                    keys.iter().map(|key| key.get_ref().as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
                }
                _ => None,
            };
            match keys {
                Some(keys) => {
                    self.places.insert(full.clone(), name.span().start..value.span().end);
                    self.keys.insert(full, keys);
                }
                None => self.problem(value.span(), "keys are written in quotes: \"m\", [\"m\", \"F5\"], or \"none\""),
            }
        }
    }

    fn problem(&mut self, span: std::ops::Range<usize>, why: &str) {
        self.problems.push(Problem::at(span, &self.text, why));
    }

    /// Every problem, those of keys among them, in the order of the file.
    pub fn every_problem(&self, refuses: Refuses) -> Vec<Problem> {
        let of_keys = refuses(&self.keys).into_iter().map(|(name, why)| {
            let why = format!("`{name}`: {why}");
            match self.places.get(&name) {
                Some(span) => Problem::at(span.clone(), &self.text, why),
                None => Problem::whole(why),
            }
        });
        let mut problems: Vec<Problem> = self.problems.iter().cloned().chain(of_keys).collect();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        problems
    }

    /// The line of the file that says something about keys.
    pub fn line_of_keys(&self, name: &str) -> usize {
        self.places.get(name).map_or(0, |span| Problem::at(span.clone(), &self.text, "").line)
    }

    /// A problem as a sentence with its place.
    pub fn sentence(&self, problem: &Problem) -> String {
        problem.sentence(self.path.as_deref().unwrap_or(Path::new("config.toml")))
    }
}

/// What a setting holds, as the words everything else compares.
fn held(setting: &Setting, value: &DeValue) -> Result<String, String> {
    let name = setting.name;
    match (setting.holds, value) {
        (Holds::Text, DeValue::String(text)) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        (Holds::Text, _) => Err(format!("`{name}` wants words in quotes")),
        (Holds::Switch, DeValue::Boolean(on)) => Ok(on.to_string()),
        (Holds::Switch, _) => Err(format!("`{name}` is true or false, without quotes")),
        (Holds::OneOf(words), DeValue::String(word)) if words.contains(&word.as_ref()) => Ok(word.to_string()),
        (Holds::OneOf(words), other) => {
            let meant = other.as_str().and_then(|word| near(word, words.iter().copied()).first().copied());
            let meant = meant.map(|word| format!("; did you mean \"{word}\"")).unwrap_or_default();
            Err(format!("`{name}` is one of {}{meant}", quoted(words)))
        }
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
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
    use super::Config;

    #[test]
    fn what_can_be_used_is_taken_and_the_rest_is_said_with_its_place() {
        let text = "actor = \" R. Okafor \"\nthem = \"dark\"\ncolor = \"magenta\"\n[keys]\nquit = \"none\"\n";
        let config = Config::parse(text);
        assert_eq!(config.said.get("actor"), Some(&("R. Okafor".to_owned(), 1)));
        let places: Vec<(usize, usize)> = config.problems.iter().map(|p| (p.line, p.column)).collect();
        assert_eq!(places, [(2, 1), (3, 9)], "{:?}", config.problems);
        assert!(config.problems[0].why.contains("did you mean `theme`"), "{:?}", config.problems);
        assert_eq!(config.keys["quit"], ["none"]);
    }

    #[test]
    fn a_broken_file_is_left_aside_as_a_whole() {
        let config = Config::parse("actor = \"A\"\ntheme = ");
        assert!(config.said.is_empty());
        assert_eq!(config.problems.len(), 1);
        assert_eq!(config.problems[0].line, 2);
    }
}
