//! The never-rules of the house, executed: each with the reason beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file, by its path from the top with `/` between the parts.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines that are code, with their numbers: comments say what they like.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, without_comment(line)))
    }

    /// The room it stands in: `app` of `src/app/clock.rs`, the empty word for `src/main.rs`.
    fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        inside.split_once('/').map_or("", |(room, _)| room)
    }

    /// How many `super`s lead from the file to the root of the crate.
    fn depth(&self) -> usize {
        let inside = self.path.strip_prefix("src/").unwrap_or_default();
        inside.matches('/').count() + usize::from(!inside.ends_with("/mod.rs"))
    }
}

fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with one of the endings, sorted.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&top().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no file in {folder}: the test looks at nothing");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, endings, found);
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            let inside = path.strip_prefix(top()).expect("below the top");
            let name = inside.to_string_lossy().replace('\\', "/");
            found.push(Source { path: name, text: fs::read_to_string(&path).expect("a text file") });
        }
    }
}

fn check(reason: &str, offences: Vec<String>) {
    assert!(offences.is_empty(), "{reason}:\n  {}", offences.join("\n  "));
}

/// Lines of code outside of `allowed` paths that hold one of the words.
fn lines_with(files: &[Source], words: &[&str], allowed: &[&str]) -> Vec<String> {
    let outside = files.iter().filter(|file| !allowed.iter().any(|path| file.path.starts_with(path)));
    let lines = outside.flat_map(|file| file.code().map(move |(number, line)| (file, number, line)));
    lines
        .filter(|(_, _, line)| words.iter().any(|word| holds_word(line, word)))
        .map(|(file, number, line)| format!("{}:{number}: {}", file.path, line.trim()))
        .collect()
}

/// Whether the line holds the word and not a longer one around it.
fn holds_word(line: &str, word: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let starts = !word.starts_with(part_of_a_name) || !before.is_some_and(part_of_a_name);
        let ends = !word.ends_with(part_of_a_name) || !after.is_some_and(part_of_a_name);
        starts && ends
    })
}

/// The rooms a line of code names, by `crate::room`, `crate::{room, ...}` or enough `super`s.
fn rooms_named<'l>(line: &'l str, depth: usize) -> Vec<&'l str> {
    let first_name = |rest: &'l str| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    };
    let mut found = Vec::new();
    let roots = ["crate::".to_owned(), "sixtwo::".to_owned(), "super::".repeat(depth)];
    for root in roots.iter().filter(|root| !root.is_empty()) {
        for (at, _) in line.match_indices(root.as_str()) {
            if line[..at].ends_with("super::") || line[..at].ends_with("$") {
                continue;
            }
            let rest = &line[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(list) => found.extend(list.split(',').map(|item| first_name(item.trim()))),
                None => found.push(first_name(rest)),
            }
        }
    }
    found
}

const ROOMS: [&str; 7] = ["domain", "store", "app", "exchange", "report", "cli", "tui"];

/// The arrows of the house: who may name whom.
const ARROWS: [(&str, &[&str], &str); 7] = [
    ("domain", &[], "the rules stand alone, so that they can be read and tested alone"),
    ("store", &["domain"], "the file knows rows and the journal, not what is done with them"),
    ("exchange", &["domain"], "outside files become typed rows; nothing there writes the register"),
    ("report", &["domain"], "papers are made from frozen facts, never from the register"),
    ("app", &["domain", "store", "exchange", "report"], "the one door serves both faces and knows neither"),
    ("cli", &["app", "domain"], "a face goes through the one door"),
    ("tui", &["app", "domain"], "a face goes through the one door"),
];

#[test]
fn rooms_name_only_the_rooms_their_arrows_point_at() {
    let files = sources("src", &[".rs"]);
    let mut seen = BTreeSet::new();
    for (room, arrows, reason) in ARROWS {
        let mut offences = Vec::new();
        for file in files.iter().filter(|file| file.room() == room) {
            seen.insert(room);
            for (number, line) in file.code() {
                if line.trim_end().ends_with("crate::{") {
                    offences.push(format!("{}:{number}: a list over several lines hides what it names", file.path));
                }
                let named = rooms_named(line, file.depth());
                let wrong = |name: &&str| ROOMS.contains(name) && *name != room && !arrows.contains(name);
                if let Some(name) = named.into_iter().find(wrong) {
                    offences.push(format!("{}:{number}: names {name}", file.path));
                }
            }
        }
        check(&format!("{room}: {reason}"), offences);
    }
    assert_eq!(seen.len(), ROOMS.len(), "a room has no file: {seen:?}");
}

#[test]
fn the_check_of_the_arrows_sees_every_way_to_name_a_room() {
    assert_eq!(rooms_named("use crate::store::Reader;", 2), ["store"]);
    assert_eq!(rooms_named("use crate::{app, store::open};", 2), ["app", "store"]);
    assert_eq!(rooms_named("use super::super::store::Reader;", 2), ["store"]);
    assert!(rooms_named("use super::store_name;", 2).is_empty());
}

