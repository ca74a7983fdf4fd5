//! What we write, we read back as it was.

use proptest::prelude::*;
use sixtwo::domain::objective::{Baseline, Criterion, Definition, Direction, Kind, Level, Lifecycle, Link, Operator};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency};
use sixtwo::domain::quantity::{Decimal, Value};
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::domain::target::Waypoint;
use sixtwo::exchange::input::{Input, Source};
use sixtwo::exchange::number::NumberFormat;
use sixtwo::exchange::objectives::ObjectiveRow;
use sixtwo::exchange::readings::{Context, read_readings};
use sixtwo::exchange::write::{write_objectives, write_readings};

use super::objectives::read_on;
use super::readings::measured;

/// Texts as a form keeps them: trimmed, without NUL; formula-like ones, quotes and separators among them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[='\"@+\\-;|:,\\\\ a-zé\n]{1,12}", "\\PC{1,20}",]
        .prop_map(|text| text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0').to_owned())
}

fn filled() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.is_empty() { "x".to_owned() } else { text })
}

fn date() -> impl Strategy<Value = Date> {
    (0i64..80_000).prop_map(|days| Date::from_ymd_opt(1950, 1, 1).expect("a day") + chrono::Duration::days(days))
}

fn number() -> impl Strategy<Value = Decimal> {
    (-999_999_999i64..999_999_999, 0u8..9)
        .prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).expect("nine digits"))
}

prop_compose! {
    fn texts()(list in prop::collection::vec(text(), 19)) -> Vec<String> { list }
}

prop_compose! {
    fn definition()(
        title in filled(),
        texts in texts(),
        (kind, level, direction) in (
            prop::sample::select(Kind::ALL),
            prop::option::of(prop::sample::select(Level::ALL)),
            prop::option::of(prop::sample::select(Direction::ALL)),
        ),
        names_operator in any::<bool>(),
        (baseline, baseline_date, estimated) in (prop::option::of(number()), prop::option::of(date()), any::<bool>()),
        (target, high, warn, floor) in (
            prop::option::of(number()), prop::option::of(number()), prop::option::of(number()), prop::option::of(number()),
        ),
        (required_met, grace_days, fiscal_year_start) in (
            prop::option::of(0u32..100), prop::option::of(0u32..366), prop::option::of(1u8..=12),
        ),
        frequency in prop::sample::select(&Frequency::ALL[..]),
        (start, due, review_on) in (date(), prop::option::of(date()), prop::option::of(date())),
        waypoints in prop::collection::btree_map(date(), number(), 0..3),
        criteria in prop::collection::vec((filled(), prop::option::of(date())), 0..3),
        links in prop::collection::vec((filled(), filled(), text()), 0..3),
        tags in prop::collection::vec(filled(), 0..3),
    ) -> Definition {
        let operator = direction.filter(|_| names_operator).map(Operator::default_for);
        let mut d = Definition::titled(&title, start);
        let fields = [
            &mut d.function, &mut d.parent, &mut d.owner, &mut d.metric, &mut d.formula, &mut d.data_source, &mut d.unit,
            &mut d.what, &mut d.resources, &mut d.how_evaluated, &mut d.evaluator, &mut d.collector, &mut d.metric_owner,
            &mut d.why_target, &mut d.population, &mut d.cascade_note, &mut d.granted, &mut d.granted_by,
            &mut d.spent,
        ];
        for (field, text) in fields.into_iter().zip(texts) {
            *field = text;
        }
        // A unit with digits in it cannot be told from the number before it.
        d.unit = d.unit.replace(|c: char| !c.is_alphabetic(), "");
        (d.kind, d.level, d.direction, d.operator) = (kind, level, direction, operator);
        d.baseline = baseline.map(|value| Baseline { value, date: baseline_date, estimated });
        (d.target, d.warn, d.floor) = (target, warn, floor);
        d.target_high = high.filter(|_| target.is_some());
        (d.required_met, d.grace_days, d.fiscal_year_start) = (required_met, grace_days, fiscal_year_start);
        (d.frequency, d.due, d.review_on, d.granted_on) = (frequency, due, review_on, review_on);
        d.waypoints = waypoints.into_iter().map(|(date, value)| Waypoint { date, value }).collect();
        d.criteria = criteria.into_iter().map(|(text, planned)| Criterion { text, planned }).collect();
        d.links = links.into_iter().map(|(kind, reference, because)| Link { kind, reference, because }).collect();
        d.tags = tags;
        d
    }
}

