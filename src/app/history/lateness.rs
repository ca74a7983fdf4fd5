//! Which operations entered a reading late.

use std::collections::{BTreeSet, HashMap};

use crate::app::refusal::Refusal;
use crate::app::rules::rules_from;
use crate::domain::objective::Definition;
use crate::domain::timeliness::{Timeliness, timeliness_of};
use crate::store::{Reader, Sight};

/// The first parts of all operations that entered a reading more than its days to report after its period.
pub(super) fn late_operations(reader: &Reader, sight: &Sight) -> Result<Vec<u64>, Refusal> {
    let rules = rules_from(&reader.settings()?);
    let definitions: HashMap<i64, Definition> =
        reader.objectives(sight)?.into_iter().map(|loaded| (loaded.id, loaded.objective.definition)).collect();
    let mut late = BTreeSet::new();
    for entered in reader.entered_after()? {
        let Some(definition) = definitions.get(&entered.objective) else { continue };
        if timeliness_of(definition, &rules, entered.measured_on, entered.entered_on) != Timeliness::InTime {
            late.insert(entered.first_seq);
        }
    }
    Ok(late.into_iter().collect())
}
