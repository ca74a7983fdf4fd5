//! An invented company with ten objectives, two years of months, gaps, late entries and corrections: through the real
//! rules, so that a paper shows what the program would show.

use sixtwo::app::freeze::{Facts, freeze};
use sixtwo::app::view::{Dossier, NotMeasuredNote, Overview, Row, VersionEntry, VersionMark, WorstChild};
use sixtwo::domain::objective::{
    Baseline, Criterion, CriterionDone, Definition, Direction, Kind, Level, Lifecycle, Link, Objective, Operator,
};
use sixtwo::domain::period::{Date, Frequency};
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::register::Rules;
use sixtwo::domain::review::{Action, Decision, Review, ReviewKind};
use sixtwo::domain::snapshot::Snapshot;
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::target::{Standard, Waypoint};
use sixtwo::domain::verdict::standings;

pub fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

pub fn number(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// One objective in the making.
pub struct Made {
    pub objective: Objective,
    pub readings: Vec<Reading>,
    pub not_measured: Vec<NotMeasuredNote>,
    pub decisions: Vec<Decision>,
    pub versions: Vec<VersionEntry>,
}

impl Made {
    pub fn new(code: &str, title: &str, shape: impl FnOnce(&mut Definition)) -> Made {
        let mut definition = Definition::titled(title, day("2024-11-01"));
        definition.level = Some(Level::Function);
        definition.owner = "R. Okafor".to_owned();
        definition.how_evaluated = "by the monthly review".to_owned();
        shape(&mut definition);
        let standards = Standard::of(&definition, definition.start).into_iter().collect();
        let version = VersionEntry {
            number: 1,
            draft: false,
            recorded_on: day("2024-10-20"),
            effective: Some(definition.start),
            reason: "first edition".to_owned(),
            approved_by: "M. Berg".to_owned(),
            approved_on: Some(day("2024-10-28")),
            approved_ref: "management review 24-2".to_owned(),
            definition: definition.clone(),
        };
        Made {
            objective: Objective {
                code: code.to_owned(),
                definition,
                lifecycle: Lifecycle::InForce,
                closing: None,
                standards,
                segments: Vec::new(),
                criteria_done: Vec::new(),
                checkins: Vec::new(),
            },
            readings: Vec::new(),
            not_measured: Vec::new(),
            decisions: Vec::new(),
            versions: vec![version],
        }
    }

    /// One value per period from the start on, `?` for none.
    pub fn series(mut self, values: &str) -> Made {
        let definition = &self.objective.definition;
        let rhythm = Rules::default().calendar.rhythm(definition.frequency);
        let mut period = rhythm.first_from(definition.start);
        for (at, value) in values.split_whitespace().enumerate() {
            if value != "?" {
                self.readings.push(reading(period.end, value, at as u64 + 10));
            }
            period = rhythm.after(period);
        }
        self
    }

    /// Changes the entry for a day.
    pub fn with(mut self, measured_on: &str, change: impl FnOnce(&mut Reading)) -> Made {
        let on = day(measured_on);
        change(self.readings.iter_mut().rev().find(|r| r.measured_on == on).expect("a reading on that day"));
        self
    }

    /// Replaces the value of a day and says why.
    pub fn corrected(mut self, measured_on: &str, value: &str, reason: &str) -> Made {
        let mut entry = reading(day(measured_on), value, 900);
        entry.revision = 2;
        entry.reason = reason.to_owned();
        entry.known_from = entry.measured_on + chrono::Days::new(9);
        self.readings.push(entry);
        self
    }

    pub fn meaning(self, measured_on: &str, text: &str, by: &str) -> Made {
        self.with(measured_on, |r| {
            r.evaluation = text.to_owned();
            r.evaluated_by = by.to_owned();
        })
    }

    pub fn decided(mut self, on: &str, kind: DecisionKind, text: &str, measured_on: &str) -> Made {
        self.decisions.insert(
            0,
            Decision {
                id: self.decisions.len() as i64 + 1,
                code: self.objective.code.clone(),
                review: Some(9),
                on: day(on),
                kind,
                text: text.to_owned(),
                by: "M. Berg".to_owned(),
                until: None,
                measured_on: Some(day(measured_on)),
            },
        );
        self
    }

    pub fn dossier(&self, rules: &Rules, as_of: Date) -> Dossier {
        let definition = &self.objective.definition;
        let rhythm = rules.calendar.rhythm(definition.frequency);
        let standings = standings(&self.objective, &self.readings, rhythm, as_of);
        let trail = Trail::whole(standings.clone());
        let judgement = judge(&self.objective, &trail, rules, as_of);
        Dossier {
            row: Row {
                id: 1,
                objective: self.objective.clone(),
                version: VersionMark { in_force: Some(self.versions.len() as u32), draft: None },
                trail,
                judgement,
                worst_child: None,
                changed_seq: 1,
            },
            rules: rules.clone(),
            as_of,
            readings: self.readings.clone(),
            standings,
            not_measured: self.not_measured.clone(),
            criteria_done: self.objective.criteria_done.clone(),
            decisions: self.decisions.iter().filter(|d| d.on <= as_of).cloned().collect(),
            actions: Vec::new(),
            versions: self.versions.clone(),
            children: Vec::new(),
        }
    }
}

fn reading(measured_on: Date, value: &str, seq: u64) -> Reading {
    let entered = measured_on + chrono::Days::new(5);
    Reading {
        measured_on,
        revision: 1,
        value: value.parse().expect("a value"),
        known_from: entered,
        claimed_on: None,
        entered_on: entered,
        imported: false,
        reported_by: "A. Novak".to_owned(),
        reported_on: Some(entered),
        source: "ticket export".to_owned(),
        evidence: String::new(),
        evaluation: String::new(),
        evaluated_by: String::new(),
        automatic: false,
        decision: None,
        reason: String::new(),
        entered_by: "K. Tan".to_owned(),
        seq,
        voided_seq: None,
        voided_on: None,
    }
}

fn percent(definition: &mut Definition, target: &str) {
    definition.unit = "%".to_owned();
    definition.direction = Some(Direction::Higher);
    definition.target = Some(number(target));
}

fn serves(definition: &mut Definition, kind: &str, reference: &str) {
    definition.links.push(Link { kind: kind.to_owned(), reference: reference.to_owned() });
}

/// The ten objectives of Halden Medical.
pub fn halden() -> Vec<Made> {
    let mut patches = Made::new("IT-2", "Critical vulnerabilities closed within SLA", |d| {
        percent(d, "95");
        d.warn = Some(number("93"));
        d.parent = "SEC-2".to_owned();
        d.function = "IT operations".to_owned();
        d.formula = "closed in SLA / closed".to_owned();
        serves(d, "risk", "R-014");
        serves(d, "policy", "4.2");
    })
    .series("36/38 41/43 39/41 40/42 44/46 37/40 42/44 45/47 40/42 38/40 41/43 43/45 38/40 42/44 40/42 39/41 44/46 38/41 ? 43/46 48/51 46/49 40/45 43/47")
    .corrected("2026-06-30", "44/46", "two tickets were counted twice")
    .with("2026-04-30", |r| r.known_from = day("2026-06-04"))
    .meaning("2026-10-31", "4 fixes wait on two unsupported hosts, the rest is in time", "R. Okafor")
    .decided("2026-08-10", DecisionKind::Act, "weekend patch window", "2026-07-31")
    .decided("2026-10-08", DecisionKind::Escalate, "Replace hosts A12 and A13, 8 000 EUR.", "2026-09-30");
    patches.objective.standards.insert(
        0,
        Standard {
            from: day("2024-11-01"),
            target: number("92"),
            warn: Some(number("90")),
            ..patches.objective.standards[0].clone()
        },
    );
    patches.objective.standards[1].from = day("2026-01-01");
    patches.not_measured.push(NotMeasuredNote {
        period_end: day("2026-05-31"),
        reason: "the scanner was being replaced".to_owned(),
        by: "R. Okafor".to_owned(),
        on: day("2026-06-08"),
    });

    let restores = Made::new("OPS-1", "Restore tests succeed", |d| {
        percent(d, "100");
        d.frequency = Frequency::Q;
        d.start = day("2024-10-01");
        d.owner = "J. Lind".to_owned();
        d.function = "IT operations".to_owned();
        serves(d, "requirement", "SLA Norda 9.3");
    })
    .series("4/4 4/4 3/4 4/4 4/4");

    let leavers = Made::new("HR-2", "Leaver access revoked in a day", |d| {
        d.kind = Kind::Reach;
        d.unit = "h".to_owned();
        d.direction = Some(Direction::Lower);
        d.operator = Some(Operator::Under);
        d.target = Some(number("24"));
        d.baseline = Some(Baseline { value: number("72"), date: Some(day("2025-12-01")), estimated: false });
        d.start = day("2026-01-01");
        d.due = Some(day("2026-12-31"));
        d.owner = "A. Novak".to_owned();
        d.function = "HR".to_owned();
        d.parent = "SEC-1".to_owned();
        serves(d, "risk", "R-007");
        serves(d, "finding", "IA-25-03");
    })
    .series("71 70 66 62 64 58 52 41 44 38")
    .corrected("2026-08-31", "47", "two leavers were missing from the export")
    .meaning("2026-10-31", "Eight employees took 19 h; three contractors took 89 h", "A. Novak")
    .decided("2026-10-08", DecisionKind::Act, "contractors in the HR feed", "2026-09-30");

    let reviews = Made::new("IT-1", "Access reviews done on time", |d| {
        percent(d, "98");
        d.warn = Some(number("95"));
        d.frequency = Frequency::Q;
        d.start = day("2024-10-01");
    })
    .series("66/68 67/68 68/68 67/68 68/69 69/69 68/69 67/70")
    .meaning("2026-09-30", "Finance reviewed two weeks late because of the audit", "R. Okafor");

    let mut privileged = Made::new("SEC-4", "Privileged accounts under management", |d| {
        d.kind = Kind::Milestone;
        d.due = Some(day("2026-11-30"));
        d.start = day("2026-01-01");
        d.owner = "P. Silva".to_owned();
        d.criteria = ["Design signed", "Pilot with ten administrators", "All tier-0 accounts moved", "Old path closed"]
            .iter()
            .zip(["2026-03-31", "2026-06-30", "2026-10-15", "2026-11-30"])
            .map(|(text, planned)| Criterion { text: (*text).to_owned(), planned: Some(day(planned)) })
            .collect();
    });
    for (number, done) in [(1, "2026-03-20"), (2, "2026-07-02")] {
        privileged.objective.criteria_done.push(CriterionDone {
            number,
            done: day(done),
            evidence: "minutes".to_owned(),
        });
    }

    let repeat = Made::new("SEC-1", "No repeat finding in access control", |d| {
        d.level = Some(Level::Organization);
        d.unit = "findings".to_owned();
        d.direction = Some(Direction::Lower);
        d.operator = Some(Operator::Equal);
        d.target = Some(number("0"));
        d.frequency = Frequency::Q;
        d.start = day("2024-10-01");
        d.owner = "M. Berg".to_owned();
    })
    .series("2 1 1 1 0 0 0 0");

    let weak = Made::new("SEC-2", "Weak spots open past their date", |d| {
        d.level = Some(Level::Organization);
        d.unit = "hosts".to_owned();
        d.direction = Some(Direction::Lower);
        d.target = Some(number("2"));
        d.frequency = Frequency::Q;
        d.start = day("2024-10-01");
        d.owner = "M. Berg".to_owned();
    })
    .series("6 5 4 3 2 2 1 2");

    let phishing = Made::new("SEC-3", "Phishing clicks", |d| {
        percent(d, "5");
        d.direction = Some(Direction::Lower);
        d.operator = Some(Operator::Under);
        d.frequency = Frequency::Q;
        d.start = day("2024-10-01");
        d.owner = "C. Tan".to_owned();
    })
    .series("9/110 8/110 7/112 6/112 6/118 5/121 5/121 5/122")
    .meaning("2026-09-30", "Reports rose to 61 %; the click rate is now a side note", "C. Tan");

    let training = Made::new("HR-3", "Role-based training done", |d| {
        d.kind = Kind::Reach;
        percent(d, "95");
        d.baseline = Some(Baseline { value: number("40"), date: None, estimated: true });
        d.start = day("2026-01-01");
        d.due = Some(day("2026-12-31"));
        d.frequency = Frequency::Q;
        d.owner = "A. Novak".to_owned();
        d.waypoints = vec![
            Waypoint { date: day("2026-06-30"), value: number("70") },
            Waypoint { date: day("2026-09-30"), value: number("80") },
        ];
    })
    .series("58 73 84");

    let gate = Made::new("ENG-1", "Releases through the secure gate", |d| {
        percent(d, "95");
        d.owner = "L. Engel".to_owned();
        d.function = "Engineering".to_owned();
        d.parent = "SEC-2".to_owned();
    })
    .series("57/60 58/60 59/61 60/62 58/61 59/61 60/62 61/63 60/62 58/60 61/63 60/63 60/62 59/61 61/64 60/62 61/63 60/61 62/64 61/63 60/62 62/64 61/63 62/64");

    vec![patches, restores, leavers, reviews, privileged, repeat, weak, phishing, training, gate]
}

fn action(id: i64, code: &str, text: &str, owner: &str, due: &str) -> Action {
    Action {
        id,
        code: code.to_owned(),
        review: Some(9),
        text: text.to_owned(),
        owner: owner.to_owned(),
        due: Some(day(due)),
        done_on: None,
        evidence: String::new(),
    }
}

pub fn actions() -> Vec<Action> {
    vec![
        action(4, "IT-2", "Retire hosts A12 and A13", "J. Lind", "2026-11-30"),
        action(2, "OPS-1", "Name a second person for restore tests", "J. Lind", "2026-09-30"),
        action(3, "HR-2", "Contractors into the HR feed", "C. Tan", "2026-11-30"),
        action(5, "", "Book the room for the management review", "K. Tan", "2026-11-01"),
    ]
}

fn closed_review() -> Review {
    Review {
        number: 9,
        kind: ReviewKind::Objectives,
        date: day("2026-10-08"),
        attendees: vec!["M. Berg".to_owned(), "R. Okafor".to_owned()],
        started_at: "2026-10-08T07:00:00Z".to_owned(),
        closed_at: Some("2026-10-08T07:15:00Z".to_owned()),
        next_date: Some(day("2026-11-12")),
        items: Vec::new(),
    }
}

/// The register of some objectives frozen on a day.
pub fn frozen(made: &[Made], number: i64, as_of: &str) -> Snapshot {
    let (rules, as_of) = (Rules::default(), day(as_of));
    let mut dossiers: Vec<Dossier> = made.iter().map(|m| m.dossier(&rules, as_of)).collect();
    dossiers.sort_by_key(|d| {
        let judgement = &d.row.judgement;
        (judgement.status.attention(judgement.freshness), d.row.objective.code.clone())
    });
    if let Some(at) = dossiers.iter().position(|d| d.row.objective.code == "SEC-2") {
        let child = dossiers.iter().find(|d| d.row.objective.code == "IT-2").map(|d| &d.row.judgement);
        dossiers[at].row.worst_child = child.cloned().map(|judgement| WorstChild {
            code: "IT-2".to_owned(),
            status: judgement.status,
            freshness: judgement.freshness,
            contradicts: true,
        });
    }
    let (actions, reviews) = (actions(), [closed_review()]);
    let overview = Overview {
        organization: "Halden Medical".to_owned(),
        demo: false,
        read_only: false,
        as_of,
        today: as_of,
        rows: dossiers.iter().map(|d| d.row.clone()).collect(),
        rules,
        seq: 1_480 + number as u64,
        head: "7f3a90c1".repeat(8),
        open_review: None,
        next_review: Some(day("2026-11-12")),
        open_actions: (4, 2),
    };
    let facts = Facts {
        number,
        name: "",
        register: "0198f3a2-6c1e-7b3a-9c55-0242ac120002",
        taken_at: "2026-11-09T08:14:03Z",
        taken_by: "K. Tan",
        app: "0.1.0",
        actions: &actions,
        reviews: &reviews,
    };
    freeze(&overview, &dossiers, &facts)
}

/// Snapshot 3, and snapshot 2 a quarter before it with a value that was corrected later.
pub fn pair() -> (Snapshot, Snapshot) {
    let mut before = halden();
    before.retain(|m| m.objective.code != "HR-3");
    before[2].readings.retain(|r| r.revision == 1);
    before[2].objective.definition.due = Some(day("2026-09-30"));
    (frozen(&before, 2, "2026-09-06"), frozen(&halden(), 3, "2026-11-09"))
}
