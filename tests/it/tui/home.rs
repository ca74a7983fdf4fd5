//! Pictures of home.

use super::fixture::Screen;

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
