//! A version dated ahead is neither lost under what comes in force meanwhile, nor does it take that back on its day.

use sixtwo::app::people::PeopleCommand;
use sixtwo::app::view::{Lens, Row};
use sixtwo::app::{Clock, Command, Env, ImportRequest, NewAction, Outcome, Refusal, Session, Source};
use sixtwo::domain::objective::Definition;
use sixtwo::domain::period::{Date, FiscalCalendar};
use sixtwo::domain::rearrangement::{Patch, RearrangementKind};
use tempfile::TempDir;

const OBJECTIVES: &str = "\
code,title,kind,owner,collector,metric,unit,direction,target,frequency,start,lifecycle,function,parent
IT-2,Critical vulnerabilities in SLA,maintain,A. Novak,A. Novak,closed in SLA,%,higher,95,M,2025-01-01,in_force,IT,
IT-3,Baseline configuration,maintain,R. Okafor,A. Novak,hosts passing,%,higher,95,M,2025-01-01,in_force,IT,
IT-9,Exotic draft,maintain,A. Novak,,m,%,higher,95,M,2025-01-01,draft,IT,
";

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

struct Desk {
    session: Session,
    _dir: TempDir,
}

impl Desk {
    /// With three objectives; its clock stands at 2026-11-24.
    fn new() -> Desk {
        let dir = TempDir::new().expect("a directory");
        let clock = Clock::set_to("2026-11-24").expect("a date");
        let env = Env { clock, actor: "Amara".to_owned(), os_user: "amara".to_owned() };
        let path = dir.path().join("desk.sixtwo");
        let mut session = Session::create_demo(&path, "Example", FiscalCalendar::default(), env).expect("a register");
        let (name, source) = ("objectives.csv".to_owned(), Source::from(OBJECTIVES));
        let request = ImportRequest { name, source, ..ImportRequest::default() };
        let report = session.import_objectives(request).expect("a usable file");
        assert!(!report.stopped(), "{:?}", report.errors);
        Desk { session, _dir: dir }
    }

    fn at(&mut self, day: &str) {
        self.session.set_clock(Clock::set_to(day).expect("a date")).expect("a demo");
    }

    fn run(&mut self, command: Command) -> Outcome {
        self.session.run(command).unwrap_or_else(|refusal| panic!("{refusal}"))
    }

    fn refused(&mut self, command: Command) -> Refusal {
        self.session.run(command).expect_err("a refusal")
    }

    fn hand_over(&mut self, on: Option<&str>) -> Outcome {
        self.run(hand_over("A. Novak", "K. Lind", on))
    }

    fn row(&mut self, code: &str, as_of: Option<&str>) -> Row {
        let lens = Lens { as_of: as_of.map(day), ..Lens::default() };
        let overview = self.session.overview(lens).expect("an overview");
        overview.rows.into_iter().find(|row| row.code() == code).expect("an objective")
    }

    fn owner(&mut self, code: &str, as_of: Option<&str>) -> String {
        self.row(code, as_of).objective.definition.owner
    }

    fn edit(&mut self, code: &str, change: impl FnOnce(&mut Definition)) -> Outcome {
        let dossier = self.session.dossier(code, Lens::default()).expect("a dossier");
        let draft = dossier.versions.iter().find(|version| version.draft).map(|version| version.definition.clone());
        let mut definition = draft.unwrap_or(dossier.row.objective.definition);
        change(&mut definition);
        self.run(Command::EditObjective {
            code: code.to_owned(),
            base: u64::MAX,
            definition: Box::new(definition),
            reason: "said better".to_owned(),
            cause: None,
            series: None,
        })
    }

    fn approve(&mut self, code: &str, on: &str) -> Outcome {
        self.run(Command::Approve {
            codes: vec![code.to_owned()],
            by: "Board".to_owned(),
            people: Vec::new(),
            on: day(on),
            reference: String::new(),
            effective: None,
            cause: None,
        })
    }

    fn is_sound(&mut self) {
        assert_eq!(self.session.verify(false).expect("a check").findings, Vec::<String>::new());
    }
}

fn hand_over(from: &str, to: &str, on: Option<&str>) -> Command {
    Command::People(PeopleCommand::HandOver {
        from: from.to_owned(),
        to: to.to_owned(),
        on: on.map(day),
        codes: Vec::new(),
        reason: "new job".to_owned(),
    })
}

const AFTER: Option<&str> = Some("2027-01-01");

