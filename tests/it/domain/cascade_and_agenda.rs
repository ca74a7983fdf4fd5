//! The order of attention, the tree, and the queue of a meeting.

use sixtwo::domain::agenda::{agenda, block_line};
use sixtwo::domain::attention::Attention;
use sixtwo::domain::cascade::{Cascade, Line, would_cycle};
use sixtwo::domain::period::parse_iso_date;
use sixtwo::domain::review::AgendaGroup;
use sixtwo::domain::status::{Freshness, Status};

use super::status_cases::judged;
use super::status_table::{own_folder, read_folder};

fn at(code: &str, status: Status, freshness: Freshness) -> Attention {
    Attention { status, freshness, missed_periods: 0, due: None, code: code.to_owned() }
}

fn late(code: &str, missed_periods: u32, due: &str) -> Attention {
    Attention { missed_periods, due: parse_iso_date(due), ..at(code, Status::AtRisk, Freshness::Overdue) }
}

#[test]
fn what_needs_a_person_comes_first() {
    let ordered = [
        at("Z", Status::OffTrack, Freshness::Current),
        at("Y", Status::Missed, Freshness::Current),
        at("X", Status::Unknown, Freshness::Overdue),
        late("W", 2, "2027-01-01"),
        late("V", 1, "2026-01-01"),
        late("U", 1, "2026-06-01"),
        late("S", 1, ""),
        late("T", 1, ""),
        at("R", Status::NotStarted, Freshness::Never),
        at("Q", Status::NotStarted, Freshness::Due),
        at("P", Status::OnTrack, Freshness::Current),
        at("O", Status::Achieved, Freshness::Current),
        at("N", Status::Draft, Freshness::NotDue),
        at("M", Status::Retired, Freshness::NotDue),
    ];
    let mut shuffled = ordered.to_vec();
    shuffled.sort_by(|a, b| a.code.cmp(&b.code));
    shuffled.sort();
    assert_eq!(shuffled, ordered);
}

const TREE: [(&str, &str); 6] =
    [("ORG", ""), ("IT", "ORG"), ("IT-1", "IT"), ("HR", "ORG"), ("LOST", "GONE"), ("IT-2", "IT")];

#[test]
fn the_tree_keeps_the_order_and_names_who_lost_its_parent() {
    let cascade = Cascade::of(TREE);
    let codes = |lines: Vec<Line>| lines.iter().map(|l| (TREE[l.place].0, l.depth)).collect::<Vec<_>>();
    let all = [("ORG", 0), ("IT", 1), ("IT-1", 2), ("IT-2", 2), ("HR", 1), ("LOST", 0)];
    assert_eq!(codes(cascade.lines(|_| true)), all);
    assert_eq!(codes(cascade.lines(|place| place == 0)), [("ORG", 0), ("IT", 1), ("HR", 1), ("LOST", 0)]);
    assert_eq!(cascade.orphans(), [4]);
    assert_eq!(cascade.parent(2), Some(1));
}

#[test]
fn a_circle_is_named_and_a_stored_one_is_opened() {
    let path = would_cycle("ORG", "IT-1", TREE).expect("a circle");
    assert_eq!(path, ["ORG", "IT-1", "IT", "ORG"]);
    assert_eq!(would_cycle("ORG", "ORG", TREE).expect("a circle"), ["ORG", "ORG"]);
    assert_eq!(would_cycle("HR", "IT-1", TREE), None);
    assert_eq!(would_cycle("HR", "A", [("A", "B"), ("B", "A")]), None);
    let circle = Cascade::of([("A", "B"), ("B", "C"), ("C", "A")]);
    assert_eq!(circle.lines(|_| true).len(), 3);
    assert_eq!(circle.roots().len(), 1);
}

#[test]
fn the_worst_child_is_found_through_the_levels() {
    let cascade = Cascade::of(TREE);
    let mut attention = [
        at("ORG", Status::OnTrack, Freshness::Current),
        at("IT", Status::OnTrack, Freshness::Current),
        at("IT-1", Status::Retired, Freshness::NotDue),
        at("HR", Status::AtRisk, Freshness::Overdue),
        at("LOST", Status::OffTrack, Freshness::Current),
        at("IT-2", Status::Unknown, Freshness::Overdue),
    ];
    let worst = cascade.worst_below(0, &attention).expect("children");
    assert_eq!((TREE[worst.place].0, worst.contradicts), ("IT-2", true));
    attention[5].status = Status::OnTrack;
    let worst = cascade.worst_below(0, &attention).expect("children");
    assert_eq!((TREE[worst.place].0, worst.contradicts), ("HR", false));
    attention[5].status = Status::Draft;
    assert_eq!(cascade.worst_below(1, &attention), None, "drafts and retired children do not count");
}

#[test]
fn the_queue_is_due_then_exceptions_then_the_block() {
    let attention = [
        at("BLOCK", Status::OnTrack, Freshness::Current),
        at("SOON", Status::OffTrack, Freshness::Due),
        at("LATE", Status::AtRisk, Freshness::Overdue),
        at("BREACH", Status::AtRisk, Freshness::Current),
        at("WORSE", Status::OffTrack, Freshness::Current),
        at("IDEA", Status::Draft, Freshness::NotDue),
        at("OLD", Status::Retired, Freshness::NotDue),
        at("NEVER", Status::Unknown, Freshness::Never),
        at("DONE", Status::Achieved, Freshness::Current),
    ];
    let queue: Vec<_> =
        agenda(&attention, |_| false).into_iter().map(|(place, g)| (attention[place].code.clone(), g)).collect();
    let expected = [
        ("NEVER", AgendaGroup::Due),
        ("LATE", AgendaGroup::Due),
        ("SOON", AgendaGroup::Due),
        ("WORSE", AgendaGroup::Exception),
        ("BREACH", AgendaGroup::Exception),
        ("BLOCK", AgendaGroup::OnTrack),
        ("DONE", AgendaGroup::OnTrack),
    ];
    assert_eq!(queue, expected.map(|(code, group)| (code.to_owned(), group)));
}

#[test]
fn a_passed_block_says_the_number() {
    let (cases, _) = read_folder(&own_folder());
    let line = |id: &str| {
        let case = cases.iter().find(|case| case.id == id).expect("a case of the tables");
        block_line(&case.objective, &judged(case).expect("judged"), case.rules.calendar)
    };
    assert_eq!(line("SC-01"), "95.7 % (45 of 47) in Q1 2026, target at least 95 %: met");
    assert_eq!(line("SC-34"), "44 % in May 2026, target under 24 % by 30 Sep 2026: on pace");
    assert_eq!(line("SC-38"), "21 % in Jul 2026, target under 24 % by 30 Sep 2026: achieved");
    assert_eq!(line("SC-53"), "2 of 3 criteria fulfilled: on track");
    assert_eq!(line("SC-14"), "no reading yet: not started");
    assert_eq!(line("SC-08"), "96 % in Q1 2026, target at least 95 %: met");
}
