//! Which item a running meeting has on its desk: told to the big screen through a small file beside the program's
//! other state, because where somebody looks is no fact of the register.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a meeting has on its desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnScreen {
    /// The meeting.
    pub review: i64,
    /// The objective; empty on every other page.
    pub code: String,
    /// The step that is looked through; empty at an objective and on the page that reads back.
    #[serde(default)]
    pub step: String,
}

impl OnScreen {
    /// What was told last for a register.
    pub(super) fn read(folder: &Path, register: &Path) -> Option<OnScreen> {
        toml::from_str(&std::fs::read_to_string(file(folder, register)).ok()?).ok()
    }

    /// Tells it. A file that cannot be written leaves the big screen with the first item that waits.
    pub(super) fn tell(&self, folder: &Path, register: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
        fresh.write_all(text.as_bytes())?;
        fresh.persist(file(folder, register)).map_err(|error| error.error)?;
        Ok(())
    }

    /// The meeting is left.
    pub(super) fn forget(folder: &Path, register: &Path) {
        let _ = std::fs::remove_file(file(folder, register));
    }
}

/// One file per register, named by where it lies.
fn file(folder: &Path, register: &Path) -> PathBuf {
    let place = register.canonicalize().unwrap_or_else(|_| register.to_owned());
    let digest = Sha256::digest(place.as_os_str().as_encoded_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    folder.join(format!("meeting-{name}.toml"))
}
