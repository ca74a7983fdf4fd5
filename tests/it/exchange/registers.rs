//! Sources and people brought from files: new, changed, known, refused.

use sixtwo::app::import::Change;
use sixtwo::app::{Clock, Command, Env, ImportReport, ImportRequest, RefusalKind, Session, Source as Bytes};
use sixtwo::domain::directory::{Entry, EntryKind};
use sixtwo::domain::period::{Date, FiscalCalendar};
use sixtwo::domain::trace::{RequirementKind, Source, SourceKind, SourceStatus};
use sixtwo::exchange::input::Input;
use sixtwo::exchange::people::{self, read_people, write_people};
use sixtwo::exchange::sources::{self, read_sources, write_sources};
use sixtwo::store::{Access, Record, Sight, Store};
use tempfile::TempDir;

const SOURCES: &str = "\
ref,kind,title,level,status,detail
4.2,commitment,Timely patching,,open,policy version 5
R-014,risk,Unpatched systems exploited,high,open,
R-007,Risk,Leaver misuse,medium,accepted,
T-3,treatment,Weekend patch window,,in progress,
REQ-9,requirement,Report incidents within 6 hours,,open,
F-1,audit finding,Access left open after leaving,,closed,
I-2,incident,Mail account taken over,,,
B-1,priority,Enter the hospital market,,open,
";

const PEOPLE: &str = "\
name,role,function,email,from,until
M. Silva,CISO; Data protection officer,Security,silva@example.org,2024-01-01,
R. Okafor,Head of IT operations,IT operations,,2023-05-01,
K. Lind,Engineer,Engineering,,,
P. Moss,Engineer,Engineering,,,
A. Novak,HR lead,HR,,2020-01-01,2026-06-30
";

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// A register whose clock stands at 2026-11-23.
struct Desk {
    session: Session,
    dir: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let dir = TempDir::new().expect("a directory");
        let env = Env {
            clock: Clock::set_to("2026-11-23").expect("a date"),
            actor: "Amara".to_owned(),
            os_user: "amara".to_owned(),
        };
        let path = dir.path().join("desk.sixtwo");
        let session = Session::create_demo(&path, "Example", FiscalCalendar::default(), env).expect("a register");
        Desk { session, dir }
    }

    fn sources(&mut self, request: ImportRequest) -> ImportReport {
        self.session.import_sources(request).expect("a usable file")
    }

    fn people(&mut self, request: ImportRequest) -> ImportReport {
        self.session.import_people(request).expect("a usable file")
    }

    fn kept<R: Record>(&self) -> Vec<R> {
        let store = Store::open(&self.dir.path().join("desk.sixtwo"), Access::ReadOnly).expect("the register");
        store.reader().records(&Sight::today(day("2026-11-23"))).expect("its rows")
    }

    fn source(&self, kind: SourceKind, reference: &str) -> Source {
        let found = self.kept::<Source>().into_iter().find(|s| s.kind == kind && s.reference == reference);
        found.expect("the source")
    }

    fn entry(&self, kind: EntryKind, name: &str) -> Entry {
        self.kept::<Entry>().into_iter().find(|e| e.kind == kind && e.name == name).expect("the entry")
    }

    fn is_sound(&mut self) -> bool {
        self.session.verify(false).expect("verified").findings.is_empty()
    }
}

fn file(text: &str) -> ImportRequest {
    ImportRequest { name: "list.csv".to_owned(), source: Bytes::from(text), ..ImportRequest::default() }
}

fn updating(text: &str) -> ImportRequest {
    ImportRequest { update: true, ..file(text) }
}

fn counts(report: &ImportReport) -> [usize; 5] {
    [report.created, report.updated, report.unchanged, report.skipped, report.refused]
}

fn errors(report: &ImportReport) -> Vec<String> {
    report.error_lines().collect()
}

fn notes(report: &ImportReport) -> String {
    report.notes.iter().map(|note| note.to_string() + "\n").collect()
}

