//! The sample register on a day that does not move, and the program run on it.

use std::process::Output;

use super::super::cli::desk::Desk;

/// The day.
pub const TODAY: &str = "2026-11-09";

/// A folder with the sample register.
pub struct Office {
    pub desk: Desk,
}

/// What a call answered.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Office {
    pub fn open() -> Office {
        let office = Office { desk: Desk::bare() };
        office.ok(&["demo", "--path", "r.sixtwo"]);
        office
    }

    pub fn run(&self, words: &[&str]) -> Answer {
        self.run_on(TODAY, words)
    }

    pub fn run_on(&self, today: &str, words: &[&str]) -> Answer {
        let Output { status, stdout, stderr } =
            self.desk.command(words).env("SIXTWO_NOW", today).output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Answer { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
    }

    pub fn ok(&self, words: &[&str]) -> String {
        let answer = self.run(words);
        assert_eq!(answer.code, 0, "{words:?}: {answer:#?}");
        answer.out
    }

    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        let answer = self.run(&[words, &["--json"]].concat());
        serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{words:?}: {error}: {answer:#?}"))
    }
}
