//! Who owns, reports and owes what, as a screen or a verb reads it.

use crate::app::view::DueItem;
use crate::domain::ahead::Planned;
use crate::domain::communication::Knowledge;
use crate::domain::directory::{Activity, Entry, EntryKind};
use crate::domain::period::Date;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::review::Action;
use crate::domain::status::Status;

/// Everybody with what is theirs, the functions, and what was agreed about both.
#[derive(Clone, Debug, Default)]
pub struct PeopleView {
    /// The day looked at.
    pub as_of: Date,
    /// People and roles: those who are gone and still hold something first, then people, roles, and names nobody entered.
    pub parties: Vec<Party>,
    /// Functions by name; those only objectives name behind them.
    pub functions: Vec<FunctionLine>,
    /// Hand-overs and reorganizations dated ahead, by day.
    pub planned: Vec<Rearrangement>,
    /// Hand-overs nobody has accepted, oldest first.
    pub waiting: Vec<Rearrangement>,
}

/// A person or a role with what is theirs. What a person has through a role they hold is theirs too.
#[derive(Clone, Debug)]
pub struct Party {
    /// The name as the directory spells it, else as objectives do.
    pub name: String,
    /// What it is; `None` for a name that is not in the directory.
    pub kind: Option<EntryKind>,
    /// Its entry.
    pub entry: Option<Entry>,
    /// Whether somebody is there on the day.
    pub activity: Activity,
    /// Of a role, who holds it; of a person, the roles held.
    pub roles: Vec<String>,
    /// Objectives they answer for.
    pub owns: Vec<Held>,
    /// Objectives whose figures come from them; an objective that names nobody is reported by its owner.
    pub reports: Vec<Held>,
    /// Readings that wait for them, the latest first.
    pub readings: Vec<DueItem>,
    /// Their open actions, by date.
    pub actions: Vec<Action>,
    /// How far they know each objective in force that they own.
    pub knows: Vec<Known>,
    /// Numbers of the hand-overs they have not accepted.
    pub accepts: Vec<i64>,
}

/// An objective in somebody's hands.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// The role it is theirs through; empty where it names them.
    pub through: String,
    /// What is agreed for it on a later day.
    pub planned: Option<Planned>,
}

/// How far an owner knows the standing version of an objective.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its code.
    pub code: String,
    /// The version that ought to be known.
    pub version: u32,
    /// Told and confirmed, from the records.
    pub knowledge: Knowledge,
}

/// A function with what it pursues.
#[derive(Clone, Debug)]
pub struct FunctionLine {
    /// Its name.
    pub name: String,
    /// Its entry; `None` where only objectives name it.
    pub entry: Option<Entry>,
    /// Whether it is there on the day.
    pub activity: Activity,
    /// Who takes over, down the chain of successors.
    pub successor: Option<String>,
    /// The objectives it pursues.
    pub objectives: Vec<Held>,
    /// The people and roles in it.
    pub people: Vec<String>,
}

impl Party {
    /// Whether nobody is there while something is still theirs.
    pub fn is_left_behind(&self) -> bool {
        self.activity.is_missing() && !(self.owns.is_empty() && self.reports.is_empty() && self.actions.is_empty())
    }

    /// Open actions past their date.
    pub fn late_actions(&self, as_of: Date) -> usize {
        self.actions.iter().filter(|action| action.due.is_some_and(|due| due < as_of)).count()
    }

    /// How many of their objectives they confirmed to know, and how many they were told of in person or by being there.
    pub fn confirmed_and_told(&self) -> (usize, usize) {
        let confirmed = self.knows.iter().filter(|known| known.knowledge.confirmed.is_some()).count();
        let told = self.knows.iter().filter(|known| known.knowledge.is_personal()).count();
        (confirmed, told)
    }

    /// A text to send them: what they owe now, plainly. `None` where they owe nothing.
    pub fn ask_text(&self, as_of: Date) -> Option<String> {
        let mut lines = Vec::new();
        for item in &self.readings {
            let late = if item.last_day < as_of { ", late" } else { "" };
            lines.push(format!(
                "- reading {} for {} ({}), by {}{late}",
                item.code, item.label, item.title, item.last_day
            ));
        }
        for action in &self.actions {
            let by = action
                .due
                .map_or_else(String::new, |due| format!(", by {due}{}", if due < as_of { ", late" } else { "" }));
            let of = if action.code.is_empty() { String::new() } else { format!(" ({})", action.code) };
            lines.push(format!("- {}{of}{by}", action.text));
        }
        for known in self.knows.iter().filter(|known| known.knowledge.confirmed.is_none()) {
            lines.push(format!("- please confirm that you know {} in version {}", known.code, known.version));
        }
        for number in &self.accepts {
            lines.push(format!("- please accept hand-over {number}"));
        }
        if lines.is_empty() {
            return None;
        }
        Some(format!("{},\nwaiting for you on {as_of}:\n{}\n", self.name, lines.join("\n")))
    }
}

impl PeopleView {
    /// The person, role or name, in any case.
    pub fn party(&self, name: &str) -> Option<&Party> {
        self.parties.iter().find(|party| crate::domain::directory::same_name(&party.name, name))
    }
}