#[test]
fn the_domain_is_pure() {
    let domain: Vec<Source> = sources("src/domain", &[".rs"]);
    let words = [
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "rusqlite",
        "ratatui",
        "crossterm",
        "clap",
        "csv",
        "tempfile",
        "toml",
    ];
    check("the rules do no IO and read no clock", lines_with(&domain, &words, &[]));
}

#[test]
fn only_the_store_knows_sqlite() {
    let files = sources("src", &[".rs"]);
    check("SQLite has one room, so that the file has one guard", lines_with(&files, &["rusqlite"], &["src/store/"]));
    let statements = [
        "\"SELECT ",
        "\"INSERT ",
        "\"UPDATE ",
        "\"DELETE ",
        "\"REPLACE ",
        "\"CREATE ",
        "\"DROP ",
        "\"ALTER ",
        "\"PRAGMA ",
        "\"BEGIN ",
        "\"BEGIN\"",
        "\"COMMIT",
        "\"VACUUM",
    ];
    check("SQL outside the store is a second truth", lines_with(&files, &statements, &["src/store/"]));
}

#[test]
fn a_face_library_stays_in_its_face() {
    let files = sources("src", &[".rs"]);
    check("clap is the headless face's", lines_with(&files, &["clap"], &["src/cli/", "src/main.rs"]));
    check("ratatui is the full screen's", lines_with(&files, &["ratatui"], &["src/tui/"]));
    let width_of_the_terminal = "src/cli/page/mod.rs";
    check("crossterm is the terminal's", lines_with(&files, &["crossterm"], &["src/tui/", width_of_the_terminal]));
}

#[test]
fn the_clock_is_read_in_one_file() {
    let files = sources("src", &[".rs"]);
    let words = ["Local::now", "Utc::now", "SystemTime::now", "Instant::now", "now_v7", "Timestamp::now"];
    check("a day can be set only where one file reads the clock", lines_with(&files, &words, &["src/app/clock.rs"]));
}

#[test]
fn keys_are_compared_in_the_keymap_and_the_text_field_only() {
    let files = sources("src", &[".rs"]);
    let allowed = ["src/tui/keymap/", "src/tui/text_field"];
    check("hints, help and behaviour come from one table of keys", lines_with(&files, &["KeyCode::"], &allowed));
}

#[test]
fn a_status_is_computed_by_one_function() {
    let files = sources("src", &[".rs"]);
    let allowed = ["src/domain/", "src/app/", "src/store/"];
    check("a face shows a status, it never makes one", lines_with(&files, &["judge(", "Judgement {"], &allowed));
}

#[test]
fn the_headless_face_prints_in_one_place() {
    let files = sources("src/cli", &[".rs"]);
    let words = ["println!", "print!", "eprintln!", "writeln!", "io::stdout"];
    check(
        "a closed pipe ends a verb quietly only where every write answers",
        lines_with(&files, &words, &["src/cli/page/mod.rs"]),
    );
}

#[test]
fn a_file_can_be_held_in_the_head() {
    let mut files = sources("src", &[".rs"]);
    files.extend(sources("tests", &[".rs"]));
    let long = files.iter().map(|file| (file, file.text.lines().count())).filter(|(_, lines)| *lines > 500);
    check("split it by idea", long.map(|(file, lines)| format!("{}: {lines} lines", file.path)).collect());
}

#[test]
fn nothing_is_left_for_later() {
    let mut files = sources("src", &[".rs"]);
    files.extend(sources("tests", &[".rs"]).into_iter().filter(|file| file.path != "tests/it/architecture.rs"));
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("X", "XX"),
        concat!("to", "do!"),
        concat!("unimple", "mented!"),
        "dbg!",
    ];
    let lines = files.iter().flat_map(|file| file.text.lines().enumerate().map(move |(at, line)| (file, at, line)));
    let left = lines.filter(|(_, _, line)| words.iter().any(|word| holds_word(line, word)));
    check("do it or drop it", left.map(|(file, at, line)| format!("{}:{}: {line}", file.path, at + 1)).collect());
}

#[test]
fn nothing_depends_on_one_machine() {
    let endings = [".rs", ".toml", ".md", ".csv", ".sql", ".html", ".css"];
    let mut files = sources("src", &endings);
    files.extend(sources("tests", &endings).into_iter().filter(|file| file.path != "tests/it/architecture.rs"));
    let places = ["/home/", "/root/", "/Users/", "/tmp/"];
    let lines = files.iter().flat_map(|file| file.text.lines().enumerate().map(move |(at, line)| (file, at, line)));
    let tied = lines.filter(|(_, _, line)| places.iter().any(|place| line.contains(place)));
    check("a clone works anywhere", tied.map(|(file, at, line)| format!("{}:{}: {line}", file.path, at + 1)).collect());
}

#[test]
fn the_top_level_holds_nothing_else() {
    let known = ["Cargo.toml", "Cargo.lock", "README.md", "src", "assets", "tests", "target"];
    let entries = fs::read_dir(top()).expect("the top folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let other = names.filter(|name| !name.starts_with('.') && !known.contains(&name.as_str()));
    check("the top level is the first thing a newcomer reads", other.collect());
}
