//! The list as a whole, read: its editions, what the next one would hold, what changed between two.

use std::collections::HashMap;

use super::approve::{members, waits};
use super::open;
use super::tell::no_edition;
use super::view::{EditionDiff, EditionView, EditionsPicture, NextEdition, Waiting};
use crate::app::approvals::{late_line, start_of_judging};
use crate::app::lens::{Look, rules_through};
use crate::app::objectives::may_be_in_force;
use crate::app::view::Lens;
use crate::app::{Refusal, Session};
use crate::domain::ahead::content_on;
use crate::domain::communication::{Acknowledgement, Communication};
use crate::domain::difference;
use crate::domain::edition::{Difference, Edition, Member, Past, compare};
use crate::domain::objective::Lifecycle;
use crate::domain::register::Rules;
use crate::domain::version::Version;
use crate::store::{Loaded, Reader};

/// Every objective with its versions, through one look.
pub(super) struct Shelf {
    pub objectives: Vec<Loaded>,
    versions: HashMap<i64, Vec<Version>>,
}

impl Shelf {
    pub(super) fn of(reader: &Reader, look: &Look) -> Result<Shelf, Refusal> {
        Ok(Shelf { objectives: reader.objectives(&look.sight)?, versions: reader.all_versions(&look.sight)? })
    }

    pub(super) fn versions(&self, loaded: &Loaded) -> &[Version] {
        self.versions.get(&loaded.id).map(Vec::as_slice).unwrap_or_default()
    }

    fn compare(&self, before: &[Member], after: &[Member]) -> Vec<Difference> {
        let pasts: Vec<Past<'_>> = self
            .objectives
            .iter()
            .map(|loaded| Past {
                code: &loaded.objective.code,
                versions: self.versions(loaded),
                closing: loaded.objective.closing.as_ref(),
            })
            .collect();
        compare(before, after, &pasts)
    }
}

impl Session {
    /// The approved editions, newest first.
    pub fn editions(&mut self, lens: Lens) -> Result<Vec<EditionView>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            editions(reader, &look, &Shelf::of(reader, &look)?)
        })
    }

    /// One edition; the newest where no number is given.
    pub fn edition(&mut self, number: Option<i64>, lens: Lens) -> Result<EditionView, Refusal> {
        let editions = self.editions(lens)?;
        let newest = editions.first().map_or(0, |view| view.edition.number);
        let wanted = number.unwrap_or(newest.max(1));
        editions.into_iter().find(|view| view.edition.number == wanted).ok_or_else(|| no_edition(wanted, newest))
    }

    /// What an approval today would make, and what stands in its way.
    pub fn next_edition(&mut self) -> Result<NextEdition, Refusal> {
        self.store.read(|reader| {
            let look = self.look(Lens::default(), reader)?;
            let rules = rules_through(reader, &look)?;
            let last = reader.records::<Edition>(&look.sight)?.pop();
            next(&look, &rules, &Shelf::of(reader, &look)?, last.as_ref())
        })
    }

    /// Two editions compared, or one with the list in force now.
    pub fn edition_diff(&mut self, from: i64, to: Option<i64>) -> Result<EditionDiff, Refusal> {
        self.store.read(|reader| {
            let look = self.look(Lens::default(), reader)?;
            let editions = reader.records::<Edition>(&look.sight)?;
            let newest = editions.last().map_or(0, |edition| edition.number);
            let members_of = |number: i64| {
                let found = editions.iter().find(|edition| edition.number == number);
                found.map(|edition| edition.members.clone()).ok_or_else(|| no_edition(number, newest))
            };
            let shelf = Shelf::of(reader, &look)?;
            let before = members_of(from)?;
            let after = match to {
                Some(number) => members_of(number)?,
                None => members(&shelf.objectives),
            };
            Ok(EditionDiff { from, to, lines: shelf.compare(&before, &after) })
        })
    }

    /// Everything the screen of the list shows.
    pub fn editions_picture(&mut self, lens: Lens) -> Result<EditionsPicture, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let rules = rules_through(reader, &look)?;
            let shelf = Shelf::of(reader, &look)?;
            let editions = editions(reader, &look, &shelf)?;
            let next = next(&look, &rules, &shelf, editions.first().map(|view| &view.edition))?;
            let open = open::unconfirmed(reader, &look, &rules, &shelf)?;
            Ok(EditionsPicture { editions, next, open })
        })
    }
}

