//! The walk through the list with keys: seven letters, forms for what changes, one approval.

use sixtwo::app::Command;
use sixtwo::app::refresh::RefreshCommand;
use sixtwo::app::view::Lens;
use sixtwo::domain::objective::Lifecycle;
use sixtwo::domain::refresh::RefreshAnswer;
use sixtwo::domain::version::Cause;

use super::seat::{Seat, day, held, reached};

#[test]
fn seven_objectives_are_carried_by_seven_letters_and_one_approval() {
    let mut seat = Seat::with_seven();
    assert!(seat.screen.line_with("refresh:").contains("refresh: year end"), "{}", seat.text());

    seat.press("W<enter>kkkkkkk");
    let walk = seat.session.walk(None, Lens::default()).expect("a walk").expect("one was begun");
    assert_eq!((walk.stops.len(), walk.unanswered().count()), (7, 0), "{}", seat.text());
    assert!(walk.stops.iter().all(|stop| stop.draft == Some(2)), "each waits as version 2: {walk:?}");
    assert!(seat.screen.line_with("refresh 1").contains("refresh 1 is open"), "{}", seat.text());

    seat.press("<tab><tab><enter>").press("Management review<c-s>");
    assert!(seat.text().contains("edition 1 is approved"), "{}", seat.text());
    seat.press("<enter>");
    let overview = seat.session.overview(Lens::default()).expect("an overview");
    assert!(overview.triggers.is_empty() && overview.open_refresh.is_none(), "{:?}", overview.triggers);
    for row in &overview.rows {
        let definition = &row.objective.definition;
        assert_eq!(definition.due, Some(day("2027-03-31")), "{}", row.code());
        assert_eq!((definition.start, definition.frequency), (day("2025-04-01"), held("").frequency));
        assert_eq!((row.version.in_force, row.version.draft), (Some(2), None));
    }
    let versions = seat.session.dossier("A-1", Lens::default()).expect("an objective").versions;
    assert_eq!(versions[1].reason, "carried into FY2026-27: still serves risk R-014");
    let walks = seat.session.refreshes(Lens::default()).expect("walks");
    assert_eq!((walks[0].refresh.edition, walks[0].answered), (Some(1), 7));
    assert_eq!(seat.session.verify(false).expect("a full check").findings, [""; 0]);
    assert!(!seat.screen.line_with("FY2026-27").contains("refresh"), "{}", seat.text());
}

#[test]
fn what_changes_takes_a_form_and_what_ends_a_reason() {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups")), ("C-1", reached("Courses"))]);
    seat.press("W<enter>");
    // A held level with another target: the form opens, and saving it answers.
    seat.press("c");
    assert!(seat.text().contains("Title"), "{}", seat.text());
    seat.press("<c-u>Access reviewed in time<c-s>");
    let walk = |seat: &mut Seat| seat.session.walk(None, Lens::default()).expect("a walk").expect("one was begun");
    assert_eq!(
        walk(&mut seat).stop("A-1").map(|stop| stop.changed),
        Some(false),
        "nothing is written without a reason"
    );
    assert!(seat.screen.line_with("! Why changed").contains("is missing"), "{}", seat.text());
    seat.press("two teams were left out<c-s>");
    let line = walk(&mut seat).stop("A-1").and_then(|stop| stop.line.clone()).expect("one form is enough");
    assert_eq!((line.answer, line.reason.as_str()), (RefreshAnswer::Change, "two teams were left out"));

    assert!(seat.screen.line_with("▸B-1").contains("Backups"), "the next one is selected: {}", seat.text());
    seat.press("r").press("<tab>no backups are ours any more<c-s>");
    let walked = walk(&mut seat);
    let retired = walked.stop("B-1").expect("it was in force");
    assert_eq!(retired.line.as_ref().map(|line| line.answer), Some(RefreshAnswer::Retire), "{}", seat.text());
    assert!(retired.closed);

    seat.press("<end>k");
    assert!(seat.status().contains("C-1 cannot be kept by a letter"), "{}", seat.status());
    assert!(seat.text().contains("31 Mar 2026"), "{}", seat.text());
    seat.press("p").press("measured anew<c-s>");
    let replaced = walk(&mut seat).stop("C-1").and_then(|stop| stop.line.clone()).expect("answered");
    assert_eq!((replaced.answer, replaced.successor.as_str()), (RefreshAnswer::Replace, "OBJ-1"), "{}", seat.text());
}

/// The objective was changed on home meanwhile, where a reason may stay away: the walk asks for that one line.
#[test]
fn what_was_changed_without_a_reason_is_asked_for_one_line() {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.press("W<enter><esc>");
    let mut definition = held("Access reviewed in time");
    definition.target = "97".parse().ok();
    let base = seat.screen.model.row("A-1").expect("a row").changed_seq;
    let definition = Box::new(definition);
    let (code, reason) = ("A-1".to_owned(), String::new());
    seat.run(Command::EditObjective { code, base, definition, reason, cause: None, series: None });

    seat.press("Wc");
    assert!(seat.text().contains("Changed A-1") && !seat.text().contains("Title"), "{}", seat.text());
    seat.press("the auditor asked for more<enter>");
    let walk = seat.session.walk(None, Lens::default()).expect("a walk").expect("one was begun");
    let line = walk.stop("A-1").and_then(|stop| stop.line.clone()).expect("answered");
    assert_eq!((line.answer, line.reason.as_str()), (RefreshAnswer::Change, "the auditor asked for more"));
}