prop_compose! {
    fn reading()(
        measured_on in date().prop_filter("of the past", |d| *d < Date::from_ymd_opt(2026, 11, 1).expect("a day")),
        value in prop_oneof![
            number().prop_map(Value::Plain),
            (0i64..10_000, 1i64..10_000).prop_map(|(n, d)| Value::Share {
                numerator: Decimal::whole(n).expect("small"),
                denominator: Decimal::whole(d).expect("small"),
            }),
            Just(Value::Share { numerator: Decimal::ZERO, denominator: Decimal::ZERO }),
        ],
        claimed in any::<bool>(),
        decision in prop::option::of(prop::sample::select(DecisionKind::ALL)),
        texts in prop::collection::vec(text(), 6),
    ) -> Reading {
        let [reported_by, source, evidence, evaluation, evaluated_by, reason]: [String; 6] = texts.try_into().expect("six");
        Reading {
            measured_on,
            revision: 1,
            value,
            known_from: measured_on,
            claimed_on: claimed.then_some(measured_on),
            entered_on: measured_on,
            imported: true,
            reported_by,
            reported_on: claimed.then_some(measured_on),
            source,
            evidence,
            evaluation,
            evaluated_by,
            automatic: false,
            decision,
            reason,
            entered_by: String::new(),
            seq: 0,
            voided_seq: None,
            voided_on: None,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn objectives_come_back_as_they_were(definition in definition(), code in filled(), approved in text(), done in date()) {
        let criteria_done = definition.criteria.iter().map(|_| Some(done)).collect();
        let objective = ObjectiveRow {
            line: 2,
            code,
            definition,
            lifecycle: Some(Lifecycle::Draft),
            criteria_done,
            approved_on: Some(done),
            approved_by: approved.clone(),
            approved_ref: approved,
        };
        let written = write_objectives(std::slice::from_ref(&objective));
        let text = String::from_utf8(written).expect("UTF-8");
        let sheet = read_on(&text, &|_| None);
        prop_assert!(sheet.errors.is_empty(), "{:?}\n{}", sheet.errors, text);
        prop_assert_eq!(&sheet.rows[..], &[objective][..], "{}", text);
    }

    #[test]
    fn readings_come_back_as_they_were(reading in reading()) {
        let objectives = [measured("A", Frequency::M, 1, "%")];
        let written = write_readings([("A", &reading, true)].into_iter());
        let input = Input::look(Source::from(written)).expect("readable");
        let context = Context {
            maps: &[],
            format: NumberFormat::Unstated,
            today: Date::from_ymd_opt(2026, 11, 23).expect("a day"),
            calendar: FiscalCalendar::default(),
            objectives: &objectives,
        };
        let sheet = read_readings(&input, &context).expect("a table");
        prop_assert!(sheet.errors.is_empty(), "{:?}", sheet.errors);
        let (_, mut rows) = sheet.rows.groups().next().expect("one objective");
        let row = rows.next().expect("one row");
        prop_assert_eq!((row.day, row.value), (reading.measured_on, reading.value));
        let r = row.remarks;
        prop_assert_eq!((r.recorded_on, r.reported_on, r.decision), (reading.claimed_on, reading.reported_on, reading.decision));
        let texts = [&r.reported_by, &r.source, &r.evidence, &r.evaluation, &r.evaluated_by, &r.reason];
        let expected = [&reading.reported_by, &reading.source, &reading.evidence, &reading.evaluation, &reading.evaluated_by, &reading.reason];
        prop_assert_eq!(texts, expected);
    }

    #[test]
    fn no_text_cell_begins_like_a_formula(title in filled(), owner in text()) {
        let mut definition = Definition::titled(&title, Date::from_ymd_opt(2026, 1, 1).expect("a day"));
        definition.owner = owner;
        let objective = ObjectiveRow {
            line: 2,
            code: "A".to_owned(),
            definition,
            lifecycle: None,
            criteria_done: Vec::new(),
            approved_on: None,
            approved_by: String::new(),
            approved_ref: String::new(),
        };
        let written = write_objectives(&[objective]);
        let mut reader = csv::ReaderBuilder::new().from_reader(&written[..]);
        for record in reader.records() {
            for cell in &record.expect("RFC 4180") {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
            }
        }
    }
}
