//! A register on which nothing fires, and the ways to spoil it.

use sixtwo::domain::audit::{Audit, AuditKind};
use sixtwo::domain::communication::{Acknowledgement, Communication, Reach};
use sixtwo::domain::directory::{Entry, EntryKind};
use sixtwo::domain::edition::{Edition, Member};
use sixtwo::domain::freshness::Freshness;
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, CriterionDone, Definition, Direction, Kind, Level, Link,
};
use sixtwo::domain::period::{Date, Frequency};
use sixtwo::domain::quantity::{Decimal, Value};
use sixtwo::domain::readiness::evidence::{Evidence, Frozen, ReadingEntry, Subject};
use sixtwo::domain::readiness::{Finding, Parameters, Report, check};
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::rearrangement::Rearrangement;
use sixtwo::domain::refresh::Refresh;
use sixtwo::domain::register::Rules;
use sixtwo::domain::review::{Action, AgendaGroup, Decision, ItemState, Review, ReviewItem, ReviewKind};
use sixtwo::domain::status::{Status, Trail, judge};
use sixtwo::domain::trace::{Source, SourceKind, SourceStatus};
use sixtwo::domain::verdict::standings;
use sixtwo::domain::version::{Cause, Version, objective_as_known};

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

fn series(definition: &Definition, until: &str, values: &[&str]) -> Vec<Reading> {
    let rhythm = definition.rhythm(Rules::default().calendar);
    let periods: Vec<_> = rhythm.within(definition.start, day(until)).collect();
    let five = chrono::Days::new(5);
    let values = values.iter().cycle();
    periods.iter().zip(values).zip(1..).map(|((p, value), seq)| reading(p.end, value, p.end + five, seq)).collect()
}

fn written(code: &str, on: &str, definition: Definition) -> Written {
    Written {
        code: code.to_owned(),
        versions: vec![version(1, on, definition)],
        readings: Vec::new(),
        closing: None,
        criteria_done: Vec::new(),
        checkins: Vec::new(),
        created_on: day(on),
        imported: false,
        decisions: Vec::new(),
        not_measured: Vec::new(),
    }
}

fn link(kind: &str, reference: &str) -> Link {
    Link { kind: kind.to_owned(), reference: reference.to_owned(), because: "it lowers it".to_owned() }
}

fn planned(title: &str, owner: &str, start: &str) -> Definition {
    Definition {
        owner: owner.to_owned(),
        what: "operate control 5.18".to_owned(),
        resources: "2 days a month of IT Operations".to_owned(),
        how_evaluated: "every value against the target, in the quarterly review".to_owned(),
        evaluator: "E. Val".to_owned(),
        collector: "R. Port".to_owned(),
        review_on: Some(day("2027-01-31")),
        ..Definition::titled(title, day(start))
    }
}

fn measured(definition: Definition, metric: &str, unit: &str, direction: Direction, target: &str) -> Definition {
    Definition {
        metric: metric.to_owned(),
        formula: format!("{metric}, counted at the end of the period"),
        data_source: "monthly report of the identity system".to_owned(),
        unit: unit.to_owned(),
        direction: Some(direction),
        target: Some(number(target)),
        ..definition
    }
}

