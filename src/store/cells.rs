//! Columns of a result as the types of the rules.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::StoreError;
use crate::domain::period::Date;

/// A text that may be empty.
pub(super) fn text(row: &Row<'_>, at: usize) -> Result<String, StoreError> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(String::new()),
        other => Ok(other.as_str().map_err(|_| damaged(at, "no text"))?.to_owned()),
    }
}

/// A date that must be there.
pub(super) fn day(row: &Row<'_>, at: usize) -> Result<Date, StoreError> {
    optional_day(row, at)?.ok_or_else(|| damaged(at, "no date"))
}

/// A date that may be absent.
pub(super) fn optional_day(row: &Row<'_>, at: usize) -> Result<Option<Date>, StoreError> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        other => {
            let bytes = other.as_bytes().map_err(|_| damaged(at, "no date"))?;
            iso_day(bytes).map(Some).ok_or_else(|| damaged(at, "no date"))
        }
    }
}

/// `2026-11-23` read by hand: a register holds a lot of them.
pub(super) fn iso_day(bytes: &[u8]) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(**digit - b'0')))
    };
    Date::from_ymd_opt(number(&[y1, y2, y3, y4])? as i32, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A word of a closed vocabulary, or anything else that is read from a text; `None` where the column is empty.
pub(super) fn word<T>(row: &Row<'_>, at: usize, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        other => {
            let text = other.as_str().map_err(|_| damaged(at, "no text"))?;
            read(text).map(Some).ok_or_else(|| damaged(at, &format!("`{text}`, which this program does not know")))
        }
    }
}

/// A word that must be there.
pub(super) fn needed<T>(row: &Row<'_>, at: usize, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    word(row, at, read)?.ok_or_else(|| damaged(at, "nothing"))
}

/// A list kept as JSON; empty where the column is.
pub(super) fn list<T: serde::de::DeserializeOwned>(row: &Row<'_>, at: usize) -> Result<Vec<T>, StoreError> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(Vec::new()),
        other => {
            let bytes = other.as_bytes().map_err(|_| damaged(at, "no list"))?;
            serde_json::from_slice(bytes).map_err(|error| damaged(at, &format!("no list ({error})")))
        }
    }
}

/// A journal position.
pub(super) fn seq(row: &Row<'_>, at: usize) -> Result<u64, StoreError> {
    Ok(row.get::<_, i64>(at)? as u64)
}

fn damaged(at: usize, what: &str) -> StoreError {
    StoreError::Damaged(format!("column {} of a row holds {what}", at + 1))
}
