//! A choice field: one of a closed list of words.

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The contract's word; empty for "not said".
    pub word: String,
    /// What people read.
    pub label: String,
}

impl Way {
    /// A way to choose.
    pub fn new(word: impl Into<String>, label: impl Into<String>) -> Way {
        Way { word: word.into(), label: label.into() }
    }
}

/// A closed list with one of its ways chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    ways: Vec<Way>,
    at: usize,
}

impl Choice {
    /// A choice among `ways`, standing at the one with `word`, else at the first.
    pub fn among(ways: Vec<Way>, word: &str) -> Choice {
        let mut choice = Choice { ways, at: 0 };
        choice.choose(word);
        choice
    }

    /// The contract's word of what is chosen; empty for "not said".
    pub fn word(&self) -> &str {
        self.ways.get(self.at).map_or("", |way| &way.word)
    }

    /// Every way with whether it is the chosen one.
    pub fn ways(&self) -> impl Iterator<Item = (&Way, bool)> {
        self.ways.iter().enumerate().map(|(at, way)| (way, at == self.at))
    }

    /// What people read of what is chosen.
    pub fn label(&self) -> &str {
        self.ways.get(self.at).map_or("", |way| &way.label)
    }

    /// Chooses by the contract's word; an unknown word changes nothing.
    pub fn choose(&mut self, word: &str) {
        if let Some(at) = self.ways.iter().position(|way| way.word == word) {
            self.at = at;
        }
    }

    /// The next way, round the end.
    pub fn next(&mut self) {
        self.at = (self.at + 1) % self.ways.len().max(1);
    }

    /// The way before, round the start.
    pub fn previous(&mut self) {
        self.at = self.at.checked_sub(1).unwrap_or(self.ways.len().saturating_sub(1));
    }
}
