//! Everything about one objective.

use super::editions::open::Known;
use super::lens::{Look, rules_through};
use super::overview;
use super::refusal::Refusal;
use super::session::Session;
use super::sources::{Because, becauses, becauses_of};
use super::view::{Dossier, Lens, Overview, Predecessor, Row, WorstChild};
use super::write::{codes, unknown_code};
use crate::domain::progress;
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::domain::review::Decision;
use crate::domain::statistics::breaks::breaks;
use crate::domain::statistics::insight;
use crate::domain::trace::{Pursuer, Source, Trace};
use crate::domain::verdict::standings;
use crate::store::Reader;

impl Session {
    /// Everything about one objective.
    pub fn dossier(&mut self, code: &str, lens: Lens) -> Result<Dossier, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let rules = rules_through(reader, &look)?;
            of_one(reader, &look, &rules, code)
        })
    }

    /// The register in one look with everything about every objective, both of one moment: for papers.
    pub(super) fn whole(&mut self, lens: Lens) -> Result<(Overview, Vec<Dossier>), Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let overview = self.picture(reader, &look)?;
            let known = Known::of_all(reader, &look)?;
            let rows = &overview.rows;
            let sources: Vec<Source> = reader.records(&look.sight)?;
            let trace = Trace::of(rows.iter().map(|row| Pursuer::of(&row.objective)), &sources);
            let of = |(place, row): (usize, &Row)| {
                progress::step("reading objective", place + 1, rows.len())?;
                let serves = becauses_of(&trace, place, &sources, |place| rows[place].code().to_owned());
                assemble(reader, &look, &overview.rules, row.clone(), rows, &known, serves)
            };
            let dossiers = rows.iter().enumerate().map(of).collect::<Result<_, _>>()?;
            Ok((overview, dossiers))
        })
    }
}

/// Everything about one objective, inside a read that goes on.
pub(super) fn of_one(reader: &Reader, look: &Look, rules: &Rules, code: &str) -> Result<Dossier, Refusal> {
    match overview::branch(reader, look, rules, code)? {
        Some(branch) => {
            let known = Known::of_one(reader, look, branch[0].id)?;
            let serves = becauses(reader, look, &branch[0])?;
            assemble(reader, look, rules, branch[0].clone(), &branch, &known, serves)
        }
        None if reader.id_of(code.trim())?.is_some() => Err(not_shown(code, look)),
        None => Err(unknown_code(code, codes(reader, &look.sight)?)),
    }
}

fn assemble(
    reader: &Reader,
    look: &Look,
    rules: &Rules,
    row: Row,
    rows: &[Row],
    known: &Known,
    serves: Vec<Because>,
) -> Result<Dossier, Refusal> {
    let (id, sight) = (row.id, look.sight);
    let readings = reader.readings(id, &sight)?;
    let standings = standings(&row.objective, &readings, row.rhythm(rules), look.as_of);
    let versions = reader.versions(id, &sight)?;
    let breaks = breaks(&versions, look.as_of);
    Ok(Dossier {
        insight: insight(&row.objective, &row.judgement, &standings, &breaks, rules, look.as_of),
        as_of: look.as_of,
        standings,
        not_measured: reader.not_measured(id, &sight)?,
        criteria_done: row.objective.criteria_done.clone(),
        decisions: with_decisions_on_readings(reader.decisions(&sight, Some(id))?, &readings, row.code()),
        actions: reader.actions(&sight, Some(id))?,
        awareness: known.awareness(&row, &versions, look),
        predecessor: predecessor(reader, look, rules, row.code())?.map(Box::new),
        versions,
        children: children(rows, row.code()),
        serves,
        readings,
        rules: rules.clone(),
        row,
    })
}

/// The objective this one took the place of, with what was measured there; of several the one closed last.
fn predecessor(reader: &Reader, look: &Look, rules: &Rules, code: &str) -> Result<Option<Predecessor>, Refusal> {
    let Some(id) = reader.replaced_by(code, &look.sight)?.pop() else { return Ok(None) };
    let Some(old) = reader.objective(id, &look.sight)?.map(|loaded| loaded.objective) else { return Ok(None) };
    let readings = reader.readings(id, &look.sight)?;
    let standings = standings(&old, &readings, old.definition.rhythm(rules.calendar), look.as_of);
    let closed = old.closing.filter(|closing| closing.successor.eq_ignore_ascii_case(code));
    Ok(closed.map(|closing| Predecessor {
        code: old.code,
        definition: old.definition,
        closing,
        standards: old.standards,
        standings,
    }))
}

/// A decision may stand on a reading (entered with it, or from a file) or in a meeting; people ask for both at once.
/// Newest first.
pub(super) fn with_decisions_on_readings(
    mut decisions: Vec<Decision>,
    readings: &[Reading],
    code: &str,
) -> Vec<Decision> {
    for reading in readings.iter().filter(|r| r.voided_seq.is_none()) {
        let Some(kind) = reading.decision else { continue };
        let told = decisions.iter().any(|d| d.measured_on == Some(reading.measured_on) && d.kind == kind);
        if !told {
            decisions.push(Decision {
                id: 0,
                code: code.to_owned(),
                review: None,
                on: reading.known_from,
                kind,
                text: String::new(),
                by: reading.evaluated_by.clone(),
                approver: String::new(),
                until: None,
                measured_on: Some(reading.measured_on),
            });
        }
    }
    decisions.sort_by_key(|d| std::cmp::Reverse((d.on, d.id)));
    decisions
}

fn children(rows: &[Row], code: &str) -> Vec<WorstChild> {
    rows.iter()
        .filter(|child| child.objective.definition.parent.eq_ignore_ascii_case(code))
        .map(|child| WorstChild {
            code: child.code().to_owned(),
            status: child.judgement.status,
            freshness: child.judgement.freshness,
            contradicts: false,
        })
        .collect()
}

/// The objective is there, but a look back goes to before it was, or it is a draft and others look on.
fn not_shown(code: &str, look: &Look) -> Refusal {
    let code = code.trim().to_uppercase();
    if look.sight.past {
        return Refusal::not_found(format!("{code} was not in the register then"))
            .next("name a later day or journal number");
    }
    Refusal::not_found(format!("{code} is a draft, and drafts are not shown to others"))
}
