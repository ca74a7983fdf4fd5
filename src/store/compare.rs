//! Two registers side by side, row by row: what the file holds, and what its journal makes.

use std::cmp::Ordering;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows};

use super::shapes::Verification;
use super::verify::grouped;
use super::{Entity, StoreError};

/// Most findings told of one table; the rest is counted.
const TOLD: usize = 20;

/// Tables besides those of the catalogue, with the columns of their key in front.
const OTHERS: [(&str, &[&str]); 6] = [
    ("reading", &["objective", "measured_on", "revision"]),
    ("entry", &["seq"]),
    ("touch", &["objective", "seq"]),
    ("undone", &["seq"]),
    ("last_id", &["entity"]),
    ("head", &["id"]),
];

/// Compares every projection of the journal.
pub(super) fn tables(file: &Connection, rebuilt: &Connection, report: &mut Verification) -> Result<(), StoreError> {
    let catalogue = Entity::ALL.map(|entity| (entity.table(), ["id"].as_slice()));
    let (mut tables, mut rows) = (0, 0);
    for (table, key) in catalogue.into_iter().chain(OTHERS) {
        let mut findings = Findings { table, told: Vec::new(), more: 0 };
        match table_rows(file, rebuilt, table, key, &mut findings) {
            Ok(count) => rows += count,
            Err(error) => findings.add(format!("could not be compared to the end: {error}")),
        }
        tables += 1;
        findings.report(report);
    }
    report.covered.push(format!("{} rows of {tables} tables against a replay of the journal", grouped(rows)));
    Ok(())
}

struct Findings {
    table: &'static str,
    told: Vec<String>,
    more: usize,
}

impl Findings {
    fn add(&mut self, what: String) {
        if self.told.len() < TOLD {
            self.told.push(format!("{} {what}", self.table));
        } else {
            self.more += 1;
        }
    }

    fn report(self, report: &mut Verification) {
        report.findings.extend(self.told);
        if self.more > 0 {
            report.findings.push(format!("{}: {} more findings", self.table, self.more));
        }
    }
}

fn table_rows(
    file: &Connection,
    rebuilt: &Connection,
    table: &str,
    key: &[&str],
    findings: &mut Findings,
) -> Result<u64, StoreError> {
    // The fingerprint vouches for the columns; NOT INDEXED reads the rows themselves, not an index about them.
    let key_list = key.join(", ");
    let sql = format!("SELECT {key_list}, * FROM {table} NOT INDEXED ORDER BY {key_list}");
    let (mut left, mut right) = (file.prepare(&sql)?, rebuilt.prepare(&sql)?);
    let names: Vec<String> = left.column_names().map(str::to_owned).collect();
    let seq_at = names.iter().position(|name| name == "seq");
    let (mut left, mut right) = (left.query([])?, right.query([])?);
    let (mut here, mut there) = (left.next()?, right.next()?);
    let mut count = 0;
    loop {
        let order = match (here, there) {
            (None, None) => return Ok(count),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => compare_keys(a, b, key.len())?,
        };
        count += 1;
        match (order, here, there) {
            (Ordering::Equal, Some(a), Some(b)) => {
                differences(a, b, &names, key, seq_at, findings)?;
                (here, there) = (left.next()?, right.next()?);
            }
            (Ordering::Less, Some(a), _) => {
                findings.add(format!("{}: the journal does not know it", named(a, key)?));
                here = advance(&mut left)?;
            }
            (_, _, Some(b)) => {
                findings.add(format!("{}: it is missing, {} made it", named(b, key)?, entry_of(b, seq_at)?));
                there = advance(&mut right)?;
            }
            _ => return Ok(count),
        }
    }
}

fn advance<'r, 's>(rows: &'r mut Rows<'s>) -> Result<Option<&'r Row<'s>>, StoreError> {
    Ok(rows.next()?)
}

fn compare_keys(a: &Row<'_>, b: &Row<'_>, columns: usize) -> Result<Ordering, StoreError> {
    for at in 0..columns {
        let order = match (a.get_ref(at)?, b.get_ref(at)?) {
            (ValueRef::Integer(a), ValueRef::Integer(b)) => a.cmp(&b),
            (a, b) => a.as_bytes().unwrap_or_default().cmp(b.as_bytes().unwrap_or_default()),
        };
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

fn differences(
    here: &Row<'_>,
    there: &Row<'_>,
    names: &[String],
    key: &[&str],
    seq_at: Option<usize>,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    for (at, name) in names.iter().enumerate().skip(key.len()) {
        let (is, should) = (here.get_ref(at)?, there.get_ref(at)?);
        if is != should {
            let row = named(here, key)?;
            let (is, should, entry) = (shown(is), shown(should), entry_of(there, seq_at)?);
            findings.add(format!("{row}: {name} is {is}, {entry} says {should}"));
        }
    }
    Ok(())
}

fn named(row: &Row<'_>, key: &[&str]) -> Result<String, StoreError> {
    let parts = key.iter().enumerate().map(|(at, name)| match (*name, row.get_ref(at)) {
        ("id" | "seq", Ok(value)) => Ok(shown(value)),
        (name, Ok(value)) => Ok(format!("{name} {}", shown(value))),
        (_, Err(error)) => Err(StoreError::from(error)),
    });
    Ok(parts.collect::<Result<Vec<_>, _>>()?.join(", "))
}

fn entry_of(row: &Row<'_>, seq_at: Option<usize>) -> Result<String, StoreError> {
    Ok(match seq_at.map(|at| row.get_ref(at)).transpose()? {
        Some(ValueRef::Integer(seq)) => format!("entry {seq}"),
        _ => "the journal".to_owned(),
    })
}

/// A value as a finding shows it: short, on one line.
fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "nothing".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            let short: String = text.chars().take(80).collect();
            format!("`{}`", crate::domain::text::one_line(&short))
        }
        ValueRef::Blob(bytes) => crate::domain::journal::hex(&bytes[..bytes.len().min(32)]),
    }
}
