//! The manual is true: every key and command it names exists, every page can be found, and all of it can be printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use sixtwo::app::manual::{Block, TOPICS, Topic};
use sixtwo::cli::Cli;
use sixtwo::cli::config::Config;
use sixtwo::tui::keymap::{Key, Keymap};

use crate::cli::desk::Desk;

/// What stands between backquotes on a page.
fn quoted(topic: Topic) -> Vec<String> {
    let outside_code = topic.text().split("```").step_by(2).collect::<String>();
    outside_code.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The commands of a page: in its text and in what is to be typed.
fn commands(topic: Topic) -> Vec<String> {
    let code = topic.blocks().into_iter().filter_map(|block| match block {
        Block::Code(lines) => Some(lines),
        _ => None,
    });
    let typed = code.flatten().map(|line| line.trim_end_matches('\\').trim().to_owned());
    quoted(topic).into_iter().chain(typed).filter(|line| line.starts_with("sixtwo ")).collect()
}

#[test]
fn every_page_is_listed_and_every_listed_page_lies_in_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("the manual")
        .map(|entry| fs::read_to_string(entry.expect("a page").path()).expect("text"))
        .collect();
    let listed: BTreeSet<String> = TOPICS.iter().map(|topic| topic.text().to_owned()).collect();
    assert_eq!(files, listed);
    let verbs: Vec<String> = Cli::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for topic in TOPICS {
        assert!(!verbs.contains(&topic.name.to_owned()), "`sixtwo help {}` would mean two things", topic.name);
        assert!(topic.text().starts_with("# "), "{} has no title", topic.name);
    }
}

#[test]
fn every_key_the_manual_names_does_something() {
    let keymap = Keymap::default();
    let bound: BTreeSet<String> =
        keymap.bindings().iter().flat_map(|binding| &binding.keys).map(ToString::to_string).collect();
    let mut named = 0;
    for topic in TOPICS.iter().filter(|topic| topic.name != "auditor") {
        for words in quoted(*topic) {
            if words.starts_with("sixtwo ") || words.starts_with('-') {
                continue;
            }
            let parsed = Key::parse(&words).map(|key| key.to_string());
            let suspends = words == "Ctrl-Z";
            assert!(
                suspends || bound.contains(&words) || parsed.is_ok_and(|key| bound.contains(&key)),
                "{}: `{words}` is neither a key that does something nor a command",
                topic.name
            );
            named += 1;
        }
    }
    assert!(named > 60, "{named} keys only");
}

#[test]
fn every_command_the_manual_names_exists() {
    let mut named = 0;
    for topic in TOPICS {
        for command in commands(*topic) {
            let root = Cli::command();
            let mut at: &Command = &root;
            let mut options: Vec<&Command> = vec![at];
            for word in command.split_whitespace().skip(1) {
                if let Some(verb) = at.find_subcommand(word) {
                    at = verb;
                    options.push(verb);
                } else if let Some(long) = word.strip_prefix("--") {
                    let known = options
                        .iter()
                        .any(|command| command.get_arguments().any(|argument| argument.get_long() == Some(long)));
                    assert!(known || long == "help", "{}: `{command}` has no {word}", topic.name);
                }
            }
            let opens = command.contains(".sixtwo");
            assert!(at.get_name() != "sixtwo" || opens, "{}: `{command}` names no verb", topic.name);
            named += 1;
        }
    }
    assert!(named > 30, "{named} commands only");
}

#[test]
fn every_page_can_be_printed_and_names_only_pages_there_are() {
    let desk = Desk::bare();
    let topics = desk.ok(&["help", "topics"]);
    for topic in TOPICS {
        assert!(topics.contains(topic.name) && topics.contains(topic.title()), "{topics}");
        let page = desk.ok(&["help", topic.name]);
        assert!(page.starts_with(&topic.title().to_uppercase()), "{page}");
        assert!(page.lines().count() > 15, "{}", topic.name);
        for command in commands(*topic).iter().filter(|command| command.starts_with("sixtwo help ")) {
            let word = command.trim_start_matches("sixtwo help ");
            assert!(Topic::named(word).is_some(), "{}: {command}", topic.name);
        }
    }
}

#[test]
fn the_config_a_page_shows_can_be_used_as_it_stands() {
    let blocks = TOPICS.iter().flat_map(|topic| topic.blocks()).filter_map(|block| match block {
        Block::Code(lines) => Some(lines.join("\n")),
        _ => None,
    });
    let mut shown = 0;
    for text in blocks.filter(|text| text.starts_with('[')) {
        let config = Config::parse(&text);
        let (keymap, refused) = Keymap::preferred(&config.keys);
        assert_eq!((config.problems, refused), (vec![], vec![]), "{text}");
        assert_ne!(keymap.rows(), Keymap::default().rows(), "{text} changes nothing");
        shown += 1;
    }
    assert!(shown > 0, "no page shows how keys are changed");
}
