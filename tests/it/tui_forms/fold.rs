//! The fold line of the objective form: one owner and who brings the figures in sight, the other roles behind it.

use sixtwo::app::{Command, FieldProblem, Refusal, RefusalKind};
use sixtwo::domain::period::FiscalCalendar;
use sixtwo::tui::form::{Form, FormMsg, objective};

use super::fixture::Desk;
use crate::tui::fixture::today;

/// A new objective whose roles are said, with the focus on the fold line.
fn form() -> Form {
    let mut definition = sixtwo::domain::objective::Definition::titled("Backups are restored", today());
    (definition.evaluator, definition.metric_owner) = ("ISMS board".to_owned(), "K. Lind".to_owned());
    let mut form = objective::begin(definition, None, today(), FiscalCalendar::default());
    form.focus_on("other_roles");
    form
}

fn in_sight(form: &Form) -> Vec<&str> {
    form.fields.shown().map(|at| form.fields.0[at].name.as_str()).collect()
}

#[test]
fn one_owner_and_the_figures_are_in_sight_and_the_other_roles_fold_away() {
    let mut desk = Desk::open(120, 60);
    desk.press("e");
    let text = desk.text();
    assert!(text.contains("Owner") && text.contains("Figures from"), "{text}");
    assert!(!text.contains("Judged by") && !text.contains("Metric kept by"), "{text}");
    assert!(desk.screen.line_with("Other roles").contains("said, Right shows them"), "{text}");
    while !desk.screen.line_with("Other roles").contains("▸") {
        let before = desk.text();
        desk.press("<tab>");
        assert_ne!(before, desk.text(), "the focus moves on to the fold line");
    }
    desk.press("<right>");
    assert!(desk.screen.line_with("Other roles").contains("Right folds them away"), "{}", desk.text());
    desk.press("<tab>ISMS board<s-tab> ");
    let text = desk.text();
    assert!(desk.screen.line_with("Other roles").contains("1 said, Right shows them"), "{text}");
    assert!(!text.contains("Judged by"), "{text}");
    desk.press("<c-s>");
    let Command::EditObjective { definition, .. } = desk.last() else { panic!("{:?}", desk.last()) };
    assert_eq!(definition.evaluator, "ISMS board", "what was typed and folded away is saved");
}

#[test]
fn a_fold_says_how_much_stands_behind_it_and_is_no_answer_of_its_own() {
    let mut form = form();
    let said = |form: &Form| match &form.focused().expect("the fold line").input {
        sixtwo::tui::form::field::Input::Choice(choice) => choice.label().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(said(&form), "2 said, Right shows them");
    assert!(!in_sight(&form).contains(&"evaluator"));
    form.update(FormMsg::NextWay);
    assert!(in_sight(&form).contains(&"evaluator") && in_sight(&form).contains(&"metric_owner"));
    assert!(!form.is_dirty(), "looking behind the line changes nothing");
    form.update(FormMsg::PreviousWay);
    assert!(!in_sight(&form).contains(&"evaluator"));
    let effects = form.update(FormMsg::Save);
    let [sixtwo::tui::form::FormEffect::Run(command)] = effects.as_slice() else { panic!("{effects:?}") };
    let Command::CreateObjective { definition, .. } = command.as_ref() else { panic!("{command:?}") };
    assert_eq!((definition.evaluator.as_str(), definition.metric_owner.as_str()), ("ISMS board", "K. Lind"));
}

#[test]
fn what_is_refused_or_led_to_behind_a_fold_opens_it() {
    let mut refused = form();
    refused.update(FormMsg::Save);
    let problem = FieldProblem { field: "metric_owner".to_owned(), message: "nobody is called K. Lind".to_owned() };
    let refusal = Refusal::new(RefusalKind::Invalid, "one answer needs a look");
    refused.update(FormMsg::Ran(Err(Refusal { fields: vec![problem], ..refusal })));
    assert_eq!(refused.focused().map(|field| field.name.as_str()), Some("metric_owner"));
    refused.update(FormMsg::Edited);
    assert!(in_sight(&refused).contains(&"metric_owner"), "it stays open when the answer is mended");

    let mut led = form();
    led.focus_on("evaluator");
    assert_eq!(led.focused().map(|field| field.name.as_str()), Some("evaluator"));
}
