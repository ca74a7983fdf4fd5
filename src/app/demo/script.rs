//! From the written sample to what was done on which day, in the order it happened.

use std::collections::HashMap;

use chrono::Days;

use super::clause::{self, Walk};
use super::moment::Calendar;
use super::world::{ActionRow, ChangeRow, ObjectiveRow, ReadingRow, ReviewScript, World, unreadable};
use crate::app::{Command, NewAction, NewReading, Refusal};
use crate::domain::objective::{
    Baseline, ClosingOutcome, Criterion, Definition, Direction, Kind, Level, Link, Operator,
};
use crate::domain::period::{Date, FiscalCalendar, Frequency};
use crate::domain::quantity::Decimal;
use crate::domain::reading::DecisionKind;
use crate::domain::review::ActionKind;

/// Days between writing an objective and its approval where both are not dated.
const APPROVAL_AFTER: u64 = 8;

/// Something that happened on a day.
pub(super) struct Scene {
    pub on: Date,
    pub actor: String,
    pub act: Act,
}

/// What happened.
pub(super) enum Act {
    /// A write.
    Do(Command),
    /// New content for an objective in force.
    Edit { code: String, definition: Box<Definition>, reason: String },
    /// A task is done: its text names it.
    Finish { code: String, text: String, evidence: String },
    /// Somebody looked whether a corrective action helped, and it did: its text names it.
    Check { code: String, text: String, note: String },
    /// A meeting is put in the calendar.
    Plan(ReviewScript),
    /// The texts for a planned meeting are written.
    Prepare(ReviewScript),
    /// A meeting.
    Meet(ReviewScript),
    /// The open walk through the list, answered and closed.
    Walk(Walk),
}

/// Everything of the sample in the order it happened; nothing later than the day before `today`.
pub(super) fn script(world: &World, today: Date) -> Result<Vec<Scene>, Refusal> {
    let mut writer = Writer { today, scenes: Vec::new(), calendars: HashMap::new(), definitions: HashMap::new() };
    writer.objectives(world)?;
    writer.changes(world)?;
    writer.milestones(world)?;
    writer.readings(world)?;
    writer.meetings(world)?;
    let clock = months(today);
    let founded = clock.day(&world.plan.founded).ok_or_else(|| unreadable("objectives.toml", &world.plan.founded))?;
    let mut scenes = writer.scenes;
    scenes.extend(clause::scenes(founded, clock)?);
    scenes.sort_by_key(|scene| scene.on);
    Ok(scenes)
}

/// A clock calendar for dates that belong to no objective.
pub(super) fn months(today: Date) -> Calendar {
    Calendar { today, rhythm: FiscalCalendar::default().rhythm(Frequency::M) }
}

struct Writer {
    today: Date,
    scenes: Vec<Scene>,
    calendars: HashMap<String, Calendar>,
    definitions: HashMap<String, Definition>,
}

impl Writer {
    fn push(&mut self, on: Date, actor: &str, act: Act) {
        let on = on.min(months(self.today).yesterday());
        self.scenes.push(Scene { on, actor: actor.to_owned(), act });
    }

    fn calendar(&self, code: &str) -> Result<Calendar, Refusal> {
        self.calendars.get(code).copied().ok_or_else(|| unreadable(code, &"no such objective"))
    }

    fn day(&self, code: &str, text: &str) -> Result<Date, Refusal> {
        self.calendar(code)?.day(text).ok_or_else(|| unreadable(code, &format!("the date `{text}`")))
    }

    fn objectives(&mut self, world: &World) -> Result<(), Refusal> {
        let plan = &world.plan;
        let clock = months(self.today);
        let dated = |text: &str| clock.day(text).ok_or_else(|| unreadable("objectives.toml", &text));
        let (founded, approved) = (dated(&plan.founded)?, dated(&plan.approved)?);
        let mut first = Vec::new();
        let mut approvals = Vec::new();
        for row in &plan.objectives {
            let calendar = Calendar { rhythm: FiscalCalendar::default().rhythm(frequency(row)?), ..clock };
            self.calendars.insert(row.code.clone(), calendar);
            let definition = self.definition(row)?;
            self.definitions.insert(row.code.clone(), definition.clone());
            let created = if row.created.is_empty() { founded } else { self.day(&row.code, &row.created)? };
            let create = Command::CreateObjective { code: row.code.clone(), definition: Box::new(definition) };
            self.push(created, "M. Silva", Act::Do(create));
            match (row.draft, row.created.is_empty()) {
                (true, _) => {}
                (_, true) => first.push(row.code.clone()),
                (_, false) => approvals.push((vec![row.code.clone()], created + Days::new(APPROVAL_AFTER))),
            }
        }
        approvals.push((first, approved));
        for (codes, on) in approvals {
            let approve = Command::Approve {
                codes,
                by: plan.approved_by.clone(),
                people: Vec::new(),
                on,
                reference: plan.approved_ref.clone(),
                effective: None,
                cause: None,
            };
            self.push(on, "H. Berg", Act::Do(approve));
        }
        Ok(())
    }

