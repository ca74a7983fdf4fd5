//! Findings somebody accepts, with a reason and an end.

use super::super::lens::Look;
use super::super::view::Lens;
use super::super::{Outcome, Refusal, Session};
use super::evidence;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::readiness::{Dismissal, Finding, check, table};
use crate::store::Reader;

impl Session {
    pub(super) fn dismiss(
        &mut self,
        id: &str,
        subject: &str,
        reason: &str,
        by: &str,
        until: Date,
    ) -> Result<Outcome, Refusal> {
        let id = known_check(id)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::field("reason", "say why this is accepted: an auditor reads it"));
        }
        let look = self.store.read(|reader| self.look(Lens::default(), reader))?;
        if until <= look.today {
            return Err(Refusal::field(
                "until",
                format!("{until} is not ahead; a finding is accepted until a later day"),
            ));
        }
        let wanted = subject.trim().to_owned();
        self.write(Operation::FindingDismiss, reason, |write| {
            let finding = finding_of(write.tx(), &look, id, &wanted)?;
            let by = if by.trim().is_empty() { write.actor().to_owned() } else { by.trim().to_owned() };
            let dismissal = Dismissal {
                id: 0,
                check: id.to_owned(),
                subject: finding.about.key(),
                reason: reason.to_owned(),
                by,
                until,
                lifted_on: None,
                recorded_on: write.today(),
            };
            let number = write.tx().add(&dismissal)?;
            Ok(Outcome {
                summary: format!("{id} of {} accepted by {} until {until}", dismissal.subject, dismissal.by),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    pub(super) fn lift(&mut self, number: i64) -> Result<Outcome, Refusal> {
        self.write(Operation::FindingLift, "", |write| {
            let (sight, today) = (write.sight(), write.today());
            let known: Vec<Dismissal> = write.tx().records(&sight)?;
            let found = known.into_iter().find(|dismissal| dismissal.id == number);
            let Some(dismissal) = found else {
                return Err(Refusal::not_found(format!("no acceptance has the number {number}"))
                    .next("`sixtwo check --all` lists them"));
            };
            if !dismissal.holds(today) {
                let ended = dismissal.lifted_on.unwrap_or(dismissal.until);
                return Err(Refusal::invalid(format!("acceptance {number} ended on {ended}; nothing was changed")));
            }
            let summary = format!("{} of {} is no longer accepted", dismissal.check, dismissal.subject);
            write.tx().put(number, &Dismissal { lifted_on: Some(today), ..dismissal })?;
            Ok(Outcome { summary, number: Some(number), ..Outcome::default() })
        })
    }
}

/// The check's id as the table writes it.
fn known_check(id: &str) -> Result<&'static str, Refusal> {
    let wanted = id.trim();
    table::check(wanted).map(|check| check.id).ok_or_else(|| {
        Refusal::not_found(format!("no check is called `{}`", id.trim()))
            .next("`sixtwo check --all` names the checks that found something")
    })
}

/// The finding that is meant: by its subject's key or code, or the only one of the check.
fn finding_of(reader: &Reader, look: &Look, id: &str, wanted: &str) -> Result<Finding, Refusal> {
    let evidence = evidence::gather(reader, look, None)?;
    let dismissals: Vec<Dismissal> = reader.records(&look.sight)?;
    let report = check(&evidence, &dismissals);
    let is_meant = |finding: &Finding| {
        let key = finding.about.key();
        let bare = key.split_once(' ').map_or(key.as_str(), |(_, bare)| bare);
        finding.check == id && (key.eq_ignore_ascii_case(wanted) || bare.eq_ignore_ascii_case(wanted))
    };
    if let Some((_, held)) = report.dismissed.iter().find(|(finding, _)| is_meant(finding)) {
        let why = format!("{id} of {} is accepted already, by {} until {}", held.subject, held.by, held.until);
        return Err(Refusal::invalid(why).next(format!("`sixtwo check --lift {}` takes that back", held.id)));
    }
    let mut of_check: Vec<Finding> = report.findings.into_iter().filter(|finding| finding.check == id).collect();
    if let (true, [only]) = (wanted.is_empty(), of_check.as_slice()) {
        return Ok(only.clone());
    }
    if let Some(at) = of_check.iter().position(is_meant) {
        return Ok(of_check.swap_remove(at));
    }
    Err(nothing_to_accept(id, wanted, &of_check))
}

fn nothing_to_accept(id: &str, wanted: &str, of_check: &[Finding]) -> Refusal {
    let keys: Vec<String> = of_check.iter().take(3).map(|finding| finding.about.key()).collect();
    let more = if of_check.len() > keys.len() { ", ..." } else { "" };
    match (keys.is_empty(), wanted.is_empty()) {
        (true, _) => Refusal::not_found(format!("{id} has found nothing, so there is nothing to accept")),
        (false, true) => Refusal::field("about", format!("{id} has found {}: say which one", of_check.len()))
            .next(format!("one of {}{more}", keys.join(", "))),
        (false, false) => Refusal::not_found(format!("{id} has found nothing about `{wanted}`"))
            .next(format!("it has about {}{more}", keys.join(", "))),
    }
}