#[test]
fn a_hand_over_dated_ahead_begins_on_its_day_and_not_before() {
    let mut desk = Desk::new();
    let done = desk.hand_over(AFTER);
    assert_eq!(done.touched, ["IT-2", "IT-3", "IT-9"]);
    assert!(done.warnings.iter().any(|warning| warning.contains("IT-9 is a draft")), "{:?}", done.warnings);
    assert_eq!(desk.owner("IT-2", None), "A. Novak");
    assert_eq!(desk.owner("IT-2", Some("2026-12-31")), "A. Novak");
    assert_eq!(desk.owner("IT-2", AFTER), "K. Lind");
    let row = desk.row("IT-3", None);
    assert_eq!((row.version.in_force, row.version.draft), (Some(1), None));
    assert_eq!(row.planned[0].said(), "figures come from K. Lind");
    assert_eq!(row.planned[0].begins, day("2027-01-01"));
    assert!(desk.row("IT-3", Some("2026-11-01")).planned.is_empty(), "nobody knew of it then");
    desk.at("2027-01-01");
    let row = desk.row("IT-2", None);
    assert_eq!((row.objective.definition.owner.as_str(), row.version.in_force), ("K. Lind", Some(2)));
    assert_eq!(row.objective.standards.len(), 1, "the target stays one and the same");
    desk.is_sound();
}

#[test]
fn wording_changed_meanwhile_holds_before_and_after_the_day() {
    let mut desk = Desk::new();
    desk.hand_over(AFTER);
    desk.edit("IT-2", |definition| definition.title = "Holes closed in time".to_owned());
    let now = desk.row("IT-2", None);
    assert_eq!(now.objective.definition.title, "Holes closed in time");
    assert_eq!(now.objective.definition.owner, "A. Novak");
    let then = desk.row("IT-2", AFTER);
    assert_eq!(then.objective.definition.title, "Holes closed in time");
    assert_eq!(then.objective.definition.owner, "K. Lind");
    assert!(then.version.in_force > now.version.in_force);
    desk.is_sound();
}

#[test]
fn a_target_approved_meanwhile_holds_after_the_day() {
    let mut desk = Desk::new();
    desk.hand_over(AFTER);
    desk.edit("IT-2", |definition| definition.target = "97".parse().ok());
    let draft = desk.row("IT-2", None).version.draft;
    desk.approve("IT-2", "2026-11-24");
    assert_eq!(desk.row("IT-2", None).version.in_force, draft, "the number that was shown is the number approved");
    for (as_of, owner) in [(None, "A. Novak"), (AFTER, "K. Lind")] {
        let definition = desk.row("IT-2", as_of).objective.definition;
        assert_eq!(definition.target.map(|t| t.to_string()).as_deref(), Some("97"), "{as_of:?}");
        assert_eq!(definition.owner, owner, "{as_of:?}");
    }
    let standards = desk.row("IT-2", AFTER).objective.standards;
    assert_eq!(standards.iter().map(|s| s.target.to_string()).collect::<Vec<_>>(), ["95", "97"]);
    assert_eq!(standards[1].from, day("2026-12-01"));
}

#[test]
fn a_draft_that_waits_over_the_day_does_not_bring_the_old_owner_back() {
    let mut desk = Desk::new();
    desk.edit("IT-2", |definition| definition.target = "97".parse().ok());
    desk.hand_over(AFTER);
    let row = desk.row("IT-2", None);
    assert!(row.version.draft > row.version.scheduled.map(|(number, _)| number), "a draft stands over what is agreed");
    desk.at("2027-01-05");
    assert_eq!(desk.owner("IT-2", None), "K. Lind");
    let versions = desk.session.dossier("IT-2", Lens::default()).expect("a dossier").versions;
    let draft = versions.iter().find(|version| version.draft).expect("the draft");
    assert_eq!(draft.definition.owner, "K. Lind");
    desk.approve("IT-2", "2027-01-05");
    let definition = desk.row("IT-2", None).objective.definition;
    assert_eq!(definition.owner, "K. Lind");
    assert_eq!(definition.target.map(|t| t.to_string()).as_deref(), Some("97"));
    desk.is_sound();
}

#[test]
fn a_hand_over_today_keeps_the_draft_that_waits() {
    let mut desk = Desk::new();
    desk.edit("IT-2", |definition| definition.target = "97".parse().ok());
    desk.hand_over(None);
    let row = desk.row("IT-2", None);
    assert_eq!(row.objective.definition.owner, "K. Lind");
    assert_eq!(row.objective.definition.target.map(|t| t.to_string()).as_deref(), Some("95"));
    assert!(row.version.draft > row.version.in_force);
    desk.approve("IT-2", "2026-11-24");
    let definition = desk.row("IT-2", None).objective.definition;
    assert_eq!(definition.owner, "K. Lind");
    assert_eq!(definition.target.map(|t| t.to_string()).as_deref(), Some("97"));
}

