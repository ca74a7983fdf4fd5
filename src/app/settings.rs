//! Register settings: journalled, with the day they take effect.

use super::Outcome;
use super::refusal::Refusal;
use super::rules::{self, BEGINNING};
use super::session::Session;
use super::trails;
use super::view::SettingEntry;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::store::{Entity, fields};

impl Session {
    /// The register's settings with their defaults.
    pub fn settings(&mut self) -> Result<Vec<SettingEntry>, Refusal> {
        Ok(rules::entries(&self.store.reader().settings()?, self.env.clock.now().today))
    }

    pub(super) fn change_setting(&mut self, name: &str, value: &str, from: Option<Date>) -> Result<Outcome, Refusal> {
        self.write(Operation::SettingChange, "", |write| {
            let (name, value) = rules::accept(name, value)?;
            let before = rules::entries(&write.tx().settings()?, write.today());
            refuse_crossed(&name, &value, &before)?;
            let was = before.into_iter().find(|s| s.name == name).map(|s| s.value).unwrap_or_default();
            let sight = write.sight();
            let objectives = write.tx().objectives(&sight)?;
            let measured = objectives.iter().any(|o| o.trail.as_ref().is_some_and(|t| !t.recent.is_empty()));
            // Nothing has been judged yet: the register is being set up, and what it says holds from the beginning.
            let asks = rules::of_check(&name).is_some();
            let papers = rules::is_of_papers(&name);
            let effective = from.unwrap_or(if measured || asks || papers { write.today() } else { BEGINNING });
            let today = write.today();
            let id = write.tx().next_id(Entity::Setting)?;
            write.tx().insert(Entity::Setting, id, fields::setting(&name, &value, effective, today))?;
            let ids: Vec<i64> = objectives.iter().map(|o| o.id).collect();
            trails::refresh(write, &ids)?;
            let since = match effective {
                BEGINNING => "for every period".to_owned(),
                _ if papers => format!("on papers written from {effective} on"),
                _ if asks => format!("for checks as of {effective} and later"),
                _ => format!("for periods that begin on or after {effective}"),
            };
            Ok(Outcome { summary: format!("{name} {value} instead of {was}, {since}"), ..Outcome::default() })
        })
    }
}

/// An objective far behind its line is behind it: the first tolerance never passes the second.
fn refuse_crossed(name: &str, value: &str, settings: &[SettingEntry]) -> Result<(), Refusal> {
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    let held = |other: &str| settings.iter().find(|s| s.name == other).map_or(0, |s| number(&s.value));
    let (behind, far) = match name {
        "tolerance_behind" => (number(value), held("tolerance_far")),
        "tolerance_far" => (held("tolerance_behind"), number(value)),
        _ => return Ok(()),
    };
    if behind > far {
        let crossed = format!("tolerance_behind would be {behind} and tolerance_far {far}, the other way round");
        return Err(Refusal::field(name, crossed).next("keep tolerance_behind at or below tolerance_far"));
    }
    Ok(())
}
