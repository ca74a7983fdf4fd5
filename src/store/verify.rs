//! Does the file still say what was entered? The chain first, then every row against a replay.

use rusqlite::Connection;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::connection::heed_stop;
use super::replay::{Entry, Replay, each_entry};
use super::shapes::Verification;
use super::{StoreError, compare, migrate, trail, transact};
use crate::domain::journal::{GENESIS, chain_hash, hex};

/// Checks the chain, the numbering of parts and the stored head.
pub(super) fn quick(conn: &Connection) -> Verification {
    let mut report = Verification::default();
    let mut chain = Chain::new();
    let walked = each_entry(conn, u64::MAX, |entry| {
        chain.check(&entry, &mut report.findings);
        Ok(())
    });
    note(&mut report, "the journal", walked);
    chain.end(conn, &mut report);
    report
}

/// As [`quick`], then the schema, SQLite's own checks, kept bytes, stored inputs, and every row against a replay.
pub(super) fn full(conn: &Connection) -> Verification {
    let mut report = Verification::default();
    let sound = database_checks(conn, &mut report);
    note(&mut report, "the database file", sound);
    let rebuilt = rebuild(conn, &mut report);
    note(&mut report, "the journal", rebuilt);
    let kept = kept_bytes(conn, &mut report);
    note(&mut report, "kept bytes", kept);
    report
}

fn note(report: &mut Verification, what: &str, outcome: Result<(), StoreError>) {
    if let Err(error) = outcome {
        report.findings.push(format!("{what} could not be checked to the end: {error}"));
    }
}

fn rebuild(conn: &Connection, report: &mut Verification) -> Result<(), StoreError> {
    // A database without a name lives in a temporary file of SQLite's own and vanishes with the connection.
    let mut target = Connection::open("")?;
    heed_stop(&mut target)?;
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; BEGIN")?;
    let mut replay = Some(Replay::into(&target)?);
    let mut chain = Chain::new();
    let walked = each_entry(conn, u64::MAX, |entry| {
        chain.check(&entry, &mut report.findings);
        if let Some(running) = &mut replay
            && let Err(error) = running.apply(&entry)
        {
            report.findings.push(format!("the replay stopped, so rows were not compared: {error}"));
            replay = None;
        }
        Ok(())
    });
    note(report, "the journal", walked);
    chain.end(conn, report);
    if replay.is_some() {
        compare::tables(conn, &target, report)?;
    }
    Ok(())
}

/// The chain as far as it was followed.
struct Chain {
    hash: [u8; 32],
    seq: u64,
    /// The operation whose further parts are awaited, and its last part so far.
    awaited: Option<(Vec<u8>, u32)>,
}

/// What every payload says about itself.
#[derive(Deserialize)]
struct Frame {
    op_id: String,
    part: u32,
    parts: u32,
}

impl Chain {
    fn new() -> Chain {
        Chain { hash: GENESIS, seq: 0, awaited: None }
    }

    fn check(&mut self, entry: &Entry, findings: &mut Vec<String>) {
        let seq = entry.seq;
        if seq != self.seq + 1 {
            findings.push(format!("entry {}: missing, entry {seq} follows entry {}", self.seq + 1, self.seq));
        }
        let expected = chain_hash(&self.hash, &entry.payload);
        if entry.hash != expected {
            let (stored, expected) = (hex(&entry.hash), hex(&expected));
            findings.push(format!("entry {seq}: its hash is {stored}, its text and the entry before give {expected}"));
        }
        self.check_frame(entry, findings);
        // Going on from what is stored shows each broken place once instead of every entry after it.
        self.hash = entry.hash.as_slice().try_into().unwrap_or(expected);
        self.seq = seq;
    }

