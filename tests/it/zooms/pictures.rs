//! Pictures at three sizes.

use super::company::zoomed;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

fn pictures(name: &str, code: &str, keys: &str) {
    let mut seat = zoomed(code, keys);
    for (width, height) in SIZES {
        seat.screen.model.size = (width, height);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), seat.text());
    }
}

#[test]
fn the_chart_of_a_level_that_is_held() {
    pictures("held", "a-1", "<tab>z<left><left><left><left>");
}

#[test]
fn the_chart_of_a_level_to_get_to() {
    pictures("reached", "t-1", "<tab>z");
}

#[test]
fn the_table_of_readings() {
    pictures("twin", "a-1", "<tab>zt<down><down>");
}

#[test]
fn the_plan_of_one() {
    pictures("plan", "a-1", "<tab><tab>znClose the old path<tab><c-u>P. Lind<tab>2025-12-31<enter>");
}

#[test]
fn the_plan_of_everybody() {
    pictures("plan_table", "a-1", "P<tab><tab><enter>20 days, 10 000 EUR<tab>");
}

#[test]
fn the_cascade_of_everybody() {
    pictures("cascade", "p-1", "<s-tab>z");
}

#[test]
fn an_objective_picked_up() {
    pictures("carried", "h-1", "<s-tab>zM<home>");
}
