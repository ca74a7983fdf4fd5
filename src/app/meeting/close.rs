//! Closing a meeting: its minutes are frozen, and lie as a page and a mail text beside the register.

use std::path::PathBuf;

use super::running;
use crate::app::Outcome;
use crate::app::papers::{Format, beside};
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::session::Session;
use crate::domain::minutes::{Minutes, canonical};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::review::{ItemState, Review, ReviewKind};
use crate::report::minutes;
use crate::store::{Entity, Fields};

impl Session {
    pub(in crate::app) fn close_review(&mut self, number: i64, next_date: Option<Date>) -> Result<Outcome, Refusal> {
        let closed = self.freeze_minutes(number, next_date)?;
        if !self.papers_at_close {
            return Ok(closed);
        }
        // The meeting is closed whatever becomes of the papers: they can be written again at any time.
        Ok(match self.write_minutes(number) {
            Ok(paths) => {
                let names: Vec<_> = paths.iter().filter_map(|path| path.file_name()).collect();
                let names: Vec<_> = names.into_iter().map(|name| name.to_string_lossy()).collect();
                Outcome { summary: format!("{}; minutes in {}", closed.summary, names.join(" and ")), ..closed }
            }
            Err(refusal) => {
                let warning = format!("the minutes are kept, but not written as files: {refusal}");
                let way_on = format!("`sixtwo export minutes {number} -o FILE` writes them elsewhere");
                Outcome { warnings: [closed.warnings, vec![warning, way_on]].concat(), ..closed }
            }
        })
    }

    fn freeze_minutes(&mut self, number: i64, next_date: Option<Date>) -> Result<Outcome, Refusal> {
        let draft = self.read_back(number);
        self.write(Operation::ReviewClose, "", |write| {
            let review = running(write, number)?;
            let draft = draft?;
            may_close(&review, next_date)?;
            if write.tx().head()?.0 != draft.seq {
                return Err(Refusal::new(RefusalKind::Conflict, "another session wrote while the minutes were frozen")
                    .next("close the meeting again"));
            }
            let next_date = next_date.or(review.next_date);
            let (closed_at, closed_by) = (write.at().to_owned(), write.actor().to_owned());
            let minutes = Minutes { closed_at: closed_at.clone(), closed_by, next_date, ..draft };
            let bytes = canonical(&minutes).map_err(|e| Refusal::new(RefusalKind::Broken, e.to_string()))?;
            let hash = write.tx().put_blob(&bytes)?;
            let mut closed = Fields::new();
            closed.insert("closed_at".to_owned(), serde_json::json!(closed_at));
            closed.insert("minutes_hash".to_owned(), serde_json::json!(hash));
            closed.insert("next_date".to_owned(), serde_json::json!(next_date));
            write.tx().update(Entity::Review, number, closed)?;
            let count = |state| review.items.iter().filter(|i| i.state == state).count();
            Ok(Outcome {
                summary: format!(
                    "review {number} closed: {} answered, {} passed, {} parked, {} left open",
                    count(ItemState::Answered),
                    count(ItemState::Passed),
                    count(ItemState::Parked),
                    count(ItemState::Open)
                ),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    /// A meeting as plain text: its frozen minutes, or what they would say if it closed now.
    pub fn meeting_text(&mut self, number: i64) -> Result<String, Refusal> {
        Ok(minutes::mail(&self.read_back(number)?))
    }

    /// Writes the minutes of a closed meeting beside the register, as a page and as a text for a mail:
    /// `<register>-review-<number>.html` and `.txt`. Files of an earlier writing are replaced whole.
    pub fn write_minutes(&mut self, number: i64) -> Result<Vec<PathBuf>, Refusal> {
        let frozen = self.minutes(number)?;
        let register = self.path().to_owned();
        let page = self.paper(minutes::document(&frozen), "minutes", Format::Html)?;
        let papers = [("html", page), ("txt", minutes::mail(&frozen).into_bytes().into())];
        papers
            .iter()
            .map(|(ending, paper)| {
                Ok(self.file_paper(paper, &beside(&register, &format!("review-{number}.{ending}")))?.path)
            })
            .collect()
    }

    /// Whether closing a meeting writes its minutes beside the register.
    pub(in crate::app) fn set_papers_at_close(&mut self, on: bool) {
        self.papers_at_close = on;
    }
}

fn may_close(review: &Review, next_date: Option<Date>) -> Result<(), Refusal> {
    if next_date.is_some_and(|next| next <= review.date) {
        return Err(Refusal::field("next_date", "the next review lies after this one"));
    }
    let concluded = !review.refresh.is_empty() || !review.no_change.is_empty();
    if review.kind == ReviewKind::Management && !concluded {
        let message = "a management review says what changes in the list, or why nothing has to";
        return Err(Refusal::field("no_change", message));
    }
    Ok(())
}
