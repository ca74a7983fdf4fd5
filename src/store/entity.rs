//! The catalogue: which kinds of rows the journal speaks of, their tables and columns.

/// A kind of row. Readings are not among them: they have a table, a shape and rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// The register itself: one row, number 1.
    Register,
    /// A setting from a day on.
    Setting,
    /// An objective: code and closing; its content is in versions.
    Objective,
    /// A version of an objective's content.
    Version,
    /// A fulfilled criterion.
    Criterion,
    /// A check-in on a milestone.
    Checkin,
    /// A period explained as not measured.
    NotMeasured,
    /// What a reading means, said after it was entered.
    Evaluation,
    /// A decision.
    Decision,
    /// A task.
    Action,
    /// A meeting; its number is its id.
    Review,
    /// An item of a meeting's agenda.
    ReviewItem,
    /// A frozen register; its number is its id.
    Snapshot,
}

/// How a column's value is written in a row and in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// INTEGER and a JSON number.
    Int,
    /// INTEGER 0 or 1 and a JSON boolean.
    Flag,
    /// TEXT and a JSON string; dates are ISO texts.
    Text,
    /// TEXT holding JSON, and the JSON itself.
    Json,
}

use Shape::{Flag, Int, Json, Text};

impl Entity {
    /// All kinds, in an order in which rows can be made without naming later ones.
    pub const ALL: [Entity; 13] = [
        Entity::Register,
        Entity::Setting,
        Entity::Objective,
        Entity::Version,
        Entity::Criterion,
        Entity::Checkin,
        Entity::NotMeasured,
        Entity::Evaluation,
        Entity::Review,
        Entity::ReviewItem,
        Entity::Decision,
        Entity::Action,
        Entity::Snapshot,
    ];

    /// The table, and the entity's name in the journal.
    pub fn table(self) -> &'static str {
        match self {
            Entity::Register => "register",
            Entity::Setting => "setting",
            Entity::Objective => "objective",
            Entity::Version => "version",
            Entity::Criterion => "criterion",
            Entity::Checkin => "checkin",
            Entity::NotMeasured => "not_measured",
            Entity::Evaluation => "evaluation",
            Entity::Decision => "decision",
            Entity::Action => "action",
            Entity::Review => "review",
            Entity::ReviewItem => "review_item",
            Entity::Snapshot => "snapshot",
        }
    }

    /// Back from the journal's name.
    pub fn from_table(name: &str) -> Option<Entity> {
        Entity::ALL.into_iter().find(|e| e.table() == name)
    }

    /// The columns besides `id` and `seq`.
    pub fn columns(self) -> &'static [(&'static str, Shape)] {
        match self {
            Entity::Register => &[("uuid", Text), ("organization", Text), ("demo", Flag), ("created_at", Text)],
            Entity::Setting => &[("name", Text), ("effective", Text), ("value", Text), ("recorded_on", Text)],
            Entity::Objective => &[
                ("code", Text),
                ("created_on", Text),
                ("retired_on", Text),
                ("outcome", Text),
                ("closing_reason", Text),
                ("successor", Text),
                ("closed_on", Text),
            ],
            Entity::Version => VERSION,
            Entity::Criterion => {
                &[("objective", Int), ("number", Int), ("done", Text), ("evidence", Text), ("recorded_on", Text)]
            }
            Entity::Checkin => {
                &[("objective", Int), ("day", Text), ("note", Text), ("stated_by", Text), ("recorded_on", Text)]
            }
            Entity::NotMeasured => &[
                ("objective", Int),
                ("period_end", Text),
                ("reason", Text),
                ("stated_by", Text),
                ("recorded_on", Text),
            ],
            Entity::Evaluation => &[
                ("objective", Int),
                ("measured_on", Text),
                ("revision", Int),
                ("meaning", Text),
                ("evaluated_by", Text),
                ("automatic", Flag),
                ("decision", Text),
                ("recorded_on", Text),
            ],
            Entity::Decision => &[
                ("objective", Int),
                ("review", Int),
                ("day", Text),
                ("kind", Text),
                ("text", Text),
                ("decided_by", Text),
                ("until", Text),
                ("measured_on", Text),
                ("recorded_on", Text),
            ],
            Entity::Action => &[
                ("objective", Int),
                ("review", Int),
                ("text", Text),
                ("owner", Text),
                ("due", Text),
                ("done_on", Text),
                ("evidence", Text),
                ("recorded_on", Text),
            ],
            Entity::Review => &[
                ("kind", Text),
                ("date", Text),
                ("attendees", Json),
                ("started_at", Text),
                ("closed_at", Text),
                ("next_date", Text),
                ("recorded_on", Text),
            ],
            Entity::ReviewItem => &[
                ("review", Int),
                ("position", Int),
                ("objective", Int),
                ("agenda_group", Text),
                ("state", Text),
                ("status_before", Text),
                ("freshness_before", Text),
                ("measured_on", Text),
                ("meaning", Text),
                ("decision", Text),
                ("automatic", Flag),
            ],
            Entity::Snapshot => &[
                ("name", Text),
                ("taken_at", Text),
                ("as_of", Text),
                ("at_seq", Int),
                ("hash", Text),
                ("objectives", Int),
            ],
        }
    }

    /// The column that names the objective a row belongs to.
    pub(super) fn objective_column(self) -> Option<&'static str> {
        match self {
            Entity::Objective => Some("id"),
            _ => self.columns().iter().find(|(name, _)| *name == "objective").map(|(name, _)| *name),
        }
    }
}

const VERSION: &[(&str, Shape)] = &[
    ("objective", Int),
    ("number", Int),
    ("draft", Flag),
    ("recorded_on", Text),
    ("effective", Text),
    ("reason", Text),
    ("approved_on", Text),
    ("approved_by", Text),
    ("approved_ref", Text),
    ("title", Text),
    ("kind", Text),
    ("level", Text),
    ("function", Text),
    ("parent", Text),
    ("owner", Text),
    ("metric", Text),
    ("formula", Text),
    ("data_source", Text),
    ("unit", Text),
    ("direction", Text),
    ("operator", Text),
    ("baseline", Text),
    ("baseline_date", Text),
    ("baseline_estimated", Flag),
    ("target", Text),
    ("target_high", Text),
    ("warn", Text),
    ("floor", Text),
    ("required_met", Int),
    ("frequency", Text),
    ("grace_days", Int),
    ("fiscal_year_start", Int),
    ("start", Text),
    ("due", Text),
    ("waypoints", Json),
    ("criteria", Json),
    ("what", Text),
    ("resources", Text),
    ("how_evaluated", Text),
    ("evaluator", Text),
    ("collector", Text),
    ("metric_owner", Text),
    ("why_target", Text),
    ("links", Json),
    ("tags", Json),
    ("start_derived", Flag),
];
