//! The screen of sources and gaps.

use sixtwo::app::Command;
use sixtwo::app::sources::{SourceCommand, TraceView, Walked};
use sixtwo::domain::objective::{Lifecycle, Link};
use sixtwo::domain::trace::{Pursuer, Source, SourceKind, SourceStatus, TOP_RISKS, Trace, gaps, in_register};
use sixtwo::tui::effect::{Effect, Question};
use sixtwo::tui::msg::{Msg, Reply};

use super::fixture::{day, overview, sources};
use super::screen::Screen;

fn view(mut sources: Vec<Source>) -> TraceView {
    let overview = overview();
    sources.sort_by(in_register);
    let pursuers: Vec<Pursuer> = overview.rows.iter().map(|row| Pursuer::of(&row.objective)).collect();
    let trace = Trace::of(pursuers.iter().copied(), &sources);
    let gaps = gaps(&pursuers, &sources, &trace, TOP_RISKS);
    TraceView { overview, sources, trace, gaps }
}

/// The screen with what the worker would answer.
fn open(width: u16, height: u16, sources: Vec<Source>) -> Screen {
    let mut screen = Screen::open(width, height);
    screen.press("3");
    answer(&mut screen, sources);
    screen
}

fn answer(screen: &mut Screen, sources: Vec<Source>) {
    let asked = std::mem::take(&mut screen.asked);
    let asker = asked.iter().rev().find_map(|effect| match effect {
        Effect::Ask { asker, question: Question::Trace } => Some(*asker),
        _ => None,
    });
    let result = Ok(Reply::Trace(Box::new(view(sources))));
    screen.send(Msg::Told { asker: asker.expect("the screen asks for the trace"), result });
}

/// What the last keys asked to be written.
fn commands(screen: &Screen) -> Vec<Command> {
    let command = |effect: &Effect| match effect {
        Effect::Run { command, .. } => Some((**command).clone()),
        _ => None,
    };
    screen.asked.iter().filter_map(command).collect()
}

#[test]
fn sources_and_gaps_at_80_by_24() {
    insta::assert_snapshot!(open(80, 24, sources()).text());
}

#[test]
fn sources_and_gaps_at_120_by_36() {
    insta::assert_snapshot!(open(120, 36, sources()).text());
}

#[test]
fn sources_and_gaps_at_200_by_60() {
    insta::assert_snapshot!(open(200, 60, sources()).text());
}

#[test]
fn nothing_on_record_says_how_to_begin() {
    let text = open(80, 24, Vec::new()).text();
    assert!(text.contains("Sources and gaps"), "{text}");
}

#[test]
fn enter_on_a_source_nobody_pursues_opens_a_draft_that_names_it() {
    let mut screen = open(120, 36, sources());
    assert!(screen.line_with("▸").contains("Sources and gaps"));
    screen.press("<enter>");
    let text = screen.text();
    assert!(text.contains("A new objective, as a draft"), "{text}");
    assert!(text.contains("risk:R-020"), "{text}");
}

#[test]
fn enter_on_a_pursued_source_goes_to_its_objective_on_home() {
    let mut screen = open(120, 36, sources());
    screen.press("G");
    while !screen.line_with("┃ ▸").contains("R-014") {
        let before = screen.line_with("┃ ▸");
        screen.press("k");
        assert_ne!(screen.line_with("┃ ▸"), before, "no line of R-014 was reached");
    }
    screen.press("<enter>");
    assert_eq!(screen.selected(), "IT-2");
    assert!(!screen.text().contains("Sources and gaps"));
}

#[test]
fn the_selection_never_rests_on_a_heading() {
    let mut screen = open(80, 24, sources());
    for key in "jjjjjjjjjjjjkkkkkkkkkkkkkgGgG".chars() {
        screen.press(&key.to_string());
        let line = screen.line_with("┃ ▸");
        assert!(!line.is_empty(), "nothing is selected after {key}: {}", screen.text());
    }
}

#[test]
fn a_risk_is_accepted_with_a_reason_and_nothing_else_is() {
    let mut screen = open(120, 36, sources());
    screen.press("aboard until 2027<enter>");
    let [Command::Sources(SourceCommand::Edit(source))] = &commands(&screen)[..] else {
        panic!("one source is changed: {:?}", screen.asked);
    };
    assert_eq!((source.kind, source.reference.as_str()), (SourceKind::Risk, "R-020"));
    assert_eq!((source.status, source.acceptance.as_str()), (SourceStatus::Accepted, "board until 2027"));
    let mut screen = open(120, 36, sources());
    screen.press("ja");
    assert!(screen.text().contains("only a risk is accepted"), "{}", screen.text());
}

#[test]
fn a_new_policy_version_is_walked_with_one_letter_per_commitment() {
    let mut screen = open(120, 36, sources());
    screen.press("P6<enter>k");
    screen.press("<enter>");
    assert!(screen.text().contains("commitment 4.3 has no answer"), "{}", screen.text());
    screen.press("d");
    insta::assert_snapshot!(screen.text());
    screen.asked.clear();
    screen.press("<enter>");
    let walk = vec![("4.2".to_owned(), Walked::Kept), ("4.3".to_owned(), Walked::Dropped)];
    let renew = SourceCommand::RenewPolicy { policy: "ISP".to_owned(), version: "6".to_owned(), walk };
    assert_eq!(commands(&screen), [Command::Sources(renew)]);
}

#[test]
fn a_thousand_objectives_and_three_hundred_sources_take_no_time() {
    let (objectives, sources) = large();
    let pursuers: Vec<Pursuer> = objectives
        .iter()
        .map(|(code, parent, links)| Pursuer { code, parent, lifecycle: Lifecycle::InForce, links, tags: &[] })
        .collect();
    let trace = Trace::of(pursuers.iter().copied(), &sources);
    let found = gaps(&pursuers, &sources, &trace, TOP_RISKS);
    assert_eq!(found.count(), 0);
    // Every objective below a root names two sources and inherits the two of its parent.
    let served: usize = (0..pursuers.len()).map(|place| trace.served(place).len()).sum();
    let serving: usize = (0..sources.len()).map(|place| trace.serving(place).len()).sum();
    assert_eq!(served, serving);
    assert!(served > 3_000, "{served}");
}

type Written = (String, String, Vec<Link>);

fn large() -> (Vec<Written>, Vec<Source>) {
    let source = |n: usize| {
        let source = Source::new(SourceKind::Risk, &format!("R-{n}"), "something may happen", day("2026-01-05"));
        Source { level: ["low", "medium", "high"][n % 3].to_owned(), ..source }
    };
    let link = |n: usize| Link { kind: "risk".into(), reference: format!("r-{}", n % 300), because: String::new() };
    let objective = |n: usize| {
        let parent = if n < 50 { String::new() } else { format!("O-{}", n % 50) };
        (format!("O-{n}"), parent, vec![link(n), link(n + 7)])
    };
    ((0..1_000).map(objective).collect(), (0..300).map(source).collect())
}
