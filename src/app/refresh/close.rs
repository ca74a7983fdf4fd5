//! Closing a walk: everything answered, and an edition approved or a reason why nothing had to change.

use super::view::Walk;
use crate::app::refusal::Refusal;
use crate::app::view::Lens;
use crate::app::{Outcome, Session};
use crate::domain::operation::Operation;
use crate::domain::refresh::{Refresh, RefreshAnswer};

impl Session {
    pub(super) fn close_refresh(&mut self, number: i64, no_change: &str) -> Result<Outcome, Refusal> {
        let no_change = no_change.trim();
        let walk = self.walk(Some(number), Lens::default())?;
        let walk = walk.ok_or_else(|| Refusal::not_found(format!("there is no refresh {number}")))?;
        may_close(&walk, no_change)?;
        self.write(Operation::RefreshClose, no_change, |write| {
            let today = write.today();
            let edition = walk.edition.filter(|_| no_change.is_empty());
            let closed =
                Refresh { closed_on: Some(today), edition, no_change: no_change.to_owned(), ..walk.refresh.clone() };
            write.tx().put(number, &closed)?;
            Ok(Outcome {
                summary: match edition {
                    Some(edition) => format!("refresh {number} closed with edition {edition}"),
                    None => format!("refresh {number} closed, nothing changed because {no_change}"),
                },
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}

fn may_close(walk: &Walk, no_change: &str) -> Result<(), Refusal> {
    let number = walk.refresh.number;
    if let Some(day) = walk.refresh.closed_on {
        return Err(Refusal::invalid(format!("refresh {number} was closed on {day} already")));
    }
    let open: Vec<&str> = walk.unanswered().map(|stop| stop.code.as_str()).collect();
    if !open.is_empty() {
        let named = match open.as_slice() {
            few if few.len() <= 4 => few.join(", "),
            many => format!("{} and {} more", many[..3].join(", "), many.len() - 3),
        };
        return Err(Refusal::invalid(format!("{} of {} wait for an answer: {named}", open.len(), walk.stops.len()))
            .next("answer them first"));
    }
    if no_change.is_empty() {
        return match walk.edition {
            Some(_) => Ok(()),
            None => Err(Refusal::invalid(format!("no edition was approved since refresh {number} was begun"))
                .next("approve the list as an edition, or say why nothing had to change")),
        };
    }
    let changed: Vec<&str> = walk
        .stops
        .iter()
        .filter(|stop| {
            stop.line.as_ref().is_some_and(|line| line.answer != RefreshAnswer::Keep) || waits(walk, &stop.code)
        })
        .map(|stop| stop.code.as_str())
        .chain(walk.closed_beside.iter().map(String::as_str))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    Err(Refusal::invalid(format!("something did change: {}", changed.join(", ")))
        .next("approve the list as an edition"))
}

fn waits(walk: &Walk, code: &str) -> bool {
    walk.waiting.iter().any(|waiting| waiting == code)
}
