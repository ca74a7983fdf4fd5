//! A changed byte in the journal, the head or any row is found, whoever dropped the triggers.

use std::fs;
use std::path::Path;

use super::sample::*;
use rusqlite::Connection;
use serde_json::json;
use sixtwo::domain::operation::Operation;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{
    Action, ActionKind, AgendaGroup, AgendaNote, AgendaTopic, CorrectionAnswer, Decision, ItemState, MeetingStep,
    Preparation, Review, ReviewItem, ReviewKind,
};
use sixtwo::domain::status::{Freshness, Status, Trail};
use sixtwo::store::{Access, Entity, SnapshotRow, Store, fields};

/// A small register with something in most tables.
fn furnished() -> (Desk, Store) {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let undone = record(&mut store, id, reading("2026-09-30", 1, "90")).seq;
    undo(&mut store, undone).expect("an undo");
    run(&mut store, Operation::ReviewAnswer, |tx| {
        tx.append_readings(id, &[full_reading("2026-10-31")])?;
        tx.insert(Entity::Setting, 1, fields::setting("tolerance_behind", "12", day(TODAY), day(TODAY)))?;
        let review = Review {
            attendees: vec!["Ines".to_owned(), "Tom".to_owned()],
            started_at: Some("2026-11-23T09:00:00Z".to_owned()),
            closed_at: Some("2026-11-23T09:20:00Z".to_owned()),
            next_date: Some(day("2026-12-21")),
            host: "Board meeting".to_owned(),
            assessment: "RA-2026".to_owned(),
            assessment_on: Some(day("2026-10-01")),
            steps: vec![MeetingStep::LastActions, MeetingStep::ReadBack],
            refresh: "HR-2 gets a stricter target".to_owned(),
            no_change: "nothing else changed".to_owned(),
            minutes_hash: Some(tx.put_blob(b"{\"minutes\":1}")?),
            ..Review::planned(1, ReviewKind::Management, day(TODAY))
        };
        tx.insert(Entity::Review, 1, fields::review(&review, day(TODAY)))?;
        let item = ReviewItem {
            position: 1,
            code: "HR-2".to_owned(),
            group: AgendaGroup::Due,
            state: ItemState::Answered,
            status_before: Status::AtRisk,
            freshness_before: Freshness::Due,
            measured_on: Some(day("2026-10-31")),
            meaning: "two late joiners".to_owned(),
            decision: None,
            automatic: false,
            seconds: 90,
        };
        tx.insert(Entity::ReviewItem, 1, fields::review_item(1, id, &item))?;
        tx.add(&AgendaNote {
            id: 0,
            review: 1,
            topic: AgendaTopic::ContextChanges,
            text: "a new site".to_owned(),
            stated_by: "Ines".to_owned(),
            recorded_on: day(TODAY),
        })?;
        tx.add(&Preparation {
            id: 0,
            review: 1,
            objective: id,
            cause: "late joiners".to_owned(),
            options: "train before day one".to_owned(),
            wanted: "who pays".to_owned(),
            stated_by: "Tom".to_owned(),
            recorded_on: day(TODAY),
        })?;
        tx.add(&CorrectionAnswer {
            id: 0,
            review: 1,
            objective: id,
            shown_in: 1,
            measured_on: day("2026-10-31"),
            value: "45/47".to_owned(),
            stands: true,
            reason: "the same verdict".to_owned(),
            stated_by: "Ines".to_owned(),
            recorded_on: day(TODAY),
        })?;
        let corrective = Action {
            id: 1,
            review: Some(1),
            text: "train before day one".to_owned(),
            owner: "Tom".to_owned(),
            due: Some(day("2026-11-30")),
            done_on: Some(day(TODAY)),
            evidence: "list".to_owned(),
            kind: ActionKind::Corrective,
            cause: "late joiners".to_owned(),
            check_on: Some(day("2027-01-31")),
            checked_on: Some(day(TODAY)),
            helped: Some(true),
            check_note: "none late since".to_owned(),
            ..Action::default()
        };
        tx.insert(Entity::Action, 1, fields::action(Some(id), &corrective, day(TODAY)))?;
        let accepted = Decision {
            id: 1,
            code: "HR-2".to_owned(),
            review: Some(1),
            on: day(TODAY),
            kind: DecisionKind::Accept,
            text: "two are ill".to_owned(),
            by: "Ines".to_owned(),
            approver: "B. Board".to_owned(),
            until: Some(day("2026-12-31")),
            measured_on: Some(day("2026-10-31")),
        };
        tx.insert(Entity::Decision, 1, fields::decision(id, &accepted, day(TODAY)))?;
        let hash = tx.put_blob(b"{\"frozen\":true}")?;
        let (number, taken_at, name) = (1, "2026-11-23T09:01:00Z".to_owned(), "Q3".to_owned());
        let row = SnapshotRow { number, name, taken_at, as_of: day(TODAY), seq: 4, hash, objectives: 1 };
        tx.insert(Entity::Snapshot, 1, fields::snapshot(&row))?;
        tx.set_trail(id, &Trail::default())
    });
    assert_eq!(findings(&store), Vec::<String>::new());
    (desk, store)
}

/// A copy of the register after an attack by SQL with every trigger dropped.
fn attacked(store: &Store, path: &Path, attack: &str) -> rusqlite::Result<usize> {
    fs::copy(store.path(), path).expect("a copy");
    let conn = Connection::open(path)?;
    let triggers: Vec<String> = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let names: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")?;
    let changed = conn.execute(attack, [])?;
    for trigger in triggers {
        conn.execute_batch(&trigger)?;
    }
    Ok(changed)
}

