//! Registers to try things on.

use std::path::{Path, PathBuf};

use sixtwo::domain::objective::{Criterion, Definition, Direction, Link};
use sixtwo::domain::operation::Operation;
use sixtwo::domain::period::Date;
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::version::{Cause, SeriesMark, Version};
use sixtwo::store::{Committed, Entity, Envelope, Register, Sight, Store, StoreError, Tx, fields};

/// A day as it is written.
pub fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// The day everything happens on, unless a test says otherwise.
pub const TODAY: &str = "2026-11-23";

/// Today, with everything known.
pub fn now() -> Sight {
    Sight::today(day(TODAY))
}

/// An envelope with an identifier of its own.
#[expect(clippy::disallowed_methods, reason = "only that it is another one matters here")]
pub fn envelope(op: Operation) -> Envelope {
    Envelope {
        op,
        op_id: *uuid::Uuid::now_v7().as_bytes(),
        at: format!("{TODAY}T09:00:00.000Z"),
        offset_minutes: 0,
        today: day(TODAY),
        actor: "Ines".to_owned(),
        os_user: "ines".to_owned(),
        app: "sixtwo test".to_owned(),
        clock_set: false,
        reason: String::new(),
        undoes: None,
    }
}

/// An envelope on another day.
pub fn envelope_on(op: Operation, today: &str) -> Envelope {
    Envelope { today: day(today), at: format!("{today}T09:00:00.000Z"), ..envelope(op) }
}

/// A directory with an empty register in it.
pub struct Desk {
    pub dir: tempfile::TempDir,
    pub path: PathBuf,
}

impl Desk {
    pub fn new() -> (Desk, Store) {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("register.sixtwo");
        let store = create(&path).expect("a new register");
        (Desk { dir, path }, store)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

pub fn create(path: &Path) -> Result<Store, StoreError> {
    let register = Register {
        uuid: "0193d5a0-0000-7000-8000-000000000001".to_owned(),
        organization: "Meridian Clinics".to_owned(),
        demo: false,
        created_at: format!("{TODAY}T09:00:00.000Z"),
    };
    Store::create(path, &envelope(Operation::RegisterCreate), &register)
}

/// An objective with most fields said.
pub fn definition() -> Definition {
    Definition {
        direction: Some(Direction::Higher),
        unit: "%".to_owned(),
        target: "95".parse().ok(),
        warn: "90.5".parse().ok(),
        owner: "HR lead".to_owned(),
        criteria: vec![Criterion { text: "Trained".to_owned(), planned: Some(day("2026-12-31")) }],
        links: vec![Link {
            kind: "risk".to_owned(),
            reference: "R-014".to_owned(),
            because: "leavers keep access".to_owned(),
        }],
        tags: vec!["board".to_owned(), "a \"b\"; ü".to_owned()],
        population: "staff on the last day".to_owned(),
        cascade_note: "delivered centrally".to_owned(),
        review_on: Some(day("2027-01-31")),
        granted: "20 days, 15 000 EUR".to_owned(),
        granted_by: "management review 26-1".to_owned(),
        granted_on: Some(day("2026-01-12")),
        spent: "6 days".to_owned(),
        ..Definition::titled("Everyone is trained before access is given", day("2026-01-01"))
    }
}

pub fn version(number: u32, definition: Definition) -> Version {
    Version {
        draft: false,
        cause: Some(Cause::RiskAssessment),
        series: Some(SeriesMark::Break),
        approvers: vec!["M. Berg".to_owned()],
        ..Version::draft(number, day(TODAY), definition)
    }
}

/// Runs one operation that must succeed.
pub fn run<T>(
    store: &mut Store,
    op: Operation,
    write: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
) -> Committed<T> {
    store.transact(&envelope(op), write).expect("an operation")
}

/// A new objective in force.
pub fn add_objective(store: &mut Store, code: &str) -> i64 {
    run(store, Operation::ObjectiveCreate, |tx| {
        let id = tx.next_id(Entity::Objective)?;
        tx.insert(Entity::Objective, id, fields::objective(code, day(TODAY)))?;
        let row = tx.next_id(Entity::Version)?;
        tx.insert(Entity::Version, row, fields::version(id, &version(1, definition())))?;
        Ok(id)
    })
    .value
}

/// A reading as somebody enters it.
pub fn reading(measured_on: &str, revision: u32, value: &str) -> Reading {
    Reading {
        measured_on: day(measured_on),
        revision,
        value: value.parse().expect("a value"),
        known_from: day(TODAY),
        claimed_on: None,
        entered_on: day(TODAY),
        imported: false,
        reported_by: String::new(),
        reported_on: None,
        source: String::new(),
        evidence: String::new(),
        evaluation: String::new(),
        evaluated_by: String::new(),
        automatic: false,
        decision: None,
        reason: String::new(),
        entered_by: "Ines".to_owned(),
        seq: 0,
        voided_seq: None,
        voided_on: None,
    }
}

/// A reading in which everything is said, in letters that need care.
pub fn full_reading(measured_on: &str) -> Reading {
    Reading {
        claimed_on: Some(day("2026-11-02")),
        known_from: day("2026-11-02"),
        imported: true,
        reported_by: "Zoë \"the\" reporter".to_owned(),
        reported_on: Some(day("2026-11-01")),
        source: "LMS \\ export\n2".to_owned(),
        evidence: "https://example.org/a?b=1&c=\u{1b}[0m".to_owned(),
        evaluation: "two late joiners".to_owned(),
        evaluated_by: "CISO".to_owned(),
        automatic: true,
        decision: Some(DecisionKind::Act),
        reason: "typing error".to_owned(),
        ..reading(measured_on, 1, "45/47")
    }
}

/// Records one reading.
pub fn record(store: &mut Store, objective: i64, reading: Reading) -> Committed<()> {
    run(store, Operation::ReadingRecord, |tx| tx.append_readings(objective, &[reading]))
}

/// Takes an operation back, as the application does.
pub fn undo(store: &mut Store, seq: u64) -> Result<Committed<Vec<i64>>, StoreError> {
    store.transact(&Envelope { undoes: Some(seq), ..envelope(Operation::Undo) }, |tx| tx.invert(seq))
}

/// What a full check finds; nothing is what a sound register has.
pub fn findings(store: &Store) -> Vec<String> {
    store.verify(false).expect("a check").findings
}
