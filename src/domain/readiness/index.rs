//! The evidence with its cross references, looked up once: no check walks a list inside a list.

use std::collections::{HashMap, HashSet};

use chrono::Months;

use super::evidence::{Evidence, Subject};
use super::people::People;
use super::table::{self, Check};
use crate::domain::cascade::Cascade;
use crate::domain::communication::{Acknowledgement, Communication};
use crate::domain::edition::Edition;
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::rearrangement::Rearrangement;
use crate::domain::review::{Action, Review, ReviewItem, ReviewKind};
use crate::domain::trace::{Gaps, Pursuer, Trace, gaps};

/// The evidence and the ways through it.
pub(super) struct Index<'a> {
    /// Everything itself.
    pub evidence: &'a Evidence,
    /// The day judged.
    pub as_of: Date,
    /// One year before it: how far back the monitoring is looked at.
    pub year_ago: Date,
    /// Parents and children among the subjects, by their places.
    pub cascade: Cascade,
    /// What objectives serve, by their places.
    pub trace: Trace,
    /// What the trace lacks.
    pub gaps: Gaps,
    /// Who is who.
    pub people: People<'a>,
    /// Closed meetings, oldest first.
    pub meetings: Vec<&'a Review>,
    places: HashMap<&'a str, usize>,
    actions: HashMap<&'a str, Vec<&'a Action>>,
    items: HashMap<&'a str, Vec<(&'a Review, &'a ReviewItem)>>,
    editions: HashMap<&'a str, Vec<(&'a Edition, u32)>>,
    told: HashMap<i64, Vec<&'a Communication>>,
    told_editions: HashMap<i64, Vec<&'a Communication>>,
    confirmed: HashMap<i64, Vec<&'a Acknowledgement>>,
    confirmed_editions: HashMap<i64, Vec<&'a Acknowledgement>>,
    rearranged: HashMap<&'a str, Vec<&'a Rearrangement>>,
}

impl<'a> Index<'a> {
    /// Walks the evidence once.
    pub fn of(evidence: &'a Evidence) -> Index<'a> {
        let subjects = &evidence.subjects;
        let top_risks = table::check("RC-22").map_or(0, |check| evidence.parameters.number(check, "N"));
        let pursuers: Vec<Pursuer> = subjects.iter().map(|subject| Pursuer::of(&subject.objective)).collect();
        let trace = Trace::of(pursuers.iter().copied(), &evidence.sources);
        let mut index = Index {
            evidence,
            as_of: evidence.as_of,
            year_ago: evidence.as_of - Months::new(12),
            cascade: Cascade::of(pursuers.iter().map(|pursuer| (pursuer.code, pursuer.parent))),
            gaps: gaps(&pursuers, &evidence.sources, &trace, top_risks as usize),
            trace,
            people: People::of(&evidence.directory, evidence.as_of),
            meetings: closed(&evidence.reviews, evidence.as_of),
            places: pursuers.iter().enumerate().map(|(place, pursuer)| (pursuer.code, place)).collect(),
            actions: HashMap::new(),
            items: HashMap::new(),
            editions: HashMap::new(),
            told: HashMap::new(),
            told_editions: HashMap::new(),
            confirmed: HashMap::new(),
            confirmed_editions: HashMap::new(),
            rearranged: HashMap::new(),
        };
        index.walk();
        index
    }

    fn walk(&mut self) {
        for action in &self.evidence.actions {
            self.actions.entry(action.code.as_str()).or_default().push(action);
        }
        for review in self.meetings.iter().copied() {
            for item in &review.items {
                self.items.entry(item.code.as_str()).or_default().push((review, item));
            }
        }
        for edition in self.evidence.editions.iter().filter(|edition| edition.approved_on <= self.as_of) {
            for member in &edition.members {
                self.editions.entry(member.code.as_str()).or_default().push((edition, member.version));
            }
        }
        for told in self.evidence.communications.iter().filter(|told| told.day <= self.as_of) {
            match (told.objective, told.edition) {
                (Some(objective), _) => self.told.entry(objective).or_default().push(told),
                (None, Some(edition)) => self.told_editions.entry(edition).or_default().push(told),
                (None, None) => {}
            }
        }
        for confirmed in self.evidence.acknowledgements.iter().filter(|confirmed| confirmed.day <= self.as_of) {
            match (confirmed.objective, confirmed.edition) {
                (Some(objective), _) => self.confirmed.entry(objective).or_default().push(confirmed),
                (None, Some(edition)) => self.confirmed_editions.entry(edition).or_default().push(confirmed),
                (None, None) => {}
            }
        }
        for change in &self.evidence.rearrangements {
            for code in &change.codes {
                self.rearranged.entry(code.as_str()).or_default().push(change);
            }
        }
    }

    /// Objectives in force.
    pub fn active(&self) -> impl Iterator<Item = &'a Subject> {
        self.evidence.subjects.iter().filter(|subject| subject.is_active())
    }

    /// The place of a subject in the list.
    pub fn place(&self, subject: &Subject) -> Option<usize> {
        self.places.get(subject.objective.code.as_str()).copied()
    }

