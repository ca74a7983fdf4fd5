//! Measurements over the whole screen: what the chart draws, what the cursor reads, the same as a table.

use ratatui::buffer::Buffer;
use sixtwo::app::Command;
use sixtwo::domain::objective::Definition;
use sixtwo::domain::version::SeriesMark;
use sixtwo::tui::preferences::{Marker, Palette, Preferences};
use sixtwo::tui::theme::Theme;

use super::company::{company, reading, zoomed};
use crate::screens::seat::{Seat, day, held};

/// The chart of access with the cursor on its newest reading.
fn access() -> Seat {
    zoomed("a-1", "<tab>z")
}

/// Column and row of every place where a sign stands between the frame and the line that reads the period out.
fn places(buffer: &Buffer, is: impl Fn(&str) -> bool) -> Vec<(u16, u16)> {
    let rule = (0..buffer.area.height).find(|y| (2..40).all(|x| matches!(buffer[(x, *y)].symbol(), "─" | "-")));
    let end = rule.unwrap_or(buffer.area.height);
    let cells = (3..end).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y)));
    cells.filter(|at| is(buffer[*at].symbol())).collect()
}

fn is_braille(sign: &str) -> bool {
    sign.chars().all(|c| ('\u{2801}'..='\u{28ff}').contains(&c))
}

#[test]
fn every_line_is_named_at_the_right_edge_with_its_value() {
    let text = access().text();
    for label in ["┄ target ≥ 95 %", "· tolerated to 93 %", "worst bearable 85 %", "higher is better"] {
        assert!(text.contains(label), "{label}\n{text}");
    }
    for meaning in ["? missing", "* corrected", "' late", "● met", "▲ close", "■ not met"] {
        assert!(text.contains(meaning), "{meaning}\n{text}");
    }
}

#[test]
fn a_period_without_a_reading_breaks_the_line() {
    let seat = access();
    let buffer = seat.screen.buffer();
    let gaps = places(&buffer, |sign| sign == "?");
    let (gap, _) = *gaps.first().expect("May has no reading");
    let ink = places(&buffer, is_braille);
    assert!(ink.len() > 10, "the readings are joined: {}", seat.text());
    assert!(ink.iter().all(|(x, _)| *x != gap), "something is drawn across the gap: {}", seat.text());
}

#[test]
fn corrected_and_late_readings_carry_a_sign_of_their_own() {
    let text = access().text();
    let (late, corrected) = ("▲'", "■*");
    assert!(text.contains(late) && text.contains(corrected), "{text}");
}

#[test]
fn the_cursor_reads_a_period_with_everything_said_about_it() {
    let mut seat = access();
    assert!(seat.text().contains("Nov 2025  96.5 %"), "{}", seat.text());
    seat.press("<left><left>");
    let text = seat.text();
    assert!(text.contains("Sep 2025  91 %  ■ not met  target ≥ 95 % (-4)"), "{text}");
    assert!(text.contains("“The export was late, so were we.”"), "{text}");
    assert!(text.contains("A. Novak on 5 Oct; entered 5 Oct by M. Berg, in time"), "{text}");
    assert!(text.contains("ticket export"), "{text}");
    seat.press("<left><left>");
    let text = seat.text();
    assert!(text.contains("Jul 2025  88 %") && text.contains("corrected"), "{text}");
    assert!(text.contains("97, entered 10 Aug by M. Berg; two leavers were missing"), "{text}");
    seat.press("h");
    assert!(seat.text().contains("Jun 2025  94 %  ▲ close"), "{}", seat.text());
    assert!(seat.text().contains("late by 30 days"), "{}", seat.text());
    seat.press("h");
    assert!(seat.text().contains("May 2025  missing"), "{}", seat.text());
    seat.press("<home>");
    assert!(seat.text().contains("Apr 2025  96 %") && seat.text().contains("48 of 50"), "{}", seat.text());
    seat.press("<end>");
    assert!(seat.text().contains("Nov 2025  96.5 %"), "{}", seat.text());
}

#[test]
fn a_decision_on_a_reading_is_read_with_what_came_of_it() {
    let mut seat = access();
    seat.run(Command::Evaluate {
        code: "A-1".to_owned(),
        measured_on: day("2025-09-30"),
        meaning: String::new(),
        decision: Some(sixtwo::domain::reading::DecisionKind::Act),
    });
    seat.press("<left><left>");
    let text = seat.text();
    assert!(text.contains("Decided") && text.contains(", act"), "{text}");
    assert!(text.contains("Since then 91 % → 96.5 % in Nov 2025"), "{text}");
}

#[test]
fn brackets_go_by_years_and_stop_at_the_ends() {
    let mut seat = access();
    seat.press("[");
    assert!(seat.text().contains("Apr 2025  96 %"), "{}", seat.text());
    seat.press("]]");
    assert!(seat.text().contains("Nov 2025  96.5 %"), "{}", seat.text());
}

