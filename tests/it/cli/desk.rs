//! A folder of its own for each test, and the program run in it with an environment that knows nobody.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Objectives of every kind, started long ago: monthly, half-yearly, a milestone and a draft.
pub const OBJECTIVES: &str = "\
code,title,kind,owner,metric,unit,direction,operator,baseline,target,warn,frequency,start,due,criteria,lifecycle,parent,links
IT-2,Critical vulnerabilities in SLA,maintain,R. Okafor,closed in SLA,%,higher,,,95,93,M,2025-01-01,,,in_force,SEC-2,risk:R-014
HR-2,Leaver access revoked in a day,reach,A. Novak,mean hours,h,lower,<,72,24,,M,2025-01-01,2026-06-30,,in_force,,policy:3.1
SEC-2,Weak spots past SLA,maintain,K. Lind,open past SLA,,lower,,,2,,H,2025-01-01,,,in_force,,
SEC-4,Privileged accounts under PAM,milestone,T. Silva,,,,,,,,M,2025-01-01,2026-03-31,design signed|2025-06-30|;pilot done|2025-12-31|,in_force,,
DR-1,Be excellent at security,maintain,,,,,,,,,M,2025-01-01,,,draft,,
";

/// Readings with the day each was recorded, so that a past day can be judged.
pub const READINGS: &str = "\
code,period_end,value,numerator,denominator,recorded_on,evaluation,decision
IT-2,2025-01-31,95.4,,,2025-02-05,as it should be,continue
IT-2,2025-02-28,,45,47,2025-03-04,,
IT-2,2025-03-31,,9496,10000,2025-04-03,two old hosts,act
HR-2,2025-01-31,70,,,2025-02-05,,
HR-2,2025-03-31,64.5,,,2025-04-05,,
SEC-2,2025-06-30,2,,,2025-07-10,,
";

/// A folder with one register.
pub struct Desk {
    folder: TempDir,
}

/// What a call answered.
#[derive(Debug)]
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Stdout.
    pub out: String,
    /// Stderr.
    pub err: String,
}

impl Desk {
    /// An empty folder.
    pub fn bare() -> Desk {
        Desk { folder: TempDir::new().expect("a folder for the test") }
    }

    /// With an empty register, `r.sixtwo`.
    pub fn new() -> Desk {
        let desk = Desk::bare();
        desk.ok(&["new", "r.sixtwo", "--organization", "Halden Medical"]);
        desk
    }

    /// With the objectives and readings above.
    pub fn furnished() -> Desk {
        let desk = Desk::new();
        desk.write("objectives.csv", OBJECTIVES);
        desk.write("readings.csv", READINGS);
        desk.ok(&["import", "objectives", "objectives.csv"]);
        desk.ok(&["import", "readings", "readings.csv"]);
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file of the test");
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The program, in the folder, on its register, for a person called tester.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sixtwo"));
        command
            .current_dir(self.folder.path())
            .args(words)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("USER", "tester")
            .env("TZ", "UTC")
            .env("SIXTWO_FILE", "r.sixtwo")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub fn run(&self, words: &[&str]) -> Answer {
        Answer::of(self.command(words).output().expect("the program starts"))
    }

    /// Runs the program with something on stdin.
    pub fn run_with(&self, words: &[&str], stdin: &str) -> Answer {
        self.write("stdin.txt", stdin);
        let input = fs::File::open(self.path("stdin.txt")).expect("what was just written");
        let answer = Answer::of(self.command(words).stdin(input).output().expect("the program starts"));
        fs::remove_file(self.path("stdin.txt")).expect("what was just read");
        answer
    }

    /// Runs the program and expects exit code 0; gives stdout.
    pub fn ok(&self, words: &[&str]) -> String {
        let answer = self.run(words);
        assert_eq!(answer.code, 0, "{words:?}: {answer:#?}");
        answer.out
    }

    /// Runs the program and expects a refusal: exit code 1, no data, one sentence, no backtrace.
    pub fn refused(&self, words: &[&str]) -> String {
        let answer = self.run(words);
        assert_eq!(answer.code, 1, "{words:?}: {answer:#?}");
        assert_eq!(answer.out, "", "{words:?}: a refusal prints no data");
        answer.sentence(words)
    }

    /// Runs a verb with `--json` and reads what it says.
    pub fn json(&self, words: &[&str]) -> serde_json::Value {
        let out = self.ok(&[words, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{words:?}: {error}: {out}"))
    }

    /// One objective of `status --json`.
    pub fn status(&self, code: &str, words: &[&str]) -> serde_json::Value {
        let all = self.json(&[&["status"], words].concat());
        let objectives = all.as_array().expect("an array");
        objectives.iter().find(|o| o["code"] == code).cloned().unwrap_or_else(|| panic!("no {code} in {all:#}"))
    }

    /// Names and bytes of everything in the folder.
    pub fn contents(&self) -> Vec<(PathBuf, Vec<u8>)> {
        contents_of(self.folder.path())
    }
}

impl Answer {
    fn of(output: Output) -> Answer {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
        Answer { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The one sentence on stderr.
    pub fn sentence(&self, words: &[&str]) -> String {
        let lines: Vec<&str> = self.err.lines().collect();
        let [line] = lines.as_slice() else { panic!("{words:?}: not one sentence: {:?}", self.err) };
        assert!(line.starts_with("sixtwo: ") && line.len() > 20, "{words:?}: {line}");
        (*line).to_owned()
    }
}

fn contents_of(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of the test") {
        let path = entry.expect("an entry").path();
        let meta = fs::symlink_metadata(&path).expect("its kind");
        if meta.is_dir() {
            found.push((path.clone(), Vec::new()));
            found.extend(contents_of(&path));
        } else if meta.is_file() {
            let stamp = format!("{:?}", meta.modified().expect("a time of change"));
            let bytes = fs::read(&path).expect("a file");
            found.push((path, [bytes, stamp.into_bytes()].concat()));
        } else {
            found.push((path, format!("{:?}", meta.file_type()).into_bytes()));
        }
    }
    found.sort();
    found
}
