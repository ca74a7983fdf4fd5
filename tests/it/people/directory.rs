//! What a name in an objective stands for on a day.

use sixtwo::domain::directory::{Activity, Directory, Entry, EntryKind};
use sixtwo::domain::period::Date;

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// Kind, name, role, from, until, successor.
const ENTRIES: [(&str, &str, &str, &str, &str, &str); 8] = [
    ("person", "A. Novak", "HR lead", "", "2026-06-30", "B. Roth"),
    ("person", "B. Roth", "HR lead", "2026-05-01", "", ""),
    ("person", "K. Lind", "", "", "", ""),
    ("role", "CISO", "K. Lind", "", "", ""),
    ("role", "DPO", "", "", "", ""),
    ("role", "Auditor", "A. Novak", "", "", ""),
    ("function", "Old IT", "", "", "2025-12-31", "IT"),
    ("function", "IT", "", "", "2026-03-31", "Platform"),
];

fn entries() -> Vec<Entry> {
    let date = |text: &str| (!text.is_empty()).then(|| day(text));
    let entry = |(kind, name, role, from, until, successor): (&str, &str, &str, &str, &str, &str)| Entry {
        role: role.to_owned(),
        from: date(from),
        until: date(until),
        successor: successor.to_owned(),
        ..Entry::new(EntryKind::from_word(kind).expect("a kind"), name, day("2025-01-01"))
    };
    ENTRIES.into_iter().map(entry).collect()
}

#[test]
fn a_role_survives_a_leaver_while_somebody_else_holds_it() {
    let entries = entries();
    let directory = Directory::new(&entries);
    let cases = [
        ("A. Novak", "2026-06-30", Activity::Active),
        ("a. novak ", "2026-07-01", Activity::Ended(day("2026-06-30"))),
        ("B. Roth", "2026-04-30", Activity::NotYet(day("2026-05-01"))),
        ("HR lead", "2026-04-30", Activity::Active),
        ("HR lead", "2026-07-01", Activity::Active),
        ("CISO", "2026-07-01", Activity::Active),
        ("DPO", "2026-07-01", Activity::Vacant),
        ("Auditor", "2026-06-30", Activity::Active),
        ("Auditor", "2026-07-01", Activity::Vacant),
        ("Old IT", "2026-01-01", Activity::Ended(day("2025-12-31"))),
        ("R. Okafor", "2026-07-01", Activity::Unknown),
        ("", "2026-07-01", Activity::Unknown),
    ];
    for (name, on, expected) in cases {
        assert_eq!(directory.activity(name, day(on)), expected, "{name} on {on}");
    }
    assert_eq!(directory.holders("hr lead", day("2026-06-01")), ["A. Novak", "B. Roth"]);
    assert_eq!(directory.holders("HR lead", day("2026-07-01")), ["B. Roth"]);
    assert_eq!(directory.roles_of("K. Lind", day("2026-07-01")), ["CISO"]);
    assert!(directory.is_meant("K. Lind", "CISO", day("2026-07-01")));
    assert!(!directory.is_meant("A. Novak", "CISO", day("2026-07-01")));
}

#[test]
fn a_successor_is_the_first_who_is_there_and_a_circle_has_none() {
    let mut entries = entries();
    let after = |entries: &[Entry], kind, name, on: &str| {
        Directory::new(entries).successor(kind, name, day(on)).map(str::to_owned)
    };
    assert_eq!(after(&entries, EntryKind::Function, "Old IT", "2026-01-01").as_deref(), Some("IT"));
    assert_eq!(after(&entries, EntryKind::Function, "Old IT", "2026-04-01").as_deref(), Some("Platform"));
    assert_eq!(after(&entries, EntryKind::Person, "A. Novak", "2026-07-01").as_deref(), Some("B. Roth"));
    assert_eq!(after(&entries, EntryKind::Person, "K. Lind", "2026-07-01"), None);
    entries[7].successor = "Old IT".to_owned();
    assert_eq!(after(&entries, EntryKind::Function, "Old IT", "2026-04-01"), None);
}
