//! Which register, who works, and how it is opened: the answers every verb needs first.

use std::path::{Path, PathBuf};

use super::args::Common;
use super::config::{self, Config, Preferred};
use super::page::note;
use crate::app::{Access, Clock, Env, Refusal, RefusalKind, Session, Shelf};

/// The register a call is about, and who works.
#[derive(Clone, Debug)]
pub struct Place {
    /// The register.
    pub register: PathBuf,
    /// What the config file says.
    pub config: Config,
    /// What counts of it, together with the command line and the environment.
    pub preferred: Preferred,
    actor: String,
    actor_said: bool,
    os_user: String,
    read_only: bool,
}

impl Place {
    /// From the common words, the config file and the environment.
    pub fn find(common: &Common) -> Place {
        let path = common.config.clone().or_else(config::default_path);
        let config = path.as_deref().map(Config::read).unwrap_or_default();
        let variable = |name: &str| std::env::var(name).ok();
        let preferred = Preferred::of(&common.said(), &config, &variable);
        let os_user = os_user();
        let named = preferred.said("actor").map(str::to_owned);
        Place {
            register: common.file.clone().unwrap_or_else(default_register),
            config,
            preferred,
            actor_said: named.is_some(),
            actor: named.unwrap_or_else(|| os_user.clone()),
            os_user,
            read_only: common.read_only,
        }
    }

    /// Says on stderr what of the config file could not be used.
    pub fn say_problems(&self) {
        for problem in &self.config.problems {
            note(&format!("config {}", self.config.sentence(problem)));
        }
    }

    /// The same place with another register.
    pub fn with_register(&self, register: &Path) -> Place {
        Place { register: register.to_owned(), ..self.clone() }
    }

    /// One place per register named, else this one.
    pub fn each(&self, registers: &[PathBuf]) -> Vec<Place> {
        if registers.is_empty() {
            return vec![self.clone()];
        }
        registers.iter().map(|register| self.with_register(register)).collect()
    }

    /// Who writes.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Whether somebody said who writes: the call or the config file, not only the name of the OS user.
    pub fn actor_said(&self) -> bool {
        self.actor_said
    }

    /// Whether the call asked to write nothing.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Who works, with the clock of this call.
    pub fn env(&self) -> Result<Env, Refusal> {
        let clock = Clock::from_env().map_err(|why| Refusal::new(RefusalKind::Usage, format!("SIXTWO_NOW: {why}")))?;
        Ok(Env { clock, actor: self.actor.clone(), os_user: self.os_user.clone() })
    }

    /// How the call wants the register opened.
    pub fn access(&self) -> Access {
        if self.read_only { Access::ReadOnly } else { Access::Write }
    }

    /// Opens the register to write.
    pub fn open(&self) -> Result<Session, Refusal> {
        Session::open(&self.register, self.access(), self.env()?)
    }

    /// Opens the register to read, for writing where that is possible.
    pub fn open_to_read(&self) -> Result<Session, Refusal> {
        self.shelf()?.open(&self.register)
    }

    /// Where the full screen takes registers from.
    pub fn shelf(&self) -> Result<Shelf, Refusal> {
        Ok(Shelf::new(self.env()?, self.access(), self.register.clone(), recent_list()))
    }
}

/// Where the register lies when nobody says otherwise.
pub fn default_register() -> PathBuf {
    match directories::ProjectDirs::from("", "", "sixtwo") {
        Some(dirs) => dirs.data_dir().join("register.sixtwo"),
        None => PathBuf::from("register.sixtwo"),
    }
}

/// Where the list of registers opened lately lies.
pub fn recent_list() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "sixtwo")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("recent.toml"))
}

fn os_user() -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|user| !user.trim().is_empty());
    let named = set("USER").or_else(|| set("LOGNAME")).or_else(|| set("USERNAME"));
    named.or_else(account).unwrap_or_else(|| "unknown".to_owned())
}

/// The account's name from the system's list: a job of cron has no USER.
#[cfg(unix)]
fn account() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let uid = std::fs::metadata("/proc/self").ok()?.uid().to_string();
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let mut lines = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
    lines.find(|fields| fields.get(2) == Some(&uid.as_str())).map(|fields| fields[0].to_owned())
}

#[cfg(not(unix))]
fn account() -> Option<String> {
    None
}
