//! What the main job costs, against floors measured in the same run: `cargo bench`.
//!
//! Every figure is the median of a few rounds, ours and the floor in alternation, so that the ratio means something on
//! a busy machine. `SIXTWO_BENCH_READINGS` sets how many readings are imported (default 120,000).
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod data;
mod floor;
mod frames;
mod papers;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::KeyCode;
use sixtwo::app::view::Lens;
use sixtwo::app::{Access, Clock, Env, ImportRequest, Refusal, Session, Source};
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::report::Format;

const OBJECTIVES: usize = 1_000;
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    // `cargo test --benches` runs this too: then once, small.
    let measured = std::env::args().any(|word| word == "--bench");
    let readings = if measured { asked_for().unwrap_or(120_000) } else { 2_000 };
    match run(readings, if measured { ROUNDS } else { 1 }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            println!("stopped: {refusal}");
            ExitCode::FAILURE
        }
    }
}

fn asked_for() -> Option<usize> {
    std::env::var("SIXTWO_BENCH_READINGS").ok()?.parse().ok()
}

fn run(readings: usize, rounds: usize) -> Result<(), Refusal> {
    workbook(if rounds > 1 { 125 } else { 12 }, rounds)?;
    let folder = tempfile::tempdir().expect("a folder for the registers");
    let lists = data::Lists::new(OBJECTIVES.min(readings), readings);
    println!("{} objectives x {} readings = {readings}\n", lists.codes, readings / lists.codes);

    let sorted = folder.path().join("readings.csv");
    let shuffled = folder.path().join("shuffled.csv");
    std::fs::write(&sorted, lists.readings()).expect("a file of readings");
    std::fs::write(&shuffled, lists.shuffled_readings()).expect("a file of readings");
    let register = folder.path().join("large.sixtwo");
    imported(&register, &lists, &sorted)?;

    for (name, file) in [("import, sorted", &sorted), ("import, shuffled", &shuffled)] {
        let mut round = 0;
        compare(
            name,
            "raw keyed insert",
            rounds.min(3),
            || {
                round += 1;
                let path = folder.path().join(format!("round-{round}.sixtwo"));
                let session = with_objectives(&path, &lists)?;
                let took = timed(|| import_readings(session, file));
                std::fs::remove_file(&path).expect("the register of this round");
                took
            },
            || timed(|| floor::keyed_insert(folder.path(), file)),
        )?;
    }

    compare(
        "open and overview",
        "open and first-screen query",
        rounds,
        || timed(|| open(&register)?.overview(Lens::default()).map(drop)),
        || timed(|| floor::first_screen(folder.path())),
    )?;
    keys(&register, rounds)?;
    let mut session = open(&register)?;
    compare(
        "overview again",
        "first-screen query",
        rounds,
        || timed(|| session.overview(Lens::default()).map(drop)),
        || timed(|| floor::first_screen(folder.path())),
    )?;
    let code = data::code(lists.codes / 2);
    compare(
        "one objective",
        "its rows by key",
        rounds,
        || timed(|| session.dossier(&code, Lens::default()).map(drop)),
        || timed(|| floor::one_series(folder.path(), lists.codes / 2)),
    )?;
    compare(
        "every check",
        "SHA-256 of the file",
        rounds,
        || timed(|| open(&register)?.readiness(Lens::default(), None).map(drop)),
        || timed(|| floor::hash(&register)),
    )?;
    compare(
        "verify --quick",
        "SHA-256 of the file",
        rounds,
        || timed(|| session.verify(true).map(drop)),
        || timed(|| floor::hash(&register)),
    )?;
    compare(
        "verify",
        "SHA-256 of the file",
        1,
        || timed(|| session.verify(false).map(drop)),
        || timed(|| floor::hash(&register)),
    )
}

/// A workbook of a table with a row per objective.
fn workbook(columns: usize, rounds: usize) -> Result<(), Refusal> {
    let document = papers::document(OBJECTIVES, columns);
    println!("a table of {OBJECTIVES} x {columns} cells\n");
    for format in [Format::Xlsx, Format::Html, Format::Md, Format::Csv] {
        compare(
            format.word(),
            "xlsx, the bare writer",
            rounds,
            || timed(|| papers::ours(&document, format)),
            || timed(|| papers::floor(OBJECTIVES, columns)),
        )?;
    }
    Ok(())
}

/// What a key costs on a large register, in time and in bytes for the terminal.
fn keys(register: &Path, rounds: usize) -> Result<(), Refusal> {
    for (name, key) in [("key: down", KeyCode::Down), ("key: page down", KeyCode::PageDown)] {
        let count = rounds * 8;
        let (first, mine) = frames::ours(open(register)?, key, count);
        let theirs = frames::floor(count);
        let (time, floor) = (median(mine.times), median(theirs.times));
        let ratio = time.as_secs_f64() / floor.as_secs_f64().max(1e-9);
        println!(
            "{name:<20} {:>10.2} ms   {:<28} {:>10.2} ms   {ratio:>7.2}x   {} bytes each (floor {}), first picture {first}",
            millis(time),
            "a plain list",
            millis(floor),
            mine.bytes / count,
            theirs.bytes / count,
        );
    }
    Ok(())
}

/// Runs ours and the floor in alternation and prints both medians and their ratio.
fn compare(
    name: &str,
    floor_name: &str,
    rounds: usize,
    mut ours: impl FnMut() -> Result<Duration, Refusal>,
    mut floor: impl FnMut() -> Result<Duration, Refusal>,
) -> Result<(), Refusal> {
    let (mut mine, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        mine.push(ours()?);
        theirs.push(floor()?);
    }
    let (mine, theirs) = (median(mine), median(theirs));
    let ratio = mine.as_secs_f64() / theirs.as_secs_f64().max(1e-9);
    println!("{name:<20} {:>10.2} ms   {floor_name:<28} {:>10.2} ms   {ratio:>7.2}x", millis(mine), millis(theirs));
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<(), Refusal>) -> Result<Duration, Refusal> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn env() -> Env {
    Env { clock: Clock::System, actor: "bench".to_owned(), os_user: "bench".to_owned() }
}

fn open(register: &Path) -> Result<Session, Refusal> {
    Session::open(register, Access::Write, env())
}

fn with_objectives(register: &Path, lists: &data::Lists) -> Result<Session, Refusal> {
    let mut session = Session::create(register, "Bench", FiscalCalendar::default(), env())?;
    let source = Source::from(lists.objectives().into_bytes());
    session.import_objectives(ImportRequest { name: "objectives".to_owned(), source, ..ImportRequest::default() })?;
    Ok(session)
}

fn import_readings(mut session: Session, file: &Path) -> Result<(), Refusal> {
    let source = Source::File(file.to_owned());
    let report =
        session.import_readings(ImportRequest { name: "readings".to_owned(), source, ..ImportRequest::default() })?;
    match report.error_lines().next() {
        Some(error) => Err(Refusal::invalid(error)),
        None => Ok(()),
    }
}

fn imported(register: &Path, lists: &data::Lists, file: &Path) -> Result<(), Refusal> {
    import_readings(with_objectives(register, lists)?, file)
}
