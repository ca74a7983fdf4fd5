//! The journal's contract: what the bytes of an entry say and how entries are chained.
//!
//! An operation is one or more parts, each one row of the journal. A part's payload is a JSON object whose exact bytes
//! are kept and hashed. Part 1 opens with the envelope (who, when, why); later parts open with `op_id` alone. Then
//! follow `changes`, `part` and `parts`: the last part carries the number of parts, every earlier one 0, so that a
//! long import can be written as it is read and a part cut off at the end still shows.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::operation::Operation;
use super::period::Date;

/// Version of the payload's shape.
pub const PAYLOAD_VERSION: u32 = 1;
/// Most rows one part holds.
pub const MAX_ROWS: usize = 1_000;
/// Most bytes one part holds, a single larger change excepted.
pub const MAX_BYTES: usize = 256 * 1024;
/// What stands before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

/// The image of a row: its fields by column name.
pub type Image = serde_json::Map<String, serde_json::Value>;

/// A changed row or reading block inside a payload.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "RawChange")]
pub enum Change {
    /// A row of any kind but readings.
    Row(RowImage),
    /// New readings of one objective.
    Readings(ReadingBlock),
    /// Readings taken back.
    Voided(VoidBlock),
}

/// The image of a row before and after: changed fields only.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowImage {
    /// Which kind of row.
    pub entity: String,
    /// Its number.
    pub id: i64,
    /// The fields before; `None` for a new row.
    pub before: Option<Image>,
    /// The fields after; `None` for a removed row.
    pub after: Option<Image>,
}

/// New readings of one objective, as columns and rows of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingBlock {
    /// Number of the objective.
    pub objective: i64,
    /// Whether the readings came from a file.
    pub imported: bool,
    /// Names of the columns that hold something.
    pub cols: Vec<String>,
    /// One row per reading; `None` is "not said".
    pub rows: Vec<Vec<Option<String>>>,
}

/// Readings taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoidBlock {
    /// Always [`READING`].
    pub entity: &'static str,
    /// Number of the objective.
    pub objective: i64,
    /// Day measured and revision.
    pub void: Vec<(Date, u32)>,
}

/// The entity's name of readings.
pub const READING: &str = "reading";

/// All shapes of a change in one: JSON numbers are kept exact, which rules out telling shapes apart by trying.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChange {
    entity: String,
    id: Option<i64>,
    before: Option<Image>,
    after: Option<Image>,
    objective: Option<i64>,
    imported: Option<bool>,
    cols: Option<Vec<String>>,
    rows: Option<Vec<Vec<Option<String>>>>,
    void: Option<Vec<(Date, u32)>>,
}

impl TryFrom<RawChange> for Change {
    type Error = &'static str;

    fn try_from(raw: RawChange) -> Result<Change, Self::Error> {
        match raw {
            RawChange { id: Some(id), entity, before, after, objective: None, .. } => {
                Ok(Change::Row(RowImage { entity, id, before, after }))
            }
            RawChange {
                objective: Some(objective),
                imported: Some(imported),
                cols: Some(cols),
                rows: Some(rows),
                ..
            } => Ok(Change::Readings(ReadingBlock { objective, imported, cols, rows })),
            RawChange { objective: Some(objective), void: Some(void), .. } => {
                Ok(Change::Voided(VoidBlock { entity: READING, objective, void }))
            }
            _ => Err("a change is neither a row nor a block of readings"),
        }
    }
}

impl Change {
    /// The objective a block of readings belongs to.
    pub fn objective(&self) -> Option<i64> {
        match self {
            Change::Row(_) => None,
            Change::Readings(block) => Some(block.objective),
            Change::Voided(block) => Some(block.objective),
        }
    }
}

/// Who, when and why: the head of part 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`PAYLOAD_VERSION`].
    pub v: u32,
    /// What happened.
    pub op: Operation,
    /// UUIDv7 made by the caller.
    pub op_id: String,
    /// UTC, RFC 3339.
    pub at: String,
    /// Minutes east of UTC where the person sat.
    pub offset: i32,
    /// The civil date there.
    pub today: Date,
    /// Who, as they call themselves.
    pub actor: String,
    /// The account of the operating system.
    pub os_user: String,
    /// Program and version.
    pub app: String,
    /// `system`, or `set` where somebody set the clock.
    pub clock: String,
    /// Why; may be empty.
    pub reason: String,
    /// The entry this one takes back.
    pub undoes: Option<u64>,
}

/// The hash of an entry: `SHA-256("sixtwo-journal-1\0" || previous hash || payload length as u64 big-endian || payload)`.
pub fn chain_hash(previous: &[u8; 32], payload: &[u8]) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"sixtwo-journal-1\0");
    digest.update(previous);
    digest.update((payload.len() as u64).to_be_bytes());
    digest.update(payload);
    digest.finalize().into()
}

/// Bytes as lower-case hex, the way hashes are shown and compared.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
