//! The state machine all forms share, through real keys: nothing lost, everything named, nothing said before it is true.

use sixtwo::app::refusal::ConflictSides;
use sixtwo::app::{Command, FieldProblem, Refusal, RefusalKind};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::version::Cause;

use super::fixture::Desk;

#[test]
fn a_reading_is_sent_with_what_the_form_saw() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<s-tab><c-u>2026-10<enter>44 of 47<enter>better<enter><right><right><c-s>");
    let Command::RecordReading(reading) = desk.last() else { panic!("a reading was asked for: {:?}", desk.last()) };
    assert_eq!(reading.code, "IT-2");
    assert_eq!(reading.period, "2026-10-31");
    assert_eq!(reading.base, Some(1), "the entry it corrects was in sight");
    assert_eq!(reading.value.map(|v| v.as_typed()).as_deref(), Some("44/47"));
    assert_eq!(reading.meaning, "better");
    assert_eq!(reading.decision, Some(DecisionKind::Act));
    assert!(desk.screen.model.layers.is_empty(), "the form closes once it is saved");
}

#[test]
fn a_correction_says_so_before_it_is_saved() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<s-tab><c-u>2026-10");
    assert!(desk.text().contains("this corrects 91.5 of Oct 2026"), "{}", desk.text());
}

#[test]
fn saving_is_said_until_the_register_answers() {
    let mut desk = Desk::open(100, 30);
    desk.slow = true;
    desk.press("m95<c-s>");
    assert!(desk.text().contains(" saving "), "{}", desk.text());
    assert!(!desk.text().contains('✓'));
    desk.press("x<esc><esc>");
    assert!(desk.text().contains(" saving "), "what was sent must come back first");
    desk.catch_up();
    assert!(desk.text().contains("✓ saved"), "{}", desk.text());
}

#[test]
fn all_errors_are_named_at_once_and_the_focus_goes_to_the_first() {
    let mut desk = Desk::open(100, 36);
    desk.press("e<c-s>");
    let count = desk.commands.len();
    desk.press("e<c-u><tab><tab><tab><tab><tab><tab><c-u>nonsense<c-s>");
    assert_eq!(desk.commands.len(), count, "nothing is sent while something is wrong");
    let text = desk.text();
    assert!(text.contains("2 answers need a look"), "{text}");
    assert!(text.contains("needs kind:reference") && text.contains("! Title"), "{text}");
    assert!(text.contains("nonsense"), "the wrong text stays");
    desk.press("A title");
    assert!(desk.screen.line_with("Title").contains("A title"), "the focus is on the first wrong field");
}

#[test]
fn a_field_is_checked_when_it_is_left() {
    let mut desk = Desk::open(100, 30);
    desk.press("mmany");
    assert!(!desk.text().contains("! "), "not while it is typed");
    desk.press("<tab>");
    assert!(desk.screen.line_with("Value").contains("not a number"), "{}", desk.text());
    desk.press("<up><c-u>95,5");
    assert!(desk.screen.line_with("Value").contains("= 95.5 %, met"), "{}", desk.text());
}

#[test]
fn escape_asks_once_and_the_discarded_form_comes_back_once() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<esc>");
    assert!(desk.screen.model.layers.is_empty(), "a clean form closes at once");
    desk.press("m43/47<enter>two hosts<esc>");
    assert!(desk.text().contains("unsaved; Esc again discards"), "{}", desk.text());
    desk.press(" wait<esc><esc>");
    assert!(desk.screen.model.layers.is_empty());
    desk.press("m");
    assert!(desk.text().contains("Ctrl-Y brings them back"), "{}", desk.text());
    desk.press("<c-y>");
    let text = desk.text();
    assert!(text.contains("43/47") && text.contains("two hosts wait"), "{text}");
    desk.press("<c-s>m");
    assert!(!desk.text().contains("Ctrl-Y"), "saved answers are not offered again");
}

#[test]
fn what_the_register_refuses_is_marked_and_kept() {
    let mut desk = Desk::open(100, 30);
    desk.refusals.push(Refusal::field("value", "12 times the usual range"));
    desk.press("m1100<enter>a jump<c-s>");
    let text = desk.text();
    assert!(text.contains("nothing was saved") && text.contains("12 times the usual range"), "{text}");
    assert!(text.contains("1100") && text.contains("a jump"), "{text}");
    desk.press("<bs><bs><c-s>");
    assert!(desk.screen.model.layers.is_empty(), "the corrected form is saved");
}

