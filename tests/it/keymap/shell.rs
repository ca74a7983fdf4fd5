//! What the shell is told of the program: completions, the manual page, help on topics. All of it is made from the
//! words and keys that run it.

use clap::CommandFactory;
use sixtwo::app::manual::TOPICS;
use sixtwo::cli::Cli;
use sixtwo::cli::config::SETTINGS;
use sixtwo::tui::keymap::key_table;

use crate::cli::desk::Desk;

fn verbs() -> Vec<String> {
    Cli::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
}

#[test]
fn completions_of_every_shell_know_every_verb() {
    let desk = Desk::bare();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.ok(&["completions", shell]);
        for verb in verbs() {
            assert!(script.contains(&verb), "{shell} does not know {verb}");
        }
        assert!(script.contains("read-only") && script.contains("theme"), "{shell} knows no options");
    }
    assert_eq!(desk.run(&["completions", "tcsh"]).code, 2);
}

#[test]
fn the_manual_page_names_every_verb_key_setting_and_page() {
    let desk = Desk::bare();
    let page = desk.ok(&["man"]).replace("\\-", "-").replace("\\(aq", "'").replace("\\*(Aq", "'").replace("\\&", "");
    assert!(page.contains(".TH sixtwo 1"), "{}", &page[..200]);
    for verb in verbs() {
        assert!(page.contains(&format!("sixtwo-{verb}(1)")), "{verb} is missing");
    }
    for row in key_table() {
        assert!(page.contains(row.effect), "{} is missing", row.effect);
        assert!(page.contains(&format!("({})", row.action)), "{} is missing", row.action);
    }
    for setting in SETTINGS {
        assert!(page.contains(setting.meaning), "{} is missing", setting.name);
    }
    for topic in TOPICS {
        assert!(page.contains(&format!("sixtwo help {}", topic.name)), "{} is missing", topic.name);
    }
    assert!(desk.ok(&["man", "record"]).contains("record"));
    assert_eq!(desk.run(&["man", "nothing"]).code, 2);
}

#[test]
fn a_slip_of_the_finger_finds_the_verb_or_the_page() {
    let desk = Desk::bare();
    assert!(desk.run(&["help", "recrod"]).err.contains("did you mean `sixtwo help record`"));
    assert!(desk.run(&["help", "metting"]).err.contains("did you mean `sixtwo help meeting`"));
    assert_eq!(desk.run(&["help", "recrod"]).code, 2);
}

#[test]
fn keys_on_the_shell_follow_the_config_file() {
    let desk = Desk::bare();
    desk.write("c.toml", "[keys]\nrecord = \"F5\"\nedit = \"Ctrl-J\"\n");
    let answer = desk.run(&["--config", "c.toml", "keys", "--json"]);
    let keys: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    let keys = keys.as_array().expect("an array");
    let of = |action: &str| keys.iter().find(|line| line["action"] == action).map(|line| line["keys"].clone());
    assert_eq!(of("record"), Some("F5".into()));
    assert_eq!(of("edit"), Some("e".into()));
    assert!(answer.err.contains("`edit`: Ctrl-J arrives as Enter"), "{}", answer.err);
}
