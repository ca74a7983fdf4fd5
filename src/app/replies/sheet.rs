//! The reply sheet of one function, person or role as a workbook.

use super::asked::Questions;
use crate::app::view::Lens;
use crate::app::{Refusal, RefusalKind, Session};
use crate::domain::reply::{Asked, Subject};
use crate::report::reply;

/// Whose sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetOf {
    /// A function, or a person or role.
    pub subject: Subject,
    /// The name.
    pub name: String,
}

impl Session {
    /// What everybody is asked for, at one moment.
    pub(in crate::app) fn questions(&mut self, lens: Lens) -> Result<Questions, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let overview = self.picture(reader, &look)?;
            Questions::read(reader, &look, overview)
        })
    }

    /// What one function, person or role is asked for.
    pub fn asked(&mut self, of: &SheetOf, lens: Lens) -> Result<Asked, Refusal> {
        self.questions(lens)?.asked(of.subject, &of.name)
    }

    /// Their reply sheet: always the same bytes while the register stays as it is.
    pub fn reply_sheet(&mut self, of: &SheetOf, lens: Lens) -> Result<Vec<u8>, Refusal> {
        workbook(&self.asked(of, lens)?)
    }
}

/// The bytes of a sheet.
pub(super) fn workbook(asked: &Asked) -> Result<Vec<u8>, Refusal> {
    let broken = |error| Refusal::new(RefusalKind::Broken, format!("the reply sheet cannot be written: {error}"));
    reply::render(asked).map_err(broken)
}
