//! The register on which nothing fires.

use sixtwo::domain::audit::{Audit, AuditKind};
use sixtwo::domain::communication::Reach;
use sixtwo::domain::directory::{Entry, EntryKind};
use sixtwo::domain::edition::{Edition, Member};
use sixtwo::domain::freshness::Freshness;
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, CriterionDone, Definition, Direction, Kind, Level, Link,
};
use sixtwo::domain::period::{Date, Frequency};
use sixtwo::domain::readiness::Parameters;
use sixtwo::domain::readiness::evidence::Frozen;
use sixtwo::domain::reading::Reading;
use sixtwo::domain::refresh::Refresh;
use sixtwo::domain::register::Rules;
use sixtwo::domain::review::{AgendaGroup, ItemState, Review, ReviewItem, ReviewKind};
use sixtwo::domain::status::Status;
use sixtwo::domain::trace::{Source, SourceKind, SourceStatus};
use sixtwo::domain::version::{Cause, Version};

use super::sheet::{Sheet, Written, action, day, number, reading, told_edition, version};

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
        attendees: vec!["B. Board".to_owned()],
        started_at: Some(format!("{date}T09:00:00Z")),
        closed_at: Some(format!("{date}T10:00:00Z")),
        items: agenda.iter().zip(1..).map(|(code, position)| item(code, position)).collect(),
        ..Review::planned(number, kind, day(date))
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
        seconds: 0,
    }
}