#[test]
fn undo_goes_back_in_order_and_not_past_what_rests_on_it() {
    let mut desk = Desk::new();
    let plan = desk.hand_over(AFTER);
    desk.edit("IT-2", |definition| definition.title = "Holes closed in time".to_owned());
    let refusal = desk.refused(Command::Undo { seq: Some(plan.seq) });
    assert!(refusal.message.contains("changed since"), "{refusal}");
    desk.run(Command::Undo { seq: None });
    assert_eq!(desk.owner("IT-2", AFTER), "K. Lind");
    assert_eq!(desk.row("IT-2", AFTER).objective.definition.title, "Critical vulnerabilities in SLA");
    desk.run(Command::Undo { seq: Some(plan.seq) });
    for code in ["IT-2", "IT-9"] {
        assert_eq!(desk.owner(code, AFTER), "A. Novak");
    }
    desk.run(Command::Redo);
    assert_eq!(desk.owner("IT-2", AFTER), "K. Lind");
    desk.is_sound();
}

#[test]
fn two_plans_stack_by_their_days_whatever_the_order_they_were_made_in() {
    let mut desk = Desk::new();
    let moves = |function: &str, on: &str, name: &str| {
        Command::People(PeopleCommand::Rearrange {
            kind: RearrangementKind::Reorganization,
            name: name.to_owned(),
            on: Some(day(on)),
            changes: vec![("IT-2".to_owned(), Patch { function: Some(function.to_owned()), ..Patch::default() })],
            reason: String::new(),
        })
    };
    desk.run(moves("Platform", "2027-03-01", "One platform"));
    desk.hand_over(AFTER);
    let content = |desk: &mut Desk, on: &str| {
        let definition = desk.row("IT-2", Some(on)).objective.definition;
        (definition.owner, definition.function)
    };
    let said = |owner: &str, function: &str| (owner.to_owned(), function.to_owned());
    assert_eq!(content(&mut desk, "2026-12-31"), said("A. Novak", "IT"));
    assert_eq!(content(&mut desk, "2027-02-28"), said("K. Lind", "IT"));
    assert_eq!(content(&mut desk, "2027-03-01"), said("K. Lind", "Platform"));
}

#[test]
fn open_actions_pass_on_the_day_of_the_hand_over() {
    let mut desk = Desk::new();
    for text in ["patch", "tidy up"] {
        let action = NewAction { text: text.to_owned(), owner: "A. Novak".to_owned(), ..NewAction::default() };
        let code = if text == "patch" { "IT-2" } else { "" };
        desk.run(Command::AddAction { code: code.to_owned(), action });
    }
    desk.hand_over(AFTER);
    let mut owes = |on: Option<&str>, who: &str| {
        let lens = Lens { as_of: on.map(day), ..Lens::default() };
        let view = desk.session.people(lens).expect("people");
        view.party(who).map_or(0, |party| party.actions.len())
    };
    assert_eq!((owes(None, "A. Novak"), owes(None, "K. Lind")), (2, 0));
    assert_eq!((owes(AFTER, "A. Novak"), owes(AFTER, "K. Lind")), (0, 2));
    let mut desk = Desk::new();
    let action = NewAction { text: "patch".to_owned(), owner: "A. Novak".to_owned(), ..NewAction::default() };
    desk.run(Command::AddAction { code: "IT-2".to_owned(), action });
    desk.hand_over(None);
    let dossier = desk.session.dossier("IT-2", Lens::default()).expect("a dossier");
    assert_eq!(dossier.actions[0].owner, "K. Lind");
}

#[test]
fn a_change_of_several_is_one_step_back_and_forth() {
    let mut desk = Desk::new();
    let patch = Patch { function: Some("Platform".to_owned()), parent: Some("it-9".to_owned()), ..Patch::default() };
    let bulk = |changes| {
        Command::People(PeopleCommand::Rearrange {
            kind: RearrangementKind::Bulk,
            name: "One platform".to_owned(),
            on: None,
            changes,
            reason: String::new(),
        })
    };
    desk.run(bulk(vec![("IT-2".to_owned(), patch.clone()), ("IT-3".to_owned(), patch)]));
    let moved = desk.row("IT-3", None).objective.definition;
    assert_eq!((moved.function.as_str(), moved.parent.as_str()), ("Platform", "IT-9"));
    desk.run(Command::Undo { seq: None });
    assert_eq!(desk.row("IT-2", None).objective.definition.function, "IT");
    assert_eq!(desk.row("IT-3", None).objective.definition.parent, "");
    let under = |parent: &str| Patch { parent: Some(parent.to_owned()), ..Patch::default() };
    let refusal = desk.refused(bulk(vec![("IT-2".to_owned(), under("IT-3")), ("IT-3".to_owned(), under("IT-2"))]));
    assert!(refusal.message.contains("circle"), "{refusal}");
}
