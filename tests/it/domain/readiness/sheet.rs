//! A register as a test writes it, the evidence made of it, and the ways to spoil it.

use sixtwo::domain::audit::Audit;
use sixtwo::domain::communication::{Acknowledgement, Communication, Reach};
use sixtwo::domain::directory::Entry;
use sixtwo::domain::edition::Edition;
use sixtwo::domain::objective::{Closing, CriterionDone, Definition};
use sixtwo::domain::period::Date;
use sixtwo::domain::quantity::{Decimal, Value};
use sixtwo::domain::readiness::evidence::{Evidence, Frozen, ReadingEntry, Subject};
use sixtwo::domain::readiness::{Finding, Parameters, Report, check};
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::rearrangement::Rearrangement;
use sixtwo::domain::refresh::Refresh;
use sixtwo::domain::register::Rules;
use sixtwo::domain::review::{Action, Decision, Review};
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::trace::Source;
use sixtwo::domain::verdict::standings;
use sixtwo::domain::version::{Version, objective_as_known};

/// One objective as it was written, from which its evidence is made.
#[derive(Clone)]
pub struct Written {
    pub code: String,
    pub versions: Vec<Version>,
    pub readings: Vec<Reading>,
    pub closing: Option<Closing>,
    pub criteria_done: Vec<CriterionDone>,
    pub checkins: Vec<Date>,
    pub created_on: Date,
    pub imported: bool,
    pub decisions: Vec<Decision>,
    pub not_measured: Vec<Date>,
}

/// A register as a test writes it.
#[derive(Clone)]
pub struct Sheet {
    pub as_of: Date,
    pub audit: Option<Date>,
    pub created_on: Date,
    pub parameters: Parameters,
    pub written: Vec<Written>,
    pub sources: Vec<Source>,
    pub directory: Vec<Entry>,
    pub editions: Vec<Edition>,
    pub communications: Vec<Communication>,
    pub acknowledgements: Vec<Acknowledgement>,
    pub reviews: Vec<Review>,
    pub rearrangements: Vec<Rearrangement>,
    pub refreshes: Vec<Refresh>,
    pub actions: Vec<Action>,
    pub snapshots: Vec<Frozen>,
    pub audits: Vec<Audit>,
}

pub fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

