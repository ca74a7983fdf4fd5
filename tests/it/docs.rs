//! The README tells what the program does: its key table is written from the program's own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sixtwo::tui::keymap::key_table;

const OPEN: &str = "<!-- keys: written by the tests from the program's own table; UPDATE_DOCS=1 cargo test docs -->\n";
const CLOSE: &str = "<!-- /keys -->";

/// The table as Markdown, one heading row per scope.
fn keys_as_markdown() -> String {
    let mut table = String::from("| where | keys | does |\n|---|---|---|\n");
    let mut scope = "";
    for row in key_table() {
        let place = if row.scope == scope { "" } else { row.scope };
        scope = row.scope;
        let keys: Vec<String> = row.keys.split(' ').map(|key| format!("`{key}`")).collect();
        let _ = writeln!(table, "| {place} | {} | {} |", keys.join(" "), row.effect);
    }
    table
}

#[test]
fn docs_key_table_of_the_readme_is_the_programs_own() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("the README is there");
    let start = readme.find(OPEN).expect("the block opens") + OPEN.len();
    let end = readme.find(CLOSE).expect("the block closes");
    let fresh = keys_as_markdown();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, format!("{}{fresh}{}", &readme[..start], &readme[end..])).expect("the README can be written");
        return;
    }
    assert_eq!(&readme[start..end], fresh, "run UPDATE_DOCS=1 cargo test docs");
}

#[test]
fn docs_pictures_of_the_readme_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("the README is there");
    let pictures: Vec<&str> =
        readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|p| p.ends_with(".svg")).collect();
    assert!(pictures.len() >= 4, "home at three sizes and the meeting");
    for picture in pictures {
        assert!(root.join(picture).is_file(), "{picture} is missing");
    }
}
