//! What waits for a walk.

use crate::app::lens::Look;
use crate::app::refusal::Refusal;
use crate::app::view::Row;
use crate::domain::objective::Lifecycle;
use crate::domain::refresh::{Refresh, Trigger, open_triggers};
use crate::domain::register::Rules;
use crate::store::Reader;

/// What waits for a walk through these objectives.
pub(crate) fn triggers(reader: &Reader, look: &Look, rules: &Rules, rows: &[Row]) -> Result<Vec<Trigger>, Refusal> {
    let in_force = rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce);
    let list_since = in_force.map(|row| row.objective.definition.start).min();
    let events = reader.events(&look.sight)?;
    let refreshes = reader.records::<Refresh>(&look.sight)?;
    Ok(open_triggers(&events, &refreshes, rules.calendar, list_since, look.as_of))
}
