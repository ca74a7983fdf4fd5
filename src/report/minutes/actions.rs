//! Actions of minutes: those agreed for no single objective, and what was open from earlier meetings. The others stand
//! beside their objective.

use super::phrases;
use crate::domain::minutes::{MinutedAction, Minutes};
use crate::domain::review::{ActionKind, ActionState};
use crate::report::document::{Cell, Column, Mark, Table, Tone};

/// The table; none where there is nothing.
pub fn table(minutes: &Minutes) -> Option<Table> {
    let told = |code: &str| minutes.items.iter().any(|item| item.code == code);
    let apart = minutes.actions.iter().filter(|action| !told(&action.code));
    let rows: Vec<Vec<Cell>> = apart.chain(&minutes.carried).map(|action| row(action, minutes.number)).collect();
    (!rows.is_empty()).then(|| Table {
        caption: "Actions from earlier meetings and for no single objective".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("State", 13),
            Column::words("Objective", 10),
            Column::words("Action", 45),
            Column::words("Owner", 17),
            Column::words("Due", 15),
        ],
        rows,
        names: 2,
        dense: true,
    })
}

fn row(action: &MinutedAction, meeting: i64) -> Vec<Cell> {
    let agreed = match action.review {
        Some(review) if review != meeting => format!("from review {review}"),
        _ => String::new(),
    };
    let corrective = match (action.kind, action.check_on) {
        (ActionKind::Task, _) => String::new(),
        (ActionKind::Corrective, Some(day)) => {
            format!("corrective: {}; effect looked at on {}", action.cause, phrases::day(day))
        }
        (ActionKind::Corrective, None) => format!("corrective: {}", action.cause),
    };
    vec![
        Cell::Mark(mark(action, meeting), action.done_on.map(phrases::day).unwrap_or_default()),
        Cell::Text(action.code.clone()),
        Cell::Pair(action.text.clone(), phrases::dotted([agreed.as_str(), &corrective, &action.evidence])),
        Cell::Text(if action.owner.is_empty() { "nobody named".to_owned() } else { action.owner.clone() }),
        phrases::on_or(action.due, "no date"),
    ]
}

fn mark(action: &MinutedAction, meeting: i64) -> Mark {
    let (symbol, word, tone) = match action.state {
        ActionState::Open if action.review == Some(meeting) => ("+", "new", Tone::Quiet),
        ActionState::Open => ("○", "open", Tone::Quiet),
        ActionState::Late => ("▲", "late", Tone::Watch),
        ActionState::Done => ("✓", "done", Tone::Good),
        ActionState::CheckDue => ("▲", "check its effect", Tone::Watch),
        ActionState::Helped => ("✓", "it helped", Tone::Good),
        ActionState::NoHelp => ("■", "did not help", Tone::Bad),
    };
    Mark { symbol, word, tone }
}