    fn check_frame(&mut self, entry: &Entry, findings: &mut Vec<String>) {
        let seq = entry.seq;
        match serde_json::from_slice::<Frame>(&entry.payload) {
            Err(error) => findings.push(format!("entry {seq}: its text cannot be read ({error})")),
            Ok(frame) => {
                let op_id = uuid::Uuid::from_slice(&entry.op_id).map(|id| id.to_string()).unwrap_or_default();
                if (frame.op_id.as_str(), frame.part, frame.parts) != (op_id.as_str(), entry.part, entry.parts) {
                    findings.push(format!("entry {seq}: its row names another operation or part than its text"));
                }
            }
        }
        let wanted = match self.awaited.take() {
            Some((op_id, part)) if op_id == entry.op_id => part + 1,
            Some(_) => {
                findings.push(format!("entry {seq}: the operation before it lacks its last parts"));
                1
            }
            None => 1,
        };
        if entry.part != wanted {
            findings
                .push(format!("entry {seq}: it is part {} of its operation, part {wanted} was to come", entry.part));
        }
        match entry.parts {
            0 => self.awaited = Some((entry.op_id.clone(), entry.part)),
            parts if parts != entry.part => {
                findings.push(format!("entry {seq}: it ends an operation of {parts} parts as part {}", entry.part));
            }
            _ => {}
        }
    }

    fn end(self, conn: &Connection, report: &mut Verification) {
        if self.awaited.is_some() {
            report.findings.push(format!("entry {}: its operation lacks its last parts", self.seq));
        }
        match transact::head(conn) {
            Ok((seq, hash)) if (seq, hash) != (self.seq, self.hash) => report.findings.push(format!(
                "the stored head is entry {seq} with hash {}, the journal ends with entry {} and hash {}",
                hex(&hash),
                self.seq,
                hex(&self.hash)
            )),
            Ok(_) => {}
            Err(error) => report.findings.push(format!("the stored head cannot be read: {error}")),
        }
        report.covered.push(format!("the chain of {} journal entries and their numbering", grouped(self.seq)));
        report.seq = self.seq;
        report.head = hex(&self.hash);
    }
}

fn database_checks(conn: &Connection, report: &mut Verification) -> Result<(), StoreError> {
    if migrate::fingerprint(conn)? != migrate::expected_fingerprint()? {
        report.findings.push("the tables, indexes or triggers are not those of this schema".to_owned());
    }
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    report.findings.extend(lines.into_iter().filter(|line| line != "ok").map(|line| format!("the file: {line}")));
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, named): (String, String) = (row.get(0)?, row.get(2)?);
        report.findings.push(format!("a row of {table} names a row of {named} that is not there"));
    }
    report.covered.push("the schema, the structure of the file and its references".to_owned());
    Ok(())
}

fn kept_bytes(conn: &Connection, report: &mut Verification) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT sha256, bytes FROM blob")?;
    let mut rows = statement.query([])?;
    let mut blobs = 0;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let found = hex(&Sha256::digest(row.get_ref(1)?.as_blob().unwrap_or_default()));
        if found != name {
            report.findings.push(format!("kept bytes {name}: they hash to {found}"));
        }
        blobs += 1;
    }
    let mut statement =
        conn.prepare("SELECT id, hash FROM snapshot WHERE hash NOT IN (SELECT sha256 FROM blob) ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, hash): (i64, String) = (row.get(0)?, row.get(1)?);
        report.findings.push(format!("snapshot {number}: its bytes {hash} are not there"));
    }
    let mut statement = conn.prepare(
        "SELECT id, minutes_hash FROM review
         WHERE minutes_hash IS NOT NULL AND minutes_hash NOT IN (SELECT sha256 FROM blob) ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, hash): (i64, String) = (row.get(0)?, row.get(1)?);
        report.findings.push(format!("review {number}: its minutes {hash} are not there"));
    }
    let mut statement = conn.prepare("SELECT objective, rules_version, body FROM trail ORDER BY objective")?;
    let mut rows = statement.query([])?;
    let mut trails = 0;
    while let Some(row) = rows.next()? {
        let (objective, version): (i64, u32) = (row.get(0)?, row.get(1)?);
        if !trail::is_intact(objective, version, row.get_ref(2)?.as_blob().unwrap_or_default()) {
            report.findings.push(format!("objective {objective}: the stored inputs of its status were changed"));
        }
        trails += 1;
    }
    report.covered.push(format!(
        "{} kept documents, the stored inputs of {} statuses",
        grouped(blobs),
        grouped(trails)
    ));
    Ok(())
}

/// `1482` as `1,482`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
