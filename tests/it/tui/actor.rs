//! Who writes is asked once, before the first write, where nobody has said it.

use sixtwo::app::Command;
use sixtwo::tui::effect::Effect;
use sixtwo::tui::model::Model;

use super::fixture::overview;
use super::screen::Screen;

fn unnamed(demo: bool) -> Screen {
    let mut overview = overview();
    overview.demo = demo;
    let mut screen = Screen::showing(overview, 100, 30);
    screen.model = Model { unnamed: Some("okafor".to_owned()), ..screen.model };
    screen.asked.clear();
    screen
}

fn writes(screen: &Screen) -> usize {
    screen.asked.iter().filter(|effect| matches!(effect, Effect::Run { .. })).count()
}

fn named(screen: &Screen) -> Vec<&str> {
    fn name(effect: &Effect) -> Option<&str> {
        match effect {
            Effect::SetActor(name) => Some(name),
            _ => None,
        }
    }
    screen.asked.iter().filter_map(name).collect()
}

#[test]
fn the_first_write_waits_for_a_name_and_enter_takes_the_one_offered() {
    let mut screen = unnamed(false);
    screen.press("u");
    assert_eq!(writes(&screen), 0, "nothing is written before a name is there");
    assert!(screen.line_with("Who writes?").contains("okafor"), "{}", screen.text());
    assert!(screen.text().contains("Enter take it"), "{}", screen.text());
    screen.press("<enter>");
    assert!(matches!(screen.asked[0], Effect::SetActor(_)), "the name comes before the write: {:?}", screen.asked);
    assert_eq!((named(&screen), writes(&screen)), (vec!["okafor"], 1));
    screen.press("u");
    assert_eq!((named(&screen).len(), writes(&screen)), (1, 2), "it is asked once");
}

#[test]
fn another_name_is_typed_and_an_empty_one_is_not_taken() {
    let mut screen = unnamed(false);
    screen.press("u<c-u><enter>");
    assert!(screen.line_with("Who writes?").contains("a name is needed"), "{}", screen.text());
    screen.press("R. Okafor<enter>");
    assert_eq!((named(&screen), writes(&screen)), (vec!["R. Okafor"], 1));
}

#[test]
fn going_back_writes_nothing_and_leaves_the_form_as_it_was() {
    let mut screen = unnamed(false);
    screen.press("Sbefore the review<enter>");
    assert!(screen.text().contains("Who writes?") && screen.text().contains("before the review"), "{}", screen.text());
    screen.press("<esc>");
    assert_eq!(writes(&screen), 0);
    assert!(screen.text().contains("nothing was saved: nobody said who writes"), "{}", screen.text());
    screen.press("<enter><enter>");
    let wanted = Command::TakeSnapshot { name: "before the review".to_owned() };
    let sent = screen.asked.iter().find_map(|effect| match effect {
        Effect::Run { command, .. } => Some(command),
        _ => None,
    });
    assert_eq!(sent.map(|command| format!("{command:?}")), Some(format!("{wanted:?}")));
}

#[test]
fn a_meeting_asks_before_it_begins() {
    let mut screen = unnamed(false);
    screen.press("R");
    assert!(screen.text().contains("Who writes?") && screen.model.layers.len() == 1, "{}", screen.text());
    screen.press("<esc>");
    assert!(screen.model.layers.is_empty());
    screen.press("R<enter>");
    assert!(screen.text().contains("A review meeting"), "{}", screen.text());
    screen.press("Berg<enter><enter><enter><enter>");
    assert_eq!((named(&screen).len(), writes(&screen)), (1, 1), "it is not asked again in the middle");
}

#[test]
fn the_sample_register_asks_nobody() {
    let mut screen = unnamed(true);
    screen.press("u");
    assert_eq!((named(&screen).len(), writes(&screen)), (0, 1), "{}", screen.text());
}
