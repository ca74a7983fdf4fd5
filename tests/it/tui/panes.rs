//! Keys on home: focus, filter, steps back, what is asked of the worker.

use sixtwo::app::{Command, Outcome, Refusal};
use sixtwo::tui::effect::Effect;
use sixtwo::tui::home::{Pane, Zoom};
use sixtwo::tui::model::Layer;
use sixtwo::tui::msg::{Asker, Msg};

use super::fixture::overview;
use super::screen::Screen;

#[test]
fn what_needs_you_first_is_on_top_and_selected() {
    assert_eq!(Screen::open(120, 36).selected(), "IT-2");
}

#[test]
fn tab_goes_round_the_panes_both_ways() {
    let mut screen = Screen::open(120, 36);
    for pane in [Pane::Measurements, Pane::Plan, Pane::Cascade, Pane::Objectives] {
        screen.press("<tab>");
        assert_eq!(screen.model.home.focus, pane);
    }
    screen.press("<s-tab>");
    assert_eq!(screen.model.home.focus, Pane::Cascade);
    screen.press("<s-tab>");
    assert_eq!(screen.model.home.focus, Pane::Plan);
}

#[test]
fn the_focused_pane_has_a_mark_and_a_heavier_frame() {
    let mut screen = Screen::open(120, 36);
    assert!(screen.text().contains("┏▸Objectives"));
    screen.press("<tab><tab>");
    let text = screen.text();
    assert!(text.contains("▸Plan"), "{text}");
    assert!(text.contains("╭ Objectives"), "{text}");
}

#[test]
fn escape_goes_one_step_back_and_never_leaves() {
    let mut screen = Screen::open(120, 36);
    screen.press("/hr<enter><enter>");
    assert_eq!(screen.model.home.zoom, Zoom::Objective);
    screen.press("<esc>");
    assert_eq!((screen.model.home.zoom, screen.model.home.focus), (Zoom::Off, Pane::Objectives));
    screen.press("<tab><esc>");
    assert_eq!(screen.model.home.focus, Pane::Objectives);
    assert_eq!(screen.model.home.filter.text(), "hr");
    screen.press("<esc>");
    assert!(screen.model.home.filter.is_empty());
    screen.press("<esc><esc><esc>");
    assert!(!screen.asked.contains(&Effect::Quit));
    assert!(screen.line_with("this is home").contains("q leaves the program"));
}

#[test]
fn q_leaves_a_zoomed_pane_first_and_then_the_program() {
    let mut screen = Screen::open(120, 36);
    screen.press("z").press("q");
    assert_eq!((screen.model.home.zoom, screen.asked.len()), (Zoom::Off, 0));
    screen.press("q");
    assert_eq!(screen.asked, [Effect::Quit]);
}

#[test]
fn ctrl_c_says_how_to_leave_and_leaves_the_second_time() {
    let mut screen = Screen::open(120, 36);
    screen.press("<c-c>");
    assert!(screen.text().contains("q leaves the program"));
    screen.press("j<c-c>");
    assert!(screen.asked.is_empty(), "a key in between starts anew");
    screen.press("<c-c>");
    assert_eq!(screen.asked, [Effect::Quit]);
}

#[test]
fn the_filter_works_while_it_is_typed() {
    let mut screen = Screen::open(120, 36);
    screen.press("/hr-");
    let title = screen.line_with("Objectives");
    assert!(title.contains("/hr-") && title.contains("3 of 11") && title.contains("Esc clears"), "{title}");
    assert_eq!(screen.selected(), "HR-2");
    screen.press("<enter>jj");
    assert_eq!(screen.selected(), "HR-3");
    screen.press("<down>");
    assert_eq!(screen.selected(), "HR-3", "the list ends where the filter ends");
    screen.press("/<bs><bs><bs>");
    assert_eq!(screen.selected(), "HR-3", "the selection stays with its objective");
}

#[test]
fn letters_are_text_while_a_filter_is_typed() {
    let mut screen = Screen::open(120, 36);
    screen.press("/qm?");
    assert_eq!(screen.model.home.filter.text(), "qm?");
    assert!(screen.asked.is_empty());
    assert!(screen.text().contains("nothing matches the filter"));
}

#[test]
fn a_status_can_be_filtered_by() {
    let mut screen = Screen::open(120, 36);
    screen.press("/at risk<enter>");
    let title = screen.line_with("Objectives");
    assert!(title.contains("2 of 11"), "{title}");
}

#[test]
fn the_panes_follow_the_selection() {
    let mut screen = Screen::open(140, 60);
    screen.press("jj");
    let text = screen.text();
    assert!(text.contains("Measured  HR-2") && text.contains("Plan  HR-2") && text.contains("Cascade  HR-2"), "{text}");
    assert!(text.contains("Eight employees took 19 h"), "{text}");
    assert!(text.contains("* "), "the corrected reading is marked");
}

