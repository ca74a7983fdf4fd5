//! Recording, correcting and evaluating readings.

use super::refusal::{ConflictSides, Refusal, RefusalKind};
use super::rules::rules_from;
use super::session::Session;
use super::write::{Write, objective_called};
use super::{NewReading, Outcome, trails};
use crate::domain::accept::accept;
use crate::domain::objective::{Kind, Objective};
use crate::domain::operation::Operation;
use crate::domain::period::{Date, FiscalCalendar, Period, PeriodRef, Rhythm, parse_period};
use crate::domain::quantity::Value;
use crate::domain::reading::{DecisionKind, Reading, Standing, standing_entries};
use crate::domain::register::Rules;
use crate::domain::status::Frame;
use crate::domain::verdict::standings;
use crate::domain::words;
use crate::store::{Entity, Loaded, Reader, Sight, fields};

impl Session {
    pub(super) fn record_reading(&mut self, new: NewReading) -> Result<Outcome, Refusal> {
        let today = self.env.clock.now().today;
        let operation = self.store.read(|reader| Target::load(reader, &new.code, today)?.operation(&new))?;
        self.write(operation, &new.reason, |write| record(write, &new).map(|recorded| recorded.outcome))
    }

    pub(super) fn evaluate(
        &mut self,
        code: &str,
        measured_on: Date,
        meaning: &str,
        decision: Option<DecisionKind>,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ReadingEvaluate, "", |write| {
            let target = write.target(code)?;
            let reading = target
                .newest_on(measured_on)
                .ok_or_else(|| Refusal::not_found(format!("{} has no reading of {measured_on}", target.code())))?;
            let revision = reading.revision;
            say_meaning(write, &target, measured_on, revision, meaning, decision, false)?;
            Ok(Outcome {
                summary: format!("{} {}: {}", target.code(), target.label(measured_on), said(meaning, decision)),
                touched: vec![target.code().to_owned()],
                ..Outcome::default()
            })
        })
    }
}

/// What a recorded reading left behind, for the meeting that asked for it.
pub(super) struct Recorded {
    pub outcome: Outcome,
    pub measured_on: Date,
}

/// Adds or corrects a reading inside a running transaction; what it means is said by who writes.
pub(super) fn record(write: &mut Write, new: &NewReading) -> Result<Recorded, Refusal> {
    let actor = write.actor().to_owned();
    record_said_by(write, new, &actor)
}

/// Adds or corrects a reading inside a running transaction; `by` says what it means.
pub(super) fn record_said_by(write: &mut Write, new: &NewReading, by: &str) -> Result<Recorded, Refusal> {
    let target = write.target(&new.code)?;
    let value = new.value.ok_or_else(|| Refusal::field("value", "a reading needs a value"))?;
    let at = target.period_for(&new.period)?;
    let warnings = target.accept(&at, &value)?;
    let earlier = target.newest_on(at.measured_on).cloned();
    target.refuse_stale(new, &at, earlier.as_ref())?;
    if let Some(earlier) = &earlier {
        if earlier.value == value {
            return confirm(write, &target, &at, earlier, new, by);
        }
        target.ask_reason(write, new, &at, earlier)?;
    }
    let today = write.today();
    let reading = Reading {
        measured_on: at.measured_on,
        revision: write.tx().latest_revision(target.loaded.id, at.measured_on)? + 1,
        value,
        known_from: today,
        claimed_on: None,
        entered_on: today,
        imported: false,
        reported_by: or_else(&new.reported_by, &target.collector()),
        reported_on: Some(new.reported_on.unwrap_or(today)),
        source: or_else(&new.source, &target.loaded.objective.definition.data_source),
        evidence: new.evidence.clone(),
        evaluation: new.meaning.clone(),
        evaluated_by: if new.meaning.is_empty() { String::new() } else { by.to_owned() },
        automatic: false,
        decision: new.decision,
        reason: new.reason.clone(),
        entered_by: write.actor().to_owned(),
        seq: 0,
        voided_seq: None,
        voided_on: None,
    };
    write.tx().append_readings(target.loaded.id, std::slice::from_ref(&reading))?;
    let standing = trails::refresh(write, &[target.loaded.id])?
        .pop()
        .and_then(|t| t.recent.into_iter().rev().find(|s| s.period == at.period));
    let outcome = Outcome {
        summary: target.summary(&at, value, standing.as_ref(), earlier.as_ref()),
        touched: vec![target.code().to_owned()],
        warnings,
        ..Outcome::default()
    };
    Ok(Recorded { outcome, measured_on: at.measured_on })
}

