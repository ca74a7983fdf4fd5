//! What a column is read as: a list to choose from, narrowed by typing.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use super::entry::{Entry, What};
use crate::app::import::draft::{Draft, RoleWish};
use crate::tui::text_field::TextField;
use crate::tui::widgets::listing::Listing;

/// A column whose meaning is being chosen.
#[derive(Clone, Debug)]
pub struct ReadingAs {
    /// Its place, from 0.
    pub column: u32,
    /// What the list is narrowed by.
    pub typed: TextField,
    /// Where the list stands.
    pub listing: Listing,
    wishes: Vec<(RoleWish, String, String)>,
    found: Vec<usize>,
}

impl ReadingAs {
    /// The ways to read a column of a draft.
    pub fn new(draft: &Draft, column: u32) -> ReadingAs {
        let has_period = draft.columns().get(column as usize).is_some_and(|column| column.period.is_some());
        let said = |wish, name: &str, end: &str| (wish, name.to_owned(), end.to_owned());
        let mut wishes = Vec::new();
        if has_period {
            wishes.push(said(RoleWish::Readings, "readings of its period", ""));
            wishes.push(said(RoleWish::Meanings, "what those readings mean", ""));
        }
        wishes.push(said(RoleWish::LeftOut, "left out: the column brings nothing", ""));
        wishes.push(said(RoleWish::Guess, "what its header seems to say", ""));
        let taken = |name: &str| {
            let reads = draft.columns().iter().find(|column| column.role_words() == name);
            reads.map(|column| format!("now column {}", column.letters())).unwrap_or_default()
        };
        wishes.extend(draft.fields().into_iter().map(|(name, words)| {
            let end = taken(&words);
            (RoleWish::Field(name.to_owned()), words, end)
        }));
        let found = (0..wishes.len()).collect();
        ReadingAs { column, typed: TextField::default(), listing: Listing::default(), wishes, found }
    }

    /// What is typed narrows the list; the best match comes first.
    pub fn narrow(&mut self) {
        let pattern = Pattern::new(self.typed.text(), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let names = (0..self.wishes.len()).map(|at| Named { at, name: &self.wishes[at].1 });
        let mut scored = pattern.match_list(names, &mut matcher);
        scored.sort_by_key(|(named, score)| (std::cmp::Reverse(*score), named.at));
        self.found = scored.into_iter().map(|(named, _)| named.at).collect();
        self.listing = Listing::default();
    }

    /// The lines in sight of the list.
    pub fn entries(&self) -> Vec<Entry> {
        let entry = |at: &usize| Entry::new(What::Said, self.wishes[*at].1.clone(), self.wishes[*at].2.clone());
        self.found.iter().map(entry).collect()
    }

    /// The marked one.
    pub fn wish(&self) -> Option<RoleWish> {
        self.found.get(self.listing.selected).map(|at| self.wishes[*at].0.clone())
    }
}

struct Named<'a> {
    at: usize,
    name: &'a str,
}

impl AsRef<str> for Named<'_> {
    fn as_ref(&self) -> &str {
        self.name
    }
}
