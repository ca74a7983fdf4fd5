//! What a period shows: one table for levels that are held, one for levels on their way, one for what is delivered.

use sixtwo::domain::grid::{Mark, State, cells, tally, would_show};
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, CriterionDone, Definition, Kind, Lifecycle, Objective,
};
use sixtwo::domain::period::{Date, Frequency, Period};
use sixtwo::domain::reading::Reading;
use sixtwo::domain::register::Rules;
use sixtwo::domain::target::Standard;
use sixtwo::domain::verdict::standings;

use super::desk::{day, held};

/// Tuesday in the days to report for October.
const AS_OF: &str = "2026-11-03";

fn year() -> Period {
    Period { start: day("2026-01-01"), end: day("2026-12-31") }
}

fn objective(definition: Definition) -> Objective {
    Objective {
        code: "X-1".to_owned(),
        lifecycle: Lifecycle::InForce,
        closing: None,
        standards: Standard::of(&definition, definition.start).into_iter().collect(),
        segments: Vec::new(),
        criteria_done: Vec::new(),
        checkins: Vec::new(),
        definition,
    }
}

/// `2026-03-31=95@2026-04-05`
fn reading(text: &str, seq: u64) -> Reading {
    let (measured_on, value) = text.split_once('=').expect("day=value");
    let (value, known) = value.split_once('@').unwrap_or((value, measured_on));
    Reading {
        measured_on: day(measured_on),
        revision: seq as u32,
        value: value.parse().expect("a value"),
        known_from: day(known),
        claimed_on: None,
        entered_on: day(known),
        imported: false,
        reported_by: String::new(),
        reported_on: None,
        source: String::new(),
        evidence: String::new(),
        evaluation: String::new(),
        evaluated_by: String::new(),
        automatic: false,
        decision: None,
        reason: String::new(),
        entered_by: String::new(),
        seq,
        voided_seq: None,
        voided_on: None,
    }
}

/// The cell of the period around a day.
fn shown(objective: &Objective, readings: &str, explained: &[Date], at: &str) -> (State, Option<Mark>) {
    let rules = Rules::default();
    let readings: Vec<Reading> =
        readings.split_whitespace().enumerate().map(|(at, text)| reading(text, at as u64 + 1)).collect();
    let rhythm = objective.definition.rhythm(rules.calendar);
    let as_of = day(AS_OF);
    let standings = standings(objective, &readings, rhythm, as_of);
    let all = cells(objective, &standings, explained, &rules, as_of, year());
    let cell = all.iter().find(|cell| cell.period.contains(day(at))).expect("a cell of the year");
    (cell.state, cell.mark)
}

#[test]
fn a_level_that_is_held_shows_exactly_one_state_per_period() {
    let mut definition = held("A level");
    definition.start = day("2026-02-10");
    definition.due = Some(day("2026-11-30"));
    let objective = objective(definition);
    let table = [
        ("before its start", "", "2026-01-15", State::NotExpected, None),
        ("the month it starts in is no full one", "", "2026-02-15", State::NotExpected, None),
        ("kept and shown, counts for nothing", "2026-01-31=99", "2026-01-15", State::NotExpected, None),
        ("the target itself", "2026-03-31=95@2026-04-05", "2026-03-15", State::Met, None),
        ("tolerated", "2026-03-31=94.96@2026-04-05", "2026-03-15", State::Close, None),
        ("warn itself", "2026-03-31=93@2026-04-05", "2026-03-15", State::Close, None),
        ("below warn", "2026-03-31=92.9@2026-04-05", "2026-03-15", State::NotMet, None),
        ("nothing to count", "2026-03-31=0/0@2026-04-05", "2026-03-15", State::NoneToCount, None),
        ("on the last day to report", "2026-03-31=96@2026-04-10", "2026-03-15", State::Met, None),
        ("a day later", "2026-03-31=96@2026-04-11", "2026-03-15", State::Met, Some(Mark::Late)),
        ("no reading", "", "2026-03-15", State::Missing, None),
        ("in its days to report", "", "2026-10-15", State::Due, None),
        ("not over", "", "2026-11-15", State::Running, None),
        ("entered before it is over", "2026-11-02=96", "2026-11-15", State::Met, None),
        ("after the due date", "", "2026-12-15", State::NotExpected, None),
        (
            "corrected, long after: a correction is not late",
            "2026-03-31=92@2026-04-05 2026-03-31=96@2026-06-01",
            "2026-03-15",
            State::Met,
            Some(Mark::Corrected),
        ),
        (
            "entered again with the same value",
            "2026-03-31=96@2026-04-05 2026-03-31=96@2026-04-06",
            "2026-03-15",
            State::Met,
            None,
        ),
        ("a later day measured stands", "2026-03-10=80 2026-03-31=96@2026-04-05", "2026-03-15", State::Met, None),
        ("not yet known", "2026-10-31=96@2026-11-04", "2026-10-15", State::Due, None),
    ];
    for (name, readings, at, state, mark) in table {
        assert_eq!(shown(&objective, readings, &[], at), (state, mark), "{name}");
    }
}

