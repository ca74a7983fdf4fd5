//! What takes longer than a second says how far it is, and Esc stops it: nothing was changed then.

use sixtwo::app::view::Lens;
use sixtwo::app::{Command, RefusalKind};
use sixtwo::domain::progress::{Seen, Work};
use sixtwo::tui::effect::Effect;
use sixtwo::tui::msg::Msg;

use super::stage::{Stage, sample};

const CHECKING: Seen = Seen { number: 7, doing: "checking entry", done: 40, of: 120 };

#[test]
fn the_status_line_says_how_far_it_is_and_esc_stops_only_that() {
    let mut stage = Stage::open(80, 24);
    stage.press("5");
    stage.play.send(Msg::Progress(Some(CHECKING)));
    let line = stage.lines()[22].clone();
    assert!(line.starts_with(" · checking entry 40 of 120") && line.ends_with("Esc cancels "), "{line}");
    stage.press("<esc>");
    assert_eq!(stage.play.asked, [Effect::Cancel(7)]);
    assert!(stage.text().contains("[5 History]") || stage.lines()[1].contains("History"), "the screen stays");
    stage.press("<esc>");
    assert_eq!(stage.play.asked.len(), 1, "the next Esc goes back as ever");
}

#[test]
fn the_line_goes_away_when_the_work_has_ended() {
    let mut stage = Stage::open(80, 24);
    stage.play.send(Msg::Progress(Some(CHECKING)));
    stage.play.send(Msg::Progress(None));
    assert!(!stage.text().contains("checking"), "{}", stage.text());
}

#[test]
fn whatever_reads_or_writes_stops_where_it_is_asked_to_and_changes_nothing() {
    let (_folder, mut session) = sample();
    let work = Work::default();
    work.follow();
    let before = session.overview(Lens::default()).expect("read").head;
    let stopped = |kind: Option<RefusalKind>, what: &str| assert_eq!(kind, Some(RefusalKind::Stopped), "{what}");
    work.begin(false);
    work.stop(work.seen().number);
    stopped(session.verify(false).err().map(|r| r.kind), "the check of the file");
    stopped(session.verify(true).err().map(|r| r.kind), "the quick check");
    stopped(session.overview(Lens::default()).err().map(|r| r.kind), "the overview");
    stopped(session.run(Command::TakeSnapshot { name: "Q3".into() }).err().map(|r| r.kind), "a snapshot");
    work.begin(false);
    assert_eq!(session.overview(Lens::default()).expect("the next piece of work was not meant").head, before);
    assert_eq!(session.verify(false).expect("a whole check").findings, Vec::<String>::new());
    assert!(work.seen().sentence().contains(" of "), "it said how far it was: {:?}", work.seen());
}
