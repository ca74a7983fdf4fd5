//! What was acknowledged is kept, whenever the program is killed.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, Stdio};
use std::thread;
use std::time::Duration;

use chrono::{Days, NaiveDate};

use super::desk::Desk;

const KILLS: u64 = 100;

/// The day the n-th line of all rounds measures: no day twice.
fn day(line: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(1980, 1, 1).expect("a date") + Days::new(line)
}

/// Feeds lines until the program is gone; says nothing about how far it came.
fn feed(mut stdin: ChildStdin, first: u64) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in first..first + 1_000 {
            if writeln!(stdin, "K-1 {line} {}", day(line)).is_err() {
                return;
            }
        }
    })
}

#[test]
fn a_hundred_kills_lose_nothing_acknowledged() {
    let desk = Desk::new();
    desk.write("k.csv", "code,title,metric,unit,target,frequency,start\nK-1,Kept,count,,0,W,1979-12-31\n");
    desk.ok(&["import", "objectives", "k.csv"]);

    let mut acknowledged = BTreeSet::new();
    let mut first = 0;
    for kill in 0..KILLS {
        let mut child = desk
            .command(&["record", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let feeder = feed(child.stdin.take().expect("a pipe"), first);
        let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        // 1 to 4 answers, then a moment inside the next transaction: the points of the kills spread over all of it.
        let mut last = None;
        for _ in 0..=kill % 4 {
            let answer = answers.next().expect("an answer").expect("a line");
            let number: u64 = answer.split(':').next().and_then(|n| n.parse().ok()).expect("a line number");
            last = Some(number);
            acknowledged.insert(day(first + number - 1).to_string());
        }
        thread::sleep(Duration::from_micros(kill * 7919 % 25_000));
        child.kill().expect("a process to kill");
        assert_eq!(child.wait().expect("its end").code(), None, "the program was killed, it did not end by itself");
        // What was answered between the last look and the kill was promised as well.
        for answer in answers.map_while(Result::ok) {
            let number: Option<u64> = answer.split_once(':').and_then(|(n, _)| n.parse().ok());
            if let Some(number) = number {
                last = last.max(Some(number));
                acknowledged.insert(day(first + number - 1).to_string());
            }
        }
        feeder.join().expect("the feeder ends with the pipe");

        let kept = kept(&desk);
        let lost: Vec<&String> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "kill {kill}: acknowledged and lost: {lost:?}");
        // A line may be on disk without its answer; never more than one per kill.
        let unanswered = kept.difference(&acknowledged).count() as u64;
        assert!(unanswered <= kill + 1, "kill {kill}: {unanswered} lines nobody acknowledged");
        first += last.unwrap_or(0) + 1;
    }
    assert!(acknowledged.len() as u64 >= KILLS, "only {} acknowledged", acknowledged.len());
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

fn kept(desk: &Desk) -> BTreeSet<String> {
    let shown = desk.json(&["show", "K-1"]);
    let readings = shown["readings"].as_array().expect("an array");
    readings.iter().filter_map(|reading| reading["measured_on"].as_str().map(str::to_owned)).collect()
}
