//! What a template fills in, and what it leaves to the person.

use sixtwo::app::catalogue::{template, templates};
use sixtwo::domain::check;
use sixtwo::domain::objective::{Definition, Kind, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency};

fn start() -> Date {
    Date::from_ymd_opt(2026, 10, 1).expect("a date")
}

#[test]
fn a_draft_never_fills_what_is_the_persons() {
    for template in templates() {
        let draft = template.draft(start());
        let own = Definition {
            kind: draft.kind,
            metric: draft.metric.clone(),
            formula: draft.formula.clone(),
            unit: draft.unit.clone(),
            direction: draft.direction,
            operator: draft.operator,
            target: draft.target,
            target_high: draft.target_high,
            frequency: draft.frequency,
            criteria: draft.criteria.clone(),
            ..Definition::titled(&template.title, start())
        };
        assert_eq!(draft, own, "{} fills more than what is measured and how", template.slug);
        assert!(draft.criteria.iter().all(|criterion| criterion.planned.is_none()), "{}", template.slug);
    }
}

#[test]
fn a_draft_can_be_kept_as_it_is() {
    for template in templates() {
        let problems = check::contradictions(&template.draft(start()), FiscalCalendar::default());
        assert!(problems.is_empty(), "{}: {problems:?}", template.slug);
    }
}

#[test]
fn a_target_is_suggested_only_where_the_template_has_one() {
    let leavers = template("leaver-access").expect("the template").draft(start());
    assert_eq!((leavers.kind, leavers.frequency), (Kind::Maintain, Frequency::M));
    assert_eq!((leavers.operator, leavers.target_text().as_str()), (Some(Operator::Under), "< 24 h"));
    let detection = template("detect-faster").expect("the template").draft(start());
    assert_eq!((detection.kind, detection.target, detection.operator), (Kind::Reach, None, None));
    let changes = template("emergency-changes").expect("the template").draft(start());
    assert_eq!(changes.target_text(), "1 to 8 %");
}

#[test]
fn a_suggestion_says_how_far_it_can_be_trusted() {
    let text = |slug| template(slug).and_then(|template| template.suggestion_text());
    assert_eq!(text("leaver-access").as_deref(), Some("< 24 h (seen: auditors' article on clause 6.2)"));
    assert_eq!(text("access-reviews").as_deref(), Some("≥ 98 % (common practice)"));
    let second_hand = "= 100 % (second-hand, check with the original: SEBI CSCRF, Cyber Capability Index)";
    assert_eq!(text("contract-terms").as_deref(), Some(second_hand));
    assert_eq!(text("detect-faster"), None);
}