#[test]
fn sources_of_every_kind_come_in() {
    let mut desk = Desk::new();
    let report = desk.sources(file(SOURCES));
    assert_eq!(counts(&report), [8, 0, 0, 0, 0], "{:?}", report.errors);
    assert_eq!(report.outcome.summary, "8 sources from list.csv");
    let risk = desk.source(SourceKind::Risk, "R-014");
    assert_eq!((risk.title.as_str(), risk.level.as_str()), ("Unpatched systems exploited", "high"));
    assert_eq!((risk.status, risk.recorded_on), (SourceStatus::Open, day("2026-11-23")));
    assert_eq!(desk.source(SourceKind::Commitment, "4.2").detail, "policy version 5");
    assert_eq!(desk.source(SourceKind::Treatment, "T-3").status, SourceStatus::Open);
    assert_eq!(desk.source(SourceKind::Finding, "F-1").status, SourceStatus::Closed);
    assert!(notes(&report).contains("row 8, date: incident:I-2 happened on no day"), "{}", notes(&report));
    assert!(notes(&report).contains("risk:R-007 is accepted, but nobody says by whom and why"));
    assert!(desk.is_sound());
}

#[test]
fn the_same_sources_twice_write_nothing() {
    let mut desk = Desk::new();
    desk.sources(file(SOURCES));
    let report = desk.sources(updating(&SOURCES.replace("R-014,risk", "r-014,RISK")));
    assert_eq!(counts(&report), [0, 0, 8, 0, 0], "{:?}", report.errors);
    assert_eq!(report.outcome.seq, 0);
}

#[test]
fn a_changed_source_needs_update() {
    let mut desk = Desk::new();
    desk.sources(file(SOURCES));
    let changed = SOURCES.replace("medium,accepted", "high,closed");
    let report = desk.sources(file(&changed));
    assert!(report.stopped());
    let error = "list.csv:4:ref: differs from the register: level medium -> high, status accepted -> closed; --update takes it over";
    assert_eq!(errors(&report), [error]);
    assert_eq!(desk.source(SourceKind::Risk, "R-007").level, "medium");

    let report = desk.sources(updating(&changed));
    assert_eq!(counts(&report), [0, 1, 7, 0, 0], "{:?}", report.errors);
    let risk = desk.source(SourceKind::Risk, "R-007");
    assert_eq!((risk.status, risk.closed_on), (SourceStatus::Closed, Some(day("2026-11-23"))));
    assert!(desk.is_sound());
}

#[test]
fn columns_a_file_lacks_keep_what_is_there_and_an_emptied_cell_is_told() {
    let mut desk = Desk::new();
    desk.sources(file(SOURCES));
    let report = desk.sources(updating("ref,kind,level\nR-014,risk,\n"));
    assert_eq!(counts(&report), [0, 1, 0, 0, 0], "{:?}", report.errors);
    assert!(notes(&report).contains("row 2, level: the cell is empty; what stood there is taken out"));
    let risk = desk.source(SourceKind::Risk, "R-014");
    assert_eq!((risk.title.as_str(), risk.level.as_str()), ("Unpatched systems exploited", ""));
}

#[test]
fn what_cannot_be_taken_over_is_named_by_row_and_column_and_stops_everything() {
    let bad = "\
ref,kind,title,status,mandated,due,date
R-1,hazard,Flood,open,,,
,risk,Fire,open,,,
R-2,risk,,open,,,
R-3,risk,Theft,odd,,,
R-4,requirement,Law,open,perhaps,,
R-5,treatment,Fence,open,,soon,
R-6,incident,Break-in,open,,,2027-01-01
R-7,risk,Good,open,,,
r-7,risk,Good again,open,,,
";
    let mut desk = Desk::new();
    let report = desk.sources(file(bad));
    let found: Vec<(u64, &str)> = report.errors.iter().map(|e| (e.row, e.column.as_str())).collect();
    let expected =
        [(2, "kind"), (3, "ref"), (4, "title"), (5, "status"), (6, "mandated"), (7, "due"), (8, "date"), (10, "ref")];
    assert_eq!(found, expected, "{:?}", report.errors);
    assert!(report.stopped() && desk.kept::<Source>().is_empty());

    let report = desk.sources(ImportRequest { skip_invalid: true, ..file(bad) });
    assert_eq!(counts(&report), [1, 0, 0, 8, 8]);
    assert_eq!(desk.kept::<Source>().len(), 1);
}

