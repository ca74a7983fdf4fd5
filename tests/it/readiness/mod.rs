//! Readiness of the sample register: findings somebody accepts, and the audit they are asked for.

mod accepting;
mod audit;

use sixtwo::app::readiness::Readiness;
use sixtwo::app::view::Lens;
use sixtwo::app::{Access, Clock, Env, Session, demo};
use sixtwo::domain::period::{Date, parse_iso_date};

/// The sample as it is on a Monday, opened on it.
fn sample() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.sixtwo");
    let clock = Clock::set_to("2026-11-23").expect("a moment");
    let env = Env { clock, actor: "M. Silva".to_owned(), os_user: "tester".to_owned() };
    demo::build(&path, day("2026-11-23"), &env).expect("a sample");
    let session = Session::open(&path, Access::Write, env).expect("the sample opens");
    (folder, session)
}

fn day(text: &str) -> Date {
    parse_iso_date(text).expect("a date")
}

fn readiness(session: &mut Session) -> Readiness {
    session.readiness(Lens::default(), None).expect("a readiness")
}
