//! Files brought into a register through the one door.

use std::collections::BTreeMap;

use sixtwo::app::import::Change;
use sixtwo::app::view::{HistoryQuery, Lens};
use sixtwo::app::{Clock, Command, Env, ImportReport, ImportRequest, RefusalKind, Session, Source};
use sixtwo::domain::objective::Lifecycle;
use sixtwo::domain::period::{Date, FiscalCalendar};
use tempfile::TempDir;

const HHS: [&str; 2] =
    [include_str!("../../cases/import/hhs-objectives.csv"), include_str!("../../cases/import/hhs-readings.csv")];
const NL: [&str; 2] = [
    include_str!("../../cases/import/nl-ivmeting-objectives.csv"),
    include_str!("../../cases/import/nl-ivmeting-readings.csv"),
];

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// A register whose clock stands at 2026-11-23.
struct Desk {
    session: Session,
    _dir: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let dir = TempDir::new().expect("a directory");
        let clock = Clock::set_to("2026-11-23").expect("a date");
        let env = Env { clock, actor: "Amara".to_owned(), os_user: "amara".to_owned() };
        let path = dir.path().join("desk.sixtwo");
        let session = Session::create_demo(&path, "Example", FiscalCalendar::default(), env).expect("a register");
        Desk { session, _dir: dir }
    }

    fn objectives(&mut self, request: ImportRequest) -> ImportReport {
        self.session.import_objectives(request).expect("a usable file")
    }

    fn readings(&mut self, request: ImportRequest) -> ImportReport {
        self.session.import_readings(request).expect("a usable file")
    }

    fn bring(&mut self, [objectives, readings]: [&str; 2]) {
        let report = self.objectives(file(objectives));
        assert!(!report.stopped(), "{:?}", report.errors);
        let report = self.readings(file(readings));
        assert!(!report.stopped(), "{:?}", report.errors);
    }

    /// Status and reason per code, as of a day.
    fn statuses(&mut self, as_of: Option<&str>) -> BTreeMap<String, String> {
        let lens = Lens { as_of: as_of.map(day), ..Lens::default() };
        let overview = self.session.overview(lens).expect("an overview");
        let told = |row: &sixtwo::app::view::Row| format!("{} {}", row.judgement.status, row.judgement.reason);
        overview.rows.iter().map(|row| (row.code().to_owned(), told(row))).collect()
    }

    fn head(&mut self) -> u64 {
        self.session.history(&HistoryQuery::newest(1)).expect("history").first().map_or(0, |entry| entry.seq)
    }
}

fn file(text: &str) -> ImportRequest {
    ImportRequest { name: "list.csv".to_owned(), source: Source::from(text), ..ImportRequest::default() }
}

fn counts(report: &ImportReport) -> [usize; 5] {
    [report.created, report.updated, report.unchanged, report.skipped, report.refused]
}

#[test]
fn the_american_set_comes_in_and_is_judged_by_the_rules() {
    let mut desk = Desk::new();
    desk.bring(HHS);
    let now = desk.statuses(None);
    assert_eq!(now["HHS-3.5"], "missed no_evidence_at_due");
    assert_eq!(now["HHS-3.3"], "missed no_evidence_at_due");
    let then = desk.statuses(Some("2020-10-01"));
    assert_eq!(then["HHS-3.5"], "achieved target_met");
    let dossier = desk.session.dossier("HHS-3.5", Lens::default()).expect("a dossier");
    let definition = &dossier.row.objective.definition;
    assert_eq!((definition.start, definition.start_derived), (day("2017-10-01"), true));
    assert!(dossier.readings.iter().all(|r| r.imported && r.claimed_on.is_none() && r.known_from == r.measured_on));
    assert!(desk.session.verify(false).expect("verified").findings.is_empty());
}

#[test]
fn the_dutch_set_comes_in_with_its_cascade() {
    let mut desk = Desk::new();
    desk.bring(NL);
    let overview = desk.session.overview(Lens::default()).expect("an overview");
    let of = |code: &str| overview.rows.iter().find(|row| row.code() == code).expect("imported");
    assert_eq!(of("NL-HTTPS").objective.definition.parent, "NL-SB2");
    assert_eq!(of("NL-SB1").objective.definition.start, day("2015-01-01"));
    assert!(overview.rows.iter().all(|row| row.objective.lifecycle == Lifecycle::InForce));
    let sb2 = desk.session.dossier("NL-SB2", Lens::default()).expect("a dossier");
    assert!(sb2.readings.iter().any(|r| r.measured_on == day("2020-03-09")), "a date inside a period is kept");
    assert_eq!(desk.statuses(None)["NL-SB1"], "missed no_evidence_at_due");
    assert!(desk.session.verify(false).expect("verified").findings.is_empty());
}

