//! Two sessions on one file.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::sample::*;
use sixtwo::domain::operation::Operation;
use sixtwo::store::{Access, Store, StoreError};

#[test]
fn a_change_elsewhere_shows_in_the_data_version() {
    let (desk, mut mine) = Desk::new();
    let id = add_objective(&mut mine, "HR-2");
    let mut theirs = Store::open(&desk.path, Access::Write).expect("a second session");
    let before = mine.data_version().expect("a number");
    record(&mut mine, id, reading("2026-09-30", 1, "95"));
    assert_eq!(mine.data_version(), Ok(before), "our own commit is no news");
    record(&mut theirs, id, reading("2026-10-31", 1, "96"));
    assert_ne!(mine.data_version(), Ok(before));
    assert_eq!(mine.reader().readings(id, &now()).map(|r| r.len()), Ok(2));
    assert_eq!(findings(&mine), Vec::<String>::new());
}

#[test]
fn sessions_take_turns_and_the_chain_stays_one() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    drop(store);
    let opened: Vec<Store> = (0..2).map(|_| Store::open(&desk.path, Access::Write).expect("a session")).collect();
    std::thread::scope(|scope| {
        for (session, mut store) in opened.into_iter().enumerate() {
            scope.spawn(move || {
                for day in 1..=10 {
                    let day = format!("2026-{:02}-{day:02}", session + 1);
                    record(&mut store, id, reading(&day, 1, "95"));
                }
            });
        }
    });
    let store = Store::open(&desk.path, Access::Write).expect("a session");
    assert_eq!(store.reader().head().map(|(seq, _)| seq), Ok(22));
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn a_writer_waits_five_seconds_then_says_who_holds_the_file() {
    let (desk, mut mine) = Desk::new();
    let id = add_objective(&mut mine, "HR-2");
    let mut theirs = Store::open(&desk.path, Access::Write).expect("a second session");
    let (holding, held) = mpsc::channel();
    let (done, over) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let slow = theirs.transact(&envelope(Operation::ReadingRecord), |tx| {
                tx.append_readings(id, &[reading("2026-09-30", 1, "95")])?;
                holding.send(()).expect("somebody waits");
                over.recv().map_err(|_| StoreError::Refused("nobody waits any more".to_owned()))
            });
            slow.expect("their reading");
        });
        held.recv().expect("the lock is taken");
        let start = Instant::now();
        let refused = mine.transact(&envelope(Operation::ReadingRecord), |tx| {
            tx.append_readings(id, &[reading("2026-10-31", 1, "96")])
        });
        assert_eq!(refused, Err(StoreError::Busy(desk.path.clone())));
        assert!(start.elapsed() >= Duration::from_secs(5));
        assert!(refused.expect_err("busy").to_string().starts_with("another session is writing to"));
        assert_eq!(mine.reader().readings(id, &now()), Ok(vec![]), "reading goes on meanwhile");
        done.send(()).expect("they wait");
    });
    record(&mut mine, id, reading("2026-10-31", 1, "96"));
    assert_eq!(mine.reader().readings(id, &now()).map(|r| r.len()), Ok(2));
    assert_eq!(findings(&mine), Vec::<String>::new());
}

#[test]
fn several_reads_see_one_moment() {
    let (desk, mut mine) = Desk::new();
    let id = add_objective(&mut mine, "HR-2");
    record(&mut mine, id, reading("2026-10-31", 1, "96"));
    let seen = Store::open(&desk.path, Access::ReadOnly)
        .expect("a second session")
        .read(|reader| Ok::<_, StoreError>((reader.head()?.0, reader.readings(id, &now())?.len())));
    assert_eq!(seen, Ok((3, 1)));
}
