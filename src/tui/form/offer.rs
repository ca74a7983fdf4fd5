//! What a field offers while it is typed into: people, functions, objectives and sources the register knows, found by a
//! few letters. What is typed always counts as it stands; the list only saves typing, and enters who or what is new.

use super::field::{Field, Input};
use super::machine::{Form, FormEffect};
use crate::app::people::view::PeopleView;
use crate::app::sources::TraceView;
use crate::app::view::{Overview, Row};
use crate::domain::directory::{EntryKind, same_name};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::msg::Reply;
use crate::tui::palette::fuzzy::Fuzzy;

/// How many of those that fit are shown while somebody types; all on a key.
const SHOWN: usize = 8;

/// What a field chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offers {
    /// People and roles.
    People,
    /// Functions.
    Functions,
    /// Codes of objectives.
    Objectives,
    /// Sources: commitments, risks, requirements and the like.
    Sources,
}

impl Offers {
    /// What has to be asked for it; objectives are on the screen already.
    fn question(self) -> Option<Question> {
        match self {
            Offers::People | Offers::Functions => Some(Question::People),
            Offers::Sources => Some(Question::Trace),
            Offers::Objectives => None,
        }
    }

    /// What entering a new one is called; `None` where that is no matter of one line.
    fn enters(self) -> Option<&'static str> {
        match self {
            Offers::People => Some("enter this person or role"),
            Offers::Functions => Some("enter this function"),
            Offers::Sources => Some("enter this source"),
            Offers::Objectives => None,
        }
    }
}

/// One that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What the field holds once it is taken.
    pub takes: String,
    /// What stands beside it.
    pub about: String,
}

impl Candidate {
    fn new(takes: impl Into<String>, about: impl Into<String>) -> Candidate {
        Candidate { takes: takes.into(), about: about.into() }
    }
}

/// Everybody and everything the register knows, as far as it was asked.
#[derive(Clone, Debug, Default)]
pub struct Known {
    asked: Vec<Question>,
    people: Vec<Candidate>,
    functions: Vec<Candidate>,
    objectives: Vec<Candidate>,
    sources: Vec<Candidate>,
}

impl Known {
    /// Knows the objectives of an overview.
    pub fn objectives(&mut self, overview: &Overview) {
        let candidate = |row: &Row| Candidate::new(row.code(), &row.objective.definition.title);
        self.objectives = overview.rows.iter().map(candidate).collect();
    }

    fn learn(&mut self, reply: &Reply) {
        match reply {
            Reply::People(view) => self.learn_people(view),
            Reply::Trace(view) => self.learn_sources(view),
            _ => {}
        }
    }

    fn learn_people(&mut self, view: &PeopleView) {
        self.people = view
            .parties
            .iter()
            .map(|party| {
                let kind = party.kind.map_or("named, not entered", words::entry_kind);
                let place = party.entry.as_ref().map(|entry| entry.function.as_str()).filter(|place| !place.is_empty());
                let about = [Some(kind), place].into_iter().flatten().collect::<Vec<_>>().join(", ");
                Candidate::new(&party.name, about)
            })
            .collect();
        self.functions = view.functions.iter().map(|function| Candidate::new(&function.name, "function")).collect();
    }

    fn learn_sources(&mut self, view: &TraceView) {
        self.sources = view.sources.iter().map(|source| Candidate::new(source.key(), &source.title)).collect();
    }

    fn of(&self, offers: Offers) -> &[Candidate] {
        match offers {
            Offers::People => &self.people,
            Offers::Functions => &self.functions,
            Offers::Objectives => &self.objectives,
            Offers::Sources => &self.sources,
        }
    }
}

/// One line of the open list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    /// One that is known.
    Known(Candidate),
    /// What is typed, to be entered, and what that is called.
    New(String, &'static str),
}

/// The list under a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Its lines, the best first.
    pub lines: Vec<Offered>,
    /// The marked one; none until somebody goes down into the list.
    pub at: Option<usize>,
}

impl Field {
    /// What is typed of the part the caret is in, and what stands before it: a field that takes several keeps the others.
    fn part(&self) -> (&str, &str) {
        let answer = self.answer();
        let head = if self.takes_several() { answer.rfind(';').map_or(0, |at| at + 1) } else { 0 };
        let head = head + answer[head..].len() - answer[head..].trim_start().len();
        answer.split_at(head)
    }

