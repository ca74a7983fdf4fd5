//! The register in one look.

use super::lens::{Look, rules_through};
use super::meeting;
use super::refresh;
use super::refusal::Refusal;
use super::session::Session;
use super::view::{Lens, Overview, Row, VersionMark, WorstChild};
use crate::domain::attention::Attention;
use crate::domain::audit::{self, Audit};
use crate::domain::cascade::Cascade;
use crate::domain::progress;
use crate::domain::register::Rules;
use crate::domain::status::{Trail, judge};
use crate::domain::verdict::standings;
use crate::store::{Loaded, Reader};

impl Session {
    /// The register in one look.
    pub fn overview(&mut self, lens: Lens) -> Result<Overview, Refusal> {
        self.store.read(|reader| self.picture(reader, &self.look(lens, reader)?))
    }

    /// The register in one look, inside a read that goes on.
    pub(super) fn picture(&self, reader: &Reader, look: &Look) -> Result<Overview, Refusal> {
        let rules = rules_through(reader, look)?;
        let register = reader.register()?;
        let (seq, head) = reader.head()?;
        let reviews = reader.reviews(&look.sight)?;
        let (open_review, next_review) = meeting::open_of(&reviews);
        let mut overdue_meetings = meeting::calendar_of(reviews, reader, look, &rules)?;
        overdue_meetings.retain(|entry| entry.days_overdue > 0);
        let audits: Vec<Audit> = reader.records(&look.sight)?;
        let actions = reader.actions(&look.sight, None)?;
        let open = actions.iter().filter(|a| a.done_on.is_none_or(|day| day > look.as_of));
        let late = open.clone().filter(|a| a.due.is_some_and(|due| due < look.as_of));
        let rows = rows(reader, look, &rules)?;
        Ok(Overview {
            triggers: refresh::triggers(reader, look, &rules, &rows)?,
            open_refresh: refresh::open_of(reader, &look.sight)?.map(|refresh| refresh.number),
            path: self.path().to_owned(),
            organization: register.organization,
            demo: register.demo,
            read_only: self.is_read_only(),
            as_of: look.as_of,
            today: look.today,
            lens: look.lens,
            showing: self.showing,
            rows,
            rules,
            seq,
            head,
            open_review,
            next_review: next_review.filter(|day| *day >= look.as_of),
            overdue_meetings,
            edition: reader.newest_edition(&look.sight)?,
            next_audit: audit::next(&audits, look.as_of).cloned(),
            open_actions: (open.count() as u32, late.count() as u32),
        })
    }
}

/// What the order of attention reads of each row.
pub(super) fn attention(rows: &[Row]) -> Vec<Attention> {
    rows.iter().map(|row| Attention::of(&row.objective, &row.judgement)).collect()
}

/// Every objective judged, in the order of attention.
pub(super) fn rows(reader: &Reader, look: &Look, rules: &Rules) -> Result<Vec<Row>, Refusal> {
    let objectives = reader.objectives(&look.sight)?;
    let count = objectives.len();
    let mut rows = Vec::with_capacity(count);
    for (at, loaded) in objectives.into_iter().enumerate() {
        progress::step("judging objective", at + 1, count)?;
        rows.push(row(reader, look, rules, loaded)?);
    }
    let attention = attention(&rows);
    add_worst_children(&mut rows, &attention);
    rows.sort_by_cached_key(|row| Attention::of(&row.objective, &row.judgement));
    Ok(rows)
}

/// One objective judged, before every objective below it in the cascade: what its own picture needs, without judging
/// the whole register. `None` where no objective has the code.
pub(super) fn branch(reader: &Reader, look: &Look, rules: &Rules, code: &str) -> Result<Option<Vec<Row>>, Refusal> {
    if look.sight.past {
        // Who contributed to whom then is known only from the whole register as it was.
        let mut rows = rows(reader, look, rules)?;
        let place = rows.iter().position(|row| row.code().eq_ignore_ascii_case(code.trim()));
        return Ok(place.map(|place| {
            rows[..=place].rotate_right(1);
            rows
        }));
    }
    let Some(top) = reader.objective_by_code(code.trim(), &look.sight)? else { return Ok(None) };
    let mut rows = vec![row(reader, look, rules, top)?];
    let mut waiting = 0;
    while waiting < rows.len() {
        for child in reader.children(rows[waiting].code(), &look.sight)? {
            // A circle a file may hold must not turn for ever.
            if rows.iter().all(|known| known.id != child.id) {
                rows.push(row(reader, look, rules, child)?);
            }
        }
        waiting += 1;
    }
    let attention = attention(&rows);
    add_worst_children(&mut rows, &attention);
    rows[1..].sort_by_cached_key(|row| Attention::of(&row.objective, &row.judgement));
    Ok(Some(rows))
}

/// One objective judged.
pub(super) fn row(reader: &Reader, look: &Look, rules: &Rules, loaded: Loaded) -> Result<Row, Refusal> {
    let trail = match loaded.trail {
        Some(trail) => trail,
        None => {
            let readings = reader.readings(loaded.id, &look.sight)?;
            let rhythm = loaded.objective.definition.rhythm(rules.calendar);
            Trail::whole(standings(&loaded.objective, &readings, rhythm, look.as_of))
        }
    };
    Ok(Row {
        id: loaded.id,
        judgement: judge(&loaded.objective, &trail, rules, look.as_of),
        objective: loaded.objective,
        version: VersionMark { in_force: loaded.in_force, draft: loaded.draft, scheduled: loaded.scheduled },
        planned: loaded.planned,
        trail,
        worst_child: None,
        changed_seq: loaded.changed_seq,
    })
}

/// A parent never averages: its worst child stands beside it.
fn add_worst_children(rows: &mut [Row], attention: &[Attention]) {
    let pairs = rows.iter().map(|row| (row.code(), row.objective.definition.parent.as_str()));
    let cascade = Cascade::of(pairs);
    let worst: Vec<Option<WorstChild>> = (0..rows.len())
        .map(|place| {
            let worst = cascade.worst_below(place, attention)?;
            let child = &attention[worst.place];
            Some(WorstChild {
                code: child.code.clone(),
                status: child.status,
                freshness: child.freshness,
                contradicts: worst.contradicts,
            })
        })
        .collect();
    for (row, child) in rows.iter_mut().zip(worst) {
        row.worst_child = child;
    }
}
