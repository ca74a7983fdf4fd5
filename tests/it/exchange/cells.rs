//! Numbers, dates, target cells and lists as people write them.

use sixtwo::domain::objective::Operator;
use sixtwo::domain::period::Date;
use sixtwo::exchange::date::{DateProblem, parse_date, parse_entered_date};
use sixtwo::exchange::list_cell::{parse_criteria, parse_links, parse_waypoints};
use sixtwo::exchange::number::{NumberFormat, NumberProblem, parse_number, parse_value};
use sixtwo::exchange::target_cell::parse_target_cell;

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

#[test]
fn numbers_people_write_are_read_exactly() {
    use NumberFormat::{Comma, Point, Unstated};
    for (text, unit, format, expected) in [
        ("95,5", "", Unstated, "95.5"),
        ("95.5", "", Unstated, "95.5"),
        ("95.5 %", "%", Unstated, "95.5"),
        ("95,5%", "percent", Unstated, "95.5"),
        ("95.5\u{a0}%", "%", Unstated, "95.5"),
        ("24 h", "h", Unstated, "24"),
        ("24 hours", "h", Unstated, "24"),
        ("1\u{202f}234,5", "", Unstated, "1234.5"),
        ("1\u{2009}234", "", Unstated, "1234"),
        ("1 234 567", "", Unstated, "1234567"),
        ("1'234.5", "", Unstated, "1234.5"),
        ("1,234.5", "", Unstated, "1234.5"),
        ("1.234,5", "", Unstated, "1234.5"),
        ("1,234,567", "", Unstated, "1234567"),
        ("1.234.567", "", Unstated, "1234567"),
        ("1.234,567", "", Unstated, "1234.567"),
        ("0.125", "", Unstated, "0.125"),
        ("0,125", "", Unstated, "0.125"),
        ("1234.567", "", Unstated, "1234.567"),
        ("95.1250", "", Unstated, "95.125"),
        ("1,234", "", Point, "1234"),
        ("1.234", "", Point, "1.234"),
        ("1.234", "", Comma, "1234"),
        ("1,234", "", Comma, "1.234"),
        ("95.5", "", Point, "95.5"),
        ("-7.5", "", Unstated, "-7.5"),
        ("\u{2212}7,5", "", Unstated, "-7.5"),
        ("+3", "", Unstated, "3"),
        ("007", "", Unstated, "7"),
        ("0", "", Unstated, "0"),
    ] {
        let read = parse_number(text, unit, format).map(|number| number.to_string());
        assert_eq!(read.as_deref(), Ok(expected), "{text:?} in {unit:?}, {format:?}");
    }
}