#[test]
fn a_risk_register_of_other_people_is_understood() {
    let theirs = "\
Risk ID;Type;Risk title;Residual level;State;Risk owner;Comments;Probability
R-1;risk;Ransomware;15;Identified;R. Okafor;assessed in May;3
";
    let mut desk = Desk::new();
    let report = desk.sources(file(theirs));
    assert_eq!(counts(&report), [1, 0, 0, 0, 0], "{:?}", report.errors);
    let risk = desk.source(SourceKind::Risk, "R-1");
    assert_eq!([risk.level, risk.owner, risk.detail], ["15", "R. Okafor", "assessed in May"]);
    assert!(notes(&report).contains("column Probability: is not imported"), "{}", notes(&report));
}

#[test]
fn a_file_without_a_kind_asks_for_it() {
    let mut desk = Desk::new();
    let refusal = desk.session.import_sources(file("ref,title\nR-1,Flood\n")).expect_err("no kind");
    assert_eq!(refusal.kind, RefusalKind::Invalid);
    assert!(refusal.message.contains("no column for `kind`") && refusal.message.contains("--map kind=Header"));
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let mut desk = Desk::new();
    desk.sources(file("ref,kind,title\nR-1,risk,Flood\nR-2,risk,Fire\n"));
    let next = "ref,kind,title\nR-1,risk,High water\nR-2,risk,Fire\nR-3,risk,Theft\nR-4,odd,x\n";
    let report = desk.sources(ImportRequest { dry_run: true, skip_invalid: true, ..updating(next) });
    let told: Vec<(u64, &str, Change, &str)> =
        report.plan.iter().map(|line| (line.row, line.code.as_str(), line.change, line.text.as_str())).collect();
    assert_eq!(told[0], (2, "risk:R-1", Change::Update, "title Flood -> High water"));
    assert_eq!(told[1], (3, "risk:R-2", Change::Unchanged, ""));
    assert_eq!(told[2], (4, "risk:R-3", Change::Create, "Theft"));
    assert_eq!((told[3].0, told[3].2), (5, Change::Skip));
    assert_eq!(desk.kept::<Source>().len(), 2);
    assert_eq!(desk.source(SourceKind::Risk, "R-1").title, "Flood");
}

#[test]
fn a_treatment_of_a_risk_nobody_knows_is_told() {
    let mut desk = Desk::new();
    let rows = "ref,kind,title,treats\nT-1,treatment,Fence,r-1\nT-2,treatment,Pump,R-2\nR-1,risk,Theft,\n";
    let report = desk.sources(file(rows));
    assert_eq!(counts(&report), [3, 0, 0, 0, 0], "{:?}", report.errors);
    assert!(notes(&report).contains("row 3, treats: no risk `R-2` is known yet"), "{}", notes(&report));
    assert!(!notes(&report).contains("r-1"));
}

#[test]
fn an_import_of_sources_is_taken_back_as_one() {
    let mut desk = Desk::new();
    let report = desk.sources(file(SOURCES));
    assert!(report.outcome.undoable);
    desk.session.run(Command::Undo { seq: None }).expect("taken back");
    assert!(desk.kept::<Source>().is_empty());
    assert!(desk.is_sound());
}

