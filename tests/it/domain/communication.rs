//! Who knows a standing version: a table of what is on record and what that makes of somebody.

use sixtwo::domain::communication::{Acknowledgement, Communication, Heard, Matter, Reach, Records};
use sixtwo::domain::directory::{Entry, EntryKind};
use sixtwo::domain::edition::{Edition, Member};
use sixtwo::domain::period::{Date, parse_iso_date};

fn day(text: &str) -> Date {
    parse_iso_date(text).expect("a date")
}

fn told(objective: Option<i64>, version: Option<u32>, edition: Option<i64>, reach: Reach, to: &str) -> Communication {
    Communication {
        id: 1,
        objective,
        version,
        edition,
        reach,
        audience: to.to_owned(),
        channel: String::new(),
        place: String::new(),
        day: day("2026-07-15"),
        told_by: String::new(),
        recorded_on: day("2026-07-15"),
    }
}

fn confirmed(objective: Option<i64>, version: Option<u32>, edition: Option<i64>, who: &str) -> Acknowledgement {
    Acknowledgement {
        id: 1,
        objective,
        version,
        edition,
        person: who.to_owned(),
        day: day("2026-07-16"),
        note: String::new(),
        recorded_on: day("2026-07-16"),
    }
}

/// Editions 1 to 3 hold HR-2 in version 1, 2 and 3; edition 4 does not hold it.
fn editions() -> Vec<Edition> {
    let member = |number: u32| vec![Member { code: "HR-2".to_owned(), version: number }];
    let edition = |number: i64, members: Vec<Member>| Edition {
        number,
        why: "why".to_owned(),
        cause: None,
        body: "Management review".to_owned(),
        people: Vec::new(),
        minutes: String::new(),
        approved_on: day("2026-07-14"),
        members,
        recorded_on: day("2026-07-14"),
    };
    vec![edition(1, member(1)), edition(2, member(2)), edition(3, member(3)), edition(4, Vec::new())]
}

fn directory() -> Vec<Entry> {
    let today = day("2026-01-01");
    let person = |name: &str, role: &str, function: &str| Entry {
        role: role.to_owned(),
        function: function.to_owned(),
        ..Entry::new(EntryKind::Person, name, today)
    };
    vec![person("A. Novak", "HR lead", "HR"), person("R. Okafor", "", "IT")]
}

/// What HR-2, whose version 2 counts, makes of somebody: `personal`, `among others`, `no`, each with `+` once confirmed.
fn known(communications: &[Communication], acknowledgements: &[Acknowledgement], who: &str, kept: bool) -> String {
    let (editions, directory) = (editions(), if kept { directory() } else { Vec::new() });
    let approvers = ["M. Berg".to_owned()];
    let matter = Matter {
        objective: 7,
        code: "HR-2",
        function: "HR",
        version: 2,
        approved_on: Some(day("2026-07-14")),
        approvers: &approvers,
    };
    let records = Records { communications, acknowledgements, editions: &editions, directory: &directory };
    let knowledge = records.knowledge(&matter, who);
    let heard = match knowledge.heard {
        Some(Heard::Present(_)) => "present",
        Some(Heard::InPerson(_)) => "in person",
        Some(Heard::AmongOthers(_)) => "among others",
        None => "no",
    };
    format!("{heard}{}", if knowledge.confirmed.is_some() { "+" } else { "" })
}

#[test]
fn what_was_told_counts_for_the_version_it_spoke_of_and_later_wording() {
    use Reach::{Everyone, Function, Person};
    let cases = [
        ("the version that counts", told(Some(7), Some(2), None, Person, "A. Novak"), "in person"),
        ("a later wording", told(Some(7), Some(3), None, Person, "a. novak"), "in person"),
        ("an earlier version", told(Some(7), Some(1), None, Person, "A. Novak"), "no"),
        ("another objective", told(Some(8), Some(2), None, Person, "A. Novak"), "no"),
        ("somebody else", told(Some(7), Some(2), None, Person, "R. Okafor"), "no"),
        ("the role they hold", told(Some(7), Some(2), None, Person, "HR lead"), "in person"),
        ("an edition that holds it", told(None, None, Some(2), Person, "A. Novak"), "in person"),
        ("a later edition", told(None, None, Some(3), Everyone, "everyone"), "among others"),
        ("an earlier edition", told(None, None, Some(1), Everyone, "everyone"), "no"),
        ("an edition without it", told(None, None, Some(4), Everyone, "everyone"), "no"),
        ("an edition nobody approved", told(None, None, Some(9), Everyone, "everyone"), "no"),
        ("their function", told(Some(7), Some(2), None, Function, "hr"), "among others"),
        ("another function", told(Some(7), Some(2), None, Function, "IT"), "no"),
        ("nobody by name", told(Some(7), Some(2), None, Person, " "), "no"),
    ];
    for (what, communication, expected) in cases {
        assert_eq!(known(&[communication], &[], "A. Novak", true), expected, "{what}");
    }
}

#[test]
fn a_confirmation_counts_the_same_way() {
    let cases = [
        ("of the version", confirmed(Some(7), Some(2), None, "A. Novak"), "no+"),
        ("of an earlier version", confirmed(Some(7), Some(1), None, "A. Novak"), "no"),
        ("of the edition", confirmed(None, None, Some(3), "a. novak "), "no+"),
        ("by somebody else", confirmed(Some(7), Some(2), None, "R. Okafor"), "no"),
        ("by the role", confirmed(Some(7), Some(2), None, "HR lead"), "no+"),
    ];
    for (what, acknowledgement, expected) in cases {
        assert_eq!(known(&[], &[acknowledgement], "A. Novak", true), expected, "{what}");
    }
}

#[test]
fn in_person_counts_before_being_present_and_that_before_among_others() {
    let everyone = told(Some(7), Some(2), None, Reach::Everyone, "everyone");
    let person = told(Some(7), Some(2), None, Reach::Person, "M. Berg");
    assert_eq!(known(std::slice::from_ref(&everyone), &[], "M. Berg", true), "present");
    assert_eq!(known(&[everyone.clone(), person], &[], "M. Berg", true), "in person");
    assert_eq!(known(&[everyone], &[], "R. Okafor", true), "among others");
}

#[test]
fn without_a_directory_an_owner_works_where_the_objective_is_pursued() {
    let hr = told(Some(7), Some(2), None, Reach::Function, "HR");
    assert_eq!(known(std::slice::from_ref(&hr), &[], "P. Costa", false), "among others");
    assert_eq!(known(&[hr], &[], "R. Okafor", true), "no", "the directory says IT");
}

#[test]
fn the_function_is_told_by_its_name_or_with_everyone() {
    let editions = editions();
    let matter = Matter { objective: 7, code: "HR-2", function: "HR", version: 2, approved_on: None, approvers: &[] };
    let function_told = |communication: Communication| {
        let communications = [communication];
        let records =
            Records { communications: &communications, acknowledgements: &[], editions: &editions, directory: &[] };
        records.function_told(&matter).is_some()
    };
    assert!(function_told(told(Some(7), Some(2), None, Reach::Function, "hr")));
    assert!(function_told(told(None, None, Some(2), Reach::Everyone, "everyone")));
    assert!(!function_told(told(Some(7), Some(2), None, Reach::Function, "IT")));
    assert!(!function_told(told(Some(7), Some(2), None, Reach::Person, "A. Novak")));
}
