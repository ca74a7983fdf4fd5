//! Papers beside the pack: the status for the monthly mail and the register as documented information, both through a
//! lens, and frozen minutes.

use super::papers::{Format, Written};
use super::view::{Lens, SnapshotEntry};
use super::{Refusal, Session};
use crate::report::pack::Frozen;
use crate::report::{minutes, register, status};

impl Session {
    /// The one-page status, compared with what the last review saw.
    pub fn status_paper(&mut self, lens: Lens, format: Format) -> Result<Written, Refusal> {
        let live = self.live(lens)?;
        let taken = self.snapshots_through(lens)?;
        let earlier: Vec<&SnapshotEntry> = taken.iter().collect();
        let previous = self.compared_with(&earlier)?;
        let frozen = Frozen { snapshot: &live, sha256: "", previous: previous.as_ref() };
        self.paper(status::document(&frozen), "status", format)
    }

    /// The frozen minutes of a closed meeting; as data the bytes that were hashed.
    pub fn minutes_paper(&mut self, number: i64, format: Format) -> Result<Written, Refusal> {
        match format {
            Format::Json => Ok(self.minutes_json(number)?.into()),
            format => {
                let minutes = self.minutes(number)?;
                self.paper(minutes::document(&minutes), "minutes", format)
            }
        }
    }

    /// The register as documented information.
    pub fn register_paper(&mut self, lens: Lens, format: Format) -> Result<Written, Refusal> {
        let live = self.live(lens)?;
        self.paper(register::document(&live), "register", format)
    }
}