#[test]
fn sources_come_back_as_they_were_written() {
    let mut source = Source::new(SourceKind::Requirement, "=4.2", "- a title, with \"signs\"", day("2026-11-23"));
    source.status = SourceStatus::Withdrawn;
    source.requirement = Some(RequirementKind::Regulatory);
    (source.mandated, source.significant) = (true, true);
    (source.due, source.day) = (Some(day("2027-01-31")), Some(day("2026-02-28")));
    let texts: [&mut String; 9] = [
        &mut source.detail,
        &mut source.level,
        &mut source.owner,
        &mut source.policy,
        &mut source.policy_version,
        &mut source.party,
        &mut source.covered_by,
        &mut source.treats,
        &mut source.acceptance,
    ];
    for (at, text) in texts.into_iter().enumerate() {
        *text = format!("text {at}; with | signs");
    }
    let input = Input::look(Bytes::from(write_sources(std::slice::from_ref(&source)))).expect("readable");
    let context = sources::Context { maps: &[], today: day("2026-11-23"), known: &|_, _| None };
    let table = read_sources(&input, &context).expect("a table");
    assert!(table.errors.is_empty(), "{:?}", table.errors);
    assert_eq!(table.rows, [(2, source)]);
}

#[test]
fn people_bring_the_roles_and_functions_they_name() {
    let mut desk = Desk::new();
    let report = desk.people(file(PEOPLE));
    assert_eq!(counts(&report), [5, 0, 0, 0, 0], "{:?}", report.errors);
    let silva = desk.entry(EntryKind::Person, "M. Silva");
    assert_eq!((silva.email.as_str(), silva.from), ("silva@example.org", Some(day("2024-01-01"))));
    assert_eq!(desk.entry(EntryKind::Person, "A. Novak").until, Some(day("2026-06-30")));
    for role in ["CISO", "Data protection officer"] {
        let role = desk.entry(EntryKind::Role, role);
        assert_eq!((role.role.as_str(), role.function.as_str()), ("M. Silva", "Security"));
    }
    assert_eq!(desk.entry(EntryKind::Role, "Engineer").role, "K. Lind", "the first who names a role holds it");
    assert_eq!(desk.entry(EntryKind::Role, "HR lead").role, "", "who has left holds nothing");
    for function in ["Security", "IT operations", "Engineering", "HR"] {
        desk.entry(EntryKind::Function, function);
    }
    assert_eq!(desk.kept::<Entry>().len(), 5 + 5 + 4);
    let told = notes(&report);
    assert!(told.contains("named by the rows and entered with them: function Security, role CISO"), "{told}");
    assert!(told.contains("and 3 more"), "{told}");
    assert_eq!(report.outcome.summary, "people from list.csv: 5 entered, 9 more named by them");
    assert!(desk.is_sound());
}

#[test]
fn the_same_people_twice_write_nothing() {
    let mut desk = Desk::new();
    desk.people(file(PEOPLE));
    let report = desk.people(updating(PEOPLE));
    assert_eq!(counts(&report), [0, 0, 5, 0, 0], "{:?}", report.errors);
    assert_eq!(report.outcome.seq, 0);
}

#[test]
fn a_vacant_role_gets_its_new_holder_with_update() {
    let mut desk = Desk::new();
    desk.people(file(PEOPLE));
    let newcomer = format!("{PEOPLE}S. Tan,HR lead,HR,,2026-07-01,\n");
    let report = desk.people(file(&newcomer));
    assert_eq!(counts(&report), [1, 0, 5, 0, 0], "{:?}", report.errors);
    let told = notes(&report);
    assert!(told.contains("nobody active holds the role HR lead; --update makes S. Tan its holder"), "{told}");
    assert_eq!(desk.entry(EntryKind::Role, "HR lead").role, "");

    desk.people(updating(&newcomer));
    assert_eq!(desk.entry(EntryKind::Role, "HR lead").role, "S. Tan");

    let left = newcomer.replace("silva@example.org,2024-01-01,", "silva@example.org,2024-01-01,2026-10-31");
    desk.people(updating(&format!("{left}T. Berg,CISO,Security,,2026-11-01,\n")));
    assert_eq!(desk.entry(EntryKind::Role, "CISO").role, "T. Berg");
    assert_eq!(desk.entry(EntryKind::Role, "Data protection officer").role, "M. Silva");
    assert!(desk.is_sound());
}

