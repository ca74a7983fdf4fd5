//! The report as a whole: weight, order, drafts, dismissals.

use sixtwo::domain::communication::Reach;
use sixtwo::domain::readiness::{Dismissal, Severity, check};
use sixtwo::domain::review::ReviewKind;

use super::sheet::{Sheet, day, number, told_edition};
use super::sound::sound;

fn severities(sheet: &Sheet, id: &str) -> Vec<Severity> {
    sheet.found(id).into_iter().map(|finding| finding.severity).collect()
}

#[test]
fn a_weakened_target_weighs_more_without_approval() {
    let mut sheet = sound();
    sheet.of("IT-1").reading("2026-08-31").value = "40/50".parse().expect("a value");
    sheet.of("IT-1").restated("2026-09-10", |definition| definition.target = Some(number("75")));
    assert_eq!(severities(&sheet, "RC-41"), [Severity::Observation]);
    sheet.of("IT-1").versions[1].approved_on = None;
    assert_eq!(severities(&sheet, "RC-41"), [Severity::Minor]);
}

#[test]
fn monitoring_that_stopped_for_most_is_a_breakdown() {
    let mut sheet = sound();
    for code in ["ORG-1", "IT-1"] {
        sheet.of(code).forget_from("2026-08-01");
    }
    assert_eq!(severities(&sheet, "RC-45"), [Severity::Minor; 2]);
    sheet.of("HR-1").forget_from("2026-08-01");
    assert_eq!(severities(&sheet, "RC-45"), [Severity::Major; 3]);
}

#[test]
fn an_action_weighs_more_after_ninety_days() {
    let mut sheet = sound();
    sheet.actions[0].due = Some(day("2026-08-26"));
    assert_eq!(severities(&sheet, "RC-51"), [Severity::Observation]);
    sheet.actions[0].due = Some(day("2026-08-25"));
    assert_eq!(severities(&sheet, "RC-51"), [Severity::Minor]);
}

#[test]
fn reconstructed_readings_weigh_more_when_they_are_half_of_them() {
    let mut sheet = sound();
    sheet.of("IT-1").reading("2026-07-31").entered_on = day("2026-09-20");
    assert_eq!(severities(&sheet, "RC-53"), [Severity::Observation]);
    for reading in sheet.of("IT-1").readings.iter_mut().filter(|r| r.measured_on < day("2026-05-01")) {
        reading.entered_on = day("2026-07-20");
    }
    assert_eq!(severities(&sheet, "RC-53"), [Severity::Minor]);
}

#[test]
fn one_sitting_weighs_more_right_before_an_audit() {
    let mut sheet = sound();
    for reading in sheet.of("IT-1").readings.iter_mut().filter(|r| r.measured_on >= day("2026-04-01")) {
        reading.entered_on = day("2026-11-20");
    }
    assert_eq!(severities(&sheet, "RC-54"), [Severity::Observation]);
    sheet.audits[0].day = day("2026-12-20");
    assert_eq!(severities(&sheet, "RC-54"), [Severity::Minor]);
    sheet.audits[0].day = day("2026-12-21");
    assert_eq!(severities(&sheet, "RC-54"), [Severity::Observation]);
}

#[test]
fn most_readings_of_a_year_on_one_day_are_a_finding_on_the_register() {
    let mut sheet = sound();
    for written in &mut sheet.written {
        for reading in written.readings.iter_mut().filter(|r| r.measured_on < day("2026-07-01")) {
            reading.entered_on = day("2026-11-20");
        }
    }
    let found = sheet.found("RC-54");
    let on_register: Vec<&str> =
        found.iter().filter(|f| f.about.key() == "register").map(|f| f.fact.as_str()).collect();
    assert_eq!(on_register, ["56 of the 69 readings of the last year were all recorded on 20 Nov 2026."]);
}

#[test]
fn no_management_review_at_all_is_a_breakdown() {
    let mut sheet = sound();
    sheet.reviews[2].items.clear();
    assert_eq!(severities(&sheet, "RC-61"), [Severity::Minor]);
    sheet.reviews.retain(|review| review.kind != ReviewKind::Management);
    assert_eq!(severities(&sheet, "RC-61"), [Severity::Major]);
}

#[test]
fn an_unchanged_list_that_was_looked_at_is_an_observation() {
    let mut sheet = sound();
    sheet.keep(&["ORG-1", "IT-1", "HR-1"]);
    sheet.editions.clear();
    for written in &mut sheet.written {
        written.created_on = day("2024-01-10");
        written.versions[0].recorded_on = day("2024-01-10");
    }
    assert_eq!(severities(&sheet, "RC-35"), [Severity::Minor]);
    sheet.refreshes[0].no_change = "the risks are the same".to_owned();
    assert_eq!(severities(&sheet, "RC-35"), [Severity::Observation]);
}

#[test]
fn a_closed_risk_proposes_to_retire_the_objective() {
    let mut sheet = sound();
    sheet.source("R-1").status = sixtwo::domain::trace::SourceStatus::Closed;
    let found = sheet.found("RC-21");
    assert!(found[0].fix.starts_with("Retire it as achieved"), "{}", found[0].fix);
}

