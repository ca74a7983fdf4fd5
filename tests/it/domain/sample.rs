//! The sample register, opened on days a calendar is tested with.

use chrono::{Datelike, Days};
use sixtwo::app::view::{Dossier, HistoryQuery, Lens};
use sixtwo::app::{Access, Clock, Env, Session, demo};
use sixtwo::domain::objective::Level;
use sixtwo::domain::period::{Date, parse_iso_date};
use sixtwo::domain::review::{ItemState, Stage};
use sixtwo::domain::status::{Freshness, Status};

/// A sample built on a day, and opened on it.
struct Sample {
    today: Date,
    session: Session,
    _folder: tempfile::TempDir,
}

impl Sample {
    fn built_on(today: &str) -> Sample {
        let today: Date = parse_iso_date(today).expect("a date");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("demo.sixtwo");
        let clock = Clock::set_to(&today.to_string()).expect("a moment");
        let env = Env { clock, actor: "M. Silva".to_owned(), os_user: "tester".to_owned() };
        if let Err(refusal) = demo::build(&path, today, &env) {
            panic!("built on {today}: {refusal}");
        }
        let session = Session::open(&path, Access::Write, env).expect("the sample opens");
        Sample { today, session, _folder: folder }
    }

    fn dossier(&mut self, code: &str) -> Dossier {
        self.session.dossier(code, Lens::default()).expect("an objective of the sample")
    }

    fn status_on(&mut self, code: &str, day: Date) -> Status {
        let lens = Lens { as_of: Some(day), known_at: None };
        self.session.dossier(code, lens).expect("an objective of the sample").row.judgement.status
    }

    fn yesterday(&self) -> Date {
        self.today - Days::new(1)
    }
}

#[test]
fn the_sample_tells_its_story_on_any_day() {
    for today in ["2026-11-23", "2027-01-31", "2028-02-29"] {
        let mut sample = Sample::built_on(today);
        the_list_needs_a_person(&mut sample);
        readings_end_last_month(&mut sample);
        special_cases_are_there(&mut sample);
        two_meetings_are_closed_and_one_is_planned(&mut sample);
        the_history_is_a_real_one(&mut sample);
        let report = sample.session.verify(false).expect("a full check");
        assert_eq!(report.findings, [""; 0], "{today}");
    }
}

#[test]
fn the_sample_opens_on_the_first_days_of_a_quarter() {
    let mut sample = Sample::built_on("2027-04-01");
    the_list_needs_a_person(&mut sample);
    readings_end_last_month(&mut sample);
}

fn the_list_needs_a_person(sample: &mut Sample) {
    let overview = sample.session.overview(Lens::default()).expect("an overview");
    let story: Vec<(&str, Status)> = overview.rows.iter().map(|row| (row.code(), row.judgement.status)).collect();
    let expected = [
        ("IT-2", Status::OffTrack),
        ("OPS-1", Status::Unknown),
        ("SEC-4", Status::AtRisk),
        ("HR-2", Status::AtRisk),
        ("IT-1", Status::AtRisk),
        ("OPS-2", Status::OnTrack),
        ("HR-3", Status::OnTrack),
        ("ENG-1", Status::OnTrack),
        ("HR-1", Status::OnTrack),
        ("PUR-1", Status::OnTrack),
        ("SEC-1", Status::OnTrack),
        ("SEC-2", Status::OnTrack),
        ("SEC-3", Status::OnTrack),
        ("IT-3", Status::Achieved),
        ("CUL-1", Status::Draft),
        ("HR-0", Status::Retired),
    ];
    let sorted = |mut list: Vec<(&str, Status)>| {
        list.sort();
        format!("{list:?}")
    };
    assert_eq!(sorted(story), sorted(expected.to_vec()), "{}", sample.today);
    assert!(overview.demo);
    assert!(overview.next_review.is_some_and(|next| next > sample.today));
    let parent = overview.rows.iter().find(|row| row.code() == "SEC-2").expect("SEC-2");
    let worst = parent.worst_child.as_ref().expect("SEC-2 has children");
    assert!(worst.code == "IT-2" && worst.contradicts, "a parent is met while a child is off track");
}

