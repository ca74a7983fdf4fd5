//! Several people on one file: all of their work is kept, in one chain.

use std::process::Stdio;

use super::desk::Desk;

const WRITERS: usize = 4;
const EACH: usize = 12;

#[test]
fn four_writers_lose_nothing_and_make_one_chain() {
    let desk = Desk::furnished();
    let before = desk.json(&["history", "--all"]).as_array().map(Vec::len).expect("entries");
    // Each writer has days of its own inside one month.
    let mut children = Vec::new();
    for writer in 0..WRITERS {
        let lines: String =
            (0..EACH).map(|n| format!("IT-2 9{writer}.{n} 2025-{:02}-{:02}\n", 4 + writer, n + 1)).collect();
        let name = format!("lines-{writer}.txt");
        desk.write(&name, lines);
        let input = std::fs::File::open(desk.path(&name)).expect("what was just written");
        let mut command = desk.command(&["--as", &format!("writer {writer}"), "record", "-"]);
        children.push(command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts"));
    }
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "nobody is turned away within five seconds: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), EACH);
    }
    let entries = desk.json(&["history", "--all"]).as_array().map(Vec::len);
    assert_eq!(entries, Some(before + WRITERS * EACH));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}
