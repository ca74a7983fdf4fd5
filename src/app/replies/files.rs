//! Many files in one folder: names made of the names of people and functions, each once.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::app::{Refusal, RefusalKind};

/// Longest name made of a text, in characters.
const LONGEST: usize = 60;

/// Names given out so far.
#[derive(Debug, Default)]
pub(in crate::app) struct Names(BTreeSet<String>);

impl Names {
    /// A file name without ending for a text, no two the same: `A. Novak` is `a-novak`.
    pub fn of(&mut self, text: &str) -> String {
        let mut name = String::new();
        for c in text.chars().flat_map(char::to_lowercase).take(LONGEST) {
            if c.is_alphanumeric() {
                name.push(c);
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        let name = match name.trim_end_matches('-') {
            "" => "unnamed",
            name => name,
        };
        let more = (2..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.to_owned()).chain(more).find(|name| !self.0.contains(name));
        let free = free.unwrap_or_else(|| name.to_owned());
        self.0.insert(free.clone());
        free
    }
}

/// Makes the folder where it is not there yet; its own parent must be.
pub(in crate::app) fn make_folder(folder: &Path) -> Result<(), Refusal> {
    let refused = |why: String, next: &str| {
        Err(Refusal::new(RefusalKind::File, format!("{} {why}", folder.display())).next(next))
    };
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => Ok(()),
        Ok(_) => refused("is no folder".to_owned(), "name a folder"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::create_dir(folder) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                refused("cannot be made: the folder above it does not exist".to_owned(), "make that folder first")
            }
            Err(error) => refused(format!("cannot be made: {error}"), "name another folder"),
        },
        Err(error) => refused(format!("cannot be used: {error}"), "name another folder"),
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_plain_and_no_two_the_same() {
        let mut names = Names::default();
        assert_eq!(names.of("A. Novak"), "a-novak");
        assert_eq!(names.of("a novak"), "a-novak-2");
        assert_eq!(names.of("../../etc/passwd"), "etc-passwd");
        assert_eq!(names.of("Größe & Co."), "größe-co");
        assert_eq!(names.of("\u{202e}//"), "unnamed");
    }
}
