//! Versions: what needs approval waits, what is wording does not, and the last approved target stays in force.

use sixtwo::app::Command;
use sixtwo::domain::approval::needs_approval;
use sixtwo::domain::status::Status;
use sixtwo::domain::version::{Cause, SeriesMark};

use super::desk::{Desk, day};

#[test]
fn the_last_approved_target_stays_in_force_until_the_next_is() {
    let mut desk = Desk::with_edition();
    desk.on("2026-02-05");
    desk.record("HR-2", "2026-01", "98.5");
    assert_eq!(desk.dossier("HR-2").row.judgement.status, Status::OnTrack);
    desk.edit("HR-2", "asked by the board", |d| d.target = "99".parse().ok());
    let dossier = desk.dossier("HR-2");
    assert_eq!(dossier.row.version.words(), "version 1, draft 2");
    assert_eq!(dossier.row.judgement.status, Status::OnTrack, "98.5 is held against 98");
    assert_eq!(dossier.row.objective.definition.target, "98".parse().ok());
    assert_eq!(dossier.awareness.version, Some(1));

    desk.on("2026-02-10");
    desk.approve("the board asked for more", &[]).expect("edition 2");
    let version = desk.version("HR-2", 2);
    assert_eq!(version.effective, Some(day("2026-03-01")), "it judges from the next period on");
    desk.on("2026-03-04");
    desk.record("HR-2", "2026-02", "98.5");
    assert_eq!(desk.dossier("HR-2").row.judgement.status, Status::OnTrack, "February was promised 98");
    desk.on("2026-04-04");
    desk.record("HR-2", "2026-03", "98.5");
    assert_eq!(desk.dossier("HR-2").row.judgement.status, Status::AtRisk, "March was promised 99");
    desk.is_sound();
}

#[test]
fn wording_is_in_force_at_once_and_rests_on_the_approval_before() {
    let mut desk = Desk::with_edition();
    let done = desk.edit("IT-2", "said more plainly", |d| d.title = "Critical weak spots closed in time".to_owned());
    assert!(done.summary.contains("wording only"), "{}", done.summary);
    let dossier = desk.dossier("IT-2");
    assert_eq!((dossier.row.version.in_force, dossier.row.version.draft), (Some(2), None));
    assert_eq!(dossier.awareness.version, Some(1), "what was approved and told is version 1");
    let version = desk.version("IT-2", 2);
    assert_eq!((version.approved_by.as_str(), version.reason.as_str()), ("Management review", "said more plainly"));
}

#[test]
fn the_class_of_a_change_follows_from_its_fields() {
    for field in ["target", "due", "metric", "formula", "unit", "kind", "frequency", "criteria", "population"] {
        assert!(needs_approval(field), "{field} is promised to management");
    }
    for field in ["title", "owner", "function", "parent", "what", "resources", "links", "collector", "data_source"] {
        assert!(!needs_approval(field), "{field} is wording");
    }
}

#[test]
fn a_version_keeps_reason_cause_and_what_it_means_for_the_series() {
    let mut desk = Desk::with_edition();
    let row = desk.dossier("IT-2").row;
    let mut definition = row.objective.definition.clone();
    definition.formula = "closed in SLA / falling due".to_owned();
    desk.run(Command::EditObjective {
        code: "IT-2".to_owned(),
        base: row.changed_seq,
        definition: Box::new(definition),
        reason: "the auditor asked for the open ones too".to_owned(),
        cause: Some(Cause::Audit),
        series: None,
    })
    .expect("a draft");
    let next = desk.session.next_edition().expect("what would be");
    assert!(next.waiting[0].leaves_series_open(), "the formula changed and nobody said what that means");

    let row = desk.dossier("IT-2").row;
    let mut definition = desk.version("IT-2", 2).definition;
    definition.formula = "closed in SLA / falling due or open past it".to_owned();
    desk.run(Command::EditObjective {
        code: "IT-2".to_owned(),
        base: row.changed_seq,
        definition: Box::new(definition),
        reason: String::new(),
        cause: None,
        series: Some(SeriesMark::Break),
    })
    .expect("the draft is changed");
    let draft = desk.version("IT-2", 2);
    assert_eq!((draft.cause, draft.series), (Some(Cause::Audit), Some(SeriesMark::Break)));
    assert_eq!(draft.reason, "the auditor asked for the open ones too", "what was said first stays");
    assert!(!desk.session.next_edition().expect("what would be").waiting[0].leaves_series_open());
    desk.approve("an audit asked for it", &[]).expect("edition 2");
    let approved = desk.version("IT-2", 2);
    assert_eq!((approved.cause, approved.series), (Some(Cause::Audit), Some(SeriesMark::Break)));
}

#[test]
fn one_objective_is_approved_alone_with_its_people() {
    let mut desk = Desk::with_drafts();
    desk.run(Command::Approve {
        codes: vec!["HR-2".to_owned()],
        by: "M. Berg".to_owned(),
        people: vec!["M. Berg".to_owned(), " ".to_owned()],
        on: day("2026-01-09"),
        reference: "mail of 9 January".to_owned(),
        effective: None,
        cause: Some(Cause::Incident),
    })
    .expect("approved");
    let version = desk.version("HR-2", 1);
    assert_eq!((version.approvers, version.cause), (vec!["M. Berg".to_owned()], Some(Cause::Incident)));
    assert_eq!(desk.dossier("IT-2").row.judgement.status, Status::Draft);
}

#[test]
fn another_session_sees_what_waits() {
    let mut desk = Desk::with_edition();
    desk.edit("HR-2", "more", |d| d.target = "99".parse().ok());
    let mut colleague = desk.colleague("2026-01-15");
    let overview = colleague.overview(sixtwo::app::view::Lens::default()).expect("the list");
    assert_eq!((overview.edition, overview.waiting()), (Some(1), 1));
}
