//! Which entries of a folder are offered for what was typed, and in which order.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::folder::{Entry, Folder};

/// Which files are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What is chosen, over the list: `Choose the spreadsheet`.
    pub title: &'static str,
    /// The endings that fit, without the point, in small letters: these files stand first.
    pub endings: &'static [&'static str],
}

impl Wanted {
    fn fits(&self, entry: &Entry) -> bool {
        let ending = entry.name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        !entry.is_folder && ending.is_some_and(|ending| self.endings.contains(&ending.as_str()))
    }
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// The folder above.
    Up,
    /// An entry of the folder, by its place there.
    Entry(usize),
}

/// What is offered: with nothing typed the files that fit, newest first, then the folders. What is typed narrows the
/// list fuzzily and reaches the other files too; hidden ones only where a point is typed first.
pub fn candidates(folder: &Folder, typed: &str, wanted: Wanted) -> Vec<Candidate> {
    let visible = |entry: &Entry| typed.starts_with('.') || !entry.name.starts_with('.');
    let entries = || folder.entries.iter().enumerate().filter(|(_, entry)| visible(entry));
    if typed.is_empty() {
        let mut files: Vec<_> = entries().filter(|(_, entry)| wanted.fits(entry)).collect();
        files.sort_by_key(|(_, entry)| Reverse(entry.changed));
        let up = folder.has_parent().then_some(Candidate::Up);
        let folders = entries().filter(|(_, entry)| entry.is_folder);
        let found = |(at, _): (usize, &Entry)| Candidate::Entry(at);
        return files.into_iter().map(found).chain(up).chain(folders.map(found)).collect();
    }
    if typed == ".." {
        return vec![Candidate::Up];
    }
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT.match_paths());
    let mut letters = Vec::new();
    let mut scored: Vec<(usize, &Entry, u32)> = entries()
        .filter_map(|(at, entry)| {
            let score = pattern.score(Utf32Str::new(&entry.name, &mut letters), &mut matcher)?;
            Some((at, entry, score))
        })
        .collect();
    // The name as typed comes first, then what fits, then the better match.
    scored.sort_by_key(|(_, entry, score)| {
        let other = !wanted.fits(entry) && !entry.is_folder;
        (entry.name != typed, other, Reverse(*score), Reverse(entry.changed))
    });
    scored.into_iter().map(|(at, ..)| Candidate::Entry(at)).collect()
}

/// The longest text every entry that begins with what was typed begins with; `None` where that is no more than it.
pub fn completion(folder: &Folder, typed: &str) -> Option<String> {
    let begins = |entry: &&Entry| entry.name.to_lowercase().starts_with(&typed.to_lowercase());
    let shown = |entry: &&Entry| typed.starts_with('.') || !entry.name.starts_with('.');
    let mut names = folder.entries.iter().filter(begins).filter(shown).map(|entry| entry.name.as_str());
    let first = names.next()?;
    let common = names.fold(first, |common, name| {
        let same = common.char_indices().zip(name.chars()).find(|((_, a), b)| a != b);
        let end = same.map_or(common.len().min(name.len()), |((at, _), _)| at);
        &common[..end]
    });
    (common.chars().count() > typed.chars().count()).then(|| common.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEETS: Wanted = Wanted { title: "Choose", endings: &["csv", "xlsx"] };

    fn folder(names: &[(&str, u32)]) -> Folder {
        let changed =
            |minute| chrono::NaiveDate::from_ymd_opt(2026, 11, 9).and_then(|day| day.and_hms_opt(8, minute, 0));
        let entry = |(name, minute): &(&str, u32)| Entry {
            name: name.trim_end_matches('/').to_owned(),
            path: name.into(),
            is_folder: name.ends_with('/'),
            bytes: 1,
            changed: changed(*minute),
        };
        Folder { path: "/a/b".into(), entries: names.iter().map(entry).collect(), ..Folder::default() }
    }

    fn names(folder: &Folder, typed: &str) -> Vec<String> {
        let name = |candidate| match candidate {
            Candidate::Up => "..".to_owned(),
            Candidate::Entry(at) => folder.entries[at].name.clone(),
        };
        candidates(folder, typed, SHEETS).into_iter().map(name).collect()
    }

    #[test]
    fn sheets_stand_first_the_newest_on_top_then_folders() {
        let folder = folder(&[("a.csv", 1), ("b.XLSX", 2), ("letter.odt", 3), ("old/", 4), (".hidden.csv", 5)]);
        assert_eq!(names(&folder, ""), ["b.XLSX", "a.csv", "..", "old"]);
    }

    #[test]
    fn typing_narrows_and_reaches_every_file() {
        let folder = folder(&[("objectives 2025.csv", 1), ("objectives.txt", 2), ("other.csv", 3), (".obj.csv", 4)]);
        assert_eq!(names(&folder, "obj"), ["objectives 2025.csv", "objectives.txt"]);
        assert_eq!(names(&folder, "ob25"), ["objectives 2025.csv"]);
        assert_eq!(names(&folder, ".obj"), [".obj.csv"]);
        assert_eq!(names(&folder, ".."), [".."]);
        assert!(names(&folder, "zzz").is_empty());
    }

    #[test]
    fn a_completion_goes_as_far_as_it_is_certain() {
        let folder = folder(&[("Register 2025.csv", 1), ("Register 2026.csv", 2), ("ünder.csv", 3), ("übung.csv", 4)]);
        assert_eq!(completion(&folder, "reg").as_deref(), Some("Register 202"));
        assert_eq!(completion(&folder, "Register 2026").as_deref(), Some("Register 2026.csv"));
        assert_eq!(completion(&folder, "ü"), None);
        assert_eq!(completion(&folder, "x"), None);
    }
}
