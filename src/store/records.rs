//! Entries whose columns are the fields of a domain type: read and written by one way for all of them.

use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Entity, Fields, Sight, StoreError, rows};
use crate::domain::audit::Audit;
use crate::domain::communication::{Acknowledgement, Communication};
use crate::domain::directory::Entry;
use crate::domain::edition::Edition;
use crate::domain::period::Date;
use crate::domain::readiness::Dismissal;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::refresh::{Refresh, RefreshLine};
use crate::domain::review::{AgendaNote, CorrectionAnswer, Preparation};
use crate::domain::trace::Source;

/// A type of the rules that a table holds field by field.
pub trait Record: Serialize + DeserializeOwned {
    /// Its kind of row.
    const ENTITY: Entity;

    /// The day it was entered.
    fn recorded_on(&self) -> Date;
}

macro_rules! records {
    ($($record:ty: $entity:ident),+ $(,)?) => {
        $(impl Record for $record {
            const ENTITY: Entity = Entity::$entity;

            fn recorded_on(&self) -> Date {
                self.recorded_on
            }
        })+
    };
}

records! {
    Source: Source,
    Entry: Directory,
    Rearrangement: Rearrangement,
    Edition: Edition,
    Communication: Communication,
    Acknowledgement: Acknowledgement,
    Refresh: Refresh,
    RefreshLine: RefreshLine,
    Audit: Audit,
    Dismissal: Dismissal,
    AgendaNote: AgendaNote,
    Preparation: Preparation,
    CorrectionAnswer: CorrectionAnswer,
}

/// Every field of a record, those not said as `null`: fit for a new row and for changing one.
pub fn fields<R: Record>(record: &R) -> Result<Fields, StoreError> {
    let unwritten = |why: &dyn std::fmt::Display| StoreError::Broken(format!("{}: {why}", R::ENTITY.table()));
    match serde_json::to_value(record).map_err(|error| unwritten(&error))? {
        Value::Object(mut fields) => {
            fields.remove("id");
            for value in fields.values_mut() {
                let empty = *value == "" || *value == false || value.as_array().is_some_and(Vec::is_empty);
                if empty {
                    *value = Value::Null;
                }
            }
            Ok(fields)
        }
        _ => Err(unwritten(&"not a row")),
    }
}

/// Every record of a kind known through the sight, in the order of entry.
pub(super) fn all<R: Record>(conn: &Connection, sight: &Sight) -> Result<Vec<R>, StoreError> {
    read(rows::all(conn, R::ENTITY)?, sight)
}

/// Those that name this objective, or no single one.
pub(super) fn about<R: Record>(conn: &Connection, objective: i64, sight: &Sight) -> Result<Vec<R>, StoreError> {
    read(rows::about(conn, R::ENTITY, objective)?, sight)
}

/// Sources that are something that happened: few among many, and asked for with every picture of the register.
pub(super) fn events(conn: &Connection, sight: &Sight) -> Result<Vec<Source>, StoreError> {
    let condition = "?1 IS NULL AND (kind = 'assessment' OR (kind IN ('incident', 'scope_change') AND significant))";
    read(rows::listed(conn, Entity::Source, condition, None)?, sight)
}

fn read<R: Record>(rows: Vec<(i64, Fields)>, sight: &Sight) -> Result<Vec<R>, StoreError> {
    let mut records = Vec::with_capacity(rows.len());
    for (id, mut fields) in rows {
        fields.insert("id".to_owned(), Value::from(id));
        let record: R = serde_json::from_value(Value::Object(fields))
            .map_err(|error| StoreError::Damaged(format!("row {id} of {}: {error}", R::ENTITY.table())))?;
        if !sight.past || record.recorded_on() <= sight.as_of {
            records.push(record);
        }
    }
    Ok(records)
}
