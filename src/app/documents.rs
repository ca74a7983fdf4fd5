//! Papers that follow the register through a lens: the status for the monthly mail, the register as documented information.

use super::papers::{Format, Written};
use super::view::{Lens, SnapshotEntry};
use super::{Refusal, Session};
use crate::report::pack::Frozen;
use crate::report::{register, status};

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

    /// The register as documented information.
    pub fn register_paper(&mut self, lens: Lens, format: Format) -> Result<Written, Refusal> {
        let live = self.live(lens)?;
        self.paper(register::document(&live), "register", format)
    }
}
