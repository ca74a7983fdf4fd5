//! Rows of the catalogue: written the same way by an operation and by a replay.

use rusqlite::types::{Value as SqlValue, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::entity::Shape;
use super::{Entity, Fields, StoreError};

/// The fields of a row that say something.
pub(super) fn get(conn: &Connection, entity: Entity, id: i64) -> Result<Option<Fields>, StoreError> {
    let names: Vec<&str> = entity.columns().iter().map(|(name, _)| *name).collect();
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", names.join(", "), entity.table());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(|row| fields_of(row, entity)).transpose()
}

/// Every row of a kind with its number, in the order of entry.
pub(super) fn all(conn: &Connection, entity: Entity) -> Result<Vec<(i64, Fields)>, StoreError> {
    listed(conn, entity, "?1 IS NULL", None)
}

/// The rows of a kind that name this objective, or no single one.
pub(super) fn about(conn: &Connection, entity: Entity, objective: i64) -> Result<Vec<(i64, Fields)>, StoreError> {
    match entity.objective_column() {
        Some(column) => listed(conn, entity, &format!("{column} = ?1 OR {column} IS NULL"), Some(objective)),
        None => all(conn, entity),
    }
}

/// The rows of a kind for which a condition of this room holds; `?1` is the objective.
pub(super) fn listed(
    conn: &Connection,
    entity: Entity,
    filter: &str,
    objective: Option<i64>,
) -> Result<Vec<(i64, Fields)>, StoreError> {
    let names: Vec<&str> = entity.columns().iter().map(|(name, _)| *name).collect();
    let sql = format!("SELECT {}, id FROM {} WHERE {filter} ORDER BY id", names.join(", "), entity.table());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([objective])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push((row.get(names.len())?, fields_of(row, entity)?));
    }
    Ok(all)
}

fn fields_of(row: &Row<'_>, entity: Entity) -> Result<Fields, StoreError> {
    let mut fields = Fields::new();
    for (at, (name, shape)) in entity.columns().iter().enumerate() {
        let value = match (row.get_ref(at)?, shape) {
            (ValueRef::Null, _) => continue,
            (ValueRef::Integer(number), Shape::Flag) => Value::Bool(number != 0),
            (ValueRef::Integer(number), _) => Value::from(number),
            (text, Shape::Json) => serde_json::from_str(text_of(text, entity, name)?)
                .map_err(|e| StoreError::Damaged(format!("{} holds no list in {name}: {e}", entity.table())))?,
            (text, _) => Value::from(text_of(text, entity, name)?),
        };
        fields.insert((*name).to_owned(), value);
    }
    Ok(fields)
}

fn text_of<'a>(value: ValueRef<'a>, entity: Entity, column: &str) -> Result<&'a str, StoreError> {
    value.as_str().map_err(|_| StoreError::Damaged(format!("{} holds no text in {column}", entity.table())))
}

/// A new row.
pub(super) fn insert(
    conn: &Connection,
    entity: Entity,
    id: i64,
    fields: &Fields,
    seq: u64,
) -> Result<Option<i64>, StoreError> {
    let mut columns = vec!["id", "seq"];
    let mut values = vec![SqlValue::Integer(id), SqlValue::Integer(seq as i64)];
    for (name, value) in fields {
        let (column, shape) = column(entity, name)?;
        columns.push(column);
        values.push(stored(entity, column, shape, value)?);
    }
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", entity.table(), columns.join(", "));
    conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    conn.prepare_cached(
        "INSERT INTO last_id (entity, id) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET id = max(id, excluded.id)",
    )?
    .execute(params![entity.table(), id])?;
    touched(conn, entity, id, seq)
}

/// Changed fields of a row.
pub(super) fn update(
    conn: &Connection,
    entity: Entity,
    id: i64,
    fields: &Fields,
    seq: u64,
) -> Result<Option<i64>, StoreError> {
    let mut sets = vec!["seq = ?".to_owned()];
    let mut values = vec![SqlValue::Integer(seq as i64)];
    for (name, value) in fields {
        let (column, shape) = column(entity, name)?;
        sets.push(format!("{column} = ?"));
        values.push(stored(entity, column, shape, value)?);
    }
    values.push(SqlValue::Integer(id));
    let sql = format!("UPDATE {} SET {} WHERE id = ?", entity.table(), sets.join(", "));
    let changed = conn.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    if changed != 1 {
        return Err(missing(entity, id));
    }
    touched(conn, entity, id, seq)
}

/// Removes a row.
pub(super) fn remove(conn: &Connection, entity: Entity, id: i64, seq: u64) -> Result<Option<i64>, StoreError> {
    let objective = touched(conn, entity, id, seq)?;
    let sql = format!("DELETE FROM {} WHERE id = ?1", entity.table());
    if conn.prepare_cached(&sql)?.execute([id])? != 1 {
        return Err(missing(entity, id));
    }
    Ok(objective)
}

pub(super) fn missing(entity: Entity, id: i64) -> StoreError {
    StoreError::Refused(format!("there is no {} with the number {id}", entity.table().replace('_', " ")))
}

/// Notes which objective a row belongs to; a change of a version is a change of its objective.
fn touched(conn: &Connection, entity: Entity, id: i64, seq: u64) -> Result<Option<i64>, StoreError> {
    let Some(column) = entity.objective_column() else { return Ok(None) };
    let sql = format!("SELECT {column} FROM {} WHERE id = ?1", entity.table());
    let objective: Option<i64> = conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?.flatten();
    let Some(objective) = objective else { return Ok(None) };
    touch(conn, objective, seq)?;
    if entity == Entity::Version {
        conn.prepare_cached("UPDATE objective SET seq = ?1 WHERE id = ?2")?.execute(params![seq as i64, objective])?;
    }
    Ok(Some(objective))
}

/// Notes that a part touches an objective.
pub(super) fn touch(conn: &Connection, objective: i64, seq: u64) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO touch (objective, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![objective, seq as i64])?;
    Ok(())
}

/// The highest number ever given to a kind of row.
pub(super) fn last_id(conn: &Connection, entity: Entity) -> Result<i64, StoreError> {
    let id = conn
        .prepare_cached("SELECT id FROM last_id WHERE entity = ?1")?
        .query_row([entity.table()], |row| row.get(0))
        .optional()?;
    Ok(id.unwrap_or(0))
}

fn column(entity: Entity, name: &str) -> Result<(&'static str, Shape), StoreError> {
    entity
        .columns()
        .iter()
        .find(|(column, _)| *column == name)
        .copied()
        .ok_or_else(|| StoreError::Refused(format!("{} has no field {name}", entity.table())))
}

fn stored(entity: Entity, column: &str, shape: Shape, value: &Value) -> Result<SqlValue, StoreError> {
    let stored = match (shape, value) {
        (_, Value::Null) => Some(SqlValue::Null),
        (Shape::Int, Value::Number(number)) => number.as_i64().map(SqlValue::Integer),
        (Shape::Flag, Value::Bool(flag)) => Some(SqlValue::Integer(i64::from(*flag))),
        (Shape::Text, Value::String(text)) => Some(SqlValue::Text(text.clone())),
        (Shape::Json, Value::Array(_) | Value::Object(_)) => Some(SqlValue::Text(value.to_string())),
        _ => None,
    };
    stored.ok_or_else(|| StoreError::Refused(format!("{value} does not fit the field {column} of {}", entity.table())))
}
