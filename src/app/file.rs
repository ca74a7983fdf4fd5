//! The register as a file: checked, backed up, restored.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::refusal::{Refusal, RefusalKind};
use super::session::Session;
use super::trails;
use super::view::VerifyReport;
use crate::app::rules::rules_from;
use crate::store::{self, Sight};

impl Session {
    /// Checks the file: `quick` the chain, otherwise also the replay of every row on a copy and the stored inputs of
    /// every status.
    pub fn verify(&mut self, quick: bool) -> Result<VerifyReport, Refusal> {
        let mut report = self.store.verify(quick)?;
        if !quick {
            self.verify_trails(&mut report)?;
        }
        Ok(report)
    }

    /// Stored inputs of a status must be what the readings add up to.
    fn verify_trails(&self, report: &mut VerifyReport) -> Result<(), Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        let differing = self.store.read(|reader| {
            let rules = rules_from(&reader.settings()?);
            let mut differing = Vec::new();
            let loaded = reader.objectives(&sight)?;
            let count = loaded.len();
            for objective in loaded {
                let Some(stored) = objective.trail else { continue };
                let readings = reader.readings(objective.id, &sight)?;
                if trails::condensed(&objective.objective, &readings, &rules) != stored {
                    differing.push(objective.objective.code);
                }
            }
            Ok::<_, Refusal>((count, differing))
        });
        // A register too damaged to be read has said so in the findings of the store already.
        let Ok((count, differing)) = differing else { return Ok(()) };
        report.covered.push(format!("stored inputs of {count} statuses against their readings"));
        report.findings.extend(
            differing
                .into_iter()
                .map(|code| format!("{code}: the stored inputs of its status differ from its readings")),
        );
        Ok(())
    }

    /// Writes a backup and verifies it before it counts; refuses a path that exists.
    pub fn backup(&mut self, to: &Path) -> Result<VerifyReport, Refusal> {
        Ok(self.store.backup_to(to)?)
    }
}

/// Puts a verified backup in the place of a register; the present file is moved aside, never overwritten. Returns
/// where it was moved to.
pub fn restore(backup: &Path, register: &Path, clock: &Clock) -> Result<Option<PathBuf>, Refusal> {
    let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    if same(backup, register) {
        return Err(Refusal::new(RefusalKind::Usage, "the backup and the register are the same file"));
    }
    let stamp = clock.now().instant.format("%Y-%m-%dT%H%M%SZ").to_string();
    Ok(store::restore(backup, register, &stamp)?)
}
