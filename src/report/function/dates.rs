//! What is due when, by day: readings, actions, criteria, targets, the next meeting.

use crate::domain::briefing::Briefing;
use crate::domain::period::Date;
use crate::domain::reply::Key;
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// A line of the list.
struct Due {
    day: Option<Date>,
    what: String,
    about: String,
    who: String,
}

/// The part; none where nothing is due.
pub(super) fn part(briefing: &Briefing) -> Option<Part> {
    let asked = &briefing.asked;
    let mut dues: Vec<Due> = Vec::new();
    dues.extend(asked.readings.iter().map(|each| Due {
        day: Some(each.last_day),
        what: match each.key {
            Key::CheckIn { .. } => format!("Say where {} stands, {}", each.key.code(), each.period),
            _ => format!("Report {} for {}", each.key.code(), each.period),
        },
        about: format!("{}; target {}", each.title, each.target),
        who: each.who.clone(),
    }));
    dues.extend(asked.tasks.iter().map(|each| Due {
        day: each.due,
        what: each.text.clone(),
        about: match each.key {
            Key::Action(id) if each.serves.is_empty() => format!("action {id}"),
            Key::Action(id) => format!("action {id} for {}", each.serves),
            _ => format!("criterion {}", each.called),
        },
        who: each.who.clone(),
    }));
    dues.extend(briefing.pursued.iter().filter_map(|pursued| {
        let objective = &pursued.frozen;
        Some(Due {
            day: Some(objective.due.filter(|due| *due >= asked.as_of)?),
            what: format!("{} is due", objective.code),
            about: format!("{}; target {}", objective.title, objective.target_text),
            who: objective.owner.clone(),
        })
    }));
    dues.extend(asked.targets.iter().map(|each| Due {
        day: None,
        what: format!("Confirm that {} is known", each.key.code()),
        about: format!("version {}, target {}", each.version, each.target),
        who: each.who.clone(),
    }));
    dues.extend(briefing.next_review.map(|day| Due {
        day: Some(day),
        what: "Review of the objectives".to_owned(),
        about: String::new(),
        who: String::new(),
    }));
    if dues.is_empty() {
        return None;
    }
    dues.sort_by_key(|due| (due.day.is_none(), due.day));
    let row = |due: &Due| {
        let late = due.day.is_some_and(|day| day < asked.as_of);
        let shown = |day: Date| if late { format!("{}, late", words::day(day)) } else { words::day(day) };
        let who = if due.who.is_empty() { String::new() } else { due.who.clone() };
        let when = due.day.map_or_else(|| Cell::Text("now".to_owned()), |day| Cell::day(day, shown(day), ""));
        vec![when, Cell::Pair(due.what.clone(), due.about.clone()), Cell::Text(who)]
    };
    let table = Table {
        caption: "By day".to_owned(),
        quiet_caption: true,
        columns: vec![Column::words("When", 18), Column::words("What", 62), Column::words("Who", 20)],
        rows: dues.iter().map(row).collect(),
        names: 1,
        dense: true,
    };
    let how = "Answers go into the reply sheet: the same page as a workbook.".to_owned();
    Some(Part::headed("due", "What is due when", vec![Block::Table(table), Block::Note(how)]))
}
