//! What was in force on a day, and who had approved it.

use super::view::InForce;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::domain::approval::standing_version;
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;

impl Session {
    /// The objectives in force on a day, by code, each with the approval it rests on.
    pub fn in_force_on(&mut self, day: Date) -> Result<Vec<InForce>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(Lens { as_of: Some(day), known_at: None }, reader)?;
            let mut listed = Vec::new();
            for loaded in reader.objectives(&look.sight)? {
                let versions = reader.versions(loaded.id, &look.sight)?;
                let (Lifecycle::InForce, Some(version), Some(standing)) =
                    (loaded.objective.lifecycle, loaded.in_force, standing_version(&versions, day))
                else {
                    continue;
                };
                let definition = &loaded.objective.definition;
                // What a file brought counts in a look back before it began; nobody had agreed to it by then.
                if definition.start > day && standing.approved_on.is_none_or(|approved| approved > day) {
                    continue;
                }
                listed.push(InForce {
                    code: loaded.objective.code.clone(),
                    title: definition.title.clone(),
                    owner: definition.owner.clone(),
                    version,
                    target: definition.target_text(),
                    due: definition.due,
                    approved_version: standing.number,
                    approved_by: standing.approved_by.clone(),
                    approvers: standing.approvers.clone(),
                    approved_on: standing.approved_on,
                    approved_ref: standing.approved_ref.clone(),
                });
            }
            Ok(listed)
        })
    }
}
