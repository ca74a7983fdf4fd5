//! One invented company with one objective of every sort, judged by the rules themselves.

use chrono::{Days, NaiveDate};
use sixtwo::app::sources::Because;
use sixtwo::app::view::{Awareness, Dossier, Lens, Overview, Row, VersionMark, WorstChild};
use sixtwo::domain::objective::{Baseline, Criterion, CriterionDone, Definition, Kind, Lifecycle, Link, Objective};
use sixtwo::domain::period::{Date, Frequency};
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::register::Rules;
use sixtwo::domain::review::{Action, Decision};
use sixtwo::domain::statistics::insight;
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::target::Standard;
use sixtwo::domain::trace::{LinkState, Source, SourceKind};
use sixtwo::domain::verdict::standings;

pub use super::screen::Screen;

/// The day of the pictures.
pub fn today() -> Date {
    day("2026-11-09")
}

pub fn day(text: &str) -> Date {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("an ISO date")
}

/// What a row is made of: everything else follows from the rules.
struct Sketch {
    code: &'static str,
    title: &'static str,
    owner: &'static str,
    parent: &'static str,
    unit: &'static str,
    frequency: Frequency,
    operator: &'static str,
    target: &'static str,
    warn: &'static str,
    due: &'static str,
    /// Newest last, `-` is a gap; the last one belongs to the newest closed period.
    values: &'static str,
    meaning: &'static str,
    plan: [&'static str; 3],
}

const EMPTY: Sketch = Sketch {
    code: "",
    title: "",
    owner: "",
    parent: "",
    unit: "%",
    frequency: Frequency::M,
    operator: ">=",
    target: "95",
    warn: "",
    due: "2026-12-31",
    values: "",
    meaning: "",
    plan: ["", "", ""],
};

const SKETCHES: [Sketch; 9] = [
    Sketch {
        code: "IT-2",
        title: "Critical vulnerabilities closed within the agreed time",
        owner: "R. Okafor",
        parent: "SEC-2",
        warn: "93",
        values: "48/50 95.4 94.9 94.1 92.7 95.1 - 94 93.5 95.2 88.9 43/47",
        meaning: "4 fixes wait on two unsupported hosts, the rest is in time",
        plan: ["SLA standard in force; weekend patch window", "12 days, 8 000 EUR, granted 12 Jan", "closed in SLA"],
        ..EMPTY
    },
    Sketch {
        code: "OPS-1",
        title: "Restore tests succeed",
        owner: "I. Tan",
        frequency: Frequency::Q,
        operator: "=",
        target: "100",
        values: "100 100 100 100 - -",
        plan: ["Quarterly restore of three systems", "", ""],
        ..EMPTY
    },
    Sketch {
        code: "HR-2",
        title: "Leaver access revoked in a day",
        owner: "A. Novak",
        parent: "SEC-1",
        unit: "h",
        operator: "<",
        target: "40",
        warn: "48",
        values: "71 70 66 62 64 58 52 47 44 41",
        meaning: "Eight employees took 19 h; three contractors took 89 h.",
        plan: ["HR feed into the directory", "20 days, 15 000 EUR", "mean hours, all leavers"],
        ..EMPTY
    },
    Sketch {
        code: "SEC-1",
        title: "No repeat finding on access",
        owner: "M. Berg",
        unit: "",
        operator: "=",
        target: "0",
        frequency: Frequency::Q,
        values: "3 2 2 1 0 0",
        plan: ["Access reviews", "none", "count of findings"],
        ..EMPTY
    },
    Sketch {
        code: "SEC-2",
        title: "Weak spots open past their time",
        owner: "M. Berg",
        unit: "",
        operator: "<=",
        target: "2",
        frequency: Frequency::Q,
        values: "6 5 4 3 2 2",
        plan: ["Patch standard", "none", "count"],
        ..EMPTY
    },
    Sketch {
        code: "ENG-1",
        title: "Releases through the gate",
        owner: "P. Lind",
        parent: "SEC-2",
        values: "95.5 96.2 95 97.1 95.9 96.4 62/64",
        plan: ["Gate in the pipeline", "none", "share of releases"],
        ..EMPTY
    },
    Sketch {
        code: "SEC-3",
        title: "Phishing clicks 点击率 in the yearly campaign",
        owner: "J. Silva",
        operator: "<",
        target: "5",
        frequency: Frequency::Q,
        values: "9 8 7.5 6.2 5.6 4.1",
        plan: ["", "", ""],
        ..EMPTY
    },
    Sketch { code: "NEW-1", title: "Make security everybody's business", owner: "", target: "", ..EMPTY },
    Sketch {
        code: "HR-1",
        title: "Leavers through the checklist",
        owner: "A. Novak",
        parent: "SEC-1",
        target: "90",
        values: "100 100 100 85.7 100 100 8/8",
        plan: ["Checklist", "none", "share"],
        ..EMPTY
    },
];

/// Every objective of the company in the order of attention.
pub fn dossiers() -> Vec<Dossier> {
    let mut all: Vec<Dossier> = SKETCHES.iter().map(|sketch| dossier(sketch, sketch.values)).collect();
    all.push(milestone());
    all.push(reach());
    add_worst_children(&mut all);
    all.sort_by_key(|d| (d.row.judgement.status.attention(d.row.judgement.freshness), d.row.code().to_owned()));
    all
}

fn dossier(sketch: &Sketch, values: &str) -> Dossier {
    let mut definition = Definition::titled(sketch.title, day("2025-01-01"));
    definition.owner = sketch.owner.to_owned();
    let expected = values.split_whitespace().count().max(4);
    let rhythm = Rules::default().calendar.rhythm(sketch.frequency);
    let periods = std::iter::successors(Some(rhythm.containing(today())), |p| Some(rhythm.before(*p)));
    definition.start = periods.skip(expected).map(|p| p.start).next().expect("a period before");
    definition.parent = sketch.parent.to_owned();
    definition.unit = sketch.unit.to_owned();
    definition.frequency = sketch.frequency;
    definition.operator = sixtwo::domain::objective::Operator::from_word(sketch.operator);
    definition.target = sketch.target.parse().ok();
    definition.warn = sketch.warn.parse().ok();
    definition.due = Some(day(sketch.due));
    definition.what = sketch.plan[0].to_owned();
    definition.resources = sketch.plan[1].to_owned();
    definition.how_evaluated = sketch.plan[2].to_owned();
    if sketch.code == "IT-2" {
        definition.links = vec![
            Link { kind: "policy".to_owned(), reference: "4.2".to_owned(), because: String::new() },
            Link { kind: "risk".to_owned(), reference: "R-014".to_owned(), because: String::new() },
        ];
    }
    let lifecycle = if sketch.target.is_empty() { Lifecycle::Draft } else { Lifecycle::InForce };
    judged(sketch.code, definition, lifecycle, values, sketch.meaning)
}

fn reach() -> Dossier {
    let mut definition = Definition::titled("Role-based training done", day("2026-01-01"));
    definition.kind = Kind::Reach;
    definition.unit = "%".to_owned();
    definition.owner = "A. Novak".to_owned();
    definition.target = "95".parse().ok();
    definition.baseline = "40".parse().ok().map(|value| Baseline { value, date: None, estimated: false });
    definition.due = Some(day("2026-12-31"));
    definition.what = "Courses per role".to_owned();
    judged("HR-3", definition, Lifecycle::InForce, "44 47 52 55 61 66 70 73 79 84", "")
}

fn milestone() -> Dossier {
    let mut definition = Definition::titled("Privileged accounts under management", day("2026-01-01"));
    definition.kind = Kind::Milestone;
    definition.owner = "I. Tan".to_owned();
    definition.due = Some(day("2026-12-31"));
    definition.criteria = ["Inventory agreed", "Vault in use", "All admins moved", "Old accounts closed"]
        .iter()
        .zip(["2026-03-31", "2026-06-30", "2026-10-31", "2026-12-15"])
        .map(|(text, planned)| Criterion { text: (*text).to_owned(), planned: Some(day(planned)) })
        .collect();
    let mut dossier = judged("SEC-4", definition, Lifecycle::InForce, "", "");
    let done = |number, on| CriterionDone { number, done: day(on), evidence: "minutes".to_owned() };
    dossier.criteria_done = vec![done(1, "2026-03-20"), done(2, "2026-07-02")];
    dossier.row.objective.criteria_done = dossier.criteria_done.clone();
    dossier.row.judgement = judge(&dossier.row.objective, &dossier.row.trail, &dossier.rules, dossier.as_of);
    dossier
}

fn judged(code: &str, definition: Definition, lifecycle: Lifecycle, values: &str, meaning: &str) -> Dossier {
    let rules = Rules::default();
    let rhythm = rules.calendar.rhythm(definition.frequency);
    let standards = Standard::of(&definition, definition.start).into_iter().collect();
    let objective = Objective {
        code: code.to_owned(),
        lifecycle,
        closing: None,
        standards,
        segments: Vec::new(),
        criteria_done: Vec::new(),
        checkins: Vec::new(),
        definition,
    };
    let mut period = rhythm.before(rhythm.containing(today()));
    let mut readings = Vec::new();
    for (at, word) in values.split_whitespace().rev().enumerate() {
        if let Ok(value) = word.parse() {
            let known = period.end + Days::new(if at == 2 { 40 } else { 4 });
            let evaluation = if at == 0 { meaning } else { "" };
            readings.push(reading(period.end, known, value, evaluation, readings.len() as u64));
        }
        period = rhythm.before(period);
    }
    if code == "HR-2" {
        let before = Reading { value: "29".parse().expect("a number"), ..readings[2].clone() };
        readings[2].revision = 2;
        readings.insert(3, before);
    }
    readings.reverse();
    let standing = standings(&objective, &readings, rhythm, today());
    let trail = Trail::condensed(standing.clone(), &objective, &rules);
    let judgement = judge(&objective, &trail, &rules, today());
    let row = Row {
        id: 1,
        version: VersionMark {
            in_force: (lifecycle == Lifecycle::InForce).then_some(2),
            draft: (lifecycle == Lifecycle::Draft).then_some(1),
            scheduled: None,
        },
        objective,
        trail,
        judgement,
        worst_child: None,
        planned: Vec::new(),
        changed_seq: 7,
    };
    let it2 = code == "IT-2";
    let serves = row.objective.definition.links.iter().map(because).collect();
    Dossier {
        serves,
        awareness: Awareness::default(),
        predecessor: None,
        insight: insight(&row.objective, &row.judgement, &standing, &[], &rules, today()),
        row,
        rules,
        as_of: today(),
        readings,
        standings: standing,
        not_measured: Vec::new(),
        criteria_done: Vec::new(),
        decisions: if it2 { vec![decision()] } else { Vec::new() },
        actions: if it2 { vec![action()] } else { Vec::new() },
        versions: Vec::new(),
        children: Vec::new(),
    }
}

/// What people keep on record about what they pursue.
pub fn sources() -> Vec<Source> {
    let source = |kind, reference, title| Source::new(kind, reference, title, day("2026-01-05"));
    let policy = |source: Source| Source { policy: "ISP".to_owned(), policy_version: "5".to_owned(), ..source };
    let level = |source: Source, level: &str| Source { level: level.to_owned(), ..source };
    vec![
        policy(source(SourceKind::Commitment, "4.2", "Known weaknesses are closed in time")),
        policy(source(SourceKind::Commitment, "4.3", "Suppliers protect what we entrust to them")),
        level(source(SourceKind::Risk, "R-020", "The only cloud supplier fails for days"), "very high"),
        level(source(SourceKind::Risk, "R-014", "Known holes exploited"), "high"),
        source(SourceKind::Finding, "NC-2", "Access left open after leaving"),
    ]
}

/// A link as a screen shows it.
fn because(link: &Link) -> Because {
    let kind = SourceKind::from_said(&link.kind).expect("a kind of source");
    let source = sources().into_iter().find(|source| (source.kind, &source.reference) == (kind, &link.reference));
    Because {
        kind: kind.word().to_owned(),
        reference: link.reference.clone(),
        state: if source.is_some() { LinkState::Live } else { LinkState::Elsewhere },
        source,
        because: link.because.clone(),
        from: None,
    }
}

fn decision() -> Decision {
    Decision {
        id: 1,
        code: "IT-2".to_owned(),
        review: Some(9),
        on: day("2026-10-08"),
        kind: DecisionKind::Act,
        text: "weekend patch window".to_owned(),
        by: "Berg".to_owned(),
        approver: String::new(),
        until: None,
        measured_on: None,
    }
}

fn action() -> Action {
    Action {
        id: 1,
        code: "IT-2".to_owned(),
        review: Some(9),
        text: "Retire hosts A12 and A13".to_owned(),
        owner: "Lind".to_owned(),
        due: Some(day("2026-11-30")),
        done_on: None,
        evidence: String::new(),
        ..Action::default()
    }
}

fn reading(on: Date, known: Date, value: sixtwo::domain::quantity::Value, evaluation: &str, seq: u64) -> Reading {
    Reading {
        measured_on: on,
        revision: 1,
        value,
        known_from: known,
        claimed_on: None,
        entered_on: known,
        imported: false,
        reported_by: "Okafor".to_owned(),
        reported_on: Some(known),
        source: "ticket export".to_owned(),
        evidence: String::new(),
        evaluation: evaluation.to_owned(),
        evaluated_by: "Okafor".to_owned(),
        automatic: false,
        decision: None,
        reason: String::new(),
        entered_by: "Novak".to_owned(),
        seq: 100 - seq,
        voided_seq: None,
        voided_on: None,
    }
}

fn add_worst_children(all: &mut [Dossier]) {
    let rows: Vec<Row> = all.iter().map(|d| d.row.clone()).collect();
    for dossier in all {
        let attention = |row: &&Row| row.judgement.status.attention(row.judgement.freshness);
        let own = attention(&&dossier.row);
        let children = rows.iter().filter(|row| row.objective.definition.parent == dossier.row.code());
        dossier.row.worst_child = children.min_by_key(attention).map(|child| WorstChild {
            code: child.code().to_owned(),
            status: child.judgement.status,
            freshness: child.judgement.freshness,
            contradicts: child.judgement.status.is_exception() && own > attention(&child),
        });
    }
}

/// The company's register in one look.
pub fn overview() -> Overview {
    Overview {
        lens: Lens::default(),
        showing: false,
        triggers: Vec::new(),
        open_refresh: None,
        path: "objectives.sixtwo".into(),
        organization: "Halden Medical".to_owned(),
        demo: false,
        read_only: false,
        as_of: today(),
        today: today(),
        rules: Rules::default(),
        rows: dossiers().into_iter().map(|d| d.row).collect(),
        seq: 1482,
        head: "7f3a90c1".to_owned(),
        open_review: None,
        next_review: Some(day("2026-11-12")),
        overdue_meetings: Vec::new(),
        next_audit: None,
        edition: None,
        open_actions: (2, 1),
    }
}
