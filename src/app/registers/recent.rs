//! The list of registers opened lately: a small file beside the program's other state. Losing it loses nothing.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::period::{Date, parse_iso_date};

/// How many are remembered.
const KEPT: usize = 20;

/// The registers opened lately, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// One table each.
    #[serde(default, rename = "register")]
    pub registers: Vec<Opened>,
}

/// A register that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Where it lies.
    pub path: PathBuf,
    /// Whose it was then.
    pub organization: String,
    /// The day, as `2026-11-23`.
    pub day: String,
}

impl Opened {
    /// The day it was opened; `None` where the file says something else.
    pub fn day(&self) -> Option<Date> {
        parse_iso_date(&self.day)
    }
}

impl Recent {
    /// Reads the list; one that is not there or cannot be read is empty.
    pub fn read(file: &Path) -> Recent {
        std::fs::read_to_string(file).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    /// Puts a register on top.
    pub fn note(&mut self, opened: Opened) {
        self.forget(&opened.path);
        self.registers.insert(0, opened);
        self.registers.truncate(KEPT);
    }

    /// Takes a register off the list; the register itself stays.
    pub fn forget(&mut self, path: &Path) {
        self.registers.retain(|register| register.path != path);
    }

    /// Writes the list in one piece, for its owner only.
    pub fn write(&self, file: &Path) -> std::io::Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        // A temporary file is made for its owner only, and stays so when it takes its place.
        let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
        fresh.write_all(text.as_bytes())?;
        fresh.persist(file).map_err(|error| error.error)?;
        Ok(())
    }
}
