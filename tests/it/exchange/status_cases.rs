//! The worked status cases through the front door: each table row written as our two files, brought into a register on
//! the day it is judged, and judged there as the table says.

use std::collections::{BTreeMap, HashMap};

use sixtwo::app::view::{Lens, Row};
use sixtwo::app::{Clock, Command, Env, ImportReport, ImportRequest, Session, Source};
use sixtwo::domain::objective::ClosingOutcome;
use sixtwo::domain::period::{Date, FiscalCalendar, FiscalLabel};
use tempfile::TempDir;

const TABLES: [&str; 2] =
    [include_str!("../../cases/status/status-cases.csv"), include_str!("../../cases/status/more-cases.csv")];

/// A warn on the good side of the target is refused at the door, though the rules bear it.
const REFUSED: [&str; 1] = ["MC-141"];

type Case = HashMap<String, String>;

/// Cases whose target changed are left out: a file brings one version at a time.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for table in TABLES {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for case in reader.deserialize() {
            let case: Case = case.expect("a row of the table");
            let moved = !case["target_versions"].is_empty() || !case["segments"].is_empty();
            if !moved && !REFUSED.contains(&case["case_id"].as_str()) {
                cases.push(case);
            }
        }
    }
    cases
}

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

fn entries<'c>(case: &'c Case, column: &str) -> impl Iterator<Item = &'c str> {
    case[column].split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

fn written(header: &str, rows: Vec<Vec<String>>) -> ImportRequest {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header.split(',')).expect("a header");
    rows.iter().for_each(|row| writer.write_record(row).expect("a row"));
    let text = String::from_utf8(writer.into_inner().expect("all written")).expect("UTF-8");
    ImportRequest { name: "cases.csv".to_owned(), source: Source::from(text.as_str()), ..ImportRequest::default() }
}

fn objectives(cases: &[Case], today: Date) -> ImportRequest {
    let header = "code,title,kind,unit,direction,operator,baseline,baseline_date,target,target_high,warn,floor,required_met,\
                  frequency,grace_days,start,due,waypoints,criteria,lifecycle";
    let row = |case: &Case| {
        let unit = if case["unit"].is_empty() { "%" } else { &case["unit"] };
        let waypoints = if case["trajectory"] == "steps" { case["waypoints"].as_str() } else { "" };
        let lifecycle = if case["lifecycle"] == "draft" { "draft" } else { "in_force" };
        let known = |criterion: &str| match criterion.rsplit_once('|') {
            Some((planned, done)) if !done.is_empty() && day(done) > today => format!("{planned}|"),
            _ => criterion.to_owned(),
        };
        let criteria = entries(case, "milestones").map(known).collect::<Vec<_>>().join(";");
        let cell = |column: &str| case[column].clone();
        let mut row: Vec<String> = ["case_id", "title", "kind"].map(cell).to_vec();
        row.push(unit.to_owned());
        row.extend(["direction", "op", "baseline", "baseline_date", "target", "target_hi", "warn", "floor"].map(cell));
        row.extend(["required_met", "frequency", "grace_days", "start_date", "due_date"].map(cell));
        row.extend([waypoints.to_owned(), criteria, lifecycle.to_owned()]);
        row
    };
    written(header, cases.iter().map(row).collect())
}

fn readings(cases: &[Case], today: Date) -> ImportRequest {
    let mut rows = Vec::new();
    for case in cases {
        for entry in entries(case, "readings") {
            let (measured, rest) = entry.split_once('=').expect("date=value");
            let (value, recorded) = rest.split_once('@').unwrap_or((rest, ""));
            let known = if recorded.is_empty() { measured } else { recorded };
            if day(known) <= today {
                rows.push([&case["case_id"], measured, value, recorded, "counted again"].map(str::to_owned).to_vec());
            }
        }
    }
    written("code,period_end,value,recorded_on,reason", rows)
}

/// Brings cases of one day and one calendar into a register and tells every disagreement.
fn disagreements(as_of: Date, start_month: u8, cases: &[Case]) -> Vec<String> {
    let folder = TempDir::new().expect("a directory");
    let clock = Clock::set_to(&as_of.to_string()).expect("a date");
    let env = Env { clock, actor: "Amara".to_owned(), os_user: "amara".to_owned() };
    let calendar = FiscalCalendar { start_month, label: FiscalLabel::Both };
    let mut session =
        Session::create_demo(&folder.path().join("r.sixtwo"), "Example", calendar, env).expect("a register");
    let all = |report: ImportReport| assert!(!report.stopped(), "{as_of}: {:?}", report.errors);
    all(session.import_objectives(objectives(cases, as_of)).expect("a usable file"));
    all(session.import_readings(readings(cases, as_of)).expect("a usable file"));
    for case in cases {
        let code = || case["case_id"].clone();
        for on in entries(case, "checkins").map(day).filter(|on| *on <= as_of) {
            session.run(Command::CheckIn { code: code(), on, note: String::new() }).expect("checked in");
        }
        if let Some(on) = entries(case, "retired_on").map(day).find(|on| *on <= as_of) {
            let (reason, successor) = ("dissolved".to_owned(), String::new());
            let retire = Command::Retire {
                code: code(),
                on,
                outcome: ClosingOutcome::Cancelled,
                reason,
                successor,
                by: String::new(),
                reference: String::new(),
            };
            session.run(retire).expect("retired");
        }
    }
    let overview = session.overview(Lens::default()).expect("an overview");
    assert!(session.verify(false).expect("verified").findings.is_empty(), "{as_of}");
    let rows: HashMap<&str, &Row> = overview.rows.iter().map(|row| (row.code(), row)).collect();
    cases.iter().flat_map(|case| told(case, rows[case["case_id"].as_str()])).collect()
}

fn told(case: &Case, row: &Row) -> Vec<String> {
    let judgement = &row.judgement;
    let got = [
        ("expected_status", judgement.status.to_string()),
        ("expected_freshness", judgement.freshness.to_string()),
        ("expected_missed_periods", judgement.missed_periods.to_string()),
        ("expected_reason", judgement.reason.to_string()),
    ];
    let wrong = got.into_iter().filter(|(column, got)| !case[*column].is_empty() && case[*column] != *got);
    wrong.map(|(column, got)| format!("{} {column} {} but {got}", case["case_id"], case[column])).collect()
}

#[test]
fn an_imported_register_is_judged_as_the_tables_say() {
    let mut days: BTreeMap<(Date, u8), Vec<Case>> = BTreeMap::new();
    let cases = cases();
    assert!(cases.len() > 200, "only {} cases", cases.len());
    for case in cases {
        let start_month = case["fy_start_month"].parse().unwrap_or(1);
        days.entry((day(&case["as_of"]), start_month)).or_default().push(case);
    }
    let wrong: Vec<String> =
        days.iter().flat_map(|((as_of, month), cases)| disagreements(*as_of, *month, cases)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