#[test]
fn the_same_file_twice_writes_nothing() {
    for set in [HHS, NL] {
        let mut desk = Desk::new();
        desk.bring(set);
        let head = desk.head();
        let again = [desk.objectives(file(set[0])), desk.readings(file(set[1]))];
        for report in again {
            assert_eq!((report.created, report.updated, report.refused), (0, 0, 0), "{:?}", report.errors);
            assert!(report.unchanged > 0);
            assert_eq!(report.outcome.seq, 0);
        }
        assert_eq!(desk.head(), head);
    }
}

#[test]
fn a_row_error_stops_everything_unless_it_may_be_skipped() {
    let mut desk = Desk::new();
    let head = desk.head();
    let list = "code,title,target,parent\nA,First,90,\nB,Second,ninety,\nC,Third,80,B\nD,Fourth,70,A\n";
    let report = desk.objectives(file(list));
    assert!(report.stopped());
    let lines: Vec<String> = report.error_lines().collect();
    assert_eq!(lines[0], "list.csv:3:target: `ninety` is not a number");
    assert!(lines[1].starts_with("list.csv:4:parent: "), "{lines:?}");
    assert_eq!(counts(&report)[4], 2);
    assert_eq!(desk.head(), head);
    let report = desk.objectives(ImportRequest { skip_invalid: true, ..file(list) });
    assert_eq!(counts(&report), [2, 0, 0, 2, 2]);
    assert_eq!(desk.statuses(None).into_keys().collect::<Vec<_>>(), ["A", "D"]);

    let head = desk.head();
    let rows = "code,period_end,value\nA,2026-09-30,95\nX,2026-09-30,95\nA,2026-12-31,95\nD,2026-10-31,12%\n";
    let report = desk.readings(file(rows));
    assert!(report.stopped());
    let lines: Vec<String> = report.error_lines().collect();
    assert!(lines[0].starts_with("list.csv:3:code: the register has no objective `X`"), "{lines:?}");
    assert!(lines[1].starts_with("list.csv:4:period_end: 2026-12-31 lies ahead"), "{lines:?}");
    assert!(lines[2].starts_with("list.csv:5:value: "), "{lines:?}");
    assert_eq!(desk.head(), head);
    let report = desk.readings(ImportRequest { skip_invalid: true, ..file(rows) });
    assert_eq!(counts(&report), [1, 0, 0, 3, 3]);
}

#[test]
fn a_dry_run_tells_line_by_line_and_writes_nothing() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,start\nA,First,90,2026-01-01\n"));
    desk.readings(file("code,period_end,value\nA,2026-01,91\n"));
    let head = desk.head();
    let plan =
        |report: &ImportReport| -> Vec<(u64, Change)> { report.plan.iter().map(|l| (l.row, l.change)).collect() };
    let list = "code,title,target\nA,First,95\nB,New,90\nC,Broken,x\n";
    let report = desk.objectives(ImportRequest { dry_run: true, update: true, ..file(list) });
    assert_eq!(plan(&report), [(2, Change::Update), (3, Change::Create), (4, Change::Skip)]);
    assert_eq!(report.plan[0].text, "target 90 -> 95");
    let rows = "code,period_end,value\nA,2026-01,91\nA,2026-02,92\nA,2026-01,93\n";
    let report = desk.readings(ImportRequest { dry_run: true, ..file(rows) });
    assert_eq!(plan(&report), [(2, Change::Unchanged), (3, Change::Create), (4, Change::Skip)]);
    assert_eq!(desk.head(), head);
}

#[test]
fn a_changed_objective_needs_update_and_judges_from_the_next_period() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,start,owner\nA,Hold,90,2026-01-01,Amara\n"));
    desk.readings(file("code,period_end,value\nA,2026-10,92\n"));
    let changed = "code,title,target,owner\nA,Hold,95,\n";
    let report = desk.objectives(file(changed));
    assert!(report.stopped());
    assert!(report.errors[0].reason.contains("target 90 -> 95") && report.errors[0].reason.contains("--update"));
    let report = desk.objectives(ImportRequest { update: true, ..file(changed) });
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert!(report.notes.iter().any(|note| note.row == 2 && note.column == "owner"), "{:?}", report.notes);
    let dossier = desk.session.dossier("A", Lens::default()).expect("a dossier");
    let standards: Vec<_> = dossier.row.objective.standards.iter().map(|s| (s.from, s.target.to_string())).collect();
    assert_eq!(standards, [(Date::MIN, "90".to_owned()), (day("2026-12-01"), "95".to_owned())]);
    assert_eq!(desk.statuses(None)["A"], "on_track ok");
    let report = desk.objectives(ImportRequest { update: true, ..file(changed) });
    assert_eq!(counts(&report), [0, 0, 1, 0, 0]);
}