/// The value is in already: nothing to correct, but what it means and what was decided may be new.
fn confirm(
    write: &mut Write,
    target: &Target,
    at: &PeriodRef,
    earlier: &Reading,
    new: &NewReading,
    by: &str,
) -> Result<Recorded, Refusal> {
    let news = !new.meaning.is_empty() && new.meaning != earlier.evaluation || new.decision.is_some();
    let summary = if news {
        let said_by = fields::NewEvaluation {
            objective: target.loaded.id,
            measured_on: at.measured_on,
            revision: earlier.revision,
            meaning: new.meaning.trim().to_owned(),
            by: by.to_owned(),
            automatic: false,
            decision: new.decision,
        };
        append_evaluation(write, &said_by)?;
        format!("{} {}: {}", target.code(), target.label(at.measured_on), said(&new.meaning, new.decision))
    } else {
        format!("{} {} is in already with this value; nothing was changed", target.code(), target.label(at.measured_on))
    };
    let outcome = Outcome { summary, touched: vec![target.code().to_owned()], ..Outcome::default() };
    Ok(Recorded { outcome, measured_on: at.measured_on })
}

/// Appends what a reading means, or what was decided on it; the reading itself is never touched.
pub(super) fn say_meaning(
    write: &mut Write,
    target: &Target,
    measured_on: Date,
    revision: u32,
    meaning: &str,
    decision: Option<DecisionKind>,
    automatic: bool,
) -> Result<(), Refusal> {
    let said = fields::NewEvaluation {
        objective: target.loaded.id,
        measured_on,
        revision,
        meaning: meaning.trim().to_owned(),
        by: write.actor().to_owned(),
        automatic,
        decision,
    };
    append_evaluation(write, &said)
}

fn append_evaluation(write: &mut Write, said: &fields::NewEvaluation) -> Result<(), Refusal> {
    let today = write.today();
    let id = write.tx().next_id(Entity::Evaluation)?;
    write.tx().insert(Entity::Evaluation, id, fields::evaluation(said, today))?;
    Ok(())
}

fn said(meaning: &str, decision: Option<DecisionKind>) -> String {
    match (meaning.is_empty(), decision) {
        (false, Some(decision)) => format!("“{meaning}”, decided: {}", words::decision(decision)),
        (false, None) => format!("“{meaning}”"),
        (true, Some(decision)) => format!("decided: {}", words::decision(decision)),
        (true, None) => "nothing said".to_owned(),
    }
}

fn or_else(given: &str, fallback: &str) -> String {
    let given = given.trim();
    if given.is_empty() { fallback.to_owned() } else { given.to_owned() }
}

/// An objective with what recording needs to know about it.
pub(super) struct Target {
    pub loaded: Loaded,
    rules: Rules,
    readings: Vec<Reading>,
    /// Ends of the periods explained as not measured.
    explained: Vec<Date>,
    today: Date,
}

impl Target {
    pub fn load(reader: &Reader, code: &str, today: Date) -> Result<Target, Refusal> {
        let sight = Sight::today(today);
        let loaded = objective_called(reader, code, &sight)?;
        let notes = reader.not_measured(loaded.id, &sight)?;
        Ok(Target {
            rules: rules_from(&reader.settings()?),
            readings: reader.readings(loaded.id, &sight)?,
            explained: notes.into_iter().map(|note| note.period_end).collect(),
            loaded,
            today,
        })
    }

    /// What recording this would be called: a first entry, a correction, or words on a value that is in.
    fn operation(&self, new: &NewReading) -> Result<Operation, Refusal> {
        let at = self.period_for(&new.period)?;
        Ok(match self.newest_on(at.measured_on) {
            None => Operation::ReadingRecord,
            Some(earlier) if Some(earlier.value) == new.value => Operation::ReadingEvaluate,
            Some(_) => Operation::ReadingRestate,
        })
    }

    pub fn objective(&self) -> &Objective {
        &self.loaded.objective
    }

    pub fn code(&self) -> &str {
        &self.loaded.objective.code
    }

    fn calendar(&self) -> FiscalCalendar {
        self.objective().definition.calendar(self.rules.calendar)
    }

    /// The periods it is measured in.
    pub fn rhythm(&self) -> Rhythm {
        self.objective().definition.rhythm(self.rules.calendar)
    }

    fn collector(&self) -> String {
        let definition = &self.objective().definition;
        or_else(&definition.collector, &definition.owner)
    }

    pub fn label(&self, measured_on: Date) -> String {
        self.calendar().period_label(self.rhythm().frequency, self.rhythm().containing(measured_on))
    }

    pub fn newest_on(&self, measured_on: Date) -> Option<&Reading> {
        self.readings
            .iter()
            .filter(|r| r.measured_on == measured_on && r.voided_seq.is_none())
            .max_by_key(|r| (r.known_from, r.seq, r.revision))
    }

    /// The reading that stands for a named period, else on the day the agenda names, else the newest.
    pub fn newest_in(&self, period: &str, measured_on: Option<Date>) -> Option<&Reading> {
        let named = parse_period(period, self.rhythm(), self.calendar()).ok().map(|at| at.period);
        let in_period = |r: &&Reading| named.is_none_or(|p| p.contains(r.measured_on));
        let standing = self.readings.iter().filter(|r| r.voided_seq.is_none()).filter(in_period);
        let newest = standing.max_by_key(|r| (r.measured_on, r.known_from, r.seq, r.revision))?;
        match measured_on {
            Some(day) if named.is_none() => self.newest_on(day).or(Some(newest)),
            _ => Some(newest),
        }
    }