#[test]
fn an_explained_period_stays_missing_and_says_so() {
    let objective = objective(held("A level"));
    let explained = [day("2026-03-31")];
    assert_eq!(shown(&objective, "", &explained, "2026-03-15"), (State::Missing, Some(Mark::Explained)));
    let later = "2026-03-31=96@2026-04-05";
    assert_eq!(shown(&objective, later, &explained, "2026-03-15"), (State::Met, None), "a reading came all the same");
}

#[test]
fn what_is_ahead_closed_or_a_draft_expects_nothing() {
    let open = objective(held("A level"));
    assert_eq!(shown(&open, "", &[], "2026-12-15").0, State::Ahead);
    let mut closed = open.clone();
    closed.closing = Some(Closing {
        retired_on: day("2026-08-20"),
        outcome: ClosingOutcome::Cancelled,
        reason: String::new(),
        successor: String::new(),
        by: String::new(),
        reference: String::new(),
    });
    assert_eq!(shown(&closed, "", &[], "2026-07-15").0, State::Missing);
    assert_eq!(shown(&closed, "", &[], "2026-08-15").0, State::NotExpected);
    assert_eq!(shown(&closed, "", &[], "2026-11-15").0, State::NotExpected);
    let draft = Objective { lifecycle: Lifecycle::Draft, ..open.clone() };
    assert_eq!(shown(&draft, "", &[], "2026-03-15").0, State::NotExpected);
    assert_eq!(shown(&draft, "2026-03-31=96", &[], "2026-03-15").0, State::Unjudged);
    let aimless = Objective { standards: Vec::new(), ..open };
    assert_eq!(shown(&aimless, "2026-03-31=96", &[], "2026-03-15").0, State::Unjudged);
}

#[test]
fn a_level_on_its_way_shows_its_pace_and_a_verdict_only_when_it_is_due() {
    let mut definition = held("Training");
    definition.kind = Kind::Reach;
    definition.warn = None;
    definition.baseline = "0".parse().ok().map(|value| Baseline { value, date: None, estimated: false });
    definition.target = "100".parse().ok();
    definition.due = Some(day("2026-10-31"));
    let objective = objective(definition);
    // About half of the time has gone at the end of May: 49.5 %.
    let table = [
        ("2026-05-31=50", "2026-05-15", State::OnPace),
        ("2026-05-31=40", "2026-05-15", State::OnPace),
        ("2026-05-31=39", "2026-05-15", State::Behind),
        ("2026-05-31=24", "2026-05-15", State::FarBehind),
        ("2026-05-31=100", "2026-05-15", State::OnPace),
        ("2026-05-31=0/0", "2026-05-15", State::NoneToCount),
        ("2026-10-31=100", "2026-10-15", State::Met),
        ("2026-10-31=99", "2026-10-15", State::NotMet),
        ("", "2026-09-15", State::Missing),
    ];
    for (readings, at, state) in table {
        assert_eq!(shown(&objective, readings, &[], at).0, state, "{readings}");
    }
    let later = "2026-05-31=24 2026-06-30=90";
    assert_eq!(shown(&objective, later, &[], "2026-05-15").0, State::FarBehind, "a later reading does not mend May");
}

