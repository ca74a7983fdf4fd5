//! Pictures of home.

use super::fixture::overview;
use super::screen::Screen;

#[test]
fn home_at_80_by_24() {
    insta::assert_snapshot!(Screen::open(80, 24).text());
}

#[test]
fn home_at_120_by_36() {
    insta::assert_snapshot!(Screen::open(120, 36).text());
}

#[test]
fn home_at_200_by_60() {
    insta::assert_snapshot!(Screen::open(200, 60).text());
}

#[test]
fn home_at_60_by_20() {
    insta::assert_snapshot!(Screen::open(60, 20).text());
}

#[test]
fn one_objective_full_screen_at_120_by_36() {
    insta::assert_snapshot!(Screen::open(120, 36).press("<enter>").text());
}

#[test]
fn the_plan_of_an_objective_without_one_names_what_is_missing() {
    insta::assert_snapshot!(Screen::open(80, 24).press("G<tab><tab>").text());
}

#[test]
fn an_empty_register_offers_ways_on() {
    let mut empty = overview();
    empty.rows.clear();
    insta::assert_snapshot!(Screen::showing(empty, 80, 24).text());
}

#[test]
fn the_whole_cascade() {
    insta::assert_snapshot!(Screen::open(80, 24).press("<s-tab>z").text());
}

#[test]
fn the_readings_as_a_table() {
    insta::assert_snapshot!(Screen::open(80, 24).press("<tab>zt").text());
}

#[test]
fn a_milestone_shows_its_criteria() {
    insta::assert_snapshot!(Screen::open(80, 24).press("jjj").text());
}

#[test]
fn a_reach_objective_shows_the_way_to_its_target() {
    insta::assert_snapshot!(Screen::open(120, 36).press("jjjjjj<enter>").text());
}

#[test]
fn the_help() {
    insta::assert_snapshot!(Screen::open(80, 24).press("?").text());
}