/// Everything the chart shows stands in the table as a word or a number, and the cursor stays where it is.
#[test]
fn the_table_holds_every_fact_of_the_chart() {
    let mut seat = access();
    seat.press("<left><left>t");
    let text = seat.text();
    assert!(seat.screen.line_with("▸ Sep").contains("91 %"), "{text}");
    for period in ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"] {
        assert!(text.contains(&format!("{period} 2025")), "{period}\n{text}");
    }
    for fact in ["96.5 %", "48 of 50", "88 %", "missing", "corrected", "30 days late", "A. Novak", "Two left late."] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
    for line in ["target ≥ 95 %, higher is better", "tolerated to 93", "worst bearable 85"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    seat.press("<end>");
    assert!(seat.screen.line_with("▸ Apr").contains("96 %"), "the oldest is last: {}", seat.text());
    seat.press("t");
    assert!(seat.text().contains("Apr 2025  96 %"), "the cursor was lost: {}", seat.text());
}

#[test]
fn a_moved_target_is_a_step_and_a_changed_metric_a_wall() {
    let mut seat = company();
    let row = seat.screen.model.row("A-1").expect("a row").clone();
    let mut definition = row.objective.definition.clone();
    definition.target = "90".parse().ok();
    definition.warn = "88".parse().ok();
    definition.formula = "accounts closed in a day / leavers".to_owned();
    seat.run(Command::EditObjective {
        code: "A-1".to_owned(),
        base: row.changed_seq,
        definition: Box::new(definition),
        reason: "the old one could not be met".to_owned(),
        cause: None,
        series: Some(SeriesMark::Break),
    });
    seat.run(Command::Approve {
        codes: vec!["A-1".to_owned()],
        by: "Board".to_owned(),
        people: Vec::new(),
        on: day("2025-12-08"),
        reference: String::new(),
        effective: None,
        cause: None,
    });
    seat.on("2026-03-20");
    seat.press("/a-1<enter><esc><tab>z");
    let text = seat.text();
    assert!(text.contains("measured anew"), "{text}");
    assert!(text.contains("target ≥ 90 %"), "{text}");
    let target_rows: std::collections::BTreeSet<u16> =
        places(&seat.screen.buffer(), |sign| sign == "┄").into_iter().map(|(_, y)| y).collect();
    assert_eq!(target_rows.len(), 2, "the target stands at two heights: {text}");
    seat.press("t");
    let table = seat.text();
    assert!(table.contains("≥ 95 %") && table.contains("≥ 90 %") && table.contains("measured anew"), "{table}");
}

#[test]
fn a_level_to_get_to_shows_where_it_started_and_where_it_leads() {
    let mut seat = zoomed("t-1", "<tab>z");
    let text = seat.text();
    for label in ["baseline 40 %", "target ≥ 95 %", "due 31 Mar", "◇ interim target", "○ on its way"] {
        assert!(text.contains(label), "{label}\n{text}");
    }
    assert!(text.contains("at this pace"), "{text}");
    seat.press("t");
    assert!(seat.text().contains("interim target 60 by 30 Sep"), "{}", seat.text());
}

#[test]
fn the_chart_can_be_read_without_colour_and_in_ascii() {
    let look = |preferences: &Preferences| {
        let mut seat = access();
        seat.screen.model.theme = Theme::of(preferences, &|name| (name == "LANG").then(|| "C.UTF-8".to_owned()));
        seat
    };
    let mono = look(&Preferences { palette: Palette::Mono, ..Preferences::default() });
    assert_eq!(mono.text(), access().text(), "the signs do not depend on colour");
    let ascii = look(&Preferences { ascii: Some(true), ..Preferences::default() }).text();
    assert!(ascii.is_ascii(), "{ascii}");
    for sign in ["#*", "^'", "?", "target >= 95", "tolerated to 93"] {
        assert!(ascii.contains(sign), "{sign}\n{ascii}");
    }
    for (marker, sign) in [(Marker::HalfBlock, "▀▄█"), (Marker::Dot, "•")] {
        let text = look(&Preferences { marker, ..Preferences::default() }).text();
        assert!(text.chars().any(|c| sign.contains(c)), "{marker:?}\n{text}");
        assert!(!text.chars().any(|c| is_braille(&c.to_string())), "{marker:?}\n{text}");
    }
    let linear = look(&Preferences { plain: true, ..Preferences::default() }).text();
    assert!(linear.contains("Sep 2025") && !linear.chars().any(|c| is_braille(&c.to_string())), "{linear}");
}

/// The figures and names of the axes keep a blank between them, down to the smallest screen.
#[test]
fn nothing_overlaps_at_forty_columns() {
    let mut seat = access();
    seat.screen.model.size = (40, 16);
    let text = seat.text();
    let names = text.lines().find(|line| line.contains("O Nov")).unwrap_or_default();
    assert!(names.contains("A  M  J  J  A  S  O Nov"), "{text}");
    assert!(text.contains("≥ 95"), "{text}");
}

#[test]
fn the_same_period_of_last_year_is_said_from_two_full_years_on() {
    let mut seat = Seat::with(&[("A-1", Definition { due: None, ..held("Access taken back in time") })]);
    for n in 0..24 {
        let name = |months: u32| format!("{}-{:02}", 2025 + (months + 3) / 12, (months + 3) % 12 + 1);
        let value = (90 + n % 5).to_string();
        seat.on(&format!("{}-05", name(n + 1))).run(reading("A-1", &name(n), &value, "", ""));
    }
    seat.press("<tab>z");
    let text = seat.text();
    assert!(text.contains("Last year  91 % in Mar 2026; +2 since"), "{text}");
    seat.press("<left>");
    assert!(!seat.text().contains("Last year"), "Feb 2027 closes no second year: {}", seat.text());
}
