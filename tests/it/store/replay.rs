//! Whatever happens to a register, replaying its journal gives the same rows, and the rows are what was done.

use std::collections::BTreeMap;

use super::sample::*;
use proptest::prelude::*;
use serde_json::json;
use sixtwo::domain::operation::Operation;
use sixtwo::domain::period::Date;
use sixtwo::store::{Entity, Fields, Store, StoreError, fields};

/// What can happen, with small numbers that make things meet.
#[derive(Clone, Debug)]
enum Step {
    Create,
    Retitle(usize, u8),
    Record(usize, u8, i16),
    Import(usize, u8, u8),
    Void(usize, u8),
    CheckIn(usize),
    Undo(usize),
    Fail(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        1 => Just(Step::Create),
        2 => (0..3usize, any::<u8>()).prop_map(|(o, t)| Step::Retitle(o, t)),
        5 => (0..3usize, 0..6u8, any::<i16>()).prop_map(|(o, d, v)| Step::Record(o, d, v)),
        1 => (0..3usize, 6..10u8, 1..40u8).prop_map(|(o, d, n)| Step::Import(o, d, n)),
        2 => (0..3usize, 0..6u8).prop_map(|(o, d)| Step::Void(o, d)),
        1 => (0..3usize).prop_map(Step::CheckIn),
        5 => (0..6usize).prop_map(Step::Undo),
        1 => (0..3usize).prop_map(Step::Fail),
    ];
    prop::collection::vec(step, 1..30)
}

fn date(number: u8) -> Date {
    day("2026-01-01") + chrono::Days::new(u64::from(number) * 40)
}

fn take(store: &mut Store, step: &Step) -> Result<(), StoreError> {
    let objectives: Vec<i64> = store.reader().objectives(&now())?.iter().map(|o| o.id).collect();
    let pick = |at: usize| objectives.get(at % objectives.len().max(1)).copied().unwrap_or(99);
    match *step {
        Step::Create => {
            let code = format!("OBJ-{}", store.reader().head()?.0);
            add_objective(store, &code);
            Ok(())
        }
        Step::Retitle(at, title) => {
            let title: Fields = std::iter::once(("title".to_owned(), json!(format!("Title {title}")))).collect();
            store
                .transact(&envelope(Operation::ObjectiveEdit), |tx| {
                    let ids = tx.version_ids(pick(at))?;
                    let row = ids.first().ok_or_else(|| StoreError::Refused("nothing to edit".to_owned()))?.1;
                    tx.update(Entity::Version, row, title)
                })
                .map(drop)
        }
        Step::Record(at, on, value) => store
            .transact(&envelope(Operation::ReadingRecord), |tx| {
                let revision = tx.latest_revision(pick(at), date(on))? + 1;
                let entry = reading(&date(on).to_string(), revision, &value.to_string());
                tx.append_readings(pick(at), &[entry])
            })
            .map(drop),
        Step::Import(at, on, count) => store
            .transact(&envelope(Operation::ReadingImport), |tx| {
                let days = date(on).iter_days().take(usize::from(count));
                let mut readings = Vec::new();
                for day in days {
                    let revision = tx.latest_revision(pick(at), day)? + 1;
                    let value = format!("{revision}/{count}");
                    let entry = reading(&day.to_string(), revision, &value);
                    readings.push(sixtwo::domain::reading::Reading { imported: true, ..entry });
                }
                tx.append_readings(pick(at), &readings)
            })
            .map(drop),
        Step::Void(at, on) => store
            .transact(&envelope(Operation::ReadingVoid), |tx| {
                let revision = tx.latest_revision(pick(at), date(on))?;
                tx.void_reading(pick(at), date(on), revision)
            })
            .map(drop),
        Step::CheckIn(at) => store
            .transact(&envelope(Operation::ObjectiveCheckin), |tx| {
                let row = tx.next_id(Entity::Checkin)?;
                tx.insert(Entity::Checkin, row, fields::checkin(pick(at), day(TODAY), "", "Ines", day(TODAY)))
            })
            .map(drop),
        Step::Undo(back) => {
            let entries = store.reader().journal(&Default::default())?;
            let Some(entry) = entries.get(back).filter(|entry| entry.seq > 1) else { return Ok(()) };
            undo(store, entry.seq).map(drop)
        }
        Step::Fail(at) => store
            .transact(&envelope(Operation::ReadingRecord), |tx| {
                tx.append_readings(pick(at), &[reading("2020-01-01", 1, "1")])?;
                Err::<(), _>(StoreError::Refused("on purpose".to_owned()))
            })
            .map(drop),
    }
}

/// What the rules would see: title, and per day the value that stands.
type Picture = BTreeMap<String, (String, BTreeMap<Date, String>, usize)>;

fn picture(store: &Store) -> Picture {
    let objectives = store.reader().objectives(&now()).expect("objectives");
    let described = objectives.into_iter().map(|loaded| {
        let readings = store.reader().readings(loaded.id, &now()).expect("readings");
        let standing = readings.iter().filter(|r| r.voided_seq.is_none());
        let values = standing.map(|r| (r.measured_on, r.value.as_typed())).collect();
        (loaded.objective.code, (loaded.objective.definition.title, values, loaded.objective.checkins.len()))
    });
    described.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replay_equals_rows_and_undo_restores_the_picture(steps in steps()) {
        let (_desk, mut store) = Desk::new();
        for step in &steps {
            let (head, before) = (store.reader().head().expect("a head"), picture(&store));
            match take(&mut store, step) {
                Err(StoreError::Damaged(what) | StoreError::Broken(what)) => prop_assert!(false, "{step:?}: {what}"),
                Err(_) => prop_assert_eq!(store.reader().head(), Ok(head), "a refusal writes nothing"),
                Ok(()) if store.reader().head().expect("a head").0 == head.0 => {}
                Ok(()) => {
                    let (seq, after) = (store.reader().head().expect("a head").0, picture(&store));
                    let undone = undo(&mut store, seq).expect("the newest operation can be taken back").seq;
                    prop_assert_eq!(picture(&store), before);
                    undo(&mut store, undone).expect("and brought back");
                    prop_assert_eq!(picture(&store), after);
                }
            }
        }
        let report = store.verify(false).expect("a check");
        prop_assert_eq!(report.findings, Vec::<String>::new());
    }
}