/// A register without a single finding: three objectives of the organization, two of functions, one retired, one draft.
pub fn sound() -> Sheet {
    let organization = |definition: Definition| Definition { level: Some(Level::Organization), ..definition };
    let function = |definition: Definition, name: &str| Definition {
        level: Some(Level::Function),
        function: name.to_owned(),
        parent: "ORG-1".to_owned(),
        ..definition
    };
    let org_1 = organization(measured(
        planned("Leavers lose their access within a day", "CISO", "2025-01-01"),
        "leavers processed in time",
        "%",
        Direction::Higher,
        "95",
    ));
    let org_1 = Definition { links: vec![link("policy", "4.2"), link("requirement", "CCI 3")], ..org_1 };
    let org_2 = organization(measured(
        planned("Critical patches installed within 24 hours", "H. Patch", "2026-01-01"),
        "hours to install a critical patch",
        "h",
        Direction::Lower,
        "24",
    ));
    let org_2 = Definition {
        kind: Kind::Reach,
        frequency: Frequency::Q,
        baseline: Some(Baseline { value: number("72"), date: Some(day("2025-12-31")), estimated: false }),
        due: Some(day("2027-03-31")),
        links: vec![link("risk", "R-1")],
        cascade_note: "one platform team installs all patches".to_owned(),
        ..org_2
    };
    let org_3 = organization(planned("Backup site in operation", "Head of IT Operations", "2026-01-01"));
    let criterion = |text: &str, on: &str| Criterion { text: text.to_owned(), planned: Some(day(on)) };
    let org_3 = Definition {
        kind: Kind::Milestone,
        due: Some(day("2027-02-28")),
        criteria: vec![criterion("contract signed", "2026-05-31"), criterion("restore tested", "2027-02-15")],
        links: vec![link("risk", "R-3")],
        cascade_note: "delivered by one project".to_owned(),
        ..org_3
    };
    let it_1 = measured(
        planned("Accounts of leavers closed by IT within a day", "A. Admin", "2025-01-01"),
        "accounts closed in time",
        "%",
        Direction::Higher,
        "95",
    );
    let it_1 = function(it_1, "IT Operations");
    let hr_1 = measured(
        planned("Leavers reported by HR before their last day", "P. Staff", "2025-01-01"),
        "leavers reported in time",
        "%",
        Direction::Higher,
        "90",
    );
    let hr_1 = function(hr_1, "Human Resources");
    let old = measured(
        planned("Paper files locked away", "P. Staff", "2025-01-01"),
        "offices passed",
        "%",
        Direction::Higher,
        "90",
    );
    let draft = measured(
        planned("Suppliers answer the questionnaire", "P. Staff", "2027-01-01"),
        "answers",
        "%",
        Direction::Higher,
        "80",
    );
    let draft = Definition { links: vec![link("risk", "R-1")], ..draft };

    let monthly = ["47/49", "49/50", "48/49", "46/48", "50/51", "51/52"];
    let mut all = vec![
        written("ORG-1", "2025-01-10", org_1.clone()),
        written("ORG-2", "2026-01-10", org_2.clone()),
        written("ORG-3", "2026-01-10", org_3),
        written("IT-1", "2025-01-10", it_1.clone()),
        written("HR-1", "2025-01-10", hr_1.clone()),
        written("OLD-1", "2025-01-10", old),
        written("NEW-1", "2026-11-10", draft),
    ];
    all[0].readings = series(&org_1, "2026-10-31", &monthly);
    all[1].readings = series(&org_2, "2026-09-30", &["60", "50", "38"]);
    all[2].checkins = (2..=10).map(|month| Date::from_ymd_opt(2026, month, 20).expect("a day")).collect();
    all[2].criteria_done =
        vec![CriterionDone { number: 1, done: day("2026-05-20"), evidence: "contract 17".to_owned() }];
    all[3].readings = series(&it_1, "2026-10-31", &monthly[1..]);
    all[4].readings = series(&hr_1, "2026-10-31", &monthly[2..]);
    all[5].closing = Some(Closing {
        retired_on: day("2026-01-20"),
        outcome: ClosingOutcome::Achieved,
        reason: "no paper is left".to_owned(),
        successor: String::new(),
        by: "Security committee".to_owned(),
        reference: "minutes 3".to_owned(),
    });
    all[6].versions[0] = Version::draft(1, day("2026-11-10"), all[6].definition().clone());

    let members: Vec<Member> = ["ORG-1", "ORG-2", "ORG-3", "IT-1", "HR-1"]
        .iter()
        .map(|code| Member { code: (*code).to_owned(), version: 1 })
        .collect();
    Sheet {
        as_of: day("2026-11-24"),
        audit: Some(day("2027-03-10")),
        created_on: day("2024-12-01"),
        parameters: Parameters::default(),
        written: all,
        sources: sources(),
        directory: directory(),
        editions: vec![Edition {
            number: 1,
            why: "a new year".to_owned(),
            cause: Some(Cause::YearEnd),
            body: "Security committee".to_owned(),
            people: vec!["B. Board".to_owned()],
            minutes: "minutes 3".to_owned(),
            approved_on: day("2026-01-20"),
            members,
            recorded_on: day("2026-01-20"),
        }],
        communications: vec![told_edition(1, Reach::Everyone, "everyone", "2026-01-25")],
        acknowledgements: Vec::new(),
        reviews: meetings(),
        rearrangements: Vec::new(),
        refreshes: vec![Refresh {
            number: 1,
            cause: Cause::YearEnd,
            event: None,
            started_on: day("2026-01-05"),
            closed_on: Some(day("2026-01-20")),
            edition: Some(1),
            no_change: String::new(),
            recorded_on: day("2026-01-05"),
        }],
        actions: vec![
            action(1, "IT-1", "Close accounts at night", Some("2027-01-15"), None),
            action(2, "HR-1", "Write to managers", Some("2026-03-01"), Some("2026-02-20")),
        ],
        snapshots: vec![Frozen { number: 1, taken_on: day("2026-06-15"), seq: 500 }],
        audits: vec![Audit {
            id: 1,
            kind: AuditKind::Surveillance,
            day: day("2027-03-10"),
            auditor: String::new(),
            note: String::new(),
            recorded_on: day("2026-02-01"),
        }],
    }
}

