//! The page of the manual for an audit: its register is built as it says, and each of its eleven questions is answered by
//! the command and on the screen it names.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::terminal::{PROGRAM, Terminal};

const PAGE: &str = include_str!("../../../assets/manual/audit.md");
const REGISTER: &str = "clinic.sixtwo";
const FILES: [(&str, &str); 4] = [
    ("objectives.csv", include_str!("../../cases/audit/objectives.csv")),
    ("readings.csv", include_str!("../../cases/audit/readings.csv")),
    ("sources.csv", include_str!("../../cases/audit/sources.csv")),
    ("people.csv", include_str!("../../cases/audit/people.csv")),
];

/// One line of the page's table.
struct Question {
    asked: String,
    keys: Vec<String>,
    command: String,
    answer: String,
}

fn questions() -> Vec<Question> {
    let rows =
        PAGE.lines().filter(|line| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit()));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [_, asked, keys, command, answer] = cells[..] else { panic!("five columns: {row}") };
        let code = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        Question {
            asked: asked.to_owned(),
            keys: code(keys),
            command: code(command).concat(),
            answer: code(answer).concat(),
        }
    })
    .collect()
}

/// The words of a line as a shell cuts them; quotes keep blanks.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    assert_eq!(words.remove(0), "sixtwo", "{line}");
    words
}

/// What a command of the page prints, and what it wrote where it names a file.
fn said(folder: &Path, line: &str) -> String {
    let words = words(line);
    let output = Command::new(PROGRAM)
        .args(&words)
        .current_dir(folder)
        .env_clear()
        .envs([("HOME", folder.as_os_str()), ("SIXTWO_FILE", REGISTER.as_ref())])
        .envs([("USER", "tester"), ("TZ", "UTC")])
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {told}");
    let written = words.iter().position(|word| word == "-o").and_then(|at| words.get(at + 1));
    let written = written.map(|name| std::fs::read_to_string(folder.join(name)).expect("what was written"));
    format!("{}{}", String::from_utf8_lossy(&output.stdout), written.unwrap_or_default())
}

/// A folder with the register of the page, built by the lines the page shows.
fn register() -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    for (name, content) in FILES {
        std::fs::write(folder.path().join(name), content).expect("a file of the page");
    }
    let blocks = PAGE.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    for line in blocks.flat_map(str::lines).filter(|line| !line.starts_with("export ")) {
        said(folder.path(), line);
    }
    folder
}

fn typed(key: &str) -> &str {
    match key {
        "Enter" => "\r",
        "Tab" => "\t",
        "Down" => "\x1b[B",
        other => other,
    }
}

/// What is seen may be cut at the end of a line: words in a row are looked for without the breaks between them.
fn shows(screen: &str, answer: &str) -> bool {
    let flat: String = screen.chars().map(|c| if "│┃".contains(c) || c.is_whitespace() { ' ' } else { c }).collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ").contains(answer)
}

#[test]
fn the_page_answers_the_eleven_questions_of_the_audit() {
    let folder = register();
    let questions = questions();
    assert_eq!(questions.len(), 11);
    for question in &questions {
        let said = said(folder.path(), &question.command);
        assert!(said.contains(&question.answer), "{}: {}\n{said}", question.asked, question.command);
    }
}

#[test]
fn the_screens_answer_the_eleven_questions_too() {
    let folder = register();
    for question in questions() {
        let mut terminal = Terminal::open_today(folder.path(), &[REGISTER], 160, 50);
        terminal.wait("IT-1 on top", |screen| screen.contents().contains("▸■ off track"));
        for key in &question.keys {
            terminal.press(typed(key));
            // Keys mean something only once a screen has read what it shows.
            if key.starts_with(|c: char| c.is_ascii_digit()) {
                let read = |text: String| {
                    text.contains(&format!("[{key} "))
                        && !text.contains("reading the ")
                        && !text.contains("reading who ")
                };
                terminal.wait(key, |screen| read(screen.contents()));
            }
        }
        let what = format!("{}: {:?}", question.asked, question.keys);
        terminal.wait(&what, |screen| shows(&screen.contents(), &question.answer));
        terminal.kill();
    }
}
