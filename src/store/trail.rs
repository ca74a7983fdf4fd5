//! Stored inputs of a status: packed small, because the first paint reads one per objective.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::StoreError;
use crate::domain::period::{Date, Period};
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::{Standing, Verdict};
use crate::domain::status::{Counts, Trail};

/// Raised whenever the rules that make a trail change: trails of an earlier program are then not used.
pub(super) const RULES_VERSION: u32 = 1;

/// Bytes of the digest that ends a body: a changed byte must show, and nothing else vouches for a trail.
const SEAL: usize = 8;

pub(super) fn store(conn: &Connection, objective: i64, trail: &Trail) -> Result<(), StoreError> {
    let mut body = pack(trail);
    let seal = seal(objective, RULES_VERSION, &body);
    body.extend_from_slice(&seal);
    conn.prepare_cached(
        "INSERT INTO trail (objective, rules_version, body) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET rules_version = excluded.rules_version, body = excluded.body",
    )?
    .execute(params![objective, RULES_VERSION, body])?;
    Ok(())
}

pub(super) fn load(conn: &Connection, objective: i64) -> Result<Option<Trail>, StoreError> {
    let found: Option<(u32, Vec<u8>)> = conn
        .prepare_cached("SELECT rules_version, body FROM trail WHERE objective = ?1")?
        .query_row([objective], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.and_then(|(version, body)| read(version, &body)))
}

/// The trail of a stored body; `None` where other rules made it or it cannot be read: it is then recomputed.
pub(super) fn read(version: u32, body: &[u8]) -> Option<Trail> {
    let packed = body.len().checked_sub(SEAL).map(|end| &body[..end])?;
    if version == RULES_VERSION { unpack(packed) } else { None }
}

/// Whether a stored body is the one that was stored.
pub(super) fn is_intact(objective: i64, version: u32, body: &[u8]) -> bool {
    body.len().checked_sub(SEAL).is_some_and(|end| seal(objective, version, &body[..end]) == body[end..])
}

fn seal(objective: i64, version: u32, packed: &[u8]) -> [u8; SEAL] {
    let named = Sha256::new().chain_update(objective.to_be_bytes()).chain_update(version.to_be_bytes());
    let digest = named.chain_update(packed).finalize();
    let mut seal = [0; SEAL];
    seal.copy_from_slice(&digest[..SEAL]);
    seal
}

fn pack(trail: &Trail) -> Vec<u8> {
    let mut out = Vec::with_capacity(12 + trail.recent.len() * 40);
    for count in [trail.older.readings, trail.older.met, trail.older.na] {
        out.extend_from_slice(&count.to_le_bytes());
    }
    for standing in &trail.recent {
        for date in [standing.period.start, standing.period.end, standing.measured_on] {
            out.extend_from_slice(&days(date).to_le_bytes());
        }
        out.extend_from_slice(&standing.days_after.to_le_bytes());
        out.push(Verdict::ALL.iter().position(|v| *v == standing.verdict).unwrap_or(0) as u8);
        out.push(u8::from(standing.corrected));
        match standing.value {
            Value::Plain(number) => {
                out.push(0);
                pack_decimal(&mut out, number);
            }
            Value::Share { numerator, denominator } => {
                out.push(1);
                pack_decimal(&mut out, numerator);
                pack_decimal(&mut out, denominator);
            }
        }
    }
    out
}

fn days(date: Date) -> i32 {
    use chrono::Datelike;
    date.num_days_from_ce()
}

fn pack_decimal(out: &mut Vec<u8>, number: Decimal) {
    out.push(number.scale());
    out.extend_from_slice(&number.mantissa().to_le_bytes());
}

fn unpack(mut bytes: &[u8]) -> Option<Trail> {
    let input = &mut bytes;
    let older = Counts { readings: number(input)?, met: number(input)?, na: number(input)? };
    let mut recent = Vec::with_capacity(input.len() / 27);
    while !input.is_empty() {
        let period = Period { start: date(input)?, end: date(input)? };
        let (measured_on, days_after) = (date(input)?, number(input)?);
        let [verdict, corrected, kind] = take(input)?;
        let value = match kind {
            0 => Value::Plain(decimal(input)?),
            _ => Value::share(decimal(input)?, decimal(input)?)?,
        };
        let verdict = *Verdict::ALL.get(usize::from(verdict))?;
        recent.push(Standing { period, measured_on, value, verdict, corrected: corrected == 1, days_after });
    }
    Some(Trail { older, recent })
}

fn take<const N: usize>(input: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = input.split_first_chunk::<N>()?;
    *input = rest;
    Some(*head)
}

fn number(input: &mut &[u8]) -> Option<u32> {
    take(input).map(u32::from_le_bytes)
}

fn date(input: &mut &[u8]) -> Option<Date> {
    Date::from_num_days_from_ce_opt(i32::from_le_bytes(take(input)?))
}

fn decimal(input: &mut &[u8]) -> Option<Decimal> {
    let [scale] = take(input)?;
    Decimal::new(i64::from_le_bytes(take(input)?), scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_comes_back_as_it_was_and_a_changed_byte_shows() {
        let day = |d| Date::from_ymd_opt(2026, 10, d).expect("a day of October");
        let standing = |text: &str, verdict| Standing {
            period: Period { start: day(1), end: day(31) },
            measured_on: day(30),
            value: text.parse().expect("a value"),
            verdict,
            corrected: true,
            days_after: 34,
        };
        let recent = vec![standing("-94.96", Verdict::NotMet), standing("45/47", Verdict::Met)];
        let trail = Trail { older: Counts { readings: 7, met: 5, na: 1 }, recent };
        let packed = pack(&trail);
        assert_eq!(unpack(&packed), Some(trail));
        let mut body = packed.clone();
        body.extend_from_slice(&seal(3, 1, &packed));
        assert!(is_intact(3, 1, &body) && !is_intact(4, 1, &body) && !is_intact(3, 2, &body));
        for at in 0..body.len() {
            body[at] ^= 1;
            assert!(!is_intact(3, 1, &body), "byte {at}");
            body[at] ^= 1;
        }
    }
}
