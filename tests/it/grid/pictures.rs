//! The grid as it looks, and at every size.

use sixtwo::tui::msg::Msg;
use sixtwo::tui::theme::Theme;

use super::desk::Desk;

/// The sample in the days to report for October, two values of it not in yet.
fn sample(width: u16, height: u16) -> Desk {
    let mut desk = Desk::sample("2026-11-23T09:42:00Z", (width, height));
    desk.press("9");
    desk
}

/// The body and the status line: title, strip and footer are pictured elsewhere.
fn body(desk: &Desk) -> String {
    let text = desk.text();
    let lines: Vec<&str> = text.lines().collect();
    let above = if lines.len() >= 30 { 2 } else { 1 };
    lines[above..lines.len() - 1].join("\n")
}

#[test]
fn it_looks_like_this_at_80_by_24() {
    insta::assert_snapshot!(body(&sample(80, 24)));
}

#[test]
fn it_looks_like_this_at_120_by_36() {
    insta::assert_snapshot!(body(&sample(120, 36)));
}

#[test]
fn it_looks_like_this_at_200_by_60() {
    insta::assert_snapshot!(body(&sample(200, 60)));
}

#[test]
fn a_value_being_typed_looks_like_this() {
    let mut desk = sample(100, 30);
    desk.press("l8/9<tab>One leaver was forgotten for a week.");
    insta::assert_snapshot!(body(&desk));
}

#[test]
fn a_paste_looks_like_this() {
    let mut desk = sample(100, 30);
    desk.press("g").paste("96\n95,5\tas agreed\n\nsee mail\n41/47\n980");
    insta::assert_snapshot!(body(&desk));
}

#[test]
fn a_reading_in_full_looks_like_this() {
    let mut desk = sample(100, 30);
    desk.press("g");
    let mut at = 0;
    while desk.screen.selected() != "HR-1" && at < 30 {
        desk.press("j");
        at += 1;
    }
    desk.press("hhh<enter>");
    insta::assert_snapshot!(body(&desk));
}

#[test]
fn every_size_draws_while_browsing_typing_and_pasting() {
    let mut desk = sample(120, 36);
    let sizes = [(0, 0), (1, 1), (40, 12), (41, 13), (55, 14), (60, 20), (79, 24), (100, 30), (150, 40), (300, 80)];
    for keys in ["", "j", "<end>9", "<tab>long meaning that goes on and on beyond any width of a small terminal"] {
        desk.press(keys);
        for (width, height) in sizes {
            desk.screen.send(Msg::Resize(width, height));
            let text = desk.text();
            if width >= 40 && height >= 12 {
                assert!(text.contains("Periods"), "{width} x {height}: {text}");
            }
        }
    }
    desk.press("<esc><esc>").paste("96\n97\nmail\n\n98\tsaid\n99\n1\n2\n3\n4\n5\n6\n7\n8\n9");
    for (width, height) in sizes {
        desk.screen.send(Msg::Resize(width, height));
        desk.press("jjj<pgdn>k");
        let _ = desk.text();
    }
}

#[test]
fn without_unicode_every_state_is_still_told_apart() {
    let mut desk = sample(120, 36);
    desk.screen.model.theme = Theme { ascii: true, ..Theme::default() };
    let text = desk.text();
    let grid: String = text.lines().skip(3).take(26).collect();
    for mark in ["o ", "^ ", "# ", "? "] {
        assert!(grid.contains(mark), "{mark}: {text}");
    }
    assert!(grid.is_ascii(), "{text}");
}
