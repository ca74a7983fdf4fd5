//! What waits, for its day or for an approval, is issued again when something came in force under it.

use crate::app::Refusal;
use crate::app::objectives::version_row;
use crate::app::write::Write;
use crate::domain::ahead::reissued;
use crate::store::{Entity, fields};

/// After a version of an objective was written or put in force: no version dated ahead and no draft may take it back.
/// The row of the plan is changed, so that an undo of the plan alone is refused.
pub(crate) fn issue_again(write: &mut Write, objective: i64) -> Result<(), Refusal> {
    let (today, sight) = (write.today(), write.sight());
    let versions = write.tx().versions(objective, &sight)?;
    for (number, version) in reissued(&versions, today) {
        let row = version_row(write, objective, number)?;
        write.tx().update(Entity::Version, row, fields::version(objective, &version))?;
    }
    Ok(())
}