#[test]
fn a_changed_reading_needs_a_reason() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,start\nA,Hold,90,2026-01-01\n"));
    desk.readings(file("code,period_end,value\nA,2026-09,88\n"));
    let report = desk.readings(file("code,period_end,value\nA,2026-09,91\n"));
    assert!(report.stopped());
    let reason = &report.errors[0].reason;
    assert!(
        reason.contains("the register has 88") && reason.contains("not 91") && reason.contains("reason"),
        "{reason}"
    );
    let corrected = "code,period_end,value,reason\nA,2026-09,91,late tickets counted\n";
    let report = desk.readings(file(corrected));
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert_eq!(counts(&desk.readings(file(corrected))), [0, 0, 1, 0, 0]);
    assert_eq!(desk.statuses(None)["A"], "at_risk stale_one_period");
    let both = "code,period_end,value,reason\nA,2026-08,80,\nA,2026-08,81,typing error\nA,2026-08,82,\n";
    let report = desk.readings(file(both));
    assert!(report.errors[0].reason.starts_with("row 3 has 81"), "{:?}", report.errors);
    let report = desk.readings(ImportRequest { skip_invalid: true, ..file(both) });
    assert_eq!(counts(&report), [1, 1, 0, 1, 1]);
}

#[test]
fn claimed_dates_are_kept_and_count() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,start\nA,Hold,90,2026-01-01\n"));
    desk.readings(file("code,period_end,value,recorded_on\nA,2026-01,95,2026-03-15\n"));
    assert_eq!(desk.statuses(Some("2026-03-14"))["A"], "unknown never_measured");
    assert_eq!(desk.statuses(Some("2026-03-15"))["A"], "at_risk stale_one_period");
    let dossier = desk.session.dossier("A", Lens::default()).expect("a dossier");
    let reading = &dossier.readings[0];
    assert_eq!((reading.claimed_on, reading.entered_on), (Some(day("2026-03-15")), day("2026-11-23")));
    let future = desk.readings(file("code,period_end,value,recorded_on\nA,2026-02,95,2027-01-01\n"));
    assert!(future.errors[0].reason.contains("lies in the future"), "{:?}", future.errors);
}

#[test]
fn of_rows_of_one_day_the_one_recorded_last_stands() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,frequency,start\nA,Hold,95,Q,2026-01-01\n"));
    let rows = "code,period_end,value,recorded_on,reason\n\
                A,2026-03-31,97,2026-04-08,counted again\nA,2026-03-31,91,2026-04-05,first count\n";
    assert_eq!(counts(&desk.readings(file(rows))), [1, 1, 0, 0, 0]);
    assert_eq!(desk.statuses(Some("2026-04-06"))["A"], "at_risk first_breach");
    assert_eq!(desk.statuses(Some("2026-04-20"))["A"], "on_track ok");
}

#[test]
fn a_look_back_before_the_start_lists_what_was_planned() {
    let mut desk = Desk::new();
    desk.objectives(file(
        "code,title,target,start,approved_on\nA,Later,95,2027-01-01,\nB,Old,95,2026-01-01,2024-06-01\n",
    ));
    assert_eq!(desk.statuses(Some("2026-11-22"))["A"], "not_started before_start");
    assert_eq!(desk.statuses(Some("2024-06-01")), BTreeMap::from([("B".into(), "not_started before_start".into())]));
    assert!(desk.statuses(Some("2024-05-31")).is_empty());
}

#[test]
fn history_counts_every_reading_of_a_file() {
    let mut desk = Desk::new();
    desk.objectives(file(
        "code,title,target,start\nA,Hold,90,2026-01-01\nB,Hold,90,2026-01-01\nC,Hold,90,2026-01-01\n",
    ));
    desk.readings(file("code,period_end,value\nA,2026-01,95\nB,2026-01,95\nC,2026-01,95\nC,2026-02,96\n"));
    let newest = desk.session.history(&HistoryQuery::newest(1)).expect("history").remove(0);
    assert_eq!(newest.summary, "A, B, C: 4 readings from a file");
}

