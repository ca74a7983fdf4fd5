//! The stored inputs of a status, kept in the transaction that changes them.

use super::refusal::Refusal;
use super::write::Write;
use crate::domain::objective::Objective;
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::domain::status::Trail;
use crate::domain::verdict::standings;
use crate::store::Loaded;

/// Recomputes what stands for the periods of these objectives. Returns the trails in the order of the ids.
pub(crate) fn refresh(write: &mut Write, ids: &[i64]) -> Result<Vec<Trail>, Refusal> {
    let rules = write.rules()?;
    let sight = write.sight();
    let mut trails = Vec::with_capacity(ids.len());
    for loaded in load(write, ids)? {
        let id = loaded.id;
        let readings = write.tx().readings(id, &sight)?;
        let trail = condensed(&loaded.objective, &readings, &rules);
        write.tx().set_trail(id, &trail)?;
        trails.push(trail);
    }
    Ok(trails)
}

/// The objectives of these ids; one is looked up by itself, because a single reading must not read the whole list.
fn load(write: &mut Write, ids: &[i64]) -> Result<Vec<Loaded>, Refusal> {
    let sight = write.sight();
    if let [id] = ids {
        let Some(code) = write.tx().code_of(*id)? else { return Ok(Vec::new()) };
        return Ok(write.tx().objective_by_code(&code, &sight)?.into_iter().collect());
    }
    Ok(write.tx().objectives(&sight)?.into_iter().filter(|l| ids.contains(&l.id)).collect())
}

/// The trail of an objective from all its readings, nothing hidden by a date.
pub(crate) fn condensed(objective: &Objective, readings: &[Reading], rules: &Rules) -> Trail {
    let standings = standings(objective, readings, objective.definition.rhythm(rules.calendar), Date::MAX);
    Trail::condensed(standings, objective, rules)
}