    fn definition(&self, row: &ObjectiveRow) -> Result<Definition, Refusal> {
        let day = |text: &str| self.day(&row.code, text);
        let criteria: Result<Vec<Criterion>, Refusal> = row
            .criteria
            .iter()
            .map(|entry| {
                let (text, planned) = entry.split_once('|').unwrap_or((entry, ""));
                let planned = if planned.is_empty() { None } else { Some(day(planned)?) };
                Ok(Criterion { text: text.to_owned(), planned })
            })
            .collect();
        Ok(Definition {
            kind: word(row, &row.kind, Kind::from_word)?.unwrap_or(Kind::Maintain),
            level: word(row, &row.level, Level::from_word)?,
            function: row.function.clone(),
            parent: row.parent.clone(),
            owner: row.owner.clone(),
            metric: row.metric.clone(),
            formula: row.formula.clone(),
            data_source: row.data_source.clone(),
            unit: row.unit.clone(),
            direction: word(row, &row.direction, Direction::from_word)?,
            operator: word(row, &row.operator, Operator::from_word)?,
            baseline: baseline(row)?,
            target: word(row, &row.target, decimal)?,
            warn: word(row, &row.warn, decimal)?,
            floor: word(row, &row.floor, decimal)?,
            frequency: frequency(row)?,
            due: if row.due.is_empty() { None } else { Some(day(&row.due)?) },
            criteria: criteria?,
            what: row.what.clone(),
            resources: row.resources.clone(),
            how_evaluated: row.how_evaluated.clone(),
            evaluator: row.evaluator.clone(),
            collector: row.collector.clone(),
            why_target: row.why_target.clone(),
            links: row.links.iter().filter_map(|link| linked(link)).collect(),
            tags: row.tags.clone(),
            cascade_note: row.cascade_note.clone(),
            review_on: if row.review_on.is_empty() { None } else { Some(day(&row.review_on)?) },
            granted: row.granted.clone(),
            granted_by: row.granted_by.clone(),
            granted_on: if row.granted_on.is_empty() { None } else { Some(day(&row.granted_on)?) },
            spent: row.spent.clone(),
            ..Definition::titled(&row.title, day(&row.start)?)
        })
    }

    fn changes(&mut self, world: &World) -> Result<(), Refusal> {
        for change in &world.plan.changes {
            self.change(change, &world.plan.approved_by)?;
        }
        for row in &world.plan.retirements {
            let on = self.day(&row.code, &row.on)?;
            let retire = Command::Retire {
                code: row.code.clone(),
                on,
                outcome: ClosingOutcome::from_word(&row.outcome).ok_or_else(|| unreadable(&row.code, &row.outcome))?,
                reason: row.reason.clone(),
                successor: row.successor.clone(),
                by: row.decided_by.clone(),
                reference: row.reference.clone(),
            };
            self.push(on, &row.by, Act::Do(retire));
        }
        world.plan.actions.iter().try_for_each(|row| self.action(row))
    }

    fn action(&mut self, row: &ActionRow) -> Result<(), Refusal> {
        let (on, due) = (self.day(&row.code, &row.on)?, self.day(&row.code, &row.due)?);
        let (code, text, owner) = (row.code.clone(), row.text.clone(), row.owner.clone());
        let corrective = !row.cause.is_empty();
        let action = NewAction {
            text: text.clone(),
            owner,
            due: Some(due),
            kind: if corrective { ActionKind::Corrective } else { ActionKind::Task },
            cause: row.cause.clone(),
            check_on: if corrective { Some(self.day(&code, &row.check)?) } else { None },
        };
        self.push(on, &row.by, Act::Do(Command::AddAction { code: code.clone(), action }));
        if !row.done.is_empty() {
            let finish = Act::Finish { code: code.clone(), text: text.clone(), evidence: row.evidence.clone() };
            self.push(self.day(&code, &row.done)?, &row.owner, finish);
        }
        if !row.checked.is_empty() {
            let on = self.day(&code, &row.checked)?;
            self.push(on, &row.by, Act::Check { code, text, note: row.helped.clone() });
        }
        Ok(())
    }

    /// A new date with the value then, written on one day and approved on a later one.
    fn change(&mut self, change: &ChangeRow, approved_by: &str) -> Result<(), Refusal> {
        let code = &change.code;
        let (due, effective) = (self.day(code, &change.due)?, self.day(code, &change.effective)?);
        let (on, approved) = (self.day(code, &change.on)?, self.day(code, &change.approved)?);
        let value = decimal(&change.baseline).ok_or_else(|| unreadable(code, &change.baseline))?;
        let definition = self.definitions.get_mut(code).ok_or_else(|| unreadable(code, &"no such objective"))?;
        definition.due = Some(due);
        definition.baseline = Some(Baseline { value, date: Some(effective), estimated: false });
        let (definition, reason) = (Box::new(definition.clone()), change.reason.clone());
        self.push(on, &change.by, Act::Edit { code: code.clone(), definition, reason });
        let approve = Command::Approve {
            codes: vec![code.clone()],
            by: approved_by.to_owned(),
            people: Vec::new(),
            on: approved,
            reference: "minutes of the management team".to_owned(),
            effective: Some(effective),
            cause: None,
        };
        self.push(approved, "H. Berg", Act::Do(approve));
        Ok(())
    }

