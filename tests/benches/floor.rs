//! The floors: the least that SQLite and a hash need for the same work.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use sixtwo::app::{Refusal, RefusalKind};

fn broken(error: impl std::fmt::Display) -> Refusal {
    Refusal::new(RefusalKind::Broken, error.to_string())
}

fn place(folder: &Path) -> PathBuf {
    folder.join("floor.sqlite")
}

/// A csv into a table keyed by objective and day, in one durable transaction, nothing checked.
pub fn keyed_insert(folder: &Path, file: &Path) -> Result<(), Refusal> {
    let path = place(folder);
    if path.exists() {
        fs::remove_file(&path).map_err(broken)?;
    }
    let mut connection = Connection::open(&path).map_err(broken)?;
    connection
        .execute_batch(
            "PRAGMA synchronous=EXTRA;
             CREATE TABLE objective(id INTEGER PRIMARY KEY, code TEXT UNIQUE);
             CREATE TABLE reading(objective INTEGER, period TEXT, value REAL, note TEXT,
                                  PRIMARY KEY(objective, period)) WITHOUT ROWID;",
        )
        .map_err(broken)?;
    let transaction = connection.transaction().map_err(broken)?;
    let mut ids: HashMap<String, i64> = HashMap::new();
    {
        let mut insert = transaction.prepare("INSERT INTO reading VALUES(?, ?, ?, ?)").map_err(broken)?;
        let mut reader = csv::Reader::from_path(file).map_err(broken)?;
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row).map_err(broken)? {
            let next = ids.len() as i64;
            let id = match ids.get(&row[0]) {
                Some(id) => *id,
                None => *ids.entry(row[0].to_owned()).or_insert(next),
            };
            let value: f64 = row[2].parse().map_err(broken)?;
            insert.execute(params![id, &row[1], value, &row[3]]).map_err(broken)?;
        }
    }
    transaction.commit().map_err(broken)
}

/// Opens the floor's file and reads the newest value of every objective and 24 values of the first 40.
pub fn first_screen(folder: &Path) -> Result<(), Refusal> {
    let connection = Connection::open(place(folder)).map_err(broken)?;
    let newest = "SELECT objective, max(period), value FROM reading GROUP BY objective";
    let mut count = read_all(&connection, newest, [])?;
    for objective in 0..40 {
        let series = "SELECT period, value, 0 FROM reading WHERE objective = ? ORDER BY period DESC LIMIT 24";
        count += read_all(&connection, series, [objective])?;
    }
    if count == 0 { Err(broken("the floor's file is empty")) } else { Ok(()) }
}

/// Every value of one objective.
pub fn one_series(folder: &Path, objective: usize) -> Result<(), Refusal> {
    let connection = Connection::open(place(folder)).map_err(broken)?;
    let series = "SELECT period, value, 0 FROM reading WHERE objective = ? ORDER BY period";
    read_all(&connection, series, [objective as i64]).map(drop)
}

fn read_all<const N: usize>(connection: &Connection, sql: &str, key: [i64; N]) -> Result<usize, Refusal> {
    let mut statement = connection.prepare_cached(sql).map_err(broken)?;
    let mut rows = statement.query(rusqlite::params_from_iter(key)).map_err(broken)?;
    let mut count = 0;
    while rows.next().map_err(broken)?.is_some() {
        count += 1;
    }
    Ok(count)
}

/// Reads and hashes a file once.
pub fn hash(file: &Path) -> Result<(), Refusal> {
    let bytes = fs::read(file).map_err(broken)?;
    let digest = Sha256::digest(&bytes);
    if digest.iter().all(|byte| *byte == 0) { Err(broken("no hash")) } else { Ok(()) }
}
