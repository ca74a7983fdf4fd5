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
    /// What objectives serve.
    Source,
    /// People, roles and functions.
    Directory,
    /// A hand-over, a reorganization, a bulk edit.
    Rearrangement,
    /// An approved edition of the list; its number is its id.
    Edition,
    /// Who was told what.
    Communication,
    /// Who confirmed to know it.
    Acknowledgement,
    /// A walk through the list; its number is its id.
    Refresh,
    /// What the walk answered for one objective.
    RefreshLine,
    /// An audit, held or planned.
    Audit,
    /// A readiness finding somebody accepts.
    Dismissal,
    /// What is said on a point of a meeting's agenda.
    AgendaNote,
    /// What is prepared for an objective before a meeting.
    Preparation,
    /// Whether a decision stands after a correction.
    CorrectionAnswer,
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
    pub const ALL: [Entity; 26] = [
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
        Entity::Source,
        Entity::Directory,
        Entity::Rearrangement,
        Entity::Edition,
        Entity::Communication,
        Entity::Acknowledgement,
        Entity::Refresh,
        Entity::RefreshLine,
        Entity::Audit,
        Entity::Dismissal,
        Entity::AgendaNote,
        Entity::Preparation,
        Entity::CorrectionAnswer,
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
            Entity::Source => "source",
            Entity::Directory => "directory",
            Entity::Rearrangement => "rearrangement",
            Entity::Edition => "edition",
            Entity::Communication => "communication",
            Entity::Acknowledgement => "acknowledgement",
            Entity::Refresh => "refresh",
            Entity::RefreshLine => "refresh_line",
            Entity::Audit => "audit",
            Entity::Dismissal => "dismissal",
            Entity::AgendaNote => "agenda_note",
            Entity::Preparation => "preparation",
            Entity::CorrectionAnswer => "correction_answer",
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
                ("closed_by", Text),
                ("closing_ref", Text),
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
                ("approver", Text),
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
                ("kind", Text),
                ("cause", Text),
                ("check_on", Text),
                ("checked_on", Text),
                ("helped", Flag),
                ("check_note", Text),
            ],
            Entity::Review => &[
                ("kind", Text),
                ("date", Text),
                ("attendees", Json),
                ("started_at", Text),
                ("closed_at", Text),
                ("next_date", Text),
                ("recorded_on", Text),
                ("host", Text),
                ("assessment", Text),
                ("assessment_on", Text),
                ("steps", Json),
                ("refresh", Text),
                ("no_change", Text),
                ("minutes_hash", Text),
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
                ("seconds", Int),
            ],
            Entity::Snapshot => &[
                ("name", Text),
                ("taken_at", Text),
                ("as_of", Text),
                ("at_seq", Int),
                ("hash", Text),
                ("objectives", Int),
            ],
            Entity::Source => SOURCE,
            Entity::Directory => DIRECTORY,
            Entity::Rearrangement => REARRANGEMENT,
            Entity::Edition => EDITION,
            Entity::Communication => COMMUNICATION,
            Entity::Acknowledgement => ACKNOWLEDGEMENT,
            Entity::Refresh => REFRESH,
            Entity::RefreshLine => REFRESH_LINE,
            Entity::Audit => AUDIT,
            Entity::Dismissal => DISMISSAL,
            Entity::AgendaNote => AGENDA_NOTE,
            Entity::Preparation => PREPARATION,
            Entity::CorrectionAnswer => CORRECTION_ANSWER,
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
    ("population", Text),
    ("cascade_note", Text),
    ("review_on", Text),
    ("begins", Text),
    ("cause", Text),
    ("series", Text),
    ("approvers", Json),
    ("granted", Text),
    ("granted_by", Text),
    ("granted_on", Text),
    ("spent", Text),
];

const SOURCE: &[(&str, Shape)] = &[
    ("kind", Text),
    ("reference", Text),
    ("title", Text),
    ("detail", Text),
    ("level", Text),
    ("owner", Text),
    ("status", Text),
    ("closed_on", Text),
    ("policy", Text),
    ("policy_version", Text),
    ("party", Text),
    ("requirement", Text),
    ("mandated", Flag),
    ("covered_by", Text),
    ("treats", Text),
    ("due", Text),
    ("acceptance", Text),
    ("day", Text),
    ("significant", Flag),
    ("recorded_on", Text),
];

const DIRECTORY: &[(&str, Shape)] = &[
    ("kind", Text),
    ("name", Text),
    ("role", Text),
    ("function", Text),
    ("email", Text),
    ("active_from", Text),
    ("active_until", Text),
    ("successor", Text),
    ("recorded_on", Text),
];

const REARRANGEMENT: &[(&str, Shape)] = &[
    ("kind", Text),
    ("name", Text),
    ("begins", Text),
    ("giver", Text),
    ("taker", Text),
    ("codes", Json),
    ("actions", Json),
    ("reason", Text),
    ("accepted_by", Text),
    ("accepted_on", Text),
    ("recorded_on", Text),
];

const EDITION: &[(&str, Shape)] = &[
    ("why", Text),
    ("cause", Text),
    ("body", Text),
    ("people", Json),
    ("minutes", Text),
    ("approved_on", Text),
    ("members", Json),
    ("recorded_on", Text),
];

const COMMUNICATION: &[(&str, Shape)] = &[
    ("objective", Int),
    ("version", Int),
    ("edition", Int),
    ("reach", Text),
    ("audience", Text),
    ("channel", Text),
    ("place", Text),
    ("day", Text),
    ("told_by", Text),
    ("recorded_on", Text),
];

const ACKNOWLEDGEMENT: &[(&str, Shape)] = &[
    ("objective", Int),
    ("version", Int),
    ("edition", Int),
    ("person", Text),
    ("day", Text),
    ("note", Text),
    ("recorded_on", Text),
];

const REFRESH: &[(&str, Shape)] = &[
    ("cause", Text),
    ("event", Int),
    ("started_on", Text),
    ("closed_on", Text),
    ("edition", Int),
    ("no_change", Text),
    ("recorded_on", Text),
];

const REFRESH_LINE: &[(&str, Shape)] = &[
    ("refresh", Int),
    ("objective", Int),
    ("answer", Text),
    ("reason", Text),
    ("successor", Text),
    ("recorded_on", Text),
];

const AUDIT: &[(&str, Shape)] =
    &[("kind", Text), ("day", Text), ("auditor", Text), ("note", Text), ("recorded_on", Text)];

const DISMISSAL: &[(&str, Shape)] = &[
    ("rule", Text),
    ("subject", Text),
    ("reason", Text),
    ("person", Text),
    ("until", Text),
    ("lifted_on", Text),
    ("recorded_on", Text),
];

const AGENDA_NOTE: &[(&str, Shape)] =
    &[("review", Int), ("topic", Text), ("text", Text), ("stated_by", Text), ("recorded_on", Text)];

const PREPARATION: &[(&str, Shape)] = &[
    ("review", Int),
    ("objective", Int),
    ("cause", Text),
    ("options", Text),
    ("wanted", Text),
    ("stated_by", Text),
    ("recorded_on", Text),
];

const CORRECTION_ANSWER: &[(&str, Shape)] = &[
    ("review", Int),
    ("objective", Int),
    ("shown_in", Int),
    ("measured_on", Text),
    ("value", Text),
    ("stands", Flag),
    ("reason", Text),
    ("stated_by", Text),
    ("recorded_on", Text),
];
