//! What people read.

use sixtwo::domain::objective::{Kind, Operator};

use super::Case;

/// Eleven months from November 2025 on with June missing, as in a meeting of November 2026.
const PATCHING: &str = "96.0 95.6 95.1 94.0 94.2 95.0 94.3 - 94.0 94.1 90.1 92.0";

#[test]
fn an_unusual_reading_is_named_with_the_usual_range() {
    let insight = Case::held(PATCHING).insight();
    let sentence = "Sep was below its usual range, 91.2 to 96.9 (11 readings, provisional)";
    assert_eq!(insight.headline().as_deref(), Some(sentence));
    assert_eq!(insight.usual_range(), "usual range 91.2 to 96.9 (11 readings, provisional)");
    assert_eq!(insight.pace(), "no forecast: only a level to get to has one");
}

#[test]
fn a_miss_inside_the_usual_range_is_the_process_as_it_is() {
    let insight = Case::held("96 93 95 94 97 92 96 93 95 94 96 93").insight();
    assert_eq!(
        insight.headline().as_deref(),
        Some("the process as it is will keep missing about 50 % of periods (6 of 12 so far)")
    );
    assert_eq!(insight.usual_range(), "usual range 87.5 to 100.0 (12 readings)");
    let met = Case::held("96 93 95 94 97 92 96 93 95 94 93 96").insight();
    assert_eq!(met.breach, None, "the newest reading meets the target");
    assert_eq!(met.headline(), Some(met.usual_range()));
}

#[test]
fn the_other_signals_say_what_was_seen() {
    let unusual = |readings: &str| Case::held(readings).insight().unusual();
    let run = "90 91 90 91 90 91 90 91 92.5 93 92.5 93 92.5 93 92.5 93";
    assert_eq!(unusual(run).as_deref(), Some("8 readings in a row up to Feb lie above the usual middle, 91.6"));
    let steady = "95 90 95 90 95 90 95 90 91 92 93 94 95";
    assert_eq!(unusual(steady).as_deref(), Some("6 readings in a row up to Nov go up"));
    let before = "93 95 ".repeat(7);
    assert_eq!(
        unusual(&format!("{before} 98.8 98.8")).as_deref(),
        Some("Jan and Feb lie near the upper end of the usual range, 89.3 to 99.9 (16 readings)")
    );
    assert_eq!(
        unusual(&format!("{before} 98.8 95 98.8")).as_deref(),
        Some("readings from Jan to Mar lie mostly near the upper end of the usual range, 88.4 to 100.0 (17 readings)")
    );
}

#[test]
fn few_readings_say_how_many_are_needed() {
    let insight = Case::held("96 95 94").insight();
    assert_eq!(insight.usual_range(), "no usual range yet: 3 of 6 readings");
    assert_eq!(insight.headline(), None);
    let none = Case::held("").insight();
    assert_eq!(none.usual_range(), "no usual range yet: 0 of 6 readings");
    assert_eq!((none.headline(), none.so_far(), none.could_be()), (None, None, None));
}

#[test]
fn figures_of_a_new_definition_say_since_when() {
    let insight = Case::held("60 61 60 61 60 61 60 96 95 96 95 96 95").broken_on(&["2026-06-01"]).insight();
    assert_eq!(insight.usual_range(), "usual range 92.8 to 98.2 (6 readings since 1 Jun 2026, provisional)");
    assert_eq!(
        insight.so_far().as_deref(),
        Some("lowest 95, median 95.5, 9 in 10 up to 96 % (6 readings since 1 Jun 2026)")
    );
}

#[test]
fn a_share_of_few_says_what_it_could_be() {
    let could = |readings: &str| Case::held(readings).insight().could_be();
    assert_eq!(could("16/17 18/19").as_deref(), Some("could be 75 to 99 %"));
    assert_eq!(could("19/20"), None, "twenty are enough for a percentage");
    assert_eq!(could("18/19 95"), None, "the newest is no counted share");
    assert_eq!(could("18/19 0/0").as_deref(), Some("could be 75 to 99 %"), "nothing to count says nothing new");
}