#[test]
fn a_gap_of_several_fields_leads_to_the_empty_one() {
    let mut sheet = sound();
    sheet.of("ORG-3").definition().criteria.clear();
    sheet.of("ORG-1").definition().formula.clear();
    assert_eq!(sheet.found("RC-02")[0].field, "criteria");
    assert_eq!(sheet.found("RC-08")[0].field, "formula");
}

#[test]
fn a_draft_brings_to_dos_and_no_finding() {
    let mut sheet = sound();
    let definition = sheet.of("NEW-1").definition();
    definition.owner.clear();
    definition.target = None;
    definition.review_on = None;
    definition.links.clear();
    let report = sheet.report();
    assert_eq!(report.findings, []);
    let to_dos: Vec<&str> = report.to_dos.iter().map(|to_do| to_do.check).collect();
    assert_eq!(to_dos, ["RC-05", "RC-15", "RC-17", "RC-20"]);
    assert!(report.to_dos.iter().all(|to_do| to_do.to_do && to_do.about.key() == "objective NEW-1"));
}

#[test]
fn a_retired_objective_is_asked_only_why_it_was_closed() {
    let mut sheet = sound();
    let written = sheet.of("OLD-1");
    let definition = written.definition();
    definition.owner.clear();
    definition.metric.clear();
    definition.what.clear();
    definition.resources.clear();
    assert_eq!(sheet.report().findings, []);
}

#[test]
fn the_ten_come_first_then_what_weighs_most() {
    let mut sheet = sound();
    sheet.of("HR-1").definition().owner.clear();
    sheet.of("IT-1").forget_from("2026-08-01");
    sheet.of("ORG-2").definition().resources = "as needed".to_owned();
    sheet.of("ORG-2").definition().how_evaluated.clear();
    sheet.of("ORG-1").definition().resources.clear();
    let order: Vec<&str> = sheet.report().findings.iter().map(|finding| finding.check).collect();
    assert_eq!(order, ["RC-45", "RC-15", "RC-13", "RC-18", "RC-14"]);
}

fn dismissed(sheet: &Sheet, dismissal: &Dismissal) -> (usize, usize) {
    let report = check(&sheet.evidence(), std::slice::from_ref(dismissal));
    (report.findings.len(), report.dismissed.len())
}

#[test]
fn a_dismissal_puts_its_own_finding_aside_until_its_day() {
    let mut sheet = sound();
    sheet.of("ORG-2").definition().cascade_note.clear();
    sheet.of("ORG-3").definition().cascade_note.clear();
    let dismissal = Dismissal {
        id: 1,
        check: "RC-26".to_owned(),
        subject: "objective ORG-2".to_owned(),
        reason: "one platform team".to_owned(),
        by: "B. Board".to_owned(),
        until: day("2026-11-24"),
        lifted_on: None,
        recorded_on: day("2026-11-01"),
    };
    assert_eq!(dismissed(&sheet, &dismissal), (1, 1));
    let report = check(&sheet.evidence(), std::slice::from_ref(&dismissal));
    assert_eq!(report.findings[0].about.key(), "objective ORG-3");
    assert_eq!(report.dismissed[0].1, dismissal);

    let over = Dismissal { until: day("2026-11-23"), ..dismissal.clone() };
    assert_eq!(dismissed(&sheet, &over), (2, 0));
    let lifted = Dismissal { lifted_on: Some(day("2026-11-20")), ..dismissal.clone() };
    assert_eq!(dismissed(&sheet, &lifted), (2, 0));
    let of_another_check = Dismissal { check: "RC-27".to_owned(), ..dismissal };
    assert_eq!(dismissed(&sheet, &of_another_check), (2, 0));
}

#[test]
fn telling_the_function_of_the_owner_tells_the_owner() {
    let mut sheet = sound();
    sheet.of("IT-1").restated("2026-06-10", |definition| definition.target = Some(number("97")));
    sheet.editions[0].members.iter_mut().for_each(|member| member.version = 2);
    sheet.communications = vec![told_edition(1, Reach::Function, "IT Operations", "2026-06-20")];
    let owners = |sheet: &Sheet| sheet.found("RC-33").iter().filter(|f| f.about.key() == "objective IT-1").count();
    assert_eq!(owners(&sheet), 1);
    sheet.entry("A. Admin").function = "IT Operations".to_owned();
    assert_eq!(owners(&sheet), 0);
}

#[test]
fn an_empty_register_says_what_it_could_not_look_at() {
    let mut sheet = sound();
    sheet.keep(&[]);
    let report = sheet.report();
    let silent_ones = 68 - report.not_checked.len() - 1;
    assert_eq!(report.findings.iter().map(|f| f.check).filter(|id| *id == "RC-01").count(), 1);
    assert!(silent_ones < 30, "{silent_ones} checks claim to have run on nothing");
}