fn found(path: &Path) -> Vec<String> {
    match Store::open(path, Access::ReadOnly) {
        Ok(store) => store.verify(false).map_or_else(|error| vec![error.to_string()], |report| report.findings),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn every_column_of_every_row_is_vouched_for() {
    let (desk, store) = furnished();
    let conn = Connection::open(store.path()).expect("the register");
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the tables");
    let (mut tried, mut rows) = (0, 0);
    for table in &tables {
        let columns: Vec<String> = conn
            .prepare(&format!("PRAGMA table_info({table})"))
            .and_then(|mut statement| statement.query_map([], |row| row.get(1))?.collect())
            .expect("the columns");
        let count: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).expect("a count");
        rows += count;
        for column in columns {
            let changed = format!(
                "CASE typeof({column}) WHEN 'integer' THEN {column} + 1 WHEN 'blob' THEN zeroblob(length({column}))
                 WHEN 'text' THEN substr({column}, 1, length({column}) - 1) || '~' ELSE NULL END"
            );
            let attack = format!("UPDATE {table} SET {column} = {changed} WHERE {column} IS NOT NULL");
            let copy = desk.file("attacked.sixtwo");
            match attacked(&store, &copy, &attack) {
                Ok(0) => {}
                Ok(_) => {
                    tried += 1;
                    assert!(!found(&copy).is_empty(), "{attack}");
                }
                // Some changes the schema itself refuses.
                Err(_) => {}
            }
        }
        if count > 0 {
            let copy = desk.file("attacked.sixtwo");
            attacked(&store, &copy, &format!("DELETE FROM {table}")).expect("a deletion");
            let harmless = table == "trail";
            assert!(harmless || !found(&copy).is_empty(), "all rows of {table} removed");
        }
    }
    assert!(tried > 90 && rows > 25, "{tried} columns in {rows} rows were tried");
}

#[test]
fn findings_name_entry_object_field_and_both_values() {
    let (desk, store) = furnished();
    let copy = desk.file("attacked.sixtwo");
    let said = |attack: &str| {
        attacked(&store, &copy, attack).expect("an attack");
        found(&copy)
    };
    assert_eq!(
        said("UPDATE reading SET numerator = 46 WHERE numerator = 45"),
        ["reading objective 1, `2026-10-31`, revision 1: numerator is 46, entry 5 says 45"]
            .map(|text| text.replace("1, `", "1, measured_on `"))
    );
    assert_eq!(said("UPDATE version SET target = '90' WHERE id = 1"), ["version 1: target is `90`, entry 2 says `95`"]);
    assert_eq!(
        said(
            "INSERT INTO setting (id, seq, name, effective, value, recorded_on)
              VALUES (2, 5, 'grace_m', '2026-01-01', '99', '2026-01-01')"
        ),
        ["setting 2: the journal does not know it"]
    );
    assert_eq!(said("DELETE FROM review_item"), ["review_item 1: it is missing, entry 5 made it"]);
    let cut = said("DELETE FROM journal WHERE seq = 5");
    assert!(cut.iter().any(|text| text.contains("the stored head is entry 5")), "{cut:?}");
    let gap = said("DELETE FROM journal WHERE seq = 3");
    assert!(gap.iter().any(|text| text.contains("entry 3: missing")), "{gap:?}");
    let swapped =
        said("UPDATE journal SET seq = CASE seq WHEN 3 THEN 103 WHEN 4 THEN 3 ELSE seq END WHERE seq IN (3, 4)");
    assert!(!swapped.is_empty());
    let schema = said("CREATE TRIGGER sly AFTER INSERT ON reading BEGIN SELECT 1; END");
    assert!(schema.iter().any(|text| text.contains("triggers are not those")), "{schema:?}");
}

#[test]
fn a_rewritten_text_is_found_by_the_quick_check_too() {
    let (desk, store) = furnished();
    let copy = desk.file("attacked.sixtwo");
    let payload = json!({"op": "reading.record"}).to_string();
    attacked(&store, &copy, &format!("UPDATE journal SET payload = '{payload}' WHERE seq = 3")).expect("an attack");
    let report = Store::open(&copy, Access::ReadOnly).and_then(|s| s.verify(true)).expect("a check");
    assert!(report.findings.iter().any(|text| text.starts_with("entry 3: its hash is")), "{:?}", report.findings);
}

/// What SQL can see of a file: every row of every table, or nothing where it cannot be read.
fn visible(path: &Path) -> Option<Vec<String>> {
    let conn = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").ok()?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).ok()?.collect::<Result<_, _>>().ok()?;
    let mut seen = Vec::new();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} NOT INDEXED")).ok()?;
        let columns = statement.column_count();
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            let cells: Vec<_> = (0..columns).map(|at| format!("{:?}", row.get_ref(at))).collect();
            seen.push(format!("{table} {}", cells.join("|")));
        }
    }
    Some(seen)
}

/// Bytes that hold something are flipped, one in thirteen, which meets every page many times; whatever changes what SQL
/// sees must be reported.
#[test]
fn a_flipped_byte_that_changes_anything_visible_is_found() {
    let (desk, store) = furnished();
    let sound = fs::read(store.path()).expect("the register");
    let truth = visible(store.path()).expect("a sound register");
    let copy = desk.file("flipped.sixtwo");
    let mut changed = 0;
    for at in (100..sound.len()).filter(|at| sound[*at] != 0).step_by(13) {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        fs::write(&copy, &bytes).expect("a copy");
        if visible(&copy).as_ref() != Some(&truth) {
            changed += 1;
            assert!(!found(&copy).is_empty(), "byte {at} of {}", sound.len());
        }
    }
    assert!(changed > 300, "{changed} flips showed");
}
