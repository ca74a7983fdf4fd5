//! From the content of an objective to the fields of a form and back: nothing changes that nobody touched.

use proptest::prelude::*;
use sixtwo::app::Command;
use sixtwo::app::view::{Row, VersionMark};
use sixtwo::domain::objective::{
    Baseline, Criterion, Definition, Direction, Kind, Level, Lifecycle, Link, Objective, Operator,
};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency};
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::register::Rules;
use sixtwo::domain::status::{Trail, judge};
use sixtwo::domain::target::Waypoint;
use sixtwo::tui::form::{FormEffect, FormMsg, objective};

use crate::tui::fixture::today;

fn row(definition: Definition) -> Row {
    let objective = Objective {
        code: "OBJ-1".to_owned(),
        definition,
        lifecycle: Lifecycle::Draft,
        closing: None,
        standards: Vec::new(),
        segments: Vec::new(),
        criteria_done: Vec::new(),
        checkins: Vec::new(),
    };
    let judgement = judge(&objective, &Trail::default(), &Rules::default(), today());
    Row {
        id: 1,
        objective,
        version: VersionMark::default(),
        planned: Vec::new(),
        trail: Trail::default(),
        judgement,
        worst_child: None,
        changed_seq: 7,
    }
}

fn sent(effects: &[FormEffect]) -> Option<Definition> {
    effects.iter().find_map(|effect| match effect {
        FormEffect::Run(command) => match command.as_ref() {
            Command::EditObjective { definition, .. } | Command::CreateObjective { definition, .. } => {
                Some((**definition).clone())
            }
            _ => None,
        },
        _ => None,
    })
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Zäß数][a-zA-Z0-9äß数|;:=% -]{0,18}[a-z0-9]"
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (-1_000_000i64..1_000_000, 0u8..4).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).expect("few digits"))
}

fn day() -> impl Strategy<Value = Date> {
    (2000i32..2050, 1u32..366).prop_map(|(year, day)| Date::from_yo_opt(year, day).expect("a day of a year"))
}