fn readings_end_last_month(sample: &mut Sample) {
    let last_month_end = sample.today.with_day(1).expect("a first") - Days::new(1);
    let yesterday = sample.yesterday();
    let patching = sample.dossier("IT-2");
    assert_eq!(patching.standings.len(), 18);
    assert_eq!(patching.standings.last().map(|s| s.period.end), Some(last_month_end));
    for code in ["IT-2", "HR-1", "HR-2", "ENG-1", "OPS-2", "SEC-1", "SEC-3"] {
        let readings = sample.dossier(code).readings;
        assert!(readings.iter().all(|r| r.entered_on <= yesterday && r.measured_on <= last_month_end), "{code}");
        assert!(readings.iter().filter(|r| !r.evaluation.is_empty()).count() >= 5, "{code} says what it means");
    }
}

fn special_cases_are_there(sample: &mut Sample) {
    let slogan = sample.dossier("CUL-1").row.objective.definition;
    assert!(slogan.title == "Strengthen security culture" && slogan.metric.is_empty() && slogan.target.is_none());

    let orphan = sample.dossier("PUR-1").row.objective.definition;
    assert!(orphan.level == Some(Level::Function) && orphan.parent.is_empty() && orphan.links.is_empty());

    let never = sample.dossier("OPS-1");
    assert!(never.readings.is_empty() && never.row.judgement.freshness == Freshness::Never);

    let afterwards = sample.dossier("ENG-1").readings;
    let late: Vec<Date> =
        afterwards.iter().filter(|r| r.known_from > r.measured_on + Days::new(20)).map(|r| r.known_from).collect();
    assert!(late.len() >= 2 && late.iter().all(|day| *day == late[0]), "entered afterwards, in one sitting: {late:?}");

    let leavers = sample.dossier("HR-1").readings;
    let corrected: Vec<_> = leavers.iter().filter(|r| r.revision > 1).collect();
    assert!(corrected.len() == 1 && !corrected[0].reason.is_empty());

    let rolled = sample.dossier("IT-3").versions;
    let dues: Vec<Date> = rolled.iter().filter(|v| !v.draft).filter_map(|v| v.definition.due).collect();
    assert_eq!(dues.len(), 2);
    assert_eq!(sample.status_on("IT-3", dues[0] + Days::new(12)), Status::Achieved, "achieved, then rolled forward");

    let moved = sample.dossier("OPS-2").versions;
    let mut dues: Vec<Date> = moved.iter().filter(|v| !v.draft).filter_map(|v| v.definition.due).collect();
    dues.dedup();
    assert!(dues.len() == 3 && dues.is_sorted(), "its date was moved twice: {dues:?}");

    let retired = sample.dossier("HR-0").row.objective.closing.expect("closed");
    assert_eq!(retired.successor, "HR-3");
}

fn two_meetings_are_closed_and_one_is_planned(sample: &mut Sample) {
    let reviews = sample.session.reviews().expect("the meetings");
    let (planned, reviews): (Vec<_>, Vec<_>) = reviews.into_iter().partition(|view| view.review.closed_at.is_none());
    assert_eq!((planned.len(), planned[0].review.stage(), reviews.len()), (1, Stage::Planned, 2));
    for view in &reviews {
        assert!(view.review.closed_at.is_some());
        assert!(view.review.items.iter().all(|item| item.state != ItemState::Open), "nothing was left open");
        assert!(!view.decisions.is_empty() && !view.actions.is_empty());
    }
    assert_eq!(sample.session.snapshots().expect("the snapshots").len(), 2);
}

fn the_history_is_a_real_one(sample: &mut Sample) {
    let history = sample.session.history(&HistoryQuery::newest(1_000)).expect("the history");
    assert!(history.len() > 150 && history.iter().all(|entry| entry.clock_set));
    let moments: Vec<&str> = history.iter().rev().map(|entry| entry.at.as_str()).collect();
    assert!(moments.is_sorted(), "entries follow each other in time");
    let last = parse_iso_date(&moments[moments.len() - 1][..10]).expect("a day");
    let first = parse_iso_date(&moments[0][..10]).expect("a day");
    assert!(last <= sample.yesterday() && first + Days::new(18 * 30) < sample.today);
}
