//! The config file: any text is read without a fault, and what is wrong is shown where it stands.

use proptest::prelude::*;
use sixtwo::cli::config::{Config, Holds, SETTINGS};
use sixtwo::tui::keymap::Keymap;
use sixtwo::tui::preferences::{Colours, Marker, Palette};

use crate::cli::desk::Desk;

#[test]
fn every_word_the_file_may_hold_is_one_the_full_screen_knows() {
    let known = |setting: &str| -> Vec<&str> {
        match setting {
            "theme" => Palette::WORDS.iter().map(|(word, _)| *word).collect(),
            "color" => Colours::WORDS.iter().map(|(word, _)| *word).collect(),
            "marker" => Marker::WORDS.iter().map(|(word, _)| *word).collect(),
            other => panic!("{other} has words nobody reads"),
        }
    };
    let mut checked = 0;
    for setting in SETTINGS {
        if let Holds::OneOf(words) = setting.holds {
            assert_eq!(words.to_vec(), known(setting.name), "{}", setting.name);
            assert!(words.contains(&setting.default), "{}", setting.name);
            checked += 1;
        }
    }
    assert_eq!(checked, 3);
}

#[test]
fn the_sample_file_names_every_setting_and_can_be_used_with_every_line_taken_in() {
    let desk = Desk::bare();
    let sample = desk.ok(&["config", "init"]);
    for setting in SETTINGS {
        assert!(sample.contains(&format!("\n#{} = ", setting.name)), "{} is missing", setting.name);
    }
    assert_eq!(Config::parse(&sample), Config::parse(&sample), "read twice, the same");
    assert!(Config::parse(&sample).said.is_empty(), "as it stands it says nothing");
    let taken_in: String = sample
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') && !rest.is_empty() => rest,
            _ => line,
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let config = Config::parse(&taken_in);
    assert_eq!(config.problems, [], "{taken_in}");
    assert_eq!(config.said.len(), SETTINGS.len());
    let (_, refused) = Keymap::preferred(&config.keys);
    assert_eq!(refused, []);
    assert!(config.keys.len() >= 3, "{:?}", config.keys);
}

#[test]
fn check_points_at_what_is_wrong_and_ends_with_one() {
    let desk = Desk::bare();
    desk.write("c.toml", "actor = \"A\"\n\n[keys]\nrecord = \"Ctrl-J\"\n");
    let answer = desk.run(&["--config", "c.toml", "config", "check"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    let shown = "c.toml:4:1: `record`: Ctrl-J arrives as Enter\n  4 | record = \"Ctrl-J\"\n    | ^^^^^^^^^^^^^^^^^\n";
    assert_eq!(answer.out, shown);
    desk.write("c.toml", "theme = \"drak\"\n");
    let answer = desk.run(&["--config", "c.toml", "config", "check"]);
    assert!(answer.out.contains("c.toml:1:9") && answer.out.contains("did you mean \"dark\""), "{answer:?}");
    desk.write("c.toml", "theme = \"dark\"\n[keys]\nrecord = [\"m\", \"F5\"]\nquit = \"none\"\n");
    assert!(desk.ok(&["--config", "c.toml", "config", "check"]).contains("can be used"));
    assert!(desk.ok(&["--config", "nowhere.toml", "config", "check"]).contains("there is no config file"));
}

#[test]
fn show_says_what_counts_and_who_said_it() {
    let desk = Desk::bare();
    desk.write("c.toml", "\ntheme = \"dark\"\ncolor = \"16\"\n[keys]\nrecord = \"F5\"\n");
    let mut command = desk.command(&["--config", "c.toml", "--theme", "light", "config", "show", "--json"]);
    let output = command.env("NO_COLOR", "1").env("EDITOR", "nano").env_remove("VISUAL").output().expect("it runs");
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let of = |name: &str| {
        let rows = shown.as_array().expect("an array");
        let row = rows.iter().find(|row| row["name"] == name).expect("the setting");
        (row["value"].as_str().unwrap_or_default().to_owned(), row["from"].as_str().unwrap_or_default().to_owned())
    };
    let held = |value: &str, from: &str| (value.to_owned(), from.to_owned());
    assert_eq!(of("theme"), held("light", "--theme"));
    assert_eq!(of("color"), held("16", "c.toml:3"));
    assert_eq!(of("editor"), held("nano", "EDITOR"));
    assert_eq!(of("plain"), held("false", "default"));
    assert_eq!(of("keys.record"), held("F5", "c.toml:5"));
    assert_eq!(of("actor"), held("tester", "the user of the system"));
}

#[test]
fn a_file_that_cannot_be_used_never_blocks_a_verb() {
    let desk = Desk::new();
    for text in ["actor = ", "\u{0}\u{1}", "keys = 3", "[keys.home.deep]\nx = 1\n", "[[keys]]", "theme = 3\nactor = []"]
    {
        desk.write("c.toml", text);
        let answer = desk.run(&["--config", "c.toml", "status", "--json"]);
        assert_eq!(answer.code, 0, "{text:?}: {answer:?}");
        assert!(answer.err.contains("c.toml"), "{text:?}: {answer:?}");
    }
    desk.write("c.toml", [0xff, 0xfe, 0x41]);
    let answer = desk.run(&["--config", "c.toml", "status", "--json"]);
    assert!(answer.code == 0 && answer.err.contains("UTF-8"), "{answer:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_fault(text in "(\\PC|\n|\t|\"|=|\\[|\\]|keys|theme|record|none|#){0,60}") {
        let config = Config::parse(&text);
        let refuses = |wishes: &_| {
            Keymap::preferred(wishes).1.into_iter().map(|refused| (refused.name, refused.why)).collect()
        };
        for problem in config.every_problem(&refuses) {
            let picture = problem.picture(std::path::Path::new("c.toml"));
            prop_assert!(picture.starts_with("c.toml"), "{picture}");
            prop_assert!(problem.line <= text.lines().count() + 1);
        }
    }
}
