//! What the steps look like, at every size, with wide and hostile text.

use sixtwo::tui::msg::Msg;

use super::goal::at_check;
use super::seat::Seat;
use super::workbook::messy;

#[test]
fn the_check_at_three_sizes() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        insta::assert_snapshot!(format!("check_{width}x{height}"), at_check(width, height).text());
    }
}

#[test]
fn the_header_row_and_the_columns() {
    let mut seat = Seat::new(120, 36);
    seat.file("objectives.xlsx", &messy()).at_files().press("<enter><enter>");
    insta::assert_snapshot!("header_120x36", seat.text());
    seat.press("<enter>");
    insta::assert_snapshot!("columns_120x36", seat.text());
    seat.press("<enter>");
    insta::assert_snapshot!("question_120x36", seat.text());
}

#[test]
fn the_last_steps() {
    let mut seat = at_check(120, 36);
    seat.press("g<enter>").types("Board").press("<enter>").types("12 Jan 2026");
    insta::assert_snapshot!("approved_120x36", seat.text());
    seat.press("<enter><enter>");
    insta::assert_snapshot!("write_120x36", seat.text());
}

#[test]
fn no_size_panics_at_any_step() {
    let sizes = [
        (0, 0),
        (1, 1),
        (40, 12),
        (41, 13),
        (60, 16),
        (79, 17),
        (80, 24),
        (99, 20),
        (100, 19),
        (121, 200),
        (200, 60),
        (300, 12),
    ];
    let steps = [
        "",
        "<enter>",
        "<enter><enter>",
        "<enter><enter><enter>",
        "<enter><enter><enter><enter>11",
        "<enter><enter><enter><enter>119",
        "<enter><enter><enter>c",
        "<enter><enter><enter><enter>11g<enter>Board",
        "<enter><enter><enter><enter>11g<enter><enter>",
    ];
    for keys in steps {
        let mut seat = Seat::new(120, 36);
        seat.file("objectives.xlsx", &messy()).at_files().press(keys);
        for (width, height) in sizes {
            seat.screen.send(Msg::Resize(width, height));
            seat.screen.buffer();
            seat.press("<right>");
            seat.screen.buffer();
        }
        seat.screen.send(Msg::Resize(120, 36));
        seat.press("<tab><down><right><pgdn><end><home><left><tab>");
        seat.screen.buffer();
    }
}

#[test]
fn a_text_being_typed_survives_another_size() {
    let mut seat = at_check(120, 36);
    seat.types("91");
    seat.screen.send(Msg::Resize(60, 20));
    seat.screen.buffer();
    seat.screen.send(Msg::Resize(120, 36));
    seat.types(".5").press("<enter>");
    assert!(seat.text().contains("* 91.5") || seat.text().contains("91.5"), "{}", seat.text());
    assert!(seat.line_with("▸✗").contains("O6"), "{}", seat.text());
}

#[test]
fn wide_and_hostile_texts_keep_the_lines() {
    let sheet = "Code,Title,Target,Jan 2026,Feb 2026\nA-1,情報セキュリティ目標の測定と評価,>= 95 %,96,見て\nA-2,\u{1b}[31mred\u{7} \u{202e}txet,>= 5,6,7\n";
    for (width, height) in [(80, 24), (120, 36)] {
        let mut seat = Seat::new(width, height);
        seat.file("wide.csv", sheet.as_bytes()).at_files().press("<enter><enter><enter>");
        let text = seat.text();
        assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'), "{text}");
        assert!(text.contains("情報"), "{text}");
        for line in text.lines().filter(|line| line.starts_with(['│', '┃'])) {
            assert_eq!(unicode_width::UnicodeWidthStr::width(line), usize::from(width), "{line}\n{text}");
        }
    }
}