pub fn number(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

impl Written {
    /// The content of the newest version.
    pub fn definition(&mut self) -> &mut Definition {
        &mut self.versions.last_mut().expect("a version").definition
    }

    /// Another version in force, approved with its recording.
    pub fn restated(&mut self, on: &str, change: impl FnOnce(&mut Definition)) -> &mut Version {
        let last = self.versions.last().expect("a version").clone();
        let mut definition = last.definition.clone();
        change(&mut definition);
        let next = Version {
            number: last.number + 1,
            reason: "agreed".to_owned(),
            ..version(last.number + 1, on, definition)
        };
        self.versions.push(next);
        self.versions.last_mut().expect("just added")
    }

    /// The reading that ends on a day.
    pub fn reading(&mut self, on: &str) -> &mut Reading {
        let on = day(on);
        self.readings.iter_mut().rev().find(|r| r.measured_on == on).expect("a reading of that day")
    }

    /// Readings from the day on taken away.
    pub fn forget_from(&mut self, on: &str) {
        let on = day(on);
        self.readings.retain(|reading| reading.measured_on < on);
    }

    /// Every value of the newest `n` readings.
    pub fn set_last(&mut self, n: usize, value: &str) {
        for reading in self.readings.iter_mut().rev().take(n) {
            reading.value = value.parse().expect("a value");
        }
    }

    /// A later entry for the day of a reading.
    pub fn corrected(&mut self, on: &str, value: &str, entered: &str) -> &mut Reading {
        let at = self.readings.iter().position(|r| r.measured_on == day(on)).expect("a reading of that day");
        let old = self.readings[at].clone();
        let new = Reading {
            revision: old.revision + 1,
            value: value.parse().expect("a value"),
            known_from: day(entered),
            entered_on: day(entered),
            seq: 9_000,
            ..old
        };
        self.readings.insert(at + 1, new);
        &mut self.readings[at + 1]
    }

    /// A decision on a day.
    pub fn decided(&mut self, on: &str, kind: DecisionKind) -> &mut Decision {
        self.decisions.push(Decision {
            id: 1,
            code: self.code.clone(),
            review: None,
            on: day(on),
            kind,
            text: "because of the merger".to_owned(),
            by: "B. Board".to_owned(),
            approver: String::new(),
            until: None,
            measured_on: None,
        });
        self.decisions.last_mut().expect("just added")
    }

    fn subject(&self, id: i64, rules: &Rules, as_of: Date) -> Subject {
        let objective = objective_as_known(
            &self.code,
            self.versions.clone(),
            self.closing.clone(),
            self.criteria_done.clone(),
            self.checkins.clone(),
            as_of,
        )
        .expect("a version known");
        let rhythm = objective.definition.rhythm(rules.calendar);
        let trail = Trail::whole(standings(&objective, &self.readings, rhythm, as_of));
        let entries = self.readings.iter().map(|r| ReadingEntry {
            period: rhythm.containing(r.measured_on),
            measured_on: r.measured_on,
            revision: r.revision,
            value: r.value,
            known_from: r.known_from,
            entered_on: r.entered_on,
            seq: r.seq,
            imported: r.imported,
            evaluation: r.evaluation.clone(),
            evaluated_by: r.evaluated_by.clone(),
            automatic: r.automatic,
            decision: r.decision,
            reported_by: r.reported_by.clone(),
            sourced: !r.source.is_empty() || !r.evidence.is_empty(),
            reasoned: !r.reason.is_empty(),
        });
        Subject {
            id,
            judgement: judge(&objective, &trail, rules, as_of),
            entries: entries.collect(),
            standings: trail.recent,
            objective,
            created_on: self.created_on,
            imported: self.imported,
            versions: self.versions.clone(),
            decisions: self.decisions.clone(),
            not_measured: self.not_measured.clone(),
        }
    }
}

impl Sheet {
    /// One objective to change.
    pub fn of(&mut self, code: &str) -> &mut Written {
        self.written.iter_mut().find(|written| written.code == code).expect("an objective of that code")
    }

    /// One source to change.
    pub fn source(&mut self, reference: &str) -> &mut Source {
        self.sources.iter_mut().find(|source| source.reference == reference).expect("a source of that reference")
    }

    /// One entry of the directory to change.
    pub fn entry(&mut self, name: &str) -> &mut Entry {
        self.directory.iter_mut().find(|entry| entry.name == name).expect("an entry of that name")
    }

    /// Only these objectives stay.
    pub fn keep(&mut self, codes: &[&str]) {
        self.written.retain(|written| codes.contains(&written.code.as_str()));
    }

    /// A parameter set.
    pub fn set(&mut self, check: &str, name: &str, text: &str) {
        let text = Parameters::accept(check, name, text).expect("a text the parameter accepts");
        self.parameters.set.insert((check.to_owned(), name.to_owned()), text);
    }

    /// What the checks look at.
    pub fn evidence(&self) -> Evidence {
        let rules = Rules::default();
        let subjects = self.written.iter().zip(1..).map(|(written, id)| written.subject(id, &rules, self.as_of));
        Evidence {
            as_of: self.as_of,
            audit: self.audit,
            created_on: self.created_on,
            subjects: subjects.collect(),
            rules,
            parameters: self.parameters.clone(),
            sources: self.sources.clone(),
            directory: self.directory.clone(),
            editions: self.editions.clone(),
            communications: self.communications.clone(),
            acknowledgements: self.acknowledgements.clone(),
            reviews: self.reviews.clone(),
            rearrangements: self.rearrangements.clone(),
            refreshes: self.refreshes.clone(),
            actions: self.actions.clone(),
            snapshots: self.snapshots.clone(),
            audits: self.audits.clone(),
        }
    }

    /// The whole report.
    pub fn report(&self) -> Report {
        check(&self.evidence(), &[])
    }

    /// What one check found, to-dos aside.
    pub fn found(&self, id: &str) -> Vec<Finding> {
        self.report().findings.into_iter().filter(|finding| finding.check == id).collect()
    }

    /// Whether one check ran.
    pub fn ran(&self, id: &str) -> bool {
        !self.report().not_checked.iter().any(|not| not.check == id)
    }
}

/// A version in force from the day it was recorded, approved by the committee that day.
pub fn version(number: u32, on: &str, definition: Definition) -> Version {
    Version {
        draft: false,
        approved_on: Some(day(on)),
        approved_by: "Security committee".to_owned(),
        approvers: vec!["B. Board".to_owned()],
        ..Version::draft(number, day(on), definition)
    }
}

/// One reading, entered on a day, with everything a check could ask for.
pub fn reading(on: Date, value: &str, entered: Date, seq: u64) -> Reading {
    Reading {
        measured_on: on,
        revision: 1,
        value: value.parse::<Value>().expect("a value"),
        known_from: entered,
        claimed_on: None,
        entered_on: entered,
        imported: false,
        reported_by: "R. Port".to_owned(),
        reported_on: None,
        source: format!("report {seq}"),
        evidence: String::new(),
        evaluation: format!("{} is what the new process brings", on.format("%B")),
        evaluated_by: "E. Val".to_owned(),
        automatic: false,
        decision: None,
        reason: String::new(),
        entered_by: "R. Port".to_owned(),
        seq,
        voided_seq: None,
        voided_on: None,
    }
}

/// An action of an objective.
pub fn action(id: i64, code: &str, text: &str, due: Option<&str>, done: Option<&str>) -> Action {
    Action {
        id,
        code: code.to_owned(),
        review: None,
        text: text.to_owned(),
        owner: "A. Admin".to_owned(),
        due: due.map(day),
        done_on: done.map(day),
        evidence: String::new(),
        ..Action::default()
    }
}

/// An edition told.
pub fn told_edition(edition: i64, reach: Reach, audience: &str, on: &str) -> Communication {
    Communication {
        id: 1,
        objective: None,
        version: None,
        edition: Some(edition),
        reach,
        audience: audience.to_owned(),
        channel: "intranet".to_owned(),
        place: "https://intranet.example/objectives".to_owned(),
        day: day(on),
        told_by: "C. Iso".to_owned(),
        recorded_on: day(on),
    }
}
