//! Papers beside the pack: the status for the monthly mail and the register as documented information, both through a
//! lens, and frozen minutes.

use super::papers::{Format, Written};
use super::view::{Lens, SnapshotEntry};
use super::{Refusal, RefusalKind, Session};
use crate::report::pack::Frozen;
use crate::report::{minutes, register, status};

/// Formats in which the register is rows, not pages.
pub const REGISTER_DATA: [Format; 3] = [Format::Xlsx, Format::Csv, Format::Json];

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

    /// The text of the mail that goes out with the minutes of a closed meeting.
    pub fn minutes_mail(&mut self, number: i64) -> Result<Written, Refusal> {
        Ok(minutes::mail(&self.minutes(number)?).into_bytes().into())
    }

    /// The register: as documented information where it is a page, else as rows that come back, which hold all of the
    /// past and need no lens.
    pub fn register_paper(&mut self, lens: Lens, format: Format) -> Result<Written, Refusal> {
        if REGISTER_DATA.contains(&format) {
            if lens != Lens::default() {
                let all = format!("the register as {} holds all of its past", format.word());
                return Err(Refusal::new(RefusalKind::Usage, all).next("a look back is written as html, md or pdf"));
            }
            return self.register_data(format);
        }
        let live = self.live(lens)?;
        self.paper(register::document(&live), "register", format)
    }
}