#[test]
fn numbers_that_can_mean_two_things_name_both() {
    for (text, decimal, thousands) in
        [("1,234", "1.234", "1234"), ("1.234", "1.234", "1234"), ("-95.125", "-95.125", "-95125")]
    {
        let problem = parse_number(text, "", NumberFormat::Unstated).expect_err("two readings");
        let expected =
            NumberProblem::Ambiguous { text: text.into(), decimal: decimal.into(), thousands: thousands.into() };
        assert_eq!(problem, expected);
        let sentence = problem.to_string();
        assert!(sentence.contains(decimal) && sentence.contains(thousands), "{sentence}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "",
        "  ",
        "NaN",
        "inf",
        "-inf",
        "1e5",
        "n/a",
        "pending",
        "12-3",
        "1,23,4",
        "1.2.3",
        "--5",
        "12,34,56",
        "1 2",
        "5 of",
        "1234567890123456789",
    ] {
        let read = parse_value(text, "", NumberFormat::Unstated);
        assert!(read.is_err(), "{text:?} was read as {read:?}");
    }
    for (text, format) in [("95.5", NumberFormat::Comma), ("95,5", NumberFormat::Point)] {
        assert!(parse_number(text, "", format).is_err(), "{text:?} against {format:?}");
    }
    let other_unit = parse_number("5 %", "h", NumberFormat::Unstated).expect_err("percent is not hours");
    assert_eq!(other_unit.to_string(), "`5 %` is in %, but the metric is in h");
}

#[test]
fn shares_keep_their_parts() {
    for (text, unit, expected) in [
        ("45/47", "%", "45/47"),
        ("45 of 47", "%", "45/47"),
        ("45 out of 47", "", "45/47"),
        ("1 234 / 2 000", "%", "1234/2000"),
        ("0/0", "%", "0/0"),
        ("3 cases/month", "cases/month", "3"),
    ] {
        let read = parse_value(text, unit, NumberFormat::Unstated).map(|value| value.as_typed());
        assert_eq!(read.as_deref(), Ok(expected), "{text:?}");
    }
    for text in ["1/0", "5/-3", "1/2/3"] {
        assert!(parse_value(text, "%", NumberFormat::Unstated).is_err(), "{text:?}");
    }
}

#[test]
fn dates_with_one_meaning_are_read() {
    for (text, expected) in [
        ("2026-10-31", "2026-10-31"),
        ("2026/10/31", "2026-10-31"),
        ("31.10.2026", "2026-10-31"),
        ("3.4.2026", "2026-04-03"),
        ("31/10/2026", "2026-10-31"),
        ("10/31/2026", "2026-10-31"),
        ("05/05/2026", "2026-05-05"),
        ("31-10-2026", "2026-10-31"),
        ("31 Oct 2026", "2026-10-31"),
        ("October 31, 2026", "2026-10-31"),
        ("1 sept 2026", "2026-09-01"),
        ("2026-10-31T00:00:00Z", "2026-10-31"),
        ("2026-10-31 09:30", "2026-10-31"),
    ] {
        assert_eq!(parse_date(text), Ok(day(expected)), "{text:?}");
    }
}

#[test]
fn dates_with_two_meanings_or_none_are_refused() {
    let both = DateProblem::Ambiguous {
        text: "03/04/2026".into(),
        day_first: day("2026-04-03"),
        month_first: day("2026-03-04"),
    };
    assert_eq!(parse_date("03/04/2026"), Err(both));
    for text in [
        "",
        "2026-02-29",
        "31.4.2026",
        "32/13/2026",
        "03/04/26",
        "soon",
        "2026",
        "1e3.4.5",
        "99999-01-01",
        "0001-01-01",
    ] {
        assert!(parse_date(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_form_also_reads_dates_seen_from_today() {
    let today = day("2026-11-23"); // a Monday
    for (text, expected) in [
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("-7d", "2026-11-16"),
        ("+2w", "2026-12-07"),
        ("+1m", "2026-12-23"),
        ("fri", "2026-11-27"),
        ("Monday", "2026-11-23"),
        ("eom", "2026-11-30"),
        ("eoq", "2026-12-31"),
        ("1.12.2026", "2026-12-01"),
    ] {
        assert_eq!(parse_entered_date(text, today), Ok(day(expected)), "{text:?}");
    }
    assert!(parse_entered_date("7d", today).is_err());
    assert!(parse_entered_date("+99999999999d", today).is_err());
}

#[test]
fn target_cells_are_taken_apart() {
    use Operator::{Above, AtLeast, AtMost, Between, Equal, Under};
    for (text, operator, target, high, unit, note) in [
        (">= 95 % (SLA)", Some(AtLeast), "95", None, "%", "SLA"),
        ("at least 95", Some(AtLeast), "95", None, "", ""),
        ("under 24 h", Some(Under), "24", None, "h", ""),
        ("<24h", Some(Under), "24", None, "h", ""),
        ("100%", None, "100", None, "%", ""),
        ("95,5", None, "95.5", None, "", ""),
        ("≥ 99.9 %", Some(AtLeast), "99.9", None, "%", ""),
        ("no more than 3 findings; per year", Some(AtMost), "3", None, "findings", "per year"),
        ("> 0", Some(Above), "0", None, "", ""),
        ("= 0", Some(Equal), "0", None, "", ""),
        ("between 5 and 15", Some(Between), "5", Some("15"), "", ""),
        ("5-15 %", Some(Between), "5", Some("15"), "%", ""),
        ("5 % to 15 %", Some(Between), "5", Some("15"), "%", ""),
        ("5..15", Some(Between), "5", Some("15"), "", ""),
        ("1 000 tickets", None, "1000", None, "tickets", ""),
        ("-5", None, "-5", None, "", ""),
        ("min 80", Some(AtLeast), "80", None, "", ""),
        ("minutes 80", None, "", None, "", ""),
    ] {
        let read = parse_target_cell(text, NumberFormat::Unstated);
        if target.is_empty() {
            assert!(read.is_err(), "{text:?} was read as {read:?}");
            continue;
        }
        let read = read.unwrap_or_else(|problem| panic!("{text:?}: {problem}"));
        let shown =
            (read.operator, read.target.to_string(), read.target_high.map(|h| h.to_string()), read.unit, read.note);
        let expected = (operator, target.to_owned(), high.map(str::to_owned), unit.to_owned(), note.to_owned());
        assert_eq!(shown, expected, "{text:?}");
    }
    for text in ["", "high", "between 5", "1,234", ">= NaN"] {
        assert!(parse_target_cell(text, NumberFormat::Unstated).is_err(), "{text:?}");
    }
}

#[test]
fn lists_in_a_cell_say_what_is_wrong() {
    let links = parse_links("risk:R-014; policy:4.2:b").expect("two links");
    assert_eq!(
        links.iter().map(|l| (l.kind.as_str(), l.reference.as_str())).collect::<Vec<_>>(),
        [("risk", "R-014"), ("policy", "4.2:b")]
    );
    assert!(parse_links("R-014").expect_err("no kind").contains("kind:ref"));
    let criteria =
        parse_criteria("Design signed|2026-03-31|2026-03-20;Pilot done|2026-06-30;Rolled out").expect("three criteria");
    assert_eq!(criteria.done, [Some(day("2026-03-20")), None, None]);
    assert_eq!(criteria.criteria[1].planned, Some(day("2026-06-30")));
    assert!(parse_criteria("A|soon").expect_err("no date").contains("soon"));
    let waypoints = parse_waypoints("2026-09-30=95 %;2026-06-30=90", "%", NumberFormat::Unstated).expect("two targets");
    assert_eq!(waypoints.iter().map(|w| w.date).collect::<Vec<_>>(), [day("2026-06-30"), day("2026-09-30")]);
    assert!(parse_waypoints("2026-06-30=90;2026-06-30=91", "%", NumberFormat::Unstated).is_err());
    assert!(parse_waypoints("2026-06-30", "%", NumberFormat::Unstated).is_err());
}
