//! What counts in the end: a word on the command line before the file, the file before the environment, and what
//! nobody says is the program's own.

use super::Config;
use super::setting::{SETTINGS, Setting};

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody.
    Default,
    /// A variable of the environment.
    Variable(&'static str),
    /// The config file, in this line.
    File(usize),
    /// The command line.
    Flag(&'static str),
}

/// One setting as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// The setting.
    pub setting: &'static Setting,
    /// What it holds.
    pub value: String,
    /// Who said it.
    pub origin: Origin,
}

/// Every setting as it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferred {
    /// In the order of the table.
    pub settings: Vec<Effective>,
}

impl Preferred {
    /// From what the command line said, the file, and the environment.
    pub fn of(
        said: &[(&'static str, String)],
        config: &Config,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Preferred {
        let settings = SETTINGS.iter().map(|setting| {
            let by_flag = said.iter().find(|(name, _)| *name == setting.name);
            let by_flag = by_flag.map(|(_, value)| (value.clone(), Origin::Flag(setting.flag)));
            let by_file = config.said.get(setting.name).map(|(value, line)| (value.clone(), Origin::File(*line)));
            let by_variable = of_variables(setting, variable);
            let (second, third) = if setting.variable_first { (by_variable, by_file) } else { (by_file, by_variable) };
            let own = || (setting.default.to_owned(), Origin::Default);
            let (value, origin) = by_flag.or(second).or(third).unwrap_or_else(own);
            Effective { setting, value, origin }
        });
        Preferred { settings: settings.collect() }
    }

    /// What a setting holds.
    pub fn value(&self, name: &str) -> &str {
        self.settings.iter().find(|effective| effective.setting.name == name).map_or("", |effective| &effective.value)
    }

    /// What a setting holds where somebody said it.
    pub fn said(&self, name: &str) -> Option<&str> {
        let effective = self.settings.iter().find(|effective| effective.setting.name == name)?;
        (effective.origin != Origin::Default).then_some(effective.value.as_str())
    }
}

/// `NO_COLOR` says "never" whatever it holds; the others say what they hold.
fn of_variables(setting: &Setting, variable: &dyn Fn(&str) -> Option<String>) -> Option<(String, Origin)> {
    setting.variables.iter().find_map(|name| {
        let value = variable(name).filter(|value| !value.trim().is_empty())?;
        let value = if *name == "NO_COLOR" { "never".to_owned() } else { value };
        Some((value, Origin::Variable(name)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Config, Origin, Preferred};

    #[test]
    fn the_command_line_counts_before_the_file_and_the_file_before_no_color() {
        let config = Config::parse("\ncolor = \"16\"\neditor = \"hx\"\n");
        let no_colour = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        let none = |_: &str| None;
        let colour = |said: &[(&'static str, String)], config: &Config, variable: &dyn Fn(&str) -> Option<String>| {
            let preferred = Preferred::of(said, config, variable);
            let colour = preferred.settings.iter().find(|effective| effective.setting.name == "color");
            colour.map(|colour| (colour.value.clone(), colour.origin.clone()))
        };
        let flag = [("color", "true".to_owned())];
        let held = |value: &str, origin| Some((value.to_owned(), origin));
        assert_eq!(colour(&flag, &config, &no_colour), held("true", Origin::Flag("--color")));
        assert_eq!(colour(&[], &config, &no_colour), held("16", Origin::File(2)));
        assert_eq!(colour(&[], &Config::default(), &no_colour), held("never", Origin::Variable("NO_COLOR")));
        assert_eq!(colour(&[], &Config::default(), &none), held("auto", Origin::Default));
    }

    #[test]
    fn the_editor_of_the_environment_counts_before_the_file() {
        let config = Config::parse("editor = \"hx\"");
        let editor = |name: &str| (name == "EDITOR").then(|| "nano".to_owned());
        assert_eq!(Preferred::of(&[], &config, &editor).value("editor"), "nano");
        assert_eq!(Preferred::of(&[], &config, &|_| None).value("editor"), "hx");
    }
}
