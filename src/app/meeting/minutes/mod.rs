//! Minutes in the making: what a meeting would freeze if it closed now. A screen draws them, the read-back reads them,
//! closing freezes them.

mod changes;
mod gather;
mod items;

use gather::Gathered;

use super::corrections::corrections;
use crate::app::due;
use crate::app::lens::Look;
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::session::Session;
use crate::app::view::{Lens, Overview, Row};
use crate::domain::minutes::{LastMeeting, MinutedNote, Minutes, MissingReading, SCHEMA, StatusMove, parse};
use crate::domain::objective::Lifecycle;
use crate::domain::review::{Acceptance, Preparation, Prepared, Review, ReviewKind, Stage, acceptance};
use crate::domain::snapshot::{count_freshness, count_status};
use crate::domain::status::Status;
use crate::store::Reader;

impl Session {
    /// The minutes of a closed meeting, as they were frozen.
    pub fn minutes(&mut self, number: i64) -> Result<Minutes, Refusal> {
        let bytes = self.minutes_json(number)?;
        parse(&bytes).map_err(|error| {
            Refusal::new(RefusalKind::Broken, format!("the minutes of review {number} cannot be read: {error}"))
        })
    }

    /// The canonical JSON of a closed meeting's minutes, as it was frozen.
    pub fn minutes_json(&mut self, number: i64) -> Result<Vec<u8>, Refusal> {
        let review = self.review(number)?.review;
        if review.stage() != Stage::Closed {
            return Err(Refusal::invalid(format!(
                "review {number} of {} is not closed; it has no minutes yet",
                review.date
            ))
            .next("close it first"));
        }
        self.store.reader().minutes_bytes(number)?.ok_or_else(|| {
            Refusal::not_found(format!("review {number} was closed before minutes were frozen"))
                .next(format!("`sixtwo review show {number}` tells what was said in it"))
        })
    }

    /// What the minutes of a meeting would hold if it closed now: what its screen draws and what is read back. For a
    /// planned meeting, what it would open with. A closed one answers with its frozen minutes.
    pub fn read_back(&mut self, number: i64) -> Result<Minutes, Refusal> {
        let review = self.review(number)?.review;
        match review.stage() {
            Stage::Closed => self.minutes(number),
            Stage::Planned | Stage::Running => {
                let actor = self.env.actor.clone();
                self.store.read(|reader| {
                    let look = self.look(Lens::default(), reader)?;
                    let overview = self.picture(reader, &look)?;
                    draft(reader, &look, &overview, &review, &actor)
                })
            }
        }
    }
}

fn draft(reader: &Reader, look: &Look, overview: &Overview, review: &Review, actor: &str) -> Result<Minutes, Refusal> {
    let gathered = Gathered::of(reader, look, review)?;
    let before = gathered.before(reader)?;
    let listed = overview.rows.iter().filter(|row| row.objective.lifecycle != Lifecycle::Draft);
    let statuses = overview.rows.iter().map(|row| row.judgement.status);
    let in_force = listed.clone().filter(|row| row.judgement.status != Status::Retired);
    let moves = in_force.clone().filter_map(|row| {
        let then = before.status_of(row.code());
        let moved = gathered.last.is_some() && then != Some(row.judgement.status);
        moved.then(|| StatusMove {
            code: row.code().to_owned(),
            title: row.objective.definition.title.clone(),
            before: then,
            now: row.judgement.status,
        })
    });
    let mut corrections = corrections(reader, &look.sight, &overview.rules)?;
    corrections.retain(|note| note.answer.as_ref().is_none_or(|answer| answer.review == review.number));
    let calendar = overview.rules.calendar;
    Ok(Minutes {
        schema: SCHEMA.to_owned(),
        number: review.number,
        kind: review.kind,
        organization: overview.organization.clone(),
        demo: overview.demo,
        register: reader.register()?.uuid,
        date: review.date,
        host: review.host.clone(),
        attendees: review.attendees.clone(),
        opened_at: review.started_at.clone().unwrap_or_default(),
        closed_at: String::new(),
        closed_by: actor.to_owned(),
        as_of: overview.as_of,
        fiscal_year: calendar.year_label(calendar.year_of(overview.as_of)),
        edition: overview.edition,
        seq: overview.seq,
        head: overview.head.clone(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        last: gathered.last.as_ref().map(|last| LastMeeting { number: last.number, kind: last.kind, date: last.date }),
        by_status: count_status(statuses),
        by_status_before: before.counts(),
        by_freshness: count_freshness(in_force.clone().map(|row| row.judgement.freshness)),
        corrections,
        carried: gathered.carried(overview.as_of),
        missing: missing(overview),
        status_changes: moves.collect(),
        items: items::items(overview, review, &gathered),
        accepted: accepted(overview, &gathered),
        notes: gathered.notes.iter().map(MinutedNote::from).collect(),
        preparations: preparations(overview, review, &gathered),
        actions: gathered.agreed(overview.as_of),
        changes: changes::changes(reader, look, overview, review, &gathered)?,
        assessment: review.assessment.clone(),
        assessment_on: review.assessment_on,
        refresh: review.refresh.clone(),
        no_change: review.no_change.clone(),
        next_date: review.next_date,
    })
}

fn missing(overview: &Overview) -> Vec<MissingReading> {
    let waiting = due::waiting(overview).into_iter();
    let told = waiting.map(|item| MissingReading {
        code: item.code,
        title: item.title,
        who: item.who,
        label: item.label,
        last_day: item.last_day,
        freshness: item.freshness,
        missed_periods: item.missed_periods,
    });
    told.collect()
}

fn accepted(overview: &Overview, gathered: &Gathered) -> Vec<Acceptance> {
    let of = |row: &Row| acceptance(gathered.decisions_on(row.code()), overview.as_of);
    overview.rows.iter().filter(|row| row.judgement.status.is_exception()).filter_map(of).collect()
}

/// What is prepared, and for a management review every objective that lags, whether something is prepared or not.
fn preparations(overview: &Overview, review: &Review, gathered: &Gathered) -> Vec<Prepared> {
    let told = |row: &Row| {
        let written = gathered.preparations.iter().find(|preparation| preparation.objective == row.id);
        let lags = review.kind == ReviewKind::Management && row.judgement.status.is_exception();
        let text = |pick: fn(&Preparation) -> &String| written.map(pick).cloned().unwrap_or_default();
        (lags || written.is_some()).then(|| Prepared {
            code: row.code().to_owned(),
            title: row.objective.definition.title.clone(),
            cause: text(|written| &written.cause),
            options: text(|written| &written.options),
            wanted: text(|written| &written.wanted),
            by: text(|written| &written.stated_by),
        })
    };
    overview.rows.iter().filter_map(told).collect()
}