    fn milestones(&mut self, world: &World) -> Result<(), Refusal> {
        for row in &world.plan.criteria {
            let (code, done) = (row.code.clone(), self.day(&row.code, &row.done)?);
            let evidence = row.evidence.clone();
            let actor = self.definitions.get(&code).map(|d| d.owner.clone()).unwrap_or_default();
            let fulfil = Command::FulfilCriterion { code, number: row.number, done, evidence };
            self.push(done, &actor, Act::Do(fulfil));
        }
        for rows in &world.plan.checkins {
            for (at, note) in rows.notes.iter().enumerate() {
                let period = self.calendar(&rows.code)?.period(at as i64 - rows.first);
                let on = period.ok_or_else(|| unreadable(&rows.code, note))?.end;
                let check_in = Command::CheckIn { code: rows.code.clone(), on, note: note.clone() };
                self.push(on, &rows.by, Act::Do(check_in));
            }
        }
        for row in &world.plan.not_measured {
            let (period, on) = (self.day(&row.code, &row.period)?, self.day(&row.code, &row.on)?);
            let (code, reason) = (row.code.clone(), row.reason.clone());
            let note = Command::NotMeasured { code, period: period.to_string(), reason };
            self.push(on, &row.by, Act::Do(note));
        }
        Ok(())
    }

    fn readings(&mut self, world: &World) -> Result<(), Refusal> {
        for row in &world.readings {
            let end = self.calendar(&row.code)?.period(-row.ago).ok_or_else(|| unreadable(&row.code, &row.ago))?.end;
            let entered = match row.after {
                _ if !row.entered.is_empty() => self.day(&row.code, &row.entered)?,
                after => end + Days::new(after.unwrap_or(0)),
            };
            let entered = entered.min(months(self.today).yesterday());
            self.push(entered, &row.by, Act::Do(Command::RecordReading(Box::new(reading(row, end, entered)?))));
        }
        Ok(())
    }

    fn meetings(&mut self, world: &World) -> Result<(), Refusal> {
        let clock = months(self.today);
        let day = |text: &str| clock.day(text).ok_or_else(|| unreadable("reviews.toml", &text));
        for review in &world.reviews {
            if !review.planned.is_empty() {
                self.push(day(&review.planned)?, "M. Silva", Act::Plan(review.clone()));
            }
            if !review.prepared.is_empty() {
                self.push(day(&review.prepared)?, "M. Silva", Act::Prepare(review.clone()));
            }
            if review.chair.is_empty() {
                continue;
            }
            self.push(day(&review.on)?, &review.chair, Act::Meet(review.clone()));
            for answer in review.answers.iter().filter(|answer| !answer.done.is_empty()) {
                let (code, text, evidence) = (answer.code.clone(), answer.action.clone(), answer.evidence.clone());
                self.push(day(&answer.done)?, &answer.owner, Act::Finish { code, text, evidence });
            }
        }
        Ok(())
    }
}

fn reading(row: &ReadingRow, end: Date, entered: Date) -> Result<NewReading, Refusal> {
    Ok(NewReading {
        code: row.code.clone(),
        period: end.to_string(),
        value: Some(row.value.parse().map_err(|e| unreadable(&row.code, &e))?),
        reported_by: row.by.clone(),
        reported_on: Some(entered),
        evidence: row.evidence.clone(),
        meaning: row.meaning.clone(),
        decision: decision(&row.decision),
        reason: row.reason.clone(),
        ..NewReading::default()
    })
}

/// The decision a word stands for; empty is none.
pub(super) fn decision(word: &str) -> Option<DecisionKind> {
    DecisionKind::from_word(word)
}

fn frequency(row: &ObjectiveRow) -> Result<Frequency, Refusal> {
    Frequency::from_letter(&row.frequency).ok_or_else(|| unreadable(&row.code, &row.frequency))
}

fn baseline(row: &ObjectiveRow) -> Result<Option<Baseline>, Refusal> {
    let value = word(row, &row.baseline, decimal)?;
    Ok(value.map(|value| Baseline { value, date: None, estimated: false }))
}

fn decimal(text: &str) -> Option<Decimal> {
    text.parse().ok()
}

/// A cell that may be empty but not unreadable.
fn word<T>(row: &ObjectiveRow, text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    read(text).map(Some).ok_or_else(|| unreadable(&row.code, &text))
}

fn linked(text: &str) -> Option<Link> {
    let (named, because) = text.split_once('|').unwrap_or((text, ""));
    let (kind, reference) = named.split_once(':')?;
    Some(Link { kind: kind.to_owned(), reference: reference.to_owned(), because: because.to_owned() })
}
