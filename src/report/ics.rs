//! Dates as a calendar (RFC 5545): all-day events that every calendar program takes in.

use std::fmt::Write;

use crate::domain::period::Date;
use crate::domain::text::one_line;

/// Octets a line may have without its line break (RFC 5545, 3.1).
const LINE: usize = 75;

/// Something on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names it for ever: written anew it takes the place of what a calendar has.
    pub uid: String,
    /// When what it says was so: UTC, RFC 3339, whole seconds or finer.
    pub stamp: String,
    /// The day.
    pub day: Date,
    /// What is to be done, in a line.
    pub summary: String,
    /// More of it; one line each.
    pub details: Vec<String>,
    /// What kind of date it is, one word.
    pub category: &'static str,
}

/// The bytes of a calendar: the same events give the same bytes.
pub fn render(name: &str, events: &[Event]) -> Vec<u8> {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, concat!("PRODID:-//sixtwo//sixtwo ", env!("CARGO_PKG_VERSION"), "//EN"));
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        write_event(&mut out, event);
    }
    line(&mut out, "END:VCALENDAR");
    out.into_bytes()
}

fn write_event(out: &mut String, event: &Event) {
    let day = |day: Date| day.format("%Y%m%d").to_string();
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", one_line(&event.uid)));
    line(out, &format!("DTSTAMP:{}", stamp(&event.stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", day(event.day)));
    // An all-day event ends on the day it does not hold any more.
    if let Some(after) = event.day.succ_opt() {
        line(out, &format!("DTEND;VALUE=DATE:{}", day(after)));
    }
    line(out, &format!("SUMMARY:{}", escaped(&event.summary)));
    let details: Vec<String> = event.details.iter().map(|detail| escaped(detail)).collect();
    if !details.is_empty() {
        line(out, &format!("DESCRIPTION:{}", details.join("\\n")));
    }
    line(out, &format!("CATEGORIES:{}", event.category));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// `2026-11-09T14:03:07.123Z` as `20261109T140307Z`.
fn stamp(at: &str) -> String {
    let digits: String = at.chars().take_while(|c| *c != '.' && *c != 'Z').filter(char::is_ascii_digit).collect();
    let (day, time) = digits.split_at(digits.len().min(8));
    format!("{day}T{time:0<6}Z")
}

/// A text as a value: what would end or part it is escaped, line breaks and control codes are made visible.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A content line, folded between characters: what goes on begins with a blank.
fn line(out: &mut String, text: &str) {
    let mut room = LINE;
    for c in text.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        // A String takes every character.
        let _ = out.write_char(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, line, stamp};

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        line(&mut out, &"ü€𝄞".repeat(40));
        assert!(out.ends_with("\r\n"));
        for part in out.trim_end_matches("\r\n").split("\r\n") {
            assert!(part.len() <= 75, "{} octets: {part}", part.len());
        }
        assert_eq!(out.replace("\r\n ", "").trim_end(), "ü€𝄞".repeat(40));
    }

    #[test]
    fn a_text_cannot_leave_its_value() {
        assert_eq!(escaped("a;b,c\\d"), "a\\;b\\,c\\\\d");
        assert_eq!(escaped("x\r\nEND:VEVENT"), "x  END:VEVENT");
    }

    #[test]
    fn a_moment_is_written_in_its_basic_form() {
        assert_eq!(stamp("2026-11-09T14:03:07.123Z"), "20261109T140307Z");
        assert_eq!(stamp("2026-11-09T14:03:07Z"), "20261109T140307Z");
    }
}