#[test]
fn a_row_without_a_name_is_about_its_role_or_function() {
    let mut desk = Desk::new();
    let rows = "name,role,function,email,from,until\n,Auditor,Audit,,2026-01-01,\n,,Old team,,,2025-12-31\n,,,,,\n";
    let report = desk.people(file(rows));
    assert_eq!(counts(&report), [2, 0, 0, 0, 0], "{:?}", report.errors);
    assert_eq!(desk.entry(EntryKind::Role, "Auditor").from, Some(day("2026-01-01")));
    assert_eq!(desk.entry(EntryKind::Function, "Old team").until, Some(day("2025-12-31")));
    desk.entry(EntryKind::Function, "Audit");
}

#[test]
fn people_that_cannot_be_taken_over_are_named() {
    let mut desk = Desk::new();
    let rows = "\
name,role,function,email,from,until
,,,nobody@example.org,,
A. One,,,,2026-02-01,2026-01-31
B. Two,,,,yesterday,
C. Three,,,,,
c. three,,,,,
";
    let report = desk.people(file(rows));
    let found: Vec<(u64, &str)> = report.errors.iter().map(|e| (e.row, e.column.as_str())).collect();
    assert_eq!(found, [(2, "name"), (3, "until"), (4, "from"), (6, "name")], "{:?}", report.errors);
    assert!(desk.kept::<Entry>().is_empty());
}

#[test]
fn a_changed_person_needs_update() {
    let mut desk = Desk::new();
    desk.people(file(PEOPLE));
    let changed = PEOPLE.replace("Engineer,Engineering,,,\nP.", "Team lead,Engineering,,,\nP.");
    let report = desk.people(file(&changed));
    assert_eq!(
        errors(&report),
        ["list.csv:4:name: differs from the register: role Engineer -> Team lead; --update takes it over"]
    );
    let report = desk.people(updating(&changed));
    assert_eq!(counts(&report), [0, 1, 4, 0, 0], "{:?}", report.errors);
    assert_eq!(desk.entry(EntryKind::Role, "Team lead").role, "K. Lind");
}

#[test]
fn people_come_back_as_they_were_written() {
    let mut person = Entry::new(EntryKind::Person, "=M. Silva", day("2026-11-23"));
    person.role = "CISO; DPO".to_owned();
    person.function = "Security, all of it".to_owned();
    person.email = "silva@example.org".to_owned();
    person.successor = "T. Berg".to_owned();
    (person.from, person.until) = (Some(day("2024-01-01")), Some(day("2026-12-31")));
    let role = Entry { function: "HR".to_owned(), ..Entry::new(EntryKind::Role, "HR lead", day("2026-11-23")) };
    let function = Entry { until: person.until, ..Entry::new(EntryKind::Function, "HR", day("2026-11-23")) };
    let entries = [person, role, function];
    let input = Input::look(Bytes::from(write_people(&entries))).expect("readable");
    let context = people::Context { maps: &[], today: day("2026-11-23"), known: &|_, _| None };
    let table = read_people(&input, &context).expect("a table");
    assert!(table.errors.is_empty(), "{:?}", table.errors);
    assert_eq!(table.rows.into_iter().map(|(_, entry)| entry).collect::<Vec<_>>(), entries);
}

#[test]
fn a_spreadsheet_that_cannot_be_read_says_why() {
    let mut desk = Desk::new();
    let damaged = (&b"PK\x03\x04rest of the archive"[..], "the file is damaged");
    let old = (&b"\xd0\xcf\x11\xe0\xa1\xb1"[..], "xls");
    for (start, said) in [damaged, old] {
        let request = ImportRequest { source: Bytes::from(start.to_vec()), ..file("") };
        let refusal = desk.session.import_people(request).expect_err("no table");
        assert!(refusal.message.contains(said), "{}", refusal.message);
    }
}
