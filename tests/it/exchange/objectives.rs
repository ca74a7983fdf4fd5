//! Objectives from the published sets and from small hand-made lists.

use sixtwo::domain::objective::{Definition, Direction, Kind, Level, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency};
use sixtwo::exchange::input::{Input, Source};
use sixtwo::exchange::number::NumberFormat;
use sixtwo::exchange::objectives::{Context, ObjectiveRow, ObjectiveSheet, read_objectives};

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

pub fn read_on(text: &str, known: &dyn Fn(&str) -> Option<Definition>) -> ObjectiveSheet {
    let input = Input::look(Source::from(text)).expect("readable");
    let context = Context {
        maps: &[],
        format: NumberFormat::Unstated,
        today: day("2026-11-23"),
        calendar: FiscalCalendar::default(),
        known,
    };
    read_objectives(&input, &context).expect("a table")
}

fn read(text: &str) -> ObjectiveSheet {
    read_on(text, &|_| None)
}

fn only(text: &str) -> ObjectiveRow {
    let mut sheet = read(text);
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    assert_eq!(sheet.rows.len(), 1);
    sheet.rows.remove(0)
}

#[test]
fn the_american_set_is_understood_without_a_map() {
    let sheet = read(include_str!("../../cases/import/hhs-objectives.csv"));
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    let [phishing, ato] = &sheet.rows[..] else { panic!("two objectives") };
    let d = &phishing.definition;
    assert_eq!(phishing.code, "HHS-3.5");
    assert_eq!(d.kind, Kind::Reach);
    assert_eq!((d.direction, d.operator), (Some(Direction::Lower), Some(Operator::AtMost)));
    assert_eq!((d.frequency, d.fiscal_year_start), (Frequency::Y, Some(10)));
    let baseline = d.baseline.as_ref().expect("a baseline");
    assert_eq!((baseline.value.to_string().as_str(), baseline.date), ("7", Some(day("2018-09-30"))));
    assert_eq!(d.waypoints.len(), 4);
    assert_eq!(d.due, Some(day("2022-09-30")));
    assert!(d.start_derived);
    assert!(d.data_source.contains("pagefreezer") && d.data_source.contains("gaps: FY2021"), "{}", d.data_source);
    assert_eq!(ato.definition.target.map(|t| t.to_string()).as_deref(), Some("100"));
    let unread: Vec<&str> = sheet.notes.iter().map(|note| note.column.as_str()).collect();
    assert_eq!(unread, ["organisation"]);
}

#[test]
fn the_dutch_set_names_parents_in_free_text() {
    let sheet = read(include_str!("../../cases/import/nl-ivmeting-objectives.csv"));
    assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
    assert_eq!(sheet.rows.len(), 10);
    let parents: Vec<(&str, &str, &str)> = sheet
        .rows
        .iter()
        .map(|row| (row.code.as_str(), row.definition.parent.as_str(), row.definition.function.as_str()))
        .collect();
    assert_eq!(parents[0], ("NL-SB1", "", ""));
    assert_eq!(parents[3], ("NL-HTTPS", "NL-SB2", ""));
    assert_eq!(parents[9], ("NL-DMARC", "NL-SB3", ""));
    let on_parents = sheet.notes.iter().filter(|note| note.column == "function").count();
    let on_baselines: Vec<&str> =
        sheet.notes.iter().filter(|note| note.column == "baseline_period").map(|note| note.text.as_str()).collect();
    assert_eq!((on_parents, on_baselines.len()), (7, 10));
    assert!(on_baselines[0].contains("medio 2015"), "{}", on_baselines[0]);
    assert!(sheet.rows.iter().all(|row| row.definition.baseline.as_ref().is_some_and(|b| b.date.is_none())));
}

#[test]
fn words_and_target_cells_of_other_people_are_understood() {
    let row = only(
        "No;Objective;KPI;Target;Trend direction;Level;Measured;Accountable;Deadline\n\
         A-1;Patch in time;Fixed in 14 days;\">= 95 % (SLA)\";x;strategic;quarterly;Amara;31.12.2027\n",
    );
    let d = row.definition;
    assert_eq!(d.operator, Some(Operator::AtLeast));
    assert_eq!((d.unit.as_str(), d.why_target.as_str()), ("%", "SLA"));
    assert_eq!((d.level, d.frequency, d.due), (Some(Level::Organization), Frequency::Q, Some(day("2027-12-31"))));
    assert_eq!(d.kind, Kind::Maintain);
    let range = only("id,name,direction,target\nA,Emergency changes,between,1-8 %\n").definition;
    assert_eq!((range.direction(), range.target_high.map(|h| h.to_string()).as_deref()), (Direction::Range, Some("8")));
}

#[test]
fn the_kind_follows_from_what_a_row_has() {
    let milestone =
        only("code,title,criteria,due\nM,Roll out,Design signed|2026-03-31|2026-03-20;Pilot|2026-06-30,2026-12-31\n");
    assert_eq!(milestone.definition.kind, Kind::Milestone);
    assert_eq!(milestone.criteria_done, [Some(day("2026-03-20")), None]);
    let reach = only("code,title,baseline,target,due\nR,Grow,50,90,2027-12-31\n").definition;
    assert_eq!((reach.kind, reach.start, reach.start_derived), (Kind::Reach, day("2026-11-23"), true));
    let held = read("code,title,baseline,target,due\nH,Hold,90,90,2027-12-31\n");
    assert_eq!(held.rows[0].definition.kind, Kind::Reach, "the contract asks for no way to go");
    let started = only("code,title,target,start\nS,Hold,90,2025-01-01\n").definition;
    assert_eq!((started.kind, started.start_derived), (Kind::Maintain, false));
}

#[test]
fn an_error_names_row_column_and_reason() {
    let sheet = read(
        "code,title,target,due,direction,frequency\nA,First,abc,2026-02-30,sideways,often\nB,Second,5,,,\nB,Again,5,,,\n,No code,5,,,\n",
    );
    let said: Vec<(u64, &str)> = sheet.errors.iter().map(|error| (error.row, error.column.as_str())).collect();
    let expected = [(2, "frequency"), (2, "direction"), (2, "due"), (2, "target"), (4, "code"), (5, "code")];
    let mut sorted = said.clone();
    sorted.sort();
    let mut wanted = expected.to_vec();
    wanted.sort();
    assert_eq!(sorted, wanted, "{:?}", sheet.errors);
    assert!(sheet.errors.iter().any(|e| e.reason.contains("row 3")), "{:?}", sheet.errors);
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn what_the_file_has_no_column_for_stays_and_an_emptied_cell_is_noted() {
    let mut before = Definition::titled("Old", day("2025-01-01"));
    before.owner = "Amara".to_owned();
    before.metric = "Coverage".to_owned();
    let known = |code: &str| (code == "A").then(|| before.clone());
    let sheet = read_on("code,title,metric\nA,New,\n", &known);
    let d = &sheet.rows[0].definition;
    assert_eq!((d.title.as_str(), d.owner.as_str(), d.metric.as_str()), ("New", "Amara", ""));
    assert_eq!((d.start, d.start_derived), (day("2025-01-01"), false));
    assert_eq!(sheet.notes.len(), 1);
    assert_eq!((sheet.notes[0].row, sheet.notes[0].column.as_str()), (2, "metric"));
}

#[test]
fn a_formula_like_text_keeps_its_sign_and_loses_the_apostrophe() {
    let row = only("code,title,owner\nA,'=1+1,'quoted\n");
    assert_eq!((row.definition.title.as_str(), row.definition.owner.as_str()), ("=1+1", "'quoted"));
}