prop_compose! {
    fn definition()(
        title in words(), owner in words(), metric in words(), what in words(), unit in "[%a-z]{0,4}",
        kind in prop::sample::select(Kind::ALL), level in prop::option::of(prop::sample::select(Level::ALL)),
        direction in prop::option::of(prop::sample::select(Direction::ALL)),
        operator in prop::option::of(prop::sample::select(Operator::ALL)),
        frequency in prop::sample::select(&Frequency::ALL),
    )(
        target in prop::option::of(decimal()), warn in prop::option::of(decimal()), high in prop::option::of(decimal()),
        baseline in prop::option::of((decimal(), prop::option::of(day()), any::<bool>())),
        (population, note, review_on) in ("[a-z]{0,8}", "[a-z]{0,8}", prop::option::of(day())),
        start in day(), due in prop::option::of(day()), grace in prop::option::of(0u32..300),
        fiscal in prop::option::of(1u8..13), required in prop::option::of(1u32..50),
        waypoints in prop::collection::vec((day(), decimal()), 0..3),
        criteria in prop::collection::vec((words(), prop::option::of(day())), 0..4),
        links in prop::collection::vec(("[a-z]{3,8}", "[A-Z0-9.-]{1,6}", "[a-z]{0,6}"), 0..3),
        tags in prop::collection::vec("[a-z]{2,8}", 0..3),
        texts in Just((title, owner, metric, what, unit)), words in Just((kind, level, direction, operator, frequency)),
    ) -> Definition {
        let mut d = Definition::titled(&texts.0, start);
        (d.owner, d.metric, d.what, d.unit) = (texts.1, texts.2, texts.3, texts.4);
        (d.kind, d.level, d.direction, d.operator, d.frequency) = words;
        (d.target, d.warn, d.target_high, d.due, d.grace_days) = (target, warn, high, due, grace);
        (d.fiscal_year_start, d.required_met) = (fiscal, required);
        d.baseline = baseline.map(|(value, date, estimated)| Baseline { value, date, estimated });
        d.waypoints = waypoints.into_iter().map(|(date, value)| Waypoint { date, value }).collect();
        d.criteria = criteria.into_iter().map(|(text, planned)| Criterion { text, planned }).collect();
        d.links = links.into_iter().map(|(kind, reference, because)| Link { kind, reference, because }).collect();
        (d.granted, d.granted_by, d.granted_on, d.spent) = (note.clone(), population.clone(), review_on, note.clone());
        (d.population, d.cascade_note, d.review_on) = (population, note, review_on);
        d.tags = tags;
        d
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// A form in which only the owner is touched changes only the owner, whatever stands in the other fields.
    #[test]
    fn what_nobody_touched_stays_exactly_as_it_was(definition in definition()) {
        let mut form = objective::edit(&row(definition.clone()), today(), FiscalCalendar::default());
        form.fields.get_mut("owner").expect("an owner").set("Somebody else");
        match sent(&form.update(FormMsg::Save)) {
            Some(sent) => prop_assert_eq!(sent, Definition { owner: "Somebody else".to_owned(), ..definition }),
            None => prop_assert!(form.fields.0.iter().any(|f| f.problem.is_some()), "{:?}", form.notice),
        }
    }

    /// The texts of a form, typed into an empty one, make the same objective.
    #[test]
    fn typed_texts_make_the_same_objective(definition in definition()) {
        let shown = objective::edit(&row(definition.clone()), today(), FiscalCalendar::default());
        let mut form = objective::create(today(), FiscalCalendar::default());
        for field in shown.fields.0.iter().filter(|field| field.name != "reason") {
            if let Some(place) = form.fields.get_mut(&field.name) {
                place.set(field.answer());
            }
            form.update(FormMsg::Edited);
        }
        let Some(mut sent) = sent(&form.update(FormMsg::Save)) else {
            prop_assert!(form.fields.0.iter().any(|f| f.problem.is_some()), "{:?}", form.notice);
            return Ok(());
        };
        let mut wanted = definition;
        // What does not belong to the kind is not shown and so cannot be typed.
        for d in [&mut sent, &mut wanted] {
            if d.kind != Kind::Reach {
                (d.baseline, d.waypoints) = (None, Vec::new());
            }
            if d.kind != Kind::Maintain {
                d.required_met = None;
            }
            if d.kind != Kind::Milestone {
                d.criteria = Vec::new();
            } else {
                (d.target, d.target_high, d.warn, d.floor) = (None, None, None, None);
                (d.metric, d.unit, d.direction, d.operator) = (String::new(), String::new(), None, None);
                d.population = String::new();
            }
            if d.level != Some(Level::Organization) {
                d.cascade_note = String::new();
            }
            if d.direction() != Direction::Range {
                d.target_high = None;
            }
        }
        prop_assert_eq!(sent, wanted);
    }
}

#[test]
fn a_milestone_grows_a_row_for_the_next_criterion() {
    let mut form = objective::create(today(), FiscalCalendar::default());
    form.fields.get_mut("title").expect("a title").set("Deliver");
    form.fields.get_mut("kind").expect("a kind").set("milestone");
    form.update(FormMsg::Edited);
    for (number, text) in [(1, "Design signed | 2026-12-01"), (2, "a | b |"), (3, "Old path closed")] {
        form.fields.get_mut(&format!("criteria.{number}")).expect("a row").set(text);
        form.update(FormMsg::Edited);
    }
    let sent = sent(&form.update(FormMsg::Save)).expect("the form is sound");
    let texts: Vec<&str> = sent.criteria.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(texts, ["Design signed", "a | b", "Old path closed"]);
    assert_eq!(sent.criteria[0].planned.map(|day| day.to_string()).as_deref(), Some("2026-12-01"));
}