#[test]
fn a_pace_says_range_date_target_and_how_many_readings() {
    let insight = Case::under_a_day("71 70 66 62 64 58 52 47 44 38").insight();
    let sentence = "at this pace: 29 to 32 h on 31 Dec, target under 24 (10 readings)";
    assert_eq!(insight.pace(), sentence);
    assert_eq!(insight.headline().as_deref(), Some(sentence));
    assert_eq!(insight.usual_range(), "on its way to a level: its pace counts, not a usual range");
    assert_eq!(Case::under_a_day("71 70 66").insight().pace(), "no forecast: 3 readings, at least 4 are needed");
    let next_year = Case::under_a_day("71 70 66 62 64 58 52 50 48 46").due("2027-03-31").insight();
    assert!(next_year.pace().contains(" on 31 Mar 2027, target under 24"), "{}", next_year.pace());
}

#[test]
fn rare_events_are_told_as_how_many_in_how_long() {
    let told = |readings: &str| {
        let insight = Case::new(Kind::Maintain, "incidents", Operator::Equal, "0", 12, readings).insight();
        assert_eq!(insight.usual_range(), "too rare for a usual range");
        insight.headline()
    };
    assert_eq!(told("0 0 1 0 2 0 0 0").as_deref(), Some("3 in 8 months, none since May"));
    assert_eq!(told("0 0 1").as_deref(), Some("1 in 3 months, the last in Mar"));
    assert_eq!(told("0 0 0 0").as_deref(), Some("none in 4 months"));
}

#[test]
fn a_milestone_has_no_figures() {
    let mut case = Case::held("");
    case.objective.definition.kind = Kind::Milestone;
    let insight = case.insight();
    assert_eq!(insight.usual_range(), "delivered by dated criteria, so there is no range of values");
    assert_eq!(insight.headline(), None);
}

#[test]
fn the_agreed_run_length_decides_what_is_a_run() {
    let readings = "90 91 90 91 90 91 90 91 92.5 93 92.5 93 92.5 93 92.5";
    let mut case = Case::held(readings);
    assert!(case.insight().unusual().is_none_or(|said| !said.contains("in a row")));
    case.rules.signal_run = 7;
    assert!(case.insight().unusual().is_some_and(|said| said.starts_with("7 readings in a row up to Jan lie above")));
}

#[test]
fn a_narrow_place_hears_the_same_in_fewer_words() {
    let said = |case: &Case, cells: usize| case.insight().headline_that(|said| said.len() <= cells);
    let unusual = Case::held(PATCHING);
    assert_eq!(said(&unusual, 100), unusual.insight().headline());
    assert_eq!(said(&unusual, 50).as_deref(), Some("Sep was below its usual range, 91.2 to 96.9"));
    assert_eq!(said(&unusual, 30).as_deref(), Some("Sep was below its usual range"));
    assert_eq!(said(&unusual, 20), None, "half a sentence says something else");
    let pace = Case::under_a_day("71 70 66 62 64 58 52 47 44 38");
    assert_eq!(said(&pace, 40).as_deref(), Some("at this pace: 29 to 32 h on 31 Dec"));
    let missing = Case::held("96 93 95 94 97 92 96 93 95 94 96 93");
    assert_eq!(said(&missing, 50).as_deref(), Some("will keep missing about 50 % of periods as it is"));
}

#[test]
fn paper_tells_everything_that_is_known() {
    let unusual = Case::held(PATCHING).insight().told();
    assert_eq!(unusual.len(), 2, "{unusual:?}");
    assert!(unusual[0].starts_with("Sep was below") && unusual[1].starts_with("so far lowest 90.1"), "{unusual:?}");
    let missing = Case::held("96 93 95 94 97 92 96 93 95 94 96 93").insight().told();
    assert!(missing[0].starts_with("usual range") && missing[1].contains("keep missing"), "{missing:?}");
    let pace = Case::under_a_day("71 70 66 62 64 58 52 47 44 38").insight().told();
    assert!(pace[0].starts_with("at this pace"), "{pace:?}");
    assert_eq!(Case::held("").insight().told(), [""; 0]);
}
