//! A pack from a real register: frozen once, written whole, always the same.

use std::fs;
use std::path::Path;

use sixtwo::app::pack::PackRequest;
use sixtwo::app::papers::Format;
use sixtwo::app::{Clock, Command, Env, NewReading, Session};
use sixtwo::domain::objective::{Definition, Direction};
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::domain::snapshot::{parse, sha256_hex};

use super::fixture::{day, number};

fn request(format: Format, snapshot: Option<i64>) -> PackRequest<'static> {
    PackRequest { format, snapshot, scorecard: None }
}

/// A register with one objective in force and one reading.
fn register(folder: &Path) -> Session {
    let env = Env { clock: Clock::System, actor: "K. Tan".to_owned(), os_user: "tan".to_owned() };
    let path = folder.join("objectives.sixtwo");
    let mut session =
        Session::create(&path, "Halden Medical", FiscalCalendar::default(), env).expect("a register is created");
    let mut definition = Definition::titled("Releases through the secure gate", day("2025-01-01"));
    definition.unit = "%".to_owned();
    definition.owner = "L. Engel".to_owned();
    definition.direction = Some(Direction::Higher);
    definition.target = Some(number("95"));
    let create = Command::CreateObjective { code: "ENG-1".to_owned(), definition: Box::new(definition) };
    let approve = Command::Approve {
        codes: vec!["ENG-1".to_owned()],
        by: "M. Berg".to_owned(),
        people: Vec::new(),
        on: day("2025-01-02"),
        reference: String::new(),
        effective: None,
        cause: None,
    };
    session.run(create).expect("the objective is created");
    session.run(approve).expect("it is put in force");
    record(&mut session, "61/64", "");
    session
}

fn record(session: &mut Session, value: &str, reason: &str) {
    let reading = NewReading {
        code: "ENG-1".to_owned(),
        period: "2025-03".to_owned(),
        value: Some(value.parse().expect("a share")),
        meaning: "three releases went around the gate".to_owned(),
        reason: reason.to_owned(),
        ..NewReading::default()
    };
    session.run(Command::RecordReading(Box::new(reading))).expect("the reading is recorded");
}

fn take(session: &mut Session, name: &str) -> i64 {
    let taken = session.run(Command::TakeSnapshot { name: name.to_owned() }).expect("the register is frozen");
    taken.number.expect("a snapshot has a number")
}

#[test]
fn a_pack_without_a_snapshot_names_the_way_on() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = register(folder.path());
    let refusal = session.pack(request(Format::Html, None)).expect_err("nothing is frozen yet");
    assert!(refusal.to_string().contains("sixtwo snapshot take"), "{refusal}");
}

#[test]
fn what_is_written_later_does_not_change_an_earlier_pack() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = register(folder.path());
    let first = take(&mut session, "Q1");
    let (html, json) = (folder.path().join("pack.html"), folder.path().join("pack.json"));
    let file = |session: &mut Session, format, snapshot, to: &Path| {
        let (number, written) = session.pack(request(format, snapshot)).expect("the pack");
        assert_eq!(number, first);
        let filed = session.file_paper(&written, to).expect("it is written");
        assert_eq!(filed.bytes, written.bytes.len() as u64);
    };
    file(&mut session, Format::Html, None, &html);
    file(&mut session, Format::Json, None, &json);
    let before = (fs::read(&html).expect("the page"), fs::read(&json).expect("the data"));

    record(&mut session, "62/64", "one release was counted twice");
    let second = take(&mut session, "Q2");
    file(&mut session, Format::Html, Some(first), &html);
    file(&mut session, Format::Json, Some(first), &json);
    assert_eq!((fs::read(&html).expect("the page"), fs::read(&json).expect("the data")), before);

    let (number, page) = session.pack(request(Format::Html, None)).expect("the newest pack");
    let page = String::from_utf8(page.bytes).expect("it is UTF-8");
    assert_eq!(number, second);
    for text in ["95.3 %", "96.9 %", "one release was counted twice", "three releases went around the gate"] {
        assert!(page.contains(text), "{text} is missing");
    }
}

#[test]
fn the_list_shows_the_hash_of_the_frozen_bytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = register(folder.path());
    let number = take(&mut session, "");
    let bytes = session.snapshot_json(number).expect("the frozen bytes");
    let listed = session.snapshots().expect("the list");
    assert_eq!(listed[0].hash, sha256_hex(&bytes));
    let snapshot = parse(&bytes).expect("it is read");
    assert_eq!((snapshot.number, snapshot.seq), (number, listed[0].seq));
    assert_eq!(snapshot.taken_by, "K. Tan");
    assert_eq!(snapshot.objectives[0].approved_by, "M. Berg");
    assert_eq!(snapshot.objectives[0].last_reading.as_ref().map(|r| r.typed.as_str()), Some("61/64"));
}

#[test]
fn the_register_is_never_the_place_of_a_pack() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = register(folder.path());
    take(&mut session, "");
    let path = session.path().to_owned();
    let before = fs::read(&path).expect("the register");
    let (_, pack) = session.pack(request(Format::Html, None)).expect("the pack");
    let refusal = session.file_paper(&pack, &path).expect_err("it is refused");
    assert!(refusal.to_string().contains("is the objectives file itself"), "{refusal}");
    assert_eq!(fs::read(&path).expect("the register"), before);
    let refusal = session.pack(request(Format::Html, Some(9))).expect_err("no such one");
    assert_eq!(refusal.to_string(), "there is no snapshot 9; the newest is 1");
}
