//! Finding by a few letters, in order, not necessarily side by side.

use std::fmt;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What is looked for.
pub struct Fuzzy {
    matcher: Matcher,
    pattern: Pattern,
    letters: Vec<char>,
}

impl fmt::Debug for Fuzzy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fuzzy").field("pattern", &self.pattern).finish_non_exhaustive()
    }
}

impl Fuzzy {
    /// Looks for all words of `typed`, in any order; capitals and accents do not matter.
    pub fn new(typed: &str) -> Fuzzy {
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        Fuzzy { matcher: Matcher::new(Config::DEFAULT), pattern, letters: Vec::new() }
    }

    /// Looks for the words of `typed` as they stand, in any order and anywhere.
    pub fn words(typed: &str) -> Fuzzy {
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        Fuzzy { matcher: Matcher::new(Config::DEFAULT), pattern, letters: Vec::new() }
    }

    /// How well a text fits, higher is better; `None` where it does not. Everything fits when nothing is looked for.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(text, &mut self.letters), &mut self.matcher)
    }
}

#[cfg(test)]
mod tests {
    use super::Fuzzy;

    #[test]
    fn letters_in_order_fit_and_nearer_is_better() {
        let mut looked_for = Fuzzy::new("snap");
        assert!(looked_for.score("snapshot") > looked_for.score("seen at a place"));
        assert_eq!(looked_for.score("history"), None);
        assert!(Fuzzy::new("").score("anything").is_some());
        assert!(Fuzzy::new("Uberwachung").score("Überwachung").is_some());
    }
}
