//! Two frozen registers side by side, or one and the register as it is known now.

use serde::Serialize;

use super::{Changes, between};
use crate::domain::period::Date;
use crate::domain::snapshot::Snapshot;
use crate::domain::status::Status;
use crate::domain::words;

/// One of the two registers that are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The number of the snapshot; none for the register as it is known now.
    pub number: Option<i64>,
    /// The name people gave the snapshot; empty for none.
    pub name: String,
    /// The day judged.
    pub as_of: Date,
    /// The journal entry it is bound to.
    pub seq: u64,
}

impl Side {
    fn of(snapshot: &Snapshot, number: Option<i64>) -> Side {
        Side { number, name: snapshot.name.clone(), as_of: snapshot.as_of, seq: snapshot.seq }
    }

    /// `snapshot 3`, `now`.
    pub fn called(&self) -> String {
        self.number.map_or_else(|| "now".to_owned(), |number| format!("snapshot {number}"))
    }

    /// `snapshot 3, Year end, as known on 31 Dec 2026`; `the register as known on 12 Feb 2027`.
    pub fn in_full(&self) -> String {
        let name = if self.name.is_empty() { String::new() } else { format!(", {}", self.name) };
        let as_known = format!("as known on {}", words::day(self.as_of));
        match self.number {
            Some(number) => format!("snapshot {number}{name}, {as_known}"),
            None => format!("the register {as_known}"),
        }
    }
}

/// How many objectives had a status, and have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StatusMove {
    /// The status.
    pub status: Status,
    /// How many there were.
    pub before: u32,
    /// How many there are.
    pub after: u32,
}

/// Two registers and what became different from the earlier to the later one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The earlier one.
    pub from: Side,
    /// The later one.
    pub to: Side,
    /// How many objectives stood how, in the order of the statuses; those nobody had or has are left out.
    pub counts: Vec<StatusMove>,
    /// What became different.
    pub changes: Changes,
}

impl Comparison {
    /// Compares two snapshots.
    pub fn of(earlier: &Snapshot, later: &Snapshot) -> Comparison {
        Comparison::with(earlier, later, Some(later.number))
    }

    /// Compares a snapshot with the register as it is known now, frozen in memory.
    pub fn with_now(earlier: &Snapshot, now: &Snapshot) -> Comparison {
        Comparison::with(earlier, now, None)
    }

    fn with(earlier: &Snapshot, later: &Snapshot, number: Option<i64>) -> Comparison {
        Comparison {
            from: Side::of(earlier, Some(earlier.number)),
            to: Side::of(later, number),
            counts: counts(earlier, later),
            changes: between(earlier, later),
        }
    }

    /// Which two: `snapshot 1 → snapshot 3`.
    pub fn title(&self) -> String {
        format!("{} → {}", self.from.called(), self.to.called())
    }
}

fn counts(earlier: &Snapshot, later: &Snapshot) -> Vec<StatusMove> {
    let of = |snapshot: &Snapshot, status| {
        let counted = snapshot.by_status.iter().find(|counted| counted.status == status);
        counted.map_or(0, |counted| counted.objectives)
    };
    let moves = Status::ALL.iter().map(|status| StatusMove {
        status: *status,
        before: of(earlier, *status),
        after: of(later, *status),
    });
    moves.filter(|counted| counted.before + counted.after > 0).collect()
}