fn editions(reader: &Reader, look: &Look, shelf: &Shelf) -> Result<Vec<EditionView>, Refusal> {
    let editions = reader.records::<Edition>(&look.sight)?;
    let communications = reader.records::<Communication>(&look.sight)?;
    let acknowledgements = reader.records::<Acknowledgement>(&look.sight)?;
    let mut views = Vec::with_capacity(editions.len());
    let mut before: &[Member] = &[];
    for edition in &editions {
        let number = Some(edition.number);
        views.push(EditionView {
            lines: shelf.compare(before, &edition.members),
            told: communications.iter().filter(|c| c.edition == number).cloned().collect(),
            confirmed: acknowledgements.iter().filter(|a| a.edition == number).cloned().collect(),
            edition: edition.clone(),
        });
        before = &edition.members;
    }
    views.reverse();
    Ok(views)
}

fn next(look: &Look, rules: &Rules, shelf: &Shelf, last: Option<&Edition>) -> Result<NextEdition, Refusal> {
    let waiting: Vec<Waiting> =
        shelf.objectives.iter().filter(|l| waits(l)).filter_map(|l| waiting(look, rules, shelf, l)).collect();
    let mut after = members(&shelf.objectives);
    for ready in waiting.iter().filter(|w| w.problems.is_empty()) {
        after.retain(|member| member.code != ready.code);
        after.push(Member { code: ready.code.clone(), version: ready.version });
    }
    let unapproved = |loaded: &&Loaded| {
        let current = shelf.versions(loaded).iter().find(|version| Some(version.number) == loaded.in_force);
        loaded.objective.lifecycle == Lifecycle::InForce && current.is_some_and(|v| v.approved_on.is_none())
    };
    let before = last.map(|edition| edition.members.as_slice()).unwrap_or_default();
    Ok(NextEdition {
        number: last.map_or(1, |edition| edition.number + 1),
        lines: shelf.compare(before, &after),
        members: after.len(),
        unapproved: shelf.objectives.iter().filter(unapproved).map(|l| l.objective.code.clone()).collect(),
        waiting,
    })
}

fn waiting(look: &Look, rules: &Rules, shelf: &Shelf, loaded: &Loaded) -> Option<Waiting> {
    let versions = shelf.versions(loaded);
    let draft = versions.iter().find(|version| version.draft)?;
    let before = content_on(versions, look.today);
    let code = loaded.objective.code.clone();
    let complete = may_be_in_force(&code, &draft.definition, rules);
    let in_time = before.map_or(Ok(()), |before| {
        let from = start_of_judging(loaded, rules, look.today);
        late_line(&code, &before.definition, &draft.definition, from)
    });
    Some(Waiting {
        title: draft.definition.title.clone(),
        before: before.map(|version| version.number),
        version: draft.number,
        changes: before.map(|v| difference::between(&v.definition, &draft.definition)).unwrap_or_default(),
        reason: draft.reason.clone(),
        cause: draft.cause,
        series: draft.series,
        problems: [complete, in_time].into_iter().filter_map(Result::err).flat_map(problems).collect(),
        code,
    })
}

/// Each field's problem as a clause of its own.
fn problems(refusal: Refusal) -> Vec<String> {
    match refusal.fields.as_slice() {
        [] => vec![refusal.message],
        fields => fields.iter().map(|problem| format!("{}: {}", problem.field, problem.message)).collect(),
    }
}
