//! The foot of the plan table: what was asked, granted and spent, and what stands on the part that is missing.

use crate::app::view::Row;
use crate::domain::resources::{Amounts, Missing, missing, overspent};

/// Label and text of each line.
pub fn lines(rows: &[&Row]) -> Vec<(&'static str, String)> {
    let total = |said: fn(&Row) -> &str| {
        let mut total = Amounts::default();
        rows.iter().for_each(|row| total.add_all(&Amounts::of(said(row))));
        total.to_string()
    };
    let mut lines = vec![
        ("Asked", total(|row| &row.objective.definition.resources)),
        ("Granted", total(|row| &row.objective.definition.granted)),
        ("Spent", total(|row| &row.objective.definition.spent)),
    ];
    let (mut short, mut ungranted) = (Vec::new(), Vec::new());
    for row in rows {
        match missing(&row.objective.definition) {
            Some(Missing::Short(amounts)) => short.push(format!("{} ({amounts})", row.code())),
            Some(Missing::Ungranted) => ungranted.push(row.code().to_owned()),
            None => {}
        }
    }
    let unsaid = rows.iter().filter(|row| row.objective.definition.resources.trim().is_empty());
    let unsaid: Vec<String> = unsaid.map(|row| row.code().to_owned()).collect();
    let over = rows.iter().map(|row| (row, overspent(&row.objective.definition)));
    let over: Vec<String> = over
        .filter(|(_, amounts)| !amounts.is_empty())
        .map(|(row, amounts)| format!("{} ({amounts})", row.code()))
        .collect();
    let stands = [("", short), ("nobody granted it: ", ungranted), ("needs not said: ", unsaid)];
    let stands = stands.into_iter().filter(|(_, codes)| !codes.is_empty());
    let stands: Vec<String> = stands.map(|(what, codes)| format!("{what}{}", codes.join(", "))).collect();
    lines.push(("Missing", if stands.is_empty() { "nothing".to_owned() } else { stands.join(" · ") }));
    if !over.is_empty() {
        lines.push(("Overspent", over.join(", ")));
    }
    for (_, said) in &mut lines {
        if said.is_empty() {
            "no figure is named".clone_into(said);
        }
    }
    lines
}