#[test]
fn an_import_done_again_is_no_correction() {
    let mut desk = Desk::new();
    desk.objectives(file("code,title,target,start\nA,Hold,90,2026-01-01\n"));
    desk.readings(file("code,period_end,value,reason\nA,2026-01,95,\nA,2026-02,95,\nA,2026-02,96,late tickets\n"));
    desk.session.run(Command::Undo { seq: None }).expect("undone");
    desk.session.run(Command::Redo).expect("done again");
    let dossier = desk.session.dossier("A", Lens::default()).expect("a dossier");
    let corrected: Vec<bool> = dossier.row.trail.recent.iter().map(|standing| standing.corrected).collect();
    assert_eq!(corrected, [false, true]);
    assert!(desk.session.verify(false).expect("verified").findings.is_empty());
}

#[test]
fn parents_may_stand_later_but_not_in_a_circle() {
    let mut desk = Desk::new();
    let report = desk.objectives(file("code,title,target,parent\nA,Child,1,B\nB,Parent,1,\n"));
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    let circle = desk.objectives(ImportRequest { update: true, ..file("code,title,target,parent\nB,Parent,1,A\n") });
    assert!(circle.errors[0].reason.contains("circle"), "{:?}", circle.errors);
    let itself = desk.objectives(file("code,title,target,parent\nC,Itself,1,C\n"));
    assert!(itself.stopped());
    let near = desk.objectives(file("code,title,target,parent\nD,Child,1,BB\n"));
    assert!(near.errors[0].reason.contains("did you mean B"), "{:?}", near.errors);
}

#[test]
fn drafts_milestones_and_approvals_come_in_as_the_file_says() {
    let mut desk = Desk::new();
    let list = "code,title,target,criteria,due,lifecycle,approved_on,approved_by,start\n\
                A,Draft,90,,,draft,,,2026-01-01\n\
                B,Slogan,,,,,,,2026-01-01\n\
                C,Rollout,,Signed|2026-03-31|2026-03-20;Done|2026-06-30|2026-06-30,2026-12-31,,2026-02-01,Board,2026-01-01\n";
    let report = desk.objectives(file(list));
    assert_eq!(counts(&report), [3, 0, 0, 0, 0], "{:?}", report.errors);
    assert!(report.notes.iter().any(|n| n.row == 3 && n.text.contains("as a draft")), "{:?}", report.notes);
    let statuses = desk.statuses(None);
    assert_eq!((statuses["A"].as_str(), statuses["B"].as_str()), ("draft draft", "draft draft"));
    assert_eq!(statuses["C"], "achieved all_criteria_met");
    let versions = desk.session.dossier("C", Lens::default()).expect("a dossier").versions;
    assert_eq!((versions[0].approved_on, versions[0].approved_by.as_str()), (Some(day("2026-02-01")), "Board"));
    let refused = desk.readings(file("code,period_end,value\nC,2026-10,5\n"));
    assert!(refused.errors[0].reason.contains("criteria"), "{:?}", refused.errors);
}

#[test]
fn an_import_is_taken_back_as_one() {
    let mut desk = Desk::new();
    desk.bring(HHS);
    desk.session.run(Command::Undo { seq: None }).expect("undone");
    let dossier = desk.session.dossier("HHS-3.3", Lens::default()).expect("still there");
    assert!(dossier.readings.iter().all(|r| r.voided_seq.is_some()));
    assert_eq!(dossier.row.objective.definition.start, day("2026-11-23"));
    let report = desk.readings(file(HHS[1]));
    assert_eq!(counts(&report), [8, 0, 0, 0, 0], "{:?}", report.errors);
    assert!(desk.session.verify(false).expect("verified").findings.is_empty());
}

#[test]
fn a_call_that_cannot_be_is_a_refusal() {
    let mut desk = Desk::new();
    let usage = ImportRequest { maps: vec!["titel=objective".to_owned()], ..file(HHS[0]) };
    let refusal = desk.session.import_objectives(usage).expect_err("no such field");
    assert_eq!(refusal.kind, RefusalKind::Usage);
    assert!(refusal.message.starts_with("list.csv: --map titel=objective"), "{refusal}");
    let missing = ImportRequest { source: Source::File("/no/such/file.csv".into()), ..file("") };
    assert_eq!(desk.session.import_readings(missing).expect_err("no file").kind, RefusalKind::File);
    assert_eq!(desk.session.import_readings(file("")).expect_err("empty").kind, RefusalKind::Invalid);
}
