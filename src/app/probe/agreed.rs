//! Who agreed to it, how it changed since, who was told, and how it ended.

use super::promise::spoken;
use super::{also, written};
use crate::app::view::Dossier;
use crate::domain::communication::{Communication, Heard, Knowledge};
use crate::domain::difference::{self, FieldChange};
use crate::domain::directory::same_name;
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::probe::{Element, Line};
use crate::domain::version::Version;
use crate::domain::words;

/// How many names of those told with others are said one by one.
const NAMED: usize = 6;

pub(super) fn approved(dossier: &Dossier) -> Element {
    let standing =
        dossier.awareness.version.and_then(|number| dossier.versions.iter().find(|version| version.number == number));
    let line = match standing {
        None => Line::missing("a draft: nobody has approved it yet"),
        Some(version) => match version.approved_on {
            None => Line::missing(format!("version {} is in force, and no approval is on record", version.number)),
            Some(day) => {
                let people = match version.approvers.is_empty() {
                    true => String::new(),
                    false => format!(" ({})", version.approvers.join(", ")),
                };
                let by = written(&version.approved_by).unwrap_or("nobody is named");
                let paper = also(", ", &version.approved_ref);
                Line::fact(format!("version {}, {}, {by}{people}{paper}", version.number, words::day(day)))
            }
        },
    };
    let edition = dossier.awareness.edition.map(|(number, day)| {
        let holds = dossier.awareness.version.map(|version| format!("version {version} ")).unwrap_or_default();
        Line::note(format!("{holds}stands in the list since edition {number} of {}", words::day(day)))
    });
    Element::new("Approved", "Who approved it?", "5.1, 7.5", [line].into_iter().chain(edition).collect())
}

pub(super) fn changed(dossier: &Dossier) -> Element {
    let (waiting, agreed): (Vec<&Version>, Vec<&Version>) = dossier.versions.iter().partition(|version| version.draft);
    let mut lines: Vec<Line> = agreed.windows(2).rev().map(|pair| moved(pair[0], pair[1])).collect();
    if lines.is_empty() {
        let first = agreed.first().map(|version| format!("not changed since version {}", version.number));
        lines.push(Line::fact(first.unwrap_or_else(|| "nothing was agreed yet that could change".to_owned())));
    }
    for version in waiting.iter().filter(|_| !agreed.is_empty()) {
        let before = &agreed[agreed.len() - 1].definition;
        let what = changes(&difference::between(before, &version.definition));
        lines.push(Line::note(format!("waits for approval: {what}")).about(format!("draft {}", version.number)));
    }
    for planned in &dossier.row.planned {
        lines.push(Line::note(format!("from {}: {}", words::day(planned.begins), planned.said())));
    }
    if let Some(before) = &dossier.predecessor {
        let day = words::day(before.closing.retired_on);
        lines.push(Line::note(format!("took the place of {}, closed on {day}", before.code)));
    }
    Element::new("Changed", "What changed since, and why?", "6.2 f", lines)
}

fn moved(before: &Version, after: &Version) -> Line {
    let what = changes(&difference::between(&before.definition, &after.definition));
    let cause = after.cause.map(|cause| format!(" ({})", words::cause(cause))).unwrap_or_default();
    let by = match (after.approved_on, written(&after.approved_by)) {
        (Some(day), Some(by)) => format!("; approved {} by {by}", words::day(day)),
        _ => String::new(),
    };
    let why = also(", because ", &after.reason);
    let day = words::day(after.begins.unwrap_or(after.recorded_on));
    Line::fact(format!("{day}: {what}{why}{cause}{by}")).about(format!("version {}", after.number))
}

/// `Due 30 Sep 2026 → 31 Dec 2026; Owner Lind → Tan`
fn changes(changes: &[FieldChange]) -> String {
    let told = |change: &FieldChange| {
        let (label, before, after) = (change.label(), spoken(&change.before), spoken(&change.after));
        match (before.is_empty(), after.is_empty()) {
            (true, _) => format!("{label} {after}"),
            (_, true) => format!("{label} {before} → nothing"),
            _ => format!("{label} {before} → {after}"),
        }
    };
    if changes.is_empty() { "same content".to_owned() } else { changes.iter().map(told).collect::<Vec<_>>().join("; ") }
}

pub(super) fn told(dossier: &Dossier) -> Element {
    let awareness = &dossier.awareness;
    let mut lines: Vec<Line> = Vec::new();
    if dossier.row.objective.lifecycle == Lifecycle::Draft {
        lines.push(Line::fact("not told to anybody: a draft is told once it is approved"));
    } else if awareness.told.is_empty() && awareness.people.iter().all(|(_, known)| known.heard.is_none()) {
        lines.push(Line::missing("not told to anybody"));
    } else {
        lines.extend(awareness.people.iter().map(|(name, known)| knows(name, known)));
        lines.extend(others(dossier));
    }
    Element::new("Told", "Who was told?", "6.2 e", lines)
}

fn knows(name: &str, known: &Knowledge) -> Line {
    let heard = match &known.heard {
        Some(Heard::Present(day)) => format!("present at the approval on {}", words::day(*day)),
        Some(Heard::InPerson(told)) => format!("{}{}", words::day(told.day), also(", ", &told.channel)),
        Some(Heard::AmongOthers(told)) => {
            format!("{}{}, with {}", words::day(told.day), also(", ", &told.channel), told.audience)
        }
        None => String::new(),
    };
    match (known.confirmed, heard.is_empty()) {
        (Some(day), true) => Line::fact(format!("confirmed {}", words::day(day))),
        (Some(day), false) => Line::fact(format!("{heard}, confirmed {}", words::day(day))),
        (None, true) => Line::missing("not on record as told"),
        (None, false) => Line::fact(format!("{heard}, not confirmed")),
    }
    .about(name)
}

/// Everybody else, by day and way.
fn others(dossier: &Dossier) -> Vec<Line> {
    let answers = |c: &&Communication| !dossier.awareness.people.iter().any(|(name, _)| same_name(name, &c.audience));
    let mut ways: Vec<(Date, &str, &str, Vec<&str>)> = Vec::new();
    for told in dossier.awareness.told.iter().filter(answers) {
        match ways.iter_mut().find(|(day, channel, _, _)| *day == told.day && *channel == told.channel) {
            Some((_, _, _, names)) => names.push(&told.audience),
            None => ways.push((told.day, &told.channel, &told.place, vec![&told.audience])),
        }
    }
    ways.sort_by_key(|(day, _, _, _)| *day);
    let line = |(day, channel, place, names): (Date, &str, &str, Vec<&str>)| {
        let more = names.len().saturating_sub(NAMED);
        let named = names[..names.len() - more].join(", ");
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        Line::note(format!("{}{}{}: {named}{more}", words::day(day), also(", ", channel), also(", ", place)))
    };
    ways.into_iter().map(line).collect()
}

pub(super) fn closed(dossier: &Dossier) -> Option<Element> {
    let closing = dossier.row.objective.closing.as_ref()?;
    let by = also(", decided by ", &closing.by);
    let paper = also(", ", &closing.reference);
    let after = also("; its place took ", &closing.successor);
    let (day, outcome) = (words::day(closing.retired_on), words::outcome(closing.outcome));
    let said = format!("{day}, {outcome}{}{by}{paper}{after}", also(": ", &closing.reason));
    Some(Element::new("Closed", "How did it end?", "6.2 f", vec![Line::fact(said)]))
}
