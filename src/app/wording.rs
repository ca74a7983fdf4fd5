//! Two texts held against each other word by word.

use similar::{ChangeTag, TextDiff};

/// A run of words that stands in the earlier text, the later one, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// Only in the earlier one.
    Gone(String),
    /// Only in the later one.
    New(String),
}

impl Piece {
    /// Its words, with the space between them.
    pub fn text(&self) -> &str {
        match self {
            Piece::Kept(text) | Piece::Gone(text) | Piece::New(text) => text,
        }
    }
}

/// The runs of both texts in reading order; what is gone stands before what is new in its place.
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let word = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Kept(run)))
            | (ChangeTag::Delete, Some(Piece::Gone(run)))
            | (ChangeTag::Insert, Some(Piece::New(run))) => run.push_str(word),
            (ChangeTag::Equal, _) => pieces.push(Piece::Kept(word.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Gone(word.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::New(word.to_owned())),
        }
    }
    joined_over_spaces(pieces)
}

/// A lone space between two changed runs belongs to them: `[-95-] [-of-]` is read as `[-95 of-]`.
fn joined_over_spaces(pieces: Vec<Piece>) -> Vec<Piece> {
    let blank = |piece: Option<&Piece>| matches!(piece, Some(Piece::Kept(text)) if text.trim().is_empty());
    let changed = |piece: Option<&Piece>| matches!(piece, Some(Piece::Gone(_) | Piece::New(_)));
    let mut joined: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if !changed(pieces.get(at)) {
            joined.push(pieces[at].clone());
            at += 1;
            continue;
        }
        let (mut gone, mut new) = (String::new(), String::new());
        while changed(pieces.get(at)) || (blank(pieces.get(at)) && changed(pieces.get(at + 1))) {
            match &pieces[at] {
                Piece::Gone(text) => gone.push_str(text),
                Piece::New(text) => new.push_str(text),
                Piece::Kept(space) => {
                    gone.push_str(space);
                    new.push_str(space);
                }
            }
            at += 1;
        }
        joined.extend((!gone.trim().is_empty()).then_some(Piece::Gone(gone)));
        joined.extend((!new.trim().is_empty()).then_some(Piece::New(new)));
    }
    joined
}

/// Both texts in one line as a terminal without colour shows it: `[-gone-]{+new+}`.
pub fn marked(before: &str, after: &str) -> String {
    let mark = |piece: &Piece| match piece {
        Piece::Kept(text) => text.clone(),
        Piece::Gone(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("{{+{text}+}}"),
    };
    pieces(before, after).iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stay_are_not_repeated() {
        let cases = [
            ("", "", ""),
            ("", "two days", "{+two days+}"),
            ("two days", "", "[-two days-]"),
            ("95", "97", "[-95-]{+97+}"),
            ("access off in two days", "access off in one day", "access off in [-two days-]{+one day+}"),
            ("closed in time", "closed in time, judged monthly", "closed in [-time-]{+time, judged monthly+}"),
            ("HR and IT", "HR and IT", "HR and IT"),
        ];
        for (before, after, shown) in cases {
            assert_eq!(marked(before, after), shown, "{before} -> {after}");
        }
    }

    #[test]
    fn nothing_of_either_text_is_lost() {
        let (before, after) =
            ("the HR feed came late, so access stayed", "the feed of HR came late and access stayed on");
        let text = |skip: fn(&Piece) -> bool| -> String {
            pieces(before, after).iter().filter(|piece| !skip(piece)).map(Piece::text).collect()
        };
        assert_eq!(text(|piece| matches!(piece, Piece::New(_))), before);
        assert_eq!(text(|piece| matches!(piece, Piece::Gone(_))), after);
    }
}