#[test]
fn a_reason_is_asked_only_when_the_register_asks() {
    let mut desk = Desk::open(100, 30);
    desk.refusals.push(Refusal {
        fields: vec![FieldProblem { field: "reason".to_owned(), message: "the old value is in minutes".to_owned() }],
        ..Refusal::invalid("a reason is needed")
    });
    desk.press("m<s-tab><c-u>2026-10<tab>44/47");
    assert!(!desk.text().contains("Why corrected"));
    desk.press("<c-s>");
    assert!(desk.text().contains("Why corrected"), "{}", desk.text());
    desk.press("two were counted twice<c-s>");
    let Command::RecordReading(reading) = desk.last() else { panic!("a reading: {:?}", desk.last()) };
    assert_eq!(reading.reason, "two were counted twice");
}

fn conflict() -> Refusal {
    let sides = ConflictSides {
        fields: vec![("value".to_owned(), "44/47".to_owned(), "45/47".to_owned())],
        by: "Novak at 14:02".to_owned(),
        base: 2,
    };
    let refusal = Refusal::new(RefusalKind::Conflict, "October was entered meanwhile");
    Refusal { conflict: Some(Box::new(sides)), ..refusal }
}

#[test]
fn a_conflict_shows_both_sides_and_mine_can_win() {
    let mut desk = Desk::open(100, 30);
    desk.refusals.push(conflict());
    desk.press("m<s-tab><c-u>2026-10<tab>44/47<c-s>");
    let text = desk.text();
    assert!(
        text.contains("yours   44/47") && text.contains("theirs  45/47") && text.contains("Novak at 14:02"),
        "{text}"
    );
    desk.press("<enter>");
    let Command::RecordReading(reading) = desk.last() else { panic!("a reading: {:?}", desk.last()) };
    assert_eq!((reading.base, reading.value.map(|v| v.as_typed())), (Some(2), Some("44/47".to_owned())));
}

#[test]
fn a_conflict_can_be_given_in_to_or_left() {
    let mut desk = Desk::open(100, 30);
    desk.refusals.push(conflict());
    desk.press("m<s-tab><c-u>2026-10<tab>44/47<c-s><right><enter>");
    assert!(desk.screen.line_with("Value").contains("45/47"), "{}", desk.text());
    desk.refusals.push(conflict());
    desk.press("<c-s><esc>");
    assert!(desk.text().contains("the other change stands"), "{}", desk.text());
    assert_eq!(desk.commands.len(), 2, "nothing was sent by going back");
}

#[test]
fn not_measured_needs_a_reason_and_no_value() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<s-tab><c-u>2026-10<tab><tab><tab><tab><tab><tab><left><c-s>");
    assert!(desk.commands.is_empty());
    assert!(desk.text().contains("say why it was not measured"), "{}", desk.text());
    desk.press("the export failed<c-s>");
    let Command::NotMeasured { code, period, reason } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((code.as_str(), period.as_str(), reason.as_str()), ("IT-2", "2026-10-31", "the export failed"));
}