    /// The entry that stands for a period.
    pub fn standing_in(&self, period: Period) -> Option<&Reading> {
        let standing = standing_entries(&self.readings, self.rhythm(), self.today);
        standing.into_iter().find(|(held, _, _)| *held == period).map(|(_, entry, _)| entry)
    }

    /// Whether a reading is expected for a period.
    pub fn expects(&self, period: &Period) -> bool {
        Frame::new(self.objective(), &self.rules, self.today).is_expected(period)
    }

    /// Whether the value may be taken in; answers with what is unusual about it.
    pub fn accept(&self, at: &PeriodRef, value: &Value) -> Result<Vec<String>, Refusal> {
        let last = self.readings.iter().rfind(|r| r.measured_on < at.period.start && r.voided_seq.is_none());
        let mut unusual =
            accept(self.objective(), &self.rules, value, at.measured_on, self.today, last.map(|r| &r.value))
                .map_err(|problem| Refusal::field(problem.field, problem.message))?;
        if self.loaded.in_force.is_none() {
            unusual.push(format!("{} is a draft: it is judged once it is approved", self.code()));
        }
        Ok(unusual)
    }

    /// The period a text points at; empty is the oldest expected one without a reading.
    pub fn period_for(&self, text: &str) -> Result<PeriodRef, Refusal> {
        let rhythm = self.rhythm();
        let at = if text.trim().is_empty() {
            let period = self.oldest_missing()?;
            PeriodRef { period, measured_on: period.end }
        } else {
            parse_period(text, rhythm, self.calendar()).map_err(|e| Refusal::field("period", e.to_string()))?
        };
        Ok(at)
    }

    /// The periods that have a reading, oldest first.
    pub fn measured(&self) -> Vec<Period> {
        standings(self.objective(), &self.readings, self.rhythm(), self.today).into_iter().map(|s| s.period).collect()
    }

    fn oldest_missing(&self) -> Result<Period, Refusal> {
        let rhythm = self.rhythm();
        let measured = self.measured();
        let definition = &self.objective().definition;
        let last = rhythm.containing(self.today).end;
        let until = definition.due.map_or(last, |due| due.min(last));
        rhythm
            .within(definition.start, until)
            .find(|p| measured.binary_search(p).is_err() && !self.explained.contains(&p.end))
            .ok_or_else(|| {
                Refusal::invalid(format!("{} has a reading for every expected period", self.code()))
                    .next("name the period to correct it, as in --period 2026-10")
            })
    }

    /// A form that was filled on stale data gets both values back instead of overwriting one.
    fn refuse_stale(&self, new: &NewReading, at: &PeriodRef, earlier: Option<&Reading>) -> Result<(), Refusal> {
        let now = earlier.map_or(0, |r| r.revision);
        if new.base.is_none_or(|base| base == now) {
            return Ok(());
        }
        let theirs = earlier.map_or_else(|| "no reading".to_owned(), |r| r.value.as_typed());
        let yours = new.value.map(|v| v.as_typed()).unwrap_or_default();
        let by = earlier.map_or_else(String::new, |r| format!("{}, {}", r.entered_by, r.entered_on));
        let mut refusal = Refusal::new(
            RefusalKind::Conflict,
            format!("{} {} was changed since the form was opened", self.code(), self.label(at.measured_on)),
        );
        refusal.conflict = Some(Box::new(ConflictSides {
            fields: vec![("value".to_owned(), yours, theirs)],
            by,
            base: u64::from(now),
        }));
        Err(refusal)
    }

    /// Once a value stood in closed minutes or a snapshot, replacing it needs a reason.
    fn ask_reason(
        &self,
        write: &mut Write,
        new: &NewReading,
        at: &PeriodRef,
        earlier: &Reading,
    ) -> Result<(), Refusal> {
        if !new.reason.trim().is_empty() {
            return Ok(());
        }
        let Some(shown) = write.where_shown(self.code(), earlier)? else { return Ok(()) };
        Err(Refusal::field(
            "reason",
            format!(
                "{} for {} stood in {shown}; say why it is corrected",
                earlier.value.as_typed(),
                self.label(at.measured_on)
            ),
        ))
    }

    fn summary(&self, at: &PeriodRef, value: Value, standing: Option<&Standing>, earlier: Option<&Reading>) -> String {
        let definition = &self.objective().definition;
        let unit = definition.unit.trim();
        let shown = format!("{} {unit}", value.shown(definition.unit_is_percent(), 2));
        let counted = match value {
            Value::Share { .. } => format!(" ({})", value.as_typed()),
            Value::Plain(_) => String::new(),
        };
        let judged = standing
            .filter(|_| definition.kind == Kind::Maintain)
            .map(|s| format!(", {}", words::verdict(s.verdict).1))
            .unwrap_or_default();
        let was = earlier.map(|r| format!(", corrected from {}", r.value.as_typed())).unwrap_or_default();
        format!("{} {} {}{counted}{judged}{was}", self.code(), self.label(at.measured_on), shown.trim_end())
    }
}