fn sources() -> Vec<Source> {
    let new = |kind, reference, title| Source::new(kind, reference, title, day("2025-01-02"));
    let risk =
        |reference, title, level: &str| Source { level: level.to_owned(), ..new(SourceKind::Risk, reference, title) };
    vec![
        new(SourceKind::Commitment, "4.2", "Access ends with the contract"),
        Source { covered_by: "control 8.7".to_owned(), ..new(SourceKind::Commitment, "4.3", "Malware is kept out") },
        risk("R-1", "Unpatched servers", "high"),
        Source { status: SourceStatus::Accepted, ..risk("R-2", "Flood of the old site", "high") },
        risk("R-3", "Loss of the computer room", "medium"),
        Source { mandated: true, ..new(SourceKind::Requirement, "CCI 3", "Leavers processed in time") },
        Source { day: Some(day("2026-03-01")), ..new(SourceKind::Assessment, "RA-2026", "Yearly risk assessment") },
        Source {
            day: Some(day("2026-05-02")),
            significant: true,
            ..new(SourceKind::Incident, "INC-7", "Phished mailbox")
        },
    ]
}

fn directory() -> Vec<Entry> {
    let new = |kind, name: &str| Entry::new(kind, name, day("2024-12-01"));
    let mut entries: Vec<Entry> = ["C. Iso", "H. Patch", "A. Admin", "P. Staff", "E. Val", "R. Port", "B. Board"]
        .iter()
        .map(|name| new(EntryKind::Person, name))
        .collect();
    entries.extend((1..=5).map(|n| new(EntryKind::Person, &format!("Colleague {n}"))));
    entries.push(Entry { role: "C. Iso".to_owned(), ..new(EntryKind::Role, "CISO") });
    entries.push(Entry { role: "H. Patch".to_owned(), ..new(EntryKind::Role, "Head of IT Operations") });
    entries.extend(["IT Operations", "Human Resources"].iter().map(|name| new(EntryKind::Function, name)));
    entries
}

fn meetings() -> Vec<Review> {
    let agenda = ["ORG-1", "ORG-2", "ORG-3", "IT-1", "HR-1"];
    let meeting = |number: i64, kind, date: &str| Review {
        number,
        kind,
        date: day(date),
        attendees: vec!["B. Board".to_owned()],
        started_at: format!("{date}T09:00:00Z"),
        closed_at: Some(format!("{date}T10:00:00Z")),
        next_date: None,
        items: agenda.iter().zip(1..).map(|(code, position)| item(code, position)).collect(),
    };
    vec![
        meeting(1, ReviewKind::Objectives, "2026-01-22"),
        meeting(2, ReviewKind::Objectives, "2026-04-20"),
        meeting(3, ReviewKind::Management, "2026-06-15"),
        meeting(4, ReviewKind::Objectives, "2026-07-20"),
        meeting(5, ReviewKind::Objectives, "2026-10-20"),
    ]
}

fn item(code: &str, position: u32) -> ReviewItem {
    ReviewItem {
        position,
        code: code.to_owned(),
        group: AgendaGroup::OnTrack,
        state: ItemState::Answered,
        status_before: Status::OnTrack,
        freshness_before: Freshness::Current,
        measured_on: None,
        meaning: "as planned".to_owned(),
        decision: None,
        automatic: false,
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
