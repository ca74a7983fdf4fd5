//! Numbered schema steps on `user_version`. A released step is never edited; before a newer one runs, a verified
//! backup lies beside the file.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::connection::{APPLICATION_ID, in_memory};
use super::{StoreError, backup};
use crate::domain::journal::hex;

/// The steps of this program, the first makes an empty file a register.
const STEPS: &[&str] = &[
    include_str!("../../assets/migrations/0001_register.sql"),
    include_str!("../../assets/migrations/0002_clause.sql"),
    include_str!("../../assets/migrations/0003_full_screen.sql"),
    include_str!("../../assets/migrations/0004_meetings.sql"),
];

/// The schema version this program writes.
pub(super) const CURRENT: u32 = STEPS.len() as u32;

/// Runs every step on an empty file, inside the caller's transaction.
pub(super) fn create_schema(conn: &Connection) -> Result<(), StoreError> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    run(conn, STEPS, 0)
}

/// Brings an older register to this program's schema. Returns the backup made before, where one was needed.
pub(super) fn bring_up(conn: &Connection, path: &Path) -> Result<Option<PathBuf>, StoreError> {
    bring_up_by(conn, path, STEPS)
}

/// Whether a register was written by an earlier schema.
pub(super) fn is_older(conn: &Connection) -> Result<bool, StoreError> {
    Ok(version(conn)? < CURRENT)
}

/// A private copy of an older register with this program's schema; the register itself stays as it is.
pub(super) fn newer_copy(conn: &Connection) -> Result<Connection, StoreError> {
    let copy = backup::private_copy(conn)?;
    run(&copy, STEPS, version(&copy)?)?;
    Ok(copy)
}

fn bring_up_by(conn: &Connection, path: &Path, steps: &[&str]) -> Result<Option<PathBuf>, StoreError> {
    let have = version(conn)?;
    if have as usize >= steps.len() {
        return Ok(None);
    }
    let kept = free_name(path, have);
    backup::copy_checked(conn, &kept)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    // Another session may have been faster between the look and the lock.
    let done = version(conn).and_then(|have| run(conn, steps, have));
    conn.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done.map(|()| Some(kept))
}

fn run(conn: &Connection, steps: &[&str], have: u32) -> Result<(), StoreError> {
    for step in steps.iter().skip(have as usize) {
        conn.execute_batch(step)?;
    }
    Ok(conn.pragma_update(None, "user_version", steps.len() as u32)?)
}

fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// `register.sixtwo.schema-1`, with a number behind it where that is taken.
fn free_name(path: &Path, have: u32) -> PathBuf {
    let named = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".schema-{have}{suffix}"));
        PathBuf::from(name)
    };
    let numbered = (2..).map(|n| named(&format!(".{n}")));
    std::iter::once(named("")).chain(numbered).find(|p| !p.exists()).unwrap_or_else(|| named(""))
}

/// SHA-256 over every definition of the schema, in hex.
pub(super) fn fingerprint(conn: &Connection) -> Result<String, StoreError> {
    let mut digest = Sha256::new();
    let mut statement =
        conn.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..4 {
            let text = row.get_ref(column)?.as_str().unwrap_or_default();
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text);
        }
    }
    Ok(hex(&digest.finalize()))
}

/// The fingerprint a sound register has.
pub(super) fn expected_fingerprint() -> Result<String, StoreError> {
    let conn = in_memory()?;
    create_schema(&conn)?;
    fingerprint(&conn)
}

#[cfg(test)]
mod tests {
    use super::super::{Access, Envelope, Register, Store};
    use super::*;
    use crate::domain::operation::Operation;

    fn register() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("register.sixtwo");
        let envelope = Envelope {
            op: Operation::RegisterCreate,
            op_id: [7; 16],
            at: "2026-11-23T09:00:00Z".to_owned(),
            offset_minutes: 0,
            today: "2026-11-23".parse().expect("a day"),
            actor: "Ines".to_owned(),
            os_user: "ines".to_owned(),
            app: "sixtwo test".to_owned(),
            clock_set: false,
            reason: String::new(),
            undoes: None,
        };
        let register = Register {
            uuid: "0193d5a0-0000-7000-8000-000000000001".to_owned(),
            organization: "Meridian Clinics".to_owned(),
            demo: false,
            created_at: envelope.at.clone(),
        };
        Store::create(&path, &envelope, &register).expect("a register");
        (dir, path)
    }

    fn next_step(sql: &'static str) -> Vec<&'static str> {
        STEPS.iter().copied().chain([sql]).collect()
    }

    #[test]
    fn a_newer_step_runs_once_behind_a_sound_backup() {
        let (_dir, path) = register();
        let steps = next_step("ALTER TABLE setting ADD COLUMN note TEXT;");
        let conn = Connection::open(&path).expect("the register");
        let kept = bring_up_by(&conn, &path, &steps).expect("a migration").expect("a backup");
        assert_eq!(version(&conn), Ok(CURRENT + 1));
        assert!(conn.prepare("SELECT note FROM setting").is_ok());
        let old = Store::open(&kept, Access::ReadOnly).expect("the backup");
        assert_eq!(old.verify(false).map(|report| report.findings), Ok(vec![]));
        assert_eq!(bring_up_by(&conn, &path, &steps), Ok(None), "it is up to date now");
        drop(conn);
        assert!(matches!(Store::open(&path, Access::Write), Err(StoreError::Newer(_, newer)) if newer == CURRENT + 1));
    }

    #[test]
    fn a_failing_step_changes_nothing() {
        let (dir, path) = register();
        let steps = next_step("CREATE TABLE fresh (x); INSERT INTO nowhere VALUES (1);");
        let conn = Connection::open(&path).expect("the register");
        assert!(bring_up_by(&conn, &path, &steps).is_err());
        assert_eq!(version(&conn), Ok(CURRENT));
        assert!(conn.prepare("SELECT * FROM fresh").is_err());
        drop(conn);
        assert!(Store::open(&path, Access::Write).is_ok());
        assert_eq!(std::fs::read_dir(dir.path()).expect("a directory").count(), 2, "the backup stays");
        assert_eq!(free_name(&path, CURRENT), dir.path().join(format!("register.sixtwo.schema-{CURRENT}.2")));
    }
}