#[test]
fn an_objective_read_already_is_not_read_again() {
    let mut screen = Screen::open(120, 36);
    screen.press("j");
    let held = screen.model.dossiers.len();
    screen.press("kj");
    assert_eq!(screen.model.dossiers.len(), held);
    let mut newer = overview();
    newer.seq += 1;
    screen.send(Msg::Overview(Box::new(newer)));
    assert_eq!(screen.model.dossiers.last().map(|(seq, _)| *seq), Some(1483), "a newer register is read again");
}

#[test]
fn the_selection_stays_with_its_objective_when_the_register_changes() {
    let mut screen = Screen::open(120, 36);
    screen.press("jjj");
    let selected = screen.selected().to_owned();
    let mut newer = overview();
    newer.rows.reverse();
    screen.send(Msg::Overview(Box::new(newer.clone())));
    screen.send(Msg::ChangedElsewhere);
    assert_eq!(screen.selected(), selected);
    assert!(screen.text().contains("another session changed the register"));
    newer.rows.retain(|row| row.code() != selected);
    screen.send(Msg::Overview(Box::new(newer)));
    assert_ne!(screen.selected(), selected);
    assert!(screen.model.selected_row().is_some());
}

#[test]
fn a_parent_folds_and_its_worst_child_stands_beside_it() {
    let mut screen = Screen::open(200, 60);
    screen.press("<s-tab>");
    assert!(screen.line_with("SEC-2  on track  worst").contains("worst ■ IT-2"));
    screen.press("h");
    assert_eq!(screen.selected(), "SEC-2", "left goes to the parent");
    assert!(screen.text().contains("SEC-2 is on track while IT-2 is off track"));
    screen.press("<enter>");
    assert!(!screen.text().contains("└─ ● ENG-1"));
    assert!(screen.text().contains("+2"));
    screen.press(" <right>");
    assert_eq!(screen.selected(), "IT-2", "right goes to the first child");
}

#[test]
fn undo_asks_for_it_and_says_what_was_undone() {
    let mut screen = Screen::open(120, 36);
    screen.press("u");
    let asked = Effect::Run { asker: Asker::Home, command: Box::new(Command::Undo { seq: None }) };
    assert_eq!(screen.asked, [asked]);
    let outcome = Outcome { seq: 9, summary: "took back HR-2 October 38 h".to_owned(), ..Outcome::default() };
    screen.send(Msg::Ran { asker: Asker::Home, result: Ok(outcome) });
    let line = screen.line_with("✓");
    assert!(line.starts_with(" ✓ took back HR-2 October 38 h") && line.ends_with("U does it again"), "{line}");
    screen.send(Msg::Ran { asker: Asker::Home, result: Err(Refusal::invalid("nothing to undo")) });
    assert_eq!(screen.line_with("✗"), " ✗ nothing to undo");
}

#[test]
fn what_was_saved_says_how_to_take_it_back() {
    let mut screen = Screen::open(120, 36);
    let outcome = Outcome { summary: "HR-2 October 38 h, at risk".to_owned(), undoable: true, ..Outcome::default() };
    screen.send(Msg::Ran { asker: Asker::Home, result: Ok(outcome) });
    let line = screen.line_with("✓");
    assert!(line.contains("HR-2 October 38 h, at risk") && line.ends_with("u takes it back"), "{line}");
}

#[test]
fn text_from_data_cannot_speak_to_the_terminal() {
    let mut hostile = overview();
    for row in &mut hostile.rows {
        row.objective.definition.title = "a\u{1b}[31mb\nc\u{202e}d".to_owned();
        row.objective.definition.owner = "\u{7}\u{1b}]0;x\u{7}".to_owned();
        row.objective.definition.unit = "\u{1b}c".to_owned();
    }
    hostile.organization = "\u{1b}[2J".to_owned();
    for keys in ["", "z", "<tab>z", "<tab><tab>z", "<s-tab>z", "<tab>zt", "<enter>"] {
        let mut screen = Screen::showing(hostile.clone(), 200, 40);
        screen.model.dossiers.clear();
        screen.press(keys);
        for cell in screen.buffer().content() {
            assert!(!cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn the_next_objective_can_be_looked_at_without_leaving_the_screen() {
    let mut screen = Screen::open(120, 36);
    screen.press("<enter>JJK");
    assert_eq!((screen.selected(), screen.model.home.zoom), ("OPS-1", Zoom::Objective));
}

#[test]
fn digits_go_from_screen_to_screen_and_not_while_typing() {
    let mut screen = Screen::open(120, 36);
    assert!(screen.line_with("[1 Home]").contains("8 Editions"));
    screen.press("2");
    assert!(screen.model.layers.last().is_some_and(|layer| !matches!(layer, Layer::Filter)), "2 opens the review");
    let mut typing = Screen::open(120, 36);
    typing.press("/2");
    assert_eq!(typing.model.home.filter.text(), "2");
}