#[test]
fn what_is_delivered_shows_how_it_stood_and_waits_where_nobody_spoke_for_it() {
    let mut definition = Definition::titled("Accounts under management", day("2026-01-01"));
    definition.kind = Kind::Milestone;
    definition.due = Some(day("2026-12-31"));
    definition.criteria = [("Inventory", "2026-03-31"), ("Vault", "2026-05-31")]
        .map(|(text, planned)| Criterion { text: text.to_owned(), planned: Some(day(planned)) })
        .to_vec();
    let mut objective = objective(definition);
    objective.checkins = ["2026-01-20", "2026-03-04", "2026-05-20", "2026-07-02"].map(day).to_vec();
    let done = |number, on| CriterionDone { number, done: day(on), evidence: "minutes".to_owned() };
    objective.criteria_done = vec![done(1, "2026-03-20"), done(2, "2026-08-14")];
    let rules = Rules::default();
    let all = cells(&objective, &[], &[], &rules, day(AS_OF), year());
    let told: Vec<(State, Option<u32>)> = all.iter().map(|cell| (cell.state, cell.fulfilled)).collect();
    let expected = [
        (State::OnPace, 0),
        // Spoken for on 4 March, in the days to report.
        (State::OnPace, 0),
        (State::OnPace, 1),
        (State::Missing, 1),
        (State::OnPace, 1),
        // The vault is open past its planned day, said on 2 July: 30 days, then more.
        (State::Behind, 1),
        (State::FarBehind, 1),
        (State::Met, 2),
        (State::NotExpected, 2),
    ];
    for (at, (state, fulfilled)) in expected.into_iter().enumerate() {
        assert_eq!(told[at], (state, Some(fulfilled)), "month {}", at + 1);
    }
    assert!(all.iter().all(|cell| !cell.takes_values()), "it is ticked, not typed");
}

#[test]
fn a_value_being_typed_is_judged_as_it_will_be() {
    let objective = objective(held("A level"));
    let rules = Rules::default();
    let may = Period { start: day("2026-05-01"), end: day("2026-05-31") };
    for (typed, state) in
        [("95", State::Met), ("47/50", State::Close), ("89/100", State::NotMet), ("0/0", State::NoneToCount)]
    {
        let value = typed.parse().expect("a value");
        assert_eq!(would_show(&objective, &rules, may, &value), state, "{typed}");
    }
}

#[test]
fn the_tally_counts_the_newest_closed_period_of_every_rhythm() {
    let monthly = objective(held("A level"));
    let mut quarterly = held("A quarter");
    quarterly.frequency = Frequency::Q;
    let quarterly = objective(quarterly);
    let rules = Rules::default();
    let as_of = day(AS_OF);
    let of = |objective: &Objective, readings: &[Reading]| {
        let rhythm = objective.definition.rhythm(rules.calendar);
        let standing = standings(objective, readings, rhythm, as_of);
        cells(objective, &standing, &[], &rules, as_of, year())
    };
    let entered = of(&monthly, &[reading("2026-10-31=96@2026-11-02", 1)]);
    let waiting = of(&monthly, &[]);
    let missing = of(&quarterly, &[]);
    let rows = [(&monthly, entered.as_slice()), (&monthly, waiting.as_slice()), (&quarterly, missing.as_slice())];
    let told = tally(rows.into_iter(), &rules, as_of);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!((told[0].frequency, told[0].entered, told[0].expected), (Frequency::M, 1, 2));
    assert_eq!((told[0].due, told[0].missing), (Some((1, day("2026-11-10"))), 0));
    assert_eq!((told[1].frequency, told[1].entered, told[1].expected), (Frequency::Q, 0, 1));
    assert_eq!((told[1].due, told[1].missing), (None, 1));
}