    fn takes_several(&self) -> bool {
        matches!(self.reads, super::reads::Reads::Links | super::reads::Reads::List)
    }
}

impl Form {
    /// What has to be asked for the field that has the focus, once.
    pub fn asks_for_offers(&mut self) -> Option<Question> {
        let question = self.focused()?.offers?.question()?;
        if self.known.asked.contains(&question) {
            return None;
        }
        self.known.asked.push(question.clone());
        Some(question)
    }

    /// Somebody may have been entered meanwhile: everything is asked anew.
    pub fn asks_anew(&mut self) -> Vec<Question> {
        self.known.asked.clone()
    }

    pub(super) fn learn_offers(&mut self, reply: &Reply) {
        self.known.learn(reply);
        if self.listing.is_some() {
            self.look_up(true);
        }
    }

    /// Opens the list for what is typed, or closes it where nothing fits. `all` shows it although nothing is typed.
    pub(super) fn look_up(&mut self, all: bool) {
        self.listing = self.fitting(all).filter(|listing| !listing.lines.is_empty());
    }

    fn fitting(&self, all: bool) -> Option<Listing> {
        let field = self.focused()?;
        let offers = field.offers?;
        let typed = field.part().1.trim();
        if (typed.is_empty() && !all) || typed.contains('|') {
            return None;
        }
        let said_already = |candidate: &&Candidate| {
            let mut others = field.part().0.split(';').map(|part| part.split('|').next().unwrap_or_default());
            others.any(|other| same_name(other, &candidate.takes))
        };
        let known: Vec<&Candidate> = self.known.of(offers).iter().filter(|c| !said_already(c)).collect();
        let is_known = known.iter().any(|candidate| same_name(&candidate.takes, typed));
        if is_known && !all {
            return None;
        }
        // Who asks for the list where one is in already wants another one.
        let mut looked_for = Fuzzy::new(if is_known { "" } else { typed });
        let score = |candidate| Some((looked_for.score(&text_of(candidate))?, candidate));
        let mut fits: Vec<(u32, &Candidate)> = known.into_iter().filter_map(score).collect();
        fits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        if !all {
            fits.truncate(SHOWN);
        }
        let new = offers.enters().filter(|_| !typed.is_empty() && !is_known);
        let lines = fits.into_iter().map(|(_, candidate)| Offered::Known(candidate.clone()));
        let lines = lines.chain(new.map(|what| Offered::New(typed.to_owned(), what))).collect();
        Some(Listing { lines, at: None })
    }

    /// Marks the next line of the list, or the one before; before the first nothing is marked.
    pub(super) fn mark_offer(&mut self, forward: bool) {
        let Some(listing) = &mut self.listing else { return };
        let last = listing.lines.len().saturating_sub(1);
        listing.at = match (listing.at, forward) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(at), true) => Some((at + 1).min(last)),
            (Some(at), false) => at.checked_sub(1),
        };
    }

    /// Takes the marked line and closes the list; `None` where nothing is marked, and what is typed counts.
    pub(super) fn take_offer(&mut self) -> Option<Vec<FormEffect>> {
        let listing = self.listing.take()?;
        let offered = listing.lines.into_iter().nth(listing.at?)?;
        let offers = self.focused()?.offers?;
        let taken = match offered {
            Offered::New(name, _) => return Some(vec![FormEffect::Enter(offers, name)]),
            Offered::Known(candidate) => candidate.takes,
        };
        let field = self.focused_mut()?;
        let answer = format!("{}{taken}", field.part().0);
        field.set(&answer);
        let stays = field.takes_several();
        self.answered();
        // A link may want a reason behind it, a list another name: there the next key is for the same field.
        if !stays && !self.is_last() {
            self.step(true);
        }
        Some(Vec::new())
    }

    /// Whether the field that has the focus offers something.
    pub fn offers(&self) -> bool {
        self.focused().is_some_and(|field| field.offers.is_some() && matches!(field.input, Input::Text(_)))
    }
}

fn text_of(candidate: &Candidate) -> String {
    format!("{} {}", candidate.takes, candidate.about)
}

/// The kind an entry of the directory begins with.
pub fn entry_kind(offers: Offers) -> EntryKind {
    if offers == Offers::Functions { EntryKind::Function } else { EntryKind::Person }
}
