//! Several readings in one step: a column pasted from a spreadsheet.

use crate::app::readings::record;
use crate::app::{NewReading, Outcome, Refusal, Session};
use crate::domain::operation::Operation;
use crate::domain::words::counted;

impl Session {
    /// Records all of them in one transaction, or none: a refusal names the objective it is about. One undo takes all of
    /// them back.
    pub(in crate::app) fn record_readings(&mut self, all: &[NewReading]) -> Result<Outcome, Refusal> {
        if all.is_empty() {
            return Err(Refusal::invalid("there is no reading to record"));
        }
        let mut reasons: Vec<&str> =
            all.iter().map(|new| new.reason.trim()).filter(|reason| !reason.is_empty()).collect();
        reasons.dedup();
        self.write(Operation::ReadingRecord, &reasons.join("; "), |write| {
            let mut outcome = Outcome::default();
            for new in all {
                let recorded = record(write, new).map_err(|refusal| about(&new.code, refusal))?.outcome;
                outcome.summary = recorded.summary;
                outcome.touched.extend(recorded.touched);
                let code = &new.code;
                outcome.warnings.extend(recorded.warnings.into_iter().map(|warning| format!("{code}: {warning}")));
            }
            outcome.touched.sort();
            outcome.touched.dedup();
            if all.len() > 1 {
                let objectives = counted(outcome.touched.len(), "objective", "objectives");
                outcome.summary = format!("{} of {objectives}", counted(all.len(), "reading", "readings"));
            }
            Ok(outcome)
        })
    }
}

/// The same refusal, with the objective it is about.
fn about(code: &str, refusal: Refusal) -> Refusal {
    let message = if refusal.message.contains(code) { refusal.message } else { format!("{code}: {}", refusal.message) };
    Refusal { message, ..refusal }
}
