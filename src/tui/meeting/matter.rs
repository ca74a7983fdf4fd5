//! What an item of the agenda is about while it is answered: which reading, held against what.

use crate::app::parse::{NumberFormat, parse_value};
use crate::app::view::{Dossier, Row};
use crate::domain::objective::{Direction, Kind};
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;
use crate::domain::register::Rules;
use crate::domain::review::{ItemState, ReviewItem};
use crate::domain::status::Freshness;
use crate::domain::target::standard_on;
use crate::tui::form::reads::Scale;

/// The reading an item asks for or confirms.
#[derive(Clone, Debug)]
pub struct Matter {
    /// Code of the objective.
    pub code: String,
    /// Who is accountable: the owner of an action unless somebody else is named.
    pub owner: String,
    /// Today where the person sits.
    pub today: Date,
    /// Criteria are ticked instead of values typed.
    pub milestone: bool,
    /// How many criteria there are.
    pub criteria_count: usize,
    /// Those that are fulfilled already.
    pub fulfilled: Vec<u32>,
    /// The day the reading is kept under.
    pub day: Option<Date>,
    /// The name of its period.
    pub label: String,
    /// What stands for it already.
    pub standing: Option<Standing>,
    /// What it means already.
    pub meaning: String,
    /// What the screen saw for that day: the revision, 0 for nothing; `None` before it has looked.
    pub base: Option<u32>,
    /// Who approves what is accepted for now, unless somebody else is named.
    pub chair: String,
    scale: Scale,
}

impl Matter {
    /// The matter of an item: a reading that waits comes before one that is in.
    pub fn of(item: &ReviewItem, row: &Row, dossier: Option<&Dossier>, rules: &Rules, today: Date) -> Matter {
        let definition = &row.objective.definition;
        let (rhythm, calendar) = (row.rhythm(rules), row.calendar(rules));
        let waits = matches!(row.judgement.freshness, Freshness::Due | Freshness::Overdue | Freshness::Never);
        let waiting = row.judgement.next_report.map(|(period, _)| period.end);
        let newest = row.trail.recent.last().map(|standing| standing.measured_on);
        let answered = item.measured_on.filter(|_| item.state == ItemState::Answered);
        let day = answered.or(waiting.filter(|_| waits)).or(newest).or(waiting);
        let period = day.map(|day| rhythm.containing(day));
        let standing = period.and_then(|p| row.trail.recent.iter().rev().find(|s| s.period == p)).cloned();
        let day = standing.as_ref().map(|s| s.measured_on).or(day);
        let reading = dossier.zip(standing.as_ref()).and_then(|(d, s)| d.reading_of(s));
        let revisions = dossier.map(|d| {
            d.readings.iter().filter(|r| Some(r.measured_on) == day && r.voided_seq.is_none()).map(|r| r.revision)
        });
        let on_the_way =
            definition.kind == Kind::Reach && row.judgement.due.map(|due| rhythm.last_until(due)) != period;
        let standard = period.and_then(|p| standard_on(&row.objective.standards, p.start));
        Matter {
            code: row.code().to_owned(),
            owner: definition.owner.clone(),
            today,
            milestone: definition.kind == Kind::Milestone,
            criteria_count: definition.criteria.len(),
            fulfilled: row.objective.criteria_done.iter().map(|done| done.number).collect(),
            day: day.filter(|_| definition.kind != Kind::Milestone),
            label: period.map(|p| calendar.period_label(definition.frequency, p)).unwrap_or_default(),
            standing,
            meaning: reading.map(|r| r.evaluation.clone()).unwrap_or_default(),
            base: revisions.map(|revisions| revisions.max().unwrap_or(0)),
            chair: String::new(),
            scale: Scale {
                unit: definition.unit.trim().to_owned(),
                percent: definition.unit_is_percent(),
                standard: standard.filter(|_| !on_the_way).cloned(),
                direction: if definition.kind == Kind::Milestone { Direction::Higher } else { definition.direction() },
            },
        }
    }

    /// The unit of a value; none where criteria are ticked.
    pub fn unit(&self) -> String {
        if self.milestone { String::new() } else { self.scale.unit.clone() }
    }

    /// Whether Enter on an empty value has something to confirm that says already what it means.
    pub fn has_meaning(&self) -> bool {
        self.standing.is_some() && !self.meaning.is_empty()
    }

    /// How a typed value is understood; `None` where nothing was typed.
    pub fn echo(&self, typed: &str) -> Result<Option<String>, String> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        if self.milestone {
            return self.numbers(typed).map(|numbers| {
                let list: Vec<String> = numbers.iter().map(u32::to_string).collect();
                Some(format!("fulfilled: {}", list.join(", ")))
            });
        }
        let value = parse_value(typed, &self.scale.unit, NumberFormat::Unstated).map_err(|why| why.to_string())?;
        Ok(Some(self.scale.echo(&value)))
    }

    /// What stands there, as people read it: `= 91.5 %, not met`.
    pub fn standing_text(&self) -> Option<String> {
        Some(self.scale.echo(&self.standing.as_ref()?.value))
    }

    /// The typed value; `None` where nothing was typed or criteria are ticked.
    pub fn value(&self, typed: &str) -> Option<Value> {
        if self.milestone || typed.trim().is_empty() {
            return None;
        }
        parse_value(typed, &self.scale.unit, NumberFormat::Unstated).ok()
    }

    /// The criteria typed that are still open, each with what shows it.
    pub fn criteria(&self, typed: &str, evidence: &str) -> Vec<(u32, String)> {
        if !self.milestone || typed.trim().is_empty() {
            return Vec::new();
        }
        let numbers = self.numbers(typed).unwrap_or_default().into_iter();
        numbers.filter(|n| !self.fulfilled.contains(n)).map(|number| (number, evidence.to_owned())).collect()
    }

    /// `2`, `2, 3` or `2 3`.
    fn numbers(&self, typed: &str) -> Result<Vec<u32>, String> {
        let parts = typed.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| match part.parse::<u32>() {
                Ok(number) if (1..=self.criteria_count).contains(&(number as usize)) => Ok(number),
                _ => Err(format!("`{part}` is no criterion; write their numbers, 1 to {}", self.criteria_count)),
            })
            .collect()
    }
}
