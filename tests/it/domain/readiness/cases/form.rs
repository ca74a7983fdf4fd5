//! RC-01 to RC-11.

use sixtwo::domain::objective::{Criterion, Direction, Kind};
use sixtwo::domain::period::Frequency;
use sixtwo::domain::target::Waypoint;

use super::Case;
use crate::domain::readiness::sheet::{day, number};

pub const CASES: &[Case] = &[
    Case {
        id: "RC-01",
        fires: &[("register", "There are no approved information security objectives in force.", |sheet| {
            sheet.keep(&["OLD-1", "NEW-1"]);
        })],
        silent: &[("one is in force", |sheet| sheet.keep(&["ORG-1"]))],
        not_checked: &[
            ("the register was begun today and holds nothing yet", |sheet| {
                sheet.keep(&[]);
                sheet.created_on = sheet.as_of;
            }),
            ("the register begins on 1 Dec 2026", |sheet| {
                sheet.keep(&[]);
                sheet.created_on = day("2026-12-01");
            }),
        ],
    },
    Case {
        id: "RC-02",
        fires: &[
            (
                "objective ORG-1",
                "\"Leavers lose their access within a day\" cannot be met or missed: it has no metric and no dated criteria.",
                |sheet| sheet.of("ORG-1").definition().metric.clear(),
            ),
            (
                "objective ORG-3",
                "\"Backup site in operation\" cannot be met or missed: it has no metric and no dated criteria.",
                |sheet| sheet.of("ORG-3").definition().criteria.clear(),
            ),
        ],
        silent: &[("a draft gets something to do", |sheet| sheet.of("NEW-1").definition().metric.clear())],
        not_checked: &[("no objective is in force", |sheet| sheet.keep(&["OLD-1"]))],
    },
    Case {
        id: "RC-03",
        fires: &[(
            "objective ORG-1",
            "\"Strengthen awareness\" reads as an aspiration; an auditor will ask what number would show it is done.",
            |sheet| {
                let definition = sheet.of("ORG-1").definition();
                definition.title = "Strengthen awareness".to_owned();
                definition.target = None;
            },
        )],
        silent: &[
            ("metric, target and date are there", |sheet| {
                sheet.of("ORG-1").definition().title = "Strengthen awareness".to_owned();
            }),
            ("the verb is not on the register's list", |sheet| {
                sheet.set("RC-03", "verbs", "verbessern");
                let definition = sheet.of("ORG-1").definition();
                definition.title = "Strengthen awareness".to_owned();
                definition.target = None;
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-04",
        fires: &[
            ("objective ORG-1", "\"Zero incidents\" promises an outcome nobody can control or prove.", |sheet| {
                sheet.of("ORG-1").definition().title = "Zero incidents".to_owned()
            }),
            (
                "objective ORG-3",
                "\"Backup site in operation\" promises an outcome nobody can control or prove.",
                |sheet| {
                    let text = "the site is fully secure".to_owned();
                    sheet.of("ORG-3").definition().criteria[1] = Criterion { text, planned: Some(day("2027-02-15")) };
                },
            ),
        ],
        silent: &[
            ("100 % of what can be counted", |sheet| {
                sheet.of("ORG-1").definition().title = "100 % of leavers processed in time".to_owned();
            }),
            ("zero of what can be controlled", |sheet| {
                sheet.of("ORG-1").definition().title = "Zero unapproved cloud services".to_owned();
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-05",
        fires: &[
            (
                "objective ORG-1",
                "\"Leavers lose their access within a day\" has a metric but no target value.",
                |sheet| {
                    let definition = sheet.of("ORG-1").definition();
                    definition.target = None;
                    definition.review_on = None;
                },
            ),
            ("objective ORG-1", "\"Leavers lose their access within a day\" has no target value.", |sheet| {
                let definition = sheet.of("ORG-1").definition();
                definition.metric.clear();
                definition.target = None;
                definition.review_on = None;
            }),
        ],
        silent: &[
            ("the day for setting it lies ahead", |sheet| sheet.of("ORG-1").definition().target = None),
            ("a milestone has criteria", |sheet| sheet.of("ORG-3").definition().target = None),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-06",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" has no baseline, so progress cannot be computed.",
            |sheet| sheet.of("ORG-2").definition().baseline = None,
        )],
        silent: &[("a level to hold needs none", |sheet| sheet.of("ORG-1").definition().baseline = None)],
        not_checked: &[],
    },
    Case {
        id: "RC-07",
        fires: &[
            (
                "objective ORG-2",
                "\"Critical patches installed within 24 hours\": target 80 h is not better than baseline 72 h for a \
                 \"lower is better\" metric.",
                |sheet| sheet.of("ORG-2").definition().target = Some(number("80")),
            ),
            (
                "objective ORG-1",
                "\"Leavers lose their access within a day\": the range 95 to 90 % is upside down.",
                |sheet| {
                    let definition = sheet.of("ORG-1").definition();
                    definition.direction = Some(Direction::Range);
                    definition.target_high = Some(number("90"));
                },
            ),
        ],
        silent: &[("a level to hold may start at its target", |sheet| {
            let baseline = sheet.of("ORG-2").definition().baseline.clone();
            let definition = sheet.of("ORG-1").definition();
            definition.baseline =
                baseline.map(|known| sixtwo::domain::objective::Baseline { value: number("95"), ..known });
        })],
        not_checked: &[],
    },
    Case {
        id: "RC-08",
        fires: &[(
            "objective ORG-1",
            "Nobody could repeat the measurement of \"leavers processed in time\": formula or data source is missing.",
            |sheet| sheet.of("ORG-1").definition().data_source = " ".to_owned(),
        )],
        silent: &[("one line is enough", |sheet| sheet.of("ORG-1").definition().formula = "in time / all".to_owned())],
        not_checked: &[],
    },
    Case {
        id: "RC-09",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" has no defined measuring rhythm: not one full year lies between \
             start and due date.",
            |sheet| {
                let definition = sheet.of("ORG-2").definition();
                definition.frequency = Frequency::Y;
                definition.start = day("2026-02-01");
                sheet.of("ORG-2").readings.clear();
            },
        )],
        silent: &[("at least every year is a rhythm", |sheet| sheet.of("ORG-2").definition().frequency = Frequency::Y)],
        not_checked: &[],
    },
    Case {
        id: "RC-10",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" will be measured only 1 time before it is due: no chance to \
             correct course.",
            |sheet| sheet.of("ORG-2").definition().frequency = Frequency::Y,
        )],
        silent: &[
            ("interim targets give warning", |sheet| {
                let definition = sheet.of("ORG-2").definition();
                definition.frequency = Frequency::Y;
                definition.waypoints = vec![Waypoint { date: day("2026-06-30"), value: number("48") }];
            }),
            ("a contributing objective is measured more often", |sheet| {
                sheet.of("ORG-2").definition().frequency = Frequency::Y;
                sheet.of("IT-1").definition().parent = "ORG-2".to_owned();
            }),
            ("a level to hold has no date to miss", |sheet| {
                let definition = sheet.of("ORG-2").definition();
                definition.kind = Kind::Maintain;
                definition.frequency = Frequency::Y;
            }),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-11",
        fires: &[
            (
                "objective ORG-1",
                "\"leavers processed in time\" is a percentage of 12 cases: one case moves it 8.3 points.",
                |sheet| sheet.of("ORG-1").set_last(1, "12/12"),
            ),
            (
                "objective ORG-1",
                "\"leavers processed in time\" is a percentage without its population: 97.5 % on 31 Oct 2026 holds no \
                 numerator and denominator.",
                |sheet| sheet.of("ORG-1").set_last(1, "97.5"),
            ),
        ],
        silent: &[
            ("twenty cases are enough", |sheet| sheet.of("ORG-1").set_last(1, "20/20")),
            ("nothing to count says nothing", |sheet| sheet.of("ORG-1").set_last(1, "0/0")),
            ("hours are no percentage", |sheet| sheet.of("ORG-2").set_last(1, "37")),
        ],
        not_checked: &[],
    },
];
