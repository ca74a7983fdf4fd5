//! Slips: every stretch below target with how long it lasted, what was decided, and how it ended.

use super::phrases;
use crate::domain::improvement::cycle_from;
use crate::domain::slips::{End, Slip, slips};
use crate::domain::snapshot::{FrozenDecision, FrozenObjective, Snapshot};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Mark, Table, Tone};

/// Most slips in the table: those that last, then the newest.
const MOST: usize = 40;

/// The table with what is left out of it.
pub fn blocks(snapshot: &Snapshot) -> Vec<Block> {
    let since = cycle_from(snapshot.as_of);
    let all = snapshot.objectives.iter().flat_map(|o| slips(o, since).into_iter().map(move |slip| (o, slip)));
    let (tolerated, mut all): (Vec<_>, Vec<_>) = all.partition(|(_, slip)| slip.tolerated && !slip.end.is_open());
    all.sort_by_key(|(_, slip)| (!slip.end.is_open(), std::cmp::Reverse(slip.last.period_end)));
    if all.is_empty() && tolerated.is_empty() {
        return vec![Block::Text("No objective was below its target in the last three years.".to_owned())];
    }
    let left_out = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let mut blocks = Vec::new();
    if !all.is_empty() {
        blocks.push(Block::Table(table(all.iter().map(|(objective, slip)| row(objective, slip)).collect())));
    }
    let close = match tolerated.len() {
        0 => String::new(),
        1 => "1 more stretch was only close to the target, within what is tolerated, and ended.".to_owned(),
        n => format!("{n} more stretches were only close to the target, within what is tolerated, and ended."),
    };
    let older = match left_out {
        0 => String::new(),
        n => format!("{n} older ones are left out."),
    };
    let note = [close, older].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    if !note.is_empty() {
        blocks.push(Block::Note(note));
    }
    blocks
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        caption: "Slips: every stretch below target in the last three years".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("Objective", 10),
            Column::words("From, to", 20),
            Column::words("How long", 14),
            Column::words("Decided", 32),
            Column::words("How it ended", 24),
        ],
        rows,
        names: 0,
        dense: true,
    }
}

fn row(objective: &FrozenObjective, slip: &Slip) -> Vec<Cell> {
    let periods = slip.periods as u32;
    let unknown = match slip.unknown {
        0 => String::new(),
        n => format!("{} without a reading between", phrases::periods(objective, n as u32)),
    };
    vec![
        Cell::Text(objective.code.clone()),
        Cell::Pair(slip.label(), format!("{}, target {}", slip.first.shown, target(objective, slip))),
        phrases::counted(periods, phrases::periods(objective, periods), unknown),
        decided(&slip.decisions),
        end(slip),
    ]
}

fn target(objective: &FrozenObjective, slip: &Slip) -> String {
    objective.target_on(slip.first.period_start).map(|(_, target)| target.text.clone()).unwrap_or_default()
}

/// The last decision, and how many there were before it.
fn decided(decisions: &[&FrozenDecision]) -> Cell {
    let Some(last) = decisions.last() else { return Cell::Text("nothing".to_owned()) };
    let earlier = match decisions.len() - 1 {
        0 => String::new(),
        n => format!("; {n} before it"),
    };
    let said = if last.text.is_empty() { String::new() } else { format!(": {}", last.text) };
    Cell::Pair(
        format!("{}{said}", phrases::capital(words::decision(last.kind))),
        format!("{}{earlier}", phrases::day(last.on)),
    )
}

fn end(slip: &Slip) -> Cell {
    let open = |word| Mark { symbol: "■", word, tone: Tone::Bad };
    match &slip.end {
        End::MetAgain(period) => Cell::Mark(
            Mark { symbol: "●", word: "met again", tone: Tone::Good },
            format!("{} {}", period.label, period.shown),
        ),
        End::Closed(day) => {
            Cell::Mark(Mark { symbol: "–", word: "closed", tone: Tone::Quiet }, format!("on {}", phrases::day(*day)))
        }
        End::NotMeasuredSince => {
            let mark = Mark { symbol: "?", word: "not measured since", tone: Tone::Unknown };
            Cell::Mark(mark, format!("last {} in {}", slip.last.shown, slip.last.label))
        }
        End::Lasts if slip.tolerated => {
            let mark = Mark { symbol: "▲", word: "lasts, tolerated", tone: Tone::Watch };
            Cell::Mark(mark, format!("{} in {}", slip.last.shown, slip.last.label))
        }
        End::Lasts => Cell::Mark(open("lasts"), format!("{} in {}", slip.last.shown, slip.last.label)),
    }
}