    /// A subject by its code.
    pub fn subject(&self, code: &str) -> Option<&'a Subject> {
        self.places.get(code).map(|place| self.at(*place))
    }

    /// The subject at a place.
    pub fn at(&self, place: usize) -> &'a Subject {
        &self.evidence.subjects[place]
    }

    /// Objectives in force that contribute directly.
    pub fn children(&self, subject: &Subject) -> impl Iterator<Item = &'a Subject> {
        let places = self.place(subject).map_or(&[][..], |place| self.cascade.children(place));
        places.iter().map(|place| self.at(*place)).filter(|child| child.is_active())
    }

    /// Tasks that serve an objective.
    pub fn actions(&self, subject: &Subject) -> &[&'a Action] {
        self.actions.get(subject.objective.code.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Closed meetings that had an objective on their agenda, oldest first.
    pub fn agenda(&self, subject: &Subject) -> &[(&'a Review, &'a ReviewItem)] {
        self.items.get(subject.objective.code.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Approved editions with the version of an objective they hold, oldest first.
    pub fn editions(&self, subject: &Subject) -> &[(&'a Edition, u32)] {
        self.editions.get(subject.objective.code.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Who was told a version of an objective or a later one: by itself, or with an edition that holds it.
    pub fn told(&self, subject: &Subject, version: u32) -> impl Iterator<Item = &'a Communication> {
        let own = self.told.get(&subject.id).map_or(&[][..], Vec::as_slice);
        let own = own.iter().filter(move |told| told.version.is_none_or(|told| told >= version));
        let editions = self.editions(subject).iter().filter(move |(_, held)| *held >= version);
        let editions = editions.flat_map(|(edition, _)| self.told_editions.get(&edition.number).into_iter().flatten());
        own.chain(editions).copied()
    }

    /// Who confirmed to know a version of an objective or a later one.
    pub fn confirmed(&self, subject: &Subject, version: u32) -> impl Iterator<Item = &'a Acknowledgement> {
        let own = self.confirmed.get(&subject.id).map_or(&[][..], Vec::as_slice);
        let own = own.iter().filter(move |confirmed| confirmed.version.is_none_or(|known| known >= version));
        let editions = self.editions(subject).iter().filter(move |(_, held)| *held >= version);
        let editions =
            editions.flat_map(|(edition, _)| self.confirmed_editions.get(&edition.number).into_iter().flatten());
        own.chain(editions).copied()
    }

    /// Rearrangements an objective was part of.
    pub fn rearranged(&self, subject: &Subject) -> impl Iterator<Item = &'a Rearrangement> {
        self.rearranged.get(subject.objective.code.as_str()).into_iter().flatten().copied()
    }

    /// The last day on which a management review had an objective on its agenda.
    pub fn told_management_on(&self, subject: &Subject) -> Option<Date> {
        let mut agenda = self.agenda(subject).iter().rev();
        agenda.find(|(review, _)| review.kind == ReviewKind::Management).map(|(review, _)| review.date)
    }

    /// Whether one of two objectives contributes to the other, directly or through others.
    pub fn is_above(&self, a: &Subject, b: &Subject) -> bool {
        let (Some(a), Some(b)) = (self.place(a), self.place(b)) else { return false };
        let above = |from: usize, to: usize| {
            std::iter::successors(Some(from), |place| self.cascade.parent(*place)).any(|place| place == to)
        };
        above(a, b) || above(b, a)
    }

    /// Closed management reviews, oldest first.
    pub fn management_reviews(&self) -> impl DoubleEndedIterator<Item = &'a Review> {
        self.meetings.iter().copied().filter(|review| review.kind == ReviewKind::Management)
    }

    /// Whether the list was looked at as a whole on a day or later: in a meeting, a refresh or a new edition.
    pub fn looked_at_since(&self, day: Date) -> bool {
        let Evidence { refreshes, editions, .. } = self.evidence;
        let known = |date: Date| day <= date && date <= self.as_of;
        self.meetings.iter().any(|review| known(review.date))
            || refreshes.iter().filter_map(|refresh| refresh.closed_on).any(known)
            || editions.iter().any(|edition| known(edition.approved_on))
    }

    /// Whether the directory shows fewer than ten people and no more than one function: who owns and who approves may
    /// then well be the same.
    pub fn is_small(&self) -> bool {
        let named = self.active().map(|subject| subject.objective.definition.function.trim().to_lowercase());
        let mut functions: HashSet<String> = named.filter(|function| !function.is_empty()).collect();
        functions.extend(self.people.functions().map(str::to_lowercase));
        (1..10).contains(&self.people.active_people()) && functions.len() <= 1
    }

    /// A day so many days ago.
    pub fn days_ago(&self, days: u32) -> Date {
        self.as_of - chrono::Days::new(u64::from(days))
    }

    /// A day so many months ago.
    pub fn months_ago(&self, months: u32) -> Date {
        self.as_of - Months::new(months)
    }

    /// A number of a check.
    pub fn number(&self, check: &Check, name: &str) -> u32 {
        self.evidence.parameters.number(check, name)
    }
}

/// Meetings whose minutes are frozen.
fn closed(reviews: &[Review], as_of: Date) -> Vec<&Review> {
    let mut closed: Vec<&Review> =
        reviews.iter().filter(|review| review.closed_at.is_some() && review.date <= as_of).collect();
    closed.sort_by_key(|review| (review.date, review.number));
    closed
}

impl Subject {
    /// In force and not closed.
    pub(super) fn is_active(&self) -> bool {
        self.objective.lifecycle == Lifecycle::InForce
    }

    /// Written, not in force.
    pub(super) fn is_draft(&self) -> bool {
        self.objective.lifecycle == Lifecycle::Draft
    }
}