#[test]
fn a_walk_is_left_and_taken_up_again() {
    let mut seat = Seat::with_seven();
    seat.press("W<enter>kk<esc>");
    assert!(seat.screen.line_with("refresh 1 is open").contains("Halden"), "{}", seat.text());
    seat.press("W");
    assert!(seat.text().contains("2 of 7 answered"), "{}", seat.text());
    assert!(seat.screen.line_with("▸C-1").contains("Changes"), "the next one is selected: {}", seat.text());
    seat.press("<tab><tab><enter>");
    assert!(seat.status().contains("answer every objective first"), "{}", seat.status());
    seat.press("<s-tab><s-tab>kkkkkN");
    assert!(seat.text().contains("Nothing had to change"), "{}", seat.text());
}

#[test]
fn what_nobody_pursues_becomes_a_linked_draft() {
    use sixtwo::app::sources::SourceCommand;
    use sixtwo::domain::trace::{Source, SourceKind};
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    let risk = Source {
        level: "high".to_owned(),
        ..Source::new(SourceKind::Risk, "R-020", "Ransomware stops the plant", day("2026-04-20"))
    };
    seat.run(Command::Sources(SourceCommand::Add(Box::new(risk))));
    seat.press("W<enter>k<tab>");
    assert!(seat.text().contains("risk R-020 (high)"), "{}", seat.text());
    seat.press("<enter><c-s>");
    let overview = seat.session.overview(Lens::default()).expect("an overview");
    let draft = overview.rows.iter().find(|row| row.objective.lifecycle == Lifecycle::Draft);
    let links = draft.map(|row| row.objective.definition.links.clone()).unwrap_or_default();
    assert!(links.iter().any(|link| link.reference == "R-020"), "{}", seat.text());
    assert!(seat.screen.line_with("risk R-020").contains("draft"), "{}", seat.text());
}

#[test]
fn a_risk_assessment_that_changes_nothing_is_answered_by_a_reason() {
    use sixtwo::app::sources::SourceCommand;
    use sixtwo::domain::trace::{Source, SourceKind};
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.on("2025-09-10");
    let assessment = Source {
        day: Some(day("2025-09-01")),
        ..Source::new(SourceKind::Assessment, "RA-25", "Yearly assessment", day("2025-09-10"))
    };
    seat.run(Command::Sources(SourceCommand::Add(Box::new(assessment))));
    assert!(seat.screen.line_with("refresh:").contains("risk assessment"), "{}", seat.text());
    seat.press("W");
    assert!(seat.screen.line_with("RA-25").contains("▸risk assessment RA-25 on 1 Sep 2025"), "{}", seat.text());
    seat.press("<enter>kN").press("it confirmed the list<c-s>");
    let walks = seat.session.refreshes(Lens::default()).expect("walks");
    assert_eq!(walks[0].refresh.no_change, "it confirmed the list");
    assert_eq!((walks[0].refresh.cause, walks[0].event.as_str()), (Cause::RiskAssessment, "assessment:RA-25"));
    let overview = seat.session.overview(Lens::default()).expect("an overview");
    assert!(overview.triggers.is_empty(), "{:?}", overview.triggers);
    assert_eq!(overview.rows[0].version.draft, None, "nothing moves when no year ended");
}

#[test]
fn a_walk_refuses_what_would_leave_it_half_done() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    let answer = |refresh: i64, answer, reason: &str| {
        Command::Refresh(RefreshCommand::Answer {
            refresh,
            code: "A-1".to_owned(),
            answer,
            reason: reason.to_owned(),
            successor: String::new(),
            outcome: None,
        })
    };
    let refused = |seat: &mut Seat, command| seat.session.run(command).expect_err("refused").to_string();
    let start = || Command::Refresh(RefreshCommand::Start { cause: Cause::YearEnd, event: String::new() });
    let close = |why: &str| Command::Refresh(RefreshCommand::Close { refresh: 1, no_change: why.to_owned() });
    assert!(refused(&mut seat, answer(1, RefreshAnswer::Keep, "")).contains("there is no refresh 1"));
    seat.run(start());
    assert!(refused(&mut seat, start()).contains("still open"));
    assert!(refused(&mut seat, close("nothing")).contains("1 of 1 wait for an answer: A-1"));
    assert!(refused(&mut seat, answer(1, RefreshAnswer::Change, "x")).contains("has not been changed"));
    assert!(refused(&mut seat, answer(1, RefreshAnswer::Retire, "")).contains("reason"));
    seat.run(answer(1, RefreshAnswer::Keep, ""));
    assert!(refused(&mut seat, close("")).contains("no edition was approved"));
    assert!(refused(&mut seat, close("nothing")).contains("something did change: A-1"), "its due date moved");
    let again = seat.run(answer(1, RefreshAnswer::Keep, "asked again"));
    assert_eq!(again.summary, "A-1 kept", "the dates move once");
    let unknown = Command::Refresh(RefreshCommand::Start { cause: Cause::Incident, event: "INC-9".to_owned() });
    assert!(refused(&mut seat, unknown).contains("no event is called `INC-9`"));
}

#[test]
fn nothing_is_walked_through_without_an_objective_in_force() {
    let mut seat = Seat::with(&[]);
    let start = Command::Refresh(RefreshCommand::Start { cause: Cause::YearEnd, event: String::new() });
    assert!(seat.session.run(start).expect_err("refused").to_string().contains("no objective is in force"));
}
