//! Words that need no register: help, usage, places, keys.

use super::desk::Desk;

const VERBS: [&str; 22] = [
    "demo", "new", "import", "record", "status", "show", "due", "history", "refresh", "approve", "retire", "settings",
    "snapshot", "export", "verify", "backup", "restore", "undo", "redo", "keys", "paths", "help",
];

#[test]
fn help_names_every_verb_and_each_shows_examples() {
    let desk = Desk::bare();
    let overview = desk.ok(&["--help"]);
    for verb in VERBS {
        assert!(overview.contains(&format!("\n  {verb} ")), "{verb} is missing in the help");
        let own = desk.ok(&["help", verb]);
        assert!(own.contains("Examples:\n  "), "`help {verb}` shows no example");
        assert_eq!(own, desk.ok(&[verb, "--help"]), "{verb}");
    }
    assert!(desk.contents().is_empty(), "help writes nothing");
}

#[test]
fn wrong_words_are_exit_code_2_and_say_what_is_right() {
    let desk = Desk::new();
    for (words, hint) in [
        (&["record"][..], "CODE"),
        (&["record", "HR-2"], "--criterion"),
        (&["record", "-", "--meaning", "x"], "csv"),
        (&["record", "HR-2", "1", "--decision", "maybe"], "escalate"),
        (&["status", "--as-of", "31.12.2026"], "2026-11-23"),
        (&["--as-of", "2026-12-31", "status"], "behind the verb"),
        (&["retire", "HR-2", "--outcome", "gone", "--reason", "x"], "superseded"),
        (&["new", "x.sixtwo"], "--organization"),
        (&["new", "x.sixtwo", "--organization", "A", "--fiscal-year-start", "13"], "1..=12"),
        (&["statsu"], "sixtwo status"),
        (&["help", "nothing"], "nothing"),
        (&["status", "--colour"], "--colour"),
    ] {
        let answer = desk.run(words);
        assert_eq!(answer.code, 2, "{words:?}: {answer:?}");
        assert_eq!(answer.out, "", "{words:?}");
        assert!(answer.err.contains(hint), "{words:?} does not say {hint}: {}", answer.err);
    }
}

#[test]
fn without_a_terminal_the_full_screen_names_the_headless_verbs() {
    let desk = Desk::new();
    let before = desk.contents();
    for words in [&[][..], &["r.sixtwo"], &["demo"]] {
        let answer = desk.run(words);
        assert_eq!(answer.code, 2, "{words:?}: {answer:?}");
        assert!(answer.sentence(words).contains("status"), "{words:?}: {}", answer.err);
    }
    assert_eq!(desk.contents(), before);
}

#[test]
fn a_verb_wins_over_a_file_of_its_name() {
    let desk = Desk::new();
    std::fs::copy(desk.path("r.sixtwo"), desk.path("status")).expect("a copy");
    assert_eq!(desk.json(&["status"]), serde_json::json!([]));
}

#[test]
fn keys_are_listed_from_the_table_that_runs_them() {
    let desk = Desk::bare();
    let keys = desk.json(&["keys"]);
    let keys = keys.as_array().expect("an array");
    assert!(keys.iter().any(|line| line["keys"].as_str().is_some_and(|keys| keys.contains('m'))));
    assert_eq!(desk.ok(&["keys"]).lines().count(), keys.len() + 1);
}

#[test]
fn paths_say_where_things_lie_and_who_works() {
    let desk = Desk::bare();
    std::fs::create_dir_all(desk.path("etc/sixtwo")).expect("a folder");
    desk.write("etc/sixtwo/config.toml", "actor = \"R. Okafor\"\nunknown = 1\n");
    let mut command = desk.command(&["paths", "--json"]);
    let output = command.env("XDG_CONFIG_HOME", desk.path("etc")).output().expect("the program starts");
    let paths: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(paths["actor"], "R. Okafor");
    assert_eq!(paths["register"], "r.sixtwo");
    assert_eq!(desk.json(&["--as", "M. Berg", "paths"])["actor"], "M. Berg");
    assert_eq!(desk.json(&["paths"])["actor"], "tester");
}

#[test]
fn a_broken_config_never_blocks_the_start() {
    let desk = Desk::new();
    desk.write("broken.toml", "actor = ");
    let answer = desk.run(&["--config", "broken.toml", "status", "--json"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.err.contains("broken.toml"), "{}", answer.err);
}