#[test]
fn a_milestone_ticks_its_first_open_criterion() {
    let mut desk = Desk::open(100, 30);
    desk.press("/SEC-4<enter>m<tab><tab>minutes of 6 Nov<enter>");
    let Command::FulfilCriterion { code, number, evidence, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((code.as_str(), *number, evidence.as_str()), ("SEC-4", 3, "minutes of 6 Nov"));
}

#[test]
fn the_plan_form_changes_nothing_else() {
    let mut desk = Desk::open(100, 30);
    desk.press("<tab><tab>e<c-u>Retire both hosts<c-s>");
    let Command::EditObjective { code, base, definition, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    let mut wanted = desk.screen.model.row("IT-2").expect("the row").objective.definition.clone();
    wanted.what = "Retire both hosts".to_owned();
    assert_eq!((code.as_str(), *base), ("IT-2", 7));
    assert_eq!(**definition, wanted);
}

#[test]
fn every_changed_setting_is_a_command_of_its_own() {
    let mut desk = Desk::open(100, 30);
    desk.press("s<c-u>12<tab>2027-01-01<enter>");
    let Command::ChangeSetting { name, value, from } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((name.as_str(), value.as_str()), ("tolerance_behind", "12"));
    assert_eq!(from.map(|day| day.to_string()).as_deref(), Some("2027-01-01"));
}

#[test]
fn a_new_objective_is_a_draft_with_what_was_typed() {
    let mut desk = Desk::open(100, 36);
    desk.press("n<enter><tab>Backups are restored<tab><right><right><tab>Tan<c-s>");
    let Command::CreateObjective { code, definition } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!(code, "");
    assert_eq!(definition.title, "Backups are restored");
    assert_eq!(definition.kind, sixtwo::domain::objective::Kind::Milestone);
    assert_eq!(definition.owner, "Tan");
}

fn moved_on() -> Refusal {
    let field = |name: &str, yours: &str, theirs: &str| (name.to_owned(), yours.to_owned(), theirs.to_owned());
    let sides = ConflictSides {
        fields: vec![
            field("title", "Mine", "Theirs"),
            field("owner", "R. Okafor", "P. Lind"),
            field("target", "95", "97"),
            field("links", "[]", r#"[{"kind":"risk","reference":"R-9"}]"#),
            field("due", "2026-12-31", ""),
        ],
        by: "history 9".to_owned(),
        base: 9,
    };
    let refusal = Refusal::new(RefusalKind::Conflict, "IT-2 was changed since the form was opened");
    Refusal { conflict: Some(Box::new(sides)), ..refusal }
}

#[test]
fn my_side_of_a_conflict_wins_only_where_i_wrote() {
    let mut desk = Desk::open(100, 40);
    desk.refusals.push(moved_on());
    desk.press("e<c-u>Mine<c-s><enter>");
    let Command::EditObjective { base, definition, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((*base, definition.title.as_str()), (9, "Mine"));
    assert_eq!(
        (definition.owner.as_str(), definition.due),
        ("P. Lind", None),
        "what I did not touch follows the register"
    );
    assert_eq!(definition.target, "97".parse().ok());
    assert_eq!(definition.links[0].reference, "R-9");
}

#[test]
fn the_other_side_of_a_conflict_fills_the_fields() {
    let mut desk = Desk::open(100, 40);
    desk.refusals.push(moved_on());
    desk.press("e<c-u>Mine<tab><tab><tab><tab>Platform<c-s><left><enter>");
    let text = desk.text();
    assert!(text.contains("Theirs") && text.contains("risk:R-9") && text.contains("Platform"), "{text}");
    desk.press("<c-s>");
    let Command::EditObjective { definition, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((definition.title.as_str(), definition.function.as_str()), ("Theirs", "Platform"));
}

#[test]
fn an_unusual_value_is_said_before_it_is_saved() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<s-tab><c-u>2026-10<tab>915");
    let text = desk.text();
    assert!(text.contains("915 is far from the last value") && text.contains("outside of 0 to 100 %"), "{text}");
    assert!(desk.commands.is_empty());
}

#[test]
fn a_period_that_lies_ahead_is_refused_in_the_form() {
    let mut desk = Desk::open(100, 30);
    desk.press("m<s-tab><c-u>2027-03<tab>95<c-s>");
    assert!(desk.commands.is_empty());
    assert!(desk.screen.line_with("! Period").contains("lies ahead"), "{}", desk.text());
}

#[test]
fn only_what_waits_for_approval_is_approved() {
    let mut desk = Desk::open(100, 30);
    desk.press("A");
    assert!(desk.screen.model.layers.is_empty(), "IT-2 has no draft");
    desk.press("/NEW-1<enter>ABoard<enter>M. Berg; K. Lind<enter><enter>minutes 4<enter><enter><right><enter>");
    let Command::Approve { codes, by, people, reference, cause, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!((codes.as_slice(), by.as_str(), reference.as_str()), (&["NEW-1".to_owned()][..], "Board", "minutes 4"));
    assert_eq!((people.as_slice(), *cause), (&["M. Berg".to_owned(), "K. Lind".to_owned()][..], Some(Cause::YearEnd)));
}

#[test]
fn a_long_sentence_is_wrapped_and_never_cut() {
    let mut desk = Desk::open(80, 24);
    let refusal = "the register is held by another session that has been writing for more than five seconds; \
                   everything typed stays here, so wait for a moment and save again with Ctrl-S";
    desk.refusals.push(Refusal::new(RefusalKind::Busy, refusal));
    desk.press("m43/47<c-s>");
    let text = desk.text();
    let words: Vec<&str> = text.split(['┃', '\n']).flat_map(str::split_whitespace).collect();
    assert!(words.join(" ").contains(refusal), "{text}");
}
