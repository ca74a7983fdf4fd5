//! The one page on resources (7.1): what was asked, granted and spent, and what stands on the missing part.

use super::phrases;
use crate::domain::resources::{Amounts, Missing, sole};
use crate::domain::snapshot::{Exact, FrozenObjective, Snapshot};
use crate::domain::status::Status;
use crate::report::document::{Block, Cell, Column, Mark, Part, Table, Tone};

/// The part; none where no plan names a resource.
pub fn part(snapshot: &Snapshot) -> Option<Part> {
    let needing: Vec<&FrozenObjective> = snapshot
        .objectives
        .iter()
        .filter(|o| !matches!(o.status, Status::Retired | Status::Draft))
        .filter(|o| !o.plan.resources.trim().is_empty() || !granted(o).is_empty())
        .collect();
    if needing.is_empty() {
        return None;
    }
    let mut rows: Vec<(bool, Vec<Cell>)> = needing.iter().map(|o| (o.plan.missing().is_none(), row(o))).collect();
    // What lacks something stands first; within that the order of attention.
    rows.sort_by_key(|(complete, _)| *complete);
    let mut rows: Vec<Vec<Cell>> = rows.into_iter().map(|(_, row)| row).collect();
    rows.push(total(&needing));
    let table = Table {
        caption: "Resources asked, granted and spent".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Objective", 26),
            Column::words("Asked", 22),
            Column::words("Granted", 22),
            Column::words("Spent", 12),
            Column::words("Missing", 18),
        ],
        rows,
        names: 0,
        dense: true,
    };
    let blocks = vec![
        Block::Lead(lead(&needing)),
        Block::Table(table),
        Block::Note(
            "Sums count figures with a unit only, each unit by itself; words stand as they were written.".to_owned(),
        ),
    ];
    Some(Part::headed("resources", "Resources · 7.1", blocks).on_a_new_page())
}

fn granted(objective: &FrozenObjective) -> &str {
    objective.plan.grant.as_ref().map_or("", |grant| grant.granted.trim())
}

fn spent(objective: &FrozenObjective) -> &str {
    objective.plan.grant.as_ref().map_or("", |grant| grant.spent.trim())
}

/// What stands on the missing part.
fn lead(needing: &[&FrozenObjective]) -> String {
    let short: Vec<&&FrozenObjective> = needing.iter().filter(|o| o.plan.missing().is_some()).collect();
    if needing.iter().all(|o| o.plan.grant.is_none()) {
        return "Nothing was frozen on what was granted and spent in this snapshot.".to_owned();
    }
    if short.is_empty() {
        return "Everything that was asked for is granted.".to_owned();
    }
    let lagging: Vec<String> = short
        .iter()
        .filter(|o| o.is_lagging())
        .map(|o| format!("{} {}", o.code, crate::domain::words::status(o.status).1))
        .collect();
    let what = phrases::count(short.len(), "plan stands", "plans stand");
    match lagging.is_empty() {
        true => format!("{what} on resources that are not granted; none of these objectives lags."),
        false => format!("{what} on resources that are not granted; of these lag: {}.", lagging.join(", ")),
    }
}

fn row(objective: &FrozenObjective) -> Vec<Cell> {
    let given = match &objective.plan.grant {
        None => Cell::Text(String::new()),
        Some(grant) => {
            let by = phrases::dotted([grant.by.as_str(), &grant.on.map(phrases::day).unwrap_or_default()]);
            let said = granted(objective);
            amount(if said.is_empty() { "nothing yet" } else { said }, by)
        }
    };
    let missing = match objective.plan.missing() {
        None => Cell::Text(String::new()),
        Some(missing) => {
            let what = match &missing {
                Missing::Ungranted => "all of it".to_owned(),
                Missing::Short(amounts) => amounts.to_string(),
            };
            let tone = if objective.is_lagging() { Tone::Bad } else { Tone::Watch };
            Cell::Mark(Mark { symbol: "▲", word: "missing", tone }, what)
        }
    };
    let (symbol, word) = crate::domain::words::status(objective.status);
    vec![
        Cell::Pair(objective.title.clone(), format!("{} · {symbol} {word}", objective.code)),
        amount(&objective.plan.resources, String::new()),
        given,
        amount(spent(objective), String::new()),
        missing,
    ]
}

/// One figure with its unit stays a number; figures among words are words.
fn amount(said: &str, sub: String) -> Cell {
    Cell::amount(said, sole(said).map(Exact::from), false, sub)
}

fn total(needing: &[&FrozenObjective]) -> Vec<Cell> {
    let sum = |pick: fn(&FrozenObjective) -> &str| {
        let mut total = Amounts::default();
        needing.iter().for_each(|objective| total.add_all(&Amounts::of(pick(objective))));
        total
    };
    let asked = sum(|o| &o.plan.resources);
    let given = sum(granted);
    let used = sum(spent);
    let known = needing.iter().any(|objective| objective.plan.grant.is_some());
    let rest = if known { asked.without(&given) } else { Amounts::default() };
    let cell = |amounts: &Amounts| amount(&amounts.to_string(), String::new());
    vec![Cell::Text("Together, as far as in figures".to_owned()), cell(&asked), cell(&given), cell(&used), cell(&rest)]
}
