//! Painting, moving, helping, leaving, and every size.

use super::terminal::Terminal;

const DOWN: &str = "\x1b[B";
const ESC: &str = "\x1b";

fn opened(columns: u16, rows: u16) -> Terminal {
    let mut terminal = Terminal::demo(columns, rows);
    terminal.wait_for("DEMO");
    terminal.wait_for("? help");
    terminal
}

#[test]
fn home_is_painted_on_the_alternate_screen() {
    let terminal = opened(120, 36);
    assert!(terminal.screen().alternate_screen());
    let text = terminal.text();
    for word in ["off track", "on track", "≥"] {
        assert!(text.contains(word), "{word} is not on the screen:\n{text}");
    }
}

#[test]
fn down_moves_the_selection() {
    let mut terminal = opened(120, 36);
    let selected = |screen: &vt100::Screen| {
        // The mark behind the frame; the one in a title says which pane has the focus.
        screen.rows(0, 120).find(|row| row.chars().nth(1) == Some('▸') && !row.contains("Objectives"))
    };
    terminal.wait("a selected row", |screen| selected(screen).is_some());
    let first = selected(terminal.screen());
    terminal.press(DOWN);
    terminal.wait("another selected row", |screen| selected(screen).is_some() && selected(screen) != first);
    terminal.press("k");
    terminal.wait("the first row again", |screen| selected(screen) == first);
}

#[test]
fn help_opens_and_closes_and_q_leaves_the_terminal_as_it_was() {
    let mut terminal = opened(120, 36);
    terminal.press("?");
    terminal.wait_for("Help  press");
    terminal.press(ESC);
    terminal.wait("home again", |screen| {
        let text = screen.contents();
        text.contains("Objectives") && !text.contains("Help  press")
    });
    terminal.press("q");
    let (status, _) = terminal.end();
    assert!(status.success(), "{status:?}");
    assert!(terminal.is_restored(), "the terminal is not as it was:\n{}", terminal.text());
}

#[test]
fn no_size_is_too_small_to_live() {
    let mut terminal = opened(120, 36);
    for round in 0..3u16 {
        for (columns, rows) in [(80, 24), (1, 1), (40, 12), (2, 50), (300, 2), (7, 3), (200, 60), (1, 40), (60, 20)] {
            terminal.resize(columns + round, rows);
            terminal.press(if round == 1 { DOWN } else { "\t" });
        }
    }
    terminal.resize(120, 36);
    terminal.wait("home at its full size", |screen| {
        let text = screen.contents();
        text.contains("DEMO") && text.contains("? help")
    });
    terminal.press("q");
    assert!(terminal.end().0.success());
    assert!(terminal.is_restored());
}
