//! Tables of rows for programs: under our own headers, without a word around them, to be read back as they are.
//!
//! Texts in them are guarded already, see [`crate::domain::text::guarded`].

use serde_json::{Map, Value, json};

use super::csv::{self, Member};
use super::flat::{Datum, FlatTable};
use super::format::{WriteError, Written};
use super::{json, xlsx};
use crate::domain::period::Date;
use crate::domain::text::bare;

/// The name of the form of the JSON file.
pub const SCHEMA: &str = "sixtwo-register-1";

/// Whose rows they are.
#[derive(Clone, Debug)]
pub struct About {
    /// Whose.
    pub organization: String,
    /// The day they were read.
    pub as_of: Date,
}

/// A workbook with a sheet per table, its headers in the first row.
pub fn xlsx(about: &About, tables: &[FlatTable]) -> Result<Written, WriteError> {
    xlsx::sheets("Register as data", &about.organization, about.as_of, tables)
}

/// A zip with a CSV file per table and a list of their hashes.
pub fn csv(tables: &[FlatTable]) -> Result<Written, WriteError> {
    let members: Vec<Member> = tables
        .iter()
        .map(|table| {
            let header = table.columns.iter().map(|column| column.title.clone()).collect();
            let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
            Member {
                name: format!("{}.csv", key(&table.caption)),
                about: table.caption.clone(),
                rows: table.rows.len(),
                bytes: csv::written(std::iter::once(header).chain(rows)),
            }
        })
        .collect();
    Ok(csv::bundle(&members)?.into())
}

/// One object with a list of rows per table.
pub fn json(about: &About, tables: &[FlatTable]) -> Result<Written, WriteError> {
    let mut object = Map::new();
    object.insert("schema".to_owned(), json!(SCHEMA));
    object.insert("organization".to_owned(), json!(about.organization));
    object.insert("as_of".to_owned(), json!(about.as_of));
    for table in tables {
        let row = |row: &Vec<Datum>| -> Value {
            let cells = table.columns.iter().zip(row).map(|(column, datum)| (column.title.clone(), value(datum)));
            cells.collect::<Map<_, _>>().into()
        };
        object.insert(key(&table.caption), table.rows.iter().map(row).collect());
    }
    let bytes = json::inert(&Value::Object(object));
    Ok(bytes.map_err(|error| WriteError(format!("the register cannot be written as JSON: {error}")))?.into())
}

/// `Not measured` is `not_measured`.
fn key(name: &str) -> String {
    name.to_lowercase().replace([' ', '-'], "_")
}

fn cell(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) | Datum::Fill(text) => text.clone(),
        Datum::Number(number) => number.shown.clone(),
        Datum::Date(day, _) => day.to_string(),
        Datum::Mark(mark) => mark.word.to_owned(),
    }
}

fn value(datum: &Datum) -> Value {
    match datum {
        Datum::Text(text) | Datum::Fill(text) if text.is_empty() => Value::Null,
        Datum::Text(text) | Datum::Fill(text) => json!(bare(text)),
        Datum::Number(number) => json!(number.exact),
        Datum::Date(day, _) => json!(day),
        Datum::Mark(mark) => json!(mark.word),
    }
}
