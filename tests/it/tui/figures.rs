//! What the figures say in the measured pane: one line where there is room, and how sure a share of few is.

use super::fixture::Screen;

#[test]
fn one_line_says_what_the_figures_show_where_there_is_room() {
    assert!(!Screen::open(80, 24).text().contains("keep missing"), "a small screen keeps its chart");
    let narrow = Screen::open(120, 36).line_with("keep missing");
    assert!(narrow.contains("│ will keep missing about 64 % of periods as it is "), "{narrow}");
    let zoomed = Screen::open(120, 36).press("<tab>z").line_with("keep missing");
    assert!(
        zoomed.contains("the process as it is will keep missing about 64 % of periods (7 of 11 so far)"),
        "{zoomed}"
    );
}

#[test]
fn a_tall_chart_names_the_lines_of_the_usual_range() {
    let mut tall = Screen::open(120, 36);
    let text = tall.press("<tab>z").text();
    assert!(text.contains("┈  usual range 88.8 to 98.7 (11 readings, provisional)"), "{text}");
    assert_eq!(text.lines().filter(|line| line.contains("┈┈┈┈")).count(), 2, "{text}");
    assert!(!Screen::open(80, 24).text().contains('┈'));
}

#[test]
fn a_share_of_few_says_what_it_could_be_and_keeps_its_counts() {
    let pane = |width, height| {
        let mut screen = Screen::open(width, height);
        screen.press("/hr-1<enter>").line_with("Oct 2026  100 %")
    };
    assert!(pane(200, 60).contains("8 of 8  ● met  target ≥ 90 %  could be 68 to 100 %"), "{}", pane(200, 60));
    let narrow = pane(80, 24);
    assert!(narrow.contains("8 of 8") && narrow.contains("could be 68 to 100 %"), "{narrow}");
}

#[test]
fn a_level_to_get_to_says_where_its_pace_leads() {
    let line = Screen::open(120, 36).press("/hr-3<enter><tab>z").line_with("at this pace");
    assert!(line.contains("at this pace: about 93 % on 31 Dec, target at least 95 (10 readings)"), "{line}");
    let value = Screen::open(120, 36).press("/hr-3<enter><tab>z").line_with("Oct 2026  84 %");
    assert!(value.contains("84 % ↑  ○ on pace"), "{value}");
}
