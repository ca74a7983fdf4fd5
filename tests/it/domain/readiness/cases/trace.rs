//! RC-20 to RC-24.

use sixtwo::domain::trace::{Source, SourceKind, SourceStatus};

use super::Case;
use crate::domain::readiness::sheet::{Sheet, day};

fn close(sheet: &mut Sheet, reference: &str, status: SourceStatus) {
    let source = sheet.source(reference);
    source.status = status;
    source.closed_on = Some(day("2026-08-31"));
}

fn without(sheet: &mut Sheet, kind: SourceKind) {
    sheet.sources.retain(|source| source.kind != kind);
}

pub const CASES: &[Case] = &[
    Case {
        id: "RC-20",
        fires: &[(
            "objective ORG-2",
            "\"Critical patches installed within 24 hours\" is linked to no policy commitment, risk or requirement.",
            |sheet| sheet.of("ORG-2").definition().links.clear(),
        )],
        silent: &[
            ("children inherit the links of their parents", |sheet| {
                sheet.of("IT-1").definition().links.clear();
                sheet.of("HR-1").definition().parent = "IT-1".to_owned();
            }),
            ("the risk register is kept elsewhere", |sheet| without(sheet, SourceKind::Risk)),
        ],
        not_checked: &[],
    },
    Case {
        id: "RC-21",
        fires: &[
            (
                "objective ORG-2",
                "Everything \"Critical patches installed within 24 hours\" refers to is closed or withdrawn.",
                |sheet| close(sheet, "R-1", SourceStatus::Withdrawn),
            ),
            (
                "objective ORG-2",
                "Everything \"Critical patches installed within 24 hours\" refers to is closed or withdrawn; risk R-1 was \
                 closed on 31 Aug 2026.",
                |sheet| close(sheet, "R-1", SourceStatus::Closed),
            ),
        ],
        silent: &[
            ("an accepted risk is still a risk", |sheet| close(sheet, "R-1", SourceStatus::Accepted)),
            ("another link is alive", |sheet| close(sheet, "4.2", SourceStatus::Withdrawn)),
        ],
        not_checked: &[("no source is on record", |sheet| sheet.sources.clear())],
    },
    Case {
        id: "RC-22",
        fires: &[
            (
                "source risk:R-1",
                "Top risk R-1 \"Unpatched servers\" has neither an objective nor a treatment action.",
                |sheet| {
                    let policy = sheet.of("ORG-1").definition().links[0].clone();
                    sheet.of("ORG-2").definition().links = vec![policy];
                    sheet.of("NEW-1").definition().links.clear();
                },
            ),
            (
                "source risk:R-3",
                "Top risk R-3 \"Loss of the computer room\" has neither an objective nor a treatment action; draft NEW-1 would \
                 pursue it.",
                |sheet| {
                    let links = std::mem::take(&mut sheet.of("ORG-3").definition().links);
                    sheet.of("NEW-1").definition().links = links;
                },
            ),
        ],
        silent: &[
            ("it is accepted", |sheet| {
                close(sheet, "R-1", SourceStatus::Accepted);
                sheet.of("ORG-2").definition().links.clear();
            }),
            ("its acceptance is on record", |sheet| {
                sheet.source("R-1").acceptance = "by the board until 2027".to_owned();
                sheet.of("ORG-2").definition().links.clear();
            }),
            ("a treatment is open", |sheet| {
                let mut treatment = Source::new(SourceKind::Treatment, "T-1", "Patch weekly", day("2026-01-01"));
                treatment.treats = "R-1".to_owned();
                sheet.sources.push(treatment);
                sheet.of("ORG-2").definition().links.clear();
            }),
            ("not every risk needs an objective", |sheet| {
                sheet.source("R-1").level = "low".to_owned();
                sheet.of("ORG-2").definition().links.clear();
            }),
            ("it is not among the heaviest", |sheet| {
                sheet.set("RC-22", "N", "1");
                sheet.source("R-1").level = "medium".to_owned();
                sheet.of("ORG-2").definition().links.clear();
            }),
        ],
        not_checked: &[
            ("no risk is on record", |sheet| without(sheet, SourceKind::Risk)),
            ("no risk says its level", |sheet| sheet.sources.iter_mut().for_each(|source| source.level.clear())),
        ],
    },
    Case {
        id: "RC-23",
        fires: &[(
            "source commitment:4.3",
            "No objective serves the policy commitment \"Malware is kept out\".",
            |sheet| sheet.source("4.3").covered_by.clear(),
        )],
        silent: &[
            ("a routine control covers it", |sheet| sheet.source("4.3").covered_by = "control 8.7".to_owned()),
            ("it was dropped", |sheet| {
                sheet.source("4.3").covered_by.clear();
                close(sheet, "4.3", SourceStatus::Withdrawn);
            }),
        ],
        not_checked: &[("no policy commitment is on record", |sheet| without(sheet, SourceKind::Commitment))],
    },
    Case {
        id: "RC-24",
        fires: &[(
            "source requirement:CCI 3",
            "Regulator metric CCI 3 is reported elsewhere but not linked to an objective or metric here.",
            |sheet| {
                sheet.of("ORG-1").definition().links.pop();
            },
        )],
        silent: &[
            ("the metric carries the mark of the scorecard", |sheet| {
                let definition = sheet.of("ORG-1").definition();
                definition.links.pop();
                definition.tags.push("CCI 3".to_owned());
            }),
            ("it touches no risk and is covered elsewhere", |sheet| {
                sheet.of("ORG-1").definition().links.pop();
                sheet.source("CCI 3").covered_by = "monthly report of the SOC".to_owned();
            }),
        ],
        not_checked: &[("no mandated metric is on record", |sheet| without(sheet, SourceKind::Requirement))],
    },
];
