//! Corrections of what closed minutes showed: found by computation, answered in a meeting.

use std::collections::BTreeMap;

use super::running;
use crate::app::Outcome;
use crate::app::refusal::Refusal;
use crate::app::rules::rules_from;
use crate::app::session::Session;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::reading::{Reading, Verdict};
use crate::domain::register::Rules;
use crate::domain::review::{CorrectionAnswer, CorrectionNote, Review};
use crate::domain::target::standard_on;
use crate::domain::verdict::verdict;
use crate::store::{Loaded, Reader, Sight};

impl Session {
    pub(super) fn answer_correction(
        &mut self,
        number: i64,
        code: &str,
        measured_on: Date,
        stands: bool,
        reason: &str,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ReviewCorrection, "", |write| {
            running(write, number)?;
            let objective = write.objective(code)?;
            let code = objective.objective.code.clone();
            if reason.trim().is_empty() {
                return Err(Refusal::field("reason", "say why the decision stands or does not"));
            }
            let (sight, rules) = (write.sight(), write.rules()?);
            let notes = corrections(write.tx(), &sight, &rules)?;
            let note = notes.into_iter().find(|note| note.code == code && note.measured_on == measured_on);
            let Some(note) = note else {
                return Err(Refusal::not_found(format!(
                    "no closed minutes showed another value of {code} for {measured_on}"
                )));
            };
            let answer = CorrectionAnswer {
                id: 0,
                review: number,
                objective: objective.id,
                shown_in: note.shown_in,
                measured_on,
                value: note.new.clone(),
                stands,
                reason: reason.trim().to_owned(),
                stated_by: write.actor().to_owned(),
                recorded_on: write.today(),
            };
            match note.answer.filter(|earlier| earlier.review == number) {
                Some(earlier) => write.tx().put(earlier.id, &answer)?,
                None => drop(write.tx().add(&answer)?),
            }
            let said = if stands { "the decision stands" } else { "the decision does not stand" };
            Ok(Outcome {
                summary: format!("{code} {} corrected: {said}", note.label),
                touched: vec![code],
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    /// Values of closed minutes that are others now, oldest first; answered ones among them.
    pub fn corrections(&mut self) -> Result<Vec<CorrectionNote>, Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        self.store.read(|reader| corrections(reader, &sight, &rules_from(&reader.settings()?)))
    }
}

/// Values of closed minutes that are others now: one note for each reading, however many meetings saw it.
pub(super) fn corrections(reader: &Reader, sight: &Sight, rules: &Rules) -> Result<Vec<CorrectionNote>, Refusal> {
    let mut seen: BTreeMap<(Date, i64), Vec<i64>> = BTreeMap::new();
    for (objective, measured_on, review) in reader.shown_and_changed()? {
        seen.entry((measured_on, objective)).or_default().push(review);
    }
    if seen.is_empty() {
        return Ok(Vec::new());
    }
    let reviews = reader.reviews(sight)?;
    let answers: Vec<CorrectionAnswer> = reader.records(sight)?;
    let mut notes = Vec::with_capacity(seen.len());
    for ((measured_on, objective), shown_in) in seen {
        let Some(loaded) = reader.objective(objective, sight)? else { continue };
        let entries = reader.entries_for(objective, measured_on)?;
        let meetings: Vec<&Review> = reviews.iter().filter(|review| shown_in.contains(&review.number)).collect();
        let Some(mut note) = note(&loaded, &entries, &meetings, rules, sight) else { continue };
        let of_it = |answer: &&CorrectionAnswer| answer.objective == objective && answer.measured_on == measured_on;
        note.answer = answers.iter().rfind(of_it).filter(|answer| answer.value == note.new).cloned();
        notes.push(note);
    }
    Ok(notes)
}

fn note(
    loaded: &Loaded,
    entries: &[Reading],
    meetings: &[&Review],
    rules: &Rules,
    sight: &Sight,
) -> Option<CorrectionNote> {
    let newest = |counts: &dyn Fn(&Reading) -> bool| {
        let counted = entries.iter().filter(|entry| counts(entry));
        counted.max_by_key(|entry| (entry.known_from, entry.seq, entry.revision))
    };
    let known = |reading: &Reading| !sight.past || reading.known_from <= sight.as_of;
    let taken_back = |reading: &Reading| reading.voided_on.is_some_and(|day| !sight.past || day <= sight.as_of);
    let now = newest(&|reading| known(reading) && !taken_back(reading));
    let shown = |review: &Review| {
        newest(&|reading| reading.seq < review.seq && reading.voided_seq.is_none_or(|seq| seq > review.seq))
            .filter(|then| now.is_none_or(|now| now.value != then.value))
    };
    let saw: Vec<(&Review, &Reading)> = meetings.iter().filter_map(|review| Some((*review, shown(review)?))).collect();
    let (last, old) = saw.last()?;
    let objective = &loaded.objective;
    let definition = &objective.definition;
    let period = definition.rhythm(rules.calendar).containing(old.measured_on);
    let judged = |reading: &Reading| -> Option<Verdict> {
        let standard = standard_on(&objective.standards, period.start)?;
        Some(verdict(&reading.value, standard, definition.direction(), definition.unit_is_percent()))
    };
    let mut seen_by: Vec<String> = Vec::new();
    for person in saw.iter().flat_map(|(review, _)| &review.attendees) {
        if !seen_by.contains(person) {
            seen_by.push(person.clone());
        }
    }
    let decided = |review: &Review| review.items.iter().find(|item| item.code == objective.code)?.decision;
    Some(CorrectionNote {
        code: objective.code.clone(),
        title: definition.title.clone(),
        shown_in: last.number,
        shown_on: last.date,
        measured_on: old.measured_on,
        label: definition.calendar(rules.calendar).period_label(definition.frequency, period),
        old: objective.shown(period, &old.value),
        new: now.map(|now| objective.shown(period, &now.value)).unwrap_or_default(),
        old_verdict: judged(old),
        new_verdict: now.and_then(judged),
        reason: now.map(|now| now.reason.clone()).unwrap_or_default(),
        corrected_by: now.map(|now| now.entered_by.clone()).unwrap_or_default(),
        corrected_on: now.map(|now| now.entered_on).or(old.voided_on),
        seen_by,
        decision: saw.iter().rev().find_map(|(review, _)| decided(review)),
        answer: None,
    })
}
